"""Tests of what is kept with a text: its goal, its exempt words, the steps that are not to come back."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.session.settings import SettingsStore
from factbox.ui.window import MainWindow
from looking import child

TEXT = "The municipal committee considered the additional proposal yesterday. " * 6


def test_the_box_shows_how_far_it_is_to_the_goal(window: MainWindow, qtbot: QtBot) -> None:
    """Words and number beside the goal, on a scale that has its place; without a goal there is nothing."""
    window.editor.setPlainText(TEXT)
    window.reporting.aim(Goal(Aim.GRADE, 5, 0.5))
    words = child(window.factbox, QLabel, "distance_words")
    qtbot.waitUntil(lambda: "above the goal" in words.text())
    assert words.accessibleDescription() == words.text()
    assert "Grade 5 ± 0.5" in window.factbox.goal_button.accessibleName()
    window.reporting.aim(None)
    assert words.isHidden()


def test_the_goal_is_remembered(window: MainWindow) -> None:
    """The next window begins with it; saved goals come back under their names."""
    goal = Goal(Aim.CEFR, 3)
    window.reporting.aim(goal)
    window.store.memory.keep_goals((Goal(Aim.GRADE, 5, 0.5, "Year 6 readers"), goal.named("B1 class")))
    window.store.flush()
    again = SettingsStore()
    assert again.memory.last_goal == goal
    assert [each.name for each in again.memory.saved_goals] == ["Year 6 readers", "B1 class"]


def test_a_goal_stays_with_its_text(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Goal, exempt words and rejected steps come back with the file; another text has its own."""
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(TEXT, "utf-8")
    other.write_text("Another text.", "utf-8")

    def opened(path: Path) -> None:
        with qtbot.waitSignal(window.companion.changed), qtbot.waitSignal(window.manuscript.opened):
            window.filing.open(path)

    opened(one)
    window.reporting.aim(Goal(Aim.CEFR, 2))
    with qtbot.waitSignal(window.companion.kept):
        window.panels.exempted.emit(frozenset({"committee"}))
    opened(other)
    window.reporting.aim(Goal(Aim.GRADE, 9, 1))
    assert window.companion.choices.exempt == frozenset()
    opened(one)
    assert window.companion.choices.goal == Goal(Aim.CEFR, 2)
    assert window.companion.choices.exempt == {"committee"}
    assert "CEFR A2" in window.factbox.goal_button.accessibleName()
