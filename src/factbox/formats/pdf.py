"""PDF: the text that its pages hold, read and not written.

A page knows where letters stand, not what a paragraph is. Lines that stand close below each other are one, larger
letters are a heading, and what is the same on most pages is a header or a footer. Source of the letters and their
places: pypdf. Nothing is fetched, and no script is run.
"""

import importlib
import io
import logging
import time
from typing import Any

from factbox.document import Block, Document
from factbox.formats.base import FormatError
from factbox.formats.documents import check_text
from factbox.formats.limits import LONGEST_SEARCH, MOST_PAGES
from factbox.formats.pdffonts import name_spaces
from factbox.formats.pdflines import Page, paragraphs
from factbox.translation import _, ngettext

_HEAD = 1024
# It tells of everything that is odd in a file; what matters is told here.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(data: bytes) -> Document:
    """Read a PDF that holds text.

    Raises:
        FormatError: It is none, is damaged, has a password, or holds only pictures of pages.
    """
    library: Any = importlib.import_module("pypdf")
    if b"%PDF" not in data[:_HEAD]:
        check_text(data)
        raise FormatError(_("This is no PDF, or not a whole one."))
    try:
        pages = _pages(library, data)
    except FormatError:
        raise
    except TimeoutError as error:
        raise FormatError(_("This PDF takes too long to read. Save a part of it as a PDF of its own.")) from error
    except Exception as error:  # whatever is broken in a file, the library meets it in a way of its own
        raise FormatError(
            _("This PDF is damaged. Open it in a PDF reader, print it to a new PDF, and open that.")
        ) from error
    blocks, margins = paragraphs(pages)
    empty = sum(1 for page in pages if not page.lines)
    if not blocks:
        raise FormatError(
            _("This PDF holds pictures of pages, not text. A program for text recognition can make text of it.")
        )
    told = [_("Where a paragraph ends is guessed: a PDF does not say it. Pictures and tables are not shown.")]
    if margins:
        told.append(
            ngettext("{n} header or footer was left out.", "{n} headers and footers were left out.", margins)
        )
    if empty:
        told.append(ngettext("{n} page holds no text.", "{n} pages hold no text.", empty))
    return Document(tuple(blocks) or (Block(""),), losses=tuple(told))


def _pages(library: Any, data: bytes) -> list[Page]:
    reader = library.PdfReader(io.BytesIO(data))
    try:
        # Many a PDF is locked against changes alone, and opens with an empty password.
        is_locked = reader.is_encrypted and not reader.decrypt("")
    except library.errors.DependencyError:
        is_locked = True
    if is_locked:
        raise FormatError(_("This PDF has a password. Open it in a PDF reader, and print it to a new PDF."))
    if len(reader.pages) > MOST_PAGES:
        raise FormatError(_("This PDF has more pages than can be read here. Save a part of it."))
    is_of_qt = str((reader.metadata or {}).get("/Producer", "")).startswith("Qt ")
    pages: list[Page] = []
    until = time.monotonic() + LONGEST_SEARCH
    for each in reader.pages:
        box = each.mediabox
        page = Page(until, float(box.bottom), float(box.top)) if box.top > box.bottom else Page(until)
        if is_of_qt:
            name_spaces(library, each)
        each.extract_text(visitor_text=page.take)
        pages.append(page)
    return pages
