"""The Pointer: the Level of the sentence at the caret, by the formula that gives the Level of the text."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from factbox.document import Block, Role
from factbox.metrics.ledger import Ledger
from factbox.metrics.levels import is_foreign
from factbox.metrics.measure import LONGEST_FRAGMENT, measured_sentences
from factbox.metrics.parts import Parts
from factbox.metrics.report import Counting
from factbox.session.thinker import Thinker, words_of


@dataclass(frozen=True, slots=True)
class SentenceFigure:
    """A sentence in figures.

    Attributes:
        words: How many words it has; none where there is no sentence.
        level: Its Level by itself; None where no figure would be honest: without a sentence, in a heading or an
            item, in a line without an end, and in another language.
    """

    words: int = 0
    level: float | None = None


NOTHING = SentenceFigure()


class Pointer(Thinker):
    """Judges the sentence that is pointed at, again when the text is counted in another way.

    Signals:
        judged: A SentenceFigure.
    """

    judged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ledger: Ledger | None = None
        self._counting: Counting | None = None
        self._block, self._place = Block(""), 0

    @Slot(object, int)
    def point(self, block: Block, place: int) -> None:
        """Judge the sentence around a place of a paragraph, or around the nearest place before it."""
        self._block, self._place = block, place
        self._judge()

    def attend(self, ledger: Ledger) -> None:
        """Judge as the ledger counts from now on."""
        self._ledger = ledger
        if ledger.counting != self._counting:
            self._counting = ledger.counting
            self._judge()

    def drop(self) -> None:
        """Go on: the sentence is told anew by whoever changes it."""

    def _judge(self) -> None:
        if self._ledger is None:
            return
        try:
            self.judged.emit(self._figure(self._ledger))
        except Exception as error:  # noqa: BLE001  # whatever it is, the window must hear of it
            self.failed.emit(words_of(error))

    def _figure(self, ledger: Ledger) -> SentenceFigure:
        found = measured_sentences(self._block, ledger.lexicon)
        here = [each for each in found if each.start <= self._place]
        if not found:
            return NOTHING
        sentence = here[-1] if here else found[0]
        tally = sentence.tally
        short = self._block.role is not Role.BODY or (len(found) == 1 and tally.words <= LONGEST_FRAGMENT)
        if is_foreign(tally) or (not tally.ended and short):
            return SentenceFigure(tally.words)
        parts = Parts(ledger)
        return SentenceFigure(tally.words, parts.alone(parts.part(sentence.kind)))
