"""Markdown (.md): its paragraphs without the signs that set them, and back.

An empty block is nothing in Markdown and is not written. Sources: CommonMark 0.31 and the tables of GitHub for the
grammar, which markdown-it-py knows; the notes of Pandoc and the properties in front that many programs write.
"""

import importlib
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from factbox.document import Block, Document, Face, Role
from factbox.formats import text
from factbox.formats.besides import Besides, Kind
from factbox.formats.limits import DEEPEST_MARKDOWN
from factbox.formats.line import NOWHERE, Line
from factbox.formats.markdownparts import lines

_PROPERTIES = re.compile(r"---[ \t]*\n[\w-]+:.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_NOTE = re.compile(r"^ {0,3}\[\^[^\[\]\s]{1,100}\]:.*(?:\n(?: {4}|\t).*)*\n?", re.MULTILINE)
_NOTE_SIGN = re.compile(r"(?<!\\)\[\^[^\[\]\s]{1,100}\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(b|strong|i|em|a)(?:\s+href=\"([^\"]*)\")?\s*>", re.IGNORECASE)
_FACES = MappingProxyType(
    {
        "strong": Face.BOLD, "b": Face.BOLD, "em": Face.ITALIC, "i": Face.ITALIC,
        "link": Face.LINK, "a": Face.LINK,
    }
)  # fmt: skip
_COUNTED = MappingProxyType(
    {
        "hr": Kind.RULE, "table_open": Kind.TABLE, "html_block": Kind.HTML, "html_inline": Kind.HTML,
        "image": Kind.PICTURE, "s_open": Kind.TYPE,
    }
)  # fmt: skip


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
    full = (block for block in document.blocks if block.text.strip())
    return text.write(replace(document, blocks=tuple(map(Block, lines(full, _blocks_of)))))


def _blocks_of(source: str) -> list[Block]:
    reading = _Reading()
    reading.take(source)
    return reading.blocks


class _Reading:
    """A text that is being read.

    Attributes:
        blocks: The blocks so far.
        besides: What no block holds.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.besides = Besides()
        self._heading = self._quotations = 0
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
        for token in _grammar().parse(source):
            self._token(token)

    def _token(self, token: Any) -> None:
        match token.type:
            case "inline":
                self._paragraph(token.children)
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1]) if token.nesting > 0 else 0
            case "blockquote_open" | "blockquote_close":
                self._quotations += token.nesting
            case "bullet_list_open" | "ordered_list_open":
                self._ordered.append(token.type == "ordered_list_open")
                self.besides.count(Kind.START, int(token.attrs.get("start", 1) != 1))
            case "bullet_list_close" | "ordered_list_close":
                self._ordered.pop()
            case "list_item_open" | "list_item_close":
                self._items[len(self._items) + min(0, token.nesting) :] = [False] * max(0, token.nesting)
            case "fence" | "code_block":
                self.besides.count(Kind.CODE)
                self.blocks += map(Block, token.content.removesuffix("\n").split("\n"))
            case name if name in _COUNTED:
                self.besides.count(_COUNTED[name])

    def _paragraph(self, tokens: Iterable[Any]) -> None:
        """Make blocks of what stands in a paragraph, a heading or a cell."""
        lines = [Line()]
        faces = _Faces()
        for token in tokens:
            self.besides.count(Kind.CODE, int(token.type == "code_inline"))
            self.besides.count(Kind.BREAK, int(token.type == "hardbreak"))
            if token.type in {"text", "code_inline"}:
                lines[-1].add(token.content, faces.now)
            elif token.type == "softbreak":
                lines[-1].add(" ", faces.now)
            elif token.type == "hardbreak" or _BREAK.fullmatch(token.content):
                lines.append(Line())
            elif token.type == "link_open" and NOWHERE.match(token.attrs.get("href", "")):
                self.besides.count(Kind.LINK)
                faces.take(token)
            elif not faces.take(token) and token.type in _COUNTED:
                self.besides.count(_COUNTED[token.type])
        role, level = self._role()
        self.blocks += [line.block(role, level) for line in lines if any(line.pieces)]

    def _role(self) -> tuple[Role, int]:
        if self._heading:
            return Role.HEADING, self._heading
        if not self._items or self._items[-1]:
            return (Role.QUOTATION if self._quotations else Role.BODY), 1
        self._items[-1] = True
        return (Role.NUMBERED if self._ordered[-1] else Role.ITEM), len(self._ordered)


class _Faces:
    """The faces that letters have at a place in a line."""

    def __init__(self) -> None:
        self._open: list[tuple[Face, str]] = []

    @property
    def now(self) -> dict[Face, str]:
        """The faces, each with the address of a link."""
        return dict(self._open)

    def take(self, token: Any) -> bool:
        """Take a token; tell whether it begins or ends a face."""
        name, _under, edge = token.type.rpartition("_")
        if edge in {"open", "close"} and name in _FACES:
            self._turn(_FACES[name], token.attrs.get("href", ""), begins=edge == "open")
            return True
        if token.type == "html_inline" and (tag := _TAG.fullmatch(token.content)):
            self._turn(_FACES[tag[2].lower()], _unescaped(tag[3] or ""), begins=not tag[1])
            return True
        return False

    def _turn(self, face: Face, target: str, *, begins: bool) -> None:
        if begins:
            self._open.append((face, "" if NOWHERE.match(target) and face is Face.LINK else target))
            return
        place = next((place for place in reversed(range(len(self._open))) if self._open[place][0] is face), None)
        if place is not None:
            del self._open[place]


def _unescaped(value: str) -> str:
    library: Any = importlib.import_module("html")
    return str(library.unescape(value))


@cache
def _grammar() -> Any:
    library: Any = importlib.import_module("markdown_it")
    grammar = library.MarkdownIt("commonmark", {"maxNesting": DEEPEST_MARKDOWN}).enable(["table", "strikethrough"])
    # Addresses stay as they were written.
    grammar.normalizeLink = str
    return grammar
