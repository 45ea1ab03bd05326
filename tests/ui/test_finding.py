"""Tests of finding and replacing, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.ui.fields import Tick
from factbox.ui.paper import Layer
from factbox.ui.window import MainWindow

TEXT = "The mill is old. 😀 The MILL stands by the river.\nA windmill is no mill."


@pytest.fixture
def open_bar(window: MainWindow) -> MainWindow:
    """Give a window with a text and the open bar."""
    window.show()
    window.editor.setPlainText(TEXT)
    window.commands["find"].trigger()
    return window


def count(window: MainWindow) -> str:
    """Give what the bar says of the matches."""
    return window.findbar._count.text()


def sought(window: MainWindow, qtbot: QtBot, words: str, told: str) -> None:
    """Seek something and wait for the count."""
    window.findbar.words.setText(words)
    qtbot.waitUntil(lambda: count(window) == told)


def tick(window: MainWindow, words: str) -> Tick:
    """Give a box to tick."""
    return next(each for each in window.findbar.findChildren(Tick) if each.text() == words)


def press(window: MainWindow, words: str) -> None:
    """Press a button of the bar."""
    next(each for each in window.findbar.findChildren(QPushButton) if each.text() == words).click()


def test_matches_are_counted_and_marked(open_bar: MainWindow, qtbot: QtBot) -> None:
    """All of them, as one types; closed, nothing is left of it, and the text has the focus."""
    sought(open_bar, qtbot, "mill", "1 of 4")
    marked = [placed.cursor.selectedText() for placed in open_bar.editor._layers[Layer.FOUND]]
    assert marked == ["mill", "MILL", "mill", "mill"]
    sought(open_bar, qtbot, "millet", "not found")
    QTest.keyClick(open_bar.findbar, Qt.Key.Key_Escape)
    assert not open_bar.findbar.isVisible()
    assert not open_bar.editor._layers[Layer.FOUND]
    assert open_bar.editor.toPlainText() == TEXT


def test_enter_goes_round(open_bar: MainWindow, qtbot: QtBot) -> None:
    """From match to match, and from the last to the first; with Shift the other way."""
    sought(open_bar, qtbot, "mill", "1 of 4")
    places = []
    for _ in range(5):
        QTest.keyClick(open_bar.findbar.words, Qt.Key.Key_Return)
        places.append(open_bar.editor.textCursor().selectionStart())
    assert places == [TEXT.index("mill"), TEXT.index("MILL") + 1, TEXT.index("mill is no") + 1, len(TEXT) - 4, 4]
    QTest.keyClick(open_bar.findbar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert open_bar.editor.textCursor().selectionStart() == len(TEXT) - 4
    assert count(open_bar) == "4 of 4"


def test_all_are_replaced_as_one_step(open_bar: MainWindow, qtbot: QtBot) -> None:
    """Emoji before them shift nothing; undo brings everything back."""
    tick(open_bar, "Whole words").click()
    sought(open_bar, qtbot, "mill", "1 of 3")
    open_bar.findbar.other.setText("barn")
    press(open_bar, "Replace all")
    assert open_bar.editor.toPlainText() == TEXT.replace("MILL", "barn").replace(" mill", " barn")
    open_bar.commands["undo"].trigger()
    assert open_bar.editor.toPlainText() == TEXT


def test_one_is_replaced_after_the_other(open_bar: MainWindow, qtbot: QtBot) -> None:
    """Each press replaces the match that is selected and goes to the next."""
    tick(open_bar, "Match case").click()
    sought(open_bar, qtbot, "mill", "1 of 3")
    open_bar.findbar.other.setText("mills")
    press(open_bar, "Replace")
    assert open_bar.editor.textCursor().selectedText() == "mill"
    press(open_bar, "Replace")
    assert open_bar.editor.toPlainText() == TEXT.replace("mill", "mills", 1)
    qtbot.waitUntil(lambda: open_bar.editor.textCursor().selectionStart() > 40)


def test_expressions_may_put_groups_back(open_bar: MainWindow, qtbot: QtBot) -> None:
    """What is no expression is told, and replaces nothing."""
    tick(open_bar, "Regular expression").click()
    open_bar.findbar.words.setText("(")
    qtbot.waitUntil(lambda: "no regular expression" in count(open_bar))
    press(open_bar, "Replace all")
    assert open_bar.editor.toPlainText() == TEXT
    sought(open_bar, qtbot, r"The (\w+) is", "1 of 1")
    open_bar.findbar.other.setText(r"A \1 was")
    press(open_bar, "Replace all")
    assert open_bar.editor.toPlainText().startswith("A mill was old.")


def test_a_selection_may_be_searched_alone(window: MainWindow, qtbot: QtBot) -> None:
    """Several lines that are selected are what is searched; a word that is selected is what is sought."""
    window.show()
    window.editor.setPlainText(TEXT + "\nmill")
    cursor = window.editor.textCursor()
    cursor.setPosition(TEXT.index("stands"))
    cursor.setPosition(len(TEXT) + 1, cursor.MoveMode.KeepAnchor)
    window.editor.setTextCursor(cursor)
    window.commands["find"].trigger()
    assert tick(window, "In selection").isChecked()
    sought(window, qtbot, "mill", "1 of 2")
    cursor.setPosition(4)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    window.editor.setTextCursor(cursor)
    window.commands["find"].trigger()
    assert window.findbar.words.text() == "mill"
    qtbot.waitUntil(lambda: count(window) == "1 of 5")


def test_the_count_follows_the_text(open_bar: MainWindow, qtbot: QtBot) -> None:
    """What is typed is searched when the writing rests."""
    sought(open_bar, qtbot, "mill", "1 of 4")
    open_bar.editor.moveCursor(open_bar.editor.textCursor().MoveOperation.End)
    open_bar.editor.insertPlainText(" Mill, mill.")
    qtbot.waitUntil(lambda: count(open_bar).endswith("of 6"))


def test_f3_goes_on_without_the_bar_in_focus(open_bar: MainWindow, qtbot: QtBot) -> None:
    """The next match is a key away while one writes."""
    sought(open_bar, qtbot, "river", "1 of 1")
    open_bar.editor.setFocus()
    open_bar.commands["find_next"].trigger()
    assert open_bar.editor.textCursor().selectedText() == "river"
