"""The dealings of the user with an original and its versions.

What the start does without (comparison, table of versions, export) is imported by name when it is wanted.
"""

import importlib
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from factbox.document import Document, Moment, Work, first_line
from factbox.formats import FormatError
from factbox.metrics.guidance import Spot
from factbox.metrics.report import Counting, Report
from factbox.session import holding
from factbox.session.choices import Choices
from factbox.session.companion import Companion
from factbox.session.portfolio import Portfolio
from factbox.session.tasks import Errands
from factbox.session.weighing import Weighing, Weight, choices_of
from factbox.translation import _, ngettext
from factbox.ui import dialogs
from factbox.ui.filing import Filing, reason
from factbox.ui.notice import NoticeBar
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme
from factbox.ui.tongue import written_moment

# Milliseconds of rest after which a moment is kept in the history.
_MOMENT = 20_000


class Adapting(QObject):
    """Adapting a text, choosing an original, the versions, and exporting them.

    Args:
        make: Makes the comparison when it is first wanted.

    Signals:
        compared: Whether an original lies beside the text.
        idled: Files that were on their way are there, or could not get there.
        failed: Files could not be exported.
    """

    compared = Signal(bool)
    idled = Signal()
    failed = Signal()

    def __init__(
        self,
        *,
        portfolio: Portfolio,
        companion: Companion,
        filing: Filing,
        notice: NoticeBar,
        status: StatusLine,
        make: Callable[[], Any],
        look: Callable[[], tuple[Theme, float]],
        counting: Callable[[], Counting],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._portfolio, self._companion, self._filing = portfolio, companion, filing
        self._notice, self._status, self._window = notice, status, window
        self._make, self._look, self._counting = make, look, counting
        self._comparing: Any = None
        self._dialog: Any = None
        self._waiting = False
        # Whether the original is to lie beside the text.
        self._beside = True
        self._reads, self._exports = Errands(self), Errands(self)
        self._exports.idled.connect(self.idled)
        self._weighing = Weighing(self)
        self._rest = QTimer(self, interval=_MOMENT, singleShot=True)
        self._rest.timeout.connect(self.keep_moment)
        portfolio.changed.connect(self._on_changed)
        companion.changed.connect(self._on_choices)

    @property
    def is_writing(self) -> bool:
        """Whether files are being exported."""
        return self._exports.is_busy

    # ------------------------------------------------------------------ the original

    def adapt(self) -> None:
        """Keep the text as the original and go on with a copy; without a text, ask for the file of one.

        A text that is still on its way in is adapted when it is there.
        """
        if self._portfolio.work is not None:
            self.compare(True)
        elif self._portfolio.is_coming:
            self._waiting = True
        elif self._portfolio.is_empty:
            self._waiting = self._filing.ask_and_open()
        else:
            self._portfolio.adapt(self._filing.name or self._portfolio.first_words)

    def begin(self, document: Document, path: Path | None, default: Choices) -> None:
        """Take over what was opened; a file that was asked for to be adapted is adapted."""
        if self._dialog is not None:
            self._dialog.close()
        self._rest.stop()
        self._beside = True
        self._portfolio.begin(document, path, default)
        waiting, self._waiting = self._waiting, False
        if waiting and document.work is None:
            self._portfolio.adapt(self._filing.name or self._portfolio.first_words)

    @Slot()
    def give_up(self) -> None:
        """Adapt nothing: the file that was asked for did not come."""
        self._waiting = False

    def ask_original(self) -> None:
        """Ask for the file of another original."""
        path = dialogs.ask_for_file(self._window, self._filing.folder)
        if path is None:
            return
        epoch = self._portfolio.epoch

        def done(document: Document) -> None:
            if epoch != self._portfolio.epoch:
                return
            original = document.work.original if document.work is not None else document.blocks
            if not first_line(original):
                self._on_unread(path, FormatError(_("It has no text that could be an original.")))
                return
            self._beside = True
            self._portfolio.set_original(path.stem, original)
            if document.losses:
                self._notice.show_notice(" ".join(document.losses))

        self._reads.run(lambda: holding.read(path), done, lambda error: self._on_unread(path, error))

    def _on_unread(self, path: Path, error: Exception) -> None:
        sentence = _("Could not open {name}. {reason}")
        self._notice.show_notice(sentence.format(name=path.name, reason=reason(error)))

    @Slot(bool)
    def compare(self, shown: bool) -> None:  # noqa: FBT001  # a slot of a switch
        """Lay the original beside the text, or take it away; without one, adapt the text."""
        self._beside = shown
        if shown and not self._portfolio.has_work:
            self.adapt()
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay the original beside the text if there is one and it is wanted."""
        work = self._portfolio.work
        if self._beside and work is not None:
            if self._comparing is None:
                self._comparing = self._make()
                self._comparing.dismissed.connect(self._companion.dismiss)
                self._comparing.recalled.connect(self._companion.recall)
            self._comparing.begin(work.original)
            self._comparing.heed(self._companion.choices.dismissed)
            self._show_heads()
        elif self._comparing is not None and self._comparing.is_on:
            self._comparing.end()
        self.compared.emit(self._is_comparing)

    @Slot(object)
    def show_spot_of_original(self, spot: Spot) -> None:
        """Show a place of the original, which is laid beside the text for it."""
        if not self._is_comparing:
            self.compare(True)
        if self._is_comparing:
            self._comparing.show_spot_of_original(spot)

    @property
    def comparison(self) -> Any:
        """Both texts as they were compared last; None without an original, and before they are."""
        return self._comparing.contrast if self._is_comparing else None

    @property
    def _is_comparing(self) -> bool:
        return self._comparing is not None and bool(self._comparing.is_on)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        if self._comparing is not None:
            self._comparing.set_theme(theme, scale)

    # ------------------------------------------------------------------ the versions

    def show_versions(self) -> None:
        """Show the table of versions."""
        if self._portfolio.work is None:
            self._status.show_message(_("There is no original yet: adapt this text first."))
            return
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        dialog = self._dialog = importlib.import_module("factbox.ui.versions").VersionsDialog(
            *self._look(), self._window
        )
        dialog.opened.connect(self._portfolio.show)
        dialog.wanted.connect(self._ask_new)
        dialog.renamed.connect(self._ask_name)
        dialog.removed.connect(self._ask_removal)
        dialog.exported.connect(self.ask_export)
        dialog.recalled.connect(self._recall)
        dialog.finished.connect(self._on_dialog_closed)
        self._fill()
        dialog.show()

    def ask_new(self) -> None:
        """Ask for the name of a new version, made from the one that is being written."""
        work = self._portfolio.work
        if work is None:
            self.adapt()
        else:
            self._ask_new(work.current)

    def _ask_new(self, number: int) -> None:
        work, epoch = self._portfolio.work, self._portfolio.epoch
        if work is None or number >= len(work.versions):
            return
        blocks = work.original if number < 0 else work.versions[number].blocks
        choices = {} if number < 0 else work.versions[number].choices

        def named(name: str) -> None:
            if epoch == self._portfolio.epoch:
                self._portfolio.add(name, blocks, choices)

        taken = {version.name for version in work.versions}
        names = (_("Version {n}").format(n=number) for number in count(len(work.versions) + 1))
        proposed = next(name for name in names if name not in taken)
        dialogs.ask_for_name(self._window, _("New version"), proposed, named)

    def _ask_name(self, number: int) -> None:
        name = self._name(number)
        if name is not None:
            still = self._still(number, name)
            dialogs.ask_for_name(
                self._window,
                _("Rename the version"),
                name,
                lambda new: self._portfolio.rename(number, new) if still() else None,
            )

    def _ask_removal(self, number: int) -> None:
        name = self._name(number)
        if name is not None:
            still = self._still(number, name)
            dialogs.ask_to_remove_version(
                self._window, name, lambda: self._portfolio.remove(number) if still() else None
            )

    def _name(self, number: int) -> str | None:
        work = self._portfolio.work
        return work.versions[number].name if work is not None and 0 <= number < len(work.versions) else None

    def _still(self, number: int, name: str) -> Callable[[], bool]:
        """Give what tells whether a number still means the version that was asked about."""
        work, epoch = self._portfolio.work, self._portfolio.epoch
        many = len(work.versions) if work is not None else 0

        def still() -> bool:
            now = self._portfolio.work
            is_same = now is not None and len(now.versions) == many
            return is_same and epoch == self._portfolio.epoch and self._name(number) == name

        return still

    def _recall(self, moment: Moment) -> None:
        self._portfolio.add(_("As it was on {date}").format(date=written_moment(moment.when)), moment.blocks)

    def _on_dialog_closed(self) -> None:
        self._dialog = None

    def _fill(self) -> None:
        work, dialog = self._portfolio.work, self._dialog
        if work is None or dialog is None:
            return
        # The names at once: a row must never mean another version than it says.
        dialog.show_work(work, ())

        def weighed(weights: Sequence[Weight]) -> None:
            if dialog is self._dialog:
                dialog.show_work(work, weights)

        self._weighing.weigh(work, self._counting(), weighed)

    # ------------------------------------------------------------------ the history

    @Slot(object)
    def follow(self, report: Report) -> None:
        """Keep a moment when the writing rests."""
        if self._portfolio.has_work and not report.pending:
            self._portfolio.observe(report.level)
            self._rest.start()

    def keep_moment(self) -> None:
        """Keep what is there now in the history of the version."""
        self._rest.stop()
        self._portfolio.note(time.time())
        self._fill()

    # ------------------------------------------------------------------ export

    def ask_export(self) -> None:
        """Ask where all versions are to be exported, and in which form."""
        work = self._portfolio.work
        if work is None:
            self._status.show_message(_("There is no original yet: adapt this text first."))
            return

        def answered(folder: Path, suffix: str, *, labelled: bool) -> None:
            def done(files: tuple[Path, ...]) -> None:
                told = ngettext(
                    "Exported {n} file to {{folder}}.", "Exported {n} files to {{folder}}.", len(files)
                )
                self._status.show_message(told.format(folder=folder.name))

            def failed(error: Exception) -> None:
                self.failed.emit()
                sentence = _("The versions could not be exported. {reason}").format(reason=reason(error))
                self._notice.show_notice(sentence, (_("Export elsewhere"), self.ask_export))

            counting = self._counting()
            export = importlib.import_module("factbox.session.exporting").export
            self._exports.run(lambda: export(work, folder, suffix, counting, labelled=labelled), done, failed)

        dialogs.ask_for_export(self._window, self._filing.folder, answered)

    # ------------------------------------------------------------------ what comes

    @Slot(object)
    def _on_changed(self, _work: Work | None) -> None:
        self._lay_out()
        self._fill()

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        if self._is_comparing:
            self._comparing.heed(choices.dismissed)
            self._show_heads()

    def _show_heads(self) -> None:
        work = self._portfolio.work
        if work is None or not self._is_comparing:
            return
        version = work.versions[work.current]
        goal = choices_of(version).goal
        parts = (version.name, goal.name or goal.label if goal is not None else "")
        self._comparing.show_heads(
            _("{title}, read only").format(title=work.title) if work.title else _("read only"),
            " · ".join(filter(None, parts)),
        )


def comparing(**parts: Any) -> Any:
    """Make the comparison of a window."""
    return importlib.import_module("factbox.ui.comparing").Comparing(**parts)
