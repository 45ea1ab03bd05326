"""The scroll bar: where it stands, and when it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factbox.ui.scrollbar import ScrollBar, Scroller
from factbox.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> ScrollBar:
    """Give a shown bar with something to scroll."""
    made = ScrollBar(theme, "panel")
    qtbot.addWidget(made)
    made.setRange(0, 100)
    made.setPageStep(50)
    made.resize(12, 300)
    # Away from where the pointer of the offscreen platform rests.
    made.move(400, 300)
    made.show()
    made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    return made


def colours(bar: ScrollBar) -> set[str]:
    """Give the colours along the middle of the bar."""
    image = bar.grab().toImage()
    return {image.pixelColor(6, y).name() for y in range(image.height())}


def test_is_ground_while_the_mouse_is_elsewhere(bar: ScrollBar, theme: Theme) -> None:
    """Nobody sees the bar until the mouse is there."""
    assert colours(bar) == {theme.panel.name()}


def test_shows_its_handle_while_it_is_held(bar: ScrollBar, theme: Theme) -> None:
    """A handle that is held is drawn strongly."""
    bar.setSliderDown(True)
    assert theme.second.name() in colours(bar)


def test_shows_its_handle_under_the_mouse(bar: ScrollBar, theme: Theme) -> None:
    """Under the mouse the handle is drawn quietly."""
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert theme.track.name() in colours(bar)


def test_follows_theme_and_text_scale(bar: ScrollBar) -> None:
    """The bar takes another theme, and twice the width at text scale 2."""
    dark = Theme.load("dark")
    bar.set_theme(dark, 2.0)
    assert bar.sizeHint().width() == 24
    assert colours(bar) == {dark.panel.name()}


@pytest.fixture
def scroller(qtbot: QtBot, theme: Theme) -> Scroller:
    """Give a shown area with something too high for it."""
    content = QWidget()
    content.setMinimumHeight(1000)
    made = Scroller(content, theme)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_bar_takes_no_room(scroller: Scroller) -> None:
    """What scrolls is as wide as the area, whether there is a bar or not."""
    scroller.grab()
    assert scroller.viewport().width() == 300
    scroller.set_scrolling(scrolling=False)
    scroller.grab()
    assert scroller.viewport().width() == 300


def test_pages_scroll_by_key(scroller: Scroller) -> None:
    """Page Down and Page Up scroll; the arrows do not."""
    bar = scroller.verticalScrollBar()
    QTest.keyClick(scroller, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(scroller, Qt.Key.Key_PageUp)
    QTest.keyClick(scroller, Qt.Key.Key_Down)
    assert bar.value() == 0
