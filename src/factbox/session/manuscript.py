"""The manuscript: the text that is open, the file it belongs to, and the way between the two."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from factbox import formats
from factbox.document import Block, Document
from factbox.session.conversion import Filling
from factbox.session.tasks import Errands

Blocks = tuple[Block, ...]


class Manuscript(QObject):
    """Opens and saves the text in a QTextDocument; disks are read and written away from the window.

    Signals:
        retitled: The name of the text, its file or whether it is saved has changed.
        opened: A text has been put into the document, whole; tells the Document.
        saved: The text is in the file of this path.
        unopened: A file could not be opened; tells its path and the error. The text is as it was.
        unsaved: The text could not be saved; tells the path and the error. Text and file are as they were.
        busied: Whether a text is on its way into the document, which nobody should edit meanwhile.
    """

    retitled = Signal()
    opened = Signal(object)
    saved = Signal(object)
    unopened = Signal(object, object)
    unsaved = Signal(object, object)
    busied = Signal(bool)

    def __init__(self, target: QTextDocument, blocks: Callable[[], Blocks]) -> None:
        super().__init__(target)
        self._target = target
        self._blocks = blocks
        self._written = Document(())
        self._path: Path | None = None
        self._title = ""
        # How often a text was asked for, and how often one came: answers that are late are known by it.
        self._asked = 0
        self._shown = 0
        self._errands = Errands(self)
        target.modificationChanged.connect(self.retitled)

    @property
    def path(self) -> Path | None:
        """The file of the text, if it has one."""
        return self._path

    @property
    def title(self) -> str:
        """What the text is called: the name of its file, or the title it was begun with; may be empty."""
        return self._path.name if self._path else self._title

    @property
    def is_saved(self) -> bool:
        """Whether everything in the text is in its file, or there is nothing that could be lost."""
        return not self._target.isModified()

    def begin(self, document: Document | None = None, title: str = "") -> None:
        """Begin a text without a file: an empty one, or one with the blocks of a document."""
        self._asked += 1
        self._show(document or Document((Block(""),)), None, title)

    def open(self, path: Path) -> None:
        """Open a file; `opened` or `unopened` follows."""
        self._asked += 1
        asked = self._asked

        def done(document: Document) -> None:
            # Another text may have been asked for meanwhile.
            if asked == self._asked:
                self._show(document, path, "")

        self._errands.run(lambda: formats.read(path), done, lambda error: self.unopened.emit(path, error))

    def save(
        self,
        path: Path | None = None,
        *,
        encoding: str | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Save the text; `saved` or `unsaved` follows.

        Args:
            path: The file to save it in from now on; its own file if none is given.
            encoding: The encoding of the file from now on; as before if none is given.
            then: What to do when everything is saved, and only then.

        Raises:
            ValueError: The text has no file, and none is given.
        """
        place = path or self._path
        if place is None:
            raise ValueError("a text without a file needs a path")
        document = replace(self._written, blocks=self._blocks(), encoding=encoding or self._written.encoding)
        shown, edits = self._shown, self._target.revision()

        def done(_data: bytes) -> None:
            if shown == self._shown:
                self._written = replace(document, blocks=())
                self._path = place
                if self._target.revision() == edits:
                    self._target.setModified(False)
                self.retitled.emit()
            self.saved.emit(place)
            if then is not None and self.is_saved:
                then()

        self._errands.run(
            lambda: formats.write(document, place), done, lambda error: self.unsaved.emit(place, error)
        )

    def finish(self) -> None:
        """Wait until what is being read or written is done."""
        self._errands.finish()

    def _show(self, document: Document, path: Path | None, title: str) -> None:
        self._shown += 1
        self._written = replace(document, blocks=())
        self._path = path
        self._title = title
        self.busied.emit(True)
        filling = Filling(self._target, document.blocks)
        filling.finished.connect(lambda: self._on_filled(document))
        filling.start()

    def _on_filled(self, document: Document) -> None:
        self.busied.emit(False)
        self.retitled.emit()
        self.opened.emit(document)
