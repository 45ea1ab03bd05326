"""Tests of what is asked and told in windows of their own."""

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factbox.ui import dialogs
from factbox.ui.dialogs import Answer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.parametrize(
    ("word", "answer"),
    [("Save", Answer.SAVE), ("Do not save", Answer.DISCARD), ("Cancel", Answer.CANCEL)],
)
def test_each_button_is_its_answer(parent: QWidget, qtbot: QtBot, word: str, answer: Answer) -> None:
    """The three buttons of "save changes?" give the three answers."""
    answers: list[Answer] = []
    dialogs.ask_to_save(parent, "tale.txt", answers.append)
    (box,) = parent.findChildren(QMessageBox)
    assert "tale.txt" in box.text()
    (button,) = (each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == word)
    button.click()
    qtbot.waitUntil(lambda: answers == [answer])


def test_escape_cancels(parent: QWidget, qtbot: QtBot) -> None:
    """Closing the question is no answer that loses anything."""
    answers: list[Answer] = []
    dialogs.ask_to_save(parent, "tale.txt", answers.append)
    (box,) = parent.findChildren(QMessageBox)
    box.close()
    qtbot.waitUntil(lambda: answers == [Answer.CANCEL])


def test_about_names_every_licence(parent: QWidget) -> None:
    """About has the licences of all that the program carries."""
    dialogs.tell_about(parent, "1.2.3")
    (box,) = parent.findChildren(QMessageBox)
    assert "1.2.3" in box.text()
    for part in ("Carnegie Mellon", "SIL OPEN FONT LICENSE", "ISC License"):
        assert part.lower() in box.detailedText().lower()
    box.close()
