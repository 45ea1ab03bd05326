"""A picture in the window: drawn for its room, with bars that one points at or walks along."""

import math

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from factbox.drawing.chart import draw
from factbox.drawing.shapes import Drawing
from factbox.metrics.picture import Bar, Picture
from factbox.ui import painting
from factbox.ui.buttons import paint_ring
from factbox.ui.theme import Theme

# At text scale 1: around the picture, and how high it is where there is room.
_EDGE, _TALL = 20, 230


class PictureView(QWidget):
    """Draws a Picture; what is chosen stays chosen while the picture changes.

    Signals:
        bar_chosen: A Bar that one has come to.
        bar_entered: A Bar whose place in the text is wanted.
        copy_wanted: The picture is to be copied.
    """

    bar_chosen = Signal(object)
    bar_entered = Signal(object)
    copy_wanted = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._drawing: Drawing | None = None
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self._redraw()

    def show_picture(self, picture: Picture | None) -> None:
        """Show a picture, or none; the same picture is left alone."""
        if picture == self._picture:
            return
        before, self._picture = self._picture, picture
        is_same = before is not None and picture is not None and before.shown is picture.shown
        count = len(picture.bars) if picture is not None else 0
        self._place = min(self._place, count - 1) if is_same else -1
        self.setAccessibleName(picture.title if picture is not None else "")
        self.setAccessibleDescription(picture.words if picture is not None else "")
        self._redraw()

    @property
    def picture(self) -> Picture | None:
        """What is on show."""
        return self._picture

    @property
    def bar(self) -> Bar | None:
        """The chosen bar."""
        return self._picture.bars[self._place] if self._picture is not None and self._place >= 0 else None

    def choose(self, place: int) -> None:
        """Choose a bar by its number, and let screen readers say it."""
        if self._picture is None or not self._picture.bars:
            return
        self._place = min(max(place, 0), len(self._picture.bars) - 1)
        bar = self._picture.bars[self._place]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, bar.words))
        self.update()
        self.bar_chosen.emit(bar)

    def room_of_chosen(self) -> QRect:
        """Give where the chosen bar is."""
        if self._drawing is None or not 0 <= self._place < len(self._drawing.rooms):
            return QRect()
        box = self._drawing.rooms[self._place].bar
        edge = _EDGE * self._scale
        return QRectF(box.left + edge, box.top + edge / 2, box.wide, box.tall).toAlignedRect()

    # ------------------------------------------------------------------ drawing

    def _redraw(self) -> None:
        """Draw for the present room; ask for more height where the bars need it."""
        self._drawing = None
        if self._picture is not None and self.width() > 4 * _EDGE * self._scale:
            edge = _EDGE * self._scale
            wide, tall = self.width() - 2 * edge, self.height() - edge
            least = draw(self._picture, wide, 0, self._scale, painting.measured, headed=False)
            self._drawing = draw(self._picture, wide, tall, self._scale, painting.measured, headed=False)
            self.setMinimumHeight(math.ceil(least.tall + edge))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room in which bars can be told apart."""
        return QSize(round(280 * self._scale), round(_TALL * self._scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new room."""
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, what marks the chosen bar, and the ring."""
        painter = QPainter(self)
        edge = _EDGE * self._scale
        if self._drawing is not None:
            painter.translate(edge, edge / 2)
            painting.paint(painter, self._drawing, self._theme)
            painter.translate(-edge, -edge / 2)
        if self.bar is not None:
            thick = 2 * self._scale
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.text, thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.room_of_chosen()).adjusted(-thick, -thick, thick, thick))
        if self.hasFocus():
            inset = 0.4 * edge
            paint_ring(painter, QRectF(self.rect()).adjusted(inset, 0, -inset, 0), self._theme, self._scale)

    # ------------------------------------------------------------------ keys and mouse

    def _bar_at(self, place: QPoint) -> int | None:
        if self._drawing is None:
            return None
        edge = _EDGE * self._scale
        return self._drawing.bar_at(place.x() - edge, place.y() - edge / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bars, go to the place of one, copy the picture."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key in steps and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.choose(self._place + steps[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(0 if key == Qt.Key.Key_Home else len(self._picture.bars) if self._picture else 0)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.bar is not None:
            self.bar_entered.emit(self.bar)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar at the mouse and go to its place."""
        place = self._bar_at(event.position().toPoint())
        if place is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.choose(place)
        self.bar_entered.emit(self.bar)

    def event(self, event: QEvent) -> bool:
        """Tell what the bar at the mouse is, and keep the key for copying from the text."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._bar_at(event.pos())
            words = self._picture.bars[place].words if place is not None and self._picture is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        match event:
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride:
                if event.matches(QKeySequence.StandardKey.Copy):
                    event.accept()
                    return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()
