"""A bar that stands to the right of a usual text, or to the left: how far a part of the Level is from it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factbox.ui.theme import Theme

# Standard deviations at either end; what lies beyond is pinned. At text scale 1: its height, that of the bar.
_MOST = 3.0
_TALL, _BAR = 16, 8


class DeviationBar(QWidget):
    """Shows standard deviations from a usual text, which is the upright line in the middle."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deviation = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    def show_deviation(self, deviation: float) -> None:
        """Show a number of standard deviations; above zero is harder."""
        self._deviation = deviation
        self.update()

    def place(self, deviation: float) -> float:
        """Give how far from the left edge a deviation stands, in pixels."""
        return (min(max(deviation, -_MOST), _MOST) + _MOST) / (2 * _MOST) * (self.width() - 1)

    def sizeHint(self) -> QSize:
        """Ask for the height of a line."""
        return QSize(round(120 * self._scale), round(_TALL * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line with a stroke at each standard deviation, and the bar on it."""
        painter = QPainter(self)
        scale, middle = self._scale, self.height() / 2
        painter.setPen(QPen(self._theme.track, max(1, round(scale))))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        for step in range(-int(_MOST), int(_MOST) + 1):
            half = (3 if step else _TALL / 2) * scale
            painter.setPen(QPen(self._theme.track if step else self._theme.text, max(1, round(scale))))
            painter.drawLine(QPointF(self.place(step), middle - half), QPointF(self.place(step), middle + half))
        left, right = sorted((self.place(0), self.place(self._deviation)))
        room = QRectF(left, middle - _BAR / 2 * scale, max(right - left, scale), _BAR * scale)
        painter.fillRect(room, self._theme.band)
