"""Tests of the verb `convert`."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factbox import cli, formats
from factbox.document import Block, Document, Role, Version, Work
from factbox.formats import word

BLOCKS = (Block("The old harbour", Role.HEADING), Block("Boats lie at the wall."), Block("a rope", Role.ITEM))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Give a document with a heading and an item."""
    path = tmp_path / "harbour.odt"
    formats.write(Document(BLOCKS), path)
    return path


@pytest.mark.parametrize("form", ["docx", "html", "md", "factbox"])
def test_a_text_keeps_its_shapes(source: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It reads back as it was, and nothing is said to be lost."""
    assert cli.main(["convert", str(source), "--to", form]) == 0
    target = source.with_suffix(f".{form}")
    assert formats.read(target).blocks == BLOCKS
    assert capsys.readouterr().out == f"{source} → {target}\n"


def test_what_plain_text_cannot_hold_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Headings and lists are plain text there."""
    assert cli.main(["convert", str(source), "--to", "txt"]) == 0
    assert "Headings, lists, bold type and links are plain text there." in capsys.readouterr().out
    assert source.with_suffix(".txt").read_text("utf-8").startswith("The old harbour\n")


def test_what_the_reader_could_not_carry_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pictures of a page are named, without the remark about saving over it."""
    page = tmp_path / "page.html"
    page.write_text("<p>Boats lie at the wall.</p><img src='a.png' alt=''>", "utf-8")
    assert cli.main(["convert", str(page), "--to", "md"]) == 0
    told = capsys.readouterr().out
    assert "1 picture is not shown here." in told
    assert "Saving over" not in told


def test_a_file_with_versions_gives_the_one_that_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are not in another form, and that is said."""
    versions = (Version("Year 5", (Block("Easy."),)), Version("Year 7", (Block("Less easy."),)))
    path = tmp_path / "reader.factbox"
    formats.write(Document(versions[1].blocks, work=Work("Reader", (Block("Hard."),), versions, 1)), path)
    assert cli.main(["convert", str(path), "--to", "md"]) == 0
    assert (
        "Only the version “Year 7” is there, without the original and 1 other version." in capsys.readouterr().out
    )
    assert path.with_suffix(".md").read_text("utf-8").strip() == "Less easy."


def test_nothing_is_written_over_without_force(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays as it is, and the status says so; the other files are converted."""
    other, taken = source.with_name("other.md"), source.with_suffix(".docx")
    other.write_text("Words.", "utf-8")
    taken.write_bytes(b"mine")
    assert cli.main(["convert", str(source), str(other), "--to", "docx"]) == 1
    assert "--force" in capsys.readouterr().err
    assert taken.read_bytes() == b"mine"
    assert other.with_suffix(".docx").exists()
    assert cli.main(["convert", str(source), "--to", "docx", "--force"]) == 0
    assert formats.read(taken).blocks == BLOCKS


def test_a_text_is_never_its_own_target(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even by force: what its form cannot hold here would be gone."""
    before = source.read_bytes()
    assert cli.main(["convert", str(source), "--to", "odt", "--force"]) == 1
    assert "has that form already" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_two_texts_of_one_name_do_not_take_each_others_place(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even by force: the second is refused."""
    second, folder = source.with_suffix(".md"), source.parent / "new" / "folder"
    second.write_text("Words.", "utf-8")
    words = ["convert", str(source), str(second), "--to", "txt", "-o", str(folder), "--force"]
    assert cli.main(words) == 1
    assert "Another of the files has become" in capsys.readouterr().err
    assert (folder / "harbour.txt").read_text("utf-8").startswith("The old harbour")


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a text come through standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Boats lie at the wall.\nA café.\n".encode())))


@pytest.mark.usefixtures("piped")
def test_a_pipe_goes_to_standard_output(source: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The document stands there alone: what is said of it and of other files goes to standard error."""
    assert cli.main(["convert", "-", str(source), "--to", "docx"]) == 0
    told = capfdbinary.readouterr()
    document = word.read(told.out)
    assert [block.text for block in document.blocks] == ["Boats lie at the wall.", "A café.", ""]
    assert told.err.decode() == f"{source} → {source.with_suffix('.docx')}\n"


@pytest.mark.usefixtures("piped")
def test_a_pipe_becomes_a_file_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a folder is named, it is written there."""
    assert cli.main(["convert", "-", "--to", "md", "-o", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"- → {tmp_path / 'stdin.md'}\n"
    assert (tmp_path / "stdin.md").read_text("utf-8").startswith("Boats lie at the wall.")


@pytest.mark.usefixtures("piped")
def test_a_terminal_gets_no_document(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bytes would spoil it; a page, which is letters, is shown."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert cli.main(["convert", "-", "--to", "odt"]) == 1
    told = capsys.readouterr()
    assert (told.out, "Say where to" in told.err) == ("", True)
    assert cli.main(["convert", "-", "--to", "html"]) == 0
    assert "A café." in capsys.readouterr().out


def test_a_pdf_is_drawn_without_a_screen(source: Path) -> None:
    """In a process of its own, where no display is, with letters that can be read again."""
    command = [sys.executable, "-m", "factbox", "convert", str(source), "--to", "pdf"]
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(command, check=False, capture_output=True, env=environment)  # noqa: S603
    assert done.returncode == 0, done.stderr
    target = source.with_suffix(".pdf")
    assert "Boats lie at the wall." in [block.text for block in formats.read(target).blocks]
    # In the letters of the program, which are carried in the file.
    assert b"Literata" in target.read_bytes()
