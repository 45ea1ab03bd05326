"""One process for all windows: who starts the program again rings at the one that is running.

Everything goes through a folder, for a socket would be a piece of network.
"""

import json
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal, Slot

from factbox import formats
from factbox.formats import FormatError
from factbox.session.locks import try_lock
from factbox.session.settings import state_folder
from factbox.session.tasks import Errands

# Seconds that the running program has for an answer, and between two looks for it.
PATIENCE, _BETWEEN = 2.0, 0.02


class Doorbell(QObject):
    """Answers for the process that was there first.

    Signals:
        rung: Somebody has started the program again; tells the files named, a tuple of Path.
    """

    rung = Signal(object)

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._folder = state_folder() / "door"
        self._lock: QLockFile | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._errands = Errands(self)

    def take(self) -> bool:
        """Become the one who answers; False if somebody else is that already."""
        try:
            formats.private_folder(self._folder)
        except FormatError:
            # Without a folder nobody can ring.
            return True
        self._lock = try_lock(self._folder / "door.lock")
        return self._lock.isLocked() or self._lock.error() is not QLockFile.LockError.LockFailedError

    def ring(self, paths: Sequence[Path]) -> bool:
        """Tell the one who answers which files to open; False if nobody does within two seconds."""
        letter = self._folder / f"{uuid.uuid4().hex}.json"
        try:
            formats.write_bytes(json.dumps([str(path) for path in paths]).encode(), letter, private=True)
        except FormatError:
            return False
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if not letter.exists():
                return True
            time.sleep(_BETWEEN)
        try:
            letter.unlink()
        except FileNotFoundError:
            return True
        return False

    def listen(self) -> None:
        """Answer from now on, and tell of those who rang before."""
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def close(self) -> None:
        """Answer no more."""
        if self._watcher is not None:
            self._watcher.removePaths(self._watcher.directories())
        if self._lock is not None:
            self._lock.unlock()

    @Slot()
    def _look(self) -> None:
        self._errands.run(lambda: _letters(self._folder), self._tell, lambda _error: None)

    def _tell(self, letters: tuple[tuple[Path, ...], ...]) -> None:
        for paths in letters:
            self.rung.emit(paths)


def _letters(folder: Path) -> tuple[tuple[Path, ...], ...]:
    """Take the letters out of the folder, the first first."""
    found = []
    for letter in sorted(folder.glob("*.json"), key=lambda each: each.stat().st_mtime_ns):
        try:
            names = json.loads(formats.read_bytes(letter))
            # Whoever takes it away has it.
            letter.unlink()
        except (FormatError, ValueError, RecursionError, FileNotFoundError):
            letter.unlink(missing_ok=True)
            continue
        if isinstance(names, list):
            found.append(tuple(Path(name) for name in names if isinstance(name, str) and name))
    return tuple(found)
