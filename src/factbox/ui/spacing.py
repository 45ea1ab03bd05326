"""The room between paragraphs: in a text with headings and lists they stand apart without empty lines."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from factbox.document import LISTED, Role
from factbox.session.shapes import has_shapes, level_of, role_of

# In lines: below a paragraph, between items, above a heading of the first two levels and of the others.
_BELOW, _BETWEEN_ITEMS, _ABOVE, _ABOVE_SMALL = 0.45, 0.12, 0.95, 0.7
_LARGE = 2


class Spacing(QPlainTextDocumentLayout):
    """Lays paragraphs out below each other; those of a text without any shapes as Qt does."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._line = 0.0

    def set_line(self, height: float) -> None:
        """Take the height of a line, in pixels."""
        self._line = height

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Give the room of a block, with that below it."""
        room = super().blockBoundingRect(block)
        if block.isValid() and has_shapes(self.document()):
            room.setHeight(room.height() + round(gap_below(block) * self._line))
        return room


def gap_below(block: QTextBlock) -> float:
    """Give how many lines are free below a block; none beside empty ones, which are room themselves."""
    below = block.next()
    if not below.isValid() or block.length() == 1 or below.length() == 1:
        return 0.0
    role = role_of(below)
    if role is Role.HEADING:
        return _ABOVE if level_of(below) <= _LARGE else _ABOVE_SMALL
    return _BETWEEN_ITEMS if role in LISTED and role_of(block) in LISTED else _BELOW
