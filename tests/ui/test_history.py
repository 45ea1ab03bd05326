"""The history of a Level, as a line."""

import pytest
from pytestqt.qtbot import QtBot

from factbox.document import Block, Moment
from factbox.ui.history import HistoryLine
from factbox.ui.theme import Theme

MOMENTS = tuple(Moment(float(number), None, (Block(f"Text {number}."),)) for number in range(1, 4))


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> HistoryLine:
    """Give a line with three moments."""
    made = HistoryLine(theme, 1.0)
    qtbot.addWidget(made)
    made.show_moments(MOMENTS)
    return made


def recalled(line: HistoryLine, qtbot: QtBot) -> Moment:
    """Give the moment that would come back."""
    with qtbot.waitSignal(line.recalled) as told:
        line.recall()
    assert told.args is not None
    moment = told.args[0]
    assert isinstance(moment, Moment)
    return moment


def test_a_chosen_moment_stays_chosen(line: HistoryLine, qtbot: QtBot) -> None:
    """When Levels come in, or the writing goes on, the choice is not taken back."""
    line._choose(0)
    later = tuple(Moment(each.when, 5.0, each.blocks) for each in MOMENTS)
    line.show_moments((*later, Moment(9.0, 4.0, (Block("Later."),))))
    assert recalled(line, qtbot).when == MOMENTS[0].when


def test_who_has_not_chosen_sees_the_last(line: HistoryLine, qtbot: QtBot) -> None:
    """The newest moment is shown as long as nobody looks at another, and after the chosen one has gone."""
    line.show_moments((*MOMENTS, Moment(9.0, 4.0, (Block("Later."),))))
    assert recalled(line, qtbot).when == 9.0
    line._choose(0)
    line.show_moments(MOMENTS[1:])
    assert recalled(line, qtbot).when == MOMENTS[-1].when
