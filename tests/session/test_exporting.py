"""Tests of exporting all versions at once."""

from pathlib import Path

import pytest

from factbox import formats
from factbox.document import Block, Role, Version, Work
from factbox.formats import FormatError
from factbox.metrics.report import Counting
from factbox.session.exporting import export
from factbox.session.pages import pdf

TEXT = (Block("How a mill works", Role.HEADING), Block("The mill grinds corn. It stands by the river. " * 6))
WORK = Work(
    "Mill: old/new", TEXT, (Version("For Year 3", TEXT), Version("For Year 5", (Block("Corn is ground. " * 20),)))
)


def test_every_version_is_a_file(tmp_path: Path) -> None:
    """Its name is safe, its text that of the version."""
    files = export(WORK, tmp_path, ".txt", Counting(), labelled=False)
    assert [file.name for file in files] == ["Mill old new – For Year 3.txt", "Mill old new – For Year 5.txt"]
    for file, version in zip(files, WORK.versions, strict=True):
        assert [block.text for block in formats.read(file).blocks] == [block.text for block in version.blocks]


def test_a_label_tells_the_level(tmp_path: Path) -> None:
    """The first line has the name and the Level, as the Fact Box has it."""
    first, _second = export(WORK, tmp_path, ".txt", Counting(), labelled=True)
    assert formats.read(first).blocks[0].text.startswith("For Year 3 · Level ")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A second export gets numbers."""
    export(WORK, tmp_path, ".txt", Counting(), labelled=False)
    again = export(WORK, tmp_path, ".txt", Counting(), labelled=False)
    assert again[0].name.endswith("For Year 3 2.txt")
    assert len(list(tmp_path.glob("*.txt"))) == 4


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The error is one for people."""
    with pytest.raises(FormatError):
        export(WORK, tmp_path / "none", ".txt", Counting(), labelled=False)


@pytest.mark.usefixtures("qapp")
def test_a_pdf_has_pages() -> None:
    """A long text goes on from page to page."""
    short, long = pdf(TEXT), pdf(TEXT * 60)
    assert short.startswith(b"%PDF-")
    assert len(long) > len(short)


@pytest.mark.usefixtures("qapp")
def test_a_pdf_keeps_paragraphs_apart() -> None:
    """The same words take more pages as paragraphs than in one."""
    words = "The mill grinds corn."
    apart, together = pdf((Block(words),) * 120), pdf((Block(" ".join([words] * 120)),))
    assert apart.count(b"/Type /Page\n") > together.count(b"/Type /Page\n") > 0
