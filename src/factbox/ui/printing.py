"""A text on paper: saved as a PDF, looked at as it will be printed, and printed."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from factbox import formats
from factbox.document import Block
from factbox.session import pages
from factbox.session.tasks import Errands
from factbox.session.wordlists import safe_name
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.filing import Filing, reason
from factbox.ui.notice import NoticeBar
from factbox.ui.statusline import StatusLine

# Characters: to set longer ones for a preview would hold the window up.
_MOST_PREVIEWED = 300_000


class Printing(QObject):
    """Puts the text on paper; all but the preview is done away from the window.

    Signals:
        idled: Nothing is on its way to a file or a printer any more.
    """

    idled = Signal()

    def __init__(
        self,
        blocks: Callable[[], tuple[Block, ...]],
        filing: Filing,
        notice: NoticeBar,
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._blocks, self._filing = blocks, filing
        self._notice, self._status, self._window = notice, status, window
        self._previewed: Any = None
        self._errands = Errands(self)
        self._errands.idled.connect(self.idled)

    @property
    def is_writing(self) -> bool:
        """Whether something is on its way to a file or a printer."""
        return self._errands.is_busy

    @Slot()
    def save_as_pdf(self) -> None:
        """Ask for a file and set the text on pages in it."""
        name = safe_name(self._filing.name or self._filing.title)
        path = dialogs.ask_where_to_save_pdf(self._window, self._filing.folder / f"{name}.pdf")
        if path is None:
            return
        blocks, title = self._blocks(), self._filing.name

        def failed(error: Exception) -> None:
            sentence = _("Could not save {name}. {reason}").format(name=path.name, reason=reason(error))
            self._notice.show_notice(sentence, (_("Save elsewhere"), self.save_as_pdf))

        self._status.show_message(_("{name} is being made…").format(name=path.name))
        self._errands.run(lambda: _write(blocks, title, path), lambda _made: self._tell(path), failed)

    def _tell(self, path: Path) -> None:
        self._status.show_message(_("The text is in {name}.").format(name=path.name))

    @Slot()
    def print(self) -> None:
        """Ask for a printer and print the text."""
        printer = self._printer()
        dialog = _library().QPrintDialog(printer, self._window)
        dialog.setWindowTitle(_("Print"))
        dialog.setStyleSheet(str(self._window.property(dialogs.LOOK) or ""))
        dialogs.make_room(dialog)
        blocks = self._blocks()

        def failed(error: Exception) -> None:
            self._notice.show_notice(_("Could not print. {reason}").format(reason=reason(error)))

        if dialog.exec():
            self._status.show_message(_("The text goes to the printer…"))
            self._errands.run(
                lambda: pages.put_on(printer, blocks),
                lambda _done: self._status.show_message(_("The text is with the printer.")),
                failed,
            )
        dialog.deleteLater()

    @Slot()
    def preview(self) -> None:
        """Show the text as it will be printed."""
        blocks = self._blocks()
        if sum(len(block.text) for block in blocks) > _MOST_PREVIEWED:
            sentence = _("This text is too long for a preview. Save it as a PDF to look at its pages.")
            self._notice.show_notice(sentence, (_("Save as PDF"), self.save_as_pdf))
            return
        # The dialog uses it without owning it.
        self._previewed = self._printer()
        dialog = _library().QPrintPreviewDialog(self._previewed, self._window)
        dialog.setObjectName("print_preview")
        dialog.setWindowTitle(_("Print Preview"))
        dialog.resize(self._window.size() * 0.9)
        dialog.paintRequested.connect(lambda printer: pages.put_on(printer, blocks))
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def _printer(self) -> Any:
        library = _library()
        printer = library.QPrinter(library.QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(pages.layout())
        printer.setDocName(self._filing.title)
        return printer


def _library() -> Any:
    # Only who prints needs it.
    return importlib.import_module("PySide6.QtPrintSupport")


def _write(blocks: tuple[Block, ...], title: str, path: Path) -> None:
    formats.write_bytes(pages.pdf(blocks, title), path)
