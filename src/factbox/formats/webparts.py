"""Web pages as they are written here: one file that prints well and needs no other."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from factbox.document import LISTED, Block, Document, Face, Role, first_line
from factbox.formats.line import nested, runs
from factbox.formats.markup import attribute, fit

_TAGS: Mapping[Face, str] = MappingProxyType({Face.BOLD: "strong", Face.ITALIC: "em"})
_MATTERS = re.compile(r"^ | $|  |\t")
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


def page(document: Document) -> str:
    """Write a page with the blocks of a document."""
    title = first_line(document.blocks)[:_LONGEST_TITLE]
    return _PAGE.format(language=fit(document.language), title=fit(title), body=markup(document.blocks))


def markup(blocks: Iterable[Block]) -> str:
    """Write blocks as the body of a page."""
    return "\n".join(_run(role, run) for role, run in runs(blocks))


def _run(role: Role, blocks: Iterable[Block]) -> str:
    """Write blocks of one role that follow each other."""
    if role in LISTED:
        return _lists(blocks)
    lines = "\n".join(_element(_tag(block), block) for block in blocks)
    return f"<blockquote>\n{lines}\n</blockquote>" if role is Role.QUOTATION else lines


def _tag(block: Block) -> str:
    return f"h{block.level}" if block.role is Role.HEADING else "p"


def _lists(blocks: Iterable[Block]) -> str:
    """Write items as lists in each other."""
    pieces: list[str] = []
    tags: list[str] = []
    for ended, begun, item in nested(blocks):
        pieces += [f"</li>\n</{tags.pop()}>\n" for _list in range(ended)]
        if tags and not begun and item is not None:
            pieces.append("</li>\n")
        for number, has_numbers in enumerate(begun, 1):
            tags.append("ol" if has_numbers else "ul")
            # A list that only holds another stands in an item without words.
            pieces += [f"<{tags[-1]}>\n", '<li style="list-style: none">' if number < len(begun) else ""]
        if item is not None:
            pieces.append(_element("li", item, is_open=True))
    return "".join(pieces).rstrip("\n")


def _element(tag: str, block: Block, *, is_open: bool = False) -> str:
    inside = "".join(_letters(text, faces, target) for text, faces, target in block.pieces())
    # Elsewhere browsers make one space of any white space.
    style = ' style="white-space: pre-wrap"' if _MATTERS.search(block.text) else ""
    if is_open:
        # What else stands in an item is not set by its style.
        return f"<{tag}><span{style}>{inside}</span>" if style else f"<{tag}>{inside or '<br>'}"
    return f"<{tag}{style}>{inside or '<br>'}</{tag}>"


def _letters(text: str, faces: frozenset[Face], target: str) -> str:
    written = fit(text)
    for face, tag in _TAGS.items():
        if face in faces:
            written = f"<{tag}>{written}</{tag}>"
    return f'<a href="{attribute(target)}">{written}</a>' if target else written
