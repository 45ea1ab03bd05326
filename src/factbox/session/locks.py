"""Lock files: how windows and programs of Fact Box keep out of each other's way, private as all that is ours."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile


def try_lock(path: Path, patience: int = 0) -> QLockFile:
    """Try to take a lock; give it, locked or not.

    One that a crash has left is known by its process, which is there no more.

    Args:
        path: Its file, in a folder that is there.
        patience: Milliseconds to wait for whoever has it.
    """
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(patience):
        with suppress(OSError):
            # Qt lets everybody read who has it.
            path.chmod(0o600)
    return lock
