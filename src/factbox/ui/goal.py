"""The choice of a goal: a grade, an age, a CEFR level or a figure, and the goals that were saved."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

import shiboken6
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from factbox.metrics.goals import Aim, Goal, usual_tolerance
from factbox.metrics.rarity import Cefr
from factbox.translation import N_, _
from factbox.ui.buttons import Tab
from factbox.ui.fields import Field
from factbox.ui.goalrow import OUTSET, ROW, GoalRow
from factbox.ui.labels import ink, say
from factbox.ui.popover import Popover
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the room inside the frame, and the width.
_INSET, _WIDE = 16, 288
_AIMS = {Aim.GRADE: N_("Grade"), Aim.AGE: N_("Age"), Aim.CEFR: N_("CEFR"), Aim.FIGURE: N_("Level")}
# The least and the greatest value, and a step.
_RANGES = {Aim.GRADE: (0.0, 19.0, 1.0), Aim.AGE: (4.0, 25.0, 1.0), Aim.FIGURE: (0.0, 19.0, 0.1)}
_WIDEST = 9.5
_TITLE = """
QLineEdit#goal_name {{
    background: {paper}; color: {text}; border: 1px solid {second}; border-radius: {radius}px;
    padding: 0 {inset}px; selection-background-color: {selection}; selection-color: {text};
}}
QLineEdit#goal_name:focus {{ border: {ring}px solid {accent}; padding: 0 {tight}px; }}
"""


class GoalPicker(Popover):
    """Opens below a button; every change counts at once.

    Signals:
        chosen: A Goal, or None for none.
        kept: The goals with a name from now on, a tuple.
    """

    chosen = Signal(object)
    kept = Signal(object)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setObjectName("goal_picker")
        self.setAccessibleName(_("Goal"))
        self._theme, self._scale = theme, scale
        self._goal: Goal | None = None
        # What the fields say, which is the goal unless there is none.
        self._written = Goal()
        self._saved: tuple[Goal, ...] = ()
        self._rows: list[tuple[Goal, GoalRow]] = []
        self._before: QWidget | None = None
        self._filling = False
        self._tabs = {aim: Tab(_(words), theme, scale, self) for aim, words in _AIMS.items()}
        self._levels = {level: Tab(level.name, theme, scale, self) for level in Cefr}
        self._kinds, self._choice = QButtonGroup(self), QButtonGroup(self)
        self._name = QLabel(self)
        self._value = Field("", theme, scale, self)
        self._value.setObjectName("value")
        self._within = QLabel(_("within"), self)
        self._room = Field(_("Within, in grades"), theme, scale, self)
        self._room.setObjectName("within")
        self._room.setRange(0, _WIDEST)
        self._room.setSingleStep(0.1)
        self._note = QLabel(self)
        self._note.setObjectName("note")
        self._lines = (QFrame(self), QFrame(self))
        self._save = GoalRow(_("Save this goal…"), theme, scale, self)
        self._save.setObjectName("save_goal")
        self._title = QLineEdit(self)
        self._title.setObjectName("goal_name")
        self._title.setAccessibleName(_("Name of the goal"))
        self._title.setPlaceholderText(_("Name of the goal"))
        self._title.setMaxLength(60)
        self._title.hide()
        self._none = GoalRow(_("No goal"), theme, scale, self)
        self._none.setObjectName("no_goal")
        self._lay_out()
        self._connect()
        self.set_theme(theme, scale)
        self._fill()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        for tab in (*self._tabs.values(), *self._levels.values()):
            tab.set_theme(theme, scale)
        for field in (self._value, self._room):
            field.set_theme(theme, scale)
        for row in (self._save, self._none, *(row for _goal, row in self._rows)):
            row.set_theme(theme, scale)
        colours = {
            name: getattr(theme, name).name() for name in ("paper", "text", "second", "selection", "accent")
        }
        sizes = {"radius": 6, "inset": 9, "tight": 8, "ring": 2}
        self.setStyleSheet(_TITLE.format(**colours, **{name: round(n * scale) for name, n in sizes.items()}))
        for label, role, colour in (
            (self._name, Role.INTERFACE, theme.text),
            (self._within, Role.INTERFACE, theme.text),
            (self._note, Role.NOTE, theme.second),
        ):
            label.setFont(font(role, scale))
            ink(label, colour)
        self._title.setFont(font(Role.INTERFACE, scale))
        self._title.setFixedHeight(round(ROW * scale))
        for line in self._lines:
            line.setFixedHeight(max(1, round(scale)))
            line.setStyleSheet(f"background: {theme.hairline.name()}; border: none;")
        self._space()

    def open_below(self, widget: QWidget, goal: Goal | None, saved: tuple[Goal, ...]) -> None:
        """Open below a widget, inside the screen, at the value of a goal.

        Args:
            widget: What it belongs to; where that is hidden, what holds it.
            goal: The present goal, if there is one.
            saved: The goals with a name.
        """
        self._goal, self._saved = goal, saved
        self._written = goal or self._written
        self._title.hide()
        self._save.show()
        self._show_rows()
        self._fill()
        self._before = QApplication.focusWidget() or widget.window().focusWidget()
        near: QWidget | None = widget
        while near is not None and not near.isVisible():
            near = near.parentWidget()
        self._fit()
        self.move(self._place(near or widget))
        self.show()
        self._focus_value()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back."""
        super().hideEvent(event)
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc, but first leave the name; take what is written, or keep it by its name, by Enter."""
        if event.key() == Qt.Key.Key_Escape and self._title.isVisible():
            self._unname()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._title.isVisible():
                self._on_named()
            else:
                self._choose(self._written)
                self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._heads, self._line, self._cefr = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line, tabs in ((self._heads, self._tabs.values()), (self._cefr, self._levels.values())):
            for tab in tabs:
                line.addWidget(tab)
            line.addStretch()
        for part in (self._name, self._value, self._within, self._room):
            self._line.addWidget(part)
        self._line.addStretch()
        self._list = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._save)
        self._foot.addWidget(self._title)
        self._foot.addWidget(self._none)
        self._inner = QVBoxLayout()
        self._inner.addLayout(self._line)
        self._inner.addWidget(self._note)
        self._inner.addWidget(self._lines[0])
        self._between = QVBoxLayout()
        self._between.addWidget(self._lines[1])
        several: tuple[QBoxLayout, ...] = (
            self._heads,
            self._cefr,
            self._inner,
            self._list,
            self._between,
            self._foot,
        )
        for layout in several:
            self._column.addLayout(layout)

    def _space(self) -> None:
        px = self._px
        air, side = px(_INSET - OUTSET), px(OUTSET)
        self._column.setContentsMargins(air, px(8), air, px(8))
        self._column.setSpacing(0)
        self._heads.setContentsMargins(0, 0, 0, px(10))
        self._cefr.setContentsMargins(0, 0, 0, px(8))
        self._inner.setContentsMargins(side, 0, side, px(6))
        self._between.setContentsMargins(side, px(6), side, px(6))
        self._inner.setSpacing(px(10))
        for layout in (self._heads, self._cefr, self._list, self._foot):
            layout.setSpacing(0)
        self._line.setSpacing(px(9))
        self.setFixedWidth(px(_WIDE))
        self._fit()

    def _connect(self) -> None:
        for group, tabs in ((self._kinds, self._tabs.values()), (self._choice, self._levels.values())):
            for tab in tabs:
                group.addButton(tab)
        for aim, tab in self._tabs.items():
            tab.clicked.connect(partial(self._on_aim, aim))
        for level, tab in self._levels.items():
            tab.setAccessibleName(_("CEFR {level}").format(level=level.name))
            tab.clicked.connect(partial(self._on_level, level))
        self._value.valueChanged.connect(self._on_field)
        self._room.valueChanged.connect(self._on_field)
        self._save.clicked.connect(self._ask_name)
        self._none.clicked.connect(self._on_none)

    def _fill(self) -> None:
        """Show what is written and which row is the present goal."""
        goal = self._written
        self._filling = True
        is_level = goal.aim is Aim.CEFR
        self._tabs[goal.aim].show_checked(checked=True)
        for part in (self._name, self._value, self._within, self._room):
            part.setVisible(not is_level)
        for level, tab in self._levels.items():
            tab.setVisible(is_level)
            if is_level and level == goal.value:
                tab.show_checked(checked=True)
        self._cefr.setContentsMargins(0, 0, 0, self._px(8) if is_level else 0)
        if not is_level:
            least, most, step = _RANGES[goal.aim]
            say(self._name, _(_AIMS[goal.aim]))
            self._value.setAccessibleName(_(_AIMS[goal.aim]))
            self._value.setRange(min(least, goal.value), max(most, goal.value))
            self._value.setSingleStep(step)
            # What is being written is left as it is written.
            for field, value in ((self._value, goal.value), (self._room, goal.tolerance)):
                if field.value() != value:
                    field.setValue(value)
        self._filling = False
        self._mark()

    def _mark(self) -> None:
        say(self._note, self._written.note)
        for part in (self._note, self._value):
            part.setAccessibleDescription(self._written.note)
        for goal, row in self._rows:
            row.set_ticked(ticked=goal == self._goal)
        self._none.set_ticked(ticked=self._goal is None)
        self._save.setEnabled(self._goal is not None)

    def _show_rows(self) -> None:
        for _goal, row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for goal in self._saved:
            row = GoalRow(goal.name, self._theme, self._scale, self, goal.label)
            row.clicked.connect(partial(self._on_row, goal))
            row.removed.connect(partial(self._on_removed, goal))
            self._list.addWidget(row)
            row.show()
            self._rows.append((goal, row))
        self._lines[1].setVisible(bool(self._saved))
        self._between.setContentsMargins(
            self._px(OUTSET),
            self._px(6) if self._saved else 0,
            self._px(OUTSET),
            self._px(6) if self._saved else 0,
        )
        order: list[QWidget] = [*self._tabs.values(), self._value, self._room, *self._levels.values()]
        order += [*(row for _goal, row in self._rows), self._save, self._title, self._none]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _on_aim(self, aim: Aim) -> None:
        was = self._written
        if aim is was.aim:
            return
        value = {
            Aim.GRADE: was.centre,
            Aim.FIGURE: was.centre,
            Aim.CEFR: float(was.cefr),
            Aim.AGE: was.centre + 5.5,
        }[aim]
        is_usual = was.aim is Aim.CEFR or was.tolerance == usual_tolerance(was.aim)
        tolerance = usual_tolerance(aim) if is_usual or aim is Aim.CEFR else was.tolerance
        was_at_value = self.focusWidget() in {self._value, self._room, *self._levels.values()}
        self._write(Goal(aim, round(value, 2), tolerance))
        self._fit()
        if was_at_value:
            self._focus_value()

    def _on_level(self, level: Cefr) -> None:
        self._write(Goal(Aim.CEFR, float(level)))

    def _on_field(self, _value: float) -> None:
        # A field out of sight may still hear keys; of a CEFR level it says nothing.
        if not self._filling and self._written.aim is not Aim.CEFR:
            goal = self._written
            self._write(replace(goal, value=self._value.value(), tolerance=self._room.value(), name=""))

    def _write(self, goal: Goal) -> None:
        # What has a name already is called by it.
        self._written = next((each for each in self._saved if each.named("") == goal), goal)
        self._goal = self._written
        self._fill()
        self.chosen.emit(self._goal)

    def _choose(self, goal: Goal | None) -> None:
        self._goal = goal
        self._written = goal or self._written
        self._fill()
        self.chosen.emit(goal)

    def _on_row(self, goal: Goal) -> None:
        self._choose(goal)
        self.close()

    def _on_none(self) -> None:
        self._choose(None)
        self.close()

    def _on_removed(self, goal: Goal) -> None:
        place = self._saved.index(goal)
        self._keep(tuple(each for each in self._saved if each != goal))
        rows = [row for _goal, row in self._rows]
        (rows[min(place, len(rows) - 1)] if rows else self._save).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_name(self) -> None:
        self._title.setText(self._written.name)
        self._title.selectAll()
        self._save.hide()
        self._title.show()
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _unname(self) -> None:
        self._save.show()
        self._save.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._title.hide()

    def _on_named(self) -> None:
        name = self._title.text().strip()
        if not name:
            return
        goal = self._written.named(name)
        self._unname()
        self._keep((*(each for each in self._saved if each.name != name), goal))
        self._choose(goal)

    def _keep(self, goals: tuple[Goal, ...]) -> None:
        self._saved = goals
        self._show_rows()
        self._mark()
        self._fit()
        self.kept.emit(goals)

    def _focus_value(self) -> None:
        if self._written.aim is Aim.CEFR:
            self._levels[Cefr(int(self._written.value))].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._value.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._value.selectAll()

    def _fit(self) -> None:
        self._column.activate()
        self.adjustSize()

    def _place(self, widget: QWidget) -> QPoint:
        """Give the place below a widget, their right edges together, or above it where there is no room."""
        room = widget.screen().availableGeometry()
        below = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height()))
        if below.y() + self.height() > room.bottom():
            above = widget.mapToGlobal(QPoint(0, 0)).y() - self.height()
            below.setY(above if above >= room.top() else room.bottom() - self.height())
        x = min(max(below.x(), room.left()), room.right() - self.width())
        return QPoint(x, max(below.y(), room.top()))

    def _px(self, size: float) -> int:
        return round(size * self._scale)
