"""The rows of the choice of a goal."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from factbox.translation import _
from factbox.ui.buttons import Bare, paint_tick
from factbox.ui.theme import Role, Theme, brush, font

# At text scale 1: the room at the sides, the height, the place of the tick and of the cross, a gap.
OUTSET, ROW = 8, 32
_TICK, _CROSS, _GAP = 24, 18, 8


class GoalRow(Bare):
    """A row of the choice: words, a tick if it is the present one, a label at the right.

    Signals:
        removed: The reader wants it gone.
    """

    removed = Signal()

    def __init__(
        self, words: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None, label: str = ""
    ) -> None:
        super().__init__(theme, scale, parent)
        self._label = label
        self._ticked = False
        self.setText(words)
        self.setMouseTracking(True)
        self._describe()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    @property
    def is_ticked(self) -> bool:
        """Whether it is the present one."""
        return self._ticked

    def set_ticked(self, *, ticked: bool) -> None:
        """Show whether it is the present one."""
        if ticked != self._ticked:
            self._ticked = ticked
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for its words and its label."""
        wide = QFontMetrics(font(Role.STRONG, self._scale)).horizontalAdvance(self.text())
        wide += QFontMetrics(font(Role.NOTE, self._scale)).horizontalAdvance(self._label)
        more = 2 * OUTSET + _TICK + (_CROSS + 2 * _GAP if self._label else 0)
        return QSize(wide + round(more * self._scale), round(ROW * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Let the words be shortened."""
        return QSize(round(120 * self._scale), round(ROW * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove it by Del."""
        if self._label and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remove it by its cross."""
        if self._label and event.position().x() >= self._cross().left():
            self.removed.emit()
            return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the tick, the words, the label, and the cross while the row is lit."""
        painter = brush(self)
        self.paint_ground(painter, QRectF(self.rect()))
        theme, scale = self._theme, self._scale
        middle, right = self.height() / 2, self.width() - OUTSET * scale
        if self._ticked:
            tick = QRectF(OUTSET * scale + scale, middle - 5 * scale, 12 * scale, 10 * scale)
            paint_tick(painter, tick, theme.accent, 1.75 * scale)
        if self._label:
            letters = font(Role.NOTE, scale)
            if self.is_lit():
                side = round(14 * scale)
                cross = theme.pixmap("x", "second", side, self.devicePixelRatioF())
                painter.drawPixmap(round(right - side), round(middle - side / 2), cross)
                right -= _CROSS * scale
            wide = QFontMetrics(letters).horizontalAdvance(self._label)
            painter.setFont(letters)
            painter.setPen(theme.second)
            room = QRectF(right - wide - 1, 0, wide + 1, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._label)
            right -= wide + _GAP * scale
        letters = font(Role.STRONG if self._ticked and self._label else Role.INTERFACE, scale)
        left = (OUTSET + _TICK) * scale
        words = QFontMetrics(letters).elidedText(self.text(), Qt.TextElideMode.ElideRight, math.ceil(right - left))
        painter.setFont(letters)
        painter.setPen(theme.text if self.isEnabled() else theme.second)
        room = QRectF(left, 0, right - left + 1, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _cross(self) -> QRectF:
        wide = (_CROSS + OUTSET) * self._scale
        return QRectF(self.width() - wide, 0, wide, self.height())

    def _describe(self) -> None:
        words = f"{self.text()}, {self._label}" if self._label else self.text()
        self.setAccessibleName(_("{goal}, chosen").format(goal=words) if self._ticked else words)
        if self._label:
            self.setAccessibleDescription(_("Delete removes it"))
