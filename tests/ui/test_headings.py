"""Tests of going to a heading."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factbox.document import Role
from factbox.session.shapes import give_role
from factbox.ui.headinglist import HeadingList
from factbox.ui.window import MainWindow


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    """Give a window with a long text under three headings."""
    window.show()
    body = "\n".join(["Some words of this part."] * 40)
    window.editor.setPlainText(f"The sea\n{body}\nThe salt\n{body}\nThe mill\n{body}")
    for number in (0, 41, 82):
        give_role(QTextCursor(window.editor.document().findBlockByNumber(number)), Role.HEADING)
    return window


def opened(window: MainWindow, qtbot: QtBot) -> HeadingList:
    """Open the list, and give it."""
    window.commands["go_to_heading"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), HeadingList))
    found = QApplication.activePopupWidget()
    assert isinstance(found, HeadingList)
    return found


def press(target: QWidget, letters: str, key: Qt.Key) -> None:
    """Type letters, and press a key."""
    QTest.keyClicks(target, letters)
    QTest.keyClick(target, key)


def caret(window: MainWindow) -> tuple[int, int]:
    """Give the paragraph of the caret, and the first on screen."""
    return window.editor.textCursor().blockNumber(), window.editor.firstVisibleBlock().blockNumber()


def test_goes_to_the_heading_that_the_letters_leave(written: MainWindow, qtbot: QtBot) -> None:
    """Letters narrow the list in any order, Enter goes there, and the heading is the first line on screen."""
    shown = opened(written, qtbot)
    assert [row.head for row in shown._list.rows] == ["The sea", "The salt", "The mill"]
    press(shown._field, "salt the", Qt.Key.Key_Return)
    assert caret(written) == (41, 41)
    assert not shown.isVisible()
    assert not written.editor.textCursor().hasSelection()


def test_begins_at_the_part_in_which_one_writes(written: MainWindow, qtbot: QtBot) -> None:
    """The arrows go on from the heading above the caret."""
    cursor = written.editor.textCursor()
    cursor.setPosition(written.editor.document().findBlockByNumber(60).position())
    written.editor.setTextCursor(cursor)
    shown = opened(written, qtbot)
    assert shown._list.key == 41
    press(shown._field, "", Qt.Key.Key_Down)
    press(shown._field, "", Qt.Key.Key_Return)
    assert caret(written)[0] == 82


def test_escape_leaves_everything_as_it_was(written: MainWindow, qtbot: QtBot) -> None:
    """Who changes their mind is where they were."""
    before = caret(written)
    press(opened(written, qtbot)._field, "mill", Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert caret(written) == before


def test_says_when_there_are_none(window: MainWindow, qtbot: QtBot) -> None:
    """A text without headings opens no empty list."""
    window.editor.setPlainText("Only words.")
    window.commands["go_to_heading"].trigger()
    qtbot.waitUntil(lambda: "no headings" in window.status.message)
    assert QApplication.activePopupWidget() is None
