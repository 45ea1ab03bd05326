"""Fields: a box to tick, a choice and a search, in the colours of the theme."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.ui.fields import Picker, Search, Tick
from factbox.ui.theme import Theme


def test_a_box_is_ticked_by_key_and_mouse(theme: Theme, qtbot: QtBot) -> None:
    """The space bar and a click change it, and it says what it stands for."""
    tick = Tick("Hard only", theme)
    qtbot.addWidget(tick)
    tick.show()
    assert tick.accessibleName() == "Hard only"
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert not tick.isChecked()


def test_a_tick_is_seen_without_colour(theme: Theme, qtbot: QtBot) -> None:
    """Ticked, the box is filled; empty, it has the ground of paper."""
    tick = Tick("Hard only", theme)
    qtbot.addWidget(tick)
    inside = QPoint(3, tick.height() // 2 - 4)
    assert tick.grab().toImage().pixelColor(inside) == theme.paper
    tick.setChecked(True)
    assert tick.grab().toImage().pixelColor(inside) == theme.accent


def test_fields_are_named(theme: Theme, qtbot: QtBot) -> None:
    """Screen readers hear what is chosen and sought there."""
    for field in (Picker("Order", theme), Search("Find", theme)):
        qtbot.addWidget(field)
        assert field.accessibleName() in {"Order", "Find"}
