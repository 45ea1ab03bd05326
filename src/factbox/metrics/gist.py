"""The gist of a sentence: the stems of its words, by which it is known again when it was put in other words.

Stems weigh by how rare they are: "the" tells nothing, "osmosis" nearly all.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from math import log1p

from factbox.metrics import words
from factbox.metrics.stems import commonness, stem_of

# Zipf: what is as common as this tells nothing, what is rarer by as much as this tells all.
_EMPTY, _FULL = 6.4, 3.6
# Sentences remembered: two texts of 100,000 words have some 12,000.
_REMEMBERED = 60_000


class Gist:
    """What a sentence says, for comparing; one object for all sentences with the same words.

    Attributes:
        words: Its words without what is around them, with their capitals, parted by spaces.
        stems: The stems of its words, without those that tell nothing.
    """

    __slots__ = ("stems", "words")

    def __init__(self, text: str) -> None:
        forms = text.split()
        self.words = " ".join(filter(None, map(_word, forms)))
        self.stems = frozenset(stem for form in forms for stem in stems(form))


class Gists:
    """The memory of gists, so that sentences with the same text share one."""

    def __init__(self) -> None:
        self._known: dict[str, Gist] = {}

    def __getitem__(self, text: str) -> Gist:
        """Give the gist of a sentence."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[text] = Gist(text)
        return found


class Weights(dict[str, float]):
    """How much each stem tells in a text: the rarer in the language and in the text, the more; 0 to 1.

    Args:
        text: The gists of the sentences of the text.
    """

    def __init__(self, text: Sequence[Gist]) -> None:
        super().__init__()
        self._sentences = max(1, len(text))
        self._times: dict[str, int] = {}
        for gist in text:
            for stem in gist.stems:
                self._times[stem] = self._times.get(stem, 0) + 1

    def __missing__(self, stem: str) -> float:
        often = self._times.get(stem, 1)
        here = log1p(self._sentences / often) / log1p(self._sentences)
        found = self[stem] = weight(stem) * here
        return found

    def of(self, stems: Iterable[str]) -> float:
        """Add up the weights of stems."""
        return sum(map(self.__getitem__, stems))


@cache
def stems(form: str) -> tuple[str, ...]:
    """Give the stems in a form that tell something; a compound has those of its parts."""
    found = words.word(form).lower().removesuffix("'s").replace("/", "-").replace("—", "-").split("-")
    return tuple(stem for part in found if part and weight(stem := stem_of(part)))


@cache
def weight(stem: str) -> float:
    """Give how much a stem tells in any text, 0 to 1; what the table of words lacks is a name or a figure."""
    return round(min(1.0, max(0.0, (_EMPTY - commonness(stem)) / _FULL)), 4)


@cache
def _word(form: str) -> str:
    return words.word(form)
