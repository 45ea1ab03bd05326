"""Between a Document and Qt's QTextDocument."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from factbox.document import Block
from factbox.session import shapes

# One call of a million words would hold the window for 160 ms, a piece of this many characters for 6 ms.
PIECE = 200_000
# So many blocks are shaped in one turn.
_SOME = 100


def block(source: QTextBlock) -> Block:
    """Give the block that a block of Qt's document shows."""
    text = source.text()
    return Block(text, shapes.role_of(source), shapes.level_of(source), shapes.spans_of(source, text))


def blocks(source: QTextDocument, first: int, end: int) -> list[Block]:
    """Give the blocks of a document from one number up to another, with few calls however many they are."""
    cursor = QTextCursor(source.findBlockByNumber(first))
    last = source.findBlockByNumber(end - 1)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    texts = cursor.selectedText().split("\u2029")
    if not shapes.has_shapes(source):
        return list(map(Block, texts))
    found: list[Block] = []
    each = source.findBlockByNumber(first)
    for _text in texts:
        found.append(block(each))
        each = each.next()
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
        self._shaped = iter([(number, each) for number, each in enumerate(given) if not each.is_plain])
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._put_next)

    def start(self) -> None:
        """Empty the document and put in the first piece; the rest follows by itself."""
        self._target.setUndoRedoEnabled(False)
        self._target.clear()
        shapes.forget_shapes(self._target)
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
        some = list(islice(self._shaped, _SOME))
        if some:
            shapes.shape(self._target, some)
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
    if any(sign in whole for sign in shapes.PARTING):
        texts = [text.translate(shapes.AS_SPACES) for text in texts]
    return "\n".join(texts)
