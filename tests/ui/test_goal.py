"""The choice of a goal: every change counts at once, everything goes by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.ui.buttons import Tab
from factbox.ui.fields import Field
from factbox.ui.goal import GoalPicker
from factbox.ui.goalrow import GoalRow
from factbox.ui.theme import Theme
from looking import child

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
YEAR_6, EASY = Goal(name="Year 6"), Goal(Aim.GRADE, 3.0, 1.0, "Easy read")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Give a window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 400)
    return made


@pytest.fixture
def button(qtbot: QtBot, page: QWidget) -> QWidget:
    """Give what the choice opens below, with the focus."""
    made = QPushButton("Goal", page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme, page: QWidget, button: QWidget) -> GoalPicker:
    """Give an open choice with two saved goals, the first of them chosen."""
    made = GoalPicker(theme, 1.0, page)
    qtbot.addWidget(made)
    made.open_below(button, YEAR_6, (YEAR_6, EASY))
    return made


def tab(picker: GoalPicker, words: str) -> Tab:
    """Give a tab by its words."""
    return next(each for each in picker.findChildren(Tab) if each.text() == words)


def rows(picker: GoalPicker) -> list[GoalRow]:
    """Give the rows of saved goals in sight."""
    others = {"save_goal", "no_goal"}
    found = [row for row in picker.findChildren(GoalRow) if row.objectName() not in others and row.isVisible()]
    return sorted(found, key=lambda row: row.y())


def test_opens_at_the_value(picker: GoalPicker, qtbot: QtBot) -> None:
    """The value has the focus and shows what the goal is, without idle decimals."""
    value = child(picker, Field, "value")
    qtbot.waitUntil(value.hasFocus)
    assert value.text() == "5"
    assert child(picker, Field, "within").text() == "0.5"
    assert child(picker, QLabel, "note").text() == YEAR_6.note


def test_stays_on_the_screen(picker: GoalPicker, page: QWidget, button: QWidget) -> None:
    """At the edge of the screen it opens inside it."""
    room = button.screen().availableGeometry()
    page.move(room.bottomRight() - QPoint(100, 40))
    picker.open_below(button, YEAR_6, (YEAR_6, EASY))
    assert room.contains(picker.geometry())


def test_every_step_counts(picker: GoalPicker, qtbot: QtBot) -> None:
    """A key in the value field chooses at once; the goal has no name then."""
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.keyClick(child(picker, Field, "value"), Qt.Key.Key_Up)
    assert told.args == [Goal(Aim.GRADE, 6.0, 0.5)]


def test_the_note_follows_the_value(picker: GoalPicker) -> None:
    """In sight, and for who hears the field rather than sees it."""
    field = child(picker, Field, "value")
    field.stepUp()
    note = Goal(value=6.0).note
    assert (child(picker, QLabel, "note").text(), field.accessibleDescription()) == (note, note)


def test_the_room_counts(picker: GoalPicker, qtbot: QtBot) -> None:
    """How far a text may be from the goal is part of it."""
    with qtbot.waitSignal(picker.chosen) as told:
        child(picker, Field, "within").setValue(1.5)
    assert told.args == [Goal(Aim.GRADE, 5.0, 1.5)]


def test_what_has_a_name_is_called_by_it(picker: GoalPicker, qtbot: QtBot) -> None:
    """Fields that say what a saved goal says choose that."""
    child(picker, Field, "value").setValue(3)
    with qtbot.waitSignal(picker.chosen) as told:
        child(picker, Field, "within").setValue(1)
    assert told.args == [EASY]


@pytest.mark.parametrize("written", ["7.5", "7,5"])
def test_takes_point_and_comma(picker: GoalPicker, written: str) -> None:
    """A number may be written either way."""
    value = child(picker, Field, "value")
    value.selectAll()
    QTest.keyClicks(value, written)
    assert value.value() == 7.5


def test_another_kind_keeps_the_aim(picker: GoalPicker, qtbot: QtBot) -> None:
    """The goal stays where it is when it is given as an age, and gets the usual room of an age."""
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.mouseClick(tab(picker, "Age"), Qt.MouseButton.LeftButton)
    assert told.args == [Goal(Aim.AGE, 10.5, 1.0)]
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.mouseClick(tab(picker, "Grade"), Qt.MouseButton.LeftButton)
    assert told.args == [YEAR_6]


def test_a_room_that_was_chosen_is_kept(picker: GoalPicker, qtbot: QtBot) -> None:
    """Who has said how far a text may be off means it in every kind."""
    child(picker, Field, "within").setValue(0.7)
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.mouseClick(tab(picker, "Age"), Qt.MouseButton.LeftButton)
    assert told.args == [Goal(Aim.AGE, 10.5, 0.7)]


def test_a_cefr_level_has_its_own_room(picker: GoalPicker, qtbot: QtBot) -> None:
    """For CEFR there are six levels to choose from, and no fields."""
    QTest.mouseClick(tab(picker, "CEFR"), Qt.MouseButton.LeftButton)
    assert not child(picker, Field, "within").isVisible()
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.mouseClick(tab(picker, "C1"), Qt.MouseButton.LeftButton)
    assert told.args == [Goal(Aim.CEFR, 5.0)]


def test_a_field_out_of_sight_writes_no_goal(picker: GoalPicker, qtbot: QtBot) -> None:
    """Nor does a key that still goes to one while the goal is a CEFR level."""
    QTest.mouseClick(tab(picker, "CEFR"), Qt.MouseButton.LeftButton)
    field = child(picker, Field, "value")
    with qtbot.assertNotEmitted(picker.chosen):
        QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert field.value() != YEAR_6.value


def test_the_keyboard_stays_at_the_value_of_another_kind(picker: GoalPicker) -> None:
    """From a field to the chosen level, and back."""
    QTest.mouseClick(tab(picker, "CEFR"), Qt.MouseButton.LeftButton)
    assert tab(picker, "B1").hasFocus()
    QTest.mouseClick(tab(picker, "Age"), Qt.MouseButton.LeftButton)
    assert child(picker, Field, "value").hasFocus()


def test_ticks_the_present_goal(picker: GoalPicker) -> None:
    """One row says that it is chosen, to the eye and to screen readers."""
    assert [row.is_ticked for row in rows(picker)] == [True, False]
    assert rows(picker)[0].accessibleName() == "Year 6, Grade 5 ± 0.5, chosen"


def test_a_saved_goal_is_chosen(picker: GoalPicker, qtbot: QtBot) -> None:
    """Enter on its row chooses it and closes."""
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.keyClick(rows(picker)[1], Qt.Key.Key_Return)
    assert told.args == [EASY]
    assert not picker.isVisible()


def test_a_saved_goal_is_removed_by_a_key(picker: GoalPicker, qtbot: QtBot) -> None:
    """Del on its row removes it."""
    with qtbot.waitSignal(picker.kept) as told:
        QTest.keyClick(rows(picker)[0], Qt.Key.Key_Delete)
    assert told.args == [(EASY,)]
    assert [row.text() for row in rows(picker)] == ["Easy read"]


def test_a_saved_goal_is_removed_by_its_cross(picker: GoalPicker, qtbot: QtBot) -> None:
    """A click at the right end of its row removes it, and chooses nothing."""
    row = rows(picker)[1]
    with qtbot.assertNotEmitted(picker.chosen), qtbot.waitSignal(picker.kept) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 12, row.height() // 2))
    assert told.args == [(YEAR_6,)]


def test_a_goal_is_saved_under_a_name(picker: GoalPicker, qtbot: QtBot) -> None:
    """The name is written in place, and Enter keeps it."""
    child(picker, Field, "value").setValue(8)
    QTest.keyClick(child(picker, GoalRow, "save_goal"), Qt.Key.Key_Return)
    title = child(picker, QLineEdit, "goal_name")
    title.setText("Local news")
    with qtbot.waitSignals([picker.kept, picker.chosen]):
        QTest.keyClick(title, Qt.Key.Key_Return)
    assert [row.text() for row in rows(picker)] == ["Year 6", "Easy read", "Local news"]
    assert picker.isVisible()


def test_esc_leaves_the_name_first(picker: GoalPicker) -> None:
    """Esc in the name keeps the choice open and saves nothing."""
    QTest.keyClick(child(picker, GoalRow, "save_goal"), Qt.Key.Key_Return)
    QTest.keyClick(child(picker, QLineEdit, "goal_name"), Qt.Key.Key_Escape)
    assert picker.isVisible()
    assert not child(picker, QLineEdit, "goal_name").isVisible()


def test_no_goal_is_a_choice(picker: GoalPicker, qtbot: QtBot) -> None:
    """One may write without a goal."""
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.keyClick(child(picker, GoalRow, "no_goal"), Qt.Key.Key_Space)
    assert told.args == [None]
    assert not picker.isVisible()


def test_without_a_goal_nothing_is_saved(picker: GoalPicker, button: QWidget) -> None:
    """There is nothing to give a name to."""
    picker.open_below(button, None, ())
    assert not child(picker, GoalRow, "save_goal").isEnabled()
    assert child(picker, GoalRow, "no_goal").is_ticked


def test_enter_takes_what_is_written(picker: GoalPicker, button: QWidget, qtbot: QtBot) -> None:
    """Enter in a field chooses its goal, also where there was none, and closes."""
    picker.open_below(button, None, ())
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.keyClick(child(picker, Field, "value"), Qt.Key.Key_Return)
    assert told.args == [YEAR_6.named("")]
    assert not picker.isVisible()


def test_esc_gives_the_focus_back(picker: GoalPicker, button: QWidget, qtbot: QtBot) -> None:
    """After Esc the keyboard is where it was."""
    QTest.keyClick(child(picker, Field, "value"), Qt.Key.Key_Escape)
    assert not picker.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)


def test_everything_has_a_name(picker: GoalPicker) -> None:
    """Screen readers name every part that takes the focus."""
    buttons = [*picker.findChildren(Tab), *picker.findChildren(GoalRow)]
    assert all(each.accessibleName() or each.text() for each in buttons)
    assert all(each.accessibleName() for each in picker.findChildren(Field))
    assert child(picker, Field, "value").accessibleName() == "Grade"
