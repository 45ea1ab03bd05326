"""The styles of an OpenDocument text: which are of headings, which set faces, which lists have numbers.

Source: OASIS OpenDocument 1.3, part 3, chapters 16 and 20.
"""

import re
from collections.abc import Iterator

from factbox.document import Face
from factbox.formats.markup import Attributes, Elements, number

_HEADING = re.compile(r"(?:Heading|Title|Subtitle)(?:_20_.*)?$")
_QUOTATION = re.compile(r"(?:Quotations?|Quote|Intense_20_Quote|Block_20_Text)$")
_PLAIN = frozenset({"normal", "none"})
_AUTOMATIC = "transparent"
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_SLANTED = frozenset({"italic", "oblique"})
# The levels that a name or a heading may have.
_LEVEL = re.compile(r"_20_(\d)$")


class Styles(Elements):
    """The styles that were read so far.

    Attributes:
        margins: How many headers and footers its pages have.
    """

    def __init__(self) -> None:
        self.margins = 0
        self._parents: dict[str, str] = {}
        self._marked: set[str] = set()
        self._faces: dict[str, dict[Face, str]] = {}
        self._coloured: set[str] = set()
        self._raised: set[str] = set()
        self._numbered: set[tuple[str, int]] = set()
        # The styles that a program made for single paragraphs, not those that people name.
        self._automatic: set[str] = set()
        self._is_automatic = False
        self._style = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take a style, or what it says."""
        match name:
            case "office:automatic-styles" | "office:styles":
                self._is_automatic = name == "office:automatic-styles"
            case "style:style" | "text:list-style":
                self._style = attributes.get("style:name", "")
                if self._is_automatic:
                    self._automatic.add(self._style)
                self._parents[self._style] = attributes.get("style:parent-style-name", "")
            case "style:text-properties":
                self._letters(attributes)
            case "text:list-level-style-number":
                if attributes.get("style:num-format"):
                    self._numbered.add((self._style, number(attributes.get("text:level", ""), 1)))
            case "style:header" | "style:footer":
                self.margins += 1

    def _letters(self, attributes: Attributes) -> None:
        """Take what a style says of its letters."""
        properties = ("style:text-underline-style", "style:text-line-through-style")
        if any(attributes.get(each, "none") not in _PLAIN for each in properties):
            self._marked.add(self._style)
        if any(attributes.get(each, _AUTOMATIC) != _AUTOMATIC for each in ("fo:color", "fo:background-color")):
            self._coloured.add(self._style)
        if not attributes.get("style:text-position", "0% 100%").startswith("0"):
            self._raised.add(self._style)
        bold = {Face.BOLD: ""} if attributes.get("fo:font-weight") in _BOLD else {}
        italic = {Face.ITALIC: ""} if attributes.get("fo:font-style") in _SLANTED else {}
        self._faces[self._style] = bold | italic

    def heading(self, style: str) -> int:
        """Give the level of the headings that a style is of, or the one that it is made from; 0 if of none."""
        name = next(filter(_HEADING.match, self._chain(style)), "")
        level = _LEVEL.search(name)
        return int(level[1]) if level else (1 + name.startswith("Sub") if name else 0)

    def is_quotation(self, style: str) -> bool:
        """Tell whether a style is of quotations, or made from one that is."""
        return any(map(_QUOTATION.match, self._chain(style)))

    def is_marked(self, style: str) -> bool:
        """Tell whether a style sets underlined or struck out type."""
        return style in self._marked

    def is_coloured(self, style: str) -> bool:
        """Tell whether a style gives letters a colour or a ground."""
        return style in self._coloured

    def is_raised(self, style: str) -> bool:
        """Tell whether a style raises or lowers letters."""
        return style in self._raised

    def faces(self, style: str) -> dict[Face, str]:
        """Give the faces that a style sets; a style without any of its own has those of its parent."""
        return next((self._faces[each] for each in self._chain(style) if each in self._faces), {})

    def own_faces(self, style: str) -> dict[Face, str]:
        """Give the faces that a style of a single paragraph sets; those of others belong to their kind."""
        return self._faces.get(style, {}) if style in self._automatic else {}

    def _chain(self, style: str) -> Iterator[str]:
        seen: set[str] = set()
        while style and style not in seen:
            yield style
            seen.add(style)
            style = self._parents.get(style, "")

    def has_numbers(self, style: str, level: int) -> bool:
        """Tell whether a list of a style numbers its items on a level."""
        return (style, level) in self._numbered
