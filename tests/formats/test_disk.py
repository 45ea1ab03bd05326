"""Tests of the place that reads and writes files; `test_formats.py` has what it does for documents."""

import errno
from pathlib import Path

import pytest

from factbox.formats import FormatError
from factbox.formats.disk import in_words, is_same, read_bytes, write_bytes


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
