"""The ledger: the paragraphs of a document and their running total, kept by adding and subtracting."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from factbox.document import Block, Splice
from factbox.metrics import words
from factbox.metrics.book import Book, Page
from factbox.metrics.diversity import NO_DIVERSITY, Diversity, diversity
from factbox.metrics.explain import Evidence, Explanation, explain
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import NOTHING, UNMEASURED, Paragraph, measure
from factbox.metrics.passages import Passage, Passages
from factbox.metrics.report import COUNTING, Counting, Report, report
from factbox.metrics.tally import Tally, Vocabulary

FEW = 16


@dataclass(slots=True, eq=False)
class _Entry:
    """A block in the book.

    Attributes:
        block: The block.
        paragraph: What it counts; None until it is measured, and for good where that failed.
        before: The measured entry whose place it takes; it stays in the account until this one is measured.
        waiting: Whether it is still to be measured.
        passage: Its tokens, once somebody asked for them.
        spared: What its exempt words are spared, packed.
    """

    block: Block
    paragraph: Paragraph | None = None
    before: "_Entry | None" = None
    waiting: bool = True
    passage: Passage | None = None
    spared: int = 0


class Ledger:
    """Keeps account of a document: splices go in, reports come out, and an edit costs what it changed.

    Blocks are booked at once and measured afterwards, by `measure_next`; one that leaves before its turn is
    never measured. What a block replaces counts until the block itself is measured, so the figures never dip.
    """

    def __init__(self, code: str = "en", counting: Counting = COUNTING) -> None:
        self._lexicon = Lexicon(language(code))
        self._book: Book[_Entry] = Book()
        self._waiting: deque[_Entry] = deque()
        self._leaving: deque[_Entry] = deque()
        self._passages: WeakKeyDictionary[Page[_Entry], Passages] = WeakKeyDictionary()
        self._unmeasured = 0
        self._revision = 0
        self._counting = counting
        self._clear()
        self.count(counting)

    def _clear(self) -> None:
        self._total = Tally()
        self._aside = Tally()
        # What exempt words are spared, in prose and in fragments.
        self._spared = {False: 0, True: 0}
        self._vocabulary = Vocabulary()
        self._vocabulary.ignore_capitals(ignored=self._counting.ignore_capitals)
        self._leaving.clear()

    @property
    def pending(self) -> int:
        """How many blocks are still to be measured, or to be taken out of the account."""
        return self._unmeasured + len(self._leaving)

    @property
    def blocks(self) -> list[Block]:
        """The document as the ledger knows it."""
        return [entry.block for entry in self._book]

    def count(self, counting: Counting) -> None:
        """Count in another way from now on; only other exempt words make everything be measured anew."""
        if counting.ignore_capitals != self._counting.ignore_capitals:
            for entry in self._book:
                entry.passage = None
            self._passages.clear()
        self._counting = counting
        self._vocabulary.ignore_capitals(ignored=counting.ignore_capitals)
        if counting.exempt != self._lexicon.exempt:
            self._lexicon = Lexicon(self._lexicon.language, counting.exempt)
            self._measure_anew()

    def _measure_anew(self) -> None:
        entries = [_Entry(block) for block in self.blocks]
        self._book.splice(0, len(entries), entries)
        self._clear()
        self._waiting = deque(entries)
        self._unmeasured = len(entries)

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
        arriving = [_Entry(block) for block in splice.blocks]
        leaving = self._book.splice(splice.first, splice.removed, arriving)
        booked = [each for each in map(self._withdraw, leaving) if each is not None]
        if len(leaving) > FEW and len(self._book) == len(arriving):
            # Nothing of the old document is left.
            self._clear()
        else:
            for entry, before in zip(arriving, booked, strict=False):
                entry.before = before
            self._leaving.extend(booked[len(arriving) :])
        if len(arriving) <= FEW:
            # What somebody types comes before the rest of a long text.
            self._waiting.extendleft(reversed(arriving))
        else:
            self._waiting.extend(arriving)
        self._unmeasured += len(arriving)
        self._revision = splice.revision

    def look_at(self, first: int, last: int) -> None:
        """Measure the blocks between two places first, if they are still to be measured."""
        seen = [entry for entry in self._book.between(first, last + 1) if entry.waiting]
        self._waiting.extendleft(reversed(seen))

    def measure_next(self) -> None:
        """Measure the next block that waits, if one does; a block whose measuring fails counts for nothing."""
        while self._waiting:
            entry = self._waiting.popleft()
            if entry.waiting:
                entry.waiting = False
                self._unmeasured -= 1
                self._book_in(entry)
                return
        if self._leaving:
            self._strike(self._leaving.popleft())

    def _withdraw(self, entry: _Entry) -> _Entry | None:
        """Take an entry out of the queue; give what stands in the account for it."""
        if entry.waiting:
            entry.waiting = False
            self._unmeasured -= 1
            return entry.before
        return entry if entry.paragraph is not None else None

    def _book_in(self, entry: _Entry) -> None:
        before, entry.before = entry.before, None
        known = before.paragraph if before is not None and before.paragraph is not None else UNMEASURED
        try:
            old, new = words.difference(before.block.text if before is not None else "", entry.block.text)
            going, coming = list(words.stretches(old)), list(words.stretches(new))
            counts = sum(map(self._lexicon.tally, coming), known.counts)
            counts = counts - sum(map(self._lexicon.tally, going), NOTHING)
            entry.paragraph = measure(entry.block, counts, self._lexicon)
            entry.spared = before.spared if before is not None else 0
            entry.spared += sum(map(self._lexicon.spared, coming)) - sum(map(self._lexicon.spared, going))
        except Exception:
            if before is not None:
                self._strike(before)
            raise
        for forms in going:
            self._vocabulary.remove(self._lexicon.tokens(forms))
        for forms in coming:
            self._vocabulary.add(self._lexicon.tokens(forms))
        if before is not None:
            self._write_off(before)
        self._total += entry.paragraph.tally
        self._aside += entry.paragraph.aside
        self._spared[entry.paragraph.is_fragment] += entry.spared

    def _write_off(self, entry: _Entry) -> None:
        if entry.paragraph is not None:
            self._total -= entry.paragraph.tally
            self._aside -= entry.paragraph.aside
            self._spared[entry.paragraph.is_fragment] -= entry.spared

    def _strike(self, entry: _Entry) -> None:
        if entry.paragraph is not None:
            self._write_off(entry)
            for forms in words.stretches(words.difference(entry.block.text, "")[0]):
                self._vocabulary.remove(self._lexicon.tokens(forms))

    @property
    def judged(self) -> Tally:
        """The tally that the Level is judged by.

        It is the total, with exempt words as easy ones, and with the fragments if they count as sentences.
        """
        return self._judged(fragments=self._counting.fragments, spared=True)

    def _judged(self, *, fragments: bool, spared: bool) -> Tally:
        whole = (self._total + self._aside).replace(words_left_out=0) if fragments else self._total
        less = self._spared[False] + (self._spared[True] if fragments else 0)
        return Tally.unpack(whole.packed + less) if spared else whole

    def report(self) -> Report:
        """Report on all that is measured; exact when nothing is pending."""
        any_spared = any(self._spared.values())
        return report(
            self.judged,
            self._vocabulary.types,
            language=self._lexicon.language.code,
            counting=self._counting,
            revision=self._revision,
            pending=self.pending,
            blocks=len(self._book),
            unspared=self._judged(fragments=self._counting.fragments, spared=False) if any_spared else None,
        )

    def explain(self, key: str) -> Explanation:
        """Explain a fact by its key.

        Raises:
            KeyError: There is no such fact.
        """
        evidence = Evidence(
            report=self.report(),
            judged=self.judged,
            otherwise=self._judged(fragments=not self._counting.fragments, spared=True),
            once=self._vocabulary.frequencies.get(1, 0),
            folded=self._vocabulary.types_otherwise,
            ignores_capitals=self._counting.ignore_capitals,
            diversity=self.diversity() if key == "ttr" else NO_DIVERSITY,
        )
        return explain(key, evidence)

    def diversity(self) -> Diversity:
        """Measure the diversity of all that is measured; after an edit only what it touched is read again."""
        pages = [self._read(page) for page in self._book.pages]
        return diversity(pages, self._vocabulary.counts, self._vocabulary.frequencies)

    def _read(self, page: Page[_Entry]) -> Passages:
        kept = self._passages.get(page)
        if kept is None:
            kept = Passages([self._passage(entry) for entry in page.entries])
            if not self._unmeasured:
                self._passages[page] = kept
        return kept

    def _passage(self, entry: _Entry) -> Passage:
        if entry.paragraph is None:
            return Passage(())
        if entry.passage is None:
            tokens = self._lexicon.tokens(words.forms(entry.block.text))
            entry.passage = Passage(tuple(map(str.lower, tokens) if self._counting.ignore_capitals else tokens))
        return entry.passage


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
