"""Tests of settings that go to another computer."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from factbox.formats import FormatError
from factbox.session.portable import Parcel, export_settings, import_settings, read_parcel
from factbox.session.settings import Settings


def parcel(**settings: object) -> bytes:
    """Give a file of settings."""
    return json.dumps({"factbox_settings": 1, "settings": settings}).encode()


def test_what_is_written_reads_back_equal(tmp_path: Path) -> None:
    """Every setting goes along."""
    settings = Settings(theme="dark", scale=1.5, side=False, formula="smog", fragments=True)
    export_settings(settings, tmp_path / "mine.json")
    assert import_settings(tmp_path / "mine.json") == Parcel(asdict(settings))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"factbox_settings": 1, "settings": {"theme": "da', ": line 1, column"),
        (b"", ": line 1, column 1"),
        (b"\xff\xfe\x00", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"factbox_settings": 1, "settings": {"scale": 1' + b"0" * 5000 + b"}}", "is no JSON"),
        (b"[]", "holds no settings"),
        (b'{"settings": {}}', "holds no settings"),
        (b'{"factbox_settings": 1, "settings": []}', "holds no settings"),
        (b'{"factbox_settings": 2, "settings": {}}', "Another version"),
    ],
)
def test_what_is_no_file_of_settings_is_told(data: bytes, sentence: str) -> None:
    """A sentence says why nothing of the file was taken."""
    with pytest.raises(FormatError, match=sentence):
        read_parcel(data)


def test_what_makes_no_sense_is_named(tmp_path: Path) -> None:
    """The rest is taken, and every setting that is left out is told by name."""
    (tmp_path / "mine.json").write_bytes(
        b"\xef\xbb\xbf" + parcel(theme="mauve", scale="big", mood=3, fragments=True)
    )
    read = import_settings(tmp_path / "mine.json")
    assert read.choices == {"fragments": True}
    assert read.complaints == (
        '“Colours” stays as it is: it cannot be "mauve".',
        '“Size of all text” stays as it is: it cannot be "big".',
        "“mood” is not known here.",
    )


def test_a_number_beyond_its_limits_is_at_the_limit() -> None:
    """So it is with the file of the settings too."""
    assert read_parcel(parcel(scale=90)).choices == {"scale": 3.0}


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """Whatever was chosen by mistake, the window does not wait for it."""
    (tmp_path / "book.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(FormatError, match="too large"):
        import_settings(tmp_path / "book.json")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """In the words of every other file."""
    with pytest.raises(FormatError, match="no such file"):
        import_settings(tmp_path / "none.json")
