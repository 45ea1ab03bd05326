"""OpenDocument texts (.odt), of LibreOffice and its kin: their paragraphs, read and written.

A cell of a table and a text box give their paragraphs in order; a line break ends a block as it ends a line of a
text file; tracked changes count as accepted. Source: OASIS OpenDocument 1.3, part 3.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from factbox.document import Block, Document, Face, Role
from factbox.formats.archive import pack
from factbox.formats.base import FormatError
from factbox.formats.besides import Besides, Kind
from factbox.formats.documents import opened, other, password
from factbox.formats.line import NOWHERE, Line
from factbox.formats.markup import Attributes, Elements, number, walk
from factbox.formats.odtparts import MIMETYPE, SPACES, entries
from factbox.formats.odtstyles import Styles
from factbox.translation import _

_TYPE = MIMETYPE.encode()
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000
# A space that white space around it does not swallow; no XML can hold this sign.
_HARD = "\x00"
_BY_SPACE = MappingProxyType({space: prefix for prefix, space in SPACES.items()})
# What is no text of the document: said besides, or of a thing, or deleted.
_LEFT_OUT = frozenset(
    "text:note office:annotation text:changed-region svg:title svg:desc text:ruby-text office:forms "
    "text:sequence-decls text:variable-decls text:user-field-decls draw:object draw:object-ole office:binary-data "
    "text:alphabetical-index text:bibliography".split()
)
_CONTENTS = frozenset({"text:table-of-content", "text:illustration-index", "text:table-index", "text:user-index"})
_COUNTED: Mapping[str, Kind] = MappingProxyType(
    {
        "text:note": Kind.FOOTNOTE, "office:annotation": Kind.COMMENT, "text:changed-region": Kind.CHANGE,
        "table:table": Kind.TABLE, "draw:custom-shape": Kind.PICTURE,
    }
)  # fmt: skip
# What may be in a frame, the most telling first: an object has a picture of itself beside it.
_FRAMED: Mapping[str, Kind] = MappingProxyType(
    {
        "draw:text-box": Kind.TEXT_BOX, "draw:object": Kind.OBJECT, "draw:object-ole": Kind.OBJECT,
        "draw:image": Kind.PICTURE,
    }
)  # fmt: skip


def read(data: bytes) -> Document:
    """Read an OpenDocument text.

    Raises:
        FormatError: It is no such text, is damaged, has a password, or is made to do harm.
    """
    archive = opened(data)
    # Some programs leave the type out.
    if "content.xml" not in archive or not (archive.read("mimetype")[0] or _TYPE).startswith(_TYPE):
        raise other(archive)
    if b"encryption-data" in archive.read("META-INF/manifest.xml")[0]:
        raise password()
    body = _Body()
    walk(archive, "styles.xml", _BY_SPACE, body.styles)
    body.besides.count(Kind.MARGIN, body.styles.margins)
    walk(archive, "content.xml", _BY_SPACE, body)
    if not body.is_there:
        raise FormatError(_("There is no text in this document."))
    return Document(tuple(body.blocks) or (Block(""),), losses=body.besides.told())


def write(document: Document) -> bytes:
    """Write an OpenDocument text; what no XML can hold is left out.

    Raises:
        FormatError: It is more than one file may hold.
    """
    return pack(entries(document.blocks), unpacked=("mimetype",))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: its lines, its role, and the text boxes that hang on it."""

    role: Role
    level: int = 1
    lines: list[Line] = field(default_factory=lambda: [Line()])
    # The faces of the letters in each element one is in.
    faces: list[dict[Face, str]] = field(default_factory=lambda: [{}])
    is_after_space: bool = True
    hanging: list[Block] = field(default_factory=list)

    def take(self, data: str) -> None:
        """Take text, in which any white space is one space, and none at the start."""
        text = _WHITE.sub(" ", data)
        if self.is_after_space:
            text = text.removeprefix(" ")
        if text:
            self.lines[-1].add(text, self.faces[-1])
            self.is_after_space = text[-1] == " "


class _Body(Elements):
    """The blocks of the text, and what there is besides.

    Attributes:
        blocks: The blocks so far.
        besides: What no block holds.
        styles: The styles, those of the whole document and those of its paragraphs.
        is_there: Whether there was a body of a text at all.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.besides = Besides()
        self.styles = Styles()
        self.is_there = False
        self._open: list[_Paragraph] = []
        self._skipped = self._tables = self._contents = 0
        # For each list one is in: its style; for each item: whether its first paragraph is still to come.
        self._lists: list[str] = []
        self._items: list[bool] = []
        self._frames: list[set[Kind]] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if self._skipped:
            self._skipped += 1
            return
        if (kind := _FRAMED.get(name)) is not None and self._frames:
            self._frames[-1].add(kind)
        if (kind := _COUNTED.get(name)) is not None:
            self.besides.count(kind)
        if name in _LEFT_OUT:
            self._skipped = 1
        elif name in {"text:p", "text:h"}:
            self._begin(name, attributes)
        elif self._open and self._sign(name, attributes, self._open[-1]):
            pass
        else:
            self._enter(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
            return
        match name:
            case "text:p" | "text:h" if self._open:
                self._close(self._open.pop())
            case "text:span" | "text:a" if self._open and len(self._open[-1].faces) > 1:
                self._open[-1].faces.pop()
            case "table:table":
                self._tables -= 1
            case "text:list" if self._lists:
                self._lists.pop()
            case "text:list-item" | "text:list-header" if self._items:
                self._items.pop()
            case "draw:frame" if self._frames:
                held = self._frames.pop()
                self.besides.count(next((kind for kind in _FRAMED.values() if kind in held), Kind.PICTURE))
            case _ if name in _CONTENTS:
                self._contents -= 1

    def text(self, data: str) -> None:
        """Take text of a paragraph."""
        if self._open and not self._skipped:
            self._open[-1].take(data)

    def _enter(self, name: str, attributes: Attributes) -> None:
        match name:
            case "office:text":
                self.is_there = True
            case "table:table":
                self._tables += 1
            case "text:list":
                self._lists.append(attributes.get("text:style-name") or (self._lists[-1] if self._lists else ""))
            case "text:list-item" | "text:list-header":
                self._items.append(name == "text:list-item")
            case "draw:frame":
                self._frames.append(set())
            case _ if name in _CONTENTS:
                self._contents += 1
            case _:
                self.styles.start(name, attributes)

    def _sign(self, name: str, attributes: Attributes, paragraph: _Paragraph) -> bool:
        """Take what stands for a sign in a paragraph, or says how it is set; tell whether it was that."""
        match name:
            case "text:s":
                spaces = number(attributes.get("text:c", ""), 1)
                paragraph.lines[-1].add(_HARD * min(spaces, _MOST_SPACES), paragraph.faces[-1])
                paragraph.is_after_space = False
            case "text:tab":
                paragraph.lines[-1].add("\t", paragraph.faces[-1])
                paragraph.is_after_space = False
            case "text:line-break":
                paragraph.lines.append(Line())
            case "text:span":
                style = attributes.get("text:style-name", "")
                self._count_look(style, paragraph)
                paragraph.faces.append(paragraph.faces[-1] | self.styles.faces(style))
            case "text:a":
                target = attributes.get("xlink:href", "")
                is_inner = bool(NOWHERE.match(target))
                self.besides.count(Kind.LINK, int(is_inner))
                paragraph.faces.append(paragraph.faces[-1] | ({} if is_inner else {Face.LINK: target}))
            case _:
                return False
        return True

    def _count_look(self, style: str, paragraph: _Paragraph) -> None:
        """Count what a style says of letters that no face holds; those of a link are as links are."""
        is_free = Face.LINK not in paragraph.faces[-1]
        self.besides.count(Kind.TYPE, int(self.styles.is_marked(style) and is_free))
        self.besides.count(Kind.LOOK, int(self.styles.is_coloured(style) and is_free))
        self.besides.count(Kind.SCRIPT, int(self.styles.is_raised(style)))

    def _begin(self, name: str, attributes: Attributes) -> None:
        """Begin a paragraph: its role comes from its element, its style, and the list that it is in."""
        style = attributes.get("text:style-name", "")
        role, level = self._role(name, style, attributes)
        faces = {} if role is Role.HEADING else self.styles.own_faces(style)
        self._open.append(_Paragraph(role, level, faces=[faces]))

    def _role(self, name: str, style: str, attributes: Attributes) -> tuple[Role, int]:
        is_first = bool(self._items) and self._items[-1] and not self._open
        if is_first:
            self._items[-1] = False
        named = self.styles.heading(style)
        if name == "text:h" or named:
            return Role.HEADING, number(attributes.get("text:outline-level", ""), named)
        if not is_first:
            return (Role.QUOTATION if self.styles.is_quotation(style) else Role.BODY), 1
        has_numbers = self._lists and self.styles.has_numbers(self._lists[-1], len(self._lists))
        return (Role.NUMBERED if has_numbers else Role.ITEM), len(self._lists)

    def _close(self, paragraph: _Paragraph) -> None:
        """Make blocks of a paragraph that is complete."""
        texts = ["".join(line.pieces) for line in paragraph.lines]
        texts = [text.replace(_HARD, " ") for text in (*texts[:-1], texts[-1].removesuffix(" "))]
        lines = list(zip(paragraph.lines, texts, strict=True))
        if self._contents:
            self.besides.count(Kind.CONTENTS, len(lines))
            lines = []
        elif not any(map(str.strip, texts)) and (self._tables or paragraph.hanging):
            # An empty cell is nothing, and neither is the paragraph that only holds a text box.
            lines = []
        blocks = self._open[-1].hanging if self._open else self.blocks
        role, level = paragraph.role, paragraph.level
        blocks += [*(line.block(role, level, text) for line, text in lines), *paragraph.hanging]
