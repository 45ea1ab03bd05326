"""The Adviser: thinks on what the window asks about a text, in the analyst's thread and after its reports."""

import importlib
from typing import Any

from PySide6.QtCore import Signal, Slot

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Guidance, Question, Summary, WordList
from factbox.metrics.ledger import Ledger
from factbox.session.thinker import Thinker

# Milliseconds without an edit before the doors are told anything; the words up to which they are told it unasked.
_REST, _LONG = 400, 50_000


class Adviser(Thinker):
    """Answers a question about the text again and again, as the text changes.

    Signals:
        guided: What the panels and the marks show, a Guidance.
        summed: What the panels would show, a Summary; None for a long text, which is not read through unasked.
        gathered: The hard words for a handout, a tuple of Gloss.
    """

    guided = Signal(object)
    summed = Signal(object)
    gathered = Signal(object)

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
        self._rest.setInterval(_REST)
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

    def attend(self, ledger: Ledger) -> None:
        """Think on a ledger that has nothing pending, from the next turn on."""
        if ledger is not self._ledger:
            self._ledger, self._guide = ledger, None
        self._begin()

    def answer(self, answer: object) -> None:
        """Tell an answer by what it is."""
        if isinstance(answer, Guidance):
            self.guided.emit(answer)
        elif isinstance(answer, Summary):
            self.summed.emit(answer)
        elif isinstance(answer, tuple):
            self._gathering = False
            self.gathered.emit(answer)

    def rest(self) -> None:
        """Gather what is wanted for a handout when the question is answered."""
        self.tell_failures()
        self._gather()

    def give_up(self) -> None:
        """Gather no more: what failed would fail again."""
        self._gathering = False

    def _begin(self) -> None:
        self.drop()
        if self._ledger is None or self._ledger.pending:
            return
        if self._question is not None:
            self.think(self._guide_to(self._ledger).think(self._question))
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

    def _gather(self) -> None:
        if self._gathering and self._ledger is not None:
            self.think(self._guide_to(self._ledger).gather())

    @Slot()
    def _sum_up(self) -> None:
        """Think of the doors when nothing more urgent is thought of."""
        if self._ledger is None or self._ledger.pending:
            return
        if self.is_thinking:
            self._rest.start()
        elif self._ledger.judged.words > _LONG:
            self.summed.emit(None)
        else:
            self.think(self._guide_to(self._ledger).sum_up())
