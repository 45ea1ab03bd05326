"""Tests of lock files."""

import stat
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox.session.locks import try_lock
from factbox.session.settings import state_folder
from factbox.ui.window import MainWindow


def test_one_has_it(tmp_path: Path) -> None:
    """The second gets an open lock, until the first lets go."""
    first, second = (try_lock(tmp_path / "a.lock") for _turn in range(2))
    assert (first.isLocked(), second.isLocked()) == (True, False)
    first.unlock()
    assert try_lock(tmp_path / "a.lock").isLocked()


@pytest.mark.skipif(sys.platform == "win32", reason="it has other permissions")
def test_every_lock_is_private(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Its owner alone reads the locks of an open file and of a draft."""
    path = tmp_path / "mill.txt"
    path.write_text("The mill stood by the river.", "utf-8")
    window.manuscript.open(path)
    qtbot.waitUntil(lambda: window.manuscript.path == path)
    with qtbot.waitSignal(window.recovery.kept):
        window.editor.insertPlainText("Once. ")
        window.recovery.keep()
    folders = ("open", "drafts")
    qtbot.waitUntil(lambda: all([*(state_folder() / each).glob("*.lock")] for each in folders))
    modes = {each: stat.S_IMODE(each.stat().st_mode) for each in state_folder().rglob("*.lock")}
    assert len(modes) >= len(folders)
    assert set(modes.values()) == {0o600}, modes
