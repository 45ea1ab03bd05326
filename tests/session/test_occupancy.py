"""Tests of who has a file open."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox.session.manuscript import Manuscript
from factbox.session.occupancy import Occupancy
from factbox.session.watcher import TextWatcher

# Takes the lock of a file as a window does, says so, and waits or dies.
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from factbox.session.occupancy import _taken
application = QCoreApplication([])
lock = _taken(Path(sys.argv[1]))
print(lock.isLocked(), flush=True)
sys.stdin.read()
"""


class Desk:
    """A text with its manuscript and the lock of its file."""

    def __init__(self) -> None:
        self.pane = QPlainTextEdit()
        watcher = TextWatcher(self.pane.document())
        self.manuscript = Manuscript(self.pane.document(), lambda: watcher.blocks)
        self.occupancy = Occupancy(self.manuscript)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Give a text that belongs to no file yet."""
    made = Desk()
    qtbot.addWidget(made.pane)
    return made


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    """Give a file."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    return path


def held(path: Path) -> "subprocess.Popen[str]":
    """Let another process have a file."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert other.stdout is not None
    assert other.stdout.readline() == "True\n"
    return other


def test_a_second_window_is_told(desk: Desk, tale: Path, qtbot: QtBot) -> None:
    """The second that opens a file hears so, until it insists; the first hears nothing."""
    with qtbot.waitSignal(desk.manuscript.opened):
        desk.manuscript.open(tale)
    qtbot.waitUntil(lambda: desk.occupancy._lock is not None)
    second = Desk()
    qtbot.addWidget(second.pane)
    with qtbot.waitSignal(second.occupancy.taken) as told:
        second.manuscript.open(tale)
    assert told.args == [tale]
    assert second.occupancy.is_guest
    assert not desk.occupancy.is_guest
    with qtbot.waitSignal(second.occupancy.freed):
        second.occupancy.insist()
    assert not second.occupancy.is_guest


def test_another_name_is_the_same_file(desk: Desk, tale: Path, qtbot: QtBot, tmp_path: Path) -> None:
    """A link leads to the file that somebody has."""
    (tmp_path / "link.txt").symlink_to(tale)
    desk.manuscript.open(tale)
    qtbot.waitUntil(lambda: desk.occupancy._lock is not None)
    second = Desk()
    qtbot.addWidget(second.pane)
    with qtbot.waitSignal(second.occupancy.taken):
        second.manuscript.open(tmp_path / "link.txt")


def test_who_leaves_lets_go(desk: Desk, tale: Path, qtbot: QtBot) -> None:
    """A file is free again when its window has closed or shows another text."""
    desk.manuscript.open(tale)
    qtbot.waitUntil(lambda: desk.occupancy._lock is not None)
    with qtbot.waitSignal(desk.manuscript.opened):
        desk.manuscript.begin()
    second = Desk()
    qtbot.addWidget(second.pane)
    second.manuscript.open(tale)
    qtbot.waitUntil(lambda: second.occupancy._lock is not None)
    second.occupancy.leave()
    desk.manuscript.open(tale)
    qtbot.waitUntil(lambda: desk.occupancy._lock is not None)


def test_another_process_is_noticed_while_it_lives(desk: Desk, tale: Path, qtbot: QtBot) -> None:
    """A process that has a file is known; one that was killed is not in the way."""
    other = held(tale)
    with qtbot.waitSignal(desk.occupancy.taken):
        desk.manuscript.open(tale)
    with qtbot.waitSignal(desk.manuscript.opened):
        desk.manuscript.begin()
    other.kill()
    other.communicate()
    with qtbot.assertNotEmitted(desk.occupancy.taken):
        desk.manuscript.open(tale)
        qtbot.waitUntil(lambda: desk.occupancy._lock is not None)


def test_where_no_lock_can_be_one_writes(desk: Desk, tale: Path, qtbot: QtBot, home: Path) -> None:
    """A state folder that is none keeps nobody from writing."""
    (home / "open").write_text("in the way", "utf-8")
    with qtbot.waitSignal(desk.manuscript.opened):
        desk.manuscript.open(tale)
    qtbot.waitUntil(lambda: not desk.occupancy._errands.is_busy)
    assert not desk.occupancy.is_guest
