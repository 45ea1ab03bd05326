"""The doors: each says what is behind it, and leads there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.metrics.guidance import GUIDANCE, Edit, Panel, Plan, Spot, Step, Summary
from factbox.metrics.plan import no_plan
from factbox.metrics.rarity import Cefr
from factbox.ui.doors import Door, Doors
from factbox.ui.theme import Theme
from looking import child

EDIT = Edit(Spot(0, 5, 13), "used", "utilised")
STEP = Step("replace utilised used", "replace", "utilised → used", "", "", "", -1.0, 6.0, 6.0, EDIT.spot, (EDIT,))
SUMMARY = Summary(3, 2, 1, Cefr.B1, 0.9376, Plan((STEP, STEP), 5.0, reached=True), (3.9, 9.2))


@pytest.fixture
def doors(qtbot: QtBot, theme: Theme) -> Doors:
    """Give the doors on show."""
    made = Doors(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def result(doors: Doors, panel: Panel) -> str:
    """Give what a door says."""
    return child(doors, Door, f"door_{panel.value}").result


def test_each_says_what_is_behind_it(doors: Doors) -> None:
    """The edits to the goal, the hard sentences and words, and the share that readers know, rounded down."""
    doors.show_summary(SUMMARY)
    assert [result(doors, panel) for panel in GUIDANCE] == [
        "2 edits to the goal",
        "2 hard",
        "1 hard",
        "93 % to B1",
        "Level 4 to 9",
    ]


def test_nothing_hard_is_said_in_words(doors: Doors) -> None:
    """No figure stands where there is nothing to do."""
    doors.show_summary(replace(SUMMARY, hard_sentences=0, hard_words=0, known=1.0))
    assert [result(doors, panel) for panel in GUIDANCE][1:4] == ["none hard", "none hard", "100 % to B1"]


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (no_plan(), "no goal yet"),
        (Plan((), 5.0, reached=True, brief="within the goal"), "within the goal"),
        (Plan((STEP,), 6.0), "1 edit towards the goal"),
    ],
)
def test_the_plan_says_how_far_it_goes(doors: Doors, plan: Plan, words: str) -> None:
    """Without steps it says why; steps that do not reach the goal only go towards it."""
    doors.show_summary(replace(SUMMARY, plan=plan))
    assert result(doors, Panel.PLAN) == words


def test_the_plan_stays_while_another_is_thought_of(doors: Doors) -> None:
    """What changes in place does not go away in between."""
    doors.show_summary(SUMMARY)
    doors.show_summary(replace(SUMMARY, plan=None, hard_words=5))
    assert (result(doors, Panel.PLAN), result(doors, Panel.WORDS)) == ("2 edits to the goal", "5 hard")


def test_nothing_is_said_of_what_nobody_looked_at(doors: Doors) -> None:
    """Without a summary the doors have their names alone, and still open."""
    doors.show_summary(SUMMARY)
    doors.show_summary(None)
    assert {result(doors, panel) for panel in GUIDANCE} == {""}


def test_readers_hear_name_and_result(doors: Doors) -> None:
    """A screen reader says both, and that it opens something."""
    doors.show_summary(SUMMARY)
    door = child(doors, Door, "door_words")
    assert (door.accessibleName(), door.accessibleDescription()) == ("Words, 1 hard", "Opens the panel")


@pytest.mark.parametrize("panel", GUIDANCE)
def test_enter_opens(doors: Doors, qtbot: QtBot, panel: Panel) -> None:
    """A key on a door asks for its panel."""
    with qtbot.waitSignal(doors.chosen) as asked:
        QTest.keyClick(child(doors, Door, f"door_{panel.value}"), Qt.Key.Key_Return)
    assert asked.args == [panel]
