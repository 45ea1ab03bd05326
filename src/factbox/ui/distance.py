"""How far the Level is from the goal: a shape, the words, and the button that chooses a goal."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factbox.metrics.goals import Goal, Standing, distance
from factbox.translation import _
from factbox.ui.buttons import Flat, paint_tick
from factbox.ui.labels import Line, ink, say
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the side of the shape, and the gap beside it.
_SIDE, _GAP = 12, 7


class Shape(QWidget):
    """Where a text stands to its goal, as a shape that needs no colour."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing.NONE
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        side = round(_SIDE * scale)
        self.setFixedSize(QSize(side, side))
        self.update()

    def show_standing(self, standing: Standing) -> None:
        """Show another shape."""
        if standing is not self._standing:
            self._standing = standing
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a triangle up or down, a disc with a tick, or a hollow ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _SIDE, self.height() / _SIDE)
        theme = self._theme
        if self._standing is Standing.NONE:
            painter.setPen(QPen(theme.second, 1.75))
            painter.drawEllipse(QPointF(6, 6), 4.5, 4.5)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.above if self._standing is Standing.ABOVE else theme.accent)
        if self._standing is Standing.WITHIN:
            painter.drawEllipse(QPointF(6, 6), 6, 6)
            paint_tick(painter, QRectF(3.1, 3.2, 5.8, 5.6), theme.on_accent, 1.6)
            return
        tip, foot = (1.0, 11.0) if self._standing is Standing.ABOVE else (11.0, 1.0)
        painter.drawPolygon(QPolygonF([QPointF(0, foot), QPointF(6, tip), QPointF(12, foot)]))


class DistanceLine(QWidget):
    """Says how far the Level is from the goal, and offers to choose another.

    Signals:
        asked: The reader wants to choose a goal.
    """

    asked = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("distance")
        self.setAccessibleName(_("Distance to the goal"))
        self._standing = Standing.NONE
        self._leading = False
        self._shape = Shape(theme, scale, self)
        self._words = Line(self)
        self._words.setObjectName("distance_words")
        self._words.setAccessibleName(_("Distance to the goal"))
        self._button = Flat("chevron-down", theme, scale, self, trailing=True)
        self._button.setObjectName("goal")
        self._button.clicked.connect(self.asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._shape)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button)
        self.set_theme(theme, scale)
        self.show_distance(None, None)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._row.setSpacing(round(_GAP * scale))
        self._shape.set_theme(theme, scale)
        self._words.setFont(font(Role.STRONG, scale))
        self._button.set_theme(theme, scale)
        self._colour()

    def set_shape(self, *, brief: bool, leading: bool) -> None:
        """Take a shape.

        Args:
            brief: Whether to leave out the button, where there is no room for it.
            leading: Whether the button stands right behind the words, or at the left without them.
        """
        self._button.setVisible(not brief)
        self._leading = leading
        self._align()

    def show_distance(self, level: float | None, goal: Goal | None) -> None:
        """Say how far a Level is from a goal; without a goal only the button is left."""
        self._shape.setVisible(goal is not None)
        self._words.setVisible(goal is not None)
        self._align()
        if goal is None:
            say(self._words, "")
            self._button.say(_("Set a goal…"))
            self._button.setToolTip("")
            self._button.setAccessibleName(_("Set a goal. Opens the choice of a goal"))
            return
        found = distance(level, goal)
        self._standing = found.standing
        self._shape.show_standing(found.standing)
        say(self._words, found.text)
        self._words.setToolTip(found.text)
        self._words.setAccessibleDescription(found.text)
        self._button.say(goal.name or goal.label)
        self._button.setToolTip(goal.label)
        said = f"{goal.name}, {goal.label}" if goal.name else goal.label
        self._button.setAccessibleName(_("Goal: {goal}. Opens the choice of a goal").format(goal=said))
        self._colour()

    @property
    def words(self) -> str:
        """What it says; empty without a goal."""
        return self._words.text()

    @property
    def goal_button(self) -> QWidget:
        """The button that chooses a goal."""
        return self._button

    def _align(self) -> None:
        # Without words the button keeps its place, where its words begin or end with those of the rows.
        lone = self._words.isHidden()
        side = Qt.AlignmentFlag.AlignLeft if self._leading else Qt.AlignmentFlag.AlignRight
        self._row.setAlignment(self._button, side if lone else Qt.AlignmentFlag(0))

    def _colour(self) -> None:
        colours = {Standing.ABOVE: self._theme.above, Standing.NONE: self._theme.second}
        ink(self._words, colours.get(self._standing, self._theme.accent))
