"""How common a word is and how hard to learn: its frequency, its band and its CEFR level.

The table has the 80,000 commonest forms of English (`resources/languages/en/README.md` names its sources). It is
read when it is first asked for, in about 50 ms; the program starts without it.
"""

import gzip
import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from functools import cache, lru_cache

from factbox import resources
from factbox.metrics import words

# A row is one integer, the frequency foremost: the rarest of several words has the smallest.
_LEVEL_BITS = 3
_BAND_BITS = 7
_LEVEL_MASK = (1 << _LEVEL_BITS) - 1
_BAND_MASK = (1 << _BAND_BITS) - 1
# More forms than any text has; what is remembered of them stays small.
_REMEMBERED = 100_000


class Cefr(IntEnum):
    """The levels of the Common European Framework of Reference for Languages, the easiest first."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6


class Rarity:
    """What is known of how common the words of a language are.

    Every look-up takes a word as it is written: capitals, curly apostrophes, a possessive ending and punctuation
    around it change nothing. A compound with hyphens is as rare as its rarest part. Of figures, addresses, and
    words and names outside the table nothing is known, and every look-up gives None.
    """

    def __init__(self, table: Mapping[str, int]) -> None:
        self._table = table
        self._row = lru_cache(_REMEMBERED)(self._find)

    def zipf(self, word: str) -> float | None:
        """Give the Zipf frequency: the logarithm (base 10) of how often a word occurs in a billion words.

        About 7.7 for "the", 6 and 5 for words of every day, below 3 for rare ones. From wordfreq, to two decimals.
        """
        row = self._row(word)
        return (row >> _LEVEL_BITS + _BAND_BITS) / 100 if row else None

    def band(self, word: str) -> int | None:
        """Give the band: 1 for the thousand commonest word families, 2 for the second thousand, and so on.

        A family has all inflections of a word, in British and American spelling, so "work", "works" and "worked"
        share a band. Names take no place in the list; they have the band of words as common as they are.
        """
        row = self._row(word)
        return (row >> _LEVEL_BITS & _BAND_MASK) if row else None

    def cefr(self, word: str) -> Cefr | None:
        """Give the level at which learners know a word, by its easiest usual reading; mostly an estimate.

        From cefrpy, whose levels go back to the CEFR-J Wordlist. None also for words in the table without a level.
        """
        level = self._row(word) & _LEVEL_MASK
        return Cefr(level) if level else None

    def __contains__(self, word: str) -> bool:
        return bool(self._row(word))

    def _find(self, form: str) -> int:
        word = words.word(form).lower()
        if row := self._single(word):
            return row
        if "-" not in word or words.is_web(word):
            return 0
        # A part of figures is as easy as none: "20-year-old", "COVID-19".
        parts = [part for part in word.split("-") if part and not any(map(str.isdigit, part))]
        rarest = min(map(self._single, parts), default=0)
        # "e-mail" is "email" too.
        return max(rarest, self._single("".join(parts))) if len(parts) == 2 else rarest

    def _single(self, word: str) -> int:
        bare = word.removesuffix("'s")
        return self._table.get(word) or self._table.get(bare) or self._table.get(_unaccented(bare)) or 0


def rarity(code: str = "en") -> Rarity:
    """Read the table of a language; the second time it is at hand.

    Args:
        code: An ISO 639-1 code.

    Raises:
        FileNotFoundError: The program has no table for this language.
    """
    return _read(code)


@cache
def _read(code: str) -> Rarity:
    packed = resources.path(f"languages/{code}/words.txt.gz").read_bytes()
    table: dict[str, int] = {}
    for line in gzip.decompress(packed).decode().splitlines()[1:]:
        frequency, band, level, *forms = line.split()
        hundredths = int(frequency.replace(".", ""))
        # All forms of a line share one integer, which keeps the table small.
        row = (hundredths << _BAND_BITS | int(band)) << _LEVEL_BITS | int(level)
        table.update(dict.fromkeys(forms, row))
    return Rarity(table)


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
