"""A sentence as pieces: its words with the marks around them, and what is quoted or in brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from factbox.metrics.grammar import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, SUBORDINATORS, grammar
from factbox.metrics.language import language

_PIECE = re.compile(r"\S+")
_BARE = re.compile(r"[\w$£€%](?:.*[\w%])?", re.DOTALL)
_IN_NAMES = frozenset("de da di du la le van von der den al bin".split())
_INNER_CAPITAL = re.compile(r"^[a-z]+[-’'][A-Z]")
_CLOSES = re.compile(r"\w[’'](?!\w)")
_LONE_DASHES = frozenset("–—")
_DASHES = frozenset("–—-")


class Piece(NamedTuple):
    """A word with its place in the paragraph, in characters, and the marks that stand around it.

    A dash that stands alone is a piece without a word.
    """

    word: str
    written: str
    start: int
    end: int
    opens: str
    closes: str


@dataclass(frozen=True)
class Pieces:
    """What stands between two places of a paragraph, piece by piece."""

    text: str
    start: int
    end: int

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The words, in order."""
        return tuple(map(_piece, _PIECE.finditer(self.text, self.start, self.end)))

    @cached_property
    def _inside(self) -> Sequence[bool]:
        """Tell of each character whether it is quoted or in brackets, also if these open before the sentence."""
        return _inside(self.text)

    def is_open(self, place: int) -> bool:
        """Tell whether a piece stands outside of quotations and brackets."""
        return place < len(self.pieces) and not self._inside[self.pieces[place].start]

    def is_open_behind(self, place: int) -> bool:
        """Tell whether the last mark behind a piece stands outside of quotations and brackets."""
        piece = self.pieces[place]
        if not piece.closes:
            return self.is_open(place)
        # A piece of marks alone ends with them.
        behind = piece.end + len(piece.closes) if piece.written else piece.end
        return not self._inside[behind - 1]

    def word(self, place: int) -> str:
        """Give the word at a place, empty where there is none."""
        return self.pieces[place].word if 0 <= place < len(self.pieces) else ""

    def closes(self, place: int) -> str:
        """Give the marks behind a piece; only the last of them where a quotation or a bracket closes before it."""
        marks = self.pieces[place].closes if 0 <= place < len(self.pieces) else ""
        return marks.lstrip("”)]’\"'")

    def past_comma(self, place: int) -> int | None:
        """Give the piece behind the comma or the dash that follows a piece; None where neither does."""
        if self.closes(place) == ",":
            return place + 1
        if (
            place + 2 < len(self.pieces)
            and not self.closes(place)
            and self.pieces[place + 1].closes in _LONE_DASHES
        ):
            return place + 2 if not self.word(place + 1) else None
        return None

    def written(self, start: int, end: int) -> str:
        """Give the text of pieces, without the marks around them."""
        return self.text[self.pieces[start].start : self.pieces[end - 1].end]

    def is_name(self, place: int) -> bool:
        """Tell whether a piece has a capital that is not just that of the sentence."""
        piece = self.pieces[place]
        if piece.word in _IN_NAMES and 0 < place < len(self.pieces) - 1:
            return self.pieces[place - 1].written[:1].isupper() and self.pieces[place + 1].written[:1].isupper()
        capital = piece.written[:1].isupper() or _INNER_CAPITAL.search(piece.written) is not None
        if not capital or piece.word == "i" or piece.word in DETERMINERS | PRONOUNS:
            return False
        if place > 0:
            return True
        known = grammar()
        if known.is_modifier(piece.word) or piece.word in PREPOSITIONS | SUBORDINATORS | RELATIVES | ADVERBS:
            return False
        # "Nick" and "Will" are words too; "Nick Hill" is a name.
        ordinary = known.is_noun(piece.word) or known.is_verb(piece.word)
        return not ordinary or (not piece.closes and len(self.pieces) > 1 and self.is_name(1))

    def is_number(self, place: int) -> bool:
        """Tell whether a piece begins with a figure."""
        return any(map(str.isdigit, self.pieces[place].written[:2]))


def _piece(match: re.Match[str]) -> Piece:
    bare = _BARE.search(match[0])
    if bare is None or match[0] in _DASHES:
        return Piece("", "", match.start(), match.end(), "", match[0])
    written = bare[0]
    if match[0][bare.end() : bare.end() + 1] == "." and written in language().before_a_name:
        # "Mr. Hill": the dot ends nothing.
        start, end = match.start() + bare.start(), match.start() + bare.end() + 1
        return Piece(written.lower(), f"{written}.", start, end, "", match[0][bare.end() + 1 :])
    word = written.replace("’", "'").lower()
    start, end = match.start() + bare.start(), match.start() + bare.end()
    return Piece(word, written, start, end, match[0][: bare.start()], match[0][bare.end() :])


@lru_cache(8)
def _inside(text: str) -> Sequence[bool]:
    """Tell of each character whether it stands in a quotation or in brackets."""
    inside, quoted, depth, single = [], False, 0, False
    for place, sign in enumerate(text):
        lone = sign in "‘’'" and not (text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum())
        if sign == '"':
            quoted = not quoted
        elif sign in "“”":
            quoted = sign == "“"
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif lone and sign in "‘'" and (place == 0 or not text[place - 1].isalnum()):
            single = _CLOSES.search(text, place + 1) is not None
        elif lone and single:
            single = False
        inside.append(quoted or depth > 0 or single)
    return inside
