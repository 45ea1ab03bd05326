"""Tests of reading files and standard input."""

import io

import pytest

from factbox import formats
from factbox.formats import FormatError
from factbox.verbs.inputs import STANDARD_INPUT, read


def test_no_more_is_read_than_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes for ever is stopped, and what is just as long is read."""
    monkeypatch.setattr(formats, "LARGEST", 2_000_000)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * 2_000_000)))
    assert len(read(STANDARD_INPUT).blocks[0].text) == 2_000_000
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * 2_000_001)))
    with pytest.raises(FormatError, match="More than 2 MB came"):
        read(STANDARD_INPUT)


def test_where_there_is_no_standard_input_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without a console has none."""
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(FormatError, match="no standard input"):
        read(STANDARD_INPUT)
