"""Tests of saying the facts."""

import pytest
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Goal
from factbox.ui.announcing import Announcing
from factbox.ui.window import MainWindow

TALE = "The mill stood by the river. It ground the corn of nine farms. " * 4


@pytest.fixture
def announcing(window: MainWindow, qtbot: QtBot) -> Announcing:
    """Give what speaks in a window at the front, on a short pause."""
    window.announcing._pause.setInterval(50)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.announcing


def test_the_facts_are_said_on_a_pause(announcing: Announcing, window: MainWindow, qtbot: QtBot) -> None:
    """All four, in one breath, as they stand in the box."""
    window.editor.setPlainText(TALE)
    qtbot.waitUntil(lambda: "Tokens 52" in announcing.said)
    assert announcing.said.startswith("Level ")
    assert "Types 12" in announcing.said
    assert "TTR 0.231" in announcing.said


def test_nothing_is_said_while_one_writes(announcing: Announcing, window: MainWindow, qtbot: QtBot) -> None:
    """Every change puts the pause off."""
    announcing._pause.setInterval(3_600_000)
    window.editor.setPlainText(TALE)
    qtbot.waitUntil(lambda: "Tokens 52" in window.factbox.as_sentence())
    window.editor.insertPlainText("Once. ")
    qtbot.waitUntil(lambda: "Tokens 53" in window.factbox.as_sentence())
    assert not announcing.said
    assert announcing._pause.isActive()


def test_a_key_says_them_at_once(announcing: Announcing, window: MainWindow, qtbot: QtBot) -> None:
    """Whether or not they are said unasked, and those who see read it in the status line."""
    window.store.change(announce=False)
    window.editor.setPlainText(TALE)
    qtbot.waitUntil(lambda: "Tokens 52" in window.factbox.as_sentence())
    window.commands["say_facts"].trigger()
    assert "Tokens 52" in announcing.said


def test_who_does_not_want_it_hears_nothing_unasked(
    announcing: Announcing, window: MainWindow, qtbot: QtBot
) -> None:
    """The preferences turn it off."""
    window.store.change(announce=False)
    window.editor.setPlainText(TALE)
    qtbot.waitUntil(lambda: "Tokens 52" in window.factbox.as_sentence())
    with qtbot.waitSignal(announcing._pause.timeout):
        announcing.hear()
    assert not announcing.said


def test_the_goal_is_said_too(announcing: Announcing, window: MainWindow, qtbot: QtBot) -> None:
    """How far the Level is from it."""
    window.editor.setPlainText(TALE)
    window.reporting.aim(Goal(value=12.0))
    qtbot.waitUntil(lambda: "below the goal" in announcing.said)
