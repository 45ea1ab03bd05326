"""Tests of earlier saves, and of a file that another program has changed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factbox.ui.difference import DifferenceDialog
from factbox.ui.window import MainWindow


@pytest.fixture
def tale(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    """Open a file, write in it and save it."""
    path = tmp_path / "tale.txt"
    path.write_text("Once upon a time.", "utf-8")
    window.show()
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    with qtbot.waitSignal(window.manuscript.saved):
        window.editor.insertPlainText("New: ")
        window.commands["save"].trigger()
    return path


def press(parent: QWidget, words: str) -> None:
    """Press a button that is in sight."""
    (button,) = (each for each in parent.findChildren(QPushButton) if each.text() == words and each.isVisible())
    button.click()


def difference(window: MainWindow, qtbot: QtBot) -> DifferenceDialog:
    """Give the dialog that sets two texts side by side, when it is there."""
    qtbot.waitUntil(lambda: window.findChild(DifferenceDialog) is not None)
    found = window.findChild(DifferenceDialog)
    assert found is not None
    return found


def test_an_earlier_save_is_opened_as_a_copy(window: MainWindow, tale: Path, qtbot: QtBot) -> None:
    """It is listed with its first words and its size, and the copy belongs to no file."""
    dialog = window.annexe.looking_back.show_earlier()
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.list.rows))
    assert dialog.list.rows[0].note == "Once upon a time. · 4 words"
    with qtbot.waitSignal(window.manuscript.opened):
        press(dialog, "Open a Copy")
    assert window.editor.toPlainText() == "Once upon a time."
    assert window.manuscript.path is None
    assert window.filing.title == "Copy of tale.txt"
    assert tale.read_text("utf-8") == "New: Once upon a time."


@pytest.mark.usefixtures("tale")
def test_an_earlier_save_is_compared(window: MainWindow, qtbot: QtBot) -> None:
    """It stands beside the text as it is now."""
    dialog = window.annexe.looking_back.show_earlier()
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.list.rows))
    press(dialog, "Compare")
    assert "Earlier save" in difference(window, qtbot).text.toPlainText()
    dialog.close()


def test_a_text_without_a_file_has_none(window: MainWindow) -> None:
    """That is told, and no dialog opens."""
    window.show()
    window.commands["earlier"].trigger()
    assert "no earlier saves" in window.notice.sentence()


def test_nothing_was_saved_over(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A file that was only read has no earlier saves, and the dialog says so."""
    (tmp_path / "new.txt").write_text("New.", "utf-8")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(tmp_path / "new.txt")
    dialog = window.annexe.looking_back.show_earlier()
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._remark.text() == "Nothing of this file has been saved over yet.")
    assert not dialog._open.isEnabled()
    dialog.close()


def test_a_changed_file_is_compared_first(window: MainWindow, tale: Path, qtbot: QtBot) -> None:
    """Another program's text stands beside ours, and one decides there; what it replaces is an earlier save."""
    tale.write_text("Another program was here.", "utf-8")
    window.editor.insertPlainText("Mine. ")
    with qtbot.waitSignal(window.manuscript.unsaved):
        window.commands["save"].trigger()
    press(window.notice, "Compare")
    dialog = difference(window, qtbot)
    assert "Another program was here." in dialog.text.toPlainText()
    with qtbot.waitSignal(window.manuscript.saved):
        press(dialog, "Keep mine")
    assert tale.read_text("utf-8") == "New: Mine. Once upon a time."
    earlier = window.annexe.looking_back.show_earlier()
    assert earlier is not None
    qtbot.waitUntil(lambda: bool(earlier.list.rows))
    assert earlier.list.rows[0].note.startswith("Another program was here.")
    earlier.close()


@pytest.mark.usefixtures("tale")
def test_a_list_that_is_closed_at_once_needs_no_answer(window: MainWindow, qtbot: QtBot) -> None:
    """What comes later finds nobody, and nobody minds."""
    dialog = window.annexe.looking_back.show_earlier()
    assert dialog is not None
    dialog.close()
    qtbot.waitUntil(lambda: not window.annexe.looking_back._errands.is_busy)
