"""The header: menus, name and state at every width."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QMenuBar, QToolButton
from pytestqt.qtbot import QtBot

from factbox.ui.masthead import Masthead
from factbox.ui.theme import Theme
from looking import child


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Give a window to stand in."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 300)
    return made


@pytest.fixture
def save() -> QAction:
    """Give an action with a key."""
    made = QAction("Save")
    made.setShortcut(QKeySequence("Ctrl+S"))
    return made


@pytest.fixture
def menus(save: QAction) -> QMenuBar:
    """Give a menu bar with this action."""
    bar = QMenuBar()
    bar.setNativeMenuBar(False)
    bar.addMenu("File").addAction(save)
    bar.addMenu("Edit").addAction("Undo")
    return bar


@pytest.fixture
def masthead(window: QMainWindow, menus: QMenuBar, theme: Theme) -> Masthead:
    """Give a shown header 900 pixels wide."""
    made = Masthead(menus, theme)
    window.setCentralWidget(made)
    window.show()
    return made


def label(masthead: Masthead, text: str) -> QLabel:
    """Give the label of a text."""
    (found,) = [label for label in masthead.findChildren(QLabel) if label.text() == text]
    return found


def test_title_stands_over_the_text(masthead: Masthead) -> None:
    """Name and state together stand in the middle, the state beside the name."""
    masthead.show_title("A letter", "Saved")
    name, state = label(masthead, "A letter").geometry(), label(masthead, "Saved").geometry()
    assert state.left() > name.right()
    assert name.united(state).center().x() == pytest.approx(masthead.width() / 2, abs=2)


def test_long_name_leaves_room_for_menus_and_state(masthead: Masthead, menus: QMenuBar) -> None:
    """A long name is shortened between the menus and the state, and a tooltip has all of it."""
    name = "A name that goes on " * 20
    masthead.show_title(name, "Not saved")
    title, state = label(masthead, name), label(masthead, "Not saved")
    assert title.geometry().left() > menus.geometry().right()
    assert state.geometry().right() < masthead.width()
    assert title.toolTip() == name


def test_narrow_form_has_one_button(masthead: Masthead, menus: QMenuBar) -> None:
    """When narrow, all menus are behind one button."""
    masthead.set_narrow(narrow=True)
    assert not menus.isVisibleTo(masthead)
    button = child(masthead, QToolButton)
    assert button.isVisibleTo(masthead)
    assert button.accessibleName() == "Menu"
    button.menu().aboutToShow.emit()
    assert [action.text() for action in button.menu().actions()] == ["File", "Edit"]


def test_wide_form_has_the_menus(masthead: Masthead, menus: QMenuBar) -> None:
    """When there is room again, the menus stand side by side."""
    masthead.set_narrow(narrow=True)
    masthead.set_narrow(narrow=False)
    assert menus.isVisibleTo(masthead)
    assert not child(masthead, QToolButton).isVisibleTo(masthead)


@pytest.mark.parametrize("narrow", [False, True])
def test_keys_work_in_both_forms(
    masthead: Masthead,
    save: QAction,
    qtbot: QtBot,
    narrow: bool,  # noqa: FBT001 - a parameter
) -> None:
    """The keys of an action work whether its menu is in sight or behind the button."""
    masthead.set_narrow(narrow=narrow)
    qtbot.waitUntil(masthead.window().isActiveWindow)
    with qtbot.waitSignal(save.triggered):
        QTest.keySequence(masthead.window(), "Ctrl+S")


def test_corner_takes_a_widget(masthead: Masthead) -> None:
    """A widget in the corner stands at the right edge, and the title leaves it room."""
    tools = QLabel("tools")
    masthead.set_corner(tools)
    masthead.show_title("A name that goes on " * 20)
    assert tools.parentWidget() is masthead
    assert tools.geometry().right() < masthead.width()
    title = label(masthead, "A name that goes on " * 20)
    assert title.geometry().right() < tools.geometry().left()


def test_text_scale_multiplies_the_height(masthead: Masthead, theme: Theme) -> None:
    """At text scale 2 the header is 96 pixels high."""
    masthead.set_theme(theme, 2.0)
    assert masthead.height() == 96


def test_nothing_lies_over_the_tools(window: QMainWindow, masthead: Masthead) -> None:
    """Where there is no room, first the name goes and then the state, rather than lie over something."""
    masthead.show_title("A long name of a letter", "Saved")
    masthead.set_narrow(narrow=True)
    corner = QLabel("tools")
    masthead.set_corner(corner)
    for wide in range(40, 400, 20):
        corner.setFixedWidth(max(20, window.width() - wide))
        masthead._arrange()
        for text in ("A long name of a letter", "Saved"):
            shown = label(masthead, text)
            assert shown.isHidden() or shown.geometry().right() <= corner.geometry().left()
