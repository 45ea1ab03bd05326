"""What the user has chosen, what the program remembers, and where both lie."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, QStandardPaths, Signal

from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.levels import DEFAULT, grades
from factbox.metrics.report import Counting
from factbox.session.declared import Choice, Declaration, Group, Number, Switch, Typeface, declaration, declared
from factbox.translation import _

MOST_RECENT = 10
# No goal has a larger figure.
_MOST = 100
# Where people spell as in Britain.
_BRITISH = {f"en_{land}" for land in "GB IE AU NZ ZA IN MT".split()}
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the user, each declared with all that there is to say of it.

    Reading, keeping, the preferences and their export follow from the declarations. A setting with the key of an
    action, or with the name of a group of actions, stands in the menu too.
    """

    theme: str = declared(
        "system",
        _("Colours"),
        _("Light or dark as the system is, or always the same."),
        group=Group.LOOK,
        kind=Choice(
            {
                "system": _("As the system has it"),
                "light": _("Light"),
                "sepia": _("Sepia"),
                "dark": _("Dark"),
                "contrast": _("High contrast"),
            }
        ),
    )
    scale: float = declared(
        1.0,
        _("Size of all text"),
        _("Everything in the window grows along with it."),
        group=Group.LOOK,
        kind=Number(SCALES[0], SCALES[-1], 0.1, "%", times=100),
    )
    side: bool = declared(
        True,
        _("Show the Fact Box"),
        _("Without it there is nothing but the text."),
        group=Group.LOOK,
        kind=Switch(),
    )
    typeface: str = declared(
        "Literata",
        _("Typeface of the text"),
        _("Literata and Inter come with the program; all others are those of this computer."),
        group=Group.PAGE,
        kind=Typeface(("Literata", "Inter")),
    )
    measure: int = declared(
        72,
        _("Line length"),
        _("How many characters a line has room for; 66 to 72 are read with the least effort."),
        group=Group.PAGE,
        kind=Number(40, 140, 1, _("characters"), whole=True),
    )
    leading: float = declared(
        1.6,
        _("Line spacing"),
        _("From line to line, in sizes of the letters; never less than the typeface needs."),
        group=Group.PAGE,
        kind=Number(1.2, 2.4, 0.1),
    )
    wrap: bool = declared(
        True,
        _("Wrap lines"),
        _("Without it a paragraph is one line, and the page moves sideways."),
        group=Group.PAGE,
        kind=Switch(),
    )
    typewriter: bool = declared(
        False,
        _("Typewriter scrolling"),
        _("The line of the caret stays at half the height of the page."),
        group=Group.WRITING,
        kind=Switch(),
    )
    lit: str = declared(
        "lit_sentence",
        _("Light in focus mode"),
        _("What stays as it is around the caret; the rest is dimmed, but can be read."),
        group=Group.WRITING,
        kind=Choice(
            {
                "lit_sentence": _("Sentence"),
                "lit_line": _("Line"),
                "lit_paragraph": _("Paragraph"),
                "lit_all": _("Everything"),
            }
        ),
    )
    spelling: bool = declared(
        True,
        _("Check spelling"),
        _("Words that no dictionary has get a wavy line; what may have been meant stands in their menu."),
        group=Group.WRITING,
        kind=Switch(),
    )
    dictionary: str = declared(
        "en_GB" if QLocale().name() in _BRITISH else "en_US",
        _("Language of the spelling"),
        _("Whether “colour” or “color” is right."),
        group=Group.WRITING,
        kind=Choice({"en_US": _("English (US)"), "en_GB": _("English (UK)")}),
    )
    place: str = declared(
        "side_right",
        _("Place of the Fact Box"),
        _("Where the Fact Box and its panels stand; in a narrow window they are always below the text."),
        group=Group.LOOK,
        kind=Choice(
            {
                "side_right": _("At the right of the text"),
                "side_left": _("At the left of the text"),
                "side_below": _("Below the text"),
            }
        ),
    )
    formula: str = declared(
        DEFAULT,
        _("Formula of the Level"),
        _("What gives the Level; every other formula can be seen by opening it."),
        group=Group.COUNTING,
        kind=Choice({key: FORMULAS[key].label for key in grades()}),
    )
    ignore_capitals: bool = declared(
        False,
        _("Ignore capitals in Types"),
        _("“The” and “the” are one type then."),
        group=Group.COUNTING,
        kind=Switch(),
    )
    fragments: bool = declared(
        False,
        _("Count headings and items in the Level"),
        _("Headings, list items and lines in which no sentence ends count as sentences then."),
        group=Group.COUNTING,
        kind=Switch(),
    )

    reopen: bool = declared(
        True,
        _("Open what was open"),
        _("The files of last time come back when the program is started without one."),
        group=Group.FILES,
        kind=Switch(),
    )

    @property
    def counting(self) -> Counting:
        """How to count."""
        return Counting(self.formula, self.ignore_capitals, self.fragments)


SETTINGS: Mapping[str, Declaration] = {each.name: declaration(each) for each in fields(Settings)}


def next_scale(scale: float, step: int) -> float:
    """Give the scale one step above (1) or below (-1) another in `SCALES`, or the end of them."""
    others = [each for each in SCALES if (each > scale if step > 0 else each < scale)]
    return (min(others) if step > 0 else max(others)) if others else scale


def config_folder() -> Path:
    """Give the folder for settings: `FACTBOX_HOME`, or else the standard one of the platform."""
    home = os.environ.get("FACTBOX_HOME")
    if home:
        return Path(home)
    standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(standard) / "factbox"


def state_folder() -> Path:
    """Give the folder for what the program remembers: `FACTBOX_HOME`, or else the standard one of the platform."""
    home = os.environ.get("FACTBOX_HOME")
    if home:
        return Path(home)
    places = QStandardPaths.StandardLocation
    standard = QStandardPaths.writableLocation(places.GenericStateLocation)
    return Path(standard or QStandardPaths.writableLocation(places.GenericDataLocation)) / "factbox"


class SettingsStore(QObject):
    """Keeps settings and state in one INI file; a broken or unwritable file costs only what it held."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._file = QSettings(str(config_folder() / "factbox.ini"), QSettings.Format.IniFormat)
        self._settings = self._load()

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings

    def change(self, **choices: object) -> None:
        """Make choices, by the names of the fields of Settings; keep them, and tell of them if they are new."""
        changed = replace(self._settings, **choices)  # type: ignore[arg-type]  # names are checked by replace
        if changed == self._settings:
            return
        self._settings = changed
        for name, each in SETTINGS.items():
            value, key = getattr(changed, name), f"settings/{name}"
            if value != each.default:
                self._file.setValue(key, value)
            elif self._file.contains(key):
                # Whoever never chose, or went back, has the default of every later release too.
                self._file.remove(key)
        self.changed.emit(changed)

    def flush(self) -> None:
        """Write what is kept to the file now; it is written at the end anyway."""
        self._file.sync()

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

    def _load(self) -> Settings:
        chosen: dict[str, Any] = {}
        for name, each in SETTINGS.items():
            kept = self._file.value(f"settings/{name}")
            value = each.kind.parse(str(kept).strip()) if kept is not None else None
            if value is not None:
                chosen[name] = value
        return Settings(**chosen)


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
