"""Tests of the place that reads and writes files; `test_formats.py` has what it does for documents."""

import errno
import os
import sys
from pathlib import Path

import pytest

from factbox.formats import ChangedError, FormatError
from factbox.formats import disk as module
from factbox.formats.disk import (
    check_known,
    in_words,
    is_same,
    keep_damaged,
    private_folder,
    read_bytes,
    stamp,
    write_bytes,
)


def test_bytes_are_written_and_read(tmp_path: Path) -> None:
    """What is no document goes the same safe way."""
    write_bytes(b"\x00\xff", tmp_path / "a.bin")
    assert read_bytes(tmp_path / "a.bin") == b"\x00\xff"


@pytest.mark.parametrize(
    ("error", "words"),
    [(OSError(errno.ENOSPC, "no"), "The disk is full"), (ValueError("null"), "no name of a file")],
)
def test_errors_become_plain_words(error: Exception, words: str) -> None:
    """Whatever is done to a disk, what it refuses is told as for a document."""
    with pytest.raises(FormatError, match=words), in_words():
        raise error


def test_two_names_of_one_file_are_known(tmp_path: Path) -> None:
    """A hard link is the same file; a file that is not there, or has no possible name, is no other's."""
    one, link, other = tmp_path / "one", tmp_path / "link", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"1")
    link.hardlink_to(one)
    assert is_same(one, link)
    assert not is_same(one, other)
    assert not is_same(one, tmp_path / "missing")
    assert not is_same(tmp_path / "missing", tmp_path / "missing")
    assert not is_same(one, Path("a\0b"))


@pytest.mark.parametrize("theirs", ["Theirs.", None])
def test_a_file_that_is_no_more_what_is_known_is_not_replaced(tmp_path: Path, theirs: str | None) -> None:
    """What another program wrote while ours was on its way stays, and nothing is left beside it."""
    path = tmp_path / "texts" / "a.txt"
    path.parent.mkdir()
    path.write_text("Ours.", "utf-8")
    known = stamp(path)
    path.unlink()
    if theirs is not None:
        path.write_text(theirs, "utf-8")
    with pytest.raises(ChangedError, match="changed" if theirs else "removed"):
        write_bytes(b"New.", path, known=known)
    assert [each.read_text("utf-8") for each in path.parent.iterdir()] == ([theirs] if theirs else [])


def test_what_is_not_known_may_be_anything(tmp_path: Path) -> None:
    """A file of which nothing is known is looked at by nobody."""
    check_known(tmp_path / "nowhere.txt", None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_private_folder_lets_nobody_in(tmp_path: Path) -> None:
    """Nor do those above it that were missing; one that was there stays as it is."""
    before = os.umask(0o022)
    try:
        (tmp_path / "there").mkdir(mode=0o755)
        private_folder(tmp_path / "there" / "a" / "b")
    finally:
        os.umask(before)
    modes = [(tmp_path / "there" / each).stat().st_mode & 0o777 for each in (".", "a", "a/b")]
    assert modes == [0o755, 0o700, 0o700]


def test_a_file_in_the_way_of_a_private_folder_is_told(tmp_path: Path) -> None:
    """Where there can be no folder, that is said in words."""
    (tmp_path / "a").write_text("in the way", "utf-8")
    with pytest.raises(FormatError):
        private_folder(tmp_path / "a")


def test_a_damaged_file_is_kept_once(tmp_path: Path) -> None:
    """The copy lies beside it; what was kept before stays, the last few of them."""
    path = tmp_path / "kept" / "a.json"
    path.parent.mkdir()
    kept = []
    for number in range(module._MOST_DAMAGED + 2):
        path.write_text(f"{{{number}", "utf-8")
        kept += [keep_damaged(path), keep_damaged(path)]
        os.utime(kept[-1], (number, number))
    assert kept[0] == kept[1]
    left = sorted(each.read_text("utf-8") for each in path.parent.iterdir() if each != path)
    assert left == [f"{{{number}" for number in range(2, module._MOST_DAMAGED + 2)]


def test_what_a_killed_program_left_goes_with_the_next_save(tmp_path: Path) -> None:
    """A part that is a day old is nobody's; a younger one, and those of other files, may be written just now."""
    path = tmp_path / "texts" / "a [1].txt"
    path.parent.mkdir()
    old, young, other = (
        path.with_name(f".{name}-x{n}.part") for n, name in enumerate((path.name, path.name, "b.txt"))
    )
    for part in (old, young, other):
        part.write_text("half", "utf-8")
    for part in (old, other):
        os.utime(part, (0, 0))
    write_bytes(b"New.", path)
    assert {each.name for each in path.parent.iterdir()} == {path.name, young.name, other.name}
