"""Where words and tokens stand in a text.

A text falls into *forms*, what stands between white space. Em dashes and slashes part a form; a part with a letter
or a digit is a word (Flesch 1948), and the word segments within it are its tokens (Unicode UAX #29). Both depend
on the form alone, so what is known of a form need be found only once, however often it occurs.
"""

import importlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

# A dash or a slash parts words. A slash between digits makes a date or a fraction, and an en dash without spaces
# connects, as in 9–5 and Monday–Friday (Chicago Manual of Style 6.78): both stay inside their form.
# A space is missing where a sentence mark has small letters before it and a capital behind.
_RUN_ON = r"(?<=[a-z])[.!?]++(?=[A-Z][a-z])"
_DIVIDER = re.compile(rf"[—―/]|{_RUN_ON}")
_LINK = r"(?:https?://|ftp://|www\.)[^\s<>\"“”—]+"
_PART = re.compile(rf"(?i:{_LINK})|(?:(?!{_RUN_ON})[^\s—―/]|(?<=\d)/(?=\d))+")

_WEB = re.compile(
    rf"(?:{_LINK}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|uk|eu|info|io)(?:/\S*)?)",
    re.IGNORECASE,
)
_AROUND = " \"'“”‘’«»()[]{}<>.,;:!?…*_-"
_MARKER = re.compile(r"\s*(?:[-–—*+•‣◦▪·]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))\s+(?=\S)")
_PIECE = 4096
_STRETCH = 16_384
# Most words need no more of UAX #29 than this: letters that an apostrophe joins, or a figure, parted by hyphens.
_SEGMENTS = r"(?:[A-Za-z]+(?:'[A-Za-z]+)*|[0-9]+(?:[.,'][0-9]+)*)"
_PLAIN = re.compile(rf"{_SEGMENTS}(?:-{_SEGMENTS})*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_STRAIGHT = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-", "–": "-",
    "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
})  # fmt: skip

# Unicode UAX #29, rules WB5 to WB13b, over the classes that the regex engine knows.
_EXTEND = r"[\p{WB=Extend}\p{WB=Format}\p{WB=ZWJ}]"
_LETTER = r"[\p{WB=ALetter}\p{WB=Hebrew_Letter}]"
_SEGMENT = (
    r"\p{RI}{2}|"
    rf"(?:[\p{{WB=ALetter}}\p{{WB=Hebrew_Letter}}\p{{WB=Numeric}}\p{{WB=Katakana}}\p{{WB=ExtendNumLet}}]{_EXTEND}*"
    rf"|(?<={_LETTER}{_EXTEND}*)[\p{{WB=MidLetter}}\p{{WB=MidNumLet}}']{_EXTEND}*(?={_LETTER})"
    rf"|(?<=\p{{WB=Numeric}}{_EXTEND}*)[\p{{WB=MidNum}}\p{{WB=MidNumLet}}']{_EXTEND}*(?=\p{{WB=Numeric}}))+"
    rf"|[\p{{L}}\p{{S}}]{_EXTEND}*"
)


def forms(text: str) -> list[str]:
    """Give the forms of a text, in order; a list marker at its start is none."""
    return text[after_marker(text) :].split()


def stretches(text: str) -> Iterator[list[str]]:
    """Give the forms of a part of a text in lists, none of which takes long to make or to read."""
    if not text:
        return
    start = 0
    while len(text) - start > _STRETCH:
        end = start + _STRETCH
        while end < len(text) and not text[end].isspace():
            end += 1
        yield text[start:end].split()
        start = end
    yield text[start:].split()


def difference(old: str, new: str) -> tuple[str, str]:
    """Cut away from two texts the forms that are the same in both, at their starts and at their ends.

    What is left holds no list marker. The cost is that of the difference, not of the texts.
    """
    marker = after_marker(new)
    if marker != after_marker(old):
        return old[after_marker(old) :], new[marker:]
    start = _same_start(old, new)
    while start > marker and not new[start - 1].isspace():
        start -= 1
    start = max(start, marker)
    same = _same_end(old, new, max(0, min(len(old), len(new)) - start))
    while same and not new[len(new) - same].isspace():
        same -= 1
    return old[start : len(old) - same], new[start : len(new) - same]


def _same_start(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def parts(form: str) -> list[str]:
    """Give the parts of a form between dashes and slashes: itself, as a rule."""
    return _PART.findall(form) if _DIVIDER.search(form) else [form]


def after_marker(text: str) -> int:
    """Give the place behind the marker of a list item (a bullet, a dash, a number), 0 where there is none."""
    marker = _MARKER.match(text)
    return marker.end() if marker else 0


def plain(part: str) -> str:
    """Write a part as it counts: composed (NFC), with straight apostrophes, without what cannot be seen."""
    if part.isascii():
        return part
    return unicodedata.normalize("NFC", part.translate(_STRAIGHT).translate(_INVISIBLE))


def word(part: str) -> str:
    """Give the word in a part of a form, without what is around it; empty where it holds no letter or digit."""
    bare = plain(part).strip(_AROUND)
    return bare if any(map(str.isalnum, bare)) else ""


def is_foreign(token: str) -> bool:
    """Tell whether a token has letters and none of them is Latin."""
    if token.isascii():
        return False
    letters = [each for each in token if each.isalpha()]
    return bool(letters) and not any("LATIN" in unicodedata.name(each, "") for each in letters)


def is_web(word: str) -> bool:
    """Tell whether a word is an address of the web or of a person's mail."""
    return ("." in word or "@" in word) and _WEB.fullmatch(word) is not None


def tokens(form: str) -> tuple[str, ...]:
    """Give the tokens of a form: its UAX #29 segments with a letter or a digit, and its symbols.

    An address of the web is one token.
    """
    simple = plain_word(form)
    if simple:
        return tuple(simple.split("-"))
    return tuple(token for part in parts(form) for token in _tokens(part))


def plain_word(form: str) -> str:
    """Give the word in a form that is nothing but one word of plain letters or figures; empty where it is not."""
    bare = form.strip(_AROUND)
    return bare if _PLAIN.fullmatch(bare) else ""


def _tokens(part: str) -> Iterable[str]:
    counted = plain(part)
    bare = counted.strip(_AROUND)
    if _PLAIN.fullmatch(bare):
        return bare.split("-")
    if is_web(bare):
        return (bare,)
    # What has no white space for pages is no word: it is read in pieces, each of them soon done.
    pieces = (counted[start : start + _PIECE] for start in range(0, len(counted), _PIECE))
    return (
        segment
        for piece in pieces
        for segment in _segments()(piece)
        if any(map(str.isalnum, segment)) or unicodedata.category(segment[0]).startswith("S")
    )


def prepare() -> None:
    """Fetch now what the first form that is no plain word would have to wait for."""
    _segments()


@cache
def _segments() -> Callable[[str], list[str]]:
    # The classes of UAX #29, which Python's own engine lacks; fetched when a form first needs them, in the worker.
    find: Callable[[str], list[str]] = importlib.import_module("regex").compile(_SEGMENT).findall
    return find
