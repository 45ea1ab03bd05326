"""Tests of what the comparison shows, and what it leaves alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.document import Block
from factbox.metrics.guidance import Panel, Spot
from factbox.session.comparer import Contrast, Wording
from factbox.ui.comparing import Comparing
from factbox.ui.desk import Desk
from factbox.ui.page import Page
from factbox.ui.paper import Layer, Paper
from factbox.ui.window import MainWindow
from looking import child

PARAGRAPHS = [
    f"The mill number {number} stands by the river. It grinds the corn of {number} villages in the valley. "
    f"The miller of this mill is old, and he cannot lift {number} sacks."
    for number in range(10, 90)
]
ORIGINAL = "\n".join(PARAGRAPHS)
# The adaptation is longer at the beginning: the same lines stand at other heights.
ADAPTED = "\n".join(["A mill is a house in which corn is ground."] * 12 + PARAGRAPHS[:-1])


@pytest.fixture
def compared(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a wide window with a long original beside a longer adaptation, compared."""
    window.resize(1280, 800)
    window.show()
    window.editor.setPlainText(ORIGINAL)
    window.commands["adapt"].trigger()
    window.editor.setPlainText(ADAPTED)
    qtbot.waitUntil(lambda: contrast(window) is not None)
    qtbot.waitUntil(lambda: current(window).revision == window.watcher.revision)
    return window


def contrast(window: MainWindow) -> Contrast | None:
    """Give both texts as they were compared last."""
    found: Contrast | None = window.adapting.comparison
    return found


def current(window: MainWindow) -> Contrast:
    """Give both texts as they were compared last; there must be such a comparison."""
    found = contrast(window)
    assert found is not None
    return found


def comparing(window: MainWindow) -> Comparing:
    """Give the comparison."""
    found: Comparing = window.adapting._comparing
    return found


def first_words(paper: Paper) -> str:
    """Give the beginning of the paragraph at the top of a paper."""
    return paper.firstVisibleBlock().text()[:19]


def test_the_original_scrolls_along(compared: MainWindow, qtbot: QtBot) -> None:
    """What belongs together stands at one height, however much was added before it."""
    original = child(compared, Paper, "original")
    compared.editor.setFocus()
    bar = compared.editor.verticalScrollBar()
    bar.setValue(compared.editor.line_of(Spot(40, 0, 0)))
    qtbot.waitUntil(lambda: first_words(original) == first_words(compared.editor))
    assert original.line_of(Spot(28, 0, 0)) == original.first_line
    bar.setValue(compared.editor.line_of(Spot(60, 0, 0)))
    qtbot.waitUntil(lambda: original.line_of(Spot(48, 0, 0)) == original.first_line)


def test_a_line_joins_the_pair_at_the_caret(compared: MainWindow, qtbot: QtBot) -> None:
    """It goes from the sentence to its counterpart, and is gone where there is none."""
    gap = child(compared, Desk)._gap
    compared.editor.setFocus()
    compared.editor.go_to(Spot(12, 0, 0))
    qtbot.waitUntil(lambda: gap._pair is not None)
    compared.editor.go_to(Spot(0, 0, 0))
    qtbot.waitUntil(lambda: gap._pair is None)


def test_a_comparison_with_another_original_is_ignored(compared: MainWindow) -> None:
    """One that comes late speaks of an original that has gone."""
    now = current(compared)
    comparing(compared)._on_contrasted(replace(now, blocks=(Block("Another."),)))
    assert contrast(compared) is now


def test_what_is_known_of_an_earlier_text_is_ignored(compared: MainWindow) -> None:
    """Its places may be elsewhere by now: neither notices nor marks are shown."""
    now = current(compared)
    comparing(compared)._on_contrasted(replace(now, revision=now.revision - 1))
    assert contrast(compared) is now
    before = list(compared.editor._layers[Layer.WORDING])
    comparing(compared)._on_worded(Wording(now.revision - 1, (), (Spot(0, 0, 1), Spot(1, 0, 1))))
    assert list(compared.editor._layers[Layer.WORDING]) == before


def test_another_original_is_compared_from_nothing(compared: MainWindow, qtbot: QtBot) -> None:
    """What was told of the one before is gone at once."""
    compared.portfolio.set_original("Other", (Block("The mill number 10 stands by the river."),))
    assert contrast(compared) is None
    qtbot.waitUntil(lambda: contrast(compared) is not None)
    assert len(current(compared).collation.original) == 1


def test_without_the_original_nothing_is_compared_any_more(compared: MainWindow, qtbot: QtBot) -> None:
    """The thread beside the window is told, too."""
    comparer = comparing(compared).comparer
    compared.commands["compare"].trigger()
    assert contrast(compared) is None
    qtbot.waitUntil(lambda: comparer._original is None)


def test_the_caret_comes_back(compared: MainWindow, qtbot: QtBot) -> None:
    """Escape leaves the list, and the caret is where it was: no key replaces what was only shown."""
    cursor = compared.editor.textCursor()
    cursor.setPosition(30)
    compared.editor.setFocus()
    compared.editor.setTextCursor(cursor)
    compared.commands["changes"].trigger()
    page = compared.panels._added[Panel.CHANGES]
    assert isinstance(page, Page)
    qtbot.waitUntil(lambda: bool(page.list.rows))
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    qtbot.waitUntil(lambda: compared.editor.textCursor().hasSelection())
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert compared.editor.textCursor().position() == 30
    assert not compared.editor.textCursor().hasSelection()
