"""Tests of the bar that tells how far a part is from a usual text."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from factbox.ui.deviation import DeviationBar
from factbox.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> DeviationBar:
    """Give a bar on show."""
    made = DeviationBar(theme)
    qtbot.addWidget(made)
    made.resize(301, 16)
    made.show()
    return made


def inked(bar: DeviationBar, theme: Theme) -> list[int]:
    """Give the places along the bar that are filled, above its line."""
    image = bar.grab().toImage()
    return [x for x in range(image.width()) if image.pixelColor(x, 6) == QColor(theme.band)]


def test_harder_stands_at_the_right_and_easier_at_the_left(bar: DeviationBar, theme: Theme) -> None:
    """The bar begins at a usual text, in the middle, and ends at its deviation."""
    bar.show_deviation(1.5)
    filled = inked(bar, theme)
    assert min(filled) >= 150
    assert abs(max(filled) - 225) < 3
    bar.show_deviation(-3.0)
    filled = inked(bar, theme)
    assert min(filled) < 3
    assert max(filled) <= 150


def test_what_lies_beyond_the_ends_is_pinned(bar: DeviationBar) -> None:
    """A very unusual text has a bar to the end."""
    assert bar.place(9.0) == bar.place(3.0) == 300
    assert bar.place(-9.0) == 0
