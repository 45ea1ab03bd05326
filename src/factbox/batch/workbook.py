"""A table as a workbook for spreadsheets, written row by row: numbers are numbers, and nothing is a formula.

Source: ECMA-376, Office Open XML, part 1, chapter 18.
"""

import contextlib
import zipfile
from collections.abc import Iterator, Sequence
from typing import IO

from factbox.batch.columns import Column
from factbox.batch.row import Row
from factbox.formats.markup import attribute, fit
from factbox.translation import _

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # The forms of cells: words, the head of words, numbers with none, one and three decimals, the head of numbers.
    "xl/styles.xml": f'<styleSheet {_MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/>'
    '<numFmt numFmtId="165" formatCode="0.000"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    + "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in (3, 164, 165)
    )
    + '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">'
    '<alignment horizontal="right"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}
_WORDS, _HEAD_OF_WORDS, _HEAD_OF_NUMBERS = 0, 1, 5
_FORMS = {0: 2, 1: 3, 3: 4}
# Lying, as wide as the page, on as many pages as it takes.
_PAPER = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
# In letters: how wide a column of words is, and one of numbers.
_WIDE, _NARROW = 44, 13


class Workbook:
    """A workbook of one sheet, whose head stays in sight and whose columns can be filtered."""

    def __init__(self, file: IO[bytes], columns: Sequence[Column]) -> None:
        self._columns = columns
        self._rows = 0
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        with self._abandoned():
            self._begin()

    def _begin(self) -> None:
        columns = self._columns
        for name, part in _PARTS.items():
            self._archive.writestr(name, _HEAD + part)
        title = _("Texts")
        # On paper the head stands on every page.
        self._archive.writestr(
            "xl/workbook.xml",
            f'{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{attribute(title)}" sheetId="1" r:id="rId1"/></sheets><definedNames>'
            f'<definedName name="_xlnm.Print_Titles" localSheetId="0">\'{fit(title)}\'!$1:$1</definedName>'
            "</definedNames></workbook>",
        )
        # Large: how long it will be is not known when it begins.
        self._sheet = self._archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True)
        widths = "".join(
            f'<col min="{n}" max="{n}" width="{_width(each)}" customWidth="1"/>'
            for n, each in enumerate(columns, 1)
        )
        self._write(
            f'{_HEAD}<worksheet {_MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            '<sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f"<cols>{widths}</cols><sheetData>"
        )
        self._row("".join(map(self._named, range(len(columns)), columns)))

    def add(self, row: Row) -> None:
        """Write a row."""
        cells = []
        for number, column in enumerate(self._columns):
            cell = column.cell(row)
            if isinstance(cell, str):
                cells.append(self._words(number, cell, _WORDS))
            elif cell is not None:
                form = _FORMS[column.decimals or 0]
                cells.append(f'<c r="{self._place(number)}" s="{form}"><v>{cell!r}</v></c>')
        with self._abandoned():
            self._row("".join(cells))

    def close(self) -> None:
        """Write what stands below the rows, and the table of contents."""
        last = f"{_letters(len(self._columns) - 1)}{self._rows}"
        with self._abandoned():
            self._write(f'</sheetData><autoFilter ref="A1:{last}"/>{_PAPER}</worksheet>')
            self._sheet.close()
            self._archive.close()

    @contextlib.contextmanager
    def _abandoned(self) -> Iterator[None]:
        """Give the archive up where the disk is full: it would try to end itself when it is thrown away."""
        try:
            yield
        except OSError:
            self._archive.fp = None
            raise

    def _row(self, cells: str) -> None:
        self._rows += 1
        self._write(f'<row r="{self._rows}">{cells}</row>')

    def _named(self, number: int, column: Column) -> str:
        form = _HEAD_OF_WORDS if column.decimals is None else _HEAD_OF_NUMBERS
        return self._words(number, _(column.label), form)

    def _words(self, number: int, words: str, form: int) -> str:
        place = self._place(number, self._rows + 1)
        return f'<c r="{place}" s="{form}" t="inlineStr"><is><t xml:space="preserve">{fit(words)}</t></is></c>'

    def _place(self, number: int, row: int = 0) -> str:
        return f"{_letters(number)}{row or self._rows + 1}"

    def _write(self, text: str) -> None:
        self._sheet.write(text.encode("utf-8", "backslashreplace"))


def _width(column: Column) -> int:
    # Never narrower than its name, which is bold and has a button beside it.
    return _WIDE if column.decimals is None else max(_NARROW, len(_(column.label)) + 4)


def _letters(number: int) -> str:
    """Give the letters of a column: A, B, …, Z, AA."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
