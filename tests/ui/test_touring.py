"""Tests of the tour."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factbox.session.settings import SettingsStore
from factbox.ui.callout import Callout
from factbox.ui.house import House
from factbox.ui.window import MainWindow
from houses import clear


@pytest.fixture
def toured(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a window in which somebody has asked for the tour."""
    window.show()
    window.resize(1280, 800)
    window.commands["tour"].trigger()
    qtbot.waitUntil(callout(window).next.hasFocus)
    return window


def callout(window: MainWindow) -> Callout:
    """Give what is on show."""
    found = window.touring.callout
    assert found is not None
    return found


def room(window: MainWindow, part: QWidget) -> QRect:
    """Give the room of a part in the window."""
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def test_it_has_three_steps(toured: MainWindow) -> None:
    """Enter goes on; each step stands beside the part that it is about, and after the third nothing is left."""
    parts = [toured.factbox, toured.findChild(QWidget, "marks_switch"), toured.factbox.goal_button]
    for place, part in enumerate(parts):
        assert isinstance(part, QWidget)
        assert toured.touring.place == place
        assert callout(toured).accessibleName().endswith(f"{place + 1} of 3")
        assert not room(toured, callout(toured)).intersects(room(toured, part))
        callout(toured).next.click()
    assert toured.touring.callout is None


def test_escape_skips_it(toured: MainWindow, qtbot: QtBot) -> None:
    """The keyboard is where it was before."""
    QTest.keyClick(callout(toured).next, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: toured.touring.callout is None)
    qtbot.waitUntil(toured.editor.hasFocus)


@pytest.mark.parametrize(("size", "scale"), [((800, 600), 1.0), ((800, 600), 3.0), ((3840, 2160), 2.0)])
def test_it_stays_inside_the_window(toured: MainWindow, qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    """Whatever becomes of the window, the words can be read whole."""
    toured.store.change(scale=scale)
    toured.resize(*size)
    for _step in range(3):
        qtbot.waitUntil(lambda: toured.rect().contains(room(toured, callout(toured))))
        callout(toured).next.click()


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((800, 600), 1.0), ((1000, 700), 1.5)])
def test_it_leaves_a_notice_in_sight(
    toured: MainWindow, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    """Also one that comes while a step is on show."""
    toured.store.change(scale=scale)
    toured.resize(*size)
    toured.notice.show_notice("The mill has stopped.", ("Start it", lambda: None), ("Leave it", lambda: None))
    for _step in range(3):
        qtbot.waitUntil(lambda: not room(toured, callout(toured)).intersects(room(toured, toured.notice)))
        callout(toured).next.click()


def test_the_first_start_offers_it_once(qtbot: QtBot) -> None:
    """Who writes at once is not held up, and the next start begins without it."""
    store = SettingsStore()
    house = House(store)
    house.begin(())
    (window,) = house.windows
    qtbot.waitUntil(lambda: window.touring.place == 0)
    qtbot.waitUntil(lambda: window.filing.title == "Example text")
    assert not callout(window).next.hasFocus()
    QTest.keyClick(window.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.touring.callout is None)
    again = House(store)
    with qtbot.waitSignal(again.reopened):
        again.begin(())
    assert again.windows[0].touring.place == -1
    clear(house, qtbot)
    clear(again, qtbot)
