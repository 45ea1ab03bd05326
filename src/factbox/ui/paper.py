"""The paper: a sheet with a caret and marks of its own."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import reduce
from itertools import chain
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from factbox.document import Block
from factbox.metrics.guidance import Kind, Mark, Spot
from factbox.session.shapes import has_shapes
from factbox.session.units import characters, positions
from factbox.ui import hanging
from factbox.ui.caret import Caret
from factbox.ui.light import Light
from factbox.ui.marks import Marking, PaintMark, Strip, lines, paint_lines, paint_tints, reason_of
from factbox.ui.sheet import Sheet
from factbox.ui.theme import Theme

# Places: marks so near to what is seen are looked at.
_NEAR = 200


class Layer(Enum):
    """What marks are about, the lowest first."""

    PAIR = "sentences of two texts that belong together"
    WORDING = "words that only one of two texts has"
    GUIDANCE = "what makes the text hard"
    SPELLING = "words that no dictionary has"
    FOUND = "words that were sought"


class Paper(Sheet):
    """Where one reads: a sheet whose places can be told, and whose words can be marked."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self._layers = {layer: Marking(self.document()) for layer in Layer}
        self.light = Light(self)
        self._caret = Caret(self)

    # ------------------------------------------------------------------ places

    def line_of(self, spot: Spot) -> int:
        """Give the number of the line in which a spot begins, as the scroll bar counts them."""
        block = self.document().findBlockByNumber(spot.block)
        (start,) = positions(block.text(), (spot.start,))
        line = block.layout().lineForTextPosition(start)
        return block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)

    def room_of(self, spot: Spot) -> QRect | None:
        """Give the room that a spot of the text takes in the view, from first line to last; None if none."""
        block = self.document().findBlockByNumber(spot.block)
        if not block.isValid() or block.blockNumber() < self.firstVisibleBlock().blockNumber():
            return None
        corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        start, end = positions(block.text(), (spot.start, spot.end))
        rooms = [strip.room for strip in lines(block.layout(), corner, start, end, self.viewport().rect())]
        if not rooms or rooms[0].top() > self.viewport().height():
            return None
        return reduce(QRectF.united, rooms).toRect()

    @property
    def caret_spot(self) -> Spot:
        """Where the caret is, as a spot without letters."""
        return self._spot_at(self.textCursor().position())

    @property
    def selection_spots(self) -> tuple[Spot, Spot]:
        """Where the selection begins and ends, as spots without letters; twice the caret without one."""
        cursor = self.textCursor()
        return self._spot_at(cursor.selectionStart()), self._spot_at(cursor.selectionEnd())

    def _spot_at(self, position: int) -> Spot:
        block = self.document().findBlock(position)
        (place,) = characters(block.text(), (position - block.position(),))
        return Spot(block.blockNumber(), place, place)

    # ------------------------------------------------------------------ the caret

    def paint(self, event: QPaintEvent) -> None:
        """Draw the visible text between the grounds and the lines of its marks, and the caret."""
        strips = list(self._strips(event.rect()))
        self._paint_marks(strips, paint_tints)
        super().paint(event)
        self._paint_marks(strips, paint_lines)
        if self.light.is_on:
            self.light.paint(QPainter(self.viewport()), event.rect(), self._theme)
        if has_shapes(self.document()):
            self._paint_margin(event.rect())
        self._caret.paint(self._theme, self._scale)

    def _paint_margin(self, seen: QRect) -> None:
        """Paint what hangs beside the paragraphs in a part of the view."""
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        while block.isValid():
            room = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if room.top() > seen.bottom():
                return
            room.setLeft(room.left() + self.document().documentMargin())
            hanging.paint(painter, block, room, self._theme, self._scale)
            block = block.next()

    # ------------------------------------------------------------------ the marks

    @property
    def marking(self) -> Marking:
        """What is marked as hard."""
        return self._layers[Layer.GUIDANCE]

    def layer(self, layer: Layer) -> Marking:
        """Give the marks of a layer."""
        return self._layers[layer]

    def show_marks(self, marks: Iterable[Mark], layer: Layer = Layer.GUIDANCE) -> None:
        """Show marks that speak of the text as it is, in place of the others of their layer."""
        self._layers[layer].show(marks)
        self.viewport().update()

    def hide_marks(self, layer: Layer = Layer.GUIDANCE) -> None:
        """Show none of a layer."""
        self._layers[layer].clear()
        self.viewport().update()

    def go_to(self, spot: Spot, *, selected: bool = True) -> None:
        """Put the caret at a spot of the text, and select it."""
        block = self.document().findBlockByNumber(spot.block)
        if not block.isValid():
            return
        # Whoever clicks on a row may be quicker than the list, which still speaks of the text before an edit.
        most = block.length() - 1
        start, end = (min(place, most) for place in positions(block.text(), (spot.start, spot.end)))
        cursor = self.textCursor()
        cursor.setPosition(block.position() + (end if selected else start))
        cursor.setPosition(block.position() + start, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_mark(self, *, forward: bool) -> Mark | None:
        """Put the caret at the next mark, or at the one before; give it, None where there is none on screen."""
        placed = self.marking.beside(self.textCursor().selectionStart(), forward=forward)
        if placed is None:
            return None
        cursor = self.textCursor()
        cursor.setPosition(placed.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return placed.mark

    @property
    def selected_blocks(self) -> tuple[Block, ...]:
        """The paragraphs that are selected, the first and the last perhaps in part; none if nothing is."""
        text = self.textCursor().selectedText()
        return tuple(map(Block, text.split("\u2029"))) if text else ()

    def mark_at_caret(self) -> Mark | None:
        """Give the mark that the caret stands in."""
        return self.marking.at(self.textCursor().position())

    def marked_at(self, position: int, layer: Layer) -> Spot | None:
        """Give where the mark of a layer at a place of the document is now."""
        placed = self._layers[layer].placed_at(position)
        if placed is None:
            return None
        start, end = self._spot_at(placed.start), self._spot_at(placed.end)
        return Spot(start.block, start.start, end.end)

    def tell_reason(self, mark: Mark) -> None:
        """Tell at the caret why its words are marked."""
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(below, reason_of(mark), self.viewport())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell why words are marked when the mouse rests on them."""
        if event.type() == QEvent.Type.ToolTip:
            place = cast("QHelpEvent", event)
            mark = self.marking.at(self.cursorForPosition(place.pos()).position())
            if mark is not None:
                QToolTip.showText(place.globalPos(), reason_of(mark), self.viewport())
                return True
        return super().viewportEvent(event)

    def _paint_marks(self, strips: Sequence[tuple[Kind, Sequence[Strip]]], paint: PaintMark) -> None:
        if strips:
            painter = QPainter(self.viewport())
            for kind, its in strips:
                paint(painter, kind, its, self._theme, self._scale)

    def _strips(self, seen: QRect) -> Iterator[tuple[Kind, list[Strip]]]:
        """Give the marks in a part of the view, each line by line; words come behind their sentences."""
        if not any(self._layers.values()):
            return
        first = self.cursorForPosition(seen.topLeft()).position()
        last = self.cursorForPosition(seen.bottomRight()).position()
        # A place at the end of a line may be that at the start of the next.
        first, last = first - _NEAR, last + _NEAR
        for placed in chain.from_iterable(self._layers.values()):
            start, end = placed.start, placed.end
            if end < first or start > last:
                continue
            block = self.document().findBlock(start)
            if block.isValid():
                corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
                strips = list(
                    lines(block.layout(), corner, start - block.position(), end - block.position(), seen)
                )
                if strips:
                    yield placed.mark.kind, strips

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the caret."""
        super().focusInEvent(event)
        self._caret.rest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the caret away."""
        super().focusOutEvent(event)
        self._caret.leave()
