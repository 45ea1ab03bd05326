"""What a crash has left, offered to the user: with its date and its first words."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from factbox.document import Document
from factbox.session.manuscript import Manuscript
from factbox.session.recovery import Draft, Recovery
from factbox.translation import _
from factbox.ui.filing import Filing, reason
from factbox.ui.neighbours import Neighbours
from factbox.ui.notice import NoticeBar
from factbox.ui.tongue import written_moment


class Recovering(QObject):
    """Offers the drafts that were found, one after the other."""

    def __init__(
        self,
        recovery: Recovery,
        manuscript: Manuscript,
        filing: Filing,
        notice: NoticeBar,
        neighbours: Neighbours,
    ) -> None:
        super().__init__(filing)
        self._neighbours = neighbours
        self._recovery, self._manuscript = recovery, manuscript
        self._filing, self._notice = filing, notice
        # What is still to be answered, the first of which is offered by a sentence in the notice.
        self._drafts: list[Draft] = []
        self._sentence = ""
        recovery.found.connect(self.offer)
        recovery.failed.connect(self._on_failed)

    @Slot()
    def look(self) -> None:
        """Look for drafts, unless somebody else does."""
        if not self._neighbours.looks_for_drafts:
            self._recovery.look()

    @property
    def unanswered(self) -> tuple[Draft, ...]:
        """The drafts that are offered, and those that come behind; none when somebody has closed the notice."""
        return tuple(self._drafts) if self._notice.holds(self._sentence) else ()

    @Slot(object)
    def offer(self, drafts: Sequence[Draft]) -> None:
        """Offer drafts, one after the other."""
        self._drafts = list(drafts)
        self._offer()

    def _offer(self) -> None:
        if not self._drafts:
            return
        draft = self._drafts[0]
        first = draft.first or draft.title or _("without words")
        told = written_moment(draft.when)
        if draft.path:
            sentence = _("Changes to {name} were not saved when the program ended: “{first}”, {when}.")
            sentence = sentence.format(name=Path(draft.path).name, first=first, when=told)
        else:
            sentence = _("A text was not saved when the program ended: “{first}”, {when}.")
            sentence = sentence.format(first=first, when=told)
        self._sentence = sentence
        self._notice.show_notice(
            sentence,
            (_("Bring it back"), lambda: self._bring_back(draft)),
            (_("Delete it"), lambda: self._delete(draft)),
            lasting=True,
        )

    def _bring_back(self, draft: Draft) -> None:
        self._drafts.remove(draft)
        if not self._neighbours.bring_back(draft):
            self.restore(draft)
            return
        self._offer()

    def restore(self, draft: Draft) -> None:
        """Show a draft in place of the text, which is saved first if the user wants it."""

        def read(document: Document) -> None:
            path = Path(draft.path) if draft.path else None

            def shown() -> None:
                # From now on it is the draft of this window.
                self._recovery.succeed(draft)
                self._offer()

            self._manuscript.restore(document, path, draft.title, shown, stamp=draft.stamp)

        def unread(error: Exception) -> None:
            sentence = _("The text could not be brought back. {reason} It stays where it is.")
            self._notice.show_notice(sentence.format(reason=reason(error)))

        self._filing.after_saving(lambda: self._recovery.read(draft, read, unread))

    def _delete(self, draft: Draft) -> None:
        self._drafts.remove(draft)
        self._recovery.discard(draft)
        self._offer()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        sentence = _("No draft of this text can be kept. {reason} Save it now and then.")
        self._notice.show_notice(sentence.format(reason=reason(error)), (_("Save"), self._filing.save))
