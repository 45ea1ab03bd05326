"""Tests of the file of a text as it is written; `test_manuscript.py` has what becomes of it in a window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from factbox import formats
from factbox.document import Block, Document
from factbox.session import holding as module
from factbox.session.holding import Holding, write
from factbox.session.settings import known_as, state_folder

NEW = Document((Block("The new text."),))


def lock_of(path: Path) -> QLockFile:
    """Give the lock that a window takes while it saves a file."""
    folder = state_folder() / "saving"
    folder.mkdir(exist_ok=True)
    return QLockFile(str(folder / f"{known_as(path)}.lock"))


def test_a_save_gives_its_turn_back(tmp_path: Path) -> None:
    """Behind it the next window may save at once."""
    path = tmp_path / "text.txt"
    write(NEW, path, Holding(), checked=True)
    assert lock_of(path).tryLock(0)


def test_a_turn_that_is_never_given_back_keeps_nobody_from_saving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has waited long enough goes on, and what is known of the file is still looked at."""
    monkeypatch.setattr(module, "_PATIENCE", 1)
    path = tmp_path / "text.txt"
    path.write_text("The old text.", "utf-8")
    known = Holding(formats.stamp(path))
    lock = lock_of(path)
    assert lock.tryLock(0)
    write(NEW, path, known, checked=True)
    assert path.read_text("utf-8").strip() == "The new text."
    path.write_text("Another program wrote this.", "utf-8")
    with pytest.raises(formats.ChangedError):
        write(NEW, path, known, checked=True)
    lock.unlock()


def test_a_turn_that_cannot_be_taken_keeps_nobody_from_saving(tmp_path: Path) -> None:
    """Where the state folder takes no lock, there is none."""
    (state_folder() / "saving").write_text("in the way", "utf-8")
    path = tmp_path / "text.txt"
    write(NEW, path, Holding(), checked=True)
    assert path.is_file()


def test_what_another_program_writes_at_once_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is changed as soon as it is saved is told at the next save, and the other's text stays."""
    path, known, put = tmp_path / "text.txt", Holding(), Path.replace

    def put_and_write(name: Path, target: Path) -> Path:
        put(name, target)
        path.write_text("Another program wrote this.", "utf-8")
        return path

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", put_and_write)
        write(NEW, path, known, checked=True)
    with pytest.raises(formats.ChangedError):
        write(NEW, path, known, checked=True)
    assert path.read_text("utf-8") == "Another program wrote this."
