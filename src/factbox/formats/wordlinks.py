"""The links of a document of Word: elements with an address among the relations, or fields with an instruction.

Source: ECMA-376, Office Open XML, part 1, 17.16.
"""

import re
from collections.abc import Mapping

from factbox.document import Face
from factbox.formats.line import NOWHERE
from factbox.formats.markup import Attributes

# The instruction of a field that is a link.
_FIELD = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")


# Characters of an instruction: no address is longer.
_LONGEST = 4_000


class Links:
    """The links that one is in while a document is read.

    Attributes:
        is_inner: Whether the last one led to a place in the document itself.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self.is_inner = False
        self._addresses = addresses
        # The links one is in, and the fields: each with its instruction so far and its address.
        self._open: list[str] = []
        self._fields: list[tuple[str, str]] = []
        self._instructs = False

    @property
    def faces(self) -> dict[Face, str]:
        """The face of letters here: that of a link, or none."""
        targets = [*self._open, *(target for _instruction, target in self._fields)]
        target = next((target for target in reversed(targets) if target), "")
        return {Face.LINK: target} if target else {}

    def start(self, name: str, attributes: Attributes) -> bool:
        """Take the start of an element; tell whether it begins a link."""
        match name:
            case "w:hyperlink":
                target = self._addresses.get(attributes.get("r:id", ""), "")
                self._open.append("" if NOWHERE.match(target) else target)
                self.is_inner = not self._open[-1]
                return True
            case "w:fldSimple":
                match = _FIELD.match(attributes.get("w:instr", ""))
                self._open.append(match[1] if match and not NOWHERE.match(match[1]) else "")
                self.is_inner = False
            case "w:fldChar":
                self._mark(attributes.get("w:fldCharType", ""))
            case "w:instrText":
                self._instructs = True
        return False

    def end(self, name: str) -> None:
        """Take the end of an element, which may have been a link or an instruction."""
        if name == "w:instrText":
            self._instructs = False
        elif name in {"w:hyperlink", "w:fldSimple"} and self._open:
            self._open.pop()

    def text(self, data: str) -> None:
        """Take text, which may be an instruction."""
        if self._instructs and self._fields:
            instruction, target = self._fields[-1]
            self._fields[-1] = ((instruction + data)[:_LONGEST], target)

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", ""))
        elif kind == "separate" and self._fields:
            instruction, _target = self._fields[-1]
            match = _FIELD.match(instruction)
            self._fields[-1] = ("", match[1] if match and not NOWHERE.match(match[1]) else "")
        elif kind == "end" and self._fields:
            self._fields.pop()
