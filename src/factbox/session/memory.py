"""What the program remembers without being asked: recent files, goals, where the window was."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from factbox.metrics.goals import Aim, Goal

MOST_RECENT = 10
# No goal has a larger figure.
_MOST = 100


class Memory:
    """Keeps it in the file of the settings; what is broken there is as if it had never been.

    Args:
        file: Where it is kept.
    """

    def __init__(self, file: QSettings) -> None:
        self._file = file

    @property
    def recent_files(self) -> list[Path]:
        """The files opened or saved last, the newest first."""
        kept = self._file.value("state/recent", [])
        names = [kept] if isinstance(kept, str) else kept
        return [Path(name) for name in names if isinstance(name, str) and name] if isinstance(names, list) else []

    @property
    def recent_actions(self) -> list[str]:
        """The keys of the actions that were chosen last in the palette, the newest first."""
        kept = _read_json(self._file.value("state/actions"))
        return [key for key in kept if isinstance(key, str)] if isinstance(kept, list) else []

    def remember_action(self, key: str) -> None:
        """Put an action first among the recent ones."""
        keys = [key, *(each for each in self.recent_actions if each != key)]
        self._file.setValue("state/actions", json.dumps(keys[:MOST_RECENT]))

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        self._keep_files([path, *(each for each in self.recent_files if each != path)])

    def forget_file(self, path: Path) -> None:
        """Drop a file from the recent ones."""
        self._keep_files(each for each in self.recent_files if each != path)

    @property
    def is_first_start(self) -> bool:
        """Whether the program has never shown its example in this account."""
        return self._file.value("state/welcomed") is None

    def remember_welcome(self) -> None:
        """Note that the example was shown."""
        self._file.setValue("state/welcomed", "yes")

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, for restoreGeometry."""
        kept = self._file.value("state/geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Note where the window is."""
        self._file.setValue("state/geometry", geometry)

    @property
    def saved_goals(self) -> tuple[Goal, ...]:
        """The goals with a name, in the order in which they were saved; what is broken is left out."""
        listed = _read_json(self._file.value("state/goals"))
        goals = [_as_goal(entry) for entry in listed] if isinstance(listed, list) else []
        return tuple(goal for goal in goals if goal is not None and goal.name)

    def keep_goals(self, goals: Iterable[Goal]) -> None:
        """Keep these goals with a name, and no others."""
        self._file.setValue("state/goals", json.dumps([asdict(goal) for goal in goals]))

    @property
    def last_goal(self) -> Goal | None:
        """The goal that was written for last."""
        return _as_goal(_read_json(self._file.value("state/goal")))

    def remember_goal(self, goal: Goal | None) -> None:
        """Note the goal that is written for now."""
        self._file.setValue("state/goal", json.dumps(asdict(goal) if goal else None))

    def _keep_files(self, paths: Iterable[Path]) -> None:
        self._file.setValue("state/recent", [str(path) for path in paths][:MOST_RECENT])


def _read_json(kept: object) -> object:
    try:
        return json.loads(kept) if isinstance(kept, str) else None
    except (ValueError, RecursionError):
        return None


def _as_goal(entry: object) -> Goal | None:
    """Give the goal that was kept, unless something of it is broken."""
    if not isinstance(entry, dict):
        return None
    aim, name = entry.get("aim"), entry.get("name", "")
    value, tolerance = _number(entry.get("value")), _number(entry.get("tolerance"))
    if aim not in list(Aim) or not isinstance(name, str) or value is None or tolerance is None:
        return None
    if tolerance < 0 or (aim == Aim.CEFR and value not in range(1, 7)):
        return None
    return Goal(Aim(aim), value, tolerance, name.strip())


def _number(kept: object) -> float | None:
    if not isinstance(kept, int | float) or isinstance(kept, bool):
        return None
    return float(kept) if abs(kept) <= _MOST else None
