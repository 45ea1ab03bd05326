"""Putting a simpler word in the place of another, with its capitals and the right article."""

import re
from collections.abc import Iterator

from factbox.metrics.lexicon import known_as
from factbox.metrics.words import is_web

_SPACED_BEFORE, _SPACED_AFTER = re.compile(r"\S*$"), re.compile(r"\S*")
# Characters: no address is longer, and no more room is left behind an article.
_REACH = 300
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
# Words that are spoken with a vowel first, by their letters, as far as letters tell.
_VOWEL = re.compile(r"(?:[aeio]|u(?!n[iI]|s[aeiu]|t[ieo])|hour|honest|honou?r|heir)", re.IGNORECASE)
_NOT_VOWEL = re.compile(r"(?:eu|ew|one\b|once\b)", re.IGNORECASE)


def words_in(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the words of a text, without the punctuation around them."""
    return (match.span() for match in re.finditer(r"\w+(?:['’-]\w+)*", text))


def occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Give the places of a word in a paragraph, in order; never within another word or an address.

    A capital at its start changes nothing; a word all in capitals may be an abbreviation, and is another.
    """
    letters = re.escape(word).replace("'", "['’]")
    for match in re.finditer(rf"(?<![\w'’-]){letters}(?![\w-]|['’]\w)", text, re.IGNORECASE):
        same_capitals = known_as(match[0].replace("’", "'")) == known_as(word)
        if same_capitals and not is_web(_form(text, *match.span())):
            yield match.span()


def substitute(text: str, start: int, end: int, word: str) -> tuple[int, int, str]:
    """Put a word in the place of another; give the place of what changes and what stands there then.

    An article before it changes with its sound: "an enormous" becomes "a big".
    """
    fitting = with_capitals(word, text[start:end])
    article = _ARTICLE.search(text, max(0, start - _REACH), start)
    if article is None:
        return start, end, fitting
    right = "an" if _sounds_open(fitting) else "a"
    if right == article[1].lower():
        return start, end, fitting
    return article.start(1), end, with_capitals(right, article[1]) + article[2] + fitting


def with_capitals(word: str, written: str) -> str:
    """Write a word with the capitals of another."""
    if len(written) > 1 and written.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _form(text: str, start: int, end: int) -> str:
    """Give what stands between white space around a place, without the marks at its ends."""
    before = _SPACED_BEFORE.search(text, max(0, start - _REACH), start)
    after = _SPACED_AFTER.match(text, end, end + _REACH)
    whole = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    return whole.strip("()[]<>\"'“”‘’.,;:!?")


def _sounds_open(word: str) -> bool:
    return _VOWEL.match(word) is not None and _NOT_VOWEL.match(word) is None
