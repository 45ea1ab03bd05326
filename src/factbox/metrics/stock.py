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
        times: How often each word occurs.
        families: The different words that count, by their stems.
        packed: What they count together, packed.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.times: dict[str, int] = {}
        self.families: dict[str, tuple[str, ...]] = {}
        self.packed = 0
        self._exempt: set[str] = set()
        self.change(Counter(words))

    @property
    def spared(self) -> Mapping[str, int]:
        """How often each exempt word occurs, written as others are."""
        return {word.removeprefix(content.EXEMPT): self.times[word] for word in self._exempt}

    @property
    def has_exempt(self) -> bool:
        """Whether any word counts as easy."""
        return bool(self._exempt)

    def with_those_of(self, other: "Stock") -> "Stock":
        """Give a stock with the words of both."""
        both = Stock()
        for stock in (self, other):
            both.change(stock.times)
        return both

    def change(self, changes: Mapping[str, int]) -> None:
        """Let words come, or go where the number is negative; only what is there may go."""
        times, turned = self.times, []
        for word, change in changes.items():
            before = times.get(word, 0)
            left = times[word] = before + change
            if not before or not left:
                turned.append(word)
        if not turned:
            return
        new = self._families_with(turned)
        self.packed += self._gain(new)
        for its, family in new.items():
            if family:
                self.families[its] = family
            else:
                self.families.pop(its, None)
        for word in turned:
            if not times[word]:
                del times[word]
                self._exempt.discard(word)
            elif word.startswith(content.EXEMPT):
                self._exempt.add(word)

    def after(self, changes: Mapping[str, int]) -> int:
        """Give what the words would count together, packed, if these came or went; nothing changes."""
        times = self.times
        turned = [
            word
            for word, change in changes.items()
            if change and not (times.get(word, 0) and times[word] + change)
        ]
        return self.packed + self._gain(self._families_with(turned))

    def leaving(self, words: Mapping[str, int]) -> int:
        """Give what leaves the count with some occurrences of words, packed."""
        return self.packed - self.after({word: -times for word, times in words.items()})

    def _families_with(self, turned: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give the families as they are when words have joined them that are not in, and left that are."""
        new: dict[str, tuple[str, ...]] = {}
        for word in turned:
            if word.startswith(content.EXEMPT):
                continue
            its = stem_of(word)
            family = new[its] if its in new else self.families.get(its, ())
            if word in family:
                new[its] = tuple(each for each in family if each != word)
            else:
                # In order, so that one family is known by one key.
                new[its] = (word,) if not family else tuple(sorted((*family, word)))
        return new

    def _gain(self, new: Mapping[str, tuple[str, ...]]) -> int:
        """Give what other families change in the count, packed."""
        packed = 0
        for its, family in new.items():
            old = self.families.get(its)
            packed += (content.worth(family) if family else 0) - (content.worth(old) if old else 0)
        return packed


def together(words: Iterable[str]) -> Tally:
    """Give what content words count by themselves, as if they were a text."""
    return Tally.unpack(Stock(words).packed)
