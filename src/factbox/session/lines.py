"""Whole paragraphs at a stroke: moved, doubled, deleted, joined; and letters in other capitals.

Each is one step that can be undone. Letters keep their formats, paragraphs their roles, whatever these are.
"""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from factbox.session.capitals import Case, recased
from factbox.session.shapes import straighten
from factbox.session.units import positions

_KEEP = QTextCursor.MoveMode.KeepAnchor
# Letters typed next would join the step if its last act were an insertion: so it is a removal.
_SEAL = "."


class _Shape(NamedTuple):
    """The formats of a paragraph, and the place of its first letter."""

    block: QTextBlockFormat
    letters: QTextCharFormat

    @classmethod
    def of(cls, block: QTextBlock) -> "_Shape":
        return cls(block.blockFormat(), block.charFormat())

    def give(self, cursor: QTextCursor) -> None:
        """Give it to the paragraph of a cursor."""
        cursor.setBlockFormat(self.block)
        cursor.setBlockCharFormat(self.letters)


def paragraphs(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    """Give the first and the last paragraph that a selection touches, or twice that of the caret.

    One in which a selection only ends, before its first letter, does not count.
    """
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if last.position() == cursor.selectionEnd() and last != first:
        last = last.previous()
    return first, last


def move(cursor: QTextCursor, *, down: bool) -> bool:
    """Move the paragraphs of a selection past the next one, or past the one before; tell whether there is one.

    The selection goes along. What really moves is the neighbour, so that the cost is that of one paragraph.
    """
    first, last = paragraphs(cursor)
    neighbour = last.next() if down else first.previous()
    if not neighbour.isValid():
        return False
    anchor, place = cursor.anchor(), cursor.position()
    step = neighbour.length() if down else -neighbour.length()
    its, own = _Shape.of(neighbour), _Shape.of(last if down else first)
    hand = QTextCursor(neighbour)
    hand.beginEditBlock()
    hand.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
    fragment = hand.selection()
    start, end = first.position(), last.position() + last.length() - 1
    if down:
        hand.setPosition(end)
        hand.setPosition(neighbour.position() + neighbour.length() - 1, _KEEP)
        hand.removeSelectedText()
        own.give(hand)
        # The first of the selected paragraphs gets its shape anew behind the one that comes before it.
        shape = _Shape.of(hand.document().findBlock(start))
        hand.setPosition(start)
        hand.insertBlock(*shape)
        hand.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    else:
        hand.setPosition(neighbour.position())
        hand.setPosition(start, _KEEP)
        hand.removeSelectedText()
        own.give(hand)
        hand.setPosition(end + step)
        hand.insertBlock(*its)
    hand.insertFragment(fragment)
    its.give(hand)
    hand.endEditBlock()
    _select(cursor, anchor + step, place + step)
    return True


def double(cursor: QTextCursor) -> None:
    """Put the paragraphs of a selection behind themselves once more; the selection goes on to the copy."""
    first, last = paragraphs(cursor)
    anchor, place = cursor.anchor(), cursor.position()
    shapes = _Shape.of(first), _Shape.of(last)
    hand = QTextCursor(first)
    end = last.position() + last.length() - 1
    hand.setPosition(end, _KEEP)
    fragment, step = hand.selection(), end - first.position() + 1
    hand.beginEditBlock()
    hand.setPosition(end)
    hand.insertBlock(*shapes[0])
    hand.insertFragment(fragment)
    shapes[1].give(hand)
    hand.setPosition(end + 1)
    shapes[0].give(hand)
    hand.endEditBlock()
    _select(cursor, anchor + step, place + step)


def delete(cursor: QTextCursor) -> None:
    """Delete the paragraphs of a selection; the caret goes into the next one, as far from its start as it was."""
    first, last = paragraphs(cursor)
    column = cursor.position() - cursor.block().position()
    after, before = last.next(), first.previous()
    left = after if after.isValid() else before
    shape = _Shape.of(left if left.isValid() else first)
    start, end = first.position(), last.position() + last.length() - 1
    if after.isValid():
        end = after.position()
    elif before.isValid():
        start -= 1
    hand = QTextCursor(cursor.document())
    hand.beginEditBlock()
    hand.setPosition(start)
    hand.setPosition(end, _KEEP)
    hand.removeSelectedText()
    shape.give(hand)
    hand.endEditBlock()
    block = hand.block()
    cursor.setPosition(block.position() + min(column, block.length() - 1))


def join(cursor: QTextCursor) -> bool:
    """Join the paragraphs of a selection, or that of the caret and the next one; tell whether there are two.

    A space stands between them in place of all white space; the whole has the role of the first that has words.
    """
    first, last = paragraphs(cursor)
    if first == last:
        last = first.next()
        if not last.isValid():
            return False
    blocks = [first]
    while blocks[-1] != last:
        blocks.append(blocks[-1].next())
    shape = _Shape.of(next((each for each in blocks if each.text().strip()), first))
    spans = [(each.position(), each.text()) for each in blocks]
    hand = QTextCursor(cursor.document())
    hand.beginEditBlock()
    more = bool(spans[-1][1].strip())
    # From the end: what changes leaves the places before it alone.
    for (one, text), (other, following) in reversed(list(pairwise(spans))):
        units = positions(text, (len(text.rstrip()), len(text)))
        skipped = len(following) - len(following.lstrip())
        hand.setPosition(one + units[0])
        hand.setPosition(other + skipped, _KEEP)
        if more and text.strip():
            hand.insertText(" ")
        else:
            hand.removeSelectedText()
        more = more or bool(text.strip())
    hand.setPosition(first.position())
    shape.give(hand)
    # Letters look as those of the role do; only bold, italic and links are their own.
    straighten(hand.block())
    hand.endEditBlock()
    return True


def recase(cursor: QTextCursor, case: Case) -> None:
    """Write a selection in other capitals; it stays selected."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    forward = cursor.position() == end
    hand = QTextCursor(document)
    hand.beginEditBlock()
    grown = 0
    block = document.findBlock(end)
    while block.isValid() and block.position() + block.length() > start:
        begin, stop = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        grown += _recase_within(hand, block, (begin, stop), case)
        block = block.previous()
    hand.endEditBlock()
    ends = (start, end + grown)
    _select(cursor, *(ends if forward else reversed(ends)))


def _recase_within(hand: QTextCursor, block: QTextBlock, span: tuple[int, int], case: Case) -> int:
    """Recase a part of a paragraph, format by format from its end; tell by how much it has grown."""
    units = block.text().encode("utf-16-le", "surrogatepass")
    text = units[2 * span[0] : 2 * span[1]].decode("utf-16-le", "surrogatepass")
    written = recased(text, case)
    places = [span[0] + each for each in positions(text, range(len(text) + 1))]
    grown, base = 0, block.position()
    # Formats are read before the first of them changes.
    formats = [
        (each.start, each.start + each.length, QTextCharFormat(each.format)) for each in block.textFormats()
    ]
    for start, end, letters in reversed(formats):
        inside = [n for n in range(len(text)) if start <= places[n] < end]
        new = "".join(written[n] for n in inside)
        if not inside or new == text[inside[0] : inside[-1] + 1]:
            continue
        hand.setPosition(base + places[inside[0]])
        hand.setPosition(base + places[inside[-1] + 1], _KEEP)
        hand.insertText(new + _SEAL, letters)
        hand.deletePreviousChar()
        grown += len(new.encode("utf-16-le", "surrogatepass")) // 2 - (places[inside[-1] + 1] - places[inside[0]])
    return grown


def _select(cursor: QTextCursor, anchor: int, place: int) -> None:
    # A selection that ends before the first letter of a paragraph may find none there any more.
    most = cursor.document().characterCount() - 1
    cursor.setPosition(min(anchor, most))
    cursor.setPosition(min(place, most), _KEEP)
