"""The manuscript: the text that is open, the file it belongs to, and the way between the two."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from factbox import formats
from factbox.document import Block, Document, Work
from factbox.formats import FormatError
from factbox.session.conversion import Filling
from factbox.session.holding import Holding, read_stamped, write
from factbox.session.tasks import Errands
from factbox.translation import _

Blocks = tuple[Block, ...]


def _none() -> None:
    return None


class Manuscript(QObject):
    """Opens and saves the text in a QTextDocument; disks are read and written away from the window.

    Signals:
        retitled: The name of the text, its file or whether it is saved has changed.
        opening: A file is about to be read; tells its path.
        opened: A text has been put into the document, whole; tells the Document.
        saved: The text is in the file of this path.
        unopened: A file could not be opened; tells its path and the error. The text is as it was.
        unsaved: The text could not be saved; tells the path and the error. Text and file are as they were.
        unkept: A text that has given way to another could not be saved; tells the path and the error.
        altered: Another program has changed or removed the file; tells its path.
        touched: Something has changed that is not in the text.
        saving: The text is about to be saved.
        busied: Whether a text is on its way into the document, which nobody should edit meanwhile.
    """

    retitled = Signal()
    opening = Signal(object)
    opened = Signal(object)
    saved = Signal(object)
    unopened = Signal(object, object)
    unsaved = Signal(object, object)
    unkept = Signal(object, object)
    busied = Signal(bool)
    altered = Signal(object)
    saving = Signal()
    touched = Signal()

    def __init__(
        self, target: QTextDocument, blocks: Callable[[], Blocks], work: Callable[[], Work | None] = _none
    ) -> None:
        super().__init__(target)
        self._target = target
        self._blocks, self._work = blocks, work
        self._is_switching = False
        # What the file was when it was read or written last.
        self._known = Holding()
        # How often something was changed that is not in the text.
        self._touches = self._kept_touches = 0
        # What another program has made of the file, as it was told.
        self._told: list[formats.Stamp | None] = []
        self._written = Document(())
        self._path: Path | None = None
        self._title = ""
        # Where the last save that has not ended puts the text, and in which encoding.
        self._going: tuple[Path, str] | None = None
        self._filling: Filling | None = None
        # How often a text was asked for, and how often one came: answers that are late are known by it.
        self._asked = 0
        self._shown = 0
        self._writing = 0
        # A disk that does not answer when it is read must not hold up what is to be saved on another.
        self._reads = Errands(self)
        self._writes = Errands(self)
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
        if self._is_switching:
            return False
        # Undo may bring Qt's flag back to what it was before something changed that is not in the text.
        is_same = self._touches == self._kept_touches and not self._target.isModified()
        return self._filling is not None or is_same

    @property
    def has_work(self) -> bool:
        """Whether the text belongs to an original and other versions, which only one format can hold."""
        return self._work() is not None

    @property
    def document(self) -> Document:
        """The document as it is now."""
        work = self._work()
        if work is not None and self._is_switching:
            # On its way in the text is not whole; that of its version is.
            return replace(self._written, blocks=work.versions[work.current].blocks, work=work)
        return replace(self._written, blocks=self._blocks(), work=work)

    @property
    def stamp(self) -> formats.Stamp | None:
        """What the file was when it was read or written last; None if that is not known."""
        return self._known.stamp

    @property
    def losses(self) -> tuple[str, ...]:
        """What its file has and the text has not, each a plain sentence."""
        return self._written.losses

    @property
    def written_as(self) -> str:
        """The encoding and the line ends of its file, where they are not UTF-8 and LF."""
        if self._path is None or formats.format_of(self._path).key not in {"text", "markdown"}:
            return ""
        encoding = formats.text.ENCODINGS[self._written.encoding][0] if self._written.encoding != "utf-8" else ""
        newline = {"\r\n": "CRLF", "\r": "CR"}.get(self._written.newline, "")
        return ", ".join(filter(None, (encoding, newline)))

    @property
    def length(self) -> int:
        """How many characters it has, about."""
        return self._target.characterCount()

    @property
    def is_coming(self) -> bool:
        """Whether a text is on its way into the document."""
        return self._filling is not None

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read, wanted still or not."""
        return self._reads.is_busy

    @property
    def is_writing(self) -> bool:
        """Whether a save has begun and not ended."""
        return self._writing > 0

    def abandon(self) -> None:
        """Give up what was changed since the last save: from now on the text counts as saved."""
        self._kept_touches = self._touches
        self._target.setModified(False)

    def begin(self, document: Document | None = None, title: str = "") -> None:
        """Begin a text without a file: an empty one, or one with the blocks of a document."""
        self._asked += 1
        self._show(document or Document((Block(""),)), None, title)

    def take_over(self, other: "Manuscript", then: Callable[[], object] = _none) -> None:
        """Show the text of another manuscript, with its file and what is known of that; then `then` follows.

        The other one must be saved, and is not to be used any more.
        """
        self._asked += 1
        known = other._known  # noqa: SLF001  # of its own kind
        self._show(other.document, other.path, "" if other.path else other.title)
        self._known = known
        self._once_shown(then, as_saved=True)

    def switch(self, blocks: Blocks, then: Callable[[], object]) -> None:
        """Show another text of the same document, which counts as changed by that; `then` follows."""
        if self._filling is not None:
            return
        filling = self._filling = Filling(self._target, blocks)
        self._is_switching = True
        self.busied.emit(True)

        def filled() -> None:
            if self._filling is not filling:
                return
            self._filling, self._is_switching = None, False
            self.touch()
            self.busied.emit(False)
            then()

        filling.finished.connect(filled)
        filling.start()

    def touch(self) -> None:
        """Count the document as changed, although its text is not."""
        self._touches += 1
        self._target.setModified(True)
        self.retitled.emit()
        self.touched.emit()

    def detach(self, title: str) -> None:
        """Belong to no file any more, and be called by a title; a save asks where to."""
        # A save on its way belongs to the text as it was before.
        self._shown += 1
        self._known = Holding()
        self._path, self._title, self._going = None, title, None
        self.touch()

    def open(self, path: Path, title: str = "") -> None:
        """Open a file; `opened` or `unopened` follows.

        Args:
            path: The file.
            title: What to call the text if it is not to belong to the file, as an example does not.
        """
        self._asked += 1
        self.opening.emit(path)
        asked, edits, touches = self._asked, self._target.revision(), self._touches

        def done(read: tuple[Document, formats.Stamp]) -> None:
            document, stamp = read
            if asked != self._asked:
                # Another text was asked for meanwhile.
                return
            is_idle = self._filling is None
            changed = (self._target.revision(), self._touches) != (edits, touches) and self._target.isModified()
            if self._is_switching or (is_idle and changed):
                self.unopened.emit(path, FormatError(_("You went on writing meanwhile. Open it again.")))
                return
            if document.losses and document.work is not None:
                # What is damaged is not written over: the rest is a document of its own.
                self._show(document, None, path.stem)
                return
            if formats.format_of(path).write is None:
                # What is only read belongs to no file yet.
                self._show(document, None, title or path.stem)
                return
            self._show(document, None if title else path, title)
            self._known.stamp = stamp

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.unopened.emit(path, error)

        self._reads.run(lambda: read_stamped(path), done, failed)

    def look(self) -> None:
        """Look whether another program has changed the file; `altered` follows, once for each change."""
        path, shown, known, stamp = self._path, self._shown, self._known, self._known.stamp
        if path is None or stamp is None or self.is_coming or self.is_writing:
            return

        def looked(found: formats.Stamp | None) -> None:
            # A save that came in between has made another file of it.
            is_ours = self.is_writing or known.stamp != stamp
            is_known = found == stamp or found in self._told
            if shown == self._shown and path == self._path and not is_ours and not is_known:
                self._told.append(found)
                if found is None:
                    # The text is nowhere but here.
                    self.touch()
                self.altered.emit(path)

        self._reads.run(lambda: formats.stamp(path), looked, lambda _error: None)

    def stay(self) -> None:
        """Keep the text that is here, whatever is still being opened."""
        self._asked += 1

    def restore(
        self,
        document: Document,
        path: Path | None,
        title: str,
        then: Callable[[], object],
        *,
        stamp: tuple[int, ...] = (),
    ) -> None:
        """Show a text that was not saved, in place of the present one; it counts as changed, and `then` follows.

        Args:
            document: The text.
            path: The file that it belongs to, if there is one.
            title: What it is called, if it belongs to none.
            then: What to do when it is there.
            stamp: What the file was when the text was read from it or written to it last; where that is not known,
                the file counts as changed by another program.
        """
        self._asked += 1
        self._show(document, path, "" if path else title)
        if path is not None:
            self._known.stamp = (stamp[0], stamp[1]) if len(stamp) > 1 else (0, 0)
        self._once_shown(then, as_saved=False)

    def save(
        self,
        path: Path | None = None,
        *,
        encoding: str | None = None,
        force: bool = False,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Save the text; `saved` or `unsaved` follows. A text that is still on its way in needs no saving.

        Args:
            path: The file to save it in from now on; its own file if none is given.
            encoding: The encoding of the file from now on; as before if none is given.
            force: Whether to write over what another program has made of the file; if not, that is refused.
            then: What to do when everything is saved, and only then.

        Raises:
            ValueError: The text has no file, and none is given.
        """
        if self._filling is not None and not self._is_switching:
            return
        self.saving.emit()
        going_to, going_in = self._going or (self._path, self._written.encoding)
        place = path or going_to
        if place is None:
            raise ValueError("a text without a file needs a path")
        document = replace(self.document, encoding=encoding or going_in)
        self._going = (place, document.encoding)
        shown, edits, touches = self._shown, self._target.revision(), self._touches

        # A file that is saved in for the first time was asked about by the dialog.
        known, checked = self._known, place == self._path and not force

        def done(_written: None) -> None:
            self._end_of_write()
            if shown == self._shown:
                self._written = replace(document, blocks=())
                self._path = place
                self._kept_touches = touches
                if self._target.revision() == edits:
                    self._target.setModified(False)
                self.retitled.emit()
            self.saved.emit(place)
            if then is not None and self.is_saved:
                then()

        def failed(error: Exception) -> None:
            self._end_of_write()
            (self.unsaved if shown == self._shown else self.unkept).emit(place, error)

        self._writing += 1
        self._writes.run(lambda: write(document, place, known, checked=checked), done, failed)

    def _end_of_write(self) -> None:
        self._writing -= 1
        if not self._writing:
            self._going = None

    def _once_shown(self, then: Callable[[], object], *, as_saved: bool) -> None:
        """Do something as soon as the text that is on its way in is there, unless another one comes first."""
        shown = self._shown

        def arrived(_document: object) -> None:
            self.opened.disconnect(arrived)
            if shown == self._shown:
                if not as_saved:
                    self.touch()
                then()

        self.opened.connect(arrived)

    def _show(self, document: Document, path: Path | None, title: str) -> None:
        if self._filling is not None:
            self._filling.stop()
        self._is_switching = False
        self._known, self._told = Holding(), []
        self._shown += 1
        self._going = None
        shown = self._shown
        filling = self._filling = Filling(self._target, document.blocks)
        self.busied.emit(True)

        def filled() -> None:
            # Only now: what is not whole yet must never be taken for the file.
            if self._filling is not filling:
                return
            self._filling = None
            if shown != self._shown:
                # It belongs to no file any more.
                self.busied.emit(False)
                return
            self._kept_touches = self._touches
            self._written = replace(document, blocks=())
            self._path = path
            self._title = title
            self.busied.emit(False)
            self.retitled.emit()
            self.opened.emit(document)

        filling.finished.connect(filled)
        filling.start()
