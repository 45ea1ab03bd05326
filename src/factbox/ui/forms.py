"""The forms of the Fact Box: where its parts stand, and how they are dressed, in each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from factbox.translation import _
from factbox.ui.choice import FormulaChoice
from factbox.ui.distance import DistanceLine
from factbox.ui.doors import Doors
from factbox.ui.labels import Level, Line, Value, ink
from factbox.ui.rows import EDGE, FactRow
from factbox.ui.scale import Scale
from factbox.ui.theme import Role, Theme, font

# Below this width, at text scale 1, the strip takes two lines, and the sheet has no room for the doors.
_TWO_LINES = 700
# What a row has at its sides where it does not go from edge to edge, for its ground, at text scale 1.
_AIR = 6
_NO_LIMIT = 16777215

Box = TypeVar("Box", bound=QBoxLayout)


class Form(Enum):
    """The shapes of the Fact Box."""

    SIDE = "beside the text"
    BRIEF = "beside the text, with a panel below"
    STRIP = "one or two lines at the foot"
    SHEET = "over the lower half"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the Fact Box is made of.

    Attributes:
        title: Its name.
        head: The word Level.
        formula: The choice of the formula.
        level: The figure.
        headline: The Level in words.
        remark: The age and the band.
        unspared: The Level if no word counted as easy.
        scale: The line with the goal.
        distance: How far the goal is.
        rules: The lines between its groups.
        names: The names of the facts, by key.
        values: Their values, by key.
        rows: The buttons that hold them, by key, the Level's too.
        summary: What the Level rests on.
        doors: What leads to the panels.
        chevron: What unfolds the strip and folds the sheet.
    """

    title: QLabel
    head: QLabel
    formula: FormulaChoice
    level: Level
    headline: Line
    remark: Line
    unspared: Line
    scale: Scale
    distance: DistanceLine
    rules: tuple[QFrame, QFrame]
    names: Mapping[str, QLabel]
    values: Mapping[str, Value]
    rows: Mapping[str, FactRow]
    summary: Line
    doors: Doors
    chevron: QToolButton


def is_narrow(width: int, scale: float) -> bool:
    """Tell whether a width is too little for one line of facts."""
    return width < _TWO_LINES * scale


class Arrangement:
    """Lays the parts out in a form; laying out anew is left until something of the form has changed."""

    def __init__(self, box: QWidget, parts: Parts) -> None:
        self._box, self._parts = box, parts
        self._laid: tuple[Form, bool, float] | None = None

    def take(self, form: Form, theme: Theme, scale: float, *, narrow: bool) -> None:
        """Take a form.

        Args:
            form: Where the Fact Box stands.
            theme: The colours.
            scale: The text scale.
            narrow: Whether a strip takes two lines, and a sheet goes without the doors.
        """
        self._form, self._theme, self._scale = form, theme, scale
        self._small = narrow and form is Form.STRIP
        self._dress()
        self._shape_rows()
        wanted = (form, narrow, scale)
        if wanted == self._laid:
            return
        self._laid = wanted
        old = self._box.layout()
        if old is not None:
            shiboken6.delete(old)
        if form is Form.SIDE:
            self._lay_side()
        elif form is Form.BRIEF:
            self._lay_brief()
        elif form is Form.SHEET:
            self._lay_sheet(doors=not narrow)
        elif self._small:
            self._lay_two_lines()
        else:
            self._lay_strip()

    # ------------------------------------------------------------------ the forms

    def _lay_side(self) -> None:
        parts = self._parts
        self._show(parts.title, parts.head, parts.formula, *parts.rules, parts.scale, parts.summary, parts.doors)
        column = _box(QVBoxLayout(self._box), self._px(0, 4, 0, 24))
        self._add(column, parts.title, 12)
        self._add_level(column)
        self._add(column, parts.rules[0], 8)
        self._add_rows(column)
        self._add(column, parts.rules[1], 6, above=8)
        column.addWidget(parts.doors)
        column.addStretch()

    def _lay_brief(self) -> None:
        parts = self._parts
        self._show(parts.title, parts.head, parts.formula, parts.scale)
        column = _box(QVBoxLayout(self._box), self._px(0, 4, 0, 4))
        self._add(column, parts.title, 8)
        self._add_head(column)
        line = _box(QHBoxLayout(), self._px(0, 0, EDGE, 0), round(18 * self._scale))
        line.addWidget(parts.rows["level"])
        words = _box(QVBoxLayout(), spacing=round(2 * self._scale))
        words.addStretch()
        for label in (parts.headline, parts.remark, parts.unspared):
            words.addWidget(label)
        words.addStretch()
        line.addLayout(words, 1)
        column.addLayout(line)
        column.addSpacing(round(4 * self._scale))
        self._add_scale(column)
        facts = _box(QHBoxLayout(), self._px(EDGE - _AIR, 4, EDGE - _AIR, 4))
        for key in parts.values:
            facts.addWidget(parts.rows[key])
            facts.addStretch()
        column.addLayout(facts)

    def _lay_sheet(self, *, doors: bool) -> None:
        parts = self._parts
        several = (parts.title, parts.head, parts.formula, parts.scale, parts.summary, parts.chevron)
        self._show(*several, *((parts.doors,) if doors else ()))
        whole = _box(QVBoxLayout(self._box), self._px(0, 12, 0, 16), round(6 * self._scale))
        top = _box(QHBoxLayout(), self._px(EDGE, 0, 16, 0))
        top.addWidget(parts.title)
        top.addStretch()
        top.addWidget(parts.chevron)
        left, middle = _box(QVBoxLayout()), _box(QVBoxLayout())
        self._add_level(left)
        left.addStretch()
        self._add_rows(middle)
        middle.addStretch()
        columns = _box(QHBoxLayout())
        columns.addLayout(left, 5)
        columns.addLayout(middle, 3)
        if doors:
            right = _box(QVBoxLayout())
            right.addWidget(parts.doors)
            right.addStretch()
            columns.addLayout(right, 4)
        whole.addLayout(top)
        whole.addLayout(columns, 1)

    def _lay_strip(self) -> None:
        parts = self._parts
        self._show(parts.scale, parts.chevron)
        row = _box(QHBoxLayout(self._box), self._px(20 - _AIR, 0, 12, 0), round(14 * self._scale))
        row.addWidget(parts.rows["level"])
        words = _box(QVBoxLayout(), spacing=round(3 * self._scale))
        words.addStretch()
        for widget in (parts.headline, parts.remark, parts.distance):
            words.addWidget(widget)
        words.addStretch()
        row.addLayout(words)
        row.addWidget(parts.scale, 1)
        for key in parts.values:
            row.addWidget(parts.rows[key])
        row.addWidget(parts.chevron)

    def _lay_two_lines(self) -> None:
        parts = self._parts
        self._show(parts.chevron)
        lines = _box(QVBoxLayout(self._box), self._px(20 - _AIR, 4, 12, 6), round(2 * self._scale))
        upper = _box(QHBoxLayout(), spacing=round(10 * self._scale))
        upper.addWidget(parts.rows["level"])
        upper.addWidget(parts.headline, 1)
        upper.addWidget(parts.distance)
        upper.addWidget(parts.chevron)
        lower = _box(QHBoxLayout(), self._px(_AIR, 0, 0, 0))
        lower.addWidget(parts.remark, 1)
        for key in parts.values:
            lower.addWidget(parts.rows[key])
        lines.addLayout(upper)
        lines.addLayout(lower)

    # ------------------------------------------------------------------ what several forms have

    def _add_head(self, column: QVBoxLayout) -> None:
        # The words of the flat button end where the values below it do.
        head = _box(QHBoxLayout(), self._px(EDGE, 0, EDGE - _AIR, 0))
        head.addWidget(self._parts.head)
        head.addStretch()
        head.addWidget(self._parts.formula)
        column.addLayout(head)
        column.addSpacing(round(2 * self._scale))

    def _add_level(self, column: QVBoxLayout) -> None:
        parts = self._parts
        self._add_head(column)
        column.addWidget(parts.rows["level"])
        column.addSpacing(round(2 * self._scale))
        self._add(column, parts.headline, 3)
        self._add(column, parts.remark, 2)
        self._add(column, parts.unspared, 12)
        self._add_scale(column)

    def _add_scale(self, column: QVBoxLayout) -> None:
        self._add(column, self._parts.scale, 4)
        line = _box(QHBoxLayout(), self._px(EDGE, 0, EDGE - _AIR, 0))
        line.addWidget(self._parts.distance)
        column.addLayout(line)
        column.addSpacing(round((4 if self._form is Form.BRIEF else 8) * self._scale))

    def _add_rows(self, column: QVBoxLayout) -> None:
        for key in self._parts.values:
            column.addWidget(self._parts.rows[key])
        column.addSpacing(round(6 * self._scale))
        self._add(column, self._parts.summary, 0)

    def _add(self, column: QVBoxLayout, widget: QWidget, space: int, *, above: int = 0) -> None:
        # Rows go from edge to edge; what is none is set in to where their words begin.
        row = _box(QHBoxLayout(), self._px(EDGE, above, EDGE, 0))
        row.addWidget(widget)
        column.addLayout(row)
        column.addSpacing(round(space * self._scale))

    def _show(self, *shown: QWidget) -> None:
        parts = self._parts
        several = (parts.title, parts.head, parts.formula, *parts.rules, parts.scale, parts.summary, parts.doors)
        for widget in (*several, parts.chevron):
            widget.setVisible(widget in shown)

    # ------------------------------------------------------------------ the dress

    def _dress(self) -> None:
        parts, theme, scale = self._parts, self._theme, self._scale
        brief, strip = self._form is Form.BRIEF, self._form is Form.STRIP
        across = brief or strip
        value = Role.NOTE_FIGURES if self._small else Role.VALUE
        wear = [
            (parts.title, Role.HEAD, theme.second),
            (parts.head, Role.STRONG, theme.text),
            (parts.formula, Role.NOTE, theme.second),
            (parts.headline, Role.STRONG if across else Role.HEADLINE, theme.text),
            (parts.remark, Role.NOTE if across else Role.INTERFACE, theme.second),
            (parts.unspared, Role.NOTE, theme.second),
            (parts.summary, Role.NOTE, theme.second),
            *((name, Role.NOTE if across else Role.NAME, theme.second) for name in parts.names.values()),
            *((each, value, theme.text) for each in parts.values.values()),
        ]
        for label, role, colour in wear:
            label.setFont(font(role, scale))
            ink(label, colour)
        whole, decimals = {
            Form.STRIP: (Role.STRIP_LEVEL, Role.STRIP_DECIMALS),
            Form.BRIEF: (Role.PART_LEVEL, Role.PART_DECIMALS),
        }.get(self._form, (Role.LEVEL, Role.DECIMALS))
        parts.level.set_roles(whole, decimals)
        limit = round(230 * scale) if strip and not self._small else _NO_LIMIT
        for line in (parts.headline, parts.remark, parts.unspared):
            line.setWordWrap(not across or (brief and line is parts.remark))
            line.setMaximumWidth(limit)
        side = Qt.AlignmentFlag.AlignLeft if across and not self._small else Qt.AlignmentFlag.AlignRight
        for each in parts.values.values():
            each.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            each.setMinimumWidth(0 if self._small else round(44 * scale))
        parts.scale.set_ticks(shown=not strip)
        parts.distance.set_shape(brief=self._small, leading=strip)
        parts.distance.setMaximumWidth(round(270 * scale) if strip and not self._small else _NO_LIMIT)
        for rule in parts.rules:
            rule.setFixedHeight(max(1, round(scale)))
        self._dress_chevron()

    def _shape_rows(self) -> None:
        strip, brief, small = self._form is Form.STRIP, self._form is Form.BRIEF, self._small
        across, upwards = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        over = (1 if small else 4) if strip else 4 if brief else 6
        beside = _AIR if strip or brief else EDGE
        air = (beside, over, beside, over)
        rows = self._parts.rows
        # Above a panel the Level has its words at its right, and still begins where all words do.
        rows["level"].set_shape(across, (EDGE, over, 0, over) if brief else air, 0, wide=not strip and not brief)
        stacked = (strip or brief) and not small
        for key in self._parts.values:
            direction = upwards if stacked else across
            rows[key].set_shape(direction, air, 2 if stacked else 6, wide=not strip and not brief)

    def _dress_chevron(self) -> None:
        chevron, folded = self._parts.chevron, self._form is Form.STRIP
        size = round(18 * self._scale)
        chevron.setIcon(self._theme.icon("chevron-up" if folded else "chevron-down", size=size))
        chevron.setIconSize(QSize(size, size))
        words = _("Show all facts") if folded else _("Fold the facts")
        chevron.setToolTip(words)
        chevron.setAccessibleName(words)

    def _px(self, *sizes: int) -> tuple[int, ...]:
        return tuple(round(size * self._scale) for size in sizes)


def _box(layout: Box, margins: tuple[int, ...] = (0, 0, 0, 0), spacing: int = 0) -> Box:
    left, top, right, bottom = margins
    # Qt mirrors what is in a layout, and not its margins.
    layout.setContentsMargins(*((right, top, left, bottom) if QGuiApplication.isRightToLeft() else margins))
    layout.setSpacing(spacing)
    return layout
