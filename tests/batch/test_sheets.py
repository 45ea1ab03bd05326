"""Tests of tables as files."""

import csv
import io
import json
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from factbox.batch.columns import columns
from factbox.batch.row import Order, Row
from factbox.batch.sheets import SHEETS, CsvSheet
from factbox.batch.table import is_table

ORDER = Order(scores=("smog",))
GOOD = Row(
    "tale, the “first”.txt", level=-0.25, level_low=-4.25, level_high=3.75, tokens=1200, types=300, ttr=0.25,
    words=1190, sentences=80, syllables=1500, fragments=1, words_left_out=3, scores={"smog": None},
)  # fmt: skip
EVIL = Row('=HYPERLINK("x")&<b>.txt', error="There is no\nsuch file.")


def _made(form: str, *rows: Row) -> bytes:
    file = io.BytesIO()
    sheet = SHEETS[form](file, columns(ORDER))
    for row in rows:
        sheet.add(row)
    sheet.close()
    return file.getvalue()


def test_csv_is_as_rfc_4180_has_it() -> None:
    """Commas, quotes and line ends are kept, figures are whole, and a mark tells that it is UTF-8."""
    data = _made("csv", GOOD, EVIL)
    assert data.startswith(b"\xef\xbb\xbfpath,level,")
    assert b"\r\n" in data
    head, good, evil = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    named, failed = dict(zip(head, good, strict=True)), dict(zip(head, evil, strict=True))
    assert (named["path"], named["level"], named["smog"]) == (GOOD.path, "-0.25", "")
    assert failed["error"] == EVIL.error


def test_no_cell_of_a_csv_is_run_as_a_formula() -> None:
    """What a spreadsheet would run is the same file by another name; a number below zero stays a number."""
    rows = list(csv.reader(io.StringIO(_made("csv", GOOD, EVIL).decode("utf-8-sig"), newline="")))
    assert rows[2][0] == "./" + EVIL.path
    assert rows[1][1] == "-0.25"


def test_a_workbook_has_numbers_as_numbers_and_words_as_words() -> None:
    """Another program reads it: figures can be counted with, and nothing is a formula."""
    sheet = openpyxl.load_workbook(io.BytesIO(_made("xlsx", GOOD, EVIL))).active
    assert sheet is not None
    head, good, evil = sheet.iter_rows()
    named = {str(name.value): cell for name, cell in zip(head, good, strict=True)}
    assert (named["Level"].value, named["Tokens"].value, named["SMOG"].value) == (-0.25, 1200, None)
    assert named["Level"].number_format == "0.000"
    sides = {str(name.value): name.alignment.horizontal for name in head}
    assert (sides["Level"], sides["File"]) == ("right", None)
    assert (named["Level"].data_type, named["File"].data_type, evil[0].data_type) == ("n", "s", "s")
    assert evil[0].value == EVIL.path
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:N3"


def test_a_workbook_is_made_for_paper_too() -> None:
    """All columns fit the width of a page, and the head stands on each."""
    sheet = openpyxl.load_workbook(io.BytesIO(_made("xlsx", GOOD))).active
    assert sheet is not None
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


class _Cells(HTMLParser):
    """The cells of a page, row by row, each with what it is sorted by."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str | None]]] = []
        self._by: str | None = None
        self._is_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self._is_cell = True
            self.rows[-1].append(("", dict(attrs).get("data-v")))

    def handle_endtag(self, tag: str) -> None:
        self._is_cell = self._is_cell and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self._is_cell:
            text, by = self.rows[-1][-1]
            self.rows[-1][-1] = (text + data, by)


def test_a_page_is_a_table_without_its_script() -> None:
    """Cells are rounded for people and whole for sorting; nothing in a name is markup; nothing is fetched."""
    page = _made("html", GOOD, EVIL).decode()
    head, good, evil = _Cells(page).rows
    assert [text for text, _by in head][:3] == ["File", "Level", "Likely from"]
    assert good[1] == ("-0.250", "-0.25")
    assert good[4:6] == [("Flesch–Kincaid", None), ("1,200", "1200")]
    assert (evil[0][0], evil[1]) == (EVIL.path, ("—", ""))
    assert "2 texts. 1 could not be read." in page
    assert not any(word in page for word in ("http:", "https:", "src=", "@import", "url("))


def test_json_has_a_line_for_each_row() -> None:
    """Each line is the row by itself."""
    lines = _made("json", GOOD, EVIL).decode().splitlines()
    assert [Row(**json.loads(line)) for line in lines] == [GOOD, EVIL]


@pytest.mark.parametrize("form", ["csv", "json", "html"])
def test_rows_go_out_as_they_come(form: str) -> None:
    """Every row is in the file before the next is made, for whoever reads along or stops."""
    file = io.BytesIO()
    sheet = SHEETS[form](file, columns(ORDER))
    lengths = [len(file.getvalue())]
    for _number in range(3):
        sheet.add(GOOD)
        lengths.append(len(file.getvalue()))
    assert all(before < after for before, after in pairwise(lengths))


def test_the_name_of_standard_input_is_no_formula() -> None:
    """A dash alone stays a dash for programs that read the table."""
    assert _made("csv", Row("-", level=2.0)).decode("utf-8-sig").splitlines()[1].startswith("-,2.0,")


@pytest.mark.parametrize("form", SHEETS)
def test_a_name_of_any_bytes_is_written(form: str) -> None:
    """A file name that is no UTF-8 spoils no table."""
    assert _made(form, Row("weird\udcff\x01.txt", error="It is damaged."))


@pytest.mark.parametrize("form", ["csv", "html"])
def test_a_name_of_any_bytes_is_written_alike(form: str) -> None:
    """What is no letter stands in every table by its code, for nothing else tells such names apart."""
    assert r"weird\udcff.txt" in _made(form, Row("weird\udcff.txt", level=2.0)).decode("utf-8-sig")


def test_programs_get_a_csv_without_a_mark() -> None:
    """Spreadsheets need it to know the letters; others would take it for one."""
    file = io.BytesIO()
    CsvSheet(file, columns(ORDER), is_marked=False)
    assert file.getvalue().startswith(b"path,")


def test_a_page_knows_itself_for_a_table(tmp_path: Path) -> None:
    """A page that somebody wrote is none, nor is one that is not there."""
    (tmp_path / "table.html").write_bytes(_made("html", GOOD))
    (tmp_path / "tale.html").write_text("<p>Once.</p>", "utf-8")
    assert [is_table(tmp_path / name) for name in ("table.html", "tale.html", "gone.html")] == [True, False, False]
