"""Tests of the preferences."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.session.settings import SETTINGS, Settings
from factbox.ui.preferences import PreferencesDialog
from factbox.ui.theme import Theme
from looking import words


def opened(theme: Theme, qtbot: QtBot, scale: float = 1.0) -> PreferencesDialog:
    """Give the preferences with a few settings changed."""
    dialog = PreferencesDialog(theme, scale)
    qtbot.addWidget(dialog)
    dialog.show_settings(Settings(theme="dark", fragments=True))
    dialog.show()
    return dialog


def shown(dialog: PreferencesDialog) -> set[str]:
    """Give the names of the settings in sight."""
    return {name for name, row in dialog.rows.items() if row.isVisible()}


def test_every_setting_has_a_row(theme: Theme, qtbot: QtBot) -> None:
    """Nothing but its declaration is needed."""
    assert set(opened(theme, qtbot).rows) == set(SETTINGS)


def test_a_group_shows_its_settings(theme: Theme, qtbot: QtBot) -> None:
    """The groups at the left choose what is at the right, and the keyboard chooses a group."""
    dialog = opened(theme, qtbot)
    for _each in dialog.groups.rows[:-1]:
        group = dialog.groups.key
        assert shown(dialog) == {name for name, each in SETTINGS.items() if each.group is group}
        QTest.keyClick(dialog.groups, Qt.Key.Key_Down)
    assert shown(dialog) == set()
    assert {each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()} == {
        "All &Back to Defaults",
        "&Import…",
        "&Export…",
    }


def test_the_search_goes_over_all_groups(theme: Theme, qtbot: QtBot) -> None:
    """It begins in the search; labels, helps and answers are sought, Escape leaves it before the dialog."""
    dialog = opened(theme, qtbot)
    qtbot.waitUntil(dialog.search.hasFocus)
    QTest.keyClicks(dialog.search, "headings")
    assert shown(dialog) == {"fragments"}
    QTest.keyClicks(dialog.search, " of the moon")
    assert shown(dialog) == set()
    assert "No setting found." in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.search.text() == ""
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_small_dialog_shows_all_groups_below_each_other(theme: Theme, qtbot: QtBot) -> None:
    """Without room for the groups nothing is out of reach."""
    dialog = opened(theme, qtbot, 3.0)
    dialog.resize(780, 540)
    assert not dialog.groups.isVisible()
    assert shown(dialog) == set(SETTINGS)
    for row in dialog.rows.values():
        assert row.control.geometry().right() <= row.width()


def test_a_theme_may_change_while_it_is_open(theme: Theme, qtbot: QtBot) -> None:
    """It is dressed as the settings in it say, and stays where it is."""
    dialog = opened(theme, qtbot)
    row = dialog.rows["scale"]
    low = row.control.height()
    qtbot.waitUntil(dialog.search.hasFocus)
    row.control.setFocus()
    dialog.set_theme(Theme.load("dark"), 2.0)
    assert row.control.height() == 2 * low
    assert row.control.hasFocus()
