"""The Adviser: thinks on what the window asks about a text, in the analyst's thread and after its reports."""

import importlib
import time
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from factbox.document import Block, Splice
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Guidance, Question, Summary, WordList
from factbox.metrics.ledger import Ledger
from factbox.metrics.report import Counting

# Seconds: how long to think before whoever types is heard.
SLICE = 0.004
# Milliseconds without an edit before the doors are told anything; the words up to which they are told it unasked.
_REST, _LONG = 400, 50_000


class Adviser(QObject):
    """Answers a question about the text again and again, as the text changes.

    A thought that an edit makes pointless is given up. The facts come first: the analyst calls `attend` behind
    every exact report, and `drop` before it books an edit.

    Signals:
        guided: What the panels and the marks show, a Guidance.
        summed: What the panels would show, a Summary; None for a long text, which is not read through unasked.
        gathered: The hard words for a handout, a tuple of Gloss.
        selected: The facts of the selected text, a Report; None when nothing is selected.
        failed: Something could not be answered; tells why.
    """

    guided = Signal(object)
    summed = Signal(object)
    gathered = Signal(object)
    selected = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ledger: Ledger | None = None
        self._guide: Any = None
        self._goal: Goal | None = None
        self._rejected: frozenset[str] = frozenset()
        self._lists: tuple[WordList, ...] = ()
        self._question: Question | None = None
        self._summing = True
        self._gathering = False
        self._thought: Iterator[object] | None = None
        self._selection: tuple[Block, ...] = ()
        self._excerpt: Ledger | None = None
        self._counted: Counting | None = None
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._work)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._sum_up)

    @Slot(object)
    def aim(self, goal: Goal | None) -> None:
        """Guide to a goal from now on, or to none."""
        self._goal = goal
        self._begin()

    @Slot(object)
    def reject(self, steps: frozenset[str]) -> None:
        """Leave the steps with these keys out of the plan from now on."""
        self._rejected = steps
        self._begin()

    @Slot(object)
    def know(self, lists: tuple[WordList, ...]) -> None:
        """Compare the text with the user's own lists of words from now on."""
        self._lists = lists
        self._begin()

    @Slot(object)
    def ask(self, question: Question | None) -> None:
        """Answer a question from now on; none, if it is None."""
        self._question = question
        self._begin()

    @Slot(bool)
    def sum_up(self, wanted: bool) -> None:  # noqa: FBT001  # a slot of a switch
        """Tell a Summary whenever the text rests, as at first, or no more."""
        self._summing = wanted
        self._begin()

    @Slot()
    def gather(self) -> None:
        """Gather the hard words of the text, once."""
        self._gathering = True
        self._begin()

    @Slot(object)
    def select(self, blocks: tuple[Block, ...]) -> None:
        """Tell the facts of a selected text; nothing is selected if there are no blocks."""
        self._selection, self._counted = blocks, None
        if not blocks:
            self._excerpt = None
            self.selected.emit(None)
        self._count_selection()

    def attend(self, ledger: Ledger) -> None:
        """Think on a ledger that has nothing pending, from the next turn on."""
        if ledger is not self._ledger:
            self._ledger, self._guide = ledger, None
        self._count_selection()
        self._begin()

    def drop(self) -> None:
        """Give up what was thought of a text that changes now."""
        self._thought = None
        self._rest.stop()

    def stop(self) -> None:
        """Think no more; call it in the thread it lives in."""
        self._turn.stop()
        self._rest.stop()

    def _count_selection(self) -> None:
        """Count the selected text, unless that was done in the same way."""
        if self._ledger is None or not self._selection or self._counted == self._ledger.counting:
            return
        self._counted = self._ledger.counting
        self._excerpt = Ledger(counting=self._counted)
        self._excerpt.apply(Splice(0, 0, self._selection))
        self._turn.start()

    def _begin(self) -> None:
        self._thought = None
        self._rest.stop()
        if self._ledger is None or self._ledger.pending:
            return
        if self._question is not None:
            self._think(self._guide_to(self._ledger).think(self._question))
        else:
            self._gather()
        if self._summing:
            self._rest.start()

    def _guide_to(self, ledger: Ledger) -> Any:
        if self._guide is None:
            # By name: the start does without what nobody has asked for.
            self._guide = importlib.import_module("factbox.metrics.guide").Guide(ledger)
        self._guide.aim(self._goal)
        self._guide.reject(self._rejected)
        self._guide.know(self._lists)
        return self._guide

    def _think(self, thought: Iterator[object]) -> None:
        self._thought = thought
        self._turn.start()

    def _gather(self) -> None:
        if self._gathering and self._ledger is not None:
            self._think(self._guide_to(self._ledger).gather())

    @Slot()
    def _sum_up(self) -> None:
        """Think of the doors when nothing more urgent is thought of."""
        if self._ledger is None or self._ledger.pending:
            return
        if self._thought is not None:
            self._rest.start()
        elif self._ledger.judged.words > _LONG:
            self.summed.emit(None)
        else:
            self._think(self._guide_to(self._ledger).sum_up())

    @Slot()
    def _work(self) -> None:
        started = time.perf_counter()
        try:
            while time.perf_counter() - started < SLICE and self._think_on():
                pass
        except Exception as error:  # noqa: BLE001  # whatever it is, the window must hear of it
            self._thought = self._excerpt = None
            self._gathering = False
            self.failed.emit(f"{type(error).__name__}: {error}")
        if self._thought is not None or self._excerpt is not None:
            self._turn.start()

    def _think_on(self) -> bool:
        """Do a little; give whether there is more to do."""
        if self._excerpt is not None:
            if self._excerpt.pending:
                self._excerpt.measure_next()
            else:
                self.selected.emit(self._excerpt.report())
                self._excerpt = None
            return True
        if self._thought is None:
            return False
        answer = next(self._thought, _END)
        if answer is _END:
            self._thought = None
            self._gather()
        elif isinstance(answer, Guidance):
            self.guided.emit(answer)
        elif isinstance(answer, Summary):
            self.summed.emit(answer)
        elif isinstance(answer, tuple):
            self._gathering = False
            self.gathered.emit(answer)
        return self._thought is not None


_END = object()
