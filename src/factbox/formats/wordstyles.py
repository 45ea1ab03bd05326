"""What a document of Word says besides its text: which part stands for what, its styles, and its lists.

Source: ECMA-376, Office Open XML, parts 1 and 2.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from factbox.document import Face, Role
from factbox.formats.markup import Attributes, Elements, number

SPACES = MappingProxyType(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
        "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    }
)
_HEADING = re.compile(r"(?:heading ?(\d)|(?:sub)?title)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc ?\d|table ?of ?figures)$", re.IGNORECASE)
_ITEM = re.compile(r"list ?(bullet|number) ?(\d)?", re.IGNORECASE)
_QUOTATION = re.compile(r"(?:(?:intense ?)?quote|block ?text|quotations?)$", re.IGNORECASE)
OFF = frozenset({"0", "false", "off", "none"})
# The level of an outline that stands for none.
_NO_LEVEL = 9


class Relations(Elements):
    """Which part of a package stands for what; parts outside it are none.

    Attributes:
        links: The addresses outside the package, by the names that its parts have for them.
    """

    def __init__(self) -> None:
        self.links: dict[str, str] = {}
        self._targets: dict[str, str] = {}

    def target(self, kind: str, folder: str) -> str:
        """Give the name of the part of a kind, seen from a folder; empty where there is none."""
        target = self._targets.get(kind, "")
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if target else ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take a relation."""
        if name != "rel:Relationship":
            return
        kind, target = attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            self._targets.setdefault(kind, target)
        elif kind == "hyperlink":
            self.links[attributes.get("Id", "")] = target


@dataclass(slots=True)
class Style:
    """What a style says of its paragraphs, or what a paragraph says itself; None where it says nothing."""

    name: str = ""
    based_on: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: str = ""
    bold: bool | None = None
    italic: bool | None = None

    def take(self, name: str, attributes: Attributes) -> None:
        """Take a property."""
        value = attributes.get("w:val", "")
        match name:
            case "w:name":
                self.name = value
            case "w:basedOn" | "w:pStyle":
                self.based_on = value
            case "w:outlineLvl":
                self.level = number(value, _NO_LEVEL)
            case "w:numId":
                self.list_id = value
            case "w:ilvl":
                self.list_level = value
            case "w:b":
                self.bold = value not in OFF
            case "w:i":
                self.italic = value not in OFF


class Styles(Elements):
    """The styles of a document."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._style = Style()

    def start(self, name: str, attributes: Attributes) -> None:
        """Take a style, or one of its properties."""
        if name == "w:style":
            self._style = self._styles[attributes.get("w:styleId", "")] = Style()
        else:
            self._style.take(name, attributes)

    def faces(self, name: str) -> dict[Face, str]:
        """Give the faces that a style of letters sets."""
        chain = list(self.chain(Style(based_on=name)))
        bold = next((style.bold for style in chain if style.bold is not None), False)
        italic = next((style.italic for style in chain if style.italic is not None), False)
        return ({Face.BOLD: ""} if bold else {}) | ({Face.ITALIC: ""} if italic else {})

    def chain(self, own: Style) -> Iterator[Style]:
        """Give what a paragraph says, what its style says, and what that is based on."""
        yield own
        seen: set[str] = set()
        name = own.based_on
        while name is not None and name not in seen:
            seen.add(name)
            # Without styles the identifier is all there is, and mostly the name without its space.
            style = self._styles.get(name) or Style(name)
            yield style
            name = style.based_on


class Lists(Elements):
    """Which lists have numbers, and on which level."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str], str] = {}
        self._abstract: dict[str, str] = {}
        self._list = self._level = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take a list, or the form of its numbers."""
        value = attributes.get("w:val", "")
        match name:
            case "w:abstractNum":
                self._list = attributes.get("w:abstractNumId", "")
            case "w:lvl":
                self._level = attributes.get("w:ilvl", "0")
            case "w:numFmt":
                self._forms[self._list, self._level] = value
            case "w:num":
                self._list = attributes.get("w:numId", "")
            case "w:abstractNumId":
                self._abstract[self._list] = value

    def has_numbers(self, name: str, level: str) -> bool:
        """Tell whether the items of a list have numbers on a level, not bullets."""
        form = self._forms.get((self._abstract.get(name, ""), level), "bullet")
        return form not in {"bullet", "none"}


def role(chain: Sequence[Style], has_numbers: Callable[[str, str], bool]) -> tuple[Role, int]:
    """Give the role of a paragraph and its level by what it and its styles say.

    Args:
        chain: What it says, what its style says, and what that is based on.
        has_numbers: Tells of a list by its name whether it has numbers on a level.
    """
    level = next((style.level for style in chain if style.level is not None), None)
    named = next(filter(None, (_HEADING.match(style.name) for style in chain)), None)
    if named or (level is not None and level < _NO_LEVEL):
        return Role.HEADING, _level(named) if named else (level or 0) + 1
    listed = next((style for style in chain if style.list_id is not None), None)
    named = next(filter(None, (_ITEM.match(style.name) for style in chain)), None)
    if listed is None and named:
        is_numbered = named[1].lower() == "number"
        return (Role.NUMBERED if is_numbered else Role.ITEM), int(named[2] or 1)
    if listed is None or listed.list_id == "0":
        is_quoted = any(_QUOTATION.match(style.name) for style in chain)
        return (Role.QUOTATION if is_quoted else Role.BODY), 1
    deep = next((style.list_level for style in chain if style.list_level), "0")
    is_numbered = has_numbers(listed.list_id or "", deep)
    return (Role.NUMBERED if is_numbered else Role.ITEM), number(deep, 0) + 1


def _level(named: re.Match[str]) -> int:
    """Give the level of a heading by the name of its style; a subtitle lies below its title."""
    return int(named[1]) if named[1] else 1 + named[0].lower().startswith("sub")


def is_contents(chain: Sequence[Style]) -> bool:
    """Tell whether a paragraph is a line of a table of contents."""
    return any(_CONTENTS.match(style.name) for style in chain)
