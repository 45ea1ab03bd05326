"""The Extent: how many characters a text and its selection have, counted paragraph by paragraph."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from factbox.document import Block, Splice
from factbox.metrics.ledger import Ledger
from factbox.session.thinker import Thinker

# All white space there is; that of plain texts first.
_BLANK_IN_ASCII = " \t\n\r\v\f\x1c\x1d\x1e\x1f"
_BLANK = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
# Milliseconds between two answers while a text changes.
_EVERY = 100


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a text is.

    Attributes:
        characters: All of its characters; the ends of paragraphs are none.
        visible: Those that are no white space.
    """

    characters: int = 0
    visible: int = 0

    @classmethod
    def of(cls, text: str) -> "Extent":
        """Give the extent of a paragraph."""
        blanks = sum(map(text.count, _BLANK_IN_ASCII if text.isascii() else _BLANK))
        return cls(len(text), len(text) - blanks)

    def __add__(self, other: "Extent") -> "Extent":
        return Extent(self.characters + other.characters, self.visible + other.visible)

    def __sub__(self, other: "Extent") -> "Extent":
        return Extent(self.characters - other.characters, self.visible - other.visible)


class Surveyor(Thinker):
    """Follows a text in the analyst's thread: an edit costs the paragraphs that it changes.

    Signals:
        surveyed: The Extent of the text.
        sampled: The Extent of what is selected; None where nothing is.
    """

    surveyed = Signal(object)
    sampled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._extents: list[Extent] = []
        self._total = Extent()
        self._rest.setInterval(_EVERY)
        self._rest.timeout.connect(self._tell)

    @Slot(object)
    def revise(self, splice: Splice) -> None:
        """Count what comes, and forget what goes; an answer follows."""
        coming = [Extent.of(each.text) for each in splice.blocks]
        leaving = self._extents[splice.first : splice.first + splice.removed]
        self._extents[splice.first : splice.first + splice.removed] = coming
        self._total = sum(coming, self._total) - sum(leaving, Extent())
        if not self._rest.isActive():
            self._rest.start()

    @Slot(object)
    def select(self, blocks: tuple[Block, ...]) -> None:
        """Count what is selected; nothing is if there are no blocks."""
        self.sampled.emit(sum((Extent.of(each.text) for each in blocks), Extent()) if blocks else None)

    def attend(self, ledger: Ledger) -> None:
        """Go on: it counts by itself."""

    def drop(self) -> None:
        """Go on: what changes is told anyway."""

    @Slot()
    def _tell(self) -> None:
        self.surveyed.emit(self._total)
