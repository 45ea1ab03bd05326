"""The scale from 0 to 19: where the Level stands, and where it likely lies."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factbox.metrics.goals import Goal
from factbox.metrics.levels import HIGHEST
from factbox.translation import _, decimal
from factbox.ui.theme import Role, Theme, brush, font

_TICKS = (0, 5, 10, 15, HIGHEST)
# At text scale 1: half the dot with its halo, the whole height of the line with it, and of the figures below.
_INSET, _LINE, _FIGURES = 8.5, 18, 22
# Of the slot of a goal: its least width, its height, the radius of its corners, its outline, the word above it.
_LEAST, _TALL, _RADIUS, _OUTLINE, _WORD = 10, 22, 6, 1.75, 18


class Scale(QWidget):
    """A line with a band, the slot of a goal and a dot; what lies beyond its ends is pinned to them."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: float | None = None
        self._low: float | None = None
        self._high: float | None = None
        self._goal: Goal | None = None
        self._aim: float | None = None
        self._is_aim = True
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

    def show_goal(self, goal: Goal | None) -> None:
        """Show the slot of a goal, or none."""
        if goal != self._goal:
            self._goal = goal
            self._describe()
            self.updateGeometry()
            self.update()

    def show_ring(self, level: float | None, *, is_aim: bool = True) -> None:
        """Show a hollow ring for another state of the text, or none.

        Args:
            level: Where it stands.
            is_aim: Whether a plan ends there; if not, it is the original.
        """
        if (level, is_aim) != (self._aim, self._is_aim):
            self._aim, self._is_aim = level, is_aim
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the line, for the slot of a goal, and for the figures where they show."""
        height = (_LINE if self._goal is None else _WORD + _TALL) + (_FIGURES if self._ticks else 0)
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
        """Draw the line, the band on it, the halo, the slot over it, and the dot last."""
        painter = brush(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = (_LINE / 2 if self._goal is None else _WORD + _TALL / 2) * self._scale
        solid, flat = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(self._theme.track, 2 * self._scale, solid, flat))
        painter.drawLine(QPointF(self.place(0), middle), QPointF(self.place(HIGHEST), middle))
        if self._low is not None and self._high is not None:
            pen = QPen(self._theme.band, 4 * self._scale, solid, flat)
            if self._rough:
                pen.setDashPattern([1.5, 1])
            painter.setPen(pen)
            painter.drawLine(QPointF(self.place(self._low), middle), QPointF(self.place(self._high), middle))
        for level in (self._aim, self._level):
            if level is not None:
                self._paint_disc(painter, level, middle, self._theme.panel, 8.5)
        if self._goal is not None:
            self._paint_slot(painter, self._goal)
        if self._aim is not None:
            painter.setPen(QPen(self._theme.accent, 2 * self._scale))
            painter.setBrush(self._theme.panel)
            painter.drawEllipse(QPointF(self.place(self._aim), middle), 5.5 * self._scale, 5.5 * self._scale)
        if self._level is not None:
            self._paint_disc(painter, self._level, middle, self._theme.accent, 6.5)
        if self._ticks:
            self._paint_ticks(painter)

    def _paint_disc(self, painter: QPainter, level: float, middle: float, colour: QColor, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(self.place(level), middle), radius * self._scale, radius * self._scale)

    def _paint_slot(self, painter: QPainter, goal: Goal) -> None:
        left, right = self.place(goal.low), self.place(goal.high)
        wide = max(right - left, _LEAST * self._scale)
        centre = (left + right) / 2
        half = _OUTLINE * self._scale / 2
        slot = QRectF(centre - wide / 2, _WORD * self._scale, wide, _TALL * self._scale)
        radius = min(_RADIUS * self._scale, wide / 2) - half
        painter.setPen(QPen(self._theme.text, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(slot.adjusted(half, half, -half, -half), radius, radius)
        letters = font(Role.HEAD, self._scale)
        word = _("Goal")
        width = QFontMetricsF(letters).horizontalAdvance(word)
        start = min(max(centre - width / 2, 0), self.width() - width)
        painter.setFont(letters)
        painter.drawText(
            QRectF(start, 0, width + 1, (_WORD - 2) * self._scale), Qt.AlignmentFlag.AlignVCenter, word
        )

    def _paint_ticks(self, painter: QPainter) -> None:
        letters = font(Role.NOTE_FIGURES, self._scale)
        painter.setFont(letters)
        painter.setPen(self._theme.second)
        metrics = QFontMetricsF(letters)
        top = ((_LINE if self._goal is None else _WORD + _TALL) + 2) * self._scale
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
                highest=HIGHEST,
                level=decimal(self._level, 1),
                low=decimal(self._low, 1),
                high=decimal(self._high, 1),
            )
        if self._goal is not None:
            words += " " + _("The goal is {goal}.").format(goal=self._goal.label)
        if self._aim is not None:
            ring = _("The plan ends at {level}.") if self._is_aim else _("The original is at {level}.")
            words += " " + ring.format(level=decimal(self._aim, 1))
        self.setAccessibleDescription(words)
