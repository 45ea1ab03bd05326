"""Tests of the focus mode."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox.ui.light import Lit
from factbox.ui.window import MainWindow


@pytest.fixture
def written(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a window with a text of many lines."""
    window.resize(1280, 800)
    window.show()
    window.editor.setPlainText("\n".join(f"This is line {n}. It has two sentences." for n in range(200)))
    window.editor.setFocus()
    qtbot.waitUntil(window.editor.hasFocus)
    return window


def shown(window: MainWindow) -> list[bool]:
    """Tell what can be seen: masthead, foot, Fact Box, hint, and the full screen."""
    hint = window.spread.findChild(QLabel, "focus_hint")
    assert hint is not None
    parts = (window.masthead, window.status, window.factbox, hint)
    return [*(part.isVisible() for part in parts), window.isFullScreen()]


def caret_height(window: MainWindow) -> float:
    """Give where the caret is: 0 at the top of the view, 1 at its foot."""
    return window.editor.cursorRect().center().y() / window.editor.viewport().height()


def test_shows_nothing_but_the_text_and_how_to_leave(written: MainWindow) -> None:
    """Everything else goes, a hint says how it comes back, and Esc brings it back."""
    before = shown(written)
    assert before == [True, True, True, False, False]
    written.commands["focus"].trigger()
    assert shown(written) == [False, False, False, True, True]
    assert written.commands["focus"].isChecked()
    assert written.editor.width() == written.spread.width()
    written.spread._escape.activated.emit()
    assert shown(written) == before
    assert not written.commands["focus"].isChecked()


def test_the_key_that_enters_leaves(written: MainWindow) -> None:
    """Whoever was in full screen before stays there."""
    written.commands["full_screen"].trigger()
    written.commands["focus"].trigger()
    written.commands["focus"].trigger()
    assert shown(written) == [True, True, True, False, True]


def test_lights_as_chosen_and_only_there(written: MainWindow) -> None:
    """The choice stands in the menu; outside the mode nothing is dimmed."""
    whole = written.editor.light.region
    written.commands["lit_line"].trigger()
    assert written.editor.light.region == whole
    written.commands["focus"].trigger()
    assert written.editor.light.region.boundingRect().height() < 60
    written.commands["lit_all"].trigger()
    assert written.editor.light.region.boundingRect() == written.editor.viewport().rect()
    assert Lit(written.store.settings.lit) is Lit.ALL
    written.focus.leave()


def test_finding_comes_before_leaving(written: MainWindow) -> None:
    """Esc closes the bar first."""
    written.commands["focus"].trigger()
    written.commands["find"].trigger()
    assert written.findbar.isVisible()
    written.spread._escape.activated.emit()
    assert written.focus.is_on
    written.spread._escape.activated.emit()
    assert not written.focus.is_on


def test_typewriter_scrolling_keeps_the_caret_at_half_height(written: MainWindow) -> None:
    """From line to line the text moves, not the caret; also behind the last line, and without the focus mode."""
    written.commands["typewriter"].trigger()
    cursor = written.editor.textCursor()
    cursor.setPosition(written.editor.document().findBlockByNumber(100).position())
    written.editor.setTextCursor(cursor)
    heights = []
    for _step in range(5):
        QTest.keyClick(written.editor, Qt.Key.Key_Down)
        heights.append(caret_height(written))
    written.editor.moveCursor(cursor.MoveOperation.End)
    QTest.keyClick(written.editor, Qt.Key.Key_Return)
    heights.append(caret_height(written))
    assert all(0.44 <= height <= 0.56 for height in heights)
    written.commands["typewriter"].trigger()
    assert not written.editor.centerOnScroll()
