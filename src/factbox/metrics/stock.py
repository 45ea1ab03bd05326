"""The stock: the content words of a text as a multiset, and what they count together, kept as they come and go.

Every stem counts once, however often its words occur. So what a word adds depends on what else is there, and what
leaves with a sentence are the stems that stand nowhere else: both are tried out on the multiset, and are exact.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from factbox.metrics import content
from factbox.metrics.stems import stem_of
from factbox.metrics.tally import Tally


class Stock:
    """The content words of a text. Those that count as easy are written with `content.exempted`.

    Attributes:
        times: How often each word occurs that counts.
        exempt: How often each word that counts as easy does.
        packed: What the words count together, packed.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.times: Counter[str] = Counter()
        self.packed = 0
        self._families: dict[str, tuple[str, ...]] = {}
        self.exempt: Counter[str] = Counter()
        self.change(Counter(words))

    @property
    def families(self) -> Mapping[str, tuple[str, ...]]:
        """The different words that count, by their stems."""
        return self._families

    @property
    def spared(self) -> Mapping[str, int]:
        """How often each exempt word occurs, written as others are."""
        return {word.removeprefix(content.EXEMPT): times for word, times in self.exempt.items()}

    def with_those_of(self, other: "Stock") -> "Stock":
        """Give a stock with the words of both."""
        both = Stock()
        both.times = self.times + other.times
        both.exempt = self.exempt + other.exempt
        both._families = {**self._families, **self._touched(other.times)}
        both.packed = self.after(other.times)
        return both

    def change(self, changes: Mapping[str, int]) -> None:
        """Let words come, or go where the number is negative; only what is there may go."""
        new = self._touched(changes)
        for its, family in new.items():
            old = self._families.get(its, ())
            self.packed += (content.worth(family) if family else 0) - (content.worth(old) if old else 0)
            if family:
                self._families[its] = family
            else:
                del self._families[its]
        for word, times in changes.items():
            _book(self.exempt if word.startswith(content.EXEMPT) else self.times, word, times)

    def after(self, changes: Mapping[str, int]) -> int:
        """Give what the words would count together, packed, if these came or went; nothing changes."""
        packed = self.packed
        for its, family in self._touched(changes).items():
            old = self._families.get(its, ())
            packed += (content.worth(family) if family else 0) - (content.worth(old) if old else 0)
        return packed

    def leaving(self, words: Mapping[str, int]) -> int:
        """Give what leaves the count with some occurrences of words, packed."""
        return self.packed - self.after({word: -times for word, times in words.items()})

    def _touched(self, changes: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
        """Give the families that words would join or leave, as they would then be."""
        new: dict[str, tuple[str, ...]] = {}
        for word, change in changes.items():
            before = self.times.get(word, 0)
            if (before > 0) == (before + change > 0) or word.startswith(content.EXEMPT):
                continue
            its = stem_of(word)
            family = new[its] if its in new else self._families.get(its, ())
            # In order, so that one family is known by one key.
            kept = [each for each in family if each != word] if before else [*family, word]
            new[its] = tuple(sorted(kept))
        return new


def together(words: Iterable[str]) -> Tally:
    """Give what content words count by themselves, as if they were a text."""
    return Tally.unpack(Stock(words).packed)


def _book(times: Counter[str], word: str, change: int) -> None:
    left = times[word] + change
    if left:
        times[word] = left
    else:
        del times[word]
