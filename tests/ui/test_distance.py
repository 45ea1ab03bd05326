"""The distance line: shape, words and button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.ui.buttons import Flat
from factbox.ui.distance import DistanceLine, Shape
from factbox.ui.theme import Theme
from looking import child

GOAL = Goal(Aim.GRADE, 5.0, 0.5)


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> DistanceLine:
    """Give a shown line as wide as the panel."""
    made = DistanceLine(theme)
    qtbot.addWidget(made)
    made.resize(288, 26)
    made.show()
    return made


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (7.5, "2.5 above the goal"),
        (2.5, "2.5 below the goal"),
        (5.2, "Within the goal"),
        (None, "No Level to compare"),
    ],
)
def test_says_the_distance(line: DistanceLine, level: float | None, words: str) -> None:
    """The words say on which side of the goal the Level is, and how far."""
    line.show_distance(level, GOAL)
    said = child(line, QLabel, "distance_words")
    assert said.text() == said.accessibleDescription() == words


def test_every_standing_has_a_shape_of_its_own(line: DistanceLine) -> None:
    """Nobody needs colours to tell the four apart."""
    drawn = []
    for level in (7.5, 2.5, 5.0, None):
        line.show_distance(level, GOAL)
        drawn.append(child(line, Shape).grab().toImage())
    assert all(drawn[a] != drawn[b] for a in range(4) for b in range(a))


@pytest.mark.parametrize(("level", "colour"), [(7.5, "above"), (2.5, "accent"), (5.0, "accent"), (None, "second")])
def test_words_have_the_colour_of_their_standing(
    line: DistanceLine, theme: Theme, level: float | None, colour: str
) -> None:
    """Too high is warned of."""
    line.show_distance(level, GOAL)
    assert child(line, QLabel, "distance_words").palette().windowText().color() == getattr(theme, colour)


def test_the_button_says_the_goal(line: DistanceLine) -> None:
    """The goal is called by its name, or else by what it is."""
    button = child(line, Flat, "goal")
    line.show_distance(7.5, GOAL)
    assert button.text() == "Grade 5 ± 0.5"
    line.show_distance(7.5, GOAL.named("Year 6"))
    assert button.text() == "Year 6"
    assert button.accessibleName() == "Goal: Year 6, Grade 5 ± 0.5. Opens the choice of a goal"


def test_without_a_goal_only_the_button_shows(line: DistanceLine) -> None:
    """There is nothing to compare, but a goal can be set."""
    line.show_distance(7.5, GOAL)
    line.show_distance(7.5, None)
    assert child(line, Flat, "goal").text() == "Set a goal…"
    assert not child(line, QLabel, "distance_words").isVisible()
    assert not child(line, Shape).isVisible()


def test_a_goal_that_is_gone_leaves_no_hint(line: DistanceLine) -> None:
    """What the pointer is told of the button follows the goal."""
    button = child(line, Flat, "goal")
    line.show_distance(7.5, GOAL)
    line.show_distance(7.5, Goal(Aim.AGE, 12.0, 1.0))
    assert button.toolTip() == "Age 12 ± 1"
    line.show_distance(7.5, None)
    assert not button.toolTip()


def test_the_button_asks(line: DistanceLine, qtbot: QtBot) -> None:
    """Enter on the button asks for another goal."""
    with qtbot.waitSignal(line.asked):
        QTest.keyClick(line.goal_button, Qt.Key.Key_Return)


def test_brief_has_no_button(line: DistanceLine) -> None:
    """Where there is no room, the words stand alone."""
    line.set_shape(brief=True, leading=True)
    line.show_distance(7.5, GOAL)
    assert not line.goal_button.isVisible()
    assert child(line, QLabel, "distance_words").isVisible()
