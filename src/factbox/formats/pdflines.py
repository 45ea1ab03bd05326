"""From letters on pages to paragraphs: which lines go on, which are headings, which stand on every page."""

import math
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median_low
from typing import Any

from factbox.document import Block, Face, Role
from factbox.formats.line import Line

# Lines of one paragraph stand at most so many times their usual distance apart.
_APART = 1.25
# Letters of a heading are so many times larger, and it is no longer than this.
_LARGER, _LONGEST_HEADING = 1.12, 200
# From so many pages on, what most of them begin or end with is a header or a footer.
_PAGES = 3
# The last line of a paragraph ends before this part of the widest one; a line that goes on is longer than that.
_SHORT, _FULL = 0.65, 0.92
# Letters differ in size, and lines in their place, by more than this part of it.
_DIFFERS = 0.1
# Letters so near in height, by their size, stand beside each other; before some marks is no space.
_LEVEL, _CLOSING = 0.2, re.compile(r"[,.;:!?)\]’”]")
_BULLET = re.compile(r"\s*[•◦▪●○■‣⁃–]\s*(?=\S)|\s*[-*]\s+(?=\S)")
_NUMBER = re.compile(r"\s*\d{1,3}[.)](?:\s+(?=\S)|(?=[A-Z“‘\"]))")
_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_BROKEN = re.compile(r"(\w+)[-\u00ad]$")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Row:
    """A line on a page.

    Attributes:
        x: Where it begins, in points from the left edge.
        y: Where it stands, in points from the lower edge.
        size: How large its letters are, in points.
        pieces: Its letters, each piece with its faces.
    """

    x: float
    y: float
    size: float
    pieces: list[tuple[str, dict[Face, str]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(text for text, _faces in self.pieces)


class Page:
    """The lines of a page, in the order in which they are written.

    Args:
        until: When to give up, on the monotonic clock.
        foot: Where the paper ends below; what is written beyond is seen by nobody, as Qt writes lines twice.
        head: Where it ends above.
    """

    def __init__(self, until: float = math.inf, foot: float = -math.inf, head: float = math.inf) -> None:
        self._rows = [Row(0.0, 0.0, 0.0)]
        self._until = until
        self._foot, self._head = foot, head

    @property
    def lines(self) -> list[Row]:
        """Those that hold letters; what stands beside each other at one height is one line."""
        rows: list[Row] = []
        for row in self._rows:
            if not row.text.strip() or not self._foot <= row.y <= self._head:
                continue
            if rows and abs(rows[-1].y - row.y) < _LEVEL * row.size and row.x > rows[-1].x:
                is_apart = rows[-1].text[-1:].isspace() or row.text[:1].isspace() or _CLOSING.match(row.text)
                rows[-1].pieces += [*([] if is_apart else [(" ", {})]), *row.pieces]
            else:
                rows.append(replace(row, pieces=list(row.pieces)))
        return rows

    def take(self, text: str, outer: Sequence[float], inner: Sequence[float], font: Any, size: float) -> None:
        """Take a piece of text.

        Args:
            text: The letters; a line end begins a new line.
            outer: The matrix of the page.
            inner: The matrix of the text within it.
            font: What the page says of its font; may be None.
            size: Its size before both matrices.

        Raises:
            TimeoutError: It has taken too long.
        """
        if time.monotonic() > self._until:
            raise TimeoutError
        name = str((font or {}).get("/BaseFont", ""))
        faces = {Face.BOLD: ""} if "Bold" in name or "Black" in name else {}
        faces |= {Face.ITALIC: ""} if "Italic" in name or "Oblique" in name else {}
        # Some fonts have one sign for a space and a tab, and say that it is the tab.
        for number, part in enumerate(text.replace("\t", " ").split("\n")):
            if number or not self._rows:
                self._rows.append(Row(0.0, 0.0, 0.0))
            row = self._rows[-1]
            if part.strip() and not row.text.strip():
                row.x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
                row.y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
                row.size = abs(size * (inner[3] or inner[1] or 1.0) * (outer[3] or outer[1] or 1.0))
            if part:
                row.pieces.append((part, faces))


def paragraphs(pages: Sequence[Page]) -> tuple[list[Block], int]:
    """Give the paragraphs of pages, and how many headers and footers were left out."""
    kept = [page.lines for page in pages]
    margins = _margins(kept)
    rows = [
        [row for place, row in enumerate(lines) if (number, place) not in margins]
        for number, lines in enumerate(kept)
    ]
    flat = [row for lines in rows for row in lines]
    if not flat:
        return [], len(margins)
    sizes = Counter[float]()
    for row in flat:
        sizes[round(row.size, 1)] += len(row.text)
    body = sizes.most_common(1)[0][0]
    larger = sorted({round(row.size, 1) for row in flat if row.size > body * _LARGER}, reverse=True)
    whole = Counter(re.findall(r"\w[\w-]*\w", " ".join(row.text for row in flat)))
    blocks = [_block(run, larger, whole) for run in _runs(rows, body)]
    return [block for block in blocks if block.text.strip()], len(margins)


def _margins(pages: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """Give the lines, by page and place, that number a page, or are the same on most but for their numbers."""
    found = {
        (number, end % len(lines))
        for number, lines in enumerate(pages)
        for end in (0, -1)
        if len(lines) > 1 and lines[end].text.strip() == str(number + 1)
    }
    if len(pages) < _PAGES:
        return found
    for end in (0, -1):
        ends = {number: lines[end] for number, lines in enumerate(pages) if len(lines) > 1}
        said = Counter(_DIGITS.sub("#", row.text.strip()) for row in ends.values())
        for number, row in ends.items():
            words = _DIGITS.sub("#", row.text.strip())
            if 2 * said[words] > len(pages):
                found.add((number, end % len(pages[number])))
    return found


def _runs(pages: Iterable[Sequence[Row]], body: float) -> Iterator[list[Row]]:
    """Give the lines of each paragraph."""
    pitch = _pitch(pages, body)
    widest = max((len(row.text) for lines in pages for row in lines), default=0)
    run: list[Row] = []
    for lines in pages:
        for place, row in enumerate(lines):
            if run and not _goes_on(run[-1], row, pitch, widest, is_first=place == 0):
                yield run
                run = []
            run.append(row)
    if run:
        yield run


def _pitch(pages: Iterable[Sequence[Row]], body: float) -> float:
    """Give how far below each other lines usually stand."""
    gaps = [
        above.y - below.y
        for lines in pages
        for above, below in pairwise(lines)
        if 0 < above.y - below.y < 4 * body and abs(above.size - below.size) < 1
    ]
    return median_low(gaps) if gaps else 1.2 * body


def _goes_on(above: Row, below: Row, pitch: float, widest: int, *, is_first: bool) -> bool:
    """Tell whether a line goes on in the next."""
    if (
        abs(above.size - below.size) > _DIFFERS * above.size
        or _BULLET.match(below.text)
        or _NUMBER.match(below.text)
    ):
        return False
    gap = above.y - below.y
    if is_first or gap <= 0:
        # On another page or in another column, sense alone can tell.
        return len(above.text) > _FULL * widest or (not _END.search(above.text) and 2 * len(above.text) > widest)
    if gap > _APART * pitch:
        return False
    begins = below.x > above.x + 0.5 * below.size and bool(_END.search(above.text))
    ends = bool(_END.search(above.text)) and len(above.text) < _SHORT * widest
    return not begins and not ends


def _block(run: Sequence[Row], larger: Sequence[float], whole: Counter[str]) -> Block:
    """Make a block of the lines of a paragraph."""
    role, level = Role.BODY, 1
    size = round(run[0].size, 1)
    if size in larger and sum(len(row.text) for row in run) <= _LONGEST_HEADING:
        role, level = Role.HEADING, larger.index(size) + 1
    elif match := _BULLET.match(run[0].text):
        role = Role.ITEM
        run[0].pieces = _without(run[0].pieces, match.end())
    elif match := _NUMBER.match(run[0].text):
        role = Role.NUMBERED
        run[0].pieces = _without(run[0].pieces, match.end())
    line = Line()
    for number, row in enumerate(run):
        pieces = _stripped(row.pieces)
        after = run[number + 1].text.strip() if number + 1 < len(run) else ""
        for place, (text, faces) in enumerate(pieces):
            is_last = place == len(pieces) - 1
            line.add(_joined(text, after, whole) if is_last and after else text, faces)
    return (line.without(Face.BOLD) if role is Role.HEADING else line).block(role, level)


def _joined(text: str, after: str, whole: Counter[str]) -> str:
    """Give the end of a line as it goes on: a word that was broken at its end is whole again."""
    match = _BROKEN.search(text)
    if match is None or not after[:1].islower():
        return f"{text} "
    rest = re.match(r"\w+", after)
    second = rest[0] if rest else ""
    keeps = whole[f"{match[1]}-{second}"] and not whole[match[1] + second]
    return text if keeps else text[:-1]


def _stripped(pieces: Sequence[tuple[str, dict[Face, str]]]) -> list[tuple[str, dict[Face, str]]]:
    kept = [(text, faces) for text, faces in pieces if text]
    while kept and not kept[-1][0].rstrip():
        kept.pop()
    if kept:
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
    while kept and not kept[0][0].lstrip():
        kept.pop(0)
    if kept:
        kept[0] = (kept[0][0].lstrip(), kept[0][1])
    return kept


def _without(pieces: Sequence[tuple[str, dict[Face, str]]], count: int) -> list[tuple[str, dict[Face, str]]]:
    """Give pieces without so many letters at their start."""
    kept: list[tuple[str, dict[Face, str]]] = []
    for text, faces in pieces:
        cut = min(count, len(text))
        count -= cut
        kept.append((text[cut:], faces))
    return kept
