"""Rich Text Format (.rtf), of Word, WordPad and many others: its paragraphs, read and not written.

A cell of a table gives its paragraphs in order; a line break ends a block as it ends a line of a text file;
tracked changes count as accepted. Source: Microsoft, Rich Text Format Specification 1.9.1.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType

from factbox.document import Block, Document, Face, Role
from factbox.formats.base import FormatError
from factbox.formats.besides import Besides, Kind
from factbox.formats.documents import check_text
from factbox.formats.limits import DEEPEST_MARKUP
from factbox.formats.line import NOWHERE, Line
from factbox.formats.rtftables import Fonts, ListTable, Sheet
from factbox.formats.wordstyles import Style, is_contents, role
from factbox.translation import _

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_FIELD = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")
_LONGEST_FIELD = 4_000
_ENDS = frozenset({"par", "sect", "page", "cell", "nestcell", "row", "nestrow"})
_SIGNS = MappingProxyType(
    {
        "tab": "\t", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
        "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d",
        "zwnj": "\u200c", "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
    }
)  # fmt: skip
_SETS = MappingProxyType({"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"})
_TYPE = frozenset({"ul", "ulw", "uld", "uldb", "strike", "striked"})
# What is no text of the document, and what of it is counted.
_LEFT_OUT = MappingProxyType(
    {
        "pict": Kind.PICTURE, "object": Kind.OBJECT, "footnote": Kind.FOOTNOTE, "annotation": Kind.COMMENT,
        "header": Kind.MARGIN, "headerl": Kind.MARGIN, "headerr": Kind.MARGIN, "headerf": Kind.MARGIN,
        "footer": Kind.MARGIN, "footerl": Kind.MARGIN, "footerr": Kind.MARGIN, "footerf": Kind.MARGIN,
        "shp": Kind.OBJECT, "do": Kind.OBJECT, "mmath": Kind.EQUATION, "nonshppict": None, "info": None,
        "listtext": None, "pntext": None, "colortbl": None, "filetbl": None, "revtbl": None, "xe": None,
        "tc": None,
        "bkmkstart": None, "bkmkend": None, "themedata": None, "atnid": None, "atnauthor": None, "atndate": None,
        "atrfstart": None, "atrfend": None, "ftnsep": None, "ftnsepc": None, "aftnsep": None, "aftnsepc": None,
    }
)  # fmt: skip
_TABLES = MappingProxyType(
    {"fonttbl": "fonts", "stylesheet": "styles", "listtable": "lists", "listoverridetable": "lists"}
)
# Behind a star, whoever does not know a word leaves its group out; these are known.
_KNOWN = frozenset({*_TABLES, *_LEFT_OUT, "fldinst", "shppict", "pn"})


def read(data: bytes) -> Document:
    """Read a file in RTF.

    Raises:
        FormatError: It is no such file, or is made to do harm.
    """
    start = data.find(b"{\\rtf")
    if start < 0 or data[:start].strip():
        check_text(data)
        raise FormatError(_("This is no file in Rich Text Format. If it is plain text, name it with .txt."))
    reading = _Reading()
    reading.take(data[start:])
    return Document(tuple(reading.blocks) or (Block(""),), losses=reading.losses)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group, and ends with it."""

    where: str = "text"
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    marked: bool = False
    font: int | None = None
    link: str = ""
    fallback: int = 1


class _Reading:
    """A file that is being read.

    Attributes:
        blocks: The blocks so far.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._besides = Besides()
        self._fonts, self._sheet, self._lists = Fonts(), Sheet(), ListTable()
        self._encoding = "cp1252"
        self._state = _State()
        self._states: list[_State] = []
        self._begins = self._has_star = False
        self._lines = [Line()]
        self._style = Style()
        self._in_table = self._was_in_table = False
        # Bytes that wait to be decoded, half a character of UTF-16, and how many letters stand for what was there.
        self._bytes = bytearray()
        self._half = ""
        self._skip = 0
        self._instruction = ""
        self._is_whole = False

    @property
    def losses(self) -> tuple[str, ...]:
        """What there is besides, and whether something is missing."""
        cut = () if self._is_whole else (_("This file ends too early: its last part may be missing."),)
        return (*cut, *self._besides.told(costs=False))

    def take(self, data: bytes) -> None:
        """Take the file."""
        place = 0
        while not self._is_whole and (match := _TOKEN.match(data, place)):
            place = match.end() + self._token(match)
        self._decode()
        if any(line.pieces for line in self._lines):
            self._end_paragraph()

    def _token(self, match: re.Match[bytes]) -> int:
        """Take a token; give how many bytes behind it are no text."""
        word, number, code, sign, brace, text = match.groups()
        if text is not None or code is not None:
            self._letters(text if text is not None else bytes([int(code, 16)]))
            return 0
        self._decode()
        if brace == b"{":
            self._open()
        elif brace == b"}":
            self._close()
            self._is_whole = not self._states
        elif word == b"bin":
            return max(0, int(number or 0))
        elif word is not None:
            self._word(word.decode("ascii"), int(number) if number else None)
        elif sign is not None:
            self._sign(sign.decode("latin-1"))
        return 0

    def _open(self) -> None:
        if len(self._states) > DEEPEST_MARKUP:
            raise FormatError(_("This document is nested too deeply to be read."))
        self._states.append(self._state)
        self._begins = True

    def _close(self) -> None:
        if self._states:
            ended, self._state = self._state, self._states.pop()
            if ended.where == "instruction" != self._state.where:
                match = _FIELD.match(self._instruction)
                target = match[1] if match else ""
                inner = bool(match and NOWHERE.match(target))
                self._besides.count(Kind.LINK, int(inner))
                self._instruction = "" if inner else target
        self._begins = self._has_star = False

    def _word(self, word: str, number: int | None) -> None:
        begins, starred, self._begins, self._has_star = self._begins, self._has_star, False, False
        self._skip = 0
        if word in _LEFT_OUT and (begins or starred):
            kind = _LEFT_OUT[word]
            if kind is not None and self._state.where == "text":
                self._besides.count(kind)
            self._state = replace(self._state, where="nowhere")
        elif starred and word not in _KNOWN:
            self._state = replace(self._state, where="nowhere")
        elif word in _TABLES:
            self._state = replace(self._state, where=_TABLES[word])
        elif word in {"fldinst", "fldrslt"}:
            self._field(word)
        elif (take := self._table) is not None:
            take(word, number)
        elif self._state.where == "text":
            self._text(word, number)

    @property
    def _table(self) -> Callable[[str, int | None], None] | None:
        """Who takes the words of the table that one is in."""
        tables: dict[str, Callable[[str, int | None], None]] = {
            "fonts": self._fonts.take, "styles": self._sheet.take, "lists": self._lists.take
        }  # fmt: skip
        return tables.get(self._state.where)

    def _field(self, word: str) -> None:
        if word == "fldinst":
            self._instruction = ""
            self._state = replace(self._state, where="instruction")
        else:
            self._state = replace(self._state, link=self._instruction)
            self._instruction = ""

    def _text(self, word: str, number: int | None) -> None:
        """Take a word that stands in the text: what is set how, and where it ends."""
        on = number != 0
        if word in _ENDS:
            self._in_table = self._in_table or word in {"cell", "row"}
            self._end_paragraph(is_row=word in {"row", "nestrow"})
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in {"b", "i"}:
            is_bold = on if word == "b" else self._state.bold
            is_italic = on if word == "i" else self._state.italic
            self._state = replace(self._state, bold=is_bold, italic=is_italic)
        elif word in _TYPE or word in {"ulnone", "v"}:
            is_hidden = on if word == "v" else self._state.hidden
            is_marked = self._state.marked if word == "v" else (on and word != "ulnone")
            self._state = replace(self._state, hidden=is_hidden, marked=is_marked)
        elif word == "u":
            self._unit((number or 0) % 0x10000)
        elif word == "plain":
            self._state = replace(self._state, bold=False, italic=False, hidden=False, marked=False)
        elif word == "line":
            self._lines.append(Line())
        else:
            self._letter_set(word, number)
            self._shape(word, number)

    def _letter_set(self, word: str, number: int | None) -> None:
        """Take what says how letters are written down, or that they were changed."""
        match word:
            case "f":
                self._state = replace(self._state, font=number)
            case "uc":
                self._state = replace(self._state, fallback=max(0, number or 0))
            case "ansicpg" if number:
                self._encoding = f"cp{number}"
            case "ansi" | "mac" | "pc" | "pca":
                self._encoding = _SETS[word]
            case "deleted" | "revised":
                self._besides.count(Kind.CHANGE)
                self._state = replace(self._state, hidden=self._state.hidden or word == "deleted")

    def _shape(self, word: str, number: int | None) -> None:
        """Take what a paragraph says of itself."""
        match word:
            case "pard":
                self._style, self._in_table = Style(), False
            case "intbl":
                self._in_table = True
            case "s":
                self._style.based_on = str(number)
            case "outlinelevel":
                self._style.level = number
            case "ls":
                self._style.list_id = str(number)
            case "ilvl":
                self._style.list_level = str(number or 0)
            case "pnlvlblt" | "pnlvlbody" | "pnlvlcont":
                # As WordPad writes its lists.
                self._style.name = "List Bullet" if word == "pnlvlblt" else "List Number"

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._has_star = True
            return
        self._begins = self._has_star = False
        if sign in {"\n", "\r"}:
            self._word("par", None)
        elif sign in _SIGNS:
            self._add(_SIGNS[sign])

    def _letters(self, text: bytes) -> None:
        """Take letters in the encoding of their font; some stand only for those who know no Unicode."""
        self._begins = self._has_star = False
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        self._bytes += text[skipped:]

    def _decode(self) -> None:
        """Take the letters that wait, now that all bytes of each are there."""
        if not self._bytes:
            return
        encoding = self._fonts.encoding(self._state.font, self._encoding)
        try:
            text = self._bytes.decode(encoding, "replace")
        except LookupError:
            text = self._bytes.decode("cp1252", "replace")
        self._bytes.clear()
        self._add(text)

    def _unit(self, unit: int) -> None:
        """Take a unit of UTF-16; the letters behind it stand for it where nobody knows Unicode."""
        self._skip = self._state.fallback
        character = self._half + chr(unit)
        self._half = ""
        if len(character) == 1 and "\ud800" <= character <= "\udbff":
            self._half = character
            return
        self._add(character.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        match state.where:
            case "styles":
                self._sheet.name(text)
            case "instruction":
                self._instruction = (self._instruction + text)[:_LONGEST_FIELD]
            case "text" if not state.hidden:
                self._besides.count(Kind.TYPE, int(state.marked and not state.link))
                faces = {Face.BOLD: ""} if state.bold else {}
                faces |= {Face.ITALIC: ""} if state.italic else {}
                faces |= {Face.LINK: state.link} if state.link else {}
                self._lines[-1].add(text, faces)

    def _end_paragraph(self, *, is_row: bool = False) -> None:
        """Make blocks of a paragraph that is complete."""
        lines, self._lines = self._lines, [Line()]
        self._besides.count(Kind.TABLE, int(self._in_table and not self._was_in_table))
        self._was_in_table = self._in_table
        is_empty = not any(piece.strip() for line in lines for piece in line.pieces)
        if is_empty and (self._in_table or is_row):
            return
        chain = list(self._sheet.chain(self._style))
        if is_contents(chain):
            self._besides.count(Kind.CONTENTS, len(lines))
            return
        said, level = role(chain, self._lists.has_numbers)
        if said is Role.HEADING:
            # Its letters are bold because it is one.
            lines = [line.without(Face.BOLD) for line in lines]
        self.blocks += [line.block(said, level) for line in lines]
