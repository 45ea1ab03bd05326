"""How a Fact Box document says which lines of a text are headings or items, and which letters are set apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from factbox.document import DEEPEST, Block, Face, Role, Span, settled
from factbox.formats.index import Fields, fields_of, list_of, unless_empty

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_LEAST = 4


def shapes(blocks: Sequence[Block]) -> dict[str, Any]:
    """Give the fields that say what the lines of a text are, as `shaped` reads them; none for plain body text."""
    roles = {
        str(role): _ranges([number for number, block in enumerate(blocks, 1) if block.role is role])
        for role in dict.fromkeys(block.role for block in blocks)
        if role is not Role.BODY
    }
    levels = {
        str(level): _ranges([number for number, block in enumerate(blocks, 1) if block.level == level])
        for level in sorted({block.level for block in blocks} - {1})
    }
    spans = [
        [number, span.start, span.end, str(span.face), *([span.target] if span.target else [])]
        for number, block in enumerate(blocks, 1)
        for span in block.spans
    ]
    return unless_empty("roles", roles) | unless_empty("levels", levels) | ({"spans": spans} if spans else {})


def shaped(plain: Sequence[Block], fields: Fields) -> list[Block]:
    """Give the lines of a text as the fields say what they are; what is broken in these says nothing."""
    blocks = list(plain)
    for role, ranges in fields_of(fields, "roles").items():
        if role in set(Role):
            for number in _numbers(ranges, len(blocks)):
                blocks[number - 1] = replace(blocks[number - 1], role=Role(role))
    for level, ranges in fields_of(fields, "levels").items():
        for number in _numbers(ranges, len(blocks)) if level.isascii() and level.isdecimal() else ():
            block = blocks[number - 1]
            deep = min(max(1, int(level[:3])), DEEPEST.get(block.role, 1))
            blocks[number - 1] = replace(block, level=deep)
    spans: dict[int, list[Span]] = {}
    for entry in list_of(fields, "spans"):
        if (found := _span(entry)) is not None and 1 <= found[0] <= len(blocks):
            spans.setdefault(found[0], []).append(found[1])
    for number, its in spans.items():
        block = blocks[number - 1]
        blocks[number - 1] = replace(block, spans=settled(block.text, its))
    return blocks


def _span(entry: Any) -> tuple[int, Span] | None:
    """Read a line's number and a span from what `shapes` wrote; None where it is broken."""
    if not isinstance(entry, list) or len(entry) < _LEAST or entry[3] not in set(Face):
        return None
    line, start, end, face, *others = entry
    if not all(isinstance(each, int) for each in (line, start, end)):
        return None
    target = others[0] if others and isinstance(others[0], str) else ""
    return line, Span(start, end, Face(face), target)


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers that ascend as in "1, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _numbers(ranges: Any, most: int) -> Iterator[int]:
    """Read numbers from 1 to a highest one from what `_ranges` wrote."""
    after = 0
    for match in _RANGE.finditer(ranges if isinstance(ranges, str) else ""):
        # Each number once, however often somebody names it.
        first, last = max(int(match[1]), after + 1), min(int(match[2] or match[1]), most)
        yield from range(first, last + 1)
        after = max(after, last)
