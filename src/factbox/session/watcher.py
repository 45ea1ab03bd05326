"""The TextWatcher: every change of a QTextDocument becomes a splice of blocks."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextDocument

from factbox.document import Block, Splice
from factbox.session import conversion

# Blocks: more are read in one piece, and no more than so many in one turn of the event loop.
_MANY, _MOST = 16, 1_000


class TextWatcher(QObject):
    """Follows a QTextDocument, and knows its blocks as they were last told.

    Whoever follows the splices from the start has the document: Qt's own account of a change is only where the
    search for it begins, for now and then it tells of less than has changed. A change of very many blocks is told
    in several splices, one a turn of the event loop, so that the window goes on; who asks gets the rest at once.
    """

    edited = Signal(object)
    told_anew = Signal(object)

    def __init__(self, watched: QTextDocument) -> None:
        super().__init__(watched)
        self._watched = watched
        self._told: list[Block] = []
        self._revision = 0
        # What has changed and was not told yet: blocks of the document, from one number up to another.
        self._untold: tuple[int, int] | None = None
        self._count = 0
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._tell_on)
        watched.contentsChange.connect(self._on_contents_change)

    @property
    def revision(self) -> int:
        """The number of the last edit that was told."""
        return self._revision

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The document; what was not told of it yet is told now."""
        while self._untold is not None:
            self._tell_on()
        return tuple(self._told)

    @Slot()
    def tell_anew(self) -> None:
        """Tell by `told_anew` of the whole text, as a Splice, for somebody who has lost it."""
        self.told_anew.emit(Splice(0, 0, self.blocks, self._revision))

    def tell_all(self) -> None:
        """Tell of the whole document, in place of all that was told before."""
        self._untold = None
        self._tell(0, len(self._told), self._read(0, self._watched.blockCount()))

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        count = self._watched.blockCount()
        first = min(max(0, self._watched.findBlock(position).blockNumber()), len(self._told))
        end_block = self._watched.findBlock(position + added)
        end = end_block.blockNumber() + 1 if end_block.isValid() else count
        if self._untold is not None:
            # What is still to be told joins in; if it stands behind this change, that has moved it.
            first, end = min(first, self._untold[0]), max(end, self._untold[1] + count - self._count)
        grown = count - len(self._told)
        end = max(end, first, first + grown)
        # Where Qt told too little, blocks around the change differ from what was told: go on until they do not.
        while first > 0 and self._block(first - 1) != self._told[first - 1]:
            first -= 1
        while end < count and self._block(end) != self._told[end - grown]:
            end += 1
        self._count = count
        self._untold = (first, end)
        self._tell_on()

    @Slot()
    def _tell_on(self) -> None:
        """Tell of what was not told yet, or of its beginning; then the next turn goes on."""
        if self._untold is None:
            return
        first, end = self._untold
        stop = min(end, first + _MOST)
        removed = end - first - self._count + len(self._told)
        self._untold = (stop, end) if stop < end else None
        self._tell(first, removed if stop == end else min(removed, stop - first), self._read(first, stop))
        if self._untold is not None:
            self._turn.start()

    def _block(self, number: int) -> Block:
        return conversion.block(self._watched.findBlockByNumber(number))

    def _read(self, first: int, end: int) -> list[Block]:
        if end - first > _MANY:
            return conversion.blocks(self._watched, first, end)
        return [self._block(number) for number in range(first, end)]

    def _tell(self, first: int, removed: int, blocks: list[Block]) -> None:
        before = self._told[first : first + removed]
        start = 0
        while start < min(len(before), len(blocks)) and before[start] == blocks[start]:
            start += 1
        stop = 0
        while stop < min(len(before), len(blocks)) - start and before[-1 - stop] == blocks[-1 - stop]:
            stop += 1
        leaving = len(before) - start - stop
        arriving = tuple(blocks[start : len(blocks) - stop])
        if not leaving and not arriving:
            return
        self._told[first + start : first + start + leaving] = arriving
        self._revision += 1
        self.edited.emit(Splice(first + start, leaving, arriving, self._revision))
