"""What goes over the clipboard: blocks with their roles and faces where the other side knows any."""

import importlib
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from factbox.document import Block, Role
from factbox.session import conversion, shapes, units

# Says that words were written here: they are as their writer wants them.
_OWN = "application/x-factbox-text"
# Characters and paragraphs: the shapes of longer texts would hold up the window, and are left behind.
_MOST, _MOST_BLOCKS = 300_000, 2_000


def pasted(source: QMimeData, plain: Callable[[str], str]) -> tuple[Block, ...]:
    """Give what a paste or a drop brings, with its shapes if there are any.

    Args:
        source: What is pasted.
        plain: Makes paragraphs of a text as other programs hand it out, in which lines may be broken by hand.
    """
    markup = source.html() if source.hasHtml() else ""
    if 0 < len(markup) <= _MOST:
        blocks = _without_rim(_library("webpage").blocks_of(markup))
        if len(blocks) <= _MOST_BLOCKS and not all(block.is_plain for block in blocks):
            return blocks
    return plainly(source, plain)


def plainly(source: QMimeData, plain: Callable[[str], str]) -> tuple[Block, ...]:
    """Give the words alone of what a paste or a drop brings."""
    text = source.text() if source.hasFormat(_OWN) else plain(source.text())
    return tuple(map(Block, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def seal(data: QMimeData, cursor: QTextCursor) -> None:
    """Say of what is cut, copied or dragged that it was written here, and how it is shaped."""
    data.setData(_OWN, b"1")
    blocks = _selected(cursor)
    if blocks and not all(block.is_plain for block in blocks):
        # Asked for its text once, Qt's object does not make a page of its own any more.
        data.text()
        data.setHtml(f"<html><body>{_library('webparts').markup(blocks)}</body></html>")


def _library(name: str) -> Any:
    # Only who copies or pastes what has shapes needs them.
    return importlib.import_module(f"factbox.formats.{name}")


def _selected(cursor: QTextCursor) -> tuple[Block, ...]:
    """Give the selected blocks, the first and the last as far as they are; none of a text without shapes."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if not shapes.has_shapes(document) or not 0 < end - start <= _MOST:
        return ()
    first, last = document.findBlock(start), document.findBlock(end)
    blocks = list(conversion.blocks(document, first.blockNumber(), last.blockNumber() + 1))
    blocks[-1] = blocks[-1].part(0, *units.characters(blocks[-1].text, (end - last.position(),)))
    (begun,) = units.characters(blocks[0].text, (start - first.position(),))
    blocks[0] = blocks[0].part(begun, len(blocks[0].text))
    if len(blocks) == 1 and end - start < first.length() - 1:
        # Words of a paragraph are no paragraph.
        blocks = [Block(blocks[0].text, spans=blocks[0].spans)]
    return tuple(blocks)


def _without_rim(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give blocks without the empty ones around them, which come from the page that the words stood on."""
    found = list(blocks)
    while len(found) > 1 and not found[0].text.strip() and found[0].role is Role.BODY:
        del found[0]
    while len(found) > 1 and not found[-1].text.strip() and found[-1].role is Role.BODY:
        del found[-1]
    return tuple(found)
