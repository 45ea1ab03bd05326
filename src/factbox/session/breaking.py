"""Breaks up paragraphs that are too long to write in, as a text has them that lost its line ends on the way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from factbox.document import Block
from factbox.metrics.language import language
from factbox.metrics.sentences import sentences
from factbox.session.conversion import positions
from factbox.session.tasks import Errands

# Characters: Qt lays a paragraph out anew for every key, and above this one can feel it.
COMFORTABLE = 60_000
# Characters: a new paragraph ends with the first sentence that brings it to so many, or at a space before so many.
_USUAL, _MOST = 600, 3_000


class Breaking(QObject):
    """Breaks the paragraphs of a document that are longer than is comfortable, as one step that can be undone.

    Signals:
        broken: It is done; tells how many paragraphs there are more.
        failed: It could not be done; tells why. The text is as it was.
    """

    broken = Signal(int)
    failed = Signal(str)

    def __init__(self, target: QTextDocument, blocks: Callable[[], Sequence[Block]]) -> None:
        super().__init__(target)
        self._target = target
        self._blocks = blocks
        self._errands = Errands(self)

    def break_up(self) -> None:
        """Look for the places away from the window, then break there; `broken` or `failed` follows."""
        long = {number: block.text for number, block in enumerate(self._blocks()) if len(block.text) > COMFORTABLE}
        edits = self._target.revision()

        def work() -> dict[int, list[int]]:
            return {number: positions(text, breaks(text)) for number, text in long.items()}

        def done(found: dict[int, list[int]]) -> None:
            if self._target.revision() != edits:
                # Somebody wrote on meanwhile: the places are no longer where they were.
                self.break_up()
                return
            self._apply(found)

        self._errands.run(work, done, lambda error: self.failed.emit(f"{type(error).__name__}: {error}"))

    def _apply(self, found: dict[int, list[int]]) -> None:
        cursor = QTextCursor(self._target)
        cursor.beginEditBlock()
        for number, places in sorted(found.items(), reverse=True):
            start = self._target.findBlockByNumber(number).position()
            for place in reversed(places):
                # The space at the place gives way to the end of the paragraph.
                cursor.setPosition(start + place)
                cursor.deleteChar()
                cursor.insertBlock()
        cursor.endEditBlock()
        self.broken.emit(sum(map(len, found.values())))


def breaks(text: str) -> list[int]:
    """Give the places of the spaces at which a long paragraph may be broken, in characters, in order."""
    found: list[int] = []
    begun = 0
    for sentence in sentences(text, language("en")):
        while sentence.end - begun > _MOST:
            # A sentence that never ends is broken between its words.
            space = text.rfind(" ", begun + 1, begun + _MOST)
            if space < 0:
                break
            found.append(space)
            begun = space + 1
        if sentence.end - begun >= _USUAL and text[sentence.end : sentence.end + 1] == " ":
            found.append(sentence.end)
            begun = sentence.end + 1
    return found
