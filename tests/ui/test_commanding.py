"""Tests of the palette of all actions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.ui.actions import TABLE
from factbox.ui.palette import Palette
from factbox.ui.window import MainWindow


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    """Give the palette, open over a window."""
    window.show()
    window.commands["palette"].trigger()
    qtbot.waitUntil(window.annexe.commanding.palette.search.hasFocus)
    palette: Palette = window.annexe.commanding.palette
    return palette


def note(palette: Palette, key: str) -> str:
    """Read what is told of an action."""
    (row,) = (row for row in palette.list.rows if row.key == key)
    return row.note


def test_every_action_is_offered(palette: Palette) -> None:
    """Each row of the table is there, or what its menu offers, but for the palette itself."""
    keys = {key.partition("/")[0] for key in palette.offered}
    assert keys == {row.key for row in TABLE} - {"palette"}
    assert "formula/SMOG" in palette.offered


def test_it_tells_menu_keys_and_state(palette: Palette) -> None:
    """A row says where the action stands, by which keys it is done, and how it is."""
    assert note(palette, "new_window") == "File · Ctrl+Shift+N"
    assert note(palette, "side") == "View · F9 · on"
    assert note(palette, "undo") == "Edit · Ctrl+Z · not possible now"
    assert note(palette, "formula/SMOG") == "Text › Formula of the Level · off"


def test_letters_and_enter_do_it(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    """A few letters choose, the arrows choose among what is left, Enter does it and the palette is gone."""
    QTest.keyClicks(palette.search, "dark")
    assert palette.offered[0] == "dark"
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.store.settings.theme == "dark"
    assert not palette.isVisible()
    window.commands["palette"].trigger()
    assert palette.offered[0] == "dark"
    assert window.store.memory.recent_actions == ["dark"]
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: window.store.settings.theme == "dark")


def test_what_is_not_possible_is_not_done(window: MainWindow, palette: Palette) -> None:
    """Enter leaves the palette open, and nothing is remembered."""
    QTest.keyClicks(palette.search, "undo")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert window.store.memory.recent_actions == []


def test_nothing_is_called_so(palette: Palette) -> None:
    """Letters that fit nothing are answered, and Enter does nothing."""
    QTest.keyClicks(palette.search, "qqq")
    assert palette.offered == ()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.isVisible()


@pytest.mark.parametrize(("scale", "size"), [(1.0, (800, 600)), (3.0, (800, 600)), (1.0, (3840, 2160))])
def test_it_stays_inside_the_window(window: MainWindow, scale: float, size: tuple[int, int]) -> None:
    """At every size of text and window it is as wide as there is room, and has rows."""
    window.store.change(scale=scale)
    window.show()
    window.resize(*size)
    window.commands["palette"].trigger()
    palette = window.annexe.commanding.palette
    assert palette.width() <= size[0]
    assert palette.height() <= size[1]
    assert palette.list.height() >= palette.list.sizeHintForRow(0)
    palette.close()
