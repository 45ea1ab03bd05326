"""Drafts: what is not saved lies in the state folder too, so that a crash costs two seconds of writing at most.

A text of more than half a million characters is written down more seldom, a second for each half million more.
"""

import json
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from factbox import formats
from factbox.document import Document, first_line
from factbox.formats import FormatError
from factbox.session.locks import try_lock
from factbox.session.manuscript import Manuscript
from factbox.session.settings import state_folder
from factbox.session.tasks import Errands

# Milliseconds: a pause in typing, and how long one is waited for: who never rests has a draft every two seconds.
# Of texts of more characters than this, one is waited for longer, as they are longer.
PAUSE, LONGEST = 1_000, 1_000
_LONG = 500_000
_VERSION = 1
_FIRST_WORDS = 60
# Plain text is the easiest to save from a broken disk, but holds no headings and no faces.
_PLAIN, _RICH = ".txt", ".factbox"
_FORMS = (_RICH, _PLAIN)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was being written when its program ended without saving it.

    Attributes:
        key: What its files are called.
        path: The file of the text; empty if it had none.
        title: What it was called; may be empty.
        when: When it was kept, in seconds since 1970, UTC.
        first: Its first words.
        form: The ending of the file that holds it.
        alone: Whether it belongs to no original, although its file has room for one.
        stamp: What the file of the text was when it was read or written last; empty if that is not known.
        losses: What that file has and the text has not, each a plain sentence.
        version: Of this record.
    """

    key: str
    path: str
    title: str
    when: float
    first: str
    form: str
    alone: bool = False
    stamp: tuple[int, ...] = ()
    losses: tuple[str, ...] = ()
    version: int = _VERSION


class Recovery(QObject):
    """Keeps the draft of one manuscript while it is not saved, and finds those that a crash left.

    Signals:
        found: Drafts that nobody is writing any more, a tuple of Draft, the newest first.
        kept: The draft is on the disk as the text was.
        failed: The draft could not be kept; tells the error. It is tried again after the next edit.
        idled: Nothing is on its way to the disk any more.
    """

    found = Signal(object)
    kept = Signal()
    failed = Signal(object)
    idled = Signal()

    def __init__(self, manuscript: Manuscript, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._manuscript = manuscript
        self._folder = state_folder() / "drafts"
        self._key = uuid.uuid4().hex
        self._lock: QLockFile | None = None
        # Whether there may be a draft of this key, locked or not.
        self._is_begun = False
        # Drafts that this one takes the place of, as soon as it is on the disk.
        self._inherited: list[Draft] = []
        self._since = 0.0
        self._errands = Errands(self)
        self._errands.idled.connect(self.idled)
        self._rest = QTimer(self, interval=PAUSE, singleShot=True)
        self._rest.timeout.connect(self.keep)
        manuscript.saved.connect(self._on_saved)
        manuscript.opened.connect(self._on_opened)

    @property
    def is_writing(self) -> bool:
        """Whether a draft is on its way to the disk, or away from it."""
        return self._errands.is_busy

    @Slot()
    def touch(self) -> None:
        """Keep the draft when the writing rests, or has not rested for long; in long texts that is longer."""
        now = time.monotonic()
        if not self._rest.isActive():
            self._since = now
            self._rest.start()
        elif now - self._since < LONGEST / 1000 * max(1.0, self._manuscript.length / _LONG):
            self._rest.start()

    @Slot()
    def keep(self) -> None:
        """Keep the draft of a text that is not saved; a text that is saved needs none."""
        self._rest.stop()
        if self._manuscript.is_coming:
            self._rest.start()
            return
        if self._manuscript.is_saved:
            self.forget()
            return
        document, path = self._manuscript.document, self._manuscript.path
        draft = Draft(
            key=self._key,
            path=str(path or ""),
            title=self._manuscript.title,
            when=time.time(),
            first=shorten(first_line(document.blocks), _FIRST_WORDS, placeholder="…"),
            form=_RICH if document.work is not None else _PLAIN,
            alone=document.work is None,
            stamp=self._manuscript.stamp or (),
            losses=document.losses,
        )
        try:
            self._take_lock()
        except FormatError as error:
            self.failed.emit(error)
            return
        self._is_begun = True
        self._errands.run(
            lambda: write_draft(self._folder, draft, document), lambda _written: self._on_kept(), self.failed.emit
        )

    def succeed(self, draft: Draft) -> None:
        """Keep the draft of a text that was brought back; what was there before goes only when that is done."""
        self._inherited.append(draft)
        self.keep()

    def forget(self) -> None:
        """Remove the draft, and those before it: the text is saved, or given up."""
        self._rest.stop()
        self._discard_inherited()
        if self._is_begun:
            # The next draft has another key, before this one is gone.
            key, lock = self._key, self._lock
            self._key, self._lock, self._is_begun = uuid.uuid4().hex, None, False
            self._errands.run(
                lambda: remove_draft(self._folder, key),
                lambda _gone: lock.unlock() if lock is not None else None,
                self.failed.emit,
            )

    def look(self) -> None:
        """Look for drafts that a crash left; `found` follows if there are any."""
        self._errands.run(lambda: orphans(self._folder), self._on_found, lambda _error: None)

    def read(self, draft: Draft, done: Callable[[Document], None], failed: Callable[[Exception], None]) -> None:
        """Read the text of a draft, away from the window."""
        self._errands.run(lambda: read_draft(self._folder, draft), done, failed)

    def discard(self, draft: Draft) -> None:
        """Remove a draft that nobody wants."""
        self._errands.run(lambda: remove_draft(self._folder, draft.key), lambda _gone: None, self.failed.emit)

    def _on_kept(self) -> None:
        self._discard_inherited()
        self.kept.emit()

    def _discard_inherited(self) -> None:
        inherited, self._inherited = self._inherited, []
        for draft in inherited:
            self.discard(draft)

    def _on_found(self, drafts: tuple[Draft, ...]) -> None:
        if drafts:
            self.found.emit(drafts)

    @Slot(object)
    def _on_saved(self, _path: object) -> None:
        if self._manuscript.is_saved:
            self.forget()

    @Slot(object)
    def _on_opened(self, _document: object) -> None:
        # Another text: the one before was saved or given up.
        self.forget()

    def _take_lock(self) -> None:
        """Tell other programs that somebody is writing this draft; whoever crashes, lets go of it."""
        if self._lock is None:
            formats.private_folder(self._folder)
            lock = try_lock(self._folder / f"{self._key}.lock")
            # Where there can be no lock, the next draft tries again.
            self._lock = lock if lock.isLocked() else None


def read_draft(folder: Path, draft: Draft) -> Document:
    """Read the text of a draft.

    Raises:
        FormatError: It cannot be read.
    """
    file = folder / f"{draft.key}{draft.form}"
    document = formats.read(file)
    if document.losses:
        # The next draft takes its place: what may still be in it stays on the disk.
        formats.keep_damaged(file)
    losses = (*document.losses, *draft.losses)
    return replace(document, work=None if draft.alone else document.work, losses=losses)


def write_draft(folder: Path, draft: Draft, document: Document) -> None:
    """Write a draft into a folder, its text before its record.

    Raises:
        FormatError: It cannot be written.
    """
    if not all(block.is_plain for block in document.blocks):
        draft = replace(draft, form=_RICH)
    formats.private_folder(folder)
    # Always one encoding: what cannot be written as the file has it must not be lost.
    written = replace(document, encoding="utf-8", newline="\n")
    formats.write(written, folder / f"{draft.key}{draft.form}", private=True)
    record = json.dumps(asdict(draft), ensure_ascii=True, indent=1)
    formats.write_bytes(record.encode(), folder / f"{draft.key}.json", private=True)
    # Only now: until then the record named the other.
    with formats.in_words():
        for form in _FORMS:
            if form != draft.form:
                (folder / f"{draft.key}{form}").unlink(missing_ok=True)


def remove_draft(folder: Path, key: str) -> None:
    """Remove a draft by its key.

    Raises:
        FormatError: It cannot be removed.
    """
    with formats.in_words():
        # The record first: a text without one is offered to nobody.
        for ending in (".json", *_FORMS):
            (folder / f"{key}{ending}").unlink(missing_ok=True)


def orphans(folder: Path) -> tuple[Draft, ...]:
    """Give the drafts in a folder that nobody is writing, the newest first."""
    found: list[Draft] = []
    for file in folder.glob("*.json"):
        draft = _record(file) or _guessed(file)
        if draft is None or not (folder / f"{draft.key}{draft.form}").is_file():
            continue
        lock = try_lock(folder / f"{draft.key}.lock")
        if lock.isLocked():
            lock.unlock()
            found.append(draft)
    return tuple(sorted(found, key=lambda draft: -draft.when))


def _record(file: Path) -> Draft | None:
    """Read a record; None if it is damaged or from another release."""
    try:
        draft = Draft(**json.loads(formats.read_bytes(file)))
        is_whole = draft.version == _VERSION and draft.key == file.stem and draft.form in _FORMS
        is_text = all(isinstance(each, str) for each in (draft.path, draft.title, draft.first))
        if not is_whole or not is_text or "\0" in draft.path or not isinstance(draft.alone, bool):
            return None
        # Only to see whether it is a time that a calendar has.
        datetime.fromtimestamp(draft.when, UTC).astimezone()
        return replace(draft, stamp=tuple(map(int, draft.stamp)), losses=tuple(map(str, draft.losses)))
    except (FormatError, ValueError, TypeError, OverflowError, OSError, RecursionError):
        return None


def _guessed(file: Path) -> Draft | None:
    """Give the draft of a record that is damaged: its text is there, and nobody knows where it belongs.

    Where a crash has left it in both forms, it is the one that was written last; of the same time, the rich one.
    """
    found = []
    for form in _FORMS:
        with suppress(OSError):
            found.append((file.with_suffix(form).stat().st_mtime, form))
    if not found:
        return None
    when, form = max(found, key=lambda each: each[0])
    draft = Draft(file.stem, "", "", when, "", form, alone=form == _PLAIN)
    with suppress(FormatError):
        # Nobody should take it for an empty one.
        blocks = formats.read(file.with_suffix(form)).blocks
        draft = replace(draft, first=shorten(first_line(blocks), _FIRST_WORDS, placeholder="…"))
    return draft
