"""The ledger: the paragraphs of a document and their running total, kept by adding and subtracting."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from factbox.document import Block, Splice
from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.levels import DEFAULT
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import measure
from factbox.metrics.report import Report, report
from factbox.metrics.tally import Tally, Vocabulary

FEW = 16


@dataclass(slots=True, eq=False)
class _Entry:
    """A block in the book; its tally is None until it is measured, and for good where that failed."""

    block: Block
    tally: Tally | None = None
    waiting: bool = True


class Ledger:
    """Keeps account of a document: splices go in, reports come out, and an edit costs what it changed.

    Blocks are booked at once and measured afterwards, by `measure_next`; one that leaves before its turn is
    never measured.
    """

    def __init__(self, code: str = "en", formula: str = DEFAULT) -> None:
        self._lexicon = Lexicon(language(code))
        self._formula = formula
        self._entries: list[_Entry] = []
        self._waiting: deque[_Entry] = deque()
        self._pending = 0
        self._total = Tally()
        self._vocabulary = Vocabulary()
        self._revision = 0

    @property
    def pending(self) -> int:
        """How many blocks are still to be measured."""
        return self._pending

    @property
    def blocks(self) -> list[Block]:
        """The document as the ledger knows it."""
        return [entry.block for entry in self._entries]

    @property
    def total(self) -> Tally:
        """The sum of the tallies of all blocks that are measured."""
        return self._total

    @property
    def vocabulary(self) -> Vocabulary:
        """The tokens of all blocks that are measured."""
        return self._vocabulary

    def prepare(self) -> None:
        """Fetch now what the first unusual word would have to wait for."""
        words.prepare()

    def apply(self, splice: Splice) -> None:
        """Book an edit.

        Raises:
            IndexError: The splice speaks of blocks that the ledger does not have.
        """
        end = splice.first + splice.removed
        if not 0 <= splice.first <= end <= len(self._entries):
            raise IndexError(f"{splice.removed} blocks from {splice.first} of {len(self._entries)}")
        arriving = [_Entry(block) for block in splice.blocks]
        for entry in self._entries[splice.first : end]:
            self._strike(entry)
        self._entries[splice.first : end] = arriving
        if len(arriving) <= FEW:
            # What somebody types comes before the rest of a long text.
            self._waiting.extendleft(reversed(arriving))
        else:
            self._waiting.extend(arriving)
        self._pending += len(arriving)
        self._revision = splice.revision

    def measure_next(self) -> None:
        """Measure the next block that waits, if one does; a block whose measuring fails counts for nothing."""
        while self._waiting:
            entry = self._waiting.popleft()
            if entry.waiting:
                self._settle(entry)
                paragraph = measure(entry.block, self._lexicon)
                self._vocabulary.add(self._lexicon.tokens(paragraph.forms))
                self._total += paragraph.tally
                entry.tally = paragraph.tally
                return

    def report(self) -> Report:
        """Report on all that is measured; exact when nothing is pending."""
        return report(
            self._total,
            self._vocabulary.types,
            language=self._lexicon.language.code,
            formula=self._formula,
            revision=self._revision,
            pending=self._pending,
            blocks=len(self._entries),
        )

    def _settle(self, entry: _Entry) -> None:
        if entry.waiting:
            entry.waiting = False
            self._pending -= 1

    def _strike(self, entry: _Entry) -> None:
        self._settle(entry)
        if entry.tally is not None:
            self._total -= entry.tally
            self._vocabulary.remove(self._lexicon.tokens(words.forms(entry.block.text)))


def settle(blocks: Iterable[Block], formula: str = DEFAULT, code: str = "en") -> Report:
    """Measure a whole document at once and report on it."""
    ledger = Ledger(code, formula)
    ledger.apply(Splice(0, 0, tuple(blocks)))
    while ledger.pending:
        ledger.measure_next()
    return ledger.report()
