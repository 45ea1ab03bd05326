"""What the program keeps for itself is its owner's alone; what is saved is as others may read it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.document import Block, Document
from factbox.metrics.goals import Aim, Goal
from factbox.session import recovery, reopening
from factbox.session.companion import Companion
from factbox.session.doorbell import Doorbell
from factbox.session.holding import Holding, write
from factbox.session.settings import SettingsStore
from factbox.ui.window import MainWindow

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
PRIVATE = "The boats came in. Nobody knew why."


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    """Let new files be what they are on most systems: everybody may read them."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(home: Path) -> list[str]:
    """Give the files that others may read and the folders that they may look into, below a home."""
    found = [each for each in home.rglob("*") if each.stat().st_mode & 0o077]
    # What a lock holds is the number of a process; its folder is closed.
    return [str(each.relative_to(home)) for each in found if each.suffix != ".lock"]


def test_all_that_is_kept_is_the_owners_alone(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, drafts, earlier saves, choices, open files and letters between windows, in a home open to all."""
    home.chmod(0o755)
    text = tmp_path / "text.txt"
    text.write_text(PRIVATE, "utf-8")
    store = SettingsStore()
    store.change(theme="dark")
    store.flush()
    write(Document((Block(f"{PRIVATE} Twice."),)), text, Holding(formats.stamp(text)), checked=True)
    draft = recovery.Draft("a" * 32, str(text), "", 1.0, PRIVATE, ".txt")
    recovery.write_draft(home / "drafts", draft, Document((Block(PRIVATE),)))
    reopening.keep_places([reopening.Place(str(text))])
    (home / "session.json").write_text("{", "utf-8")
    (home / "session.json").chmod(0o600)
    reopening.kept_places()
    companion = Companion()
    with qtbot.waitSignal(companion.changed):
        companion.begin(text, companion.choices)
    with qtbot.waitSignal(companion.kept):
        companion.change(goal=Goal(Aim.GRADE, 5))
    monkeypatch.setattr("factbox.session.doorbell.PATIENCE", 0)
    bell = Doorbell()
    bell.take()
    kept = {each.relative_to(home).parts[0] for each in home.rglob("*")}
    assert {"factbox.ini", "drafts", "backups", "texts", "saving", "session.json", "door"} <= kept
    assert open_to_others(home) == []


def test_a_whole_window_leaves_nothing_open_to_others(window: MainWindow, home: Path, qtbot: QtBot) -> None:
    """Whatever it writes while somebody types."""
    window.editor.insertPlainText(PRIVATE)
    with qtbot.waitSignal(window.recovery.kept):
        window.recovery.keep()
    window.store.change(theme="dark")
    window.store.flush()
    assert (home / "drafts").is_dir()
    assert open_to_others(home) == []


def test_settings_of_an_earlier_program_are_closed(home: Path) -> None:
    """A file that everybody could read is its owner's from the next start on."""
    (home / "factbox.ini").write_text("[settings]\ntheme=dark\n", "utf-8")
    (home / "factbox.ini").chmod(0o644)
    assert SettingsStore().settings.theme == "dark"
    assert open_to_others(home) == []


def test_a_saved_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    """A file that is replaced is open to those to whom it was, a new one to those to whom new files are."""
    path = tmp_path / "text.txt"
    formats.write(Document((Block("One."),)), path)
    assert path.stat().st_mode & 0o777 == 0o644
    for mode in (0o600, 0o664, 0o640):
        path.chmod(mode)
        formats.write(Document((Block("Two."),)), path)
        assert path.stat().st_mode & 0o777 == mode
