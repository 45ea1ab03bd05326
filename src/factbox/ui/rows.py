"""Rows of the panel: those that open what is behind a fact, and those that are read."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factbox.metrics.explain import Explanation
from factbox.metrics.facts import Fact
from factbox.metrics.reckoning import Line
from factbox.translation import _, in_turn
from factbox.ui.buttons import Bare, paint_ring
from factbox.ui.deviation import DeviationBar
from factbox.ui.labels import Level, Value, ink, inset, say
from factbox.ui.theme import Role, Theme, font

# At text scale 1: from the edge of the panel to its words, from there back to the ground of a row, a chevron.
EDGE, OUTSET, _ICON = 24, 16, 16
# The least width of a column of differences.
_CHANGE = 44

Margins = tuple[int, int, int, int]


class FactRow(Bare):
    """A fact as a button: its name and its value, and a chevron while the mouse or the keyboard is there.

    Args:
        value: What shows the value.
        theme: The colours.
        scale: The text scale.
        parent: What it is in.
        name: What shows the name, unless that stands elsewhere.
    """

    def __init__(
        self,
        value: Value,
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
        name: QLabel | None = None,
    ) -> None:
        super().__init__(theme, scale, parent)
        self._value, self._name = value, name
        self._wide = True
        # Labels on a button would take the colour of its words.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setObjectName(f"open_{value.objectName()}")
        self.setToolTip(_("How it is counted"))
        self._fact: Fact | None = None
        self._beside = QLabel(self)
        self._beside.setObjectName(f"beside_{value.objectName()}")
        self._change = QLabel(self)
        self._change.setObjectName(f"change_{value.objectName()}")
        for figure in (self._beside, self._change):
            figure.setTextFormat(Qt.TextFormat.PlainText)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.hide()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for label in (
            (name, self._beside, value, self._change) if name is not None else (value, None, self._beside)
        ):
            if label is None:
                self._line.addStretch()
            else:
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._line.addWidget(label)
        # Who looks for the focus at the value finds it.
        value.setFocusProxy(self)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        for label in (self._beside, self._change):
            label.setFont(font(Role.FIGURES if self._name is not None else Role.NOTE_FIGURES, scale))
            ink(label, theme.second)
        self._change.setMinimumWidth(round(_CHANGE * scale))
        self.update()

    def show_fact(self, fact: Fact) -> None:
        """Show a fact; what is already shown is left alone."""
        self._fact = fact
        self._value.show_fact(fact.label, fact.text)
        if self._name is not None:
            say(self._name, fact.label)
        self._name_for_readers()

    def show_beside(self, text: str, change: str = "") -> None:
        """Show the figure of another text beside this one, and the difference, where there is room for columns."""
        say(self._beside, text)
        say(self._change, change)
        self._show_columns()
        self._name_for_readers()

    def _show_columns(self) -> None:
        for label in (self._beside, self._change):
            label.setVisible(self._wide and bool(label.text()))

    def _name_for_readers(self) -> None:
        if self._fact is None:
            return
        figures = ", ".join(
            filter(None, (self._fact.text, self._beside.text().replace("\n", " "), self._change.text()))
        )
        words = _("{label}, {text}. Opens how it is counted").format(label=self._fact.label, text=figures)
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def set_shape(self, direction: QBoxLayout.Direction, margins: Margins, gap: int, *, wide: bool) -> None:
        """Take a shape.

        Args:
            direction: How value and name stand to each other.
            margins: From the edges to the words, at text scale 1.
            gap: Between the two.
            wide: Whether the row goes from edge to edge of the panel and has room for a chevron.
        """
        self._wide = wide
        self._show_columns()
        self._line.setDirection(direction)
        self._line.setContentsMargins(*(round(each * self._scale) for each in margins))
        self._line.setSpacing(round((16 if wide and self._name is not None else gap) * self._scale))
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if self._name is not None:
            self._line.setStretchFactor(self._name, int(wide))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of what is in it."""
        return self._line.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the chevron on it."""
        painter = QPainter(self)
        inset = (EDGE - OUTSET) * self._scale if self._wide else 0.0
        self.paint_ground(painter, QRectF(self.rect()).adjusted(inset, 0, -inset, 0))
        if self._wide and self.is_lit():
            icon = _ICON * self._scale
            image = self._theme.pixmap("chevron-right", "second", round(icon), self.devicePixelRatioF())
            # In the middle between the value and the edge of the ground.
            left = self.width() - (EDGE - OUTSET / 2) * self._scale - icon / 2
            painter.drawPixmap(QPointF(left, (self.height() - icon) / 2), image)


class Stop(QWidget):
    """Words that the keyboard can go to, so that they are read out; a ring shows when it is there."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring while it has the focus."""
        if self.hasFocus():
            inset = (EDGE - OUTSET) * self._scale
            paint_ring(QPainter(self), QRectF(self.rect()).adjusted(inset, 0, -inset, 0), self._theme, self._scale)


class Result(Stop):
    """The value, large, and the rule that gives it."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._value = Level(theme, scale, self, "counted_value")
        self._value.set_roles(Role.PART_LEVEL, Role.PART_DECIMALS)
        self._rule = _words(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._value)
        self._column.addWidget(self._rule)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._value.set_theme(theme, scale)
        self._rule.setFont(font(Role.INTERFACE, scale))
        ink(self._rule, theme.second)
        self._column.setContentsMargins(*(round(n * scale) for n in (EDGE, 4, EDGE, 10)))
        self._column.setSpacing(round(10 * scale))

    def show_result(self, explanation: Explanation) -> None:
        """Show a value and its rule."""
        self._value.set_divided(divided=explanation.key == "level")
        self._value.show_fact(explanation.title, explanation.text)
        say(self._rule, explanation.rule)
        self.setAccessibleName(in_turn(explanation.text, explanation.rule))


class Entry(Stop):
    """A name, one or more values in columns at the right, and a note below."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None, columns: int = 1) -> None:
        super().__init__(theme, scale, parent)
        self._sum = False
        self._name = _words(self)
        self._values = [QLabel(self) for _column in range(columns)]
        self._note = _words(self)
        self._column = QVBoxLayout(self)
        self._line = QHBoxLayout()
        self._line.addWidget(self._name, 1, Qt.AlignmentFlag.AlignTop)
        for value in self._values:
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._line.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._line)
        self._column.addWidget(self._note)
        self._bar: DeviationBar | None = None
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        above = 15 if self._sum else 5
        self._column.setContentsMargins(*(round(n * scale) for n in (EDGE, above, EDGE, 5)))
        self._column.setSpacing(round(scale))
        self._line.setSpacing(round(14 * scale))
        for label, role, colour in (
            (self._name, Role.STRONG if self._sum else Role.INTERFACE, theme.text),
            *((value, Role.SUM if self._sum else Role.FIGURES, theme.text) for value in self._values),
            (self._note, Role.NOTE, theme.second),
        ):
            label.setFont(font(role, scale))
            ink(label, colour)
        if self._bar is not None:
            self._bar.set_theme(theme, scale)

    def show_line(self, line: Line, *, is_sum: bool = False) -> None:
        """Show a line of an explanation; a sum has a line above it."""
        if is_sum != self._sum:
            self._sum = is_sum
            self.set_theme(self._theme, self._scale)
        self.show_words(line.label, (line.text,), line.note)
        if self._bar is None and line.deviation is not None:
            self._bar = DeviationBar(self._theme, self._scale, self)
            self._column.insertWidget(1, self._bar)
        if self._bar is not None:
            self._bar.setVisible(line.deviation is not None)
            self._bar.show_deviation(line.deviation or 0.0)

    def show_words(self, name: str, values: tuple[str, ...], note: str) -> None:
        """Show a name, as many values as there are columns, and a note or none."""
        say(self._name, name)
        for label, value in zip(self._values, values, strict=True):
            say(label, value)
        say(self._note, note)
        self._note.setVisible(bool(note))
        self.name_for_readers(name, values, note)

    def name_for_readers(self, name: str, values: tuple[str, ...], note: str) -> None:
        """Take the words that screen readers say."""
        words = f"{name}, {', '.join(values)}" + (f". {note}" if note else "")
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def set_columns(self, widths: tuple[int, ...]) -> None:
        """Give the values as much room as those of other rows have."""
        for label, wide in zip(self._values, widths, strict=True):
            label.setFixedWidth(wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above a sum, and the ring."""
        if self._sum:
            thick = max(1, round(self._scale))
            edge = round(EDGE * self._scale)
            room = self.rect().adjusted(edge, round(5 * self._scale), -edge, 0)
            room.setHeight(thick)
            QPainter(self).fillRect(room, self._theme.hairline)
        super().paintEvent(event)


class Group(QWidget):
    """Rows under a head; they change in place, and only their number makes new ones."""

    def __init__(
        self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None, *, sums: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._sums = sums
        self._shown = 0
        self._head = _words(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._entries: list[Entry] = []
        # The first is there from the beginning, where the Tab key comes to the group.
        self._add()
        self._entries[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._entries[0].hide()
        self.hide()
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self._head.setFont(font(Role.HEAD, scale))
        ink(self._head, theme.second)
        edge = round(EDGE * scale)
        inset(self._head, edge, round(4 * scale), edge, round(2 * scale))
        self._column.setContentsMargins(0, 0, 0, round(12 * scale))
        for entry in self._entries:
            entry.set_theme(theme, scale)

    def show_lines(self, head: str, lines: tuple[Line, ...]) -> None:
        """Show lines under a head; without lines the group hides."""
        say(self._head, head)
        self._head.setVisible(bool(head))
        while len(self._entries) < len(lines):
            self._add()
        for place, line in enumerate(lines):
            self._entries[place].show_line(line, is_sum=self._sums and 0 < place == len(lines) - 1)
        if len(lines) != self._shown:
            self._shown = len(lines)
            for place, entry in enumerate(self._entries):
                entry.setVisible(place < self._shown)
            self.setVisible(bool(lines))

    def stops(self) -> list[Stop]:
        """Give the rows on show."""
        return [*self._entries[: self._shown]]

    def _add(self) -> None:
        entry = Entry(self._theme, self._scale, self)
        if self._entries:
            follow(self._entries[-1], entry)
        self._column.addWidget(entry)
        self._entries.append(entry)


def follow(before: QWidget, after: QWidget) -> None:
    """Put a widget after another in the order of the Tab key, even if the key stops at neither."""
    policies = [(each, each.focusPolicy()) for each in (before, after)]
    for each, _policy in policies:
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # Qt puts only those in order that take the focus.
    QWidget.setTabOrder(before, after)
    for each, policy in policies:
        each.setFocusPolicy(policy)


def widest(texts: list[str], role: Role, scale: float) -> int:
    """Give the width that the widest of some texts takes."""
    metrics = QFontMetrics(font(role, scale))
    return max((metrics.horizontalAdvance(text) for text in texts), default=0) + 1


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
