"""The Sampler: the facts of a selected part of the text, counted as the whole is."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot

from factbox.document import Block, Splice
from factbox.metrics.ledger import Ledger
from factbox.metrics.report import Counting, Report
from factbox.session.thinker import Thinker


class Sampler(Thinker):
    """Counts what is selected, again when the text is counted in another way.

    Signals:
        sampled: The facts of the selected text, a Report; None when nothing is selected.
    """

    sampled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._selection: tuple[Block, ...] = ()
        self._counting: Counting | None = None
        self._counted: Counting | None = None

    @Slot(object)
    def select(self, blocks: tuple[Block, ...]) -> None:
        """Tell the facts of a selected text; nothing is selected if there are no blocks."""
        self._selection, self._counted = blocks, None
        if blocks:
            self._count()
        else:
            super().drop()
            self.sampled.emit(None)

    def attend(self, ledger: Ledger) -> None:
        """Count as the ledger does from now on."""
        self._counting = ledger.counting
        self._count()

    def drop(self) -> None:
        """Go on: what was selected has the same facts, whatever is written elsewhere."""

    def answer(self, answer: object) -> None:
        """Tell the facts."""
        self.sampled.emit(answer)

    def _count(self) -> None:
        if self._counting is not None and self._selection and self._counted != self._counting:
            self._counted = self._counting
            self.think(_counted(self._selection, self._counting))


def _counted(blocks: tuple[Block, ...], counting: Counting) -> Iterator[Report | None]:
    ledger = Ledger(counting=counting)
    ledger.apply(Splice(0, 0, blocks))
    while ledger.pending:
        ledger.measure_next()
        yield None
    yield ledger.report()
