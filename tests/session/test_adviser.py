"""Tests of the Adviser."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from factbox.document import Block, Splice
from factbox.metrics import splits
from factbox.metrics.cuts import Cut
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Gloss, Guidance, Panel, Question, Summary
from factbox.metrics.ledger import settle
from factbox.metrics.report import Counting, Report
from factbox.session.analyst import Analyst

HARD = (
    "The committee examined the proposal for a considerable time, and it recommended that the municipal "
    "administration should construct an additional library in the immediate neighbourhood of the residence. "
)


class Desk(QObject):
    """Asks as the window does, and gets answers in the window's thread."""

    edited = Signal(object)
    aimed = Signal(object)
    asked = Signal(object)
    rejected = Signal(object)
    chose = Signal(object)
    resting = Signal(bool)
    wanted = Signal()
    counted = Signal(object)

    def __init__(self, analyst: Analyst) -> None:
        super().__init__()
        self.answers: list[Guidance] = []
        self.selections: list[Report | None] = []
        self.summaries: list[Summary | None] = []
        self.glossaries: list[tuple[Gloss, ...]] = []
        self.edited.connect(analyst.revise)
        self.aimed.connect(analyst.adviser.aim)
        self.asked.connect(analyst.adviser.ask)
        self.rejected.connect(analyst.adviser.reject)
        self.chose.connect(analyst.sampler.select)
        analyst.adviser.guided.connect(self.note)
        analyst.sampler.sampled.connect(self.read)
        self.resting.connect(analyst.adviser.sum_up)
        self.wanted.connect(analyst.adviser.gather)
        self.counted.connect(analyst.count)
        self.errors: list[str] = []
        analyst.adviser.failed.connect(self.complain)
        analyst.adviser.summed.connect(self.sum_up)
        analyst.adviser.gathered.connect(self.gather)

    @Slot(object)
    def note(self, answer: Guidance) -> None:
        """Keep an answer."""
        self.answers.append(answer)

    @Slot(object)
    def read(self, report: Report | None) -> None:
        """Keep the facts of a selection."""
        self.selections.append(report)

    @Slot(str)
    def complain(self, error: str) -> None:
        """Keep an error."""
        self.errors.append(error)

    @Slot(object)
    def sum_up(self, summary: Summary | None) -> None:
        """Keep a summary."""
        self.summaries.append(summary)

    @Slot(object)
    def gather(self, glosses: tuple[Gloss, ...]) -> None:
        """Keep a glossary."""
        self.glossaries.append(glosses)

    def knows(self, revision: int) -> bool:
        """Tell whether the last answer speaks of a revision."""
        return bool(self.answers) and self.answers[-1].revision == revision


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    """Give the other end of an analyst at work, and stop it."""
    assert qapp is not None
    analyst = Analyst()
    found = Desk(analyst)
    analyst.start()
    yield found
    analyst.stop()


def test_a_question_is_answered_after_every_edit(desk: Desk, qtbot: QtBot) -> None:
    """What was asked once is told of every text that follows, and of nothing when nobody asks any more."""
    desk.asked.emit(Question(panels=frozenset({Panel.SENTENCES})))
    for revision in (1, 2, 3):
        desk.edited.emit(Splice(0, int(revision > 1), (Block(HARD * revision),), revision))
        qtbot.waitUntil(lambda revision=revision: desk.knows(revision))  # type: ignore[misc]  # bound at once
        assert desk.answers[-1].sentences is not None
        assert len(desk.answers[-1].sentences) == revision
    desk.asked.emit(None)
    count = len(desk.answers)
    desk.edited.emit(Splice(0, 1, (Block("It rained."),), 4))
    desk.chose.emit((Block("Two words."),))
    qtbot.waitUntil(lambda: len(desk.selections) == 1)
    assert len(desk.answers) == count


def test_a_rule_that_fails_is_told_once(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is there all the same, with what the other rules find."""

    def fail(_sentence: object) -> list[Cut]:
        raise IndexError

    broken = replace(splits._RULES[0], cuts=fail)
    monkeypatch.setattr(splits, "_RULES", (broken, *splits._RULES[1:]))
    splits.splits.cache_clear()
    desk.aimed.emit(Goal(Aim.GRADE, 5))
    desk.asked.emit(Question(panels=frozenset({Panel.PLAN, Panel.SENTENCES})))
    for revision in (1, 2):
        desk.edited.emit(Splice(0, int(revision > 1), (Block(HARD * revision),), revision))
        qtbot.waitUntil(lambda revision=revision: desk.knows(revision) and desk.answers[-1].plan is not None)  # type: ignore[misc]  # bound at once
    qtbot.waitUntil(lambda: bool(desk.errors))
    splits.splits.cache_clear()
    assert desk.errors == [f"the rule “{broken.name}” (IndexError). What the others find is there"]


def test_the_plan_comes_behind_the_rest(desk: Desk, qtbot: QtBot) -> None:
    """Lists and marks do not wait for the plan; another goal or a rejected step makes another plan."""
    desk.aimed.emit(Goal(Aim.GRADE, 12))
    desk.asked.emit(Question(panels=frozenset({Panel.PLAN, Panel.WORDS})))
    desk.edited.emit(Splice(0, 0, (Block(HARD * 3),), 1))
    qtbot.waitUntil(lambda: bool(desk.answers) and desk.answers[-1].plan is not None)
    assert desk.answers[0].plan is None
    assert desk.answers[0].words
    plan = desk.answers[-1].plan
    assert plan is not None
    assert plan.steps
    gone = plan.steps[0].key
    desk.rejected.emit(frozenset({gone}))
    qtbot.waitUntil(lambda: gone not in {step.key for step in (desk.answers[-1].plan or plan).steps})


def test_a_text_at_rest_is_summed_up(desk: Desk, qtbot: QtBot) -> None:
    """Without a question the doors are told of the last edit, first without the plan, then with it."""
    desk.aimed.emit(Goal(Aim.GRADE, 5))
    desk.resting.emit(True)
    for revision in (1, 2, 3):
        desk.edited.emit(Splice(0, int(revision > 1), (Block(HARD * revision),), revision))
    qtbot.waitUntil(lambda: len(desk.summaries) == 2)
    first, last = desk.summaries
    assert first is not None
    assert last is not None
    assert (first.revision, last.revision) == (3, 3)
    assert first.hard_words > 0
    assert last.plan is not None
    assert last.plan.steps


def test_a_long_text_is_not_summed_up_unasked(desk: Desk, qtbot: QtBot) -> None:
    """What would take seconds waits until a panel is opened."""
    desk.resting.emit(True)
    desk.edited.emit(Splice(0, 0, tuple(Block(HARD * 100) for _number in range(30)), 1))
    qtbot.waitUntil(lambda: desk.summaries == [None])


def test_a_glossary_is_gathered_once(desk: Desk, qtbot: QtBot) -> None:
    """It comes once for each time it is asked for, also while a panel is open."""
    desk.asked.emit(Question(panels=frozenset({Panel.WORDS})))
    desk.wanted.emit()
    desk.edited.emit(Splice(0, 0, (Block(HARD),), 1))
    qtbot.waitUntil(lambda: bool(desk.glossaries))
    desk.edited.emit(Splice(0, 1, (Block(HARD * 2),), 2))
    qtbot.waitUntil(lambda: desk.knows(2))
    desk.asked.emit(None)
    desk.wanted.emit()
    qtbot.waitUntil(lambda: len(desk.glossaries) == 2)
    assert {each.word for each in desk.glossaries[0]} == {each.word for each in desk.glossaries[1]}


def test_exempt_words_are_seen_by_what_is_thought_of_then(desk: Desk, qtbot: QtBot) -> None:
    """A thought that is under way when everything is measured anew gives way to one of the new figures."""
    desk.asked.emit(Question(panels=frozenset({Panel.WORDS})))
    desk.edited.emit(Splice(0, 0, (Block(HARD), Block(HARD)), 1))
    qtbot.waitUntil(lambda: desk.knows(1))
    desk.aimed.emit(Goal(Aim.GRADE, 5))
    desk.counted.emit(Counting(exempt=frozenset({"municipal"})))
    qtbot.waitUntil(
        lambda: {row.exempt for row in desk.answers[-1].words or () if row.word == "municipal"} == {True}
    )
    assert len(desk.answers[-1].words or ()) == len(desk.answers[0].words or ())


def test_a_selection_has_the_facts_of_its_text(desk: Desk, qtbot: QtBot) -> None:
    """Selected text is counted by the same rules as the whole, and put away when nothing is selected."""
    desk.edited.emit(Splice(0, 0, (Block(HARD),), 1))
    desk.chose.emit((Block("The cat sat on the mat."), Block("It purred.")))
    qtbot.waitUntil(lambda: len(desk.selections) == 1)
    report = desk.selections[0]
    assert report is not None
    assert report.facts == settle((Block("The cat sat on the mat."), Block("It purred."))).facts
    desk.chose.emit(())
    qtbot.waitUntil(lambda: desk.selections[-1] is None)
