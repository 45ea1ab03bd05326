"""Tests of the verb `report`."""

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from factbox import cli, formats

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 6


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Give a text."""
    path = tmp_path / "cat.txt"
    path.write_text(TEXT, "utf-8")
    return path


# A document has pictures: without an application it would make one, which windows of later tests cannot use.
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_the_ending_says_what_it_becomes(source: Path, suffix: str) -> None:
    """The report opens as a document of its kind and holds the Level."""
    output = source.with_suffix(suffix)
    assert cli.main(["report", str(source), "--goal", "grade 2", "-o", str(output)]) == 0
    told = " ".join(block.text for block in formats.read(output).blocks)
    assert "Within the goal (Grade 2 ± 0.5)." in told
    assert "What other formulas say" in told


def test_a_report_takes_the_place_of_nothing_unasked(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays, unless one says --force."""
    output = source.with_suffix(".html")
    output.write_text("<p>Mine.</p>", "utf-8")
    assert cli.main(["report", str(source), "-o", str(output)]) == 2
    assert "--force" in capsys.readouterr().err
    assert output.read_text("utf-8") == "<p>Mine.</p>"
    assert cli.main(["report", str(source), "-o", str(output), "--force"]) == 0
    assert "Mine" not in output.read_text("utf-8")


def _written_without_a_screen(source: Path, suffix: str, language: str = "C") -> Path:
    """Write the report of a text in a process of its own; give its file."""
    output = source.with_suffix(suffix)
    command = [sys.executable, "-m", "factbox", "report", str(source), "-o", str(output)]
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    environment["LANG"] = f"{language}.UTF-8"
    done = subprocess.run(command, check=False, capture_output=True, env=environment)  # noqa: S603  # our code
    assert done.returncode == 0, done.stderr
    return output


def test_a_pdf_is_drawn_without_a_screen(source: Path) -> None:
    """In a process of its own, with letters that can be read again."""
    output = _written_without_a_screen(source, ".pdf")
    told = " ".join(" ".join(block.text.split()) for block in formats.read(output).blocks)
    assert "What other formulas say" in told
    assert "Gunning Fog" in told


def test_a_pdf_brings_the_signs_of_chinese_along(source: Path) -> None:
    """Whoever opens it needs no font for them."""
    assert b"NotoSansSC-Regular" in _written_without_a_screen(source, ".pdf", "zh_CN").read_bytes()


def test_a_document_has_the_pictures(source: Path) -> None:
    """They are images, each with its title for screen readers; no screen is needed to draw them."""
    output = _written_without_a_screen(source, ".docx")
    made = docx.Document(str(output))
    images = [part.blob for part in made.part.package.iter_parts() if part.partname.endswith(".png")]
    told = [shown._inline.docPr.get("title") for shown in made.inline_shapes]
    assert told == ["Level along the text", "Sentence lengths", "Words by CEFR level", "Words by frequency"]
    assert len(images) == 4
    assert all(image.startswith(b"\x89PNG") for image in images)


def test_a_document_tells_its_pictures_where_qt_cannot_be_loaded(source: Path) -> None:
    """The reason stands in it, everything else is there, and the report has not failed."""
    output = source.with_suffix(".docx")
    code = f"""
import sys
class Refusing:
    def find_spec(self, name, *_):
        if name.startswith(("PySide6", "shiboken6")):
            raise ImportError("libGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, Refusing())
from factbox import cli
sys.exit(cli.main(["report", {str(source)!r}, "-o", {str(output)!r}]))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)  # noqa: S603  # our code
    assert done.returncode == 0, done.stderr
    assert not docx.Document(str(output)).inline_shapes
    told = " ".join(block.text for block in formats.read(output).blocks)
    assert "Qt, which cannot be loaded here (libGL.so.1: cannot open shared object file)" in told
    assert "Sentence lengths. 12 sentences" in told
    assert "What other formulas say" in told


def test_the_text_itself_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report of a page that is to be that page is refused."""
    page = tmp_path / "page.html"
    page.write_text(f"<p>{TEXT}</p>", "utf-8")
    assert cli.main(["report", str(page), "-o", str(page)]) == 2
    assert "the text itself" in capsys.readouterr().err
    assert page.read_text("utf-8") == f"<p>{TEXT}</p>"


def test_what_cannot_be_read_or_written_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The status is 1 and the reason a sentence; an ending that nobody knows is refused."""
    assert cli.main(["report", str(source.with_name("missing.txt")), "-o", str(source.with_suffix(".html"))]) == 1
    assert "There is no such file" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        cli.main(["report", str(source), "-o", "report.xyz"])
    assert ".html, .docx, .pdf" in capsys.readouterr().err
