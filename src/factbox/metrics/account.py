"""The account of a document: the sums over its paragraphs, and what the Level is judged by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factbox.metrics.measure import NOTHING, Paragraph
from factbox.metrics.stock import Stock
from factbox.metrics.tally import Tally


class Difference(NamedTuple):
    """What an edit does to what the Level is judged by.

    Attributes:
        packed: To the counts that add up, as a difference of packed tallies.
        content: To the content words: how often each comes, or goes where the number is negative.
    """

    packed: int
    content: Mapping[str, int]


@dataclass(slots=True)
class Account:
    """Sums over paragraphs, kept by entering and crossing out.

    Attributes:
        total: The sum of their tallies.
        aside: The sum of what their fragments would add if they counted as sentences.
        spared: What the exempt words of the prose are spared, packed; see `Lexicon.spared`.
        spared_aside: What those of the fragments are spared.
        stock: The content words of the prose, where they are kept.
        stock_aside: Those of the fragments.
    """

    total: Tally = NOTHING
    aside: Tally = NOTHING
    spared: int = 0
    spared_aside: int = 0
    stock: Stock = field(default_factory=Stock)
    stock_aside: Stock = field(default_factory=Stock)

    def enter(self, paragraph: Paragraph) -> None:
        """Add a paragraph."""
        self.total += paragraph.tally
        self.aside += paragraph.aside
        if paragraph.is_fragment:
            self.spared_aside += paragraph.spared
        else:
            self.spared += paragraph.spared
        if paragraph.content:
            self._stock_of(paragraph).change(paragraph.content)

    def cross_out(self, paragraph: Paragraph) -> None:
        """Take a paragraph out again."""
        self.total -= paragraph.tally
        self.aside -= paragraph.aside
        if paragraph.is_fragment:
            self.spared_aside -= paragraph.spared
        else:
            self.spared -= paragraph.spared
        if paragraph.content:
            self._stock_of(paragraph).change({word: -times for word, times in paragraph.content.items()})

    def _stock_of(self, paragraph: Paragraph) -> Stock:
        return self.stock_aside if paragraph.is_fragment else self.stock

    @property
    def spares(self) -> bool:
        """Whether any word is spared anything."""
        return bool(self.spared or self.spared_aside or self.stock.has_exempt or self.stock_aside.has_exempt)

    def judged(self, *, fragments: bool, spared: bool = True) -> Tally:
        """Give the tally that the Level is judged by.

        Args:
            fragments: Whether fragments count as sentences.
            spared: Whether exempt words count as easy.
        """
        packed = self._sums(fragments=fragments, spared=spared)
        return Tally.unpack(packed + self._of_content({}, fragments=fragments, spared=spared))

    def after(self, differences: Iterable[Difference], *, fragments: bool) -> Tally:
        """Give the tally that the Level would be judged by after some edits."""
        packed, changes = self._sums(fragments=fragments, spared=True), Counter[str]()
        for each in differences:
            packed += each.packed
            # Adding, for some numbers are negative.
            changes.update(each.content)
        return Tally.unpack(packed + self._of_content(changes, fragments=fragments, spared=True))

    def content(self, *, fragments: bool) -> Stock:
        """Give the content words that the Level is judged by."""
        has_more = fragments and self.stock_aside.times
        return self.stock.with_those_of(self.stock_aside) if has_more else self.stock

    def _sums(self, *, fragments: bool, spared: bool) -> int:
        """Give the counts that add up, packed."""
        whole = (self.total + self.aside).replace(words_left_out=0) if fragments else self.total
        return whole.packed + (self.spared + self.spared_aside * fragments if spared else 0)

    def _of_content(self, changes: Mapping[str, int], *, fragments: bool, spared: bool) -> int:
        """Give what the content words count together, packed, if some came or went."""
        if spared and not fragments:
            return self.stock.after(changes) if changes else self.stock.packed
        all_changes = Counter(changes)
        if fragments:
            all_changes.update(self.stock_aside.times)
        if not spared:
            for stock in (self.stock, self.stock_aside)[: 1 + fragments]:
                all_changes.update(stock.spared)
        return self.stock.after(all_changes)


def difference(before: Paragraph, after: Paragraph, *, fragments: bool) -> Difference:
    """Give what it does to what the Level is judged by when a paragraph takes the place of another.

    Args:
        before: The paragraph that leaves.
        after: The paragraph that comes.
        fragments: Whether fragments count as sentences.
    """
    changes: Counter[str] = Counter()
    for paragraph, sign in ((before, -1), (after, 1)):
        if fragments or not paragraph.is_fragment:
            for word, times in (paragraph.content or {}).items():
                changes[word] += sign * times
    return Difference(_judged(after, fragments=fragments) - _judged(before, fragments=fragments), changes)


def _judged(paragraph: Paragraph, *, fragments: bool) -> int:
    """Give the counts of a paragraph that add up, as the Level is judged by them, packed."""
    whole = (paragraph.tally + paragraph.aside).replace(words_left_out=0) if fragments else paragraph.tally
    spared = paragraph.spared if fragments or not paragraph.is_fragment else 0
    return whole.packed + spared
