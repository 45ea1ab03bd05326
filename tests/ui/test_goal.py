"""Tests of the goal: picked, shown, kept, and compared with the Level."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.session.settings import SettingsStore
from factbox.ui.goal import GoalPicker
from factbox.ui.theme import Theme
from factbox.ui.window import MainWindow

TEXT = "The municipal committee considered the additional proposal yesterday. " * 6


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme) -> GoalPicker:
    """Give a picker that is open below something."""
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(600, 400)
    place.show()
    made = GoalPicker(theme)
    qtbot.addWidget(made)
    made.open_below(place, Goal(Aim.GRADE, 5, 0.5), (Goal(Aim.GRADE, 3, 1, "Easy read"),))
    return made


def test_a_value_is_chosen_as_it_is_written(picker: GoalPicker, qtbot: QtBot) -> None:
    """Another figure is another goal at once, and the number is to be seen."""
    assert picker._value.lineEdit().width() > 30
    with qtbot.waitSignal(picker.chosen) as told:
        picker._value.setValue(7)
    assert told.args == [Goal(Aim.GRADE, 7, 0.5)]


def test_a_number_may_have_a_comma(picker: GoalPicker, qtbot: QtBot) -> None:
    """Typed with either sign it is the same goal; letters are not taken."""
    picker._value.selectAll()
    with qtbot.waitSignal(picker.chosen, check_params_cb=lambda goal: goal == Goal(Aim.GRADE, 6.5, 0.5)):
        QTest.keyClicks(picker._value, "6,5x")
        QTest.keyClick(picker._value, Qt.Key.Key_Return)


def test_the_box_shows_how_far_it_is_to_the_goal(window: MainWindow, qtbot: QtBot) -> None:
    """Words and number beside the goal, on a scale that has its place; without a goal there is nothing."""
    window.editor.setPlainText(TEXT)
    window._aim(Goal(Aim.GRADE, 5, 0.5))
    words = window.factbox._distance._words
    qtbot.waitUntil(lambda: "above the goal" in words.text())
    assert words.accessibleDescription() == words.text()
    assert "Grade 5 ± 0.5" in window.factbox.goal_button.accessibleName()
    window._aim(None)
    assert words.isHidden()


def test_the_goal_is_remembered(window: MainWindow) -> None:
    """The next window begins with it; saved goals come back under their names."""
    goal = Goal(Aim.CEFR, 3)
    window._aim(goal)
    window.store.keep_goals((Goal(Aim.GRADE, 5, 0.5, "Year 6 readers"), goal.named("B1 class")))
    window.store.flush()
    again = SettingsStore()
    assert again.last_goal == goal
    assert [each.name for each in again.saved_goals] == ["Year 6 readers", "B1 class"]


def test_a_goal_stays_with_its_text(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Goal, exempt words and rejected steps come back with the file; another text has its own."""
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(TEXT, "utf-8")
    other.write_text("Another text.", "utf-8")

    def opened(path: Path) -> None:
        with qtbot.waitSignal(window.companion.changed), qtbot.waitSignal(window.manuscript.opened):
            window.filing.open(path)

    opened(one)
    window._aim(Goal(Aim.CEFR, 2))
    with qtbot.waitSignal(window.companion.kept):
        window.panels.exempted.emit(frozenset({"committee"}))
    opened(other)
    window._aim(Goal(Aim.GRADE, 9, 1))
    assert window.companion.choices.exempt == frozenset()
    opened(one)
    assert window.companion.choices.goal == Goal(Aim.CEFR, 2)
    assert window.companion.choices.exempt == {"committee"}
    assert "CEFR A2" in window.factbox.goal_button.accessibleName()
