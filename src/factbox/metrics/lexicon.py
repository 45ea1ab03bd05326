"""What is known of each distinct form: its tokens and its counts, found once and then looked up."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from factbox.metrics import words
from factbox.metrics.language import Language
from factbox.metrics.syllables import syllables
from factbox.metrics.tally import Tally

_Known = TypeVar("_Known")

# The counts of a form stand side by side in one integer, so that a paragraph is added up in one call.
_FIELDS = ("tokens", "words", "syllables", "letters", "polysyllables", "unfamiliar")
_BITS = 40
_MASK = (1 << _BITS) - 1

# What an inflected word ends with, and what its listed word has there.
_FAMILIAR_ENDINGS = tuple(
    tuple(pair.split(":"))
    for pair in "'s: s':s s: es: ies:y d: ed: ied:y ing: ing:e r: er: ier:y st: est: iest:y ly: ily:y".split()
)


class Lexicon:
    """The memory of forms; it grows with the vocabulary of the text, not with its length."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._tokens: _Memory[tuple[str, ...]] = _Memory(words.tokens)
        self._counts: _Memory[int] = _Memory(self._count)

    def tokens(self, forms: Iterable[str]) -> Iterator[str]:
        """Give the tokens of forms, in order."""
        return chain.from_iterable(map(self._tokens.__getitem__, forms))

    def tally(self, forms: Iterable[str]) -> Tally:
        """Add up the counts of forms: tokens, words, syllables, letters, polysyllables, unfamiliar words."""
        total = sum(map(self._counts.__getitem__, forms))
        return Tally(**{name: total >> _BITS * place & _MASK for place, name in enumerate(_FIELDS)})

    def _count(self, form: str) -> int:
        word = words.word(form)
        counted = [len(self._tokens[form]), 0, 0, 0, 0, 0]
        if word:
            # An address weighs like one short word.
            spoken = 1 if words.is_web(word) else max(1, syllables(word, self.language.syllables))
            letters = 1 if words.is_web(word) else sum(map(str.isalnum, word))
            counted[1:] = (
                1,
                spoken,
                letters,
                int(spoken >= 3),
                int(not is_familiar(word, self.language.familiar)),
            )
        return sum(count << _BITS * place for place, count in enumerate(counted))


def is_familiar(word: str, familiar: frozenset[str]) -> bool:
    """Tell whether a word is familiar, itself or as a regular inflection of a listed word; figures are.

    Plurals, possessives, verb endings, comparisons and adverbs in -ly of listed words count as listed (Chall and
    Dale 1995, rules for counting unfamiliar words); a hyphenated word does when its parts do.
    """
    lower = word.lower()
    if lower in familiar or any(map(str.isdigit, lower)) or words.is_web(lower):
        return True
    if "-" in lower:
        return all(is_familiar(part, familiar) for part in lower.split("-") if part)
    return any(
        _stem_listed(lower.removesuffix(end), put, familiar)
        for end, put in _FAMILIAR_ENDINGS
        if lower.endswith(end)
    )


def _stem_listed(cut: str, put: str, familiar: frozenset[str]) -> bool:
    doubled = not put and len(cut) > 2 and cut[-1] == cut[-2]
    return cut + put in familiar or (doubled and cut[:-1] in familiar)


class _Memory(dict[str, _Known]):
    """Remembers what a function gave for each form; forgets all before it grows past any real vocabulary."""

    _MOST = 400_000

    def __init__(self, find: Callable[[str], _Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, form: str) -> _Known:
        if len(self) >= self._MOST:
            self.clear()
        found = self[form] = self._find(form)
        return found
