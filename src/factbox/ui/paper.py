"""The paper: a text in a centred column that runs out into its ground, with a caret and marks of its own."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import reduce
from itertools import chain
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from factbox.document import Block
from factbox.metrics.guidance import Kind, Mark, Spot
from factbox.session.shapes import has_shapes
from factbox.session.units import characters, positions
from factbox.ui import hanging
from factbox.ui.caret import TOP, Caret
from factbox.ui.light import Light
from factbox.ui.marks import Marking, PaintMark, Strip, lines, paint_lines, paint_tints, reason_of
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.spacing import Spacing
from factbox.ui.theme import Role, Theme
from factbox.ui.typefaces import Typesetting

# At text scale 1: the column where there is room for all of it, the least room beside it, the height of the fade.
MEASURE, _MARGIN, FADE = 660, 24, 28
# Places: marks so near to what is seen are looked at.
_NEAR = 200


class Layer(Enum):
    """What marks are about, the lowest first."""

    PAIR = "sentences of two texts that belong together"
    WORDING = "words that only one of two texts has"
    GUIDANCE = "what makes the text hard"
    SPELLING = "words that no dictionary has"
    FOUND = "words that were sought"


class Paper(QPlainTextEdit):
    """Where one reads.

    Signals:
        viewed: The view has moved; tells the numbers of the first and the last block on screen.
    """

    viewed = Signal(int, int)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._measure = MEASURE
        self._spacing = Spacing(document := QTextDocument(self))
        document.setDocumentLayout(self._spacing)
        self.setDocument(document)
        self._setting = Typesetting()
        self._role = Role.WRITING
        self._layers = {layer: Marking(self.document()) for layer in Layer}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(0)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always on: a bar that comes and goes would lay the whole text out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # The document's margin scrolls with the text, the viewport's would cut it off below the header.
        # It stays the same at every scale: for the document, another margin is an edit.
        self.document().setDocumentMargin(TOP)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self._bar = ScrollBar(theme, "paper", self)
        self.setVerticalScrollBar(self._bar)
        self._fade = _Fade(theme, self)
        self.light = Light(self)
        self._typewriter = False
        # How often it scrolls within its scrolling.
        self._scrolling = 0
        self.cursorPositionChanged.connect(self._keep_height)
        self._caret = Caret(self)
        self._bar.valueChanged.connect(self._place_fade)
        self._seen = (0, 0)
        self._bar.valueChanged.connect(self._tell_view)
        # Also at another zoom and another text; a short one has no range that would change.
        self._bar.rangeChanged.connect(self._tell_view)
        self.blockCountChanged.connect(self._tell_view)
        self._bar.rangeChanged.connect(self._place_fade)
        self._dress()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self._dress()

    def _dress(self) -> None:
        theme, scale = self._theme, self._scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        palette.setColor(QPalette.ColorRole.Base, theme.paper)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.second)
        palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
        self.setPalette(palette)
        self.setFont(self._setting.font(self._role, scale))
        self._spacing.set_line(self.fontMetrics().lineSpacing())
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance("n"))
        self._bar.set_theme(theme, scale)
        self._fade.set_theme(theme)
        self._centre(self.size())
        self._place_fade()

    def typeset(self, setting: Typesetting) -> None:
        """Set the text in another way."""
        if setting == self._setting:
            return
        self._setting = setting
        modes, policies = QPlainTextEdit.LineWrapMode, Qt.ScrollBarPolicy
        self.setLineWrapMode(modes.WidgetWidth if setting.wrapped else modes.NoWrap)
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if setting.wrapped else policies.ScrollBarAsNeeded
        )
        self._dress()

    def set_measure(self, measure: int) -> None:
        """Take the share of the column that there is room for: so many pixels of those at text scale 1."""
        if measure != self._measure:
            self._measure = measure
            self._centre(self.size())

    def set_typewriter(self, *, on: bool) -> None:
        """Keep the line of the caret at half the height from now on, as far as text lies above it; or no more."""
        self._typewriter = on
        self.setCenterOnScroll(on)
        self._keep_height()

    def _keep_height(self) -> None:
        # What lies under the mouse must not move away from it.
        if self._typewriter and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.centerCursor()

    def set_role(self, role: Role) -> None:
        """Take the size of letters of another use."""
        if role is not self._role:
            self._role = role
            self._dress()

    # ------------------------------------------------------------------ the column and the fade

    def event(self, event: QEvent) -> bool:
        """Centre the column before it is laid out, and let its margins scroll and take the mouse."""
        if event.type() == QEvent.Type.Resize:
            self._centre(cast("QResizeEvent", event).size())
        elif event.type() == QEvent.Type.Wheel:
            self.wheelEvent(cast("QWheelEvent", event))
            return True
        elif isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            self._take_from_margin(event)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fade at the foot, and tell what is seen now."""
        super().resizeEvent(event)
        self._place_fade()
        self._tell_view()

    def _centre(self, size: QSize) -> None:
        room = size.width() - self._bar.sizeHint().width()
        wanted = round(self._setting.column(self.font()) * self._measure / MEASURE)
        column = min(wanted, room - 2 * round(_MARGIN * self._scale))
        side = (size.width() - column) // 2 - TOP
        margins = self.viewportMargins()
        right = size.width() - side - column - 2 * TOP - self._bar.sizeHint().width()
        # Never below zero: then the document's own margin is all there is.
        left, right = max(0, side), max(0, right)
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def _place_fade(self) -> None:
        tall = round(FADE * self._scale)
        self._fade.setGeometry(0, self.height() - tall, self.width() - self._bar.width(), tall)
        # At the end of the text nothing follows that a fade could hint at.
        self._fade.setVisible(self._bar.value() < self._bar.maximum())

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Scroll; what scrolling itself moves is taken up once.

        Qt learns how tall paragraphs are when it comes to them, and scrolls anew within its scrolling when they
        are not what it thought. In a text of tall paragraphs that has lost its layout this would go on until the
        stack is full.
        """
        if self._scrolling > 1:
            return
        self._scrolling += 1
        try:
            super().scrollContentsBy(across, down)
        finally:
            self._scrolling -= 1

    @property
    def view(self) -> tuple[int, int]:
        """The numbers of the first and the last block on screen."""
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).blockNumber()
        return self.firstVisibleBlock().blockNumber(), last

    def line_of(self, spot: Spot) -> int:
        """Give the number of the line in which a spot begins, as the scroll bar counts them."""
        block = self.document().findBlockByNumber(spot.block)
        (start,) = positions(block.text(), (spot.start,))
        line = block.layout().lineForTextPosition(start)
        return block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)

    @property
    def first_line(self) -> int:
        """The number of the first line on screen."""
        return self._bar.value()

    def scroll_to_line(self, number: int) -> None:
        """Bring a line to the top, as far as the text goes."""
        self._bar.setValue(number)

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

    def _tell_view(self) -> None:
        view = self.view
        if view != self._seen:
            self._seen = view
            self.viewed.emit(*self._seen)

    def _take_from_margin(self, event: QMouseEvent) -> None:
        inside = self.viewport().mapFrom(self, event.position())
        inside.setX(min(max(inside.x(), 0.0), self.viewport().width() - 1.0))
        moved = QMouseEvent(
            event.type(), inside, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        {
            QEvent.Type.MouseButtonPress: self.mousePressEvent,
            QEvent.Type.MouseMove: self.mouseMoveEvent,
            QEvent.Type.MouseButtonRelease: self.mouseReleaseEvent,
        }[event.type()](moved)

    # ------------------------------------------------------------------ the caret

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible text between the grounds and the lines of its marks, and the caret."""
        strips = list(self._strips(event.rect()))
        self._paint_marks(strips, paint_tints)
        super().paintEvent(event)
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


_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease}


class _Fade(QWidget):
    """Lets the text run out into the paper, and the mouse through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colour of the paper."""
        self._paper = theme.paper
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from nothing to paper."""
        clear = QColor(self._paper)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, self._paper)
        QPainter(self).fillRect(self.rect(), gradient)
