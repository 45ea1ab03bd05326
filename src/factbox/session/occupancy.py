"""Who has a file open: a lock in the state folder, so that two windows of two programs know of each other."""

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from factbox import formats
from factbox.session.locks import try_lock
from factbox.session.manuscript import Manuscript
from factbox.session.settings import known_as, state_folder
from factbox.session.tasks import Errands


class Occupancy(QObject):
    """Holds the lock of the file of one manuscript for as long as that is open.

    A lock that a crash has left is known by its process, which is there no more.

    Signals:
        taken: The file is open in another window; tells its path.
        freed: Nothing hinders writing any more, or another text has come.
    """

    taken = Signal(object)
    freed = Signal()

    def __init__(self, manuscript: Manuscript, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._manuscript = manuscript
        self._lock: QLockFile | None = None
        self._path: Path | None = None
        self._is_guest = False
        self._errands = Errands(self)
        manuscript.opened.connect(self._follow)
        manuscript.saved.connect(self._follow)

    @property
    def is_guest(self) -> bool:
        """Whether another window has the file, and nobody has decided to write all the same."""
        return self._is_guest

    def insist(self) -> None:
        """Write although another window has the file."""
        self._set_guest(is_guest=False)

    def leave(self) -> None:
        """Let go of the file: the window is closing."""
        self._path = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    @Slot()
    def _follow(self) -> None:
        path = self._manuscript.path
        if path == self._path:
            return
        self.leave()
        self._path = path
        self._set_guest(is_guest=False)
        if path is not None:
            self._errands.run(lambda: _taken(path), lambda lock: self._on_tried(path, lock), lambda _error: None)

    def _on_tried(self, path: Path, lock: QLockFile) -> None:
        if path != self._path:
            lock.unlock()
        elif lock.isLocked():
            self._lock = lock
        elif lock.error() is QLockFile.LockError.LockFailedError:
            # Where no lock can be kept at all, nobody is known to have the file.
            self._set_guest(is_guest=True)
            self.taken.emit(path)

    def _set_guest(self, *, is_guest: bool) -> None:
        if is_guest != self._is_guest:
            self._is_guest = is_guest
            if not is_guest:
                self.freed.emit()


def _taken(path: Path) -> QLockFile:
    """Try to take the lock of a file; give it, locked or not."""
    folder = state_folder() / "open"
    formats.private_folder(folder)
    return try_lock(folder / f"{known_as(path)}.lock")
