"""The scale from 0 to 19: where the Level stands, and where it likely lies."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factbox.metrics.levels import HIGHEST
from factbox.translation import _
from factbox.ui.theme import Role, Theme, font

_TICKS = (0, 5, 10, 15, HIGHEST)
# At text scale 1: half the dot with its halo, the whole height of the line with it, and of the figures below.
_INSET, _LINE, _FIGURES = 8.5, 18, 22


class Scale(QWidget):
    """A line with a band and a dot; what lies beyond its ends is pinned to them."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: float | None = None
        self._low: float | None = None
        self._high: float | None = None
        self._rough = False
        self._ticks = True
        self.setAccessibleName(_("Scale"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme, scale)
        self._describe()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._scale = scale
        self.updateGeometry()
        self.update()

    def set_ticks(self, *, shown: bool) -> None:
        """Show or leave out the figures below the line."""
        self._ticks = shown
        self.updateGeometry()
        self.update()

    def show_level(self, level: float | None, low: float | None, high: float | None, *, rough: bool) -> None:
        """Show a Level with its band, or neither.

        Args:
            level: Where the dot stands; None shows the bare line.
            low: The lower end of the band.
            high: The upper end of the band.
            rough: Whether the band is dashed.
        """
        if (level, low, high, rough) == (self._level, self._low, self._high, self._rough):
            return
        self._level, self._low, self._high, self._rough = level, low, high, rough
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the line, and for the figures where they show."""
        height = _LINE + (_FIGURES if self._ticks else 0)
        return QSize(round(160 * self._scale), round(height * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Shrink to half the length, never in height."""
        return QSize(round(80 * self._scale), self.sizeHint().height())

    def place(self, level: float) -> float:
        """Give the distance of a Level from the left edge, in pixels."""
        inset = _INSET * self._scale
        share = min(max(level, 0), HIGHEST) / HIGHEST
        return inset + share * (self.width() - 2 * inset)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the band on it, and the dot last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = _LINE * self._scale / 2
        solid, flat = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(self._theme.track, 2 * self._scale, solid, flat))
        painter.drawLine(QPointF(self.place(0), middle), QPointF(self.place(HIGHEST), middle))
        if self._low is not None and self._high is not None:
            pen = QPen(self._theme.band, 4 * self._scale, solid, flat)
            if self._rough:
                pen.setDashPattern([1.5, 1])
            painter.setPen(pen)
            painter.drawLine(QPointF(self.place(self._low), middle), QPointF(self.place(self._high), middle))
        if self._level is not None:
            centre = QPointF(self.place(self._level), middle)
            painter.setPen(Qt.PenStyle.NoPen)
            for colour, radius in ((self._theme.panel, 8.5), (self._theme.accent, 6.5)):
                painter.setBrush(colour)
                painter.drawEllipse(centre, radius * self._scale, radius * self._scale)
        if self._ticks:
            self._paint_ticks(painter)

    def _paint_ticks(self, painter: QPainter) -> None:
        letters = font(Role.NOTE_FIGURES, self._scale)
        painter.setFont(letters)
        painter.setPen(self._theme.second)
        metrics = QFontMetricsF(letters)
        top = (_LINE + 2) * self._scale
        for tick in _TICKS:
            wide = metrics.horizontalAdvance(str(tick))
            left = min(max(self.place(tick) - wide / 2, 0), self.width() - wide)
            room = QRectF(left, top, wide + 1, (_FIGURES - 2) * self._scale)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(tick))

    def _describe(self) -> None:
        if self._level is None or self._low is None or self._high is None:
            words = _("From 0 to {highest}. No Level.").format(highest=HIGHEST)
        else:
            words = _("From 0 to {highest}. The Level is {level}, likely between {low} and {high}.").format(
                highest=HIGHEST, level=f"{self._level:.1f}", low=f"{self._low:.1f}", high=f"{self._high:.1f}"
            )
        self.setAccessibleDescription(words)
