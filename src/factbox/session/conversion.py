"""Between a Document and Qt's QTextDocument."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from factbox.document import Block, Role

# One call of a million words would hold the window for 160 ms, a piece of this many characters for 6 ms.
PIECE = 200_000
_PARTING = "\n\r\u2029\ufdd0\ufdd1"
_AS_SPACES = dict.fromkeys(map(ord, _PARTING), " ")
# Roles are given to so many blocks in one turn.
_SOME = 200
# The property of a block's format that holds its role, by its number; and what says that a document has any.
_ROLE, _ROLES, _HAS_ROLES = int(QTextFormat.Property.UserProperty) + 1, tuple(Role), "roles"


def block(source: QTextBlock) -> Block:
    """Give the block that a block of Qt's document shows."""
    return Block(source.text(), role_of(source))


def role_of(source: QTextBlock) -> Role:
    """Give the role of a block of Qt's document."""
    number = source.blockFormat().intProperty(_ROLE)
    return _ROLES[number] if 0 <= number < len(_ROLES) else Role.BODY


def give_role(cursor: QTextCursor, role: Role) -> None:
    """Give the paragraphs of a selection a role; a heading is written in strong letters."""
    shape, letters = QTextBlockFormat(), QTextCharFormat()
    shape.setProperty(_ROLE, _ROLES.index(role))
    letters.setFontWeight(QFont.Weight.DemiBold if role is Role.HEADING else QFont.Weight.Normal)
    cursor.document().setProperty(_HAS_ROLES, True)  # Qt's
    cursor.beginEditBlock()
    cursor.mergeBlockFormat(shape)
    whole = QTextCursor(cursor)
    whole.setPosition(cursor.document().findBlock(cursor.selectionStart()).position())
    whole.setPosition(cursor.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    whole.mergeCharFormat(letters)
    cursor.mergeBlockCharFormat(letters)
    cursor.endEditBlock()


def blocks(source: QTextDocument, first: int, end: int) -> list[Block]:
    """Give the blocks of a document from one number up to another, with few calls however many they are."""
    cursor = QTextCursor(source.findBlockByNumber(first))
    last = source.findBlockByNumber(end - 1)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    texts = cursor.selectedText().split("\u2029")
    if not source.property(_HAS_ROLES):
        return list(map(Block, texts))
    found: list[Block] = []
    each = source.findBlockByNumber(first)
    for text in texts:
        found.append(Block(text, role_of(each)))
        each = each.next()
    return found


def positions(text: str, places: Iterable[int]) -> list[int]:
    """Give places in a text, in order and in characters, as Qt counts them, in units of UTF-16."""
    if text.isascii():
        return list(places)
    found: list[int] = []
    before = units = 0
    for place in places:
        units += len(text[before:place].encode("utf-16-le", "surrogatepass")) // 2
        before = place
        found.append(units)
    return found


class Filling(QObject):
    """Puts blocks into an empty QTextDocument, piece by piece, with the event loop in between.

    The document's undo stack is empty afterwards, and the document counts as unmodified.
    """

    finished = Signal()

    def __init__(self, target: QTextDocument, blocks: Iterable[Block]) -> None:
        super().__init__(target)
        self._target = target
        given = tuple(blocks)
        self._pieces = _pieces(given)
        self._roles = iter(
            [(number, each.role) for number, each in enumerate(given) if each.role is not Role.BODY]
        )
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._put_next)

    def start(self) -> None:
        """Empty the document and put in the first piece; the rest follows by itself."""
        self._target.setUndoRedoEnabled(False)
        self._target.clear()
        self._target.setProperty(_HAS_ROLES, False)  # Qt's
        plain = QTextCursor(self._target)
        plain.setBlockFormat(QTextBlockFormat())
        plain.setBlockCharFormat(QTextCharFormat())
        plain.setCharFormat(QTextCharFormat())
        self._put_next()

    def stop(self) -> None:
        """Put in no more; what is in stays, and nobody is told."""
        self._timer.stop()
        self.deleteLater()

    def _put_next(self) -> None:
        piece = next(self._pieces, None)
        if piece is not None:
            cursor = QTextCursor(self._target)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(piece)
            self._timer.start()
            return
        some = list(islice(self._roles, _SOME))
        if some:
            for number, role in some:
                give_role(QTextCursor(self._target.findBlockByNumber(number)), role)
            self._timer.start()
            return
        self._timer.stop()
        self._target.setUndoRedoEnabled(True)
        self._target.setModified(False)
        self.finished.emit()
        self.deleteLater()


def _pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the text in pieces; each but the first goes on in a paragraph of its own."""
    gathered: list[str] = []
    length = 0
    for each in blocks:
        if length >= PIECE:
            yield _piece(gathered)
            # What is empty stands for the paragraph before.
            gathered, length = [""], 0
        gathered.append(each.text)
        length += len(each.text) + 1
    yield _piece(gathered)


def _piece(texts: Sequence[str]) -> str:
    """Join paragraphs, without the signs that part some for Qt alone: the numbers of all others stay."""
    whole = "".join(texts)
    if any(sign in whole for sign in _PARTING):
        texts = [text.translate(_AS_SPACES) for text in texts]
    return "\n".join(texts)
