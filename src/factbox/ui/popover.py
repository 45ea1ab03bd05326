"""What opens over a window for a moment: a ground with an outline and round corners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from factbox.ui.theme import Theme

_RADIUS = 8


class Popover(QFrame):
    """Closes by Esc or a click elsewhere."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme, self._scale = theme, scale
        # An X screen without a compositor shows what is clear as black, and Qt does not tell whether there is one.
        self._is_cut = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_cut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off where they cannot be clear."""
        super().resizeEvent(event)
        if self._is_cut:
            self.setMask(self._shape())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with its outline."""
        painter = QPainter(self)
        if self._is_cut:
            painter.fillRect(self.rect(), self._theme.popover_edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.popover_edge), 1))
        painter.setBrush(self._theme.popover)
        radius = self._radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    @property
    def _radius(self) -> float:
        return _RADIUS * self._scale

    def _shape(self) -> QBitmap:
        shape = QBitmap(self.size())
        shape.clear()
        painter = QPainter(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.color1)
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.end()
        return shape
