"""What opens over a window: its corners are round on every screen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from factbox.ui.popover import Popover
from factbox.ui.theme import Theme

CORNERS = [QPoint(x, y) for x in (0, 119) for y in (0, 79)]


def test_the_corners_are_clear(theme: Theme, qtbot: QtBot) -> None:
    """Where the system mixes windows, what is below shows through them."""
    popover = Popover(theme)
    qtbot.addWidget(popover)
    popover.resize(120, 80)
    drawn = popover.grab().toImage()
    assert popover.mask().isNull()
    assert not any(drawn.pixelColor(corner).alpha() for corner in CORNERS)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_corners_are_cut_off_on_x(
    scale: float, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clear ones would be black without a compositor; nothing that is left of the window is clear."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    popover = Popover(theme, scale)
    qtbot.addWidget(popover)
    popover.resize(120, 80)
    drawn = popover.grab().toImage()
    shape = popover.mask()
    assert not any(map(shape.contains, CORNERS))
    assert shape.boundingRect() == popover.rect()
    kept = [(x, y) for x in range(120) for y in range(80) if shape.contains(QPoint(x, y))]
    assert all(drawn.pixelColor(x, y).alpha() == 255 for x, y in kept)
