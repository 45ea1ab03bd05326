"""The Fact Box: Level, Tokens, Types and TTR, beside the text, as a strip below it, or as a sheet over it."""

import math
from enum import Enum
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from factbox.metrics.goals import Goal
from factbox.metrics.report import Report, report
from factbox.metrics.tally import Tally
from factbox.translation import _
from factbox.ui.choice import FormulaChoice
from factbox.ui.distance import DistanceLine
from factbox.ui.labels import Level, Line, Value, ink, say
from factbox.ui.rows import EDGE, FactRow
from factbox.ui.scale import Scale
from factbox.ui.theme import Role, Theme, font

ROWS = ("tokens", "types", "ttr")
# Below this width, at text scale 1, the strip takes two lines.
_TWO_LINES = 700
# What a row has at its sides in the strip, for its ground, at text scale 1.
_AIR = 6

Box = TypeVar("Box", bound=QBoxLayout)


class Form(Enum):
    """The shapes of the Fact Box."""

    SIDE = "beside the text"
    STRIP = "one or two lines at the foot"
    SHEET = "over the lower half"


class FactBox(QWidget):
    """Shows a Report; the figures change in place and nothing else moves.

    Signals:
        unfolded: The reader asked for the sheet (True) or for the strip again (False).
        opened: The key of the fact whose count the reader wants to see.
        formula_chosen: The key of the formula that the reader wants the Level by.
        goal_asked: The reader wants to choose a goal.
    """

    unfolded = Signal(bool)
    opened = Signal(str)
    formula_chosen = Signal(str)
    goal_asked = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factbox")
        self.setAccessibleName(_("Fact Box"))
        self.setAutoFillBackground(True)
        self._form = Form.SIDE
        self._two_lines = False
        self._laid: tuple[Form, bool, float] | None = None
        self._title = QLabel(_("Fact Box"), self)
        self._head = QLabel(self)
        self._formula = FormulaChoice(theme, scale, self)
        self._formula.chosen.connect(self.formula_chosen)
        self._level = Level(theme, scale, self)
        self._headline = Line(self)
        self._remark = Line(self)
        self._scale_line = Scale(theme, scale, self)
        self._goal: Goal | None = None
        self._distance = DistanceLine(theme, scale, self)
        self._distance.asked.connect(self.goal_asked)
        self._rule = QFrame(self)
        self._names = {key: QLabel(self) for key in ROWS}
        self._values = {key: Value(key, self) for key in ROWS}
        self._rows = {"level": FactRow(self._level, theme, scale, self)}
        for key in ROWS:
            self._rows[key] = FactRow(self._values[key], theme, scale, self, self._names[key])
        for key, row in self._rows.items():
            row.clicked.connect(partial(self._on_opened, key))
        self._summary = Line(self)
        self._summary.setWordWrap(True)
        self._reason = Qt.FocusReason.ShortcutFocusReason
        self._chevron = QToolButton(self)
        self._chevron.setObjectName("fold")
        self._chevron.clicked.connect(self._on_chevron)
        self._report = report(Tally(), 0)
        self.set_theme(theme, scale)
        self.show_report(self._report)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._scale = scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self.setPalette(palette)
        self._level.set_theme(theme, scale)
        self._scale_line.set_theme(theme, scale)
        self._distance.set_theme(theme, scale)
        self._formula.set_theme(theme, scale)
        self._chevron.setStyleSheet(theme.stylesheet(scale))
        self._rule.setStyleSheet(f"background: {theme.hairline.name()}; border: none;")
        for row in self._rows.values():
            row.set_theme(theme, scale)
        self._lay_out()

    def show_report(self, shown: Report) -> None:
        """Show a Report; only what differs from the last one is touched."""
        self._report = shown
        for fact in shown.facts:
            self._rows[fact.key].show_fact(fact)
            if fact.key == "level":
                say(self._head, fact.label)
        self._level.set_rough(rough=shown.rough)
        self._scale_line.show_level(shown.level, shown.level_low, shown.level_high, rough=shown.rough)
        self._distance.show_distance(shown.level, self._goal)
        self._formula.show_formula(shown.formula)
        say(self._headline, shown.headline)
        self._say_notes()

    def show_goal(self, goal: Goal | None) -> None:
        """Show a goal on the scale and how far the Level is from it, or neither."""
        self._goal = goal
        self._scale_line.show_goal(goal)
        self._distance.show_distance(self._report.level, goal)

    @property
    def goal_button(self) -> QWidget:
        """What the choice of a goal opens below."""
        return self._distance.goal_button

    @property
    def formulas(self) -> QMenu:
        """The menu of formulas that may give the Level."""
        return self._formula.menu_of_formulas

    def as_text(self) -> str:
        """Give the facts as lines of text, for the clipboard and for screen readers."""
        return "\n".join(f"{fact.label}: {fact.text}" for fact in self._report.facts)

    @property
    def form(self) -> Form:
        """The present form."""
        return self._form

    def set_form(self, form: Form, width: int = 0) -> None:
        """Take a form.

        Args:
            form: Where the Fact Box stands.
            width: How wide it will be; a narrow strip takes two lines.
        """
        two_lines = form is Form.STRIP and width < _TWO_LINES * self._scale
        if (form, two_lines) == (self._form, self._two_lines):
            return
        self._form, self._two_lines = form, two_lines
        self._lay_out()
        self._say_notes()

    def strip_height(self, width: int) -> int:
        """Give the height of the strip for a width of the window."""
        return round((76 if width < _TWO_LINES * self._scale else 68) * self._scale)

    def enter(self) -> None:
        """Take the focus, at the Level."""
        self.enter_at("level")

    def enter_at(self, key: str, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Take the focus, at a fact; no ring shows it if the mouse is the reason."""
        self._rows[key].setFocus(reason)

    @property
    def reason(self) -> Qt.FocusReason:
        """How a fact was opened last: by the mouse or by a key."""
        return self._reason

    def _on_opened(self, key: str) -> None:
        self._reason = self._rows[key].reason
        self.opened.emit(key)

    def _on_chevron(self) -> None:
        self.unfolded.emit(self._form is Form.STRIP)

    def _say_notes(self) -> None:
        shown = self._report
        note = shown.summary
        if shown.pending:
            done = math.floor(100 * (shown.blocks - shown.pending) / max(1, shown.blocks))
            note = _("Counting… {share} %").format(share=done)
        say(self._summary, note)
        say(self._remark, note if shown.pending and self._form is Form.STRIP else shown.remark)
        self._remark.setToolTip(self._remark.text() if self._form is Form.STRIP else "")

    def _lay_out(self) -> None:
        self._dress_labels()
        wanted = (self._form, self._two_lines, self._scale)
        if wanted == self._laid:
            return
        self._laid = wanted
        old = self.layout()
        if old is not None:
            shiboken6.delete(old)
        if self._form is Form.SIDE:
            self._lay_side()
        elif self._form is Form.SHEET:
            self._lay_sheet()
        elif self._two_lines:
            self._lay_two_lines()
        else:
            self._lay_strip()

    def _lay_side(self) -> None:
        self._show(self._title, self._head, self._formula, self._rule, self._scale_line, self._summary)
        column = _box(QVBoxLayout(self), self._px(0, 4, 0, 24))
        self._add(column, self._title, 12)
        self._add_level(column)
        self._add(column, self._rule, 8)
        self._add_rows(column)
        column.addStretch()

    def _lay_sheet(self) -> None:
        several = (self._title, self._head, self._formula, self._scale_line, self._summary, self._chevron)
        self._show(*several)
        whole = _box(QVBoxLayout(self), self._px(0, 12, 0, 16), round(6 * self._scale))
        top = _box(QHBoxLayout(), self._px(EDGE, 0, 16, 0))
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self._chevron)
        left, right = _box(QVBoxLayout()), _box(QVBoxLayout())
        self._add_level(left)
        left.addStretch()
        self._add_rows(right)
        right.addStretch()
        columns = _box(QHBoxLayout())
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        whole.addLayout(top)
        whole.addLayout(columns, 1)

    def _lay_strip(self) -> None:
        self._show(self._scale_line, self._chevron)
        row = _box(QHBoxLayout(self), self._px(20 - _AIR, 0, 12, 0), round(14 * self._scale))
        row.addWidget(self._rows["level"])
        words = _box(QVBoxLayout(), spacing=round(3 * self._scale))
        words.addStretch()
        words.addWidget(self._headline)
        words.addWidget(self._remark)
        words.addWidget(self._distance)
        words.addStretch()
        row.addLayout(words)
        row.addWidget(self._scale_line, 1)
        for key in ROWS:
            row.addWidget(self._rows[key])
        row.addWidget(self._chevron)

    def _lay_two_lines(self) -> None:
        self._show(self._chevron)
        lines = _box(QVBoxLayout(self), self._px(20 - _AIR, 4, 12, 6), round(2 * self._scale))
        upper = _box(QHBoxLayout(), spacing=round(10 * self._scale))
        upper.addWidget(self._rows["level"])
        upper.addWidget(self._headline, 1)
        upper.addWidget(self._distance)
        upper.addWidget(self._chevron)
        lower = _box(QHBoxLayout(), self._px(_AIR, 0, 0, 0))
        lower.addWidget(self._remark, 1)
        for key in ROWS:
            lower.addWidget(self._rows[key])
        lines.addLayout(upper)
        lines.addLayout(lower)

    def _add_level(self, column: QVBoxLayout) -> None:
        # The words of the flat button end where the values below it do.
        head = _box(QHBoxLayout(), self._px(EDGE, 0, EDGE - _AIR, 0))
        head.addWidget(self._head)
        head.addStretch()
        head.addWidget(self._formula)
        column.addLayout(head)
        column.addSpacing(round(2 * self._scale))
        column.addWidget(self._rows["level"])
        column.addSpacing(round(2 * self._scale))
        self._add(column, self._headline, 3)
        self._add(column, self._remark, 14)
        self._add(column, self._scale_line, 4)
        line = _box(QHBoxLayout(), self._px(EDGE, 0, EDGE - _AIR, 0))
        line.addWidget(self._distance)
        column.addLayout(line)
        column.addSpacing(round(8 * self._scale))

    def _add_rows(self, column: QVBoxLayout) -> None:
        for key in ROWS:
            column.addWidget(self._rows[key])
        column.addSpacing(round(6 * self._scale))
        self._add(column, self._summary, 0)

    def _add(self, column: QVBoxLayout, widget: QWidget, space: int) -> None:
        # Rows go from edge to edge; what is none is set in to where their words begin.
        row = _box(QHBoxLayout(), self._px(EDGE, 0, EDGE, 0))
        row.addWidget(widget)
        column.addLayout(row)
        column.addSpacing(round(space * self._scale))

    def _show(self, *shown: QWidget) -> None:
        several = (self._title, self._head, self._formula, self._rule, self._scale_line, self._summary)
        for widget in (*several, self._chevron):
            widget.setVisible(widget in shown)

    def _dress_labels(self) -> None:
        theme, scale = self._theme, self._scale
        strip = self._form is Form.STRIP
        small = self._two_lines
        value = Role.NOTE_FIGURES if small else Role.VALUE
        wear = [
            (self._title, Role.HEAD, theme.second),
            (self._head, Role.STRONG, theme.text),
            (self._formula, Role.NOTE, theme.second),
            (self._headline, Role.STRONG if strip else Role.HEADLINE, theme.text),
            (self._remark, Role.NOTE if strip else Role.INTERFACE, theme.second),
            (self._summary, Role.NOTE, theme.second),
            *((self._names[key], Role.NOTE if strip else Role.NAME, theme.second) for key in ROWS),
            *((self._values[key], value, theme.text) for key in ROWS),
        ]
        for label, role, colour in wear:
            label.setFont(font(role, scale))
            ink(label, colour)
        self._level.set_roles(*((Role.STRIP_LEVEL, Role.STRIP_DECIMALS) if strip else (Role.LEVEL, Role.DECIMALS)))
        limit = round(230 * scale) if strip and not small else 16777215
        for label in (self._headline, self._remark):
            label.setWordWrap(not strip)
            label.setMaximumWidth(limit)
        side = Qt.AlignmentFlag.AlignLeft if strip and not small else Qt.AlignmentFlag.AlignRight
        for key in ROWS:
            self._values[key].setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._values[key].setMinimumWidth(0 if small else round(44 * scale))
        self._shape_rows()
        self._scale_line.set_ticks(shown=not strip)
        self._distance.set_shape(brief=small, leading=strip)
        self._distance.setMaximumWidth(round(270 * scale) if strip and not small else 16777215)
        self._rule.setFixedHeight(max(1, round(scale)))
        self._dress_chevron()

    def _shape_rows(self) -> None:
        strip, small = self._form is Form.STRIP, self._two_lines
        across, upwards = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        over = (1 if small else 4) if strip else 6
        beside = _AIR if strip else EDGE
        air = (beside, over, beside, over)
        self._rows["level"].set_shape(across, air, 0, wide=not strip)
        for key in ROWS:
            direction = upwards if strip and not small else across
            self._rows[key].set_shape(direction, air, 2 if strip and not small else 6, wide=not strip)

    def _dress_chevron(self) -> None:
        folded = self._form is Form.STRIP
        size = round(18 * self._scale)
        self._chevron.setIcon(self._theme.icon("chevron-up" if folded else "chevron-down", size=size))
        self._chevron.setIconSize(QSize(size, size))
        words = _("Show all facts") if folded else _("Fold the facts")
        self._chevron.setToolTip(words)
        self._chevron.setAccessibleName(words)

    def _px(self, *sizes: int) -> tuple[int, ...]:
        return tuple(round(size * self._scale) for size in sizes)


def _box(layout: Box, margins: tuple[int, ...] = (0, 0, 0, 0), spacing: int = 0) -> Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout
