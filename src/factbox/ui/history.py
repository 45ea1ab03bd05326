"""The history of a Level: a line over the writing of a version, whose moments can be brought back."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from factbox.document import Moment
from factbox.translation import _, decimal
from factbox.ui.buttons import paint_ring
from factbox.ui.theme import Theme
from factbox.ui.tongue import written_moment

# At text scale 1: its height, its margin, and its dots.
_TALL, _MARGIN, _DOT = 64, 10, 3.0


class HistoryLine(QWidget):
    """The Level over the writing of a version; a moment is chosen by the mouse or the arrows.

    Signals:
        recalled: The Moment whose text is wanted again.
        moved: Another moment is chosen.
    """

    recalled = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._moments: tuple[Moment, ...] = ()
        self._place = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("History of the Level"))
        self.setMinimumHeight(round(_TALL * scale))

    def show_moments(self, moments: tuple[Moment, ...]) -> None:
        """Show the moments of a version, the oldest first; the one that is chosen stays so if it is among them."""
        was = self._moments[self._place] if self._place < len(self._moments) - 1 else None
        self._moments = moments
        known = (place for place, moment in enumerate(moments) if was and moment.when == was.when)
        self._choose(next(known, len(moments) - 1))

    @property
    def words(self) -> str:
        """What the chosen moment was."""
        if not self._moments:
            return _("No history yet: a moment is kept each time the writing rests.")
        moment = self._moments[self._place]
        level = "—" if moment.level is None else decimal(moment.level, 3)
        return _("{when}: Level {level}").format(when=written_moment(moment.when), level=level)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the moment at the mouse."""
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the moments that the mouse is drawn along."""
        if self._moments:
            places = [abs(self._point(place).x() - event.position().x()) for place in range(len(self._moments))]
            self._choose(places.index(min(places)))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Bring the moment back."""
        self.recall()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from moment to moment, and bring one back."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(min(max(self._place + step, 0), len(self._moments) - 1))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.recall()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its moments, and the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [self._point(place) for place in range(len(self._moments))]
        painter.setPen(QPen(self._theme.band, 2 * self._scale))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, point in enumerate(points):
            chosen = place == self._place
            painter.setBrush(self._theme.accent if chosen else self._theme.band)
            radius = (2 * _DOT if chosen else _DOT) * self._scale
            painter.drawEllipse(point, radius, radius)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self._theme, self._scale)

    def _point(self, place: int) -> QPointF:
        levels = [moment.level for moment in self._moments if moment.level is not None] or [0.0]
        low, high = min(levels), max(levels)
        margin = _MARGIN * self._scale
        across = place / max(1, len(self._moments) - 1)
        level = self._moments[place].level
        up = 0.5 if level is None or high == low else (level - low) / (high - low)
        return QPointF(
            margin + across * (self.width() - 2 * margin),
            self.height() - margin - up * (self.height() - 2 * margin),
        )

    def _choose(self, place: int) -> None:
        self._place = place
        self.setAccessibleDescription(self.words)
        self.setToolTip(self.words)
        self.update()
        self.moved.emit()

    def recall(self) -> None:
        """Want the text of the chosen moment again."""
        if self._moments:
            self.recalled.emit(self._moments[self._place])
