"""Tests of a file that another window has."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.session.occupancy import _taken
from factbox.ui import dialogs
from factbox.ui.window import MainWindow


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    """Give a file."""
    path = tmp_path / "tale.txt"
    path.write_text("Once upon a time.", "utf-8")
    return path


@pytest.fixture
def other(tale: Path) -> QLockFile:
    """Have the file."""
    return _taken(tale)


@pytest.fixture
def guest(window: MainWindow, tale: Path, other: QLockFile, qtbot: QtBot) -> MainWindow:
    """Give a window that has opened a file which somebody else has."""
    window.show()
    with qtbot.waitSignal(window.occupancy.taken):
        window.filing.open(tale)
    assert other.isLocked()
    return window


def press(window: MainWindow, words: str) -> None:
    """Press a verb of the notice."""
    (button,) = (each for each in window.notice.findChildren(QPushButton) if each.text() == words)
    button.click()


def test_it_is_told_and_not_typed_in(guest: MainWindow) -> None:
    """The text is there to read; a notice names the file and asks."""
    assert guest.notice.sentence() == "“tale.txt” is open in another window of Fact Box."
    QTest.keyClicks(guest.editor, "No. ")
    assert guest.editor.toPlainText() == "Once upon a time."


def test_whoever_reads_saves_elsewhere(
    guest: MainWindow, tale: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is saved all the same goes to another file, which then belongs to this window."""
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda _parent, _proposed: tmp_path / "mine.txt")
    press(guest, "Open to Read")
    assert guest.editor.isReadOnly()
    with qtbot.waitSignal(guest.manuscript.saved):
        guest.commands["save"].trigger()
    assert guest.manuscript.path == tmp_path / "mine.txt"
    qtbot.waitUntil(lambda: not guest.editor.isReadOnly())
    assert tale.read_text("utf-8") == "Once upon a time."


def test_whoever_insists_writes(guest: MainWindow, tale: Path, qtbot: QtBot) -> None:
    """Then it is a file like any other."""
    press(guest, "Open Anyway")
    QTest.keyClicks(guest.editor, "Yes. ")
    with qtbot.waitSignal(guest.manuscript.saved):
        guest.commands["save"].trigger()
    assert tale.read_text("utf-8") == "Yes. Once upon a time."


def test_the_next_text_is_free(guest: MainWindow, qtbot: QtBot) -> None:
    """A text that nobody else has can be written in again."""
    with qtbot.waitSignal(guest.manuscript.opened):
        guest.commands["new"].trigger()
    assert not guest.editor.isReadOnly()


def test_whoever_reads_is_not_offered_the_file_itself(
    guest: MainWindow, tale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is proposed; the file that another window has is refused, and nothing is written."""
    proposed: list[Path] = []

    def ask(_parent: object, path: Path) -> Path:
        proposed.append(path)
        return tale

    monkeypatch.setattr(dialogs, "ask_where_to_save", ask)
    guest.commands["save"].trigger()
    assert proposed == [tale.with_name("tale (copy).txt")]
    assert "under another name" in guest.notice.sentence()
    assert not guest.manuscript.is_writing


def test_whoever_reads_breaks_nothing_up(guest: MainWindow) -> None:
    """What an offer from before the answer would do is not done."""
    guest.editor.break_up({0: [4, 9]})
    assert guest.editor.toPlainText() == "Once upon a time."
