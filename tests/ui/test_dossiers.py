"""Tests of the report that the window writes."""

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.metrics.goals import read_goal
from factbox.ui import dialogs
from factbox.ui.window import MainWindow

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 6


@pytest.mark.parametrize("suffix", [".html", ".docx", ".pdf"])
def test_a_report_of_the_text_is_written(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """It holds the facts of the text as it is, and the distance from its goal."""
    path = tmp_path / f"report{suffix}"
    monkeypatch.setattr(dialogs, "ask_where_to_save_report", lambda *_: path)
    window.editor.setPlainText(TEXT)
    window.companion.change(goal=read_goal("grade 2"))
    with qtbot.waitSignal(window.annexe.dossiers.idled, timeout=30_000):
        window.commands["report"].trigger()
    told = " ".join(" ".join(block.text.split()) for block in formats.read(path).blocks)
    assert "Within the goal (Grade 2 ± 0.5)." in told
    assert "Level along the text" in told


def test_a_document_has_the_pictures(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are drawn away from the window."""
    path = tmp_path / "report.docx"
    monkeypatch.setattr(dialogs, "ask_where_to_save_report", lambda *_: path)
    window.editor.setPlainText(TEXT)
    with qtbot.waitSignal(window.annexe.dossiers.idled, timeout=30_000):
        window.commands["report"].trigger()
    assert len(docx.Document(str(path)).inline_shapes) == 4


def test_what_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notice gives the reason and another try."""
    monkeypatch.setattr(dialogs, "ask_where_to_save_report", lambda *_: tmp_path / "missing" / "report.html")
    window.editor.setPlainText(TEXT)
    with qtbot.waitSignal(window.annexe.dossiers.idled, timeout=30_000):
        window.commands["report"].trigger()
    assert "Could not save report.html." in window.notice.sentence()
