"""Documents of Microsoft Word (.docx): their paragraphs, read from whatever program made them, and written.

A cell of a table and a text box give their paragraphs in order; a line break ends a block as it ends a line of a
text file; tracked changes count as accepted. Source: ECMA-376, Office Open XML, part 1, WordprocessingML.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from factbox.document import Block, Document, Face, Role
from factbox.formats.archive import pack
from factbox.formats.base import FormatError
from factbox.formats.besides import Besides, Kind
from factbox.formats.documents import opened, other
from factbox.formats.line import Line
from factbox.formats.markup import Attributes, Elements, walk
from factbox.formats.wordlinks import Links
from factbox.formats.wordparts import entries
from factbox.formats.wordstyles import OFF, SPACES, Lists, Relations, Style, Styles, is_contents, role
from factbox.translation import _

_FACES = MappingProxyType({"w:b": Face.BOLD, "w:i": Face.ITALIC})
_TYPE = frozenset({"w:u", "w:strike", "w:dstrike"})
_LOOK = frozenset({"w:color", "w:sz", "w:highlight", "w:shd"})
_LINE_ENDS = str.maketrans("\n\r", "  ")
_BREAKS = frozenset({"w:br", "w:cr"})
_SIGNS = MappingProxyType({"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"})
# In the properties of a paragraph: the sign at its end is deleted.
_MARK_GONE = frozenset({"w:del", "w:moveFrom"})
# What is no text of the document: deleted, or said of a change or a thing.
_LEFT_OUT = frozenset(
    "w:del w:moveFrom w:pPrChange w:rPrChange w:tblPrChange w:tcPrChange w:trPrChange w:sectPrChange "
    "w:tblGridChange w:numberingChange w:object w:altChunk m:oMath w:rt w:sdtPr w:tblPr w:tblGrid w:tabs".split()
)
_COUNTED = MappingProxyType(
    {
        "w:del": Kind.CHANGE, "w:moveFrom": Kind.CHANGE, "w:pPrChange": Kind.CHANGE, "w:rPrChange": Kind.CHANGE,
        "w:ins": Kind.CHANGE, "w:moveTo": Kind.CHANGE, "w:tbl": Kind.TABLE,
        "w:txbxContent": Kind.TEXT_BOX, "w:footnoteReference": Kind.FOOTNOTE, "w:endnoteReference": Kind.FOOTNOTE,
        "w:commentReference": Kind.COMMENT, "w:headerReference": Kind.MARGIN, "w:footerReference": Kind.MARGIN,
        "pic:pic": Kind.PICTURE, "w:object": Kind.OBJECT, "w:altChunk": Kind.OBJECT, "m:oMath": Kind.EQUATION,
    }
)  # fmt: skip


def read(data: bytes) -> Document:
    """Read a document of Word.

    Raises:
        FormatError: It is no such document, is damaged, has a password, or is made to do harm.
    """
    archive = opened(data)
    top = Relations()
    walk(archive, "_rels/.rels", SPACES, top)
    main = top.target("officeDocument", "") or "word/document.xml"
    if main not in archive:
        raise other(archive)
    folder, file = posixpath.split(main)
    relations, styles, lists = Relations(), Styles(), Lists()
    walk(archive, posixpath.join(folder, "_rels", f"{file}.rels"), SPACES, relations)
    walk(archive, relations.target("styles", folder), SPACES, styles)
    walk(archive, relations.target("numbering", folder), SPACES, lists)
    body = _Body(styles, lists, relations.links)
    walk(archive, main, SPACES, body)
    if not body.is_there:
        raise FormatError(_("There is no text in this document."))
    return Document(tuple(body.blocks) or (Block(""),), losses=body.besides.told())


def write(document: Document) -> bytes:
    """Write a document that Word and its kin open; what no XML can hold is left out.

    Raises:
        FormatError: It is more than one file may hold.
    """
    return pack(entries(document.blocks))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: its lines, what it says of itself, and the text boxes that hang on it."""

    own: Style | None = None
    lines: list[Line] = field(default_factory=lambda: [Line()])
    goes_on: bool = False
    hanging: list[Block] = field(default_factory=list)


class _Body(Elements):
    """The blocks of the document, and what there is besides.

    Attributes:
        blocks: The blocks so far.
        besides: What no block holds.
        is_there: Whether there was a body at all.
    """

    def __init__(self, styles: Styles, lists: Lists, addresses: Mapping[str, str]) -> None:
        self.blocks: list[Block] = []
        self.besides = Besides()
        self.is_there = False
        self._styles, self._lists = styles, lists
        self._links = Links(addresses)
        self._faces: dict[Face, str] = {}
        self._open: list[_Paragraph] = []
        self._begun: _Paragraph | None = None
        self._skipped = self._tables = 0
        self._describes = self._reads = self._is_marked = self._is_hidden = False
        self._taken: list[bool] = []
        self._drawn: list[bool] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if self._skipped:
            self._skipped += 1
            return
        if self._describes and name in _MARK_GONE:
            self._open[-1].goes_on = True
            self.besides.count(Kind.CHANGE)
            return
        kind = _COUNTED.get(name)
        if kind is not None:
            self.besides.count(kind)
        if name in _LEFT_OUT or self._is_second(name):
            self._skipped = 1
        elif self._describes and (own := self._open[-1].own) is not None:
            own.take(name, attributes)
        elif self._links.start(name, attributes):
            self.besides.count(Kind.LINK, int(self._links.is_inner))
        else:
            self._begin(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
            return
        self._links.end(name)
        match name:
            case "w:p" if self._open:
                self._close(self._open.pop())
            case "w:pPr":
                self._describes = False
            case "w:t":
                self._reads = False
            case "w:tbl":
                self._tables -= 1
            case "mc:AlternateContent" if self._taken:
                self._taken.pop()
            case "w:drawing" | "w:pict" if self._drawn:
                if not self._drawn.pop():
                    self.besides.count(Kind.PICTURE)
            case "w:body" if self._begun is not None:
                self._close(self._begun)

    def text(self, data: str) -> None:
        """Take text of a run."""
        if self._skipped:
            return
        if self._reads and self._open and not self._is_hidden:
            # A line end here is a space, as Word shows it: lines end by elements.
            self._open[-1].lines[-1].add(data.translate(_LINE_ENDS), self._faces | self._links.faces)
        self._links.text(data)

    def _begin(self, name: str, attributes: Attributes) -> None:
        match name:
            case "w:body":
                self.is_there = True
            case "w:p":
                self._open.append(_Paragraph())
                if self._begun is not None and len(self._open) == 1:
                    self._open[-1].lines, self._begun = self._begun.lines, None
            case "w:pPr" if self._open:
                self._describes = True
                self._open[-1].own = Style()
            case "w:tbl":
                self._tables += 1
            case "mc:AlternateContent":
                self._taken.append(False)
            case "w:drawing" | "w:pict":
                self._drawn.append(False)
            case "pic:pic" | "w:txbxContent" if self._drawn:
                self._drawn[-1] = True
            case _ if self._open:
                self._run(name, attributes, self._open[-1].lines)

    def _run(self, name: str, attributes: Attributes, lines: list[Line]) -> None:
        """Take what stands in a run: the start of text, a sign, the end of a line, how it is set."""
        if name == "w:t":
            self._reads = True
            self.besides.count(Kind.TYPE, int(self._is_marked))
        elif name == "w:r":
            self._is_marked, self._is_hidden, self._faces = False, False, {}
        elif name in _SIGNS:
            lines[-1].add(_SIGNS[name], self._faces | self._links.faces)
        elif name in _BREAKS and (lines[-1] or attributes.get("w:type", "textWrapping") == "textWrapping"):
            lines.append(Line())
        elif name == "w:rStyle":
            self._faces = self._styles.faces(attributes.get("w:val", ""))
        else:
            self._set(name, attributes.get("w:val", ""))

    def _set(self, name: str, value: str) -> None:
        """Take how the letters of a run are set."""
        is_set = value not in OFF
        if name in _FACES:
            self._faces.pop(_FACES[name], None)
            self._faces |= {_FACES[name]: ""} if is_set else {}
        elif name in _TYPE:
            self._is_marked = self._is_marked or (is_set and not self._links.faces)
        elif name in _LOOK:
            self.besides.count(Kind.LOOK, int(not self._links.faces))
        elif name == "w:vertAlign":
            self.besides.count(Kind.SCRIPT, int(value != "baseline"))
        elif name == "w:vanish" and is_set:
            self._is_hidden = True
            self.besides.count(Kind.HIDDEN)

    def _is_second(self, name: str) -> bool:
        """Tell whether an element says in another way what was there already."""
        if name not in {"mc:Choice", "mc:Fallback"} or not self._taken:
            return False
        is_second = self._taken[-1]
        self._taken[-1] = True
        return is_second

    def _close(self, paragraph: _Paragraph) -> None:
        """Make blocks of a paragraph that is complete."""
        if paragraph.goes_on and not self._open and self._begun is None:
            # The sign at its end was deleted: it goes on in the next paragraph.
            paragraph.goes_on = False
            self._begun = paragraph
            self.blocks += paragraph.hanging
            return
        lines = paragraph.lines
        said, level = Role.BODY, 1
        if not any(piece.strip() for line in lines for piece in line.pieces) and (
            self._tables or paragraph.hanging
        ):
            # An empty cell is nothing, and neither is the paragraph that only holds a text box.
            lines = []
        elif paragraph.own is not None:
            chain = list(self._styles.chain(paragraph.own))
            if is_contents(chain):
                self.besides.count(Kind.CONTENTS, len(lines))
                lines = []
            else:
                said, level = role(chain, self._lists.has_numbers)
        blocks = self._open[-1].hanging if self._open else self.blocks
        blocks += [*(line.block(said, level) for line in lines), *paragraph.hanging]
