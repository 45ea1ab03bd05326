"""What is built on to a window when somebody asks for it: nobody waits for it at the start."""

import importlib
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from factbox.document import Block
from factbox.session.companion import Companion
from factbox.session.declared import Group
from factbox.session.manuscript import Manuscript
from factbox.session.settings import SettingsStore
from factbox.ui.actions import Actions
from factbox.ui.closing import Closing
from factbox.ui.dressing import Dressing
from factbox.ui.filing import Filing
from factbox.ui.neighbours import Neighbours
from factbox.ui.notice import NoticeBar
from factbox.ui.statusline import StatusLine


class Annexe(QObject):
    """Makes each part when it is needed for the first time, and tells the closing of those that write.

    Args:
        text: Gives the blocks of the text.
    """

    def __init__(
        self,
        text: Callable[[], Sequence[Block]],
        manuscript: Manuscript,
        *,
        commands: Actions,
        companion: Companion,
        filing: Filing,
        notice: NoticeBar,
        status: StatusLine,
        closing: Closing,
        neighbours: Neighbours,
        store: SettingsStore,
        dressing: Dressing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._text, self._manuscript, self._companion = text, manuscript, companion
        self._commands, self._store, self._dressing = commands, store, dressing
        self._filing, self._notice, self._status = filing, notice, status
        self._closing, self._neighbours, self._window = closing, neighbours, window
        filing.comparison_wanted.connect(self._compare_file)

    @property
    def slots(self) -> dict[str, Callable[[], object]]:
        """What its actions do, by their keys."""
        return {
            "save_pdf": partial(self._do, "printing", "save_as_pdf"),
            "print": partial(self._do, "printing", "print"),
            "preview": partial(self._do, "printing", "preview"),
            "report": partial(self._do, "dossiers", "ask"),
            "many": partial(self._do, "surveying", "open"),
            "earlier": partial(self._do, "looking_back", "show_earlier"),
            "preferences": partial(self._do, "preferring", "open"),
            "page": lambda: self.preferring.open().show_group(Group.PAGE),
            "palette": partial(self._do, "commanding", "open"),
            "manual": partial(self._do, "explaining", "open"),
            "keys": partial(self._do, "explaining", "open_keys"),
        }

    @cached_property
    def printing(self) -> Any:
        """The text on paper."""
        part = _part("printing").Printing(self._text, self._filing, self._notice, self._status, self._window)
        self._closing.wait_for(part)
        return part

    @cached_property
    def dossiers(self) -> Any:
        """Reports of the text."""
        part = _part("dossiers").Dossiers(
            self._text,
            self._companion,
            self._store,
            filing=self._filing,
            notice=self._notice,
            status=self._status,
            window=self._window,
        )
        self._closing.wait_for(part)
        return part

    @cached_property
    def surveying(self) -> Any:
        """The table of many texts."""
        part = _part("surveying").Surveying(
            self._filing, self._dressing, lambda: self._store.settings.counting, self._window
        )
        self._closing.wait_for(part)
        return part

    @cached_property
    def looking_back(self) -> Any:
        """Earlier saves, and what others made of the file."""
        return _part("lookingback").LookingBack(
            self._manuscript,
            self._filing,
            self._notice,
            self._dressing,
            self._window,
            neighbours=self._neighbours,
        )

    @cached_property
    def preferring(self) -> Any:
        """The preferences."""
        return _part("preferring").Preferring(self._store, self._dressing, self._window)

    @property
    def is_preferring(self) -> bool:
        """Whether somebody looks at the preferences."""
        return "preferring" in vars(self) and self.preferring.is_open

    @property
    def is_surveying(self) -> bool:
        """Whether a table of many texts is open."""
        return "surveying" in vars(self) and self.surveying.dialog is not None

    @cached_property
    def commanding(self) -> Any:
        """The palette."""
        return _part("commanding").Commanding(self._commands, self._store, self._dressing, self._window)

    @cached_property
    def explaining(self) -> Any:
        """The manual."""
        return _part("explaining").Explaining(self._dressing, self._window)

    def close(self) -> None:
        """Close what works on without the window."""
        if "surveying" in vars(self):
            self.surveying.close()

    def _do(self, part: str, verb: str) -> None:
        getattr(getattr(self, part), verb)()

    @Slot(object, object)
    def _compare_file(self, path: Path, verbs: Sequence[Any]) -> None:
        self.looking_back.compare_file(path, verbs)


def _part(name: str) -> Any:
    return importlib.import_module(f"factbox.ui.{name}")
