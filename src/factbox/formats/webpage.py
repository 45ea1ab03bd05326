"""Web pages (.html): their paragraphs as a browser shows them, and pages that print well.

Nothing that a page names is ever fetched, and no script is run. Sources: the HTML Standard of the WHATWG for what
is a block and which white space counts; lxml for the grammar.
"""

import codecs
import importlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from factbox.document import Block, Document, Face, Role
from factbox.formats import text
from factbox.formats.base import FormatError
from factbox.formats.besides import Besides, Kind
from factbox.formats.line import NOWHERE, Line
from factbox.formats.webparts import page
from factbox.translation import _

# Where a page says its encoding, and how far one has to look for it.
_DECLARED = re.compile(rb"<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
# What pages call Latin-1 and ASCII is Windows-1252 in every browser, and UTF-16 cannot say its name in ASCII.
_MEANT = MappingProxyType({"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8"})
_WHITE = re.compile(r"[ \t\r\n\f]+")
_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEFT_OUT = frozenset(
    "script style template head title noscript svg math iframe object embed video audio canvas select textarea rt "
    "rp".split()
)
_COUNTED: Mapping[str, Kind] = MappingProxyType(
    {
        "img": Kind.PICTURE, "svg": Kind.PICTURE, "canvas": Kind.PICTURE, "math": Kind.EQUATION,
        "iframe": Kind.OBJECT, "object": Kind.OBJECT, "embed": Kind.OBJECT, "video": Kind.OBJECT,
        "audio": Kind.OBJECT, "table": Kind.TABLE, "sup": Kind.SCRIPT, "sub": Kind.SCRIPT, "hr": Kind.RULE,
        "code": Kind.CODE, "u": Kind.TYPE, "s": Kind.TYPE, "del": Kind.TYPE,
    }
)  # fmt: skip
_FACES: Mapping[str, Face] = MappingProxyType(
    {"b": Face.BOLD, "strong": Face.BOLD, "i": Face.ITALIC, "em": Face.ITALIC, "a": Face.LINK}
)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLOPE = re.compile(r"font-style\s*:\s*(\w+)")
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
# What an element is for: a note is counted where it is called for, not where it stands.
_NOTE, _NOTES = "doc-noteref", frozenset({"doc-noteref", "doc-endnotes", "doc-footnote"})


def read(data: bytes) -> Document:
    """Read a web page.

    Raises:
        FormatError: It is no text in a usual encoding.
    """
    markup, losses = _decoded(data)
    reading = _read(markup)
    return Document(tuple(reading.blocks) or (Block(""),), losses=(*losses, *reading.besides.told()))


def write(document: Document) -> bytes:
    """Write a web page: one file in UTF-8 that needs no other; what no file can hold is left out."""
    return page(document).encode()


def blocks_of(markup: str) -> tuple[Block, ...]:
    """Read the blocks of a page, or of a piece of one."""
    return tuple(_read(markup).blocks)


def _read(markup: str) -> "_Reading":
    etree: Any = importlib.import_module("lxml.etree")
    reading = _Reading()
    # A page that is nested deeply is one all the same: there is no tree that could overflow.
    parser = etree.HTMLParser(target=reading, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(markup.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        # The parser gives up at the end of a page without a single element.
        reading.close()
    return reading


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """Give the text of a page in the encoding that it names, else in that which it seems to have."""
    declared = _DECLARED.search(data[:_HEAD])
    has_mark = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if declared is None or has_mark:
        markup, _encoding, losses = text.decode(data)
        return markup, losses
    losses = []
    try:
        name = codecs.lookup(declared[1].decode()).name
        encoding = _MEANT.get(name, name)
        try:
            markup = data.decode(encoding)
        except UnicodeDecodeError:
            markup = data.decode(encoding, "replace")
            losses.append(_("It is not quite in the encoding that it names: some letters may look wrong."))
    except (LookupError, ValueError):
        markup, _encoding, losses = text.decode(data)
        return markup, losses
    if "\x00" in markup:
        raise FormatError(_("This is no web page: it holds signs that only programs read."))
    return markup, losses


class _Reading:
    """What a parser tells of a page, made blocks.

    Attributes:
        blocks: The blocks so far.
        besides: What no block holds.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.besides = Besides()
        self._line = Line()
        self._is_after_space = True
        self._skipped = self._quotations = 0
        # For each element one is in: whether its white space counts, and the faces of its letters; for each
        # heading its level; for each item: whether it has begun; for each list: whether it has numbers.
        self._kept: list[bool] = [False]
        self._faces: list[dict[Face, str]] = [{}]
        self._headings: list[int] = []
        self._items: list[bool] = []
        self._ordered: list[bool] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        use = attributes.get("role", "")
        if self._skipped or tag in _LEFT_OUT or "hidden" in attributes or use in _NOTES:
            self._skipped += 1
            if self._skipped > 1:
                return
            if use == _NOTE:
                self.besides.count(Kind.FOOTNOTE)
        if (kind := _COUNTED.get(tag)) is not None:
            self.besides.count(kind)
        if not self._skipped:
            self._kept.append(self._kept[-1] or tag == "pre" or bool(_KEPT.search(attributes.get("style", ""))))
            self._faces.append(_faces(self._faces[-1], tag, attributes))
            self._enter(tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if len(self._kept) > 1:
            self._kept.pop()
            self._faces.pop()
        if tag in _HEADINGS and self._headings:
            self._headings.pop()
        elif tag == "blockquote":
            self._quotations = max(0, self._quotations - 1)
        elif tag == "li" and self._items:
            self._items.pop()
        elif tag in {"ul", "ol", "menu"} and self._ordered:
            self._ordered.pop()
        elif tag == "q":
            self._line.add("”", self._faces[-1])

    def data(self, data: str) -> None:
        """Take text."""
        if self._skipped:
            return
        if self._kept[-1]:
            first, *others = data.split("\n")
            self._take(first)
            for line in others:
                self._end_line()
                self._take(line)
            return
        self._take_loose(data)

    def close(self) -> None:
        """Take the end of the page."""
        self._end_paragraph()

    def _enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag == "br":
            self._end_line()
        elif tag in _HEADINGS:
            self._headings.append(int(tag[1]))
        elif tag == "blockquote":
            self._quotations += 1
        elif tag == "li":
            self._items.append(False)
        elif tag in {"ul", "ol", "menu"}:
            self._ordered.append(tag == "ol")
            self.besides.count(Kind.START, int(tag == "ol" and attributes.get("start", "1") != "1"))
        elif tag == "a" and attributes.get("href") and NOWHERE.match(attributes["href"]):
            self.besides.count(Kind.LINK)
        elif tag == "q":
            self._line.add("“", self._faces[-1])
            self._is_after_space = False

    def _take(self, data: str) -> None:
        if data:
            self._line.add(data, self._faces[-1])
            self._is_after_space = False

    def _take_loose(self, data: str) -> None:
        """Take text in which any white space is one space, and none at the start of a line."""
        loose = _WHITE.sub(" ", data)
        if self._is_after_space:
            loose = loose.removeprefix(" ")
        if loose:
            self._line.add(loose, self._faces[-1])
            self._is_after_space = loose[-1] == " "

    def _end_line(self) -> None:
        line = "".join(self._line.pieces)
        role, level = self._role()
        self.blocks.append(self._line.block(role, level, line.removesuffix(" ") if self._is_after_space else line))
        self._line, self._is_after_space = Line(), True

    def _end_paragraph(self) -> None:
        if self._line:
            self._end_line()
            if self._items:
                self._items[-1] = True

    def _role(self) -> tuple[Role, int]:
        if self._headings:
            return Role.HEADING, self._headings[-1]
        if self._items and not self._items[-1]:
            has_numbers = bool(self._ordered) and self._ordered[-1]
            return (Role.NUMBERED if has_numbers else Role.ITEM), len(self._ordered)
        return (Role.QUOTATION if self._quotations else Role.BODY), 1


def _faces(around: dict[Face, str], tag: str, attributes: Mapping[str, str]) -> dict[Face, str]:
    """Give the faces of letters in an element, which come from what it stands in, its tag and its style."""
    style, target = attributes.get("style", ""), attributes.get("href", "")
    face = _FACES.get(tag)
    if not style and (face is None or (face is Face.LINK and NOWHERE.match(target))):
        return around
    faces = dict(around)
    if face is not None and not (face is Face.LINK and NOWHERE.match(target)):
        faces[face] = target if face is Face.LINK else ""
    for pattern, its, set_apart in ((_WEIGHT, Face.BOLD, _BOLD), (_SLOPE, Face.ITALIC, {"italic", "oblique"})):
        if match := pattern.search(style):
            faces.pop(its, None)
            if match[1].lower() in set_apart:
                faces[its] = ""
    return faces
