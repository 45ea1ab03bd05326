"""Tests of earlier saves."""

import sys
import time
from pathlib import Path

import pytest

from factbox.session import backups as module
from factbox.session.backups import _folder, _thin, backups, keep_backup, settle_backup
from factbox.session.settings import state_folder


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    """Give a file."""
    path = tmp_path / "tale.txt"
    path.write_text("Once upon a time.\n\nThe end.", "utf-8")
    return path


def saved(path: Path, text: str) -> None:
    """Save a text as the program does."""
    kept = keep_backup(path)
    path.write_text(text, "utf-8")
    settle_backup(path, kept)


def test_what_is_replaced_is_kept(tale: Path) -> None:
    """Each earlier save is there, the newest first, with its first words and its size."""
    before = time.time()
    saved(tale, "Once more.")
    saved(tale, "And again.")
    newest, oldest = backups(tale)
    assert (newest.first, newest.words) == ("Once more.", 2)
    assert (oldest.first, oldest.words) == ("Once upon a time.", 6)
    assert oldest.file.read_text("utf-8") == "Once upon a time.\n\nThe end."
    assert before - 1 < oldest.when <= newest.when <= time.time()


def test_what_stays_the_same_is_not_kept(tale: Path) -> None:
    """A save that changes nothing leaves nothing behind; a new file has no earlier saves."""
    saved(tale, tale.read_text("utf-8"))
    assert backups(tale) == ()
    saved(tale.with_name("new.txt"), "New.")
    assert backups(tale.with_name("new.txt")) == ()


def test_going_back_and_forth_keeps_each_step(tale: Path) -> None:
    """A text that comes again is kept again, but never twice in a row."""
    for text in ("B.", "C.", "B.", "C."):
        saved(tale, text)
    assert [each.first for each in backups(tale)] == ["B.", "C.", "B.", "Once upon a time."]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_reads_them(tale: Path) -> None:
    """Whatever the file allows, its earlier saves are nobody else's."""
    tale.chmod(0o644)
    saved(tale, "Once more.")
    (kept,) = backups(tale)
    assert kept.file.stat().st_mode & 0o777 == 0o600
    assert kept.file.parent.stat().st_mode & 0o777 == 0o700


def test_the_older_the_fewer(tale: Path) -> None:
    """The newest are kept, then one for each doubling of their age, and what each of ten days began with."""
    folder = _folder(tale)
    folder.mkdir(parents=True)
    now = 1_700_000_000.0
    ages = [*(60 * n for n in range(20)), *(86_400 * day + 3600 * part for day in range(2, 20) for part in (0, 1))]
    for age in ages:
        (folder / f"{int((now - age) * 1000):013d}-{'0' * 16}.txt").write_text("Old.", "utf-8")
    (folder / "notes.txt").write_text("Not ours.", "utf-8")
    _thin(module._files(folder), now)
    left = [now - module._when(file) for file in module._files(folder)]
    assert left[:5] == [60.0 * n for n in range(5)]
    assert [age for age in left if 300 <= age < 7_200] == [7 * 60.0, 15 * 60.0, 19 * 60.0]
    days = {int(age // 86_400) for age in left if age > 7_200}
    assert len(days) >= 9
    assert len(left) <= 5 + 20 + 10
    assert (folder / "notes.txt").exists()


def test_a_busy_hour_keeps_what_the_day_began_with(tale: Path) -> None:
    """After fifty saves the text of yesterday, which the first of them replaced, is still there."""
    folder = _folder(tale)
    folder.mkdir(parents=True)
    noon = 1_700_049_600.0
    first = folder / f"{int(noon * 1000):013d}-{'0' * 16}.txt"
    first.write_text("Yesterday.", "utf-8")
    for minute in range(1, 51):
        now = noon + 60 * minute
        (folder / f"{int(now * 1000):013d}-{'0' * 16}.txt").write_text("Today.", "utf-8")
        _thin(module._files(folder), now)
    assert first.exists()
    assert len(module._files(folder)) <= 12


def test_all_together_have_a_limit(tale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest of all files go first when there is too much."""
    monkeypatch.setattr(module, "MOST_BYTES", 40)
    other = tale.with_name("other.txt")
    other.write_text("An older text here.", "utf-8")
    saved(other, "x")
    saved(tale, "Once more.")
    assert backups(other) == ()
    assert len(backups(tale)) == 1


def test_a_huge_file_is_not_kept(tale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save of a book of pictures does not fill the disk."""
    monkeypatch.setattr(module, "LARGEST", 5)
    saved(tale, "Once more.")
    assert backups(tale) == ()


def test_what_goes_wrong_hinders_no_save(tale: Path) -> None:
    """Where nothing can be kept, the save goes on."""
    (state_folder() / "backups").write_text("in the way", "utf-8")
    assert keep_backup(tale) is None
    settle_backup(tale, None)
    assert backups(tale) == ()


def test_a_link_has_the_backups_of_its_file(tale: Path) -> None:
    """Whatever name a file is saved by, its earlier saves are found."""
    link = tale.with_name("link.txt")
    link.symlink_to(tale)
    saved(link, "Once more.")
    assert [each.first for each in backups(tale)] == ["Once upon a time."]


def test_a_clock_that_goes_back_puts_nothing_out_of_order(tale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was replaced later stands before what was replaced earlier, whatever the clock says."""
    clock = iter(range(10**18, 0, -3_600 * 10**9))
    monkeypatch.setattr(time, "time_ns", lambda: next(clock))
    for text in ("B.", "C.", "D."):
        saved(tale, text)
    assert [each.first for each in backups(tale)] == ["C.", "B.", "Once upon a time."]
