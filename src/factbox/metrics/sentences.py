"""Where sentences end in a paragraph, and why.

After the golden rules of sentence splitting: a dot may belong to an abbreviation, an initial, a figure or an
ellipsis, and a mark inside a quotation that goes on in lower case ends nothing.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from factbox.metrics.language import Language


class End(StrEnum):
    """Why a sentence ends where it does."""

    STOP = "full stop"
    QUESTION = "question mark"
    EXCLAMATION = "exclamation mark"
    ELLIPSIS = "ellipsis before a capital"
    BLOCK = "end of the paragraph"


class Sentence(NamedTuple):
    """A sentence by its place in the text of its paragraph, in characters, and the reason for its end."""

    start: int
    end: int
    reason: End


_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# A whole run of marks and what closes around it, before white space, the end, or a capital that lacks its space.
# It begins with the mark itself, not with a look behind it: that is how the engine finds it fast.
_MARK = re.compile(
    rf"""([.!?…](?<![.!?…]{{2}})[.!?…]*+)(?:((?:["'”’»)\]}}*_{_UNSEEN}]|\[\d+\])*+)(?=\s|$)|(?=[A-Z][a-z]))"""
)
_OPENING = "\"'“‘«([{*_¿¡—–- \t\u00a0" + _UNSEEN
_NEXT = re.compile(r"\w+(?:['’]\w+)?")
_BEFORE_LAST = re.compile(r".*[\s(\[{\"“‘«—–/]", re.DOTALL)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_WORD = re.compile(r"[^\W_]")
# Characters: no abbreviation is longer.
_FAR = 20
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_ADDRESS = re.compile(r"(?:://|\bwww\.|@)\S*$")


def sentences(text: str, language: Language, start: int = 0) -> Iterator[Sentence]:
    """Give the sentences of a paragraph from a place on, in order; each has a letter or a digit."""
    searched = start
    for match in _MARK.finditer(text, start):
        if _is_plain_stop(text, match, language):
            yield Sentence(start, match.end(), End.STOP)
            searched = start = match.end()
            continue
        reason = _end_at(text, match, language, start)
        if reason and _WORD.search(text, searched, match.end()):
            yield Sentence(start, match.end(), reason)
            start = match.end()
        if reason:
            searched = match.end()
    if _WORD.search(text, start):
        yield Sentence(start, len(text), End.BLOCK)


def _is_plain_stop(text: str, match: re.Match[str], language: Language) -> bool:
    """Tell whether a dot stands between a plain word and a capital: most ends are so, and this is soon seen."""
    place = match.end()
    if match[0] != "." or text[place : place + 1] != " " or not text[place + 1 : place + 2].isupper():
        return False
    last = text[max(0, place - _FAR) : place - 1].rpartition(" ")[2]
    return len(last) > 1 and last.isalpha() and last not in language.abbreviations


def _end_at(text: str, match: re.Match[str], language: Language, start: int) -> End | None:
    marks = match[1]
    if match[2] is None and not _runs_on(text, match):
        return None
    rest = text[match.end() : match.end() + 60].lstrip(_OPENING)
    if rest[:1].islower() and not _ends_before_small(text, match, language, start):
        return None
    if "?" in marks:
        return End.QUESTION
    if "!" in marks:
        return End.EXCLAMATION
    if not rest:
        return End.STOP
    if "…" in marks or len(marks) > 1:
        return End.ELLIPSIS if rest[0].isupper() else None
    if match[2] is None:
        return _end_without_space(text, match)
    return None if _abbreviates(text[max(0, match.start() - 40) : match.start()], rest, language) else End.STOP


def _ends_before_small(text: str, match: re.Match[str], language: Language, start: int) -> bool:
    """Tell whether a sentence ends although the next one has no capital, as in the texts of pupils.

    Not behind a quotation or a bracket that closes, where the sentence around it goes on; not behind a short word
    that nobody knows, which may be an abbreviation; and not at "Yahoo! is", where a name has its mark.
    """
    if match[2] != "" or "…" in match[0] or ".." in match[0]:
        return False
    last = _last(text[max(start, match.start() - 40) : match.start()])
    if len(last) < 2 or (last.lower() not in language.syllables and len(last) < 6):
        return False
    first = match.start() - len(last) <= start + 1
    return "." in match[0] or last.islower() or (first and last.lower() in language.familiar)


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether marks before a capital that lacks its space have a small letter before them, in no address.

    There the form falls into two words as well.
    """
    before = text[max(0, match.start() - 40) : match.start()]
    return "…" not in match[1] and before[-1:] in _SMALL and not _ADDRESS.search(before + match[0])


def _last(before: str) -> str:
    """Give what stands at the end of a text, back to a space, a bracket, a quotation mark or a dash."""
    found = _BEFORE_LAST.match(before)
    return before[found.end() :] if found else before


def _end_without_space(text: str, match: re.Match[str]) -> End | None:
    # "It rained.We left." lacks a space; "report.Final.docx" is a name.
    before = text[match.start() - 1]
    return End.STOP if before.islower() and not re.match(r"\w+\.\w", text[match.end() :]) else None


def _abbreviates(before: str, rest: str, language: Language) -> bool:
    """Tell whether the dot after `before` belongs to an abbreviation and the sentence goes on in `rest`."""
    last = _last(before)
    if last not in language.abbreviations and len(last) > 1 and "." not in last:
        return False
    word = _NEXT.match(rest)
    starts_anew = word is not None and word[0].replace("’", "'") in language.starters
    if last in language.never_last or last in language.before_a_name:
        return True
    if last in language.before_a_number:
        return rest[0].isdigit()
    if _INITIALS.fullmatch(last) and (last[0].isupper() or len(last) > 1):
        # Initials and dotted abbreviations: "George W. Bush", "the U.S. Army", "at 9 a.m. on"; "and I" ends.
        return not starts_anew and last != "I"
    return last in language.may_be_last and not starts_anew
