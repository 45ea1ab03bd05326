"""The page of the plan."""

from collections.abc import Hashable

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from factbox.metrics.guidance import Guidance, Plan, Step
from factbox.translation import _, decimal, ngettext, signed
from factbox.ui.labels import Line, ink, say
from factbox.ui.page import Page, verb
from factbox.ui.rowlist import EDGE, Row
from factbox.ui.theme import Role, Theme, font


class PlanPage(Page):
    """The steps to the goal, each with what it does to the Level.

    Signals:
        step_accepted: The Step to do.
        step_rejected: The key of a step that is not to come back.
    """

    step_accepted = Signal(object)
    step_rejected = Signal(str)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan"), theme, scale, parent)
        self._steps: dict[Hashable, Step] = {}
        self._plan = Plan()
        self._accept = verb("", self, main=True)
        self._skip = verb(_("Skip  (Del)"), self)
        self._accept.clicked.connect(self._on_clicked)
        # The second click of a double click is not meant for the next step.
        self._since = QElapsedTimer()
        self._skip.clicked.connect(lambda: self.on_dropped(self.list.key))
        for widget in (self._accept, self._skip):
            self.verbs.add(widget)
        self._end = Line(self)
        self._end.setObjectName("plan_end")
        self._end.setWordWrap(True)
        self.column.addWidget(self._end)
        self.set_heads(_("Change"), _("Level"))
        self.set_theme(theme, scale)
        self._show_verbs(None)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        edge = round(EDGE * scale)
        self._end.setContentsMargins(edge, round(4 * scale), edge, 0)
        self._end.setFont(font(Role.STRONG, scale))
        ink(self._end, theme.text)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the plan; a step is known by what it does and where."""
        if guidance.plan is None:
            return
        self._plan = guidance.plan
        self._steps = {_key(step): step for step in guidance.plan.steps}
        self.show_rows([_row(step) for step in guidance.plan.steps])
        self._show_verbs(self._steps.get(self.list.key))

    def on_chosen(self, key: Hashable) -> None:
        """Show the place of the step."""
        step = self._steps.get(key)
        self._show_verbs(step)
        if step is not None:
            self.spot_chosen.emit(step.spot)

    def on_entered(self, key: Hashable) -> None:
        """Do the step."""
        if key in self._steps:
            self.step_accepted.emit(self._steps[key])

    def _on_clicked(self) -> None:
        if not self._since.isValid() or self._since.hasExpired(QApplication.doubleClickInterval()):
            self.on_entered(self.list.key)
        self._since.start()

    def on_dropped(self, key: Hashable) -> None:
        """Never offer the step again."""
        if key in self._steps:
            self.step_rejected.emit(self._steps[key].key)

    def _show_verbs(self, step: Step | None) -> None:
        for button in (self._accept, self._skip):
            button.setVisible(step is not None)
        if step is not None:
            self._accept.setText(_("Split  (Enter)") if step.kind == "split" else _("Replace  (Enter)"))
            level = _("The Level is then {level}.").format(level=decimal(step.alone, 3))
            self.tell(f"{level} {step.note}." if step.note else level)
        else:
            self.tell("" if self._plan.steps else self._plan.remark)
        say(self._end, _end(self._plan))
        self._end.setVisible(bool(self._plan.steps))


def _end(plan: Plan) -> str:
    if not plan.steps or plan.level is None:
        return ""
    end = ngettext("After {n} edit: {{level}}", "After all {n} edits: {{level}}", len(plan.steps))
    reached = _("within the goal") if plan.reached else plan.remark
    return f"{end.format(level=decimal(plan.level, 2))} · {reached}"


def _key(step: Step) -> Hashable:
    return step.key, step.spot


def _row(step: Step) -> Row:
    note = f"{step.before} | {step.after}" if step.before else step.after
    if step.note and step.kind == "split":
        note = f"{note} · {step.note}"
    figures = (signed(step.change, 2), decimal(step.level, 2))
    return Row(_key(step), step.title, note, figures)
