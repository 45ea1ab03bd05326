"""Names in a sentence: words with a capital that no start of a sentence explains."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from factbox.metrics.language import language
from factbox.metrics.numerals import DATE_WORDS
from factbox.metrics.rarity import rarity

_WORD = r"(?:[\w&]|[.'’-](?=\w))*"
_CAPITAL = re.compile(rf"(?<![\w'’-])[^\W\d_a-z]{_WORD}")
_ANY = re.compile(rf"[^\W\d_]{_WORD}")
_LINKS = frozenset("of the de da do dos das del la le al el van von der and bin ibn du di e y".split())
_AFTER_START = re.compile(r"(?:^(?:\d{1,2}[.)]?\s)?|[.!?…:;–—“‘\"(]|(?<=\s)['-])\W*$")
# Letters that may number an item.
_NUMBERING = 4
_NEVER = DATE_WORDS | frozenset("a i i'm i'd i've i'll mr mrs ms dr sir ok tv god internet english".split())
# Words with a capital in names that tell nothing of whose name it is.
_TITLES = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame professor prof president minister director secretary chief officer
    chairman general captain colonel judge justice senator governor executive manager editor spokesman spokeswoman
    northern southern eastern western central university college institute department ministry office centre
    center mount national international royal foundation association society union commission committee council
    agency authority service parliament police act federal corporation organization organisation company research
    science technology head vice deputy assistant coach publicity marketing affairs
    """.split()
)
# The same place or people, in other words.
_SAME = [
    frozenset(line.split())
    for line in """
        uk u.k britain british briton britons kingdom england english
        us u.s usa u.s.a america american americans
        eu europe european europeans; france french frenchman; netherlands dutch holland; spain spanish spaniards
        greece greek greeks; wales welsh; poland polish poles; denmark danish danes; sweden swedish swedes
        ireland irish; scotland scottish scots; switzerland swiss; finland finnish finns; turkey turkish turks
        norway norwegian; un nations; philippines filipino
    """.replace(";", "\n").splitlines()
    if line.strip()
]
_STEM = 4
# Sentences whose words are remembered.
_REMEMBERED = 30_000
# Letters: a longer word is no acronym, a shorter one may be found in initials by chance.
_ACRONYM = 6


class Name(NamedTuple):
    """A name in a text.

    Attributes:
        words: The words in it that tell, in small letters.
        initials: Of all its words with a capital, in small letters.
        start: Where it begins, in characters.
        end: Where it ends.
    """

    words: tuple[str, ...]
    initials: str
    start: int
    end: int


def names(text: str, known: frozenset[str] = frozenset()) -> Iterator[Name]:
    """Give the names in a sentence, in order.

    Args:
        text: The sentence.
        known: Words that are names, in small letters: they are seen at the start of a sentence too.
    """
    if text.isupper():
        # All in capitals: none tells a name.
        return
    run: list[re.Match[str]] = []
    for match in _CAPITAL.finditer(text):
        if _is_name(match, text, known):
            if run and not _joins(text[run[-1].end() : match.start()]):
                yield from _name(run)
                run = []
            run.append(match)
    yield from _name(run)


def named_inside(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that have a capital inside a sentence of some texts, in small letters."""
    return frozenset(word for text in texts for name in names(text) for word in name.words)


def is_named(name: Name, others: frozenset[str]) -> bool:
    """Tell whether one of the words that tell is among others, in this or another form, or in initials.

    Args:
        name: The name.
        others: What `words_in` gave of a text.
    """
    return any(_is_among(word, others) for word in name.words) or (
        len(name.initials) > 1 and name.initials in others
    )


@lru_cache(_REMEMBERED)
def words_in(text: str) -> frozenset[str]:
    """Give the words of a text in small letters, as names compare, and as one word the initials of its names."""
    found = _ANY.findall(text)
    initials = "".join(word[0] for word in found if word[0].isupper() and not word.isupper())
    return frozenset(
        {*(_bare(part) for word in found for part in (word, *word.split("-"))), f"={initials.lower()}"}
    )


def _is_name(match: re.Match[str], text: str, known: frozenset[str]) -> bool:
    word = match[0]
    if not word[0].isupper():
        return False
    bare = _bare(word)
    if bare in _NEVER:
        return False
    if not _is_after_start(text, match.start()):
        return True
    return bare in known or bare not in rarity()


def _is_after_start(text: str, place: int) -> bool:
    """Tell whether a place is the start of a sentence, or comes behind a sign after which one may start."""
    # All that may stand between is no part of a word; only what numbers an item is, at the very start.
    first = place
    while first and not (text[first - 1].isalnum() or text[first - 1] == "_"):
        first -= 1
    return _AFTER_START.search(text, first if first > _NUMBERING else 0, place) is not None


def _joins(between: str) -> bool:
    """Tell whether what stands between two capitals belongs to one name."""
    if between == " ":
        return True
    inner = between.strip().split()
    return len(inner) <= 2 and bool(inner) and all(word in _LINKS - {"and"} for word in inner)


def _name(run: list[re.Match[str]]) -> Iterator[Name]:
    if not run:
        return
    parts = (part for match in run for part in re.split(r"[-&]", match[0]) if part[:1].isupper())
    found = tuple(word for part in parts if len(word := _bare(part)) > 1 and _tells(word))
    if found:
        initials = "".join(match[0][0] for match in run).lower()
        yield Name(found, initials, run[0].start(), run[-1].end())


def _tells(word: str) -> bool:
    """Tell whether a word is not one of those that everybody knows as a thing: "Street", "Minister"."""
    return word not in _TITLES and word not in language("en").familiar


def _is_among(word: str, others: frozenset[str]) -> bool:
    if word in others or any(word in same and not same.isdisjoint(others) for same in _SAME):
        return True
    if word.removesuffix("s") in others or f"{word}s" in others:
        return True
    if len(word) <= _ACRONYM and any(other.startswith("=") and word in other for other in others):
        return True
    # "Brazilian" keeps "Brazil", "Rwandans" keeps "Rwanda".
    if len(word) < _STEM:
        return False
    return any(
        len(other) >= _STEM and (other.startswith(word[: max(_STEM, len(word) - 3)]) or word.startswith(other))
        for other in others
    )


@lru_cache(4 * _REMEMBERED)
def _bare(word: str) -> str:
    return word.replace("’", "'").lower().removesuffix("'s").removesuffix("'")
