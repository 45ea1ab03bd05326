"""The tools: buttons that follow their actions."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from factbox.ui.theme import Theme
from factbox.ui.tools import Switch, Tools
from looking import child


@pytest.fixture
def action() -> QAction:
    """Give an action with a key."""
    made = QAction("&Hide panel")
    made.setShortcut(QKeySequence("Ctrl+F9"))
    return made


@pytest.fixture
def tools(action: QAction, qtbot: QtBot, theme: Theme) -> Tools:
    """Give tools with that action."""
    made = Tools([(action, "panel-right")], theme)
    qtbot.addWidget(made)
    return made


def button(tools: Tools) -> QToolButton:
    """Give the one button."""
    return child(tools, QToolButton)


def test_button_triggers_its_action(tools: Tools, action: QAction, qtbot: QtBot) -> None:
    """A click does what the action does."""
    with qtbot.waitSignal(action.triggered):
        button(tools).click()


def test_button_is_named(tools: Tools) -> None:
    """Screen readers hear the name, the tooltip adds the key."""
    assert button(tools).accessibleName() == "Hide panel"
    assert button(tools).toolTip() == "Hide panel (Ctrl+F9)"


def test_button_follows_its_action(tools: Tools, action: QAction) -> None:
    """A new name and a disabled action are seen on the button."""
    action.setText("Show panel")
    action.setEnabled(False)
    assert button(tools).accessibleName() == "Show panel"
    assert not button(tools).isEnabled()


def test_icon_shows_where_the_panel_is(tools: Tools) -> None:
    """The icon of the panel differs when the panel lies below the text."""
    beside = button(tools).icon().pixmap(18).toImage()
    tools.set_place("below")
    assert button(tools).icon().pixmap(18).toImage() != beside
    tools.set_place("right")
    assert button(tools).icon().pixmap(18).toImage() == beside


def test_icons_follow_the_theme(tools: Tools) -> None:
    """Another theme and text scale draw the icon anew."""
    before = button(tools).icon().pixmap(18).toImage()
    tools.set_theme(Theme.load("dark"), 2.0)
    assert button(tools).icon().pixmap(18).toImage() != before
    assert button(tools).width() == 60


def test_the_switch_has_its_word_and_follows_its_action(qtbot: QtBot, theme: Theme) -> None:
    """The marks are switched with a word beside the icon; a press and the action change the same."""
    action = QAction("&Marks")
    action.setCheckable(True)
    tools = Tools([(action, "highlighter")], theme)
    qtbot.addWidget(tools)
    switch = child(tools, Switch)
    assert (switch.text(), switch.accessibleName()) == ("Marks", "Marks")
    switch.click()
    assert action.isChecked()
    action.trigger()
    assert not switch.isChecked()


def test_the_side_of_the_knob_says_the_state(qtbot: QtBot, theme: Theme) -> None:
    """On and off differ in shape, not only in colour."""
    action = QAction("&Marks")
    action.setCheckable(True)
    switch = Switch("highlighter", action, theme)
    qtbot.addWidget(switch)
    middle = switch.height() // 2
    left, right = switch.width() - 6 - 27 + 7, switch.width() - 6 - 7
    knobs = []
    for checked in (False, True):
        action.setChecked(checked)
        image = switch.grab().toImage()
        knobs.append(
            [image.pixelColor(place, middle) != image.pixelColor(place, middle - 5) for place in (left, right)]
        )
    assert knobs == [[True, False], [False, True]]


def test_what_a_screen_reader_toggles_is_done(tools: Tools, action: QAction, theme: Theme, qtbot: QtBot) -> None:
    """On and off, once each; and what the action itself does is only shown."""
    done: list[bool] = []
    action.setCheckable(True)
    action.toggled.connect(done.append)
    button(tools).toggle()
    button(tools).toggle()
    assert done == [True, False]
    switch = Switch("highlighter", action, theme)
    qtbot.addWidget(switch)
    switch.toggle()
    switch.click()
    assert done == [True, False, True, False]
    action.setChecked(True)
    assert button(tools).isChecked()
    assert switch.isChecked()
    assert done == [True, False, True, False, True]
