"""The starts: what one can do with an empty paper besides writing, each a line with its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from factbox.ui.labels import plain
from factbox.ui.theme import Role, Theme, brush, font

# At text scale 1: a row's height, its margin inside, the icon, the gaps after the icon and after the words.
_ROW, _INSET, _ICON, _GAP, _WIDE_GAP = 34, 6, 16, 10, 14


class Starts(QWidget):
    """Shows actions that the window owns as words in the accent colour."""

    def __init__(
        self,
        starts: Sequence[tuple[QAction, str]],
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("starts")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = [Start(action, icon, theme, scale, self) for action, icon in starts]
        for row in self._rows:
            column.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        for row in self._rows:
            row.set_theme(theme, scale)


class Start(QAbstractButton):
    """One action: its icon, its words, its keys."""

    def __init__(
        self, action: QAction, icon: str, theme: Theme, scale: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawing = icon
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(plain(action.text()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(action.trigger)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._scale = scale
        self._small = font(Role.NOTE, scale)
        self.setFont(font(Role.HEADLINE, scale))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for icon, words and keys."""
        wide = (2 * _INSET + _ICON + _GAP) * self._scale + self.fontMetrics().horizontalAdvance(self.text())
        if self._keys:
            wide += _WIDE_GAP * self._scale + QFontMetrics(self._small).horizontalAdvance(self._keys)
        return QSize(round(wide) + 1, round(_ROW * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row, on its ground while the mouse or the focus is there."""
        painter = brush(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            ring = QPen(self._theme.accent, 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            painter.setPen(ring)
            painter.setBrush(self._theme.chosen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left = _INSET * self._scale
        icon = round(_ICON * self._scale)
        image = self._theme.pixmap(self._drawing, "accent", icon, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - icon) / 2), image)
        left += (_ICON + _GAP) * self._scale
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(self._theme.accent)
        painter.drawText(QRectF(left, 0, self.width(), self.height()), centre, self.text())
        left += self.fontMetrics().horizontalAdvance(self.text()) + _WIDE_GAP * self._scale
        painter.setFont(self._small)
        painter.setPen(self._theme.second)
        painter.drawText(QRectF(left, 0, self.width(), self.height()), centre, self._keys)
