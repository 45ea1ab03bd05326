"""Web pages (.html): their paragraphs as a browser shows them, and pages that print well.

Nothing that a page names is ever fetched, and no script is run. Sources: the HTML Standard of the WHATWG for what
is a block and which white space counts; lxml for the grammar.
"""

import codecs
import importlib
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any

from factbox.document import Block, Document, Role, first_line
from factbox.formats import text
from factbox.formats.base import Format, FormatError
from factbox.formats.besides import Besides, Kind
from factbox.formats.markup import fit
from factbox.translation import _

# Where a page says its encoding, and how far one has to look for it.
_DECLARED = re.compile(rb"<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
# What pages call Latin-1 and ASCII is Windows-1252 in every browser, and UTF-16 cannot say its name in ASCII.
_MEANT = MappingProxyType({"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8"})
_WHITE = re.compile(r"[ \t\r\n\f]+")
_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_MATTERS = re.compile(r"^ | $|  |\t")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEFT_OUT = frozenset(
    "script style template head title noscript svg math iframe object embed video audio canvas select textarea rt "
    "rp".split()
)
_COUNTED: Mapping[str, Kind] = MappingProxyType(
    {
        "img": Kind.PICTURE, "svg": Kind.PICTURE, "canvas": Kind.PICTURE, "math": Kind.EQUATION,
        "iframe": Kind.OBJECT, "object": Kind.OBJECT, "embed": Kind.OBJECT, "video": Kind.OBJECT,
        "audio": Kind.OBJECT, "table": Kind.TABLE, "blockquote": Kind.QUOTATION,
        "b": Kind.TYPE, "strong": Kind.TYPE, "i": Kind.TYPE, "em": Kind.TYPE, "u": Kind.TYPE,
    }
)  # fmt: skip
# What an element is for: a note is counted where it is called for, not where it stands.
_NOTE, _NOTES = "doc-noteref", frozenset({"doc-noteref", "doc-endnotes", "doc-footnote"})
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ margin: 25mm }}
body {{ max-width: 38em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff;
       font: 12pt/1.5 Georgia, "Times New Roman", serif }}
h1 {{ font-size: 1.4em; break-after: avoid }}
@media print {{ body {{ max-width: none; margin: 0; padding: 0 }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
_LONGEST_TITLE = 80


def read(data: bytes) -> Document:
    """Read a web page.

    Raises:
        FormatError: It is no text in a usual encoding.
    """
    page, losses = _decoded(data)
    etree: Any = importlib.import_module("lxml.etree")
    reading = _Reading()
    # A page that is nested deeply is one all the same: there is no tree that could overflow.
    parser = etree.HTMLParser(target=reading, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(page.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        # The parser gives up at the end of a page without a single element.
        reading.close()
    return Document(tuple(reading.blocks) or (Block(""),), losses=(*losses, *reading.besides.told()))


def write(document: Document) -> bytes:
    """Write a web page: one file in UTF-8 that needs no other; what no file can hold is left out."""
    body = "\n".join(_run(role, list(run)) for role, run in groupby(document.blocks, key=lambda block: block.role))
    title = first_line(document.blocks)[:_LONGEST_TITLE]
    page = _PAGE.format(language=fit(document.language), title=fit(title), body=body)
    return page.encode()


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """Give the text of a page in the encoding that it names, else in that which it seems to have."""
    declared = _DECLARED.search(data[:_HEAD])
    has_mark = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if declared is None or has_mark:
        page, _encoding, losses = text.decode(data)
        return page, losses
    try:
        name = codecs.lookup(declared[1].decode()).name
        page = data.decode(_MEANT.get(name, name), "replace")
    except (LookupError, ValueError):
        page, _encoding, losses = text.decode(data)
        return page, losses
    if "\x00" in page:
        raise FormatError(_("This is no web page: it holds signs that only programs read."))
    if "\ufffd" in page:
        return page, [_("It is not quite in the encoding that it names: some letters may look wrong.")]
    return page, []


class _Reading:
    """What a parser tells of a page, made blocks.

    Attributes:
        blocks: The blocks so far.
        besides: What no block holds.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.besides = Besides()
        self._line: list[str] = []
        self._is_after_space = True
        self._skipped = self._headings = 0
        # For each element one is in: whether its white space counts; for each item: whether it has begun.
        self._kept: list[bool] = [False]
        self._items: list[bool] = []
        self._ordered: list[bool] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        use = attributes.get("role", "")
        if self._skipped or tag in _LEFT_OUT or "hidden" in attributes or use in _NOTES:
            self._skipped += 1
            if self._skipped > 1:
                return
            if use == _NOTE:
                self.besides.count(Kind.FOOTNOTE)
        if (kind := _COUNTED.get(tag)) is not None:
            self.besides.count(kind)
        if not self._skipped:
            self._kept.append(self._kept[-1] or tag == "pre" or bool(_KEPT.search(attributes.get("style", ""))))
            self._enter(tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipped:
            self._skipped -= 1
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if len(self._kept) > 1:
            self._kept.pop()
        if tag in _HEADINGS:
            self._headings -= 1
        elif tag == "li" and self._items:
            self._items.pop()
        elif tag in {"ul", "ol", "menu"} and self._ordered:
            self._ordered.pop()
        elif tag == "q":
            self._line.append("”")

    def data(self, data: str) -> None:
        """Take text."""
        if self._skipped:
            return
        if self._kept[-1]:
            first, *others = data.split("\n")
            self._take(first)
            for line in others:
                self._end_line()
                self._take(line)
            return
        self._take_loose(data)

    def close(self) -> None:
        """Take the end of the page."""
        self._end_paragraph()

    def _enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag == "br":
            self._end_line()
        elif tag in _HEADINGS:
            self._headings += 1
            self.besides.note_level(int(tag[1]))
        elif tag == "li":
            self._items.append(False)
            self.besides.count(Kind.NUMBER, int(bool(self._ordered) and self._ordered[-1]))
        elif tag in {"ul", "ol", "menu"}:
            self._ordered.append(tag == "ol")
        elif tag == "a" and "href" in attributes:
            self.besides.count(Kind.LINK)
        elif tag == "q":
            self._line.append("“")
            self._is_after_space = False

    def _take(self, data: str) -> None:
        if data:
            self._line.append(data)
            self._is_after_space = False

    def _take_loose(self, data: str) -> None:
        """Take text in which any white space is one space, and none at the start of a line."""
        loose = _WHITE.sub(" ", data)
        if self._is_after_space:
            loose = loose.removeprefix(" ")
        if loose:
            self._line.append(loose)
            self._is_after_space = loose[-1] == " "

    def _end_line(self) -> None:
        line = "".join(self._line)
        self.blocks.append(Block(line.removesuffix(" ") if self._is_after_space else line, self._role()))
        self._line, self._is_after_space = [], True

    def _end_paragraph(self) -> None:
        if self._line:
            self._end_line()
            if self._items:
                self._items[-1] = True

    def _role(self) -> Role:
        if self._headings:
            return Role.HEADING
        return Role.ITEM if self._items and not self._items[-1] else Role.BODY


def _run(role: Role, blocks: Iterable[Block]) -> str:
    """Write blocks of one role that follow each other."""
    tag = {Role.BODY: "p", Role.HEADING: "h1", Role.ITEM: "li"}[role]
    lines = "\n".join(_element(tag, fit(block.text)) for block in blocks)
    return f"<ul>\n{lines}\n</ul>" if role is Role.ITEM else lines


def _element(tag: str, markup: str) -> str:
    # Elsewhere browsers make one space of any white space.
    style = ' style="white-space: pre-wrap"' if _MATTERS.search(markup) else ""
    return f"<{tag}{style}>{markup or '<br>'}</{tag}>"


FORMAT = Format("webpage", _("Web page"), (".html", ".htm"), read, write)
