"""Where words and tokens stand in a text.

A text falls into *forms*, what stands between white space, em dashes and slashes. A form with a letter or a digit
is a word (Flesch 1948); the word segments within it are its tokens (Unicode UAX #29). Both depend on the form
alone, so what is known of a form need be found only once, however often it occurs.
"""

import importlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

# A dash or a slash parts words. A slash between digits makes a date or a fraction, and an en dash without spaces
# connects, as in 9–5 and Monday–Friday (Chicago Manual of Style 6.78): both stay inside their form.
# A space is missing where a sentence mark has small letters before it and a capital behind.
_RUN_ON = r"(?<=[a-z])[.!?](?=[A-Z][a-z])"
_DIVIDER = re.compile(rf"[—―/]|{_RUN_ON}")
_LINK = r"(?:https?://|ftp://|www\.)[^\s<>\"“”—]+"
_FORM = re.compile(rf"(?i:{_LINK})|(?:(?!{_RUN_ON})[^\s—―/]|(?<=\d)/(?=\d))+")

_WEB = re.compile(
    rf"(?:{_LINK}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|uk|eu|info|io)(?:/\S*)?)",
    re.IGNORECASE,
)
_AROUND = " \"'“”‘’«»()[]{}<>.,;:!?…*_-"
_MARKER = re.compile(r"\s*(?:[-–—*+•‣◦▪·]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))\s+(?=\S)")
_PIECE = 4096
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


def forms(text: str, *, marked: bool = True) -> list[str]:
    """Give the forms of a text, in order; a list marker at its start is none, unless the text is only a part."""
    if marked:
        text = text[after_marker(text) :]
    return _FORM.findall(text) if _DIVIDER.search(text) else text.split()


def after_marker(text: str) -> int:
    """Give the place behind the marker of a list item (a bullet, a dash, a number), 0 where there is none."""
    marker = _MARKER.match(text)
    return marker.end() if marker else 0


def plain(form: str) -> str:
    """Write a form as it counts: composed (NFC), with straight apostrophes, without what cannot be seen."""
    if form.isascii():
        return form
    return unicodedata.normalize("NFC", form.translate(_STRAIGHT).translate(_INVISIBLE))


def word(form: str) -> str:
    """Give the word in a form, without the punctuation around it; empty where it holds no letter or digit."""
    bare = plain(form).strip(_AROUND)
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
    counted = plain(form)
    bare = counted.strip(_AROUND)
    if bare.isalpha() and bare.isascii():
        return (bare,)
    if is_web(bare):
        return (bare,)
    # What has no white space for pages is no word: it is read in pieces, for NLTK gives up after five seconds.
    pieces = (counted[start : start + _PIECE] for start in range(0, len(counted), _PIECE))
    return tuple(
        piece[start:end]
        for piece in pieces
        for start, end in _spans()(piece)
        if any(map(str.isalnum, piece[start:end])) or unicodedata.category(piece[start]).startswith("S")
    )


def prepare() -> None:
    """Fetch now what the first form that is no plain word would have to wait for."""
    _spans()


@cache
def _spans() -> Callable[[str], Iterator[tuple[int, int]]]:
    # NLTK takes 0.2 s to import: it is fetched when the first form needs it, in the worker.
    tokenizer = importlib.import_module("nltk.tokenize.regexp").RegexpTokenizer(_SEGMENT)
    spans: Callable[[str], Iterator[tuple[int, int]]] = tokenizer.span_tokenize
    return spans
