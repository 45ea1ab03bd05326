"""The Fact Box: Level, Tokens, Types and TTR, beside the text, as a strip below it, or as a sheet over it."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QWidget

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Panel, Summary
from factbox.metrics.report import Report, report
from factbox.metrics.tally import Tally
from factbox.translation import _, decimal, named
from factbox.ui.choice import FormulaChoice
from factbox.ui.distance import DistanceLine
from factbox.ui.doors import Doors
from factbox.ui.forms import Arrangement, Form, Parts, is_narrow
from factbox.ui.labels import Level, Line, Value, say
from factbox.ui.rows import FactRow
from factbox.ui.scale import Scale
from factbox.ui.theme import Theme

ROWS = ("tokens", "types", "ttr")


@dataclass(frozen=True, slots=True)
class Beside:
    """The figures of another text, to be read beside those of this one.

    Attributes:
        figures: Its figures as they are shown, by the key of the fact; that of the Level with words of its own.
        line: All of them in one line, where there is no room for a column.
        changes: The differences, by the key of the fact.
        note: What to know about them.
        place: The Level of the other text, for the scale; None where none is to be shown.
    """

    figures: Mapping[str, str]
    line: str
    changes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    place: float | None = None


class FactBox(QWidget):
    """Shows a Report; the figures change in place and nothing else moves.

    Signals:
        unfolded: The reader asked for the sheet (True) or for the strip again (False).
        opened: The key of the fact whose count the reader wants to see.
        formula_chosen: The key of the formula that the reader wants the Level by.
        goal_asked: The reader wants to choose a goal.
        panel_asked: The Panel that the reader wants to see.
        reshaped: It needs more room than before, or less.
    """

    unfolded = Signal(bool)
    opened = Signal(str)
    formula_chosen = Signal(str)
    goal_asked = Signal()
    panel_asked = Signal(object)
    reshaped = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factbox")
        self.setAccessibleName(_("Fact Box"))
        self.setAutoFillBackground(True)
        self._theme, self._scale = theme, scale
        self._form = Form.SIDE
        self._narrow = False
        self._goal: Goal | None = None
        # The figures of a selection, and those of an original.
        self._selection: Beside | None = None
        self._original: Beside | None = None
        self._aim: float | None = None
        self._reason = Qt.FocusReason.ShortcutFocusReason
        self._parts = self._made(theme, scale)
        self._arrangement = Arrangement(self, self._parts)
        self._parts.summary.setWordWrap(True)
        self._parts.formula.chosen.connect(self.formula_chosen)
        self._parts.distance.asked.connect(self.goal_asked)
        self._parts.doors.chosen.connect(self.panel_asked)
        self._parts.chevron.setObjectName("fold")
        self._parts.chevron.clicked.connect(self._on_chevron)
        for key, row in self._parts.rows.items():
            row.clicked.connect(partial(self._on_opened, key))
        self._report = report(Tally(), 0)
        self.set_theme(theme, scale)
        self.show_report(self._report)

    def _made(self, theme: Theme, scale: float) -> Parts:
        # In this order the Tab key goes from one to the next.
        title, head = QLabel(_("Fact Box"), self), QLabel(self)
        formula = FormulaChoice(theme, scale, self)
        level = Level(theme, scale, self)
        headline, remark, unspared, line = Line(self), Line(self), Line(self), Scale(theme, scale, self)
        distance = DistanceLine(theme, scale, self)
        names = {key: QLabel(self) for key in ROWS}
        values = {key: Value(key, self) for key in ROWS}
        rows = {"level": FactRow(level, theme, scale, self)}
        rows |= {key: FactRow(values[key], theme, scale, self, names[key]) for key in ROWS}
        return Parts(
            title=title,
            head=head,
            formula=formula,
            level=level,
            headline=headline,
            remark=remark,
            unspared=unspared,
            scale=line,
            distance=distance,
            rules=(QFrame(self), QFrame(self)),
            names=names,
            values=values,
            rows=rows,
            summary=Line(self),
            doors=Doors(theme, scale, self),
            chevron=QToolButton(self),
        )

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self.setPalette(palette)
        parts = self._parts
        for row in parts.rows.values():
            row.set_theme(theme, scale)
        parts.level.set_theme(theme, scale)
        parts.scale.set_theme(theme, scale)
        parts.distance.set_theme(theme, scale)
        parts.formula.set_theme(theme, scale)
        parts.doors.set_theme(theme, scale)
        parts.chevron.setStyleSheet(theme.stylesheet(scale))
        for rule in parts.rules:
            rule.setStyleSheet(f"background: {theme.hairline.name()}; border: none;")
        self._arrange()

    def show_report(self, shown: Report) -> None:
        """Show a Report; only what differs from the last one is touched."""
        self._report = shown
        parts = self._parts
        for fact in shown.facts:
            parts.rows[fact.key].show_fact(fact)
            if fact.key == "level":
                say(parts.head, fact.label)
        parts.level.set_rough(rough=shown.rough)
        parts.scale.show_level(shown.level, shown.level_low, shown.level_high, rough=shown.rough)
        parts.distance.show_distance(shown.level, self._goal)
        parts.formula.show_formula(shown.formula)
        say(parts.headline, shown.headline)
        self._say_notes()

    def show_goal(self, goal: Goal | None) -> None:
        """Show a goal on the scale and how far the Level is from it, or neither."""
        self._goal = goal
        self._parts.scale.show_goal(goal)
        self._parts.distance.show_distance(self._report.level, goal)
        self.reshaped.emit()

    def show_aim(self, level: float | None) -> None:
        """Show a hollow ring on the scale where a plan ends, or none."""
        self._aim = level
        self._show_ring()

    def show_summary(self, summary: Summary | None) -> None:
        """Say at the doors what is behind them."""
        self._parts.doors.show_summary(summary)

    def show_doors(self, panels: Collection[Panel]) -> None:
        """Show the doors to some panels only."""
        self._parts.doors.show_doors(panels)

    def show_result(self, panel: Panel, result: str) -> None:
        """Say what is behind one door."""
        self._parts.doors.show_result(panel, result)

    def show_selection(self, beside: Beside | None) -> None:
        """Show a selection's figures beside these: in a column, or in a line where there is no room for one."""
        if beside != self._selection:
            self._selection = beside
            self._show_beside()

    def show_original(self, beside: Beside | None) -> None:
        """Show the figures of an original beside these, unless there is a selection."""
        if beside != self._original:
            self._original = beside
            self._show_beside()
            self._show_ring()

    @property
    def _beside(self) -> Beside | None:
        return self._selection or self._original

    def _show_beside(self) -> None:
        beside = self._beside
        for key, row in self._parts.rows.items():
            figures, changes = (beside.figures, beside.changes) if beside is not None else ({}, {})
            row.show_beside(figures.get(key, ""), changes.get(key, ""))
        self._say_notes()
        self.reshaped.emit()

    def _show_ring(self) -> None:
        place = self._original.place if self._original is not None else None
        self._parts.scale.show_ring(self._aim if self._aim is not None else place, is_aim=self._aim is not None)

    @property
    def goal_button(self) -> QWidget:
        """What the choice of a goal opens below."""
        return self._parts.distance.goal_button

    @property
    def formulas(self) -> QMenu:
        """The menu of formulas that may give the Level."""
        return self._parts.formula.menu_of_formulas

    @property
    def standing(self) -> str:
        """The Level, and how far it is from the goal, in one line."""
        level = self._report.facts[0]
        return " · ".join(filter(None, (f"{level.label} {level.text}", self._parts.distance.words)))

    def as_text(self) -> str:
        """Give the facts as lines of text, for the clipboard and for screen readers."""
        return "\n".join(named(fact.label, fact.text) for fact in self._report.facts)

    def as_sentence(self) -> str:
        """Say the facts, and how far the Level is from the goal, in one breath."""
        level, *others = (f"{fact.label} {fact.text}" for fact in self._report.facts)
        return ", ".join(filter(None, (level, self._parts.distance.words, *others)))

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
        narrow = form in {Form.STRIP, Form.SHEET} and is_narrow(width, self._scale)
        if (form, narrow) == (self._form, self._narrow):
            return
        self._form, self._narrow = form, narrow
        self._arrange()
        self._say_notes()

    def strip_height(self, width: int) -> int:
        """Give the height of the strip for a width of the window."""
        return round((76 if is_narrow(width, self._scale) else 68) * self._scale)

    def enter(self) -> None:
        """Take the focus, at the Level."""
        self.enter_at("level")

    def enter_at(self, key: str, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Take the focus, at a fact; no ring shows it if the mouse is the reason."""
        self._parts.rows[key].setFocus(reason)

    @property
    def reason(self) -> Qt.FocusReason:
        """How a fact was opened last: by the mouse or by a key."""
        return self._reason

    def _on_opened(self, key: str) -> None:
        self._reason = self._parts.rows[key].reason
        self.opened.emit(key)

    def _on_chevron(self) -> None:
        self.unfolded.emit(self._form is Form.STRIP)

    def _say_notes(self) -> None:
        shown, parts = self._report, self._parts
        note, remark = shown.summary, shown.remark
        if shown.pending:
            # What is to be taken out of the account may be more than there is now.
            most = max(1, shown.blocks, shown.pending)
            done = math.floor(100 * (most - shown.pending) / most)
            note = _("Counting… {share} %").format(share=done)
            remark = note if self._form is Form.STRIP else remark
        elif self._beside is not None and self._form in {Form.STRIP, Form.BRIEF}:
            remark = self._beside.line
        elif self._beside is not None and self._beside.note:
            note = f"{note}\n{self._beside.note}"
        say(parts.summary, note)
        say(parts.remark, remark)
        parts.remark.setToolTip(remark if self._form in {Form.STRIP, Form.BRIEF} else "")
        unspared = shown.level_unspared
        whole = "" if unspared is None else _("{level} with every word counted").format(level=decimal(unspared, 3))
        say(parts.unspared, whole)
        is_told = bool(whole) and self._form is not Form.STRIP
        if is_told == parts.unspared.isHidden():
            parts.unspared.setVisible(is_told)
            self.reshaped.emit()

    def _arrange(self) -> None:
        self._arrangement.take(self._form, self._theme, self._scale, narrow=self._narrow)
