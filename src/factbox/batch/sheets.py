"""Tables of rows as files that grow row by row: for programs, for spreadsheets and for a browser."""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import IO, Protocol

from factbox.batch.columns import Cell, Column, columns
from factbox.batch.row import Order, Row
from factbox.batch.table import HtmlSheet
from factbox.batch.workbook import Workbook
from factbox.formats import FormatError, write_bytes
from factbox.translation import _

# What a spreadsheet would take for a formula, and run.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Sheet(Protocol):
    """A table that is being written."""

    def add(self, row: Row) -> None:
        """Write a row."""

    def close(self) -> None:
        """Write what stands below the rows; the file stays open."""


class CsvSheet:
    """A table with commas as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know that."""

    def __init__(self, file: IO[bytes], columns: Sequence[Column], *, is_marked: bool = True) -> None:
        self._file, self._columns = file, columns
        self._writer = csv.writer(self)
        if is_marked:
            file.write(codecs.BOM_UTF8)
        self._writer.writerow([each.key for each in columns])
        file.flush()

    def write(self, text: str) -> None:
        """Take a line of the writer."""
        self._file.write(text.encode("utf-8", "backslashreplace"))

    def add(self, row: Row) -> None:
        """Write a row."""
        self._writer.writerow([_guarded(each.cell(row)) for each in self._columns])
        self._file.flush()

    def close(self) -> None:
        """Write nothing more."""


class JsonSheet:
    """One JSON object a line, as `factbox measure --json` prints it."""

    def __init__(self, file: IO[bytes], _columns: Sequence[Column]) -> None:
        self._file = file

    def add(self, row: Row) -> None:
        """Write a row."""
        self._file.write(row.as_json().encode() + b"\n")
        self._file.flush()

    def close(self) -> None:
        """Write nothing more."""


SHEETS: Mapping[str, Callable[[IO[bytes], Sequence[Column]], Sheet]] = MappingProxyType(
    {"csv": CsvSheet, "xlsx": Workbook, "html": HtmlSheet, "json": JsonSheet}
)


def save(path: Path, rows: Iterable[Row], order: Order) -> None:
    """Write a table in the form that the ending of its file asks for, whole or not at all.

    Raises:
        FormatError: The ending is none of `SHEETS`, or the file cannot be written; what was there is untouched.
    """
    form = path.suffix[1:].lower()
    if form not in SHEETS:
        raise FormatError(_("A table can be saved with the ending .xlsx, .html, .csv or .json."))
    file = io.BytesIO()
    sheet = SHEETS[form](file, columns(order))
    for row in rows:
        sheet.add(row)
    sheet.close()
    write_bytes(file.getvalue(), path)


def _guarded(cell: Cell) -> Cell:
    # A dash alone is the name of standard input.
    is_formula = isinstance(cell, str) and cell != "-" and cell.startswith(_FORMULA)
    # The file is the same then, and can still be opened by what stands there.
    return f"./{cell}" if is_formula else cell
