"""A report of the text as a file."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from factbox import formats
from factbox.document import Block
from factbox.metrics.goals import Goal
from factbox.metrics.report import Counting
from factbox.session.companion import Companion
from factbox.session.settings import SettingsStore
from factbox.session.tasks import Errands
from factbox.session.wordlists import safe_name
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.filing import Filing, reason
from factbox.ui.notice import NoticeBar
from factbox.ui.statusline import StatusLine


class Dossiers(QObject):
    """Asks where to, and writes a report away from the window.

    Signals:
        idled: No report is on its way to the disk any more.
    """

    idled = Signal()

    def __init__(
        self,
        blocks: Callable[[], tuple[Block, ...]],
        companion: Companion,
        store: SettingsStore,
        *,
        filing: Filing,
        notice: NoticeBar,
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._blocks, self._companion, self._store, self._filing = blocks, companion, store, filing
        self._notice, self._status, self._window = notice, status, window
        self._errands = Errands(self)
        self._errands.idled.connect(self.idled)

    @property
    def is_writing(self) -> bool:
        """Whether a report is on its way."""
        return self._errands.is_busy

    @Slot()
    def ask(self) -> None:
        """Ask for a file and write a report of the text in it."""
        stem = safe_name(self._filing.name or self._filing.title)
        name = _("{title} – report").format(title=stem)
        path = dialogs.ask_where_to_save_report(self._window, self._filing.folder / f"{name}.html")
        if path is None:
            return
        choices = self._companion.choices
        counting = replace(self._store.settings.counting, exempt=choices.exempt)

        def failed(error: Exception) -> None:
            sentence = _("Could not save {name}. {reason}").format(name=path.name, reason=reason(error))
            self._notice.show_notice(sentence, (_("Save elsewhere"), self.ask))

        self._status.show_message(_("{name} is being made…").format(name=path.name))
        work = partial(_write, path, self._filing.title, self._blocks(), counting, choices.goal)
        self._errands.run(work, lambda _made: self._tell(path), failed)

    def _tell(self, path: Path) -> None:
        self._status.show_message(_("The report is in {name}.").format(name=path.name))


def _write(path: Path, title: str, blocks: tuple[Block, ...], counting: Counting, goal: Goal | None) -> None:
    told = _late("factbox.dossier.composing").compose(title, blocks, "en", counting, goal)
    match path.suffix.lower():
        case ".pdf":
            data = _late("factbox.session.dossierpages").pdf(told)
        case ".docx":
            data = _late("factbox.dossier.word").docx(told, _late("factbox.session.dossierpages").png)
        case _:
            data = _late("factbox.dossier.webpage").html(told)
    formats.write_bytes(data, path)


def _late(name: str) -> Any:
    # Only who wants a report needs them.
    return importlib.import_module(name)
