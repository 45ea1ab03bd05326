"""Tests of handouts: each form is read back."""

import importlib
import io
import subprocess
import sys
from csv import reader
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from factbox.formats import FormatError, handout
from factbox.formats.handout import WRITERS, Handout, HandoutRow, write_handout

VOLCANO = HandoutRow("volcano", "B1", "The volcano slept & smoked.", "a mountain that throws out fire")
MAGMA = HandoutRow("magma", "C1", "“Magma” is <hot> rock.")
HANDOUT = Handout("Fire & stone", (VOLCANO, MAGMA))
HEAD = ["Word", "Level", "Example", "Meaning"]
TABLE = [
    HEAD,
    ["volcano", "B1", "The volcano slept & smoked.", "a mountain that throws out fire"],
    ["magma", "C1", "“Magma” is <hot> rock.", ""],
]


class Page(HTMLParser):
    """Reads the heading and the cells of a page, and what it would fetch or run."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.title = ""
        self.rows: list[list[str]] = []
        self.lines = 0
        self.addresses: list[str] = []
        self._open = ""
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the reader is."""
        self.tags.append(tag)
        self.addresses += [name for name, _value in attrs if name in {"src", "href"}]
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        self.lines += ("class", "line") in attrs
        self._open = tag

    def handle_endtag(self, _tag: str) -> None:
        """Leave an element."""
        self._open = ""

    def handle_data(self, data: str) -> None:
        """Take the words."""
        if self._open == "h1":
            self.title += data
        elif self._open in {"td", "th"}:
            self.rows[-1][-1] += data


def read_html(data: bytes) -> tuple[str, list[list[str]]]:
    """Give the title and the table of a page."""
    page = Page(data)
    return page.title, page.rows


def read_csv(data: bytes) -> tuple[str, list[list[str]]]:
    """Give the title and the table of a file for spreadsheets."""
    (title,), *rows = reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return title, rows


def opened(data: bytes) -> Any:
    """Open a document as a word processor would."""
    return importlib.import_module("docx").Document(io.BytesIO(data))


def read_docx(data: bytes) -> tuple[str, list[list[str]]]:
    """Give the title and the table of a document."""
    document = opened(data)
    return document.paragraphs[0].text, [[cell.text for cell in row.cells] for row in document.tables[0].rows]


READERS = {".html": read_html, ".htm": read_html, ".csv": read_csv, ".docx": read_docx}


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_form_holds_the_same(tmp_path: Path, suffix: str) -> None:
    """Title, headings and words are read from each form as they were put in."""
    path = tmp_path / f"handout{suffix.upper()}"
    write_handout(HANDOUT, path)
    assert READERS[suffix](path.read_bytes()) == ("Fire & stone", TABLE)


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_handout_may_be_empty(suffix: str) -> None:
    """Without words there are the headings."""
    assert READERS[suffix](WRITERS[suffix](Handout("None", ()))) == ("None", [HEAD])


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_no_file_may_hold_is_left_out(suffix: str) -> None:
    """Control signs, halves of characters and line ends come into no cell."""
    row = HandoutRow("mag\x00ma\ud800", "C1\uffff", " two\r\nlines\x0b\tand \x1b more ", "")
    written = WRITERS[suffix](Handout("A\ntitle\x07", (row,)))
    assert READERS[suffix](written) == ("A title", [HEAD, ["magma", "C1", "two lines and more", ""]])


def test_a_page_escapes_what_looks_like_markup() -> None:
    """Nothing from a text becomes an element of the page."""
    nasty = '<script>alert("1")</script>'
    page = Page(handout.html(Handout(nasty, (HandoutRow(nasty, nasty, nasty, nasty),))))
    assert page.title == nasty
    assert page.rows[1] == [nasty] * 4
    assert "script" not in page.tags


def test_a_page_needs_no_other_file() -> None:
    """A page is one file: it fetches nothing."""
    written = handout.html(HANDOUT)
    assert Page(written).addresses == []
    assert not any(word in written for word in (b"url(", b"@import", b"http:", b"https:"))


def test_a_page_has_a_line_where_a_meaning_is_to_be_written() -> None:
    """Only the word without a meaning has a line."""
    assert Page(handout.html(HANDOUT)).lines == 1


def test_a_document_has_a_line_where_a_meaning_is_to_be_written() -> None:
    """Only the cell without a meaning has a rule."""
    cells = [row.cells[-1] for row in opened(handout.docx(HANDOUT)).tables[0].rows]
    assert [len(cell._tc.xpath(".//w:pBdr/w:bottom")) for cell in cells] == [0, 0, 1]


def test_a_document_repeats_its_headings_on_every_page() -> None:
    """The first row alone is a heading of the table."""
    rows = opened(handout.docx(HANDOUT)).tables[0].rows
    assert [len(row._tr.xpath("./w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0]


def test_a_document_has_its_title_and_nobody_else_s_name() -> None:
    """The properties of the document name the handout, not the library that wrote it."""
    properties = opened(handout.docx(HANDOUT)).core_properties
    assert (properties.title, properties.author, properties.comments) == ("Fire & stone", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", " ="])
def test_a_spreadsheet_takes_no_cell_for_a_formula(start: str) -> None:
    """What a spreadsheet would run is made text, in every column and in the title."""
    nasty = f"{start}HYPERLINK(1)"
    title, rows = read_csv(handout.csv(Handout(nasty, (HandoutRow(nasty, nasty, nasty, nasty),))))
    assert {title, *rows[1]} == {f"'{nasty.strip()}"}


def test_a_spreadsheet_knows_the_encoding() -> None:
    """The mark at the start tells spreadsheets that it is UTF-8."""
    assert handout.csv(HANDOUT).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["handout.pdf", "handout"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    """A form that there is not is told in plain words, and nothing is written."""
    with pytest.raises(FormatError, match=r"\.html, \.csv or \.docx"):
        write_handout(HANDOUT, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A handout goes to the disk as a text does, with the same words for what goes wrong."""
    with pytest.raises(FormatError, match="no such"):
        write_handout(HANDOUT, tmp_path / "none" / "handout.csv")


def test_the_library_of_documents_waits_until_it_is_needed() -> None:
    """Neither knowing of handouts nor making the other forms loads python-docx."""
    code = (
        "import sys; from factbox.formats import handout; empty = handout.Handout('', ());"
        "handout.html(empty); handout.csv(empty); print({'docx', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert done.stdout.strip() == "set()"
