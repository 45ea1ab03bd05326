"""Marks in the text: hard sentences and hard words, painted on the paper and never put into the document.

Document, caret, undo and what is saved know nothing of them. They move along with their words, because cursors of
Qt's hold their places, and they cost what is on screen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from math import ceil
from typing import Any, NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)

from factbox.metrics.guidance import Kind, Mark
from factbox.session.units import positions
from factbox.translation import _
from factbox.ui.theme import Theme

# At text scale 1: below the baseline, the lines of sentences, the second line below the first, the dots of words.
_BELOW, _APART, _LINE, _DOT, _DOTS_BELOW = 7.0, 3.0, 1.15, 2.4, 4.0
_RADIUS = 3.0
# Of the wave under a misspelt word: how far below the baseline, how long and how high it is.
_WAVE_BELOW, _WAVE, _HIGH = 4.5, 5.0, 1.6
# How much of its ground a new word lets through.
_FRESH = 0.22
# Letters that run from right to left.
_LEFTWARDS = frozenset(("R", "AL"))


class Strip(NamedTuple):
    """A part of a mark on one line of the paper: its room, and the baseline of the letters in it."""

    room: QRectF
    baseline: float


class Placed(NamedTuple):
    """A mark and the cursor that selects its words."""

    mark: Mark
    cursor: QTextCursor

    @property
    def start(self) -> int:
        """Where it begins, in Qt's units of the document."""
        return self.cursor.selectionStart()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.cursor.selectionEnd()


class Marking:
    """The marks that are shown in a document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._placed: list[Placed] = []

    def show(self, marks: Iterable[Mark]) -> None:
        """Show these marks in place of the others; they must speak of the document as it is."""
        given = list(marks)
        blocks = {
            number: self._document.findBlockByNumber(number) for number in {mark.spot.block for mark in given}
        }
        edges: dict[int, set[int]] = {number: set() for number in blocks}
        for mark in given:
            edges[mark.spot.block] |= {mark.spot.start, mark.spot.end}
        # All places of a paragraph at once: to count to each anew would take square time.
        units = {number: _units_of(blocks[number], sorted(its)) for number, its in edges.items()}
        self._placed = [
            placed for mark in given if (placed := _placed(mark, blocks[mark.spot.block], units[mark.spot.block]))
        ]

    def clear(self) -> None:
        """Show none."""
        self._placed = []

    def __bool__(self) -> bool:
        return bool(self._placed)

    def __iter__(self) -> Iterator[Placed]:
        return iter(self._placed)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The marks, each with where it is now."""
        return tuple(self._placed)

    def at(self, position: int) -> Mark | None:
        """Give the mark at a place in the document: that of the word rather than that of its sentence."""
        placed = self.placed_at(position)
        return placed.mark if placed else None

    def placed_at(self, position: int) -> Placed | None:
        """Give the mark at a place with where it is now, as `at` chooses it."""
        here = [each for each in self._placed if each.start <= position <= each.end and each.start < each.end]
        return min(here, key=lambda each: each.end - each.start) if here else None

    def beside(self, position: int, *, forward: bool) -> Placed | None:
        """Give the next mark behind a place, or the last one before it."""
        if forward:
            later = [each for each in self._placed if each.start > position]
            return min(later, key=lambda each: each.start, default=None)
        return max(
            (each for each in self._placed if each.start < position), key=lambda each: each.start, default=None
        )


def _units_of(block: QTextBlock, edges: Sequence[int]) -> dict[int, int]:
    """Give places in a block as Qt counts them, by the places in characters; none of a block that is not there."""
    text = block.text() if block.isValid() else ""
    inside = [edge for edge in edges if edge <= len(text)]
    return dict(zip(inside, positions(text, inside), strict=True)) if block.isValid() else {}


def _placed(mark: Mark, block: QTextBlock, units: Mapping[int, int]) -> Placed | None:
    """Give a mark with the cursor that selects its words; None where the text has no such place."""
    if mark.spot.start not in units or mark.spot.end not in units:
        return None
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + units[mark.spot.start])
    cursor.setPosition(block.position() + units[mark.spot.end], QTextCursor.MoveMode.KeepAnchor)
    return Placed(mark, cursor)


PaintMark = Callable[[QPainter, Kind, Sequence[Strip], Theme, float], None]


def paint_tints(painter: QPainter, kind: Kind, strips: Sequence[Strip], theme: Theme, scale: float) -> None:
    """Paint the ground of a mark, which lies under the letters."""
    fresh = QColor(theme.band)
    fresh.setAlphaF(_FRESH)
    tint = {
        Kind.HARD_SENTENCE: theme.hard_tint,
        Kind.VERY_HARD_SENTENCE: theme.very_hard_tint,
        Kind.COME: fresh,
        Kind.PAIR: theme.chosen,
        # The one that is selected is told from the others.
        Kind.FOUND: theme.chosen,
    }.get(kind)
    if tint is None or (theme.outlined and kind not in {Kind.PAIR, Kind.FOUND}):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    for strip in strips:
        painter.drawRoundedRect(strip.room, _RADIUS * scale, _RADIUS * scale)


def paint_lines(painter: QPainter, kind: Kind, strips: Sequence[Strip], theme: Theme, scale: float) -> None:
    """Paint the line of a mark: one for hard, two for very hard sentences, round dots for hard words.

    Misspelt words have a wave, words that went dashes, words that came a plain line; sentences that belong
    together have a ground alone.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind in {Kind.PAIR, Kind.FOUND}:
        return
    for strip in strips:
        left, right = strip.room.left(), strip.room.right()
        if kind in {Kind.GONE, Kind.COME}:
            level = strip.baseline + _DOTS_BELOW * scale
            painter.setPen(_changed(kind, theme, scale))
            painter.drawLine(QPointF(left, level), QPointF(right, level))
            continue
        if kind is Kind.MISSPELT:
            _wave(painter, QPointF(left, strip.baseline + _WAVE_BELOW * scale), right, theme, scale)
            continue
        if kind is Kind.HARD_WORD:
            level = strip.baseline + _DOTS_BELOW * scale
            _dots(painter, QPointF(left, level), QPointF(right, level), theme.hard_word, scale)
            continue
        lines = 2 if kind is Kind.VERY_HARD_SENTENCE else 1
        colour = theme.very_hard_line if lines == 2 else theme.hard_line
        painter.setPen(QPen(colour, (2.0 if theme.outlined else _LINE) * scale))
        for number in range(lines):
            level = strip.baseline + (_BELOW + number * _APART) * scale
            painter.drawLine(QPointF(left, level), QPointF(right, level))


def _changed(kind: Kind, theme: Theme, scale: float) -> QPen:
    if kind is Kind.COME:
        return QPen(theme.accent, 1.5 * scale)
    pen = QPen(theme.second, 1.2 * scale, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4.0, 2.5])
    return pen


def _dots(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, scale: float) -> None:
    # A dash of no length with round ends is a dot.
    pen = QPen(colour, _DOT * scale, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.0])
    painter.setPen(pen)
    half = QPointF(_DOT * scale / 2, 0)
    painter.drawLine(start + half, end - half)


def _wave(painter: QPainter, start: QPointF, right: float, theme: Theme, scale: float) -> None:
    ratio = painter.device().devicePixelRatio()
    tile = QPixmap.fromImage(_tile(theme.misspelt.name(), 1.8 if theme.outlined else 1.2, scale, ratio))
    room = QRectF(start, QSizeF(right - start.x(), tile.height() / ratio))
    painter.drawTiledPixmap(room.translated(0, -room.height() / 2), tile)


@lru_cache(50)
def _tile(colour: str, thick: float, scale: float, ratio: float) -> QImage:
    """Draw one wave, once: to draw each of them would cost a screen of mistakes 20 ms."""
    long, high = max(3, round(_WAVE * scale * ratio)), _HIGH * scale * ratio
    tall = ceil(2 * high + thick * scale * ratio) + 1
    image = QImage(long, tall, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), thick * scale * ratio))
    path = QPainterPath(QPointF(-long, tall / 2))
    for number in range(-2, 4):
        left, turn = number * long / 2, high if number % 2 else -high
        path.quadTo(QPointF(left + long / 4, tall / 2 + 2 * turn), QPointF(left + long / 2, tall / 2))
    painter.drawPath(path)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def lines(layout: QTextLayout, corner: QPointF, start: int, end: int, seen: QRect) -> Iterator[Strip]:
    """Give the lines of a block that a stretch of it covers, as far as they are seen, with its room on each."""
    first = layout.lineForTextPosition(start)
    for number in range(first.lineNumber() if first.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        top = corner.y() + line.y()
        if line.textStart() >= end or top > seen.bottom():
            return
        if top + line.height() < seen.top():
            continue
        begin, stop = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        for left, right in _spans(layout.text(), line, begin, stop):
            room = QRectF(corner.x() + left, top, right - left, line.height())
            yield Strip(room, top + line.ascent())


def _spans(text: str, line: QTextLine, begin: int, stop: int) -> Iterable[tuple[float, float]]:
    """Give where a stretch of a line begins and ends; in several pieces where letters run from right to left."""
    if begin >= stop:
        return ()
    units = text[line.textStart() : line.textStart() + line.textLength()]
    if units.isascii() or not any(bidirectional(each) in _LEFTWARDS for each in units):
        ends = (_x(line, begin), _x(line, stop))
        return ((min(ends), max(ends)),)
    pieces: list[tuple[float, float]] = []
    edges = QTextLine.Edge
    for place in range(begin, stop):
        ends = (_x(line, place, edges.Leading), _x(line, place, edges.Trailing))
        left, right = min(ends), max(ends)
        if pieces and abs(pieces[-1][1] - left) < 1:
            pieces[-1] = (pieces[-1][0], right)
        elif pieces and abs(pieces[-1][0] - right) < 1:
            pieces[-1] = (left, pieces[-1][1])
        else:
            pieces.append((left, right))
    return pieces


def _x(line: QTextLine, place: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    # Some versions give the place that was meant as well.
    found: Any = line.cursorToX(place, edge)
    return float(found[0]) if isinstance(found, tuple) else float(found)


def reason_of(mark: Mark) -> str:
    """Give the reason of a mark as the rich text of a tooltip."""
    head = _(mark.kind.value)
    head = head[:1].upper() + head[1:]
    figure = f" · {mark.figure}" if mark.figure else ""
    return f"<p style='white-space: pre-wrap'><b>{escape(head)}</b>{escape(figure)}<br>{escape(mark.reason)}</p>"
