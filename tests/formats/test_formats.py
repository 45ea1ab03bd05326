"""Tests of reading and writing files."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from factbox import formats
from factbox.document import Block, Document
from factbox.formats import FormatError

DOCUMENT = Document((Block("New words."),))


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    """What is written to a file is read from it."""
    formats.write(DOCUMENT, tmp_path / "a.txt")
    assert formats.read(tmp_path / "a.txt") == DOCUMENT


@pytest.mark.parametrize("name", ["a.story", "README", "a.TXT"])
def test_an_unknown_ending_is_read_as_text(tmp_path: Path, name: str) -> None:
    """A file that no format claims is tried as plain text."""
    (tmp_path / name).write_text("Words.", "utf-8")
    assert formats.read(tmp_path / name).blocks == (Block("Words."),)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old document of Office"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old document of Office"),
        ("a.txt", b"%PDF-1.7", r"Name it with \.pdf"),
        ("a.docx", b"%PDF-1.7", r"Name it with \.pdf"),
        ("a.md", b"%PDF-1.7", r"Name it with \.pdf"),
        ("a.txt", b"{\\rtf1 Words}", r"Name it with \.rtf"),
        ("a.odt", b"{\\rtf1 Words}", r"Name it with \.rtf"),
        ("a.pdf", b"{\\rtf1 Words}", r"Name it with \.rtf"),
        ("a.rtf", b"%PDF-1.7", r"Name it with \.pdf"),
        ("a.rtf", b"Words.", r"name it with \.txt"),
        ("a.pdf", b"Words.", "no PDF"),
    ],
)
def test_a_document_with_a_wrong_name_is_told_what_it_is(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    """What a name does not tell is told, with what to do."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FormatError, match=told):
        formats.read(tmp_path / name)


@pytest.mark.parametrize("name", ["a.rtf", "a.pdf"])
def test_what_is_only_read_is_not_written(tmp_path: Path, name: str) -> None:
    """Saving in such a form is refused, and nothing is there."""
    with pytest.raises(FormatError, match=r"only read here.*\.docx"):
        formats.write(DOCUMENT, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_file_that_is_too_large_is_refused_at_once(tmp_path: Path) -> None:
    """It is told how large it is and how large it may be, before a byte of it is read."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(FormatError, match=r"200 MB.*50 MB"):
        formats.read(tmp_path / "a.txt")


def test_a_document_with_the_ending_of_a_text_is_named(tmp_path: Path) -> None:
    """A document of Word that somebody named as a text is told its right ending."""
    formats.write(DOCUMENT, tmp_path / "a.docx")
    (tmp_path / "a.docx").rename(tmp_path / "a.txt")
    with pytest.raises(FormatError, match=r"Name it with \.docx"):
        formats.read(tmp_path / "a.txt")


@pytest.mark.parametrize("each", formats.FORMATS, ids=lambda each: each.key)
def test_every_format_is_found_by_its_endings(each: formats.Format) -> None:
    """The ending of a name tells the format, in capitals as well."""
    for suffix in each.suffixes:
        assert formats.format_of(Path(f"a{suffix.upper()}")) is each


def test_text_is_the_first_format() -> None:
    """What has no other ending is saved as text."""
    assert formats.FORMATS[0].read is formats.text.read


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is an error in plain words."""
    with pytest.raises(FormatError, match="There is no such file"):
        formats.read(tmp_path / "none.txt")


def test_a_folder_is_told(tmp_path: Path) -> None:
    """A folder is no file."""
    with pytest.raises(FormatError, match="folder"):
        formats.read(tmp_path)


def test_a_name_that_is_none_is_told() -> None:
    """A name with a zero in it is refused in plain words."""
    with pytest.raises(FormatError, match="no name"):
        formats.read(Path("a\x00b"))


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be read is told, whoever runs the test."""

    def refuse(_path: str, _flags: int) -> int:
        raise PermissionError(errno.EACCES, "no")

    (tmp_path / "secret.txt").write_text("Words.", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with pytest.raises(FormatError, match="no permission"):
            formats.read(tmp_path / "secret.txt")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "can only be read"), (errno.EACCES, "no permission")],
)
def test_a_save_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """A full disk or a folder without permission costs neither the old file nor litter beside it."""
    target = tmp_path / "a.txt"
    target.write_text("Old words.", "utf-8")

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FormatError, match=words):
        formats.write(DOCUMENT, target)
    assert target.read_text("utf-8") == "Old words."
    assert list(tmp_path.glob(".a.txt*")) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Saving into a missing folder is an error in plain words."""
    with pytest.raises(FormatError, match="no such"):
        formats.write(DOCUMENT, tmp_path / "none" / "a.txt")


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written keeps its words although its folder may."""
    target = tmp_path / "a.txt"
    target.write_text("Old words.", "utf-8")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(FormatError, match="permission"):
        formats.write(DOCUMENT, target)
    assert target.read_text("utf-8") == "Old words."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that others may not read stays so."""
    target = tmp_path / "a.txt"
    target.write_text("Old words.", "utf-8")
    target.chmod(0o640)
    formats.write(DOCUMENT, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Saving through a link writes the file it leads to."""
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("Old words.", "utf-8")
    link.symlink_to(real)
    formats.write(DOCUMENT, link)
    assert link.is_symlink()
    assert real.read_text("utf-8") == "New words."


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_line_ends_is_refused_at_once(tmp_path: Path, name: str) -> None:
    """More paragraphs than a window can hold are told before they are made."""
    (tmp_path / name).write_bytes(b"\n" * 1_000_000)
    with pytest.raises(FormatError, match="more than 200,000 paragraphs"):
        formats.read(tmp_path / name)


def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """It never was for anybody else, whatever the old one was."""
    (tmp_path / "a.txt").write_text("Old.", "utf-8")
    formats.write(DOCUMENT, tmp_path / "a.txt", private=True)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600
