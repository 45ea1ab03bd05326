"""A file that another window has: one reads it here, or writes all the same."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from factbox.session.manuscript import Manuscript
from factbox.session.occupancy import Occupancy
from factbox.translation import _
from factbox.ui.editor import Editor
from factbox.ui.notice import NoticeBar
from factbox.ui.statusline import StatusLine


class Guesting(QObject):
    """Keeps the text from being typed in while it is on its way in, or another window has its file.

    Args:
        occupancy: Knows who has the file.
        manuscript: The text.
        editor: What one types in.
        notice: Asks.
        status: Says what was answered.
    """

    def __init__(
        self, occupancy: Occupancy, manuscript: Manuscript, editor: Editor, notice: NoticeBar, status: StatusLine
    ) -> None:
        super().__init__(editor)
        self._occupancy, self._manuscript = occupancy, manuscript
        self._editor, self._notice, self._status = editor, notice, status
        manuscript.busied.connect(self._lock)
        occupancy.taken.connect(self._ask)
        occupancy.freed.connect(self._lock)

    @Slot(object)
    def _ask(self, path: Path) -> None:
        self._lock()
        self._notice.show_notice(
            _("“{name}” is open in another window of Fact Box.").format(name=path.name),
            (_("Open to Read"), self._read),
            (_("Open Anyway"), self._occupancy.insist),
        )

    def _read(self) -> None:
        self._status.show_message(_("Only to read here; a save asks for another file."))
        self._editor.setFocus()

    @Slot()
    def _lock(self) -> None:
        self._editor.setReadOnly(self._manuscript.is_coming or self._occupancy.is_guest)
