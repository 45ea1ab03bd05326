"""Tests of the illustrator, at work in the analyst's thread."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from factbox.document import Block, Splice
from factbox.metrics.gallery import pictures
from factbox.metrics.goals import Goal
from factbox.metrics.ledger import Ledger
from factbox.metrics.picture import OF_BOTH, OF_ONE, Picture, Shown
from factbox.metrics.report import Counting
from factbox.session.analyst import Analyst
from factbox.session.illustrator import Illustrator

LONG = Block(
    "The mill stands by the river, and it grinds corn for 40 villages, but the miller is old and tired. " * 3
)
PLAIN = Block(
    "The mill stands by the river. It grinds corn for all of us. The miller is old. He is tired now. " * 3
)


class Wall(QObject):
    """Asks as the window does, and gets pictures in the window's thread."""

    edited = Signal(object)
    counted = Signal(object)
    given = Signal(object)
    wanted = Signal(object)
    aimed = Signal(object)

    def __init__(self, analyst: Analyst) -> None:
        super().__init__()
        self.hung: list[tuple[int, Picture]] = []
        self.illustrator = Illustrator()
        analyst.join(self.illustrator)
        self.edited.connect(analyst.revise)
        self.counted.connect(analyst.count)
        self.given.connect(self.illustrator.set_original)
        self.wanted.connect(self.illustrator.show)
        self.aimed.connect(self.illustrator.aim)
        self.illustrator.illustrated.connect(self.hang)

    @Slot(int, object)
    def hang(self, revision: int, picture: Picture) -> None:
        """Keep a picture."""
        self.hung.append((revision, picture))


@pytest.fixture
def wall(qapp: object) -> Iterator[Wall]:
    """Give the other end of an illustrator at work, and stop it."""
    assert qapp is not None
    analyst = Analyst()
    found = Wall(analyst)
    analyst.start()
    yield found
    analyst.stop()


def ledger_of(block: Block, counting: Counting | None = None) -> Ledger:
    """Measure a block."""
    ledger = Ledger(counting=counting or Counting())
    ledger.apply(Splice(0, 0, (block,), 1))
    while ledger.pending:
        ledger.measure_next()
    return ledger


def test_the_picture_is_that_of_the_text_by_itself(wall: Wall, qtbot: QtBot) -> None:
    """What is told is what the gallery shows of the same text, with its revision."""
    wall.wanted.emit(Shown.LENGTHS)
    wall.edited.emit(Splice(0, 0, (LONG,), 1))
    qtbot.waitUntil(lambda: bool(wall.hung))
    assert wall.hung == [(1, pictures(ledger_of(LONG))[1])]


def test_it_follows_the_text_the_goal_and_the_counting(wall: Wall, qtbot: QtBot) -> None:
    """An edit, another goal and another formula each bring a new picture."""
    wall.wanted.emit(Shown.LEVEL)
    wall.edited.emit(Splice(0, 0, (LONG,), 1))
    qtbot.waitUntil(lambda: len(wall.hung) == 1)
    wall.edited.emit(Splice(0, 1, (PLAIN,), 2))
    qtbot.waitUntil(lambda: wall.hung[-1][0] == 2)
    wall.aimed.emit(Goal(value=3.0))
    qtbot.waitUntil(lambda: len(wall.hung[-1][1].rules) == 2)
    counting = Counting(formula="calibrated")
    wall.counted.emit(counting)
    expected = pictures(ledger_of(PLAIN, counting), Goal(value=3.0))[0]
    qtbot.waitUntil(lambda: wall.hung[-1][1] == expected)


def test_an_original_is_measured_when_a_picture_of_both_is_wanted(wall: Wall, qtbot: QtBot) -> None:
    """Pictures of both come only where there is an original, and by the rules of the text."""
    wall.edited.emit(Splice(0, 0, (PLAIN,), 1))
    wall.wanted.emit(Shown.BOTH_LEVELS)
    wall.wanted.emit(Shown.LEVEL)
    qtbot.waitUntil(lambda: bool(wall.hung))
    assert {picture.shown for _revision, picture in wall.hung} == {Shown.LEVEL}
    wall.given.emit((LONG,))
    expected = pictures(ledger_of(PLAIN), None, ledger_of(LONG))[len(OF_ONE) :]
    for shown, picture in zip(OF_BOTH, expected, strict=True):
        wall.wanted.emit(shown)
        qtbot.waitUntil(lambda picture=picture: wall.hung[-1][1] == picture)  # type: ignore[misc]  # bound at once
