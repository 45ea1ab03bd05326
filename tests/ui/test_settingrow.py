"""Tests of a setting as people see it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.session.declared import Declaration, Group, Typeface
from factbox.session.settings import SETTINGS
from factbox.ui.buttons import Link
from factbox.ui.fields import Field, Picker
from factbox.ui.settingrow import SettingRow, Toggle
from factbox.ui.theme import Theme
from looking import child


@pytest.fixture
def made(theme: Theme, qtbot: QtBot) -> dict[str, SettingRow]:
    """Give the row of every setting, at its default."""
    rows = {name: SettingRow(each, theme) for name, each in SETTINGS.items()}
    for name, row in rows.items():
        qtbot.addWidget(row)
        row.show_value(SETTINGS[name].default)
        row.show()
    return rows


def test_each_control_is_named_and_explained(made: dict[str, SettingRow]) -> None:
    """Screen readers hear what a control is for and what it does."""
    for name, row in made.items():
        assert row.control.accessibleName() == SETTINGS[name].label
        assert row.control.accessibleDescription() == SETTINGS[name].note


def test_a_switch_is_thrown_by_key(made: dict[str, SettingRow], qtbot: QtBot) -> None:
    """The space bar throws it, and the new value is told."""
    row = made["side"]
    assert isinstance(row.control, Toggle)
    with qtbot.waitSignal(row.chosen) as told:
        QTest.keyClick(row.control, Qt.Key.Key_Space)
    assert told.args == ["side", False]


def test_a_choice_is_told_by_its_key(made: dict[str, SettingRow], qtbot: QtBot) -> None:
    """Down takes the next answer."""
    row = made["theme"]
    assert isinstance(row.control, Picker)
    with qtbot.waitSignal(row.chosen) as told:
        QTest.keyClick(row.control, Qt.Key.Key_Down)
    assert told.args == ["theme", "light"]


def test_a_number_is_shown_in_its_unit(made: dict[str, SettingRow], qtbot: QtBot) -> None:
    """One and a half is 150 %, and what is typed counts when it is whole."""
    row = made["scale"]
    assert isinstance(row.control, Field)
    row.show_value(1.5)
    assert row.control.text() == "150"
    row.control.selectAll()
    with qtbot.waitSignal(row.chosen) as told:
        QTest.keyClicks(row.control, "200")
        QTest.keyClick(row.control, Qt.Key.Key_Return)
    assert told.args == ["scale", 2.0]


def test_the_way_back_shows_when_there_is_one(made: dict[str, SettingRow], qtbot: QtBot) -> None:
    """Only a changed setting has it; it says of which setting, and gives the focus on when it goes."""
    row = made["scale"]
    back = child(row, Link)
    assert not back.isVisible()
    row.show_value(1.5)
    assert back.isVisible()
    assert back.accessibleName() == "Back to default: Size of all text"
    row.activateWindow()
    back.setFocus()
    qtbot.waitUntil(back.hasFocus)
    with qtbot.waitSignal(row.chosen) as told:
        QTest.keyClick(back, Qt.Key.Key_Return)
    assert told.args == ["scale", 1.0]
    row.show_value(1.0)
    assert not back.isVisible()
    assert row.control.hasFocus()


def test_showing_tells_nobody(made: dict[str, SettingRow], qtbot: QtBot) -> None:
    """A value that comes from elsewhere is not chosen here."""
    row = made["theme"]
    with qtbot.assertNotEmitted(row.chosen):
        row.show_value("dark")


def test_the_wheel_changes_nothing_in_passing(made: dict[str, SettingRow], qtbot: QtBot) -> None:
    """Whoever scrolls the page over a field without the focus changes no setting."""
    row = made["scale"]
    made["side"].setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt takes it so
    )
    row.control.clearFocus()
    with qtbot.assertNotEmitted(row.chosen):
        QApplication.sendEvent(row.control, event)


def test_a_family_that_is_not_here_stays_chosen(theme: Theme, qtbot: QtBot) -> None:
    """Bundled families stand first, and one that is not installed is shown all the same."""
    letters = Declaration(
        "letters", "Literata", "Letters", "What you write in.", Group.LOOK, Typeface(("Literata",))
    )
    row = SettingRow(letters, theme)
    qtbot.addWidget(row)
    assert isinstance(row.control, Picker)
    assert row.control.itemText(0) == "Literata"
    row.show_value("Garamond of Nowhere")
    assert row.control.currentText() == "Garamond of Nowhere"


def test_what_a_setting_is_sought_by(made: dict[str, SettingRow]) -> None:
    """Its label, its help, its group and its answers, in any order."""
    assert made["theme"].matches(["contrast", "colours"])
    assert made["theme"].matches(["look"])
    assert not made["theme"].matches(["colours", "headings"])
