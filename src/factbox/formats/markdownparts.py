"""Markdown as it is written here: each paragraph with the fewest signs that read back as they were meant.

Source: CommonMark 0.31.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from factbox.document import LISTED, Block, Face, Role
from factbox.formats.line import nested, runs
from factbox.formats.markup import attribute

# What would mean something inside a line, at its start, or at the end of a heading.
_INSIDE = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;)")
_START = re.compile(r"^(?:[#>]|[-+](?=[\s-]|$)|~|=(?==*\s*$))")
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_BOX = re.compile(r"^\\\[([ xX])\\\] (?=\S)")
_IN_ADDRESS = re.compile(r"[\\<>]")
_PLAIN_ADDRESS = re.compile(r"[^()<>\\&\s]+")
# White space that no number stands for in Markdown.
_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85), " ")
# From the outermost to the innermost.
_ORDER = (Face.LINK, Face.BOLD, Face.ITALIC)


class _Signs(NamedTuple):
    """How faces are written: what stands before and behind the letters."""

    before: Mapping[Face, str]
    behind: Mapping[Face, str]
    behind_link: Callable[[str], str]
    before_link: Callable[[str], str]


def _address(target: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(target):
        return target
    return "<" + _IN_ADDRESS.sub(r"\\\g<0>", target).replace("&", "&amp;") + ">"


_SHORT = _Signs(
    MappingProxyType({Face.BOLD: "**", Face.ITALIC: "*"}),
    MappingProxyType({Face.BOLD: "**", Face.ITALIC: "*"}),
    lambda target: f"]({_address(target)})",
    lambda _target: "[",
)
# The signs of HTML are read wherever they stand; stars are not, inside words and beside marks.
_SURE = _Signs(
    MappingProxyType({Face.BOLD: "<strong>", Face.ITALIC: "<em>"}),
    MappingProxyType({Face.BOLD: "</strong>", Face.ITALIC: "</em>"}),
    lambda _target: "</a>",
    lambda target: f'<a href="{attribute(target)}">',
)


def lines(blocks: Iterable[Block], read: Callable[[str], Iterable[Block]]) -> Iterator[str]:
    """Write blocks that have words.

    Args:
        blocks: What to write.
        read: Gives the blocks of a text in Markdown: short signs are tried on it.
    """

    def written(given: Block) -> str:
        block = replace(given, text=given.text.translate(_ENDS))
        if not block.spans:
            return _written(block, _SHORT)
        short = _written(block, _SHORT)
        mark = "#" * block.level + " " if block.role is Role.HEADING else ""
        found = [(each.text, each.spans) for each in read(mark + short)]
        return short if found == [(block.text, block.spans)] else _written(block, _SURE)

    for number, (role, run) in enumerate(runs(blocks)):
        if number:
            yield ""
        if role in LISTED:
            yield from _items(run, written)
            continue
        before = {Role.QUOTATION: "> "}.get(role, "")
        for place, block in enumerate(run):
            if place:
                yield before.rstrip()
            mark = "#" * block.level + " " if role is Role.HEADING else before
            yield mark + written(block)
    yield ""


def _items(blocks: Iterable[Block], written: Callable[[Block], str]) -> Iterator[str]:
    """Write items as lists in each other."""
    # For each list one is in: the number of its last item, 0 in one without; how far its items are set in.
    numbers: list[int] = []
    widths: list[int] = []
    for ended, begun, item in nested(blocks):
        if item is None:
            return
        del numbers[len(numbers) - ended :], widths[len(widths) - ended :]
        marks = []
        if not begun:
            widths.pop()
        indent = " " * sum(widths)
        for has_numbers in begun:
            numbers.append(int(has_numbers))
            marks.append("1. " if has_numbers else "- ")
        if not begun:
            numbers[-1] += int(item.role is Role.NUMBERED)
            marks.append(f"{numbers[-1]}. " if item.role is Role.NUMBERED else "- ")
        widths += map(len, marks)
        yield indent + "".join(marks) + written(item)


def _written(block: Block, signs: _Signs) -> str:
    """Write a text so that nothing in it is a sign of Markdown but those of its faces."""
    bare = block.text.strip()
    start = block.text.index(bare)
    end = start + len(bare)
    words = "".join(_marked(block.part(start, end), signs))
    if block.role is Role.HEADING:
        body = words.rstrip("#")
        words = body + r"\#" * (len(words) - len(body))
    if block.role in LISTED:
        # A box to tick is one however it was written.
        words = _BOX.sub(r"[\1] ", words)
    words = _NUMBER.sub(r"\1\\", _START.sub(r"\\\g<0>", words)).replace("\t", "&#9;")
    # Markdown takes away any white space at the ends.
    return f"{_numbers(block.text[:start])}{words}{_numbers(block.text[end:])}"


def _marked(block: Block, signs: _Signs) -> Iterator[str]:
    """Give the pieces of a text with the signs of their faces between them."""
    open_now: list[tuple[Face, str]] = []
    for text, faces, target in (*block.pieces(), ("", frozenset(), "")):
        wanted = [(face, target if face is Face.LINK else "") for face in _ORDER if face in faces]
        keep = next((place for place, each in enumerate(open_now) if each not in wanted), len(open_now))
        for face, address in reversed(open_now[keep:]):
            yield signs.behind_link(address) if face is Face.LINK else signs.behind[face]
        del open_now[keep:]
        for face, address in wanted:
            if (face, address) not in open_now:
                open_now.append((face, address))
                yield signs.before_link(address) if face is Face.LINK else signs.before[face]
        yield _INSIDE.sub(r"\\\g<0>", text)


def _numbers(signs: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in signs)
