"""What is built on to a window when somebody asks for it: nobody waits for it at the start."""

# ruff: noqa: PLW0108  # what a slot names too soon is made too soon
import importlib
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    # Each is imported when it is needed.
    from factbox.ui.commanding import Commanding
    from factbox.ui.dossiers import Dossiers
    from factbox.ui.explaining import Explaining
    from factbox.ui.lookingback import LookingBack
    from factbox.ui.preferring import Preferring
    from factbox.ui.printing import Printing
    from factbox.ui.surveying import Surveying


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
            "save_pdf": lambda: self.printing.save_as_pdf(),
            "print": lambda: self.printing.print(),
            "preview": lambda: self.printing.preview(),
            "report": lambda: self.dossiers.ask(),
            "many": lambda: self.surveying.open(),
            "earlier": lambda: self.looking_back.show_earlier(),
            "preferences": lambda: self.preferring.open(),
            "page": lambda: self.preferring.open().show_group(Group.PAGE),
            "palette": lambda: self.commanding.open(),
            "manual": lambda: self.explaining.open(),
            "keys": lambda: self.explaining.open_keys(),
        }

    @cached_property
    def printing(self) -> "Printing":
        """The text on paper."""
        part: Printing = _part("printing").Printing(
            self._text, self._filing, self._notice, self._status, self._window
        )
        self._closing.wait_for(part)
        return part

    @cached_property
    def dossiers(self) -> "Dossiers":
        """Reports of the text."""
        part: Dossiers = _part("dossiers").Dossiers(
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
    def surveying(self) -> "Surveying":
        """The table of many texts."""
        part: Surveying = _part("surveying").Surveying(
            self._filing, self._dressing, lambda: self._store.settings.counting, self._window
        )
        self._closing.wait_for(part)
        return part

    @cached_property
    def looking_back(self) -> "LookingBack":
        """Earlier saves, and what others made of the file."""
        part: LookingBack = _part("lookingback").LookingBack(
            self._manuscript,
            self._filing,
            self._notice,
            self._dressing,
            self._window,
            neighbours=self._neighbours,
        )
        return part

    @cached_property
    def preferring(self) -> "Preferring":
        """The preferences."""
        part: Preferring = _part("preferring").Preferring(self._store, self._dressing, self._window)
        return part

    @property
    def is_preferring(self) -> bool:
        """Whether somebody looks at the preferences."""
        return "preferring" in vars(self) and self.preferring.is_open

    @property
    def is_surveying(self) -> bool:
        """Whether a table of many texts is open."""
        return "surveying" in vars(self) and self.surveying.dialog is not None

    @cached_property
    def commanding(self) -> "Commanding":
        """The palette."""
        part: Commanding = _part("commanding").Commanding(
            self._commands, self._store, self._dressing, self._window
        )
        return part

    @cached_property
    def explaining(self) -> "Explaining":
        """The manual."""
        part: Explaining = _part("explaining").Explaining(self._dressing, self._window)
        return part

    def close(self) -> None:
        """Close what works on without the window."""
        if "surveying" in vars(self):
            self.surveying.close()

    @Slot(object, object)
    def _compare_file(self, path: Path, verbs: Sequence[Any]) -> None:
        self.looking_back.compare_file(path, verbs)


def _part(name: str) -> Any:
    return importlib.import_module(f"factbox.ui.{name}")
