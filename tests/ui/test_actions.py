"""Tests of the table of actions."""

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from factbox.ui.actions import MENUS, PARTS, TABLE, Actions
from factbox.ui.window import MainWindow


def test_every_action_is_in_its_menu(qtbot: QtBot) -> None:
    """Each row of the table is found in the menu it names."""
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions = Actions(bar)
    actions.fill(bar)
    found = {action.objectName() for menu in bar.findChildren(QMenu) for action in menu.actions()}
    assert {row.key for row in TABLE} <= found
    assert len(bar.actions()) == len(MENUS)


def test_no_two_actions_have_one_key(window: MainWindow) -> None:
    """Every shortcut belongs to one action."""
    keys = Counter(
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for row in TABLE
        for sequence in window.commands[row.key].shortcuts()
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_mnemonics_differ_within_a_menu() -> None:
    """No two actions of a menu are reached by the same underlined letter."""
    for menu in (*MENUS, *PARTS):
        letters = [row.text[row.text.index("&") + 1].lower() for row in TABLE if row.menu == menu]
        letters += [
            label[label.index("&") + 1].lower() for parent, label, _apart in PARTS.values() if parent == menu
        ]
        assert sorted(letters) == sorted(set(letters))


@pytest.mark.usefixtures("qapp")
def test_redo_is_where_word_has_it() -> None:
    """Ctrl+Y works besides the key of the platform."""
    owner = QObject()
    keys = [each.toString() for each in Actions(owner)["redo"].shortcuts()]
    assert "Ctrl+Y" in keys
    assert len(keys) == len(set(keys))
