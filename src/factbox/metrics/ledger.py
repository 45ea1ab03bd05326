"""The ledger: the paragraphs of a document and their running total, kept by adding and subtracting."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factbox.document import Block, Splice
from factbox.metrics import words
from factbox.metrics.diversity import NO_DIVERSITY, Diversity, Passage, diversity
from factbox.metrics.explain import Evidence, Explanation, explain
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import NOTHING, measure
from factbox.metrics.report import COUNTING, Counting, Report, report
from factbox.metrics.tally import Tally, Vocabulary

FEW = 16


@dataclass(slots=True, eq=False)
class _Entry:
    """A block in the book; its tally is None until it is measured, and for good where that failed."""

    block: Block
    tally: Tally | None = None
    aside: Tally = NOTHING
    passage: Passage | None = None
    waiting: bool = True


class Ledger:
    """Keeps account of a document: splices go in, reports come out, and an edit costs what it changed.

    Blocks are booked at once and measured afterwards, by `measure_next`; one that leaves before its turn is
    never measured.
    """

    def __init__(self, code: str = "en", counting: Counting = COUNTING) -> None:
        self._lexicon = Lexicon(language(code))
        self._entries: list[_Entry] = []
        self._waiting: deque[_Entry] = deque()
        self._pending = 0
        self._total = Tally()
        self._aside = Tally()
        self._vocabulary = Vocabulary()
        self._revision = 0
        self.count(counting)

    @property
    def pending(self) -> int:
        """How many blocks are still to be measured."""
        return self._pending

    @property
    def blocks(self) -> list[Block]:
        """The document as the ledger knows it."""
        return [entry.block for entry in self._entries]

    def count(self, counting: Counting) -> None:
        """Count in another way from now on; nothing is measured anew."""
        self._counting = counting
        for entry in self._entries:
            entry.passage = None
        self._vocabulary.ignore_capitals(ignored=counting.ignore_capitals)

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
                self._aside += paragraph.aside
                entry.tally, entry.aside = paragraph.tally, paragraph.aside
                return

    @property
    def judged(self) -> Tally:
        """The tally that the Level is judged by: the total, with the fragments if they count as sentences."""
        return replace(self._total + self._aside, words_left_out=0) if self._counting.fragments else self._total

    def report(self) -> Report:
        """Report on all that is measured; exact when nothing is pending."""
        return report(
            self.judged,
            self._vocabulary.types,
            language=self._lexicon.language.code,
            counting=self._counting,
            revision=self._revision,
            pending=self._pending,
            blocks=len(self._entries),
        )

    def explain(self, key: str) -> Explanation:
        """Explain a fact by its key.

        Raises:
            KeyError: There is no such fact.
        """
        counts, capitals = self._vocabulary.counts, self._counting.ignore_capitals
        inside = replace(self._total + self._aside, words_left_out=0)
        evidence = Evidence(
            report=self.report(),
            judged=self.judged,
            otherwise=self._total if self._counting.fragments else inside,
            once=sum(times == 1 for times in counts.values()),
            folded=self._vocabulary.types_otherwise(),
            ignores_capitals=capitals,
            diversity=self.diversity() if key == "ttr" else NO_DIVERSITY,
        )
        return explain(key, evidence)

    def diversity(self) -> Diversity:
        """Measure the diversity of all that is measured; after an edit only what it touched is read again."""
        return diversity(
            list(map(self._passage, self._entries)), self._vocabulary.counts, self._vocabulary.frequencies
        )

    def _passage(self, entry: _Entry) -> Passage:
        if entry.tally is None:
            return Passage(())
        if entry.passage is None:
            tokens = self._lexicon.tokens(words.forms(entry.block.text))
            entry.passage = Passage(tuple(map(str.lower, tokens) if self._counting.ignore_capitals else tokens))
        return entry.passage

    def _settle(self, entry: _Entry) -> None:
        if entry.waiting:
            entry.waiting = False
            self._pending -= 1

    def _strike(self, entry: _Entry) -> None:
        self._settle(entry)
        if entry.tally is not None:
            self._total -= entry.tally
            self._aside -= entry.aside
            self._vocabulary.remove(self._lexicon.tokens(words.forms(entry.block.text)))


def settle(
    blocks: Iterable[Block],
    code: str = "en",
    counting: Counting = COUNTING,
) -> Report:
    """Measure a whole document at once and report on it."""
    ledger = Ledger(code, counting)
    ledger.apply(Splice(0, 0, tuple(blocks)))
    while ledger.pending:
        ledger.measure_next()
    return ledger.report()
