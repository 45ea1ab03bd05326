"""The styles of an OpenDocument text: which are of headings, which set bold type, which lists have numbers.

Source: OASIS OpenDocument 1.3, part 3, chapters 16 and 20.
"""

import re

from factbox.formats.markup import Attributes, Elements, number

_HEADING = re.compile(r"(?:Heading|Title|Subtitle)(?:_20_.*)?$")
_PLAIN = frozenset({"normal", "none"})


class Styles(Elements):
    """The styles that were read so far.

    Attributes:
        margins: How many headers and footers its pages have.
    """

    def __init__(self) -> None:
        self.margins = 0
        self._parents: dict[str, str] = {}
        self._marked: set[str] = set()
        self._numbered: set[tuple[str, int]] = set()
        self._style = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take a style, or what it says."""
        match name:
            case "style:style" | "text:list-style":
                self._style = attributes.get("style:name", "")
                self._parents[self._style] = attributes.get("style:parent-style-name", "")
            case "style:text-properties":
                properties = ("fo:font-weight", "fo:font-style", "style:text-underline-style")
                if any(attributes.get(each, "normal") not in _PLAIN for each in properties):
                    self._marked.add(self._style)
            case "text:list-level-style-number":
                if attributes.get("style:num-format"):
                    self._numbered.add((self._style, number(attributes.get("text:level", ""), 1)))
            case "style:header" | "style:footer":
                self.margins += 1

    def is_heading(self, style: str) -> bool:
        """Tell whether a style is of headings, or made from one that is."""
        seen: set[str] = set()
        while style and style not in seen:
            if _HEADING.match(style):
                return True
            seen.add(style)
            style = self._parents.get(style, "")
        return False

    def is_marked(self, style: str) -> bool:
        """Tell whether a style sets bold, italic or underlined type."""
        return style in self._marked

    def has_numbers(self, style: str, level: int) -> bool:
        """Tell whether a list of a style numbers its items on a level."""
        return (style, level) in self._numbered
