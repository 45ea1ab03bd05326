"""What hangs in the margin beside paragraphs: the marks of items, their numbers, and the bar of a quotation."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextBlock

from factbox.document import LISTED, Role, mark
from factbox.session.shapes import level_of, role_of
from factbox.ui.theme import Theme

# At text scale 1: from the mark to the text; from the bar to the text, and how wide it is.
_GAP, _BAR_GAP, _BAR = 9.0, 14.0, 3.0
# A list of more items is not counted at every stroke of the brush.
_MOST = 2_000


def paint(painter: QPainter, block: QTextBlock, room: QRectF, theme: Theme, scale: float) -> None:
    """Paint what hangs beside a block.

    Args:
        painter: Where to, with the font of the text.
        block: A block of Qt's document.
        room: The room of its text, whose left edge is where the letters begin.
        theme: The colours.
        scale: The text scale.
    """
    font = painter.font()
    role = role_of(block)
    if role is Role.QUOTATION:
        # Quotations that follow each other are one.
        goes_on = role_of(block.next()) is Role.QUOTATION
        height = room.height() if goes_on else block.layout().boundingRect().height()
        bar = QRectF(room.left() - _BAR_GAP * scale, room.top(), _BAR * scale, height)
        bar.moveLeft(max(0.0, bar.left()))
        painter.fillRect(bar, theme.track)
    elif role in LISTED:
        line = block.layout().lineAt(0)
        baseline = room.top() + (line.y() + line.ascent() if line.isValid() else room.height())
        sign = mark_of(block)
        fitting = QFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(sign)
        gap = _GAP * min(scale, 1.5)
        if wide > room.left() - gap > 0:
            fitting.setPixelSize(max(8, int(font.pixelSize() * (room.left() - gap) / wide)))
            wide = QFontMetricsF(fitting).horizontalAdvance(sign)
        painter.setFont(fitting)
        painter.setPen(theme.second)
        painter.drawText(QPointF(room.left() - gap - wide, baseline), sign)
        painter.setFont(font)


def mark_of(block: QTextBlock) -> str:
    """Give the mark of an item: a bullet by its level, or its number among those before it."""
    level = level_of(block)
    role = role_of(block)
    return mark(role, level, 1 if role is Role.ITEM else 1 + sum(1 for _each in _numbered_before(block, level)))


def _numbered_before(block: QTextBlock, level: int) -> Iterator[QTextBlock]:
    """Give the items before one that are numbered together with it."""
    before = block.previous()
    for _step in range(_MOST):
        if not before.isValid() or role_of(before) not in LISTED or level_of(before) < level:
            return
        if level_of(before) == level:
            if role_of(before) is not Role.NUMBERED:
                return
            yield before
        before = before.previous()
