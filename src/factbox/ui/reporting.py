"""Carries reports to the Fact Box, and asks the worker what the reader of the Fact Box asks."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from factbox.metrics.explain import Explanation
from factbox.metrics.goals import Goal
from factbox.metrics.report import Report
from factbox.session.analyst import Analyst
from factbox.session.choices import Choices
from factbox.session.companion import Companion
from factbox.session.consultant import Consultant
from factbox.session.settings import Settings, SettingsStore
from factbox.translation import _
from factbox.ui.counted import Counted
from factbox.ui.factbox import FactBox
from factbox.ui.goal import GoalPicker
from factbox.ui.panels import Panels
from factbox.ui.spread import Spread
from factbox.ui.statusline import StatusLine


class Reporting(QObject):
    """Stands between the Fact Box and those who count for it.

    Signals:
        asked: The key of the fact to explain from now on, or nothing.
        chosen: How to count from now on, a Counting.
        aimed: What to write for from now on, a Goal or None.
        dropped: The keys of the steps that the plan is not to propose, a frozenset.
    """

    asked = Signal(str)
    chosen = Signal(object)
    aimed = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        *,
        analyst: Analyst,
        factbox: FactBox,
        counted: Counted,
        panels: Panels,
        goals: GoalPicker,
        spread: Spread,
        status: StatusLine,
        companion: Companion,
        consultant: Consultant,
        store: SettingsStore,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._factbox, self._counted, self._panels = factbox, counted, panels
        self._goals, self._spread, self._status = goals, spread, status
        self._companion, self._store = companion, store
        # The fact that is being explained.
        self._fact = ""
        self.chosen.connect(analyst.count)
        self.asked.connect(analyst.explain)
        self.aimed.connect(analyst.adviser.aim)
        self.dropped.connect(analyst.adviser.reject)
        analyst.reported.connect(self._on_reported)
        analyst.explained.connect(self._on_explained)
        analyst.failed.connect(self._on_failed)
        factbox.opened.connect(self._on_opened)
        factbox.formula_chosen.connect(lambda key: store.change(formula=key))
        factbox.goal_asked.connect(self.ask_goal)
        goals.chosen.connect(self.aim)
        goals.kept.connect(store.memory.keep_goals)
        counted.closed.connect(self._on_closed)
        counted.opinion_asked.connect(consultant.consult)
        consultant.opined.connect(counted.show_opinions)
        consultant.failed.connect(status.show_message)
        companion.changed.connect(self._on_choices)
        store.changed.connect(self._count_by)
        self._count_by(store.settings)

    @Slot()
    def ask_goal(self) -> None:
        """Ask what to write for, below the button that shows it."""
        self._store.change(side=True)
        self._goals.open_below(
            self._factbox.goal_button, self._companion.choices.goal, self._store.memory.saved_goals
        )

    @Slot()
    def copy_facts(self) -> None:
        """Put the Fact Box on the clipboard, in words."""
        QGuiApplication.clipboard().setText(self._factbox.as_text())
        self._status.show_message(_("The Fact Box is on the clipboard."))

    @Slot(object)
    def _count_by(self, settings: Settings) -> None:
        self.chosen.emit(replace(settings.counting, exempt=self._companion.choices.exempt))

    @Slot(object)
    def _on_reported(self, report: Report) -> None:
        self._factbox.show_report(report)
        self._panels.show_standing(self._factbox.standing)

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        self._factbox.show_goal(choices.goal)
        self._panels.show_standing(self._factbox.standing)
        self.aimed.emit(choices.goal)
        self.dropped.emit(choices.rejected)
        self._count_by(self._store.settings)

    @Slot(object)
    def aim(self, goal: Goal | None) -> None:
        """Write for a goal from now on, or for none."""
        self._store.memory.remember_goal(goal)
        self._companion.change(goal=goal)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        self._fact = key
        self.asked.emit(key)

    @Slot(object)
    def _on_explained(self, explanation: Explanation) -> None:
        if explanation.key != self._fact:
            # It was closed while this was on its way.
            return
        self._counted.show_explanation(explanation)
        self._spread.open_counted(True)

    @Slot()
    def _on_closed(self) -> None:
        self._fact = ""
        self.asked.emit("")

    @Slot(str)
    def _on_failed(self, error: str) -> None:
        self._status.show_message(_("Something could not be worked out: {error}").format(error=error))
