"""The ledger: the paragraphs of a document and their running total, kept by adding and subtracting."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from weakref import WeakKeyDictionary

from factbox.document import Block, Splice
from factbox.metrics import words
from factbox.metrics.account import Account, Difference, difference
from factbox.metrics.book import Book, Page
from factbox.metrics.diversity import NO_DIVERSITY, Diversity, diversity
from factbox.metrics.examples import NO_EXAMPLES, examples
from factbox.metrics.explain import Evidence, Explanation, explain
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import NOTHING, UNMEASURED, Paragraph, measure
from factbox.metrics.passages import Passage, Passages
from factbox.metrics.reading import Reading
from factbox.metrics.report import COUNTING, Counting, Report, report
from factbox.metrics.stock import Stock
from factbox.metrics.tally import Tally, Vocabulary

FEW = 16
# Words: a text up to this length is measured anew in no time.
_SOON = 5_000


@dataclass(slots=True, eq=False)
class Entry:
    """A block in the book.

    Attributes:
        block: The block.
        paragraph: What it counts; None until it is measured, and for good where that failed.
        before: The measured entry whose place it takes; it stays in the account until this one is measured.
        waiting: Whether it is still to be measured.
        failed: Whether its measuring failed, so that it counts for nothing.
        passage: Its tokens, once somebody asked for them.
        reading: Its sentences and words one by one, once somebody asked for them.
    """

    block: Block
    paragraph: Paragraph | None = None
    before: "Entry | None" = None
    waiting: bool = True
    failed: bool = False
    passage: Passage | None = None
    reading: Reading | None = None


class _Change(NamedTuple):
    """A paragraph, and the forms that it lost and got, in lists."""

    paragraph: Paragraph
    going: list[list[str]]
    coming: list[list[str]]


class Ledger:
    """Keeps account of a document: splices go in, reports come out, and an edit costs what it changed.

    Blocks are booked at once and measured afterwards, by `measure_next`; one that leaves before its turn is
    never measured. What a block replaces counts until the block itself is measured, so the figures never dip.

    Args:
        code: The language of the document.
        counting: How to count.
        every: Whether to keep what every formula asks for, not just the chosen one.
        lexicon: What another ledger has found out of forms; it is used on if it fits the counting.
    """

    def __init__(
        self,
        code: str = "en",
        counting: Counting = COUNTING,
        *,
        every: bool = False,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._every = every
        self._lexicon = lexicon or Lexicon(language(code))
        self._book: Book[Entry] = Book()
        self._waiting: deque[Entry] = deque()
        self._leaving: deque[Entry] = deque()
        self._passages: WeakKeyDictionary[Page[Entry], Passages] = WeakKeyDictionary()
        self._unmeasured = self._failed = 0
        self._revision = 0
        self._counting = counting
        self._clear()
        self.count(counting)

    def _clear(self) -> None:
        self._account = Account()
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
        """Count in another way from now on.

        Other exempt words make everything be measured anew, and the first formula that asks for content words.
        """
        if counting.ignore_capitals != self._counting.ignore_capitals:
            for entry in self._book:
                entry.passage = None
            self._passages.clear()
        self._counting = counting
        self._vocabulary.ignore_capitals(ignored=counting.ignore_capitals)
        with_content = self._every or FORMULAS[counting.formula].of_content
        if counting.exempt != self._lexicon.exempt or with_content > self._lexicon.with_content:
            self._lexicon = Lexicon(self._lexicon.language, counting.exempt, with_content=with_content)
            self._measure_anew()

    def _measure_anew(self) -> None:
        entries = [Entry(block) for block in self.blocks]
        self._book.splice(0, len(entries), entries)
        self._clear()
        self._waiting = deque(entries)
        self._unmeasured, self._failed = len(entries), 0

    @property
    def total(self) -> Tally:
        """The sum of the tallies of all blocks that are measured."""
        return self._account.total

    @property
    def judged(self) -> Tally:
        """The tally that the Level is judged by."""
        return self._account.judged(fragments=self._counting.fragments)

    @property
    def content(self) -> Stock:
        """The content words that the Level is judged by, where they are kept."""
        return self._account.content(fragments=self._counting.fragments)

    @property
    def counting(self) -> Counting:
        """How it counts."""
        return self._counting

    @property
    def lexicon(self) -> Lexicon:
        """What it knows of forms."""
        return self._lexicon

    @property
    def revision(self) -> int:
        """The last edit that it knows of."""
        return self._revision

    @property
    def book(self) -> Book[Entry]:
        """Its entries, in the order of the document."""
        return self._book

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
        arriving = [Entry(block) for block in splice.blocks]
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

    def give_up(self) -> None:
        """Leave uncounted what still waits, as if its measuring had failed."""
        for entry in self._waiting:
            if entry.waiting:
                entry.waiting, entry.failed = False, True
                self._failed += 1
                if entry.before is not None:
                    self._strike(entry.before)
                    entry.before = None
        for entry in self._leaving:
            self._strike(entry)
        self._waiting.clear()
        self._leaving.clear()
        self._unmeasured = 0

    def _withdraw(self, entry: Entry) -> Entry | None:
        """Take an entry out of the queue; give what stands in the account for it."""
        self._failed -= entry.failed
        if entry.waiting:
            entry.waiting = False
            self._unmeasured -= 1
            return entry.before
        return entry if entry.paragraph is not None else None

    def _book_in(self, entry: Entry) -> None:
        before, entry.before = entry.before, None
        try:
            change = self._change(before, entry.block)
        except Exception:
            entry.failed = True
            self._failed += 1
            if before is not None:
                self._strike(before)
            raise
        for forms in change.going:
            self._vocabulary.remove(self._lexicon.tokens(forms))
        for forms in change.coming:
            self._vocabulary.add(self._lexicon.tokens(forms))
        if before is not None and before.paragraph is not None:
            self._account.cross_out(before.paragraph)
        self._account.enter(change.paragraph)
        entry.paragraph = change.paragraph

    def _change(self, before: Entry | None, block: Block) -> _Change:
        """Measure a block by what differs from the entry whose place it takes."""
        known = before.paragraph if before is not None and before.paragraph is not None else UNMEASURED
        old, new = words.difference(before.block.text if before is not None else "", block.text)
        going, coming = list(words.stretches(old)), list(words.stretches(new))
        counts = sum(map(self._lexicon.tally, coming), known.counts)
        counts -= sum(map(self._lexicon.tally, going), NOTHING)
        spared = known.spared + sum(map(self._lexicon.spared, coming)) - sum(map(self._lexicon.spared, going))
        return _Change(measure(block, counts, self._lexicon, spared), going, coming)

    def _strike(self, entry: Entry) -> None:
        if entry.paragraph is not None:
            self._account.cross_out(entry.paragraph)
            for forms in words.stretches(words.difference(entry.block.text, "")[0]):
                self._vocabulary.remove(self._lexicon.tokens(forms))

    def foretell(self, texts: Mapping[int, str]) -> Tally:
        """Tell what the Level would be judged by if some blocks had other texts; nothing changes.

        Args:
            texts: By the number of a block, the text it would have.

        Raises:
            KeyError: A block is not there, or not measured yet.
        """
        return self.judged_after([self.difference(number, text) for number, text in texts.items()])

    def judged_after(self, differences: Iterable[Difference]) -> Tally:
        """Tell what the Level would be judged by after edits, each in a block of its own; nothing changes."""
        return self._account.after(differences, fragments=self._counting.fragments)

    def difference(self, number: int, text: str) -> Difference:
        """Tell what it would do to what the Level is judged by if a block had another text; nothing changes.

        Args:
            number: The number of the block.
            text: The text it would have.

        Raises:
            KeyError: The block is not there, or not measured yet.
        """
        entry = next(self._book.between(number, number + 1), None)
        if entry is None or entry.paragraph is None:
            raise KeyError(number)
        changed = self._change(entry, Block(text, entry.block.role)).paragraph
        return difference(entry.paragraph, changed, fragments=self._counting.fragments)

    def report(self) -> Report:
        """Report on all that is measured; exact when nothing is pending."""
        fragments, spares = self._counting.fragments, self._account.spares
        unspared = self._account.judged(fragments=fragments, spared=False) if spares else None
        return report(
            self.judged,
            self._vocabulary.types,
            language=self._lexicon.language.code,
            counting=self._counting,
            revision=self._revision,
            pending=self.pending,
            blocks=len(self._book),
            unspared=unspared,
            failed=self._failed,
        )

    def explain(self, key: str) -> Explanation:
        """Explain a fact by its key.

        Raises:
            KeyError: There is no such fact.
        """
        evidence = Evidence(
            report=self._with_every_score(),
            judged=self.judged,
            otherwise=self._account.judged(fragments=not self._counting.fragments),
            once=self._vocabulary.frequencies.get(1, 0),
            folded=self._vocabulary.types_otherwise,
            ignores_capitals=self._counting.ignore_capitals,
            diversity=self.diversity() if key == "ttr" else NO_DIVERSITY,
            examples=examples(self.content) if key == "level" else NO_EXAMPLES,
        )
        return explain(key, evidence)

    def _with_every_score(self) -> Report:
        """Report with what every formula asks for, unless that would take long."""
        told = self.report()
        if self._lexicon.with_content or told.pending or told.words > _SOON:
            return told
        whole = settle(self.blocks, self._lexicon.language.code, self._counting, every=True)
        return replace(told, judged=whole.judged)

    def diversity(self) -> Diversity:
        """Measure the diversity of all that is measured; after an edit only what it touched is read again."""
        pages = [self._read(page) for page in self._book.pages]
        return diversity(pages, self._vocabulary.counts, self._vocabulary.frequencies)

    def _read(self, page: Page[Entry]) -> Passages:
        kept = self._passages.get(page)
        if kept is None:
            kept = Passages([self._passage(entry) for entry in page.entries])
            if not self._unmeasured:
                self._passages[page] = kept
        return kept

    def _passage(self, entry: Entry) -> Passage:
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
    *,
    every: bool = False,
    lexicon: Lexicon | None = None,
) -> Report:
    """Measure a whole document at once and report on it.

    Args:
        blocks: The document.
        code: Its language.
        counting: How to count.
        every: Whether to keep what every formula asks for, so that `Report.scores` has them all.
        lexicon: What was found out of forms in other documents, of the same language and counted in the same way.
    """
    ledger = Ledger(code, counting, every=every, lexicon=lexicon)
    ledger.apply(Splice(0, 0, tuple(blocks)))
    while ledger.pending:
        ledger.measure_next()
    return ledger.report()
