"""Markdown (.md): its paragraphs without the signs that set them, and back.

An empty block is nothing in Markdown and is not written. Sources: CommonMark 0.31 and the tables of GitHub for the
grammar, which markdown-it-py knows; the notes of Pandoc and the properties in front that many programs write.
"""

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from factbox.document import Block, Document, Role
from factbox.formats import text
from factbox.formats.base import Format
from factbox.formats.besides import Besides, Kind
from factbox.translation import _

_PROPERTIES = re.compile(r"---[ \t]*\n[\w-]+:.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_NOTE = re.compile(r"^ {0,3}\[\^[^\[\]\s]{1,100}\]:.*(?:\n(?: {4}|\t).*)*\n?", re.MULTILINE)
_NOTE_SIGN = re.compile(r"(?<!\\)\[\^[^\[\]\s]{1,100}\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# What would mean something inside a line, at its start, or at the end of a heading.
_INSIDE = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;)")
_START = re.compile(r"^(?:[#>]|[-+](?=[\s-]|$)|~)")
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_COUNTED = MappingProxyType(
    {
        "blockquote_open": Kind.QUOTATION, "table_open": Kind.TABLE, "html_block": Kind.HTML,
        "html_inline": Kind.HTML, "image": Kind.PICTURE, "link_open": Kind.LINK,
        "em_open": Kind.TYPE, "strong_open": Kind.TYPE, "s_open": Kind.TYPE,
    }
)  # fmt: skip
_SIGN = MappingProxyType({Role.BODY: "", Role.HEADING: "# ", Role.ITEM: "- "})


def read(data: bytes) -> Document:
    """Read a text in Markdown.

    Raises:
        FormatError: The bytes are no text in a usual encoding.
    """
    source, encoding, losses = text.decode(data)
    reading = _Reading()
    reading.take(source.replace("\r\n", "\n").replace("\r", "\n"))
    told = (*losses, *reading.besides.told())
    return Document(
        tuple(reading.blocks) or (Block(""),), encoding=encoding, newline=text.newline(source), losses=told
    )


def write(document: Document) -> bytes:
    """Write a text in Markdown, in its encoding and with its line ends; empty blocks are left out.

    Raises:
        EncodingError: A character has no code in the document's encoding.
    """
    lines = map(Block, _lines(block for block in document.blocks if block.text.strip()))
    return text.write(replace(document, blocks=tuple(lines)))


class _Reading:
    """A text that is being read.

    Attributes:
        blocks: The blocks so far.
        besides: What no block holds.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.besides = Besides()
        self._heading = False
        # For each list one is in, whether it is numbered; for each item, whether its first paragraph has come.
        self._ordered: list[bool] = []
        self._items: list[bool] = []

    def take(self, source: str) -> None:
        """Take a text with LF for its line ends."""
        if match := _PROPERTIES.match(source):
            self.besides.count(Kind.PROPERTIES)
            source = source[match.end() :]
        source, __notes = _NOTE.subn("", source)
        source, signs = _NOTE_SIGN.subn("", source)
        self.besides.count(Kind.FOOTNOTE, signs)
        library: Any = importlib.import_module("markdown_it")
        for token in library.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source):
            self._token(token)

    def _token(self, token: Any) -> None:
        match token.type:
            case "inline":
                self._paragraph(token.children)
            case "heading_open":
                self._heading = True
                self.besides.note_level(int(token.tag[1]))
            case "heading_close":
                self._heading = False
            case "bullet_list_open" | "ordered_list_open":
                self._ordered.append(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                self._ordered.pop()
            case "list_item_open":
                self._items.append(False)
                self.besides.count(Kind.NUMBER, int(self._ordered[-1]))
            case "list_item_close":
                self._items.pop()
            case "fence" | "code_block":
                self.besides.count(Kind.CODE)
                self.blocks += map(Block, token.content.removesuffix("\n").split("\n"))
            case name if name in _COUNTED:
                self.besides.count(_COUNTED[name])

    def _paragraph(self, tokens: Iterable[Any]) -> None:
        """Make blocks of what stands in a paragraph, a heading or a cell."""
        lines: list[list[str]] = [[]]
        for token in tokens:
            if token.type in {"text", "code_inline"}:
                lines[-1].append(token.content)
            elif token.type == "softbreak":
                lines[-1].append(" ")
            elif token.type == "hardbreak" or _BREAK.fullmatch(token.content):
                lines.append([])
            elif token.type in _COUNTED:
                self.besides.count(_COUNTED[token.type])
        role = self._role()
        self.blocks += [Block(line, role) for line in map("".join, lines) if line]

    def _role(self) -> Role:
        if self._heading:
            return Role.HEADING
        if not self._items or self._items[-1]:
            return Role.BODY
        self._items[-1] = True
        return Role.ITEM


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Write blocks, with an empty line between them except between items."""
    before: Role | None = None
    for block in blocks:
        if before is not None and not before is block.role is Role.ITEM:
            yield ""
        yield _SIGN[block.role] + _escaped(block)
        before = block.role
    yield ""


def _escaped(block: Block) -> str:
    """Write a text so that nothing in it is a sign of Markdown."""
    bare = block.text.strip()
    words = _INSIDE.sub(r"\\\g<0>", bare)
    if block.role is Role.HEADING:
        body = words.rstrip("#")
        words = body + r"\#" * (len(words) - len(body))
    words = _NUMBER.sub(r"\1\\", _START.sub(r"\\\g<0>", words)).replace("\t", "&#9;")
    # Markdown takes away any white space at the ends.
    start = block.text.index(bare)
    return f"{_numbers(block.text[:start])}{words}{_numbers(block.text[start + len(bare) :])}"


def _numbers(signs: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in signs)


FORMAT = Format("markdown", _("Markdown"), (".md", ".markdown"), read, write)
