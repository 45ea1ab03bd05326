"""What one does with other states of the text's file: earlier saves, and what another program has made of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from factbox import formats
from factbox.session.backups import Backup, backups
from factbox.session.differences import Pair, differences
from factbox.session.manuscript import Manuscript
from factbox.session.tasks import Errands
from factbox.translation import _
from factbox.ui.difference import DifferenceDialog, Verb
from factbox.ui.dressing import Dressing
from factbox.ui.earlier import EarlierDialog
from factbox.ui.filing import Filing, reason
from factbox.ui.neighbours import Neighbours
from factbox.ui.notice import NoticeBar


class LookingBack(QObject):
    """Lists earlier saves, opens copies of them, and sets other states beside the text."""

    def __init__(
        self,
        manuscript: Manuscript,
        filing: Filing,
        notice: NoticeBar,
        dressing: Dressing,
        window: QWidget,
        *,
        neighbours: Neighbours,
    ) -> None:
        super().__init__(window)
        self._manuscript, self._filing, self._notice = manuscript, filing, notice
        self._dressing, self._window, self._neighbours = dressing, window, neighbours
        self._earlier: EarlierDialog | None = None
        self._errands = Errands(self)

    @Slot()
    def show_earlier(self) -> EarlierDialog | None:
        """List the earlier saves of the file; give the dialog, or none if the text has no file."""
        path = self._manuscript.path
        if path is None:
            self._notice.show_notice(_("This text is in no file yet, so there are no earlier saves."))
            return None
        dialog = EarlierDialog(path.name, *self._dressing.worn, self._window)
        dialog.opened.connect(self._open_copy)
        dialog.compared.connect(partial(self._compare_backup, path))
        # It may be closed before the answer comes.
        self._earlier = dialog
        dialog.finished.connect(self._on_earlier_closed)
        self._errands.run(lambda: backups(path), self._show_backups, self._tell_backups)
        dialog.open()
        return dialog

    @Slot()
    def _on_earlier_closed(self) -> None:
        self._earlier = None

    def _show_backups(self, found: tuple[Backup, ...]) -> None:
        if self._earlier is not None:
            self._earlier.show_backups(found)

    def _tell_backups(self, error: Exception) -> None:
        if self._earlier is not None:
            self._earlier.say(reason(error))

    def _open_copy(self, backup: Backup) -> None:
        title = _("Copy of {name}").format(name=self._filing.title)
        if not self._neighbours.open_copy(backup.file, title):
            self._filing.after_saving(lambda: self._manuscript.open(backup.file, title))

    def _compare_backup(self, _path: Path, backup: Backup) -> None:
        copy: Verb = (_("Open a Copy"), partial(self._open_copy, backup))
        self._compare(backup.file, _("Earlier save"), (copy,))

    def compare_file(self, path: Path, verbs: Sequence[Verb]) -> None:
        """Set what the file holds now beside the text.

        Args:
            path: The file.
            verbs: What else can be done about it, with their words.
        """
        self._compare(path, _("In the file"), verbs)

    def _compare(self, path: Path, head: str, verbs: Sequence[Verb]) -> None:
        mine = tuple(block.text for block in self._manuscript.document.blocks)

        def work() -> tuple[Pair, ...]:
            return differences([block.text for block in formats.read(path).blocks], mine)

        def failed(error: Exception) -> None:
            sentence = _("Could not compare with {name}. {reason}")
            self._notice.show_notice(sentence.format(name=path.name, reason=reason(error)), *verbs)

        self._errands.run(work, partial(self._show, head, verbs), failed)

    def _show(self, head: str, verbs: Sequence[Verb], pairs: tuple[Pair, ...]) -> None:
        dialog = DifferenceDialog((head, _("In this window")), *self._dressing.worn, self._window, verbs)
        dialog.show_pairs(pairs)
        dialog.open()
