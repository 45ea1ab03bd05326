"""A handout of hard words with room for their meanings: for a browser, a spreadsheet or a word processor."""

import importlib
import io
import re
from collections.abc import Callable, Iterable, Mapping
from csv import writer
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factbox.formats.base import FormatError
from factbox.formats.disk import write_bytes
from factbox.translation import _

# What no file may hold: control signs, halves of characters, and what is none in XML.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LINE = '<span class="line"></span>'
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ margin: 18mm }}
body {{ max-width: 52em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff;
       font: 12pt/1.4 Georgia, "Times New Roman", serif }}
h1 {{ font-size: 1.5em }}
table {{ width: 100%; border-collapse: collapse }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
th, td {{ padding: .5em; border: 1px solid #767676; text-align: left; vertical-align: top;
         overflow-wrap: break-word }}
td:first-child {{ font-weight: bold }}
td:last-child {{ width: 40% }}
.line {{ display: block; height: 2em; border-bottom: 1px solid #000 }}
@media print {{ body {{ max-width: none; margin: 0; padding: 0 }} }}
</style>
</head>
<body>
<h1>{title}</h1>
<table>
<thead>
{head}
</thead>
<tbody>
{body}
</tbody>
</table>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """A hard word.

    Attributes:
        word: The word.
        level: How hard it is, as it is to be shown; may be empty.
        example: A sentence with it; may be empty.
        meaning: What it means; where it is empty there is a line to write on.
    """

    word: str
    level: str
    example: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """A title with hard words below it."""

    title: str
    rows: tuple[HandoutRow, ...]


def html(handout: Handout) -> bytes:
    """Make a page for a browser: one file that needs no other, and prints well."""
    head, *body = _table(handout)
    page = _PAGE.format(
        title=escape(_clean(handout.title)),
        head=_markup('th scope="col"', map(escape, head)),
        body="\n".join(_markup("td", [*map(escape, cells[:-1]), escape(cells[-1]) or _LINE]) for cells in body),
    )
    return page.encode()


def csv(handout: Handout) -> bytes:
    """Make a table for spreadsheets: the title, the headings, the words; no cell is taken for a formula."""
    file = io.StringIO(newline="")
    rows = writer(file)
    for cells in ((_clean(handout.title),), *_table(handout)):
        rows.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return file.getvalue().encode("utf-8-sig")


def docx(handout: Handout) -> bytes:
    """Make a document for word processors."""
    library: Any = importlib.import_module("docx")
    document = library.Document()
    title = _clean(handout.title)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    document.add_heading(title, level=1)
    lines = _table(handout)
    table = document.add_table(rows=len(lines), cols=len(lines[0]), style="Table Grid")
    for number, (row, line) in enumerate(zip(table.rows, lines, strict=True)):
        cells = row.cells
        for cell, words in zip(cells, line, strict=True):
            cell.paragraphs[0].add_run(words).bold = number == 0 or None
        _keep_together(row, library, is_head=number == 0)
        if not line[-1]:
            _rule(cells[-1].paragraphs[0], library)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


WRITERS: Mapping[str, Callable[[Handout], bytes]] = MappingProxyType(
    {".html": html, ".htm": html, ".csv": csv, ".docx": docx}
)


def write_handout(handout: Handout, path: Path) -> None:
    """Write a handout to a file, in the form that its ending asks for, whole or not at all.

    Raises:
        FormatError: The ending is none of `WRITERS`, or the file cannot be written; what was there is untouched.
    """
    make = WRITERS.get(path.suffix.lower())
    if make is None:
        raise FormatError(_("A handout can be saved with the ending .html, .csv or .docx."))
    write_bytes(make(handout), path)


def _table(handout: Handout) -> list[tuple[str, ...]]:
    """Give what all forms show: the headings, and the cells of each word."""
    rows = ((row.word, row.level, row.example, row.meaning) for row in handout.rows)
    return [(_("Word"), _("Level"), _("Example"), _("Meaning")), *(tuple(map(_clean, row)) for row in rows)]


def _clean(text: str) -> str:
    """Give a text as one line of what every file can hold."""
    return " ".join(_UNFIT.sub("", text).split())


def _markup(tag: str, cells: Iterable[str]) -> str:
    end = tag.split(maxsplit=1)[0]
    return f"<tr>{''.join(f'<{tag}>{cell}</{end}>' for cell in cells)}</tr>"


def _keep_together(row: Any, library: Any, *, is_head: bool) -> None:
    """Keep a row on one page, and repeat the headings on each."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # the library has no other way to it
    for name in ("w:cantSplit", "w:tblHeader")[: 1 + is_head]:
        properties.append(library.oxml.OxmlElement(name))


def _rule(paragraph: Any, library: Any) -> None:
    """Draw a line below a paragraph to write on, with room above it."""
    paragraph.paragraph_format.space_before = library.shared.Pt(16)
    border = library.oxml.OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
        border.set(library.oxml.ns.qn(f"w:{name}"), value)
    borders = library.oxml.OxmlElement("w:pBdr")
    borders.append(border)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # the library has no other way to it
    # The schema wants borders before spacing.
    properties.insert_element_before(borders, "w:spacing")
