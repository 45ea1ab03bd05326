"""The words that the figures of a vocabulary rest on most: learnt late, rare, Latinate."""

from collections.abc import Callable, Iterable
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from factbox.metrics.content import is_latinate
from factbox.metrics.rarity import rarity
from factbox.metrics.stock import Stock

MOST = 8


class Examples(NamedTuple):
    """Content words of a text, the most telling first.

    Attributes:
        late: Those that learners know last.
        rare: The rarest.
        latinate: Those with a Latinate ending, the most frequent in the text first.
    """

    late: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    latinate: tuple[str, ...] = ()


NO_EXAMPLES = Examples()


def examples(stock: Stock, most: int = MOST) -> Examples:
    """Give examples of the words of a text."""
    table = rarity()
    # Of the words with one stem the commonest counts.
    heads = [max(family, key=lambda word: table.zipf(word) or 0.0) for family in stock.families.values()]
    listed = [word for word in heads if table.zipf(word)]
    rareness: Callable[[str], float] = lambda word: -(table.zipf(word) or 0.0)  # noqa: E731  # used twice
    return Examples(
        late=_most(listed, lambda word: (table.cefr(word) or 0, rareness(word)), most),
        rare=_most(listed, lambda word: (rareness(word), 0.0), most),
        latinate=_most(
            filter(is_latinate, chain.from_iterable(stock.families.values())),
            lambda word: (stock.times[word], rareness(word)),
            most,
        ),
    )


def _most(words: Iterable[str], key: Callable[[str], tuple[float, float]], most: int) -> tuple[str, ...]:
    return tuple(nlargest(most, sorted(words), key=key))
