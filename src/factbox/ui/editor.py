"""The paper: a plain text editor with a centred column and a caret of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, cast

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextLayout,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from factbox.document import Block
from factbox.metrics.guidance import Edit, Kind, Mark, Spot
from factbox.metrics.substitution import bare_word
from factbox.session.conversion import positions
from factbox.translation import _
from factbox.ui.marks import Marking, PaintMark, Strip, paint_lines, paint_tints
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the widest column, the least room beside it, the height of the fade, the caret's width.
MEASURE, _MARGIN, _FADE, _CARET = 660, 24, 28, 2
# At every scale: the room above the first line.
_TOP = 36
_OWN = "application/x-factbox-text"
_SEAL = "."


def _same(text: str) -> str:
    return text


class Editor(QPlainTextEdit):
    """Where one writes.

    Signals:
        files_dropped: The paths of files that were let go over the text.
        word_asked: The word for which simpler ones are wanted.
        viewed: The view has moved; tells the numbers of the first and the last block on screen.
    """

    files_dropped = Signal(list)
    viewed = Signal(int, int)
    word_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        scale: float = 1.0,
        plain: Callable[[str], str] = _same,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plain = plain
        self._measure = MEASURE
        self._starts: QWidget | None = None
        self._marking = Marking(self.document())
        self._caret_lit = True
        self._caret_last = QRect()
        self._blink = QTimer(self)
        self.setObjectName("editor")
        self.setAccessibleName(_("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPlaceholderText(_("Write here, or paste a text."))
        self.setCursorWidth(0)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always on: a bar that comes and goes would lay the whole text out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # The document's margin scrolls with the text, the viewport's would cut it off below the header.
        # It stays the same at every scale: for the document, another margin is an edit.
        self.document().setDocumentMargin(_TOP)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self._bar = ScrollBar(theme, "paper", self)
        self.setVerticalScrollBar(self._bar)
        self._fade = _Fade(theme, self)
        self._blink.timeout.connect(self._on_blink)
        self.cursorPositionChanged.connect(self._rest_caret)
        self._bar.valueChanged.connect(self._place_fade)
        self._bar.valueChanged.connect(self._tell_view)
        self._bar.rangeChanged.connect(self._place_fade)
        QGuiApplication.styleHints().cursorFlashTimeChanged.connect(self._rest_caret)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._scale = scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        palette.setColor(QPalette.ColorRole.Base, theme.paper)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.second)
        palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
        self.setPalette(palette)
        self.setFont(font(Role.WRITING, scale))
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance("n"))
        self._bar.set_theme(theme, scale)
        self._fade.set_theme(theme)
        self._centre(self.size())
        self._place_fade()
        self._place_starts()

    def set_measure(self, measure: int) -> None:
        """Take the greatest width of the column, in pixels at text scale 1."""
        if measure != self._measure:
            self._measure = measure
            self._centre(self.size())

    def set_starts(self, starts: QWidget) -> None:
        """Show a widget under the placeholder as long as the paper is empty."""
        self._starts = starts
        starts.setParent(self.viewport())
        self._place_starts()
        self.textChanged.connect(self._place_starts)

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
        """Keep the fade at the foot."""
        super().resizeEvent(event)
        self._place_fade()

    def _centre(self, size: QSize) -> None:
        room = size.width() - self._bar.sizeHint().width()
        column = min(round(self._measure * self._scale), room - 2 * round(_MARGIN * self._scale))
        side = (size.width() - column) // 2 - _TOP
        margins = self.viewportMargins()
        right = size.width() - side - column - 2 * _TOP - self._bar.sizeHint().width()
        # Never below zero: then the document's own margin is all there is.
        left, right = max(0, side), max(0, right)
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def _place_fade(self) -> None:
        tall = round(_FADE * self._scale)
        self._fade.setGeometry(0, self.height() - tall, self.width() - self._bar.width(), tall)
        # At the end of the text nothing follows that a fade could hint at.
        self._fade.setVisible(self._bar.value() < self._bar.maximum())

    @property
    def view(self) -> tuple[int, int]:
        """The numbers of the first and the last block on screen."""
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).blockNumber()
        return self.firstVisibleBlock().blockNumber(), last

    def _tell_view(self) -> None:
        self.viewed.emit(*self.view)

    def _place_starts(self) -> None:
        if self._starts is None:
            return
        empty = self.document().isEmpty()
        if empty:
            size = self._starts.sizeHint()
            # The buttons have air at their left; their icons stand under the first letter.
            left, top = _TOP - round(6 * self._scale), _TOP + round(1.5 * self.fontMetrics().lineSpacing())
            self._starts.setGeometry(left, top, size.width(), size.height())
        self._starts.setVisible(empty)

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

    # ------------------------------------------------------------------ keys, paste and drop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Shift+Return starts a paragraph as Return does, for there are no lines within paragraphs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            event = QKeyEvent(event.type(), event.key(), modifiers, "\r")
        super().keyPressEvent(event)
        self._clear_of_fade()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of editing in the theme."""
        menu = self.createStandardContextMenu(event.pos())
        word = _word_at(self.cursorForPosition(event.pos()))
        if word:
            menu.addSeparator()
            simpler = menu.addAction(_("Simpler words for “{word}”").format(word=word))
            simpler.triggered.connect(lambda: self.word_asked.emit(word))
        menu.setStyleSheet(self._theme.stylesheet(self._scale))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is cut, copied or dragged, marked as written here."""
        # Qt's own object, not one made here: the clipboard outlives Python and would crash the program then.
        data = super().createMimeDataFromSelection()
        data.setData(_OWN, b"1")
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the plain text of a paste or a drop as one step that can be undone."""
        if self.isReadOnly():
            return
        # What was written here is as its writer wants it.
        text = source.text() if source.hasFormat(_OWN) else self._plain(source.text())
        cursor = self.textCursor()
        cursor.beginEditBlock()
        # Letters typed next would join this step if its last act were an insertion: so it is a removal.
        cursor.insertText(text + _SEAL)
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        self.ensureCursorVisible()

    @Slot(object)
    def break_up(self, places: Mapping[int, Sequence[int]]) -> None:
        """Break paragraphs at spaces, as one step that can be undone; caret and view stay where they are.

        Args:
            places: By the number of the block, the places of the spaces in it, in Qt's units and in order.
        """
        caret, view = self.textCursor().position(), self._bar.value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, spaces in sorted(places.items(), reverse=True):
            # One insertion for all: Qt would lay the whole paragraph out again for each.
            units = self.document().findBlockByNumber(number).text().encode("utf-16-le", "surrogatepass")
            ends = [*spaces, len(units) // 2]
            starts = [0, *(space + 1 for space in spaces)]
            cursor.setPosition(self.document().findBlockByNumber(number).position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(
                "\n".join(
                    units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
                    for start, end in zip(starts, ends, strict=True)
                )
            )
        cursor.endEditBlock()
        moved = self.textCursor()
        moved.setPosition(caret)
        self.setTextCursor(moved)
        self._bar.setValue(view)

    def change(self, edits: Iterable[Edit]) -> None:
        """Change the text in several places, as one step that can be undone; the places must not overlap."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        # From the end: what changes leaves the places before it alone.
        for edit in sorted(edits, key=lambda each: (each.spot.block, each.spot.start), reverse=True):
            block = self.document().findBlockByNumber(edit.spot.block)
            start, end = positions(block.text(), (edit.spot.start, edit.spot.end))
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.text)
        cursor.endEditBlock()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of files that were dropped; take dropped words as a paste."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            super().dropEvent(event)
            return
        # Ends the drag that QPlainTextEdit began to show.
        self.dragLeaveEvent(QDragLeaveEvent())
        event.acceptProposedAction()
        self.files_dropped.emit(paths)

    def _clear_of_fade(self) -> None:
        lowest = self.viewport().height() - round(_FADE * self._scale)
        if self.cursorRect().bottom() > lowest and self._bar.value() < self._bar.maximum():
            self._bar.setValue(self._bar.value() + 1)

    # ------------------------------------------------------------------ the caret

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible text between the grounds and the lines of its marks, and the caret."""
        strips = list(self._strips(event.rect()))
        self._paint_marks(strips, paint_tints)
        super().paintEvent(event)
        self._paint_marks(strips, paint_lines)
        if self._caret_lit and self.hasFocus():
            self._caret_last = self._caret()
            painter = QPainter(self.viewport())
            painter.fillRect(self._caret_last, self._theme.accent)

    # ------------------------------------------------------------------ the marks

    @property
    def marking(self) -> Marking:
        """The marks that are shown."""
        return self._marking

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show marks that speak of the text as it is, in place of the others."""
        self._marking.show(marks)
        self.viewport().update()

    def hide_marks(self) -> None:
        """Show none."""
        self._marking.clear()
        self.viewport().update()

    def go_to(self, spot: Spot, *, selected: bool = True) -> None:
        """Put the caret at a spot of the text, and select it."""
        block = self.document().findBlockByNumber(spot.block)
        start, end = positions(block.text(), (spot.start, spot.end))
        cursor = self.textCursor()
        cursor.setPosition(block.position() + (end if selected else start))
        cursor.setPosition(block.position() + start, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_mark(self, *, forward: bool) -> Mark | None:
        """Put the caret at the next mark, or at the one before; give it, None where there is none on screen."""
        placed = self._marking.beside(self.textCursor().selectionStart(), forward=forward)
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

    def word_at_caret(self) -> str:
        """Give the word that the caret stands in, or none."""
        return _word_at(self.textCursor())

    def mark_at_caret(self) -> Mark | None:
        """Give the mark that the caret stands in."""
        return self._marking.at(self.textCursor().position())

    def tell_reason(self, mark: Mark) -> None:
        """Tell at the caret why its words are marked."""
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(below, reason_of(mark), self.viewport())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell why words are marked when the mouse rests on them."""
        if event.type() == QEvent.Type.ToolTip:
            place = cast("QHelpEvent", event)
            mark = self._marking.at(self.cursorForPosition(place.pos()).position())
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
        for placed in self._marking:
            block = self.document().findBlock(placed.start)
            frame = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if block.isValid() and frame.bottom() >= seen.top() and frame.top() <= seen.bottom():
                start, end = placed.start - block.position(), placed.end - block.position()
                strips = list(_lines(block.layout(), frame.topLeft(), start, end))
                if strips:
                    yield placed.mark.kind, strips

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the caret."""
        super().focusInEvent(event)
        self._rest_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the caret away."""
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update(self._caret_last)

    def _caret(self) -> QRect:
        at = self.cursorRect()
        tall = round(1.2 * self.font().pixelSize())
        wide = max(_CARET, round(_CARET * self._scale))
        # At the start of a line it keeps clear of the first letter.
        left = at.x() - wide - 1 if at.x() <= _TOP else at.x() - wide // 2
        return QRect(left, at.center().y() - tall // 2 + 1, wide, tall)

    def _rest_caret(self) -> None:
        self._caret_lit = True
        self._update_caret()
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if half > 0 and self.hasFocus():
            self._blink.start(half)
        else:
            self._blink.stop()

    def _on_blink(self) -> None:
        self._caret_lit = not self._caret_lit
        self._update_caret()

    def _update_caret(self) -> None:
        self.viewport().update(self._caret_last)
        self.viewport().update(self._caret())


def _lines(layout: QTextLayout, corner: QPointF, start: int, end: int) -> Iterator[Strip]:
    """Give the lines of a block that a stretch of it covers, with the room that it has on each."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            top = corner.y() + line.y()
            room = QRectF(corner.x() + min(left, right), top, abs(right - left), line.height())
            yield Strip(room, top + line.ascent())


def _x(line: QTextLine, place: int) -> float:
    # Some versions give the place that was meant as well.
    found: Any = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else float(found)


def _word_at(cursor: QTextCursor) -> str:
    """Give the word around a place: what stands between white space there, without the punctuation around it."""
    text, place = cursor.block().text(), cursor.positionInBlock()
    start = max(text.rfind(" ", 0, place), text.rfind("\u00a0", 0, place)) + 1
    return bare_word(text[start:].split(maxsplit=1)[0]) if text[start:].strip() else ""


def reason_of(mark: Mark) -> str:
    """Give the reason of a mark as the rich text of a tooltip."""
    head = _(mark.kind.value)
    head = head[:1].upper() + head[1:]
    figure = f" · {mark.figure}" if mark.figure else ""
    return f"<p style='white-space: pre-wrap'><b>{escape(head)}</b>{escape(figure)}<br>{escape(mark.reason)}</p>"


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
