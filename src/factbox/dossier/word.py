"""A dossier as a document for word processors."""

import importlib
import io
from typing import Any

from factbox.dossier.parts import Dossier, Part, Picture, Table
from factbox.formats.markup import clean
from factbox.translation import in_turn

# In points, and in centimetres.
_SMALL, _WIDTH = 9, 17


def docx(dossier: Dossier) -> bytes:
    """Make the document."""
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
            _add(document, part, library)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: Any, part: Part, library: Any) -> None:
    if isinstance(part, Table):
        caption = document.add_paragraph(clean(part.caption))
        caption.paragraph_format.keep_with_next = True
        _table(document, part, library)
        document.add_paragraph()
    elif isinstance(part, Picture):
        document.add_paragraph(clean(in_turn(part.caption, part.description)))
    else:
        document.add_paragraph().add_run(clean(part.text)).bold = part.is_lead or None


def _table(document: Any, part: Table, library: Any) -> None:
    table = document.add_table(rows=0, cols=len(part.head), style="Table Grid")
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
