"""The starts: lines of words that do what their actions do, on an empty paper only."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.ui.editor import Editor
from factbox.ui.starts import Start, Starts
from factbox.ui.theme import Theme
from looking import child


@pytest.fixture
def action() -> QAction:
    """Give an action with a key."""
    made = QAction("&Open a file…")
    made.setShortcut(QKeySequence("Ctrl+O"))
    return made


@pytest.fixture
def editor(action: QAction, qtbot: QtBot, theme: Theme) -> Editor:
    """Give a shown editor with one start."""
    made = Editor(theme)
    qtbot.addWidget(made)
    made.set_starts(Starts([(action, "folder-open")], theme))
    made.resize(800, 500)
    made.show()
    return made


def test_start_says_name_and_key(editor: Editor) -> None:
    """A start has the words of its action, and room for its key beside them."""
    start = child(editor, Start)
    assert start.text() == "Open a file"
    assert start.sizeHint().width() > start.fontMetrics().horizontalAdvance("Open a file Ctrl+O")


def test_start_triggers_its_action(editor: Editor, action: QAction, qtbot: QtBot) -> None:
    """A click does what the action does."""
    with qtbot.waitSignal(action.triggered):
        child(editor, Start).click()


def test_starts_leave_with_the_first_letter(editor: Editor) -> None:
    """The starts go as one begins to write, and come back when the paper is empty again."""
    starts = child(editor, Starts)
    assert starts.isVisible()
    QTest.keyClicks(editor, "a")
    assert not starts.isVisible()
    editor.undo()
    assert starts.isVisible()


def test_starts_stand_below_the_placeholder(editor: Editor) -> None:
    """The starts do not cover the first line."""
    assert child(editor, Starts).y() > editor.cursorRect().bottom()


def test_starts_follow_theme_and_text_scale(editor: Editor) -> None:
    """Another theme and text scale dress the starts anew."""
    starts = child(editor, Starts)
    before = starts.sizeHint().height()
    starts.set_theme(Theme.load("dark"), 2.0)
    assert starts.sizeHint().height() == 2 * before
    assert not starts.grab().isNull()
