"""Tests of closing: the window goes when nothing is lost by it."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox.session.settings import state_folder
from factbox.ui import dialogs
from factbox.ui.dialogs import Answer
from factbox.ui.window import MainWindow


def test_choices_are_kept_before_the_window_goes(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """What was chosen in the last moment is in its file when the window has closed."""
    path = tmp_path / "tale.txt"
    path.write_text("Once upon a time.", "utf-8")
    window.show()
    with qtbot.waitSignal(window.manuscript.opened):
        window.manuscript.open(path)
    window.companion.exempt(frozenset({"upon"}))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    (kept,) = (state_folder() / "texts").glob("*.json")
    assert json.loads(kept.read_text("utf-8"))["exempt"] == ["upon"]


def test_a_text_that_is_given_up_goes(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does not want to save is not asked twice."""
    asked: list[str] = []

    def discard(_parent: object, title: str, answered: object) -> None:
        asked.append(title)
        assert callable(answered)
        answered(Answer.DISCARD)

    monkeypatch.setattr(dialogs, "ask_to_save", discard)
    window.show()
    window.editor.insertPlainText("Once.")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert asked == ["Untitled"]


def test_a_cancelled_question_leaves_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the text is there as before."""
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent, _title, answered: answered(Answer.CANCEL))
    window.show()
    window.editor.insertPlainText("Once.")
    assert not window.close()
    assert window.isVisible()
    assert window.editor.toPlainText() == "Once."
