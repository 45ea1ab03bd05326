"""What opens over a window: its corners are round on every screen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from factbox.ui.popover import Popover
from factbox.ui.theme import Theme


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_corners_are_no_part_of_a_window_of_x(
    scale: float, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would be black without a compositor; what is drawn stays whole."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    popover = Popover(theme, scale)
    qtbot.addWidget(popover)
    popover.resize(120, 80)
    drawn = popover.grab().toImage()
    shape = popover.mask()
    corners = [QPoint(x, y) for x in (0, 119) for y in (0, 79)]
    assert not any(map(shape.contains, corners))
    seen = [QPoint(x, y) for x in range(120) for y in range(80) if drawn.pixelColor(x, y).alpha()]
    assert seen
    assert all(map(shape.contains, seen))
