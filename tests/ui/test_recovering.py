"""Tests of what a crash has left, offered in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.session import recovery
from factbox.session.settings import state_folder
from factbox.ui.window import MainWindow

TEXT = "The mill stood by the river.\nIt was old."


@pytest.fixture
def crashed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave what a window leaves that is killed in the middle of writing."""
    monkeypatch.setattr(recovery, "PAUSE", 20)
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda _widget: window.manuscript.abandon())
    window.show()
    with qtbot.waitSignal(window.recovery.kept):
        window.editor.insertPlainText(TEXT)
    lock = window.recovery._lock
    assert lock is not None
    lock.unlock()
    window.recovery._lock, window.recovery._is_begun = None, False
    window.manuscript.abandon()
    window.close()


def press(window: MainWindow, verb: str) -> None:
    """Press a button of the notice."""
    (button,) = (
        each for each in window.notice.findChildren(QPushButton) if each.text() == verb and each.isVisible()
    )
    button.click()


def offered(qtbot: QtBot) -> MainWindow:
    """Give the window of the next start, with the offer."""
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda _widget: window.manuscript.abandon())
    window.show()
    qtbot.waitUntil(lambda: "was not saved when the program ended" in window.notice.sentence())
    return window


def drafts() -> list[Path]:
    """Give the records of drafts."""
    return list((state_folder() / "drafts").glob("*.json"))


@pytest.mark.usefixtures("crashed")
def test_it_comes_back(qtbot: QtBot) -> None:
    """The notice tells its first words; brought back, it is there, not saved, and a draft again."""
    window = offered(qtbot)
    assert "The mill stood by the river." in window.notice.sentence()
    press(window, "Bring it back")
    qtbot.waitUntil(lambda: window.editor.toPlainText() == TEXT)
    qtbot.waitUntil(lambda: not window.manuscript.is_saved)
    qtbot.waitUntil(lambda: len(drafts()) == 1 and not window.recovery.is_writing)
    window.recovery.forget()
    qtbot.waitUntil(lambda: not drafts())


@pytest.mark.usefixtures("crashed")
def test_it_may_be_deleted(qtbot: QtBot) -> None:
    """Then it is offered no more."""
    window = offered(qtbot)
    press(window, "Delete it")
    qtbot.waitUntil(lambda: not drafts())
    assert window.editor.toPlainText() == ""


@pytest.mark.usefixtures("crashed")
def test_it_waits_for_who_cannot_decide(qtbot: QtBot) -> None:
    """A notice that is closed comes again at the next start."""
    offered(qtbot).notice.dismiss()
    assert len(drafts()) == 1
    offered(qtbot)
