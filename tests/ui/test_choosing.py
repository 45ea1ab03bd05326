"""Tests of the settings in the menus."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from factbox.session.declared import Switch
from factbox.session.settings import SETTINGS
from factbox.ui.window import MainWindow

SWITCHES = [name for name, each in SETTINGS.items() if each.kind == Switch()]


def test_a_switch_in_the_menu_is_the_setting(window: MainWindow) -> None:
    """The action changes the setting, and the setting checks the action."""
    tied = [name for name in SWITCHES if name in window.commands]
    assert {"side", "fragments"} <= set(tied)
    for name in tied:
        before = getattr(window.store.settings, name)
        assert window.commands[name].isChecked() is before
        window.commands[name].trigger()
        assert getattr(window.store.settings, name) is not before
        window.store.change(**{name: before})
        assert window.commands[name].isChecked() is before


@pytest.mark.parametrize("theme", ["dark", "contrast", "light", "system"])
def test_an_answer_in_the_menu_is_the_setting(window: MainWindow, theme: str) -> None:
    """One of the answers is checked: the one that is the setting now."""
    window.commands[theme].trigger()
    assert window.store.settings.theme == theme
    assert [each.objectName() for each in window.commands.answers("theme") if each.isChecked()] == [theme]
    window.store.change(theme="light")
    assert window.commands["light"].isChecked()


def test_sizes_go_up_and_down(window: MainWindow) -> None:
    """Larger, smaller and normal change the size of all text."""
    window.commands["larger"].trigger()
    assert window.store.settings.scale == 1.1
    window.commands["smaller"].trigger()
    window.commands["smaller"].trigger()
    assert window.store.settings.scale == 0.9
    window.commands["normal_size"].trigger()
    assert window.store.settings.scale == 1.0


def test_the_fact_box_moves_and_stays_there(window: MainWindow, qtbot: QtBot) -> None:
    """The menu moves it, and the next window has it there too."""
    window.show()
    window.resize(1280, 800)
    window.commands["side_left"].trigger()
    assert window.factbox.mapTo(window, QPoint(0, 0)).x() < window.editor.mapTo(window, QPoint(0, 0)).x()
    second = MainWindow(window.store)
    qtbot.addWidget(second)
    second.show()
    second.resize(1280, 800)
    assert second.factbox.mapTo(second, QPoint(0, 0)).x() < second.editor.mapTo(second, QPoint(0, 0)).x()
