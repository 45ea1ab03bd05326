"""Tests of the vigil over a file."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox.session import vigil
from factbox.session.manuscript import Manuscript
from factbox.session.vigil import Vigil
from factbox.session.watcher import TextWatcher


@pytest.fixture
def manuscript(editor: QPlainTextEdit, qtbot: QtBot, tmp_path: Path) -> Manuscript:
    """Give the text of a file."""
    watcher = TextWatcher(editor.document())
    watcher.tell_all()
    made = Manuscript(editor.document(), lambda: watcher.blocks)
    (tmp_path / "tale.txt").write_text("Once.", "utf-8")
    with qtbot.waitSignal(made.opened):
        made.open(tmp_path / "tale.txt")
    return made


@pytest.fixture
def kept(manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch) -> Vigil:
    """Keep a vigil that hardly rests."""
    monkeypatch.setattr(vigil, "PAUSE", 5)
    made = Vigil(manuscript, manuscript)
    made.keep()
    return made


@pytest.mark.usefixtures("kept")
def test_a_change_is_told_by_itself(manuscript: Manuscript, tmp_path: Path, qtbot: QtBot) -> None:
    """Nobody has to come back to the window; each change is told, whichever way it was made."""
    path = tmp_path / "tale.txt"
    with qtbot.waitSignal(manuscript.altered):
        path.write_text("Once upon a time.", "utf-8")
    (tmp_path / "new.txt").write_text("Another tale altogether.", "utf-8")
    with qtbot.waitSignal(manuscript.altered):
        os.replace(tmp_path / "new.txt", path)  # noqa: PTH105  # as other editors save
    with qtbot.waitSignal(manuscript.altered):
        path.unlink()


def test_it_ends(kept: Vigil) -> None:
    """A window that nobody sees asks no disk."""
    assert kept.is_kept
    kept.end()
    assert not kept.is_kept


@pytest.mark.usefixtures("kept")
def test_our_own_saves_are_no_changes(manuscript: Manuscript, qtbot: QtBot) -> None:
    """However often one saves while it looks."""
    told: list[object] = []
    manuscript.altered.connect(told.append)
    for _turn in range(40):
        manuscript.touch()
        with qtbot.waitSignal(manuscript.saved):
            manuscript.save()
    qtbot.waitUntil(lambda: not manuscript.is_looking)
    assert not told
