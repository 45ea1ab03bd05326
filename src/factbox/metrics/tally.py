"""Counts that add and subtract, and the multiset of words that does the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import NamedTuple, Self, overload

FULL_LENGTH = 12

_BITS = 32
_MASK = (1 << _BITS) - 1


class _Count:
    """One count of a tally: its place in the integer that holds them all."""

    places: dict[str, int] = {}  # noqa: RUF012  # filled below, as the class Tally is made

    def __set_name__(self, _owner: type, name: str) -> None:
        self.places[name] = self._place = _BITS * len(self.places)

    @overload
    def __get__(self, tally: None, owner: type) -> Self: ...

    @overload
    def __get__(self, tally: "Tally", owner: type) -> int: ...

    def __get__(self, tally: "Tally | None", owner: type) -> Self | int:
        return self if tally is None else tally.packed >> self._place & _MASK


class Tally:
    """What was counted in a paragraph or a document; every count is a sum, so tallies add and subtract.

    The counts stand side by side in one integer, 32 bits each: to add two tallies is one addition. Only what was
    added may be subtracted. Tokens, foreign, fragments and words_left_out speak of the whole text, the others of
    its prose (what is in no fragment).

    Attributes:
        packed: All counts in one integer.
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
        length: Of the words, each with the number of words of its sentence, at most 200: the sum of these numbers.
        content_words: Different content words. This and what follows are kept only for a formula that asks for it,
            and do not add up over paragraphs: `Stock` counts every stem of the text once.
        latinate: Those of three and more syllables with a Latinate ending.
        levels: The CEFR levels (A1 is 1) of their stems, added up.
        levelled: The stems that have a level.
        commonness: The Zipf frequencies of their stems in hundredths, added up.
        listed: The stems that have a frequency.
    """

    __slots__ = ("packed",)

    # What most words have comes first: the integer of a common word is then a short one.
    tokens = _Count()
    words = _Count()
    syllables = _Count()
    letters = _Count()
    monosyllables = _Count()
    mini_words = _Count()
    long_words = _Count()
    polysyllables = _Count()
    unfamiliar = _Count()
    complex_words = _Count()
    foreign = _Count()
    # From here on, what no single word has.
    sentences = _Count()
    ended = _Count()
    unfinished = _Count()
    fragments = _Count()
    words_left_out = _Count()
    # And last what most texts are not asked for.
    length = _Count()
    content_words = _Count()
    latinate = _Count()
    levels = _Count()
    levelled = _Count()
    commonness = _Count()
    listed = _Count()

    packed: int

    def __init__(self, **counts: int) -> None:
        unknown = counts.keys() - _Count.places.keys()
        if unknown:
            raise TypeError(f"A tally has no count named {', '.join(sorted(unknown))}.")
        object.__setattr__(self, "packed", sum(count << _Count.places[name] for name, count in counts.items()))

    @classmethod
    def unpack(cls, packed: int) -> "Tally":
        """Give the tally whose counts stand in an integer: a sum of `packed` of others."""
        tally = cls.__new__(cls)
        object.__setattr__(tally, "packed", packed)
        return tally

    @property
    def figures(self) -> "Figures":
        """All counts, taken apart at once."""
        return Figures._make(_WIRE.unpack(self.packed.to_bytes(_WIRE.size, "little")))

    @property
    def of_words(self) -> "Tally":
        """The counts that belong to single words, without those of sentences and fragments."""
        return Tally.unpack(self.packed & _OF_WORDS)

    @property
    def full_sentences(self) -> float:
        """The sentences as formulas take them: an unfinished one counts a twelfth for each word, up to a whole.

        A sentence that is being typed would else cut the mean length with its first letter.
        """
        return self.sentences - self.unfinished / FULL_LENGTH

    def replace(self, **counts: int) -> "Tally":
        """Give the tally with other figures for some counts."""
        kept = Tally(**{name: getattr(self, name) for name in counts})
        return self - kept + Tally(**counts)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally.unpack(self.packed + other.packed)

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally.unpack(self.packed - other.packed)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"A tally does not change: {name} cannot be {value}.")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and self.packed == other.packed

    def __hash__(self) -> int:
        return hash(self.packed)

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return Tally.unpack, (self.packed,)

    def __repr__(self) -> str:
        counts = ((name, getattr(self, name)) for name in COUNTS)
        return f"Tally({', '.join(f'{name}={count}' for name, count in counts if count)})"


COUNTS = tuple(_Count.places)


def mask_of(counts: Iterable[str]) -> int:
    """Give what to take of a packed tally, by `&`, to keep only some of its counts."""
    return sum(_MASK << _Count.places[name] for name in counts)


_OF_WORDS = (1 << _Count.places["sentences"]) - 1


class Figures(NamedTuple):
    """The counts of a tally side by side, for reading many of them: named as there and in the same order."""

    tokens: int
    words: int
    syllables: int
    letters: int
    monosyllables: int
    mini_words: int
    long_words: int
    polysyllables: int
    unfamiliar: int
    complex_words: int
    foreign: int
    sentences: int
    ended: int
    unfinished: int
    fragments: int
    words_left_out: int
    length: int
    content_words: int
    latinate: int
    levels: int
    levelled: int
    commonness: int
    listed: int

    @property
    def full_sentences(self) -> float:
        """The sentences as formulas take them; see `Tally.full_sentences`."""
        return self.sentences - self.unfinished / FULL_LENGTH


_WIRE = Struct(f"<{len(COUNTS)}I")


class Vocabulary:
    """The tokens of a text as a multiset. Capitals make another type, unless they are ignored."""

    def __init__(self) -> None:
        self._written = _Census()
        self._folded: _Census | None = None
        self._ignored = False

    def ignore_capitals(self, *, ignored: bool) -> None:
        """Take tokens that differ in capitals for one type from now on, or for several."""
        self._ignored = ignored

    def add(self, tokens: Iterable[str]) -> Self:
        """Take in tokens."""
        if self._folded is None:
            self._written.add(tokens)
            return self
        written = list(tokens)
        self._written.add(written)
        self._folded.add(map(str.lower, written))
        return self

    def remove(self, tokens: Iterable[str]) -> Self:
        """Take out tokens, all of which must be in.

        Raises:
            KeyError: A token is not in the vocabulary.
        """
        written = list(tokens)
        self._written.remove(written)
        if self._folded is not None:
            self._folded.remove(map(str.lower, written))
        return self

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each type occurs."""
        return self._census(ignored=self._ignored).times

    def times(self, token: str) -> int:
        """Tell how often a token occurs just as it is written here."""
        return self._written.times[token]

    @property
    def types_otherwise(self) -> int:
        """How many types there are with capitals ignored, or regarded, if they are ignored."""
        return len(self._census(ignored=not self._ignored).times)

    @property
    def frequencies(self) -> Mapping[int, int]:
        """How many types occur how often."""
        return self._census(ignored=self._ignored).frequencies

    @property
    def types(self) -> int:
        """How many different tokens there are."""
        return len(self.counts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.counts == other.counts

    __hash__ = None  # type: ignore[assignment]  # mutable

    def _census(self, *, ignored: bool) -> "_Census":
        if not ignored:
            return self._written
        if self._folded is None:
            # Made when it is asked for first, and kept from then on.
            self._folded = _Census()
            for token, times in self._written.times.items():
                self._folded.times[token.lower()] += times
        return self._folded


class _Census:
    """How often each token occurs, and, once that was asked for, how many tokens occur how often."""

    # Tokens: where more come or go at once, the frequencies are counted anew when they are asked for.
    _FEW = 1_000

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self._frequencies: Counter[int] | None = None

    def add(self, tokens: Iterable[str]) -> None:
        if self._frequencies is None:
            self.times.update(tokens)
            return
        self._change(Counter(tokens), 1)

    def remove(self, tokens: Iterable[str]) -> None:
        leaving = Counter(tokens)
        for token, times in leaving.items():
            if self.times[token] < times:
                raise KeyError(token)
        self._change(leaving, -1)

    @property
    def frequencies(self) -> Mapping[int, int]:
        if self._frequencies is None:
            self._frequencies = Counter(self.times.values())
        return self._frequencies

    def _change(self, changes: Counter[str], sign: int) -> None:
        if len(changes) > self._FEW:
            self._frequencies = None
        for token, times in changes.items():
            before = self.times[token]
            after = before + sign * times
            if after:
                self.times[token] = after
            else:
                del self.times[token]
            if self._frequencies is not None:
                _move(self._frequencies, before, after)


def _move(frequencies: Counter[int], before: int, after: int) -> None:
    if before:
        left = frequencies[before] - 1
        if left:
            frequencies[before] = left
        else:
            del frequencies[before]
    if after:
        frequencies[after] += 1
