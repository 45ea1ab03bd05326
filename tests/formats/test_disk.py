"""Tests of the place that reads and writes files; `test_formats.py` has what it does for documents."""

import errno
from pathlib import Path

import pytest

from factbox.formats import FormatError
from factbox.formats.disk import in_words, read_bytes, write_bytes


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
