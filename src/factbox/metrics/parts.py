"""What the sentences and the words of a document are to its Level, whether or not the formula adds up over them.

For a formula that adds up, a sentence takes with it what it counts by itself. For one that counts every content
word once, it takes with it only the words that stand nowhere else.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from factbox.metrics import content, contributions
from factbox.metrics.formulas import FORMULAS, Formula
from factbox.metrics.ledger import Ledger
from factbox.metrics.measure import Kind, Measured
from factbox.metrics.stock import together
from factbox.metrics.tally import Tally, mask_of


class Part(NamedTuple):
    """What the formula sees of a sentence. Two with the same have the same share, and are as hard by themselves.

    Attributes:
        leaving: What would leave the text with it, packed.
        itself: What it counts as a text of its own, packed.
    """

    leaving: int
    itself: int


class Parts:
    """Tells of sentences and words what they add to the Level of a ledger's document as it is now.

    Attributes:
        formula: The formula that gives the Level.
        total: The tally of the document.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.formula: Formula = FORMULAS[ledger.counting.formula]
        self.total = ledger.judged
        self._lexicon = ledger.lexicon
        self._stock = ledger.content
        self._seen = mask_of({*self.formula.counts, "words", "sentences", "unfinished"})
        self.part = cache(self._part)
        self.share = cache(self._share)
        self.alone = cache(self._alone)

    def _part(self, kind: Kind) -> Part:
        """Give what the formula sees of sentences of a kind."""
        counts = kind.packed & self._seen
        if not self.formula.of_content:
            return Part(counts, counts)
        leaving = self._stock.leaving(Counter(kind.content))
        return Part(counts + leaving, counts + together(kind.content).packed)

    def _share(self, part: Part) -> float | None:
        """Give what a sentence adds to the Level: the Level less that without it; None if it is the only one."""
        return contributions.share(self.formula, self.total, Tally.unpack(part.leaving))

    def _alone(self, part: Part) -> float | None:
        """Give the Level of a sentence by itself, None where it has no word."""
        return contributions.alone(self.formula, Tally.unpack(part.itself))

    def without(self, part: Part) -> float | None:
        """Give the Level without a sentence, None if it is the only one."""
        return contributions.without(self.formula, self.total, Tally.unpack(part.leaving))

    def words_of(self, part: Part) -> int:
        """Give how many words a sentence has."""
        return Tally.unpack(part.itself).words

    @property
    def apart(self) -> bool:
        """Whether words have shares of their own."""
        return self.formula.of_content or contributions.is_sum(self.formula, self.total)

    def word_share(self, word: str, times: int) -> float:
        """Give what a word adds to the Level by what it is like; only for a formula that gives words a share.

        Where every word counts once, that is what the Level would lose if the word stood nowhere and all sentences
        kept their lengths; a word that is easier than the others has a share below 0.

        Args:
            word: The word.
            times: How often it occurs.
        """
        if not self.formula.of_content:
            return times * contributions.word_share(self.formula, self.total, self._lexicon.eased([word]))
        found = content.bare(word)
        leaving = self._stock.leaving({found: self._stock.times.get(found, 0)})
        return self.formula.value(self.total) - self.formula.value(Tally.unpack(self.total.packed - leaving))

    def after(self, sentence: Measured, others: Iterable[Measured]) -> float:
        """Give the Level with other sentences in the place of one."""
        changes: Counter[str] = Counter(sentence.content)
        changes = Counter({word: -times for word, times in changes.items()})
        packed = self.total.packed - sentence.tally.packed
        for each in others:
            packed += each.tally.packed
            changes.update(each.content)
        stock = self._stock.after(changes) - self._stock.packed if self.formula.of_content else 0
        return self.formula.value(Tally.unpack(packed + stock))
