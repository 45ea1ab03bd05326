"""Where paragraphs may be broken that are too long to write in, as in texts that lost their line ends."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from factbox.document import Block
from factbox.metrics.language import language
from factbox.metrics.sentences import sentences
from factbox.session.tasks import Errands
from factbox.session.units import positions

# Characters: Qt lays a paragraph out anew for every key, and above this one can feel it.
COMFORTABLE = 60_000
# Characters: a new paragraph ends with the first sentence that brings it to so many, or at a space before so many.
_USUAL, _MOST = 600, 3_000


class Breaking(QObject):
    """Finds where to break the paragraphs of a document that are longer than is comfortable.

    Signals:
        found: The places of spaces at which to break, in Qt's units from the start of their block: a dict from the
            number of the block to a list in order. It is true of the document as it then is.
        failed: They could not be found; tells why.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, target: QTextDocument, blocks: Callable[[], Sequence[Block]]) -> None:
        super().__init__(target)
        self._target = target
        self._blocks = blocks
        self._errands = Errands(self)

    def look(self) -> None:
        """Look for the places, away from the window; `found` or `failed` follows."""
        long = {number: block.text for number, block in enumerate(self._blocks()) if len(block.text) > COMFORTABLE}
        edits = self._target.revision()

        def work() -> dict[int, list[int]]:
            return {number: positions(text, breaks(text)) for number, text in long.items()}

        def done(found: dict[int, list[int]]) -> None:
            if self._target.revision() != edits:
                # Somebody wrote on meanwhile: the places are no longer where they were.
                self.look()
                return
            self.found.emit(found)

        self._errands.run(work, done, lambda error: self.failed.emit(f"{type(error).__name__}: {error}"))


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
