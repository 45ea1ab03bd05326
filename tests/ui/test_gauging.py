"""Tests of the figures at the foot."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox.ui import dialogs
from factbox.ui.gauging import _time
from factbox.ui.window import MainWindow

TEXT = "The cat sat down. The dog ate.\nIt was late, so both slept well."


def figures(window: MainWindow) -> dict[str, str]:
    """Give the figures that show, each with what it says on hover."""
    labels = window.status.findChildren(QLabel)
    return {label.text(): label.toolTip() for label in labels if label.isVisible() and label.toolTip()}


def shows(window: MainWindow, *texts: str) -> bool:
    """Tell whether all of these show."""
    return set(texts) <= set(figures(window))


@pytest.fixture
def written(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a window with a short text, and room for everything."""
    window.resize(1600, 800)
    window.show()
    window.editor.setPlainText(TEXT)
    qtbot.waitUntil(lambda: shows(window, "14 words", "62 characters"))
    return window


def test_says_what_the_text_has_and_what_that_counts(written: MainWindow, qtbot: QtBot) -> None:
    """Words, characters, times and the sentence at the caret; each tells on hover what it is."""
    qtbot.waitUntil(lambda: "Sentence Level below 1" in figures(written))
    assert shows(written, "under 1 min read", "under 1 min aloud", "100\u00a0%")
    assert "50 characters without spaces" in figures(written)["62 characters"]
    assert "238 words a minute" in figures(written)["under 1 min read"]


def test_follows_the_caret(written: MainWindow, qtbot: QtBot) -> None:
    """The sentence is the one at the caret; an empty line has none."""
    written.editor.appendPlainText("Notwithstanding considerable opposition, the committee recommended it.\n")
    cursor = written.editor.textCursor()
    cursor.setPosition(len(TEXT) + 10)
    written.editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: any(text.startswith("Sentence Level 2") for text in figures(written)))
    cursor.movePosition(cursor.MoveOperation.End)
    written.editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: "Sentence Level —" in figures(written))


def test_tells_of_a_selection_instead(written: MainWindow, qtbot: QtBot) -> None:
    """While something is selected, all figures are those of it."""
    cursor = written.editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(17, cursor.MoveMode.KeepAnchor)
    written.editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: shows(written, "4 words selected", "17 characters"))
    cursor.clearSelection()
    written.editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: shows(written, "14 words", "62 characters"))


def test_one_window_tells_all(written: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """By key everything is told in words, of the selection and of the text."""
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell_figures", lambda _parent, figures, notes: told.extend([figures, notes]))
    written.editor.selectAll()
    qtbot.waitUntil(lambda: shows(written, "14 words selected", "62 characters"))
    written.commands["counts"].trigger()
    assert told[0].startswith("Selection\n14 words\n62 characters with spaces\n50 characters without spaces\n")
    assert "Brysbaert" in told[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [(0, "0 min"), (100, "under 1 min"), (238, "1 min"), (2380, "10 min"), (23_800, "1 h 40 min")],
)
def test_says_how_long_a_text_takes(words: int, expected: str) -> None:
    """Minutes are whole, for the speed of a reader is not known to the second."""
    assert _time(words, 238) == expected
