"""A dossier as a document for word processors."""

import importlib
import io
from collections.abc import Callable
from typing import Any

from factbox.dossier.parts import Dossier, Part, Picture, Table
from factbox.formats.markup import clean

# In points, and in centimetres.
_SMALL, _WIDTH = 9, 17


def docx(dossier: Dossier, paint: Callable[[Picture], bytes]) -> bytes:
    """Make the document.

    Args:
        dossier: What it tells.
        paint: Gives a picture as PNG, which word processors show; called only where there is a picture.
    """
    # Heavy, and only who makes a report needs it.
    library: Any = importlib.import_module("docx")
    document = library.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(dossier.title), "", ""
    # A4, on which a table has 17 cm.
    page = document.sections[0]
    page.page_width, page.page_height = library.shared.Cm(21), library.shared.Cm(29.7)
    page.left_margin = page.right_margin = library.shared.Cm(2)
    document.add_heading(clean(dossier.title), level=1)
    for section in dossier.sections:
        document.add_heading(clean(section.title), level=2)
        for part in section.parts:
            _add(document, part, library, paint)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: Any, part: Part, library: Any, paint: Callable[[Picture], bytes]) -> None:
    if isinstance(part, Table):
        caption = document.add_paragraph(clean(part.caption))
        caption.paragraph_format.keep_with_next = True
        _table(document, part, library)
        document.add_paragraph().paragraph_format.space_after = library.shared.Pt(0)
    elif isinstance(part, Picture):
        shown = document.add_picture(io.BytesIO(paint(part)), width=library.shared.Cm(_WIDTH))
        # What a screen reader says in its place; the library has no other way to it.
        told = shown._inline.docPr  # noqa: SLF001  # as just said
        told.set("title", clean(part.caption))
        told.set("descr", clean(part.description))
        # Without a word of it LibreOffice keeps a third of a centimetre free on each side.
        for side in "TBLR":
            shown._inline.set(f"dist{side}", "0")  # noqa: SLF001  # as above
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.add_paragraph(clean(part.told))
    else:
        paragraph = document.add_paragraph()
        paragraph.add_run(clean(part.text)).bold = part.is_lead or None
        paragraph.paragraph_format.keep_with_next = part.is_lead or None


def _table(document: Any, part: Table, library: Any) -> None:
    table = document.add_table(rows=0, cols=len(part.head), style="Table Grid")
    table.autofit = False
    # Word goes by the cells, LibreOffice by the columns.
    for column, share in zip(table.columns, part.widths, strict=True):
        column.width = library.shared.Cm(_WIDTH * share)
    right = library.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    for number, words in enumerate((part.head, *part.rows)):
        row = table.add_row()
        for column, (cell, word) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = library.shared.Cm(_WIDTH * part.widths[column])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = library.shared.Pt(0)
            run = paragraph.add_run(clean(word))
            run.font.size = library.shared.Pt(_SMALL)
            run.bold = number == 0 or None
            if column in part.figures:
                paragraph.alignment = right
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # the library has no other way to it
        for name in ("w:cantSplit", "w:tblHeader")[: 1 + (number == 0)]:
            properties.append(library.oxml.OxmlElement(name))
