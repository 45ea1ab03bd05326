"""Tests of weighing an original and its versions."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from factbox.document import Block, Version, Work
from factbox.metrics.goals import Goal
from factbox.metrics.ledger import settle
from factbox.metrics.report import Counting
from factbox.session.choices import Choices, written_choices
from factbox.session.weighing import Weighing, Weight, choices_of, weights_of

TEXT = (Block("The municipal administration considered the proposal for a considerable time. It was late. " * 6),)
CHOICES = written_choices(Choices(Goal(), frozenset({"municipal"})))
WORK = Work("Town", TEXT, (Version("Easy", (Block("It was late. " * 40),)), Version("Same", TEXT, CHOICES)))


def test_each_text_has_the_facts_it_would_have_alone() -> None:
    """The original with every word counted, each version with its own easy words and its goal."""
    original, easy, same = weights_of(WORK, Counting())
    assert (original.name, easy.name, same.name) == ("Town", "Easy", "Same")
    assert original.report == settle(TEXT)
    assert same.report == settle(TEXT, counting=Counting(exempt=frozenset({"municipal"})))
    assert same.report.level != original.report.level
    assert (easy.goal, same.goal) == (None, Goal())


def test_the_last_work_is_told(qtbot: QtBot) -> None:
    """An earlier question is forgotten when a later one is asked."""
    owner = QObject()
    told: list[tuple[Weight, ...]] = []
    weighing = Weighing(owner)
    for work in (WORK, Work("Other", TEXT, WORK.versions[:1])):
        weighing.weigh(work, Counting(), lambda weights: told.append(tuple(weights)))
    qtbot.waitUntil(lambda: bool(told))
    assert [weights[0].name for weights in told] == ["Other"]


def test_damaged_choices_are_none() -> None:
    """A version whose choices cannot be read is weighed all the same."""
    assert choices_of(Version("Bad", TEXT, {"exempt": 5})) == Choices()
