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
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the corners out of the window where they may not be clear."""
        super().resizeEvent(event)
        # An X screen without a compositor shows what is clear as black, and Qt does not tell whether there is one.
        if QGuiApplication.platformName() == "xcb":
            self.setMask(self._shape())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with its outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.popover_edge), 1))
        painter.setBrush(self._theme.popover)
        radius = self._radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    @property
    def _radius(self) -> float:
        return _RADIUS * self._scale

    def _shape(self) -> QBitmap:
        """Give every pixel that the outline touches and all within, so that no smooth edge is cut."""
        shape = QBitmap(self.size())
        shape.clear()
        painter = QPainter(shape)
        painter.setPen(QPen(Qt.GlobalColor.color1, 2))
        painter.setBrush(Qt.GlobalColor.color1)
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.end()
        return shape
