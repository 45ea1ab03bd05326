"""What one does with many texts at once: choosing, measuring, opening and saving a table of them."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from factbox import formats
from factbox.batch.row import Order, Row
from factbox.formats import FormatError
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.report import Counting
from factbox.session.census import Census, folder_of
from factbox.session.tasks import Errands
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.dressing import Dressing
from factbox.ui.filing import Filing, reason


class Surveying(QObject):
    """Opens the table of many texts, and lets it be filled.

    Signals:
        idled: No table is on its way to the disk any more.

    Args:
        filing: Opens a text.
        dressing: How the table looks.
        counting: How texts are counted.
        window: Whose table it is.
    """

    idled = Signal()

    def __init__(
        self, filing: Filing, dressing: Dressing, counting: Callable[[], Counting], window: QWidget
    ) -> None:
        super().__init__(window)
        self._filing, self._dressing, self._counting, self._window = filing, dressing, counting, window
        self._errands = Errands(self)
        self._errands.idled.connect(self.idled)
        self._names: list[str] = []
        self.census: Census | None = None
        self.dialog: Any = None

    @property
    def is_writing(self) -> bool:
        """Whether a table is on its way to the disk."""
        return self._errands.is_busy

    @Slot()
    def open(self) -> Any:
        """Show the table; give it."""
        if self.dialog is None:
            self._make()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    @Slot()
    def close(self) -> None:
        """Close the table, if there is one; what is being measured for it is measured no more."""
        if self.dialog is not None:
            self.dialog.close()

    def _make(self) -> None:
        # Only who measures many texts needs it.
        make = importlib.import_module("factbox.ui.censusdialog").CensusDialog
        self.dialog = dialog = make(Order(self._counting(), tuple(FORMULAS)), *self._dressing.worn, self._window)
        # Each table has its own: rows of one that was closed a moment ago never come into the next.
        self.census = census = Census(self)
        dialog.folder_wanted.connect(self._ask_folder)
        dialog.files_wanted.connect(self._ask_files)
        dialog.named.connect(self.measure)
        dialog.stopped.connect(census.stop)
        dialog.opened.connect(self._open_text)
        dialog.table_wanted.connect(self._ask_table)
        dialog.finished.connect(self._forget)
        census.found.connect(dialog.show_found)
        census.measured.connect(dialog.show_rows)
        census.ended.connect(dialog.show_ended)
        census.failed.connect(self._on_failed)

    @Slot(list)
    def measure(self, names: list[str]) -> None:
        """Measure the texts in files and folders."""
        if self.census is None or self.census.is_busy:
            return
        self._names = names
        # How texts are counted may have been changed since the last time.
        self.dialog.order = replace(self.dialog.order, counting=self._counting())
        self.dialog.begin()
        self.census.begin(names, self.dialog.order)

    def _ask_folder(self) -> None:
        folder = dialogs.ask_for_folder(self.dialog, _("Measure all texts in a folder"), self._filing.folder)
        if folder is not None:
            self.measure([str(folder)])

    def _ask_files(self) -> None:
        files = dialogs.ask_for_files(self.dialog, self._filing.folder)
        if files:
            self.measure([str(each) for each in files])

    def _ask_table(self) -> None:
        proposed = folder_of(self._names) / ".".join((_("texts"), "xlsx"))
        path = dialogs.ask_where_to_save_table(self.dialog, proposed)
        if path is not None:
            rows, order = tuple(self.dialog.model.rows), self.dialog.seen
            self._errands.run(partial(_save, path, rows, order), partial(self._on_saved, path), self._on_unsaved)

    @Slot(object)
    def _open_text(self, path: Path) -> None:
        self._filing.open(path)
        self._window.activateWindow()

    def _on_saved(self, path: Path, _nothing: None) -> None:
        if self.dialog is not None:
            self.dialog.say(_("The table is in {name}.").format(name=path.name))

    def _on_unsaved(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.say(_("The table is not saved. {reason}").format(reason=reason(error)))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.dialog.show_ended()
        self.dialog.say(_("It did not work. {reason}").format(reason=reason(error)))

    @Slot()
    def _forget(self) -> None:
        dialog, census = self.dialog, self.census
        self.dialog = self.census = None
        if census is None:
            return
        for signal, slot in (
            (census.found, dialog.show_found),
            (census.measured, dialog.show_rows),
            (census.ended, dialog.show_ended),
            (census.failed, self._on_failed),
        ):
            signal.disconnect(slot)
        census.leave()


def _save(path: Path, rows: tuple[Row, ...], order: Order) -> None:
    if any(formats.is_same(path, Path(row.path)) for row in rows):
        raise FormatError(_("{name} is one of the texts. Save it as another file.").format(name=path.name))
    importlib.import_module("factbox.batch.sheets").save(path, rows, order)
