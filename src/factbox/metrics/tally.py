"""Counts that add and subtract, and the multiset of words that does the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Self

FULL_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted in a paragraph or a document; every field is a sum, so tallies add and subtract.

    The first four fields speak of the whole text, the others of its prose (what is in no fragment).

    Attributes:
        tokens: Word segments of Unicode UAX #29, and stand-alone symbols.
        foreign: Tokens in another script than the Latin one.
        fragments: What is no sentence: headings, list items, short lines and short rests without a sentence end.
        words_left_out: Words in fragments.
        words: What stands between white space and holds a letter or a digit (Flesch 1948).
        sentences: Sentences with at least one word.
        ended: Those of them that end with a sentence mark, not just with their block.
        unfinished: Twelfths of a sentence that sentences without a mark behind others still lack; see below.
        syllables: Syllables of the words, as spoken in General American.
        letters: Letters and digits of the words.
        monosyllables: Words of one syllable (FORCAST, Caylor and others 1973).
        polysyllables: Words of three or more syllables (McLaughlin 1969).
        complex_words: Polysyllables but compounds of easy words and forms in -es, -ed and -ing (Gunning 1952).
        long_words: Words of more than six letters (Björnsson 1968).
        mini_words: Words of one, two or three letters (McAlpine 1997).
        unfamiliar: Words outside the Dale-Chall list of familiar words (Chall and Dale 1995).
    """

    tokens: int = 0
    foreign: int = 0
    fragments: int = 0
    words_left_out: int = 0
    words: int = 0
    sentences: int = 0
    ended: int = 0
    unfinished: int = 0
    syllables: int = 0
    letters: int = 0
    monosyllables: int = 0
    polysyllables: int = 0
    complex_words: int = 0
    long_words: int = 0
    mini_words: int = 0
    unfamiliar: int = 0

    @property
    def full_sentences(self) -> float:
        """The sentences as formulas take them: an unfinished one counts a twelfth for each word, up to a whole.

        A sentence that is being typed would else cut the mean length with its first letter.
        """
        return self.sentences - self.unfinished / FULL_LENGTH

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in _NAMES))

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) - getattr(other, name) for name in _NAMES))


_NAMES = tuple(field.name for field in fields(Tally))


class Vocabulary:
    """The tokens of a text as a multiset. Capitals make another type, unless they are ignored."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._folded: Counter[str] | None = None

    def ignore_capitals(self, *, ignored: bool) -> None:
        """Take tokens that differ in capitals for one type from now on, or for several."""
        if not ignored:
            self._folded = None
        elif self._folded is None:
            self._folded = Counter()
            for token, times in self._times.items():
                self._folded[token.lower()] += times

    def add(self, tokens: Iterable[str]) -> Self:
        """Take in tokens."""
        if self._folded is None:
            self._times.update(tokens)
            return self
        written = list(tokens)
        self._times.update(written)
        self._folded.update(map(str.lower, written))
        return self

    def remove(self, tokens: Iterable[str]) -> Self:
        """Take out tokens, all of which must be in.

        Raises:
            KeyError: A token is not in the vocabulary.
        """
        for token in tokens:
            _take_one(self._times, token)
            if self._folded is not None:
                _take_one(self._folded, token.lower())
        return self

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each type occurs."""
        return self._times if self._folded is None else self._folded

    def types_otherwise(self) -> int:
        """How many types there are with capitals ignored, or regarded, if they are ignored."""
        return len({token.lower() for token in self._times}) if self._folded is None else len(self._times)

    @property
    def frequencies(self) -> Mapping[int, int]:
        """How many types occur how often."""
        return Counter(self.counts.values())

    @property
    def types(self) -> int:
        """How many different tokens there are."""
        return len(self.counts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.counts == other.counts

    __hash__ = None  # type: ignore[assignment]  # mutable


def _take_one(times: Counter[str], token: str) -> None:
    left = times.pop(token) - 1
    if left:
        times[token] = left
