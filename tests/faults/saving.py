"""A save in which something goes wrong behind every single call to the system, one after the other.

Each try saves. Behind one of its calls the file vanishes, is changed by another program, becomes a folder,
loses its folder, or the new file beside it vanishes; or the call itself fails. What must be there afterwards: an
error in plain words or the new text, the old text whole where it was, and what somebody else has written. After
the harm a second save follows, and it must know what is ours: it writes over that, and over nothing else.
"""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import BuiltinFunctionType, FrameType
from typing import Any, Self

from factbox import formats
from factbox.document import Block, Document
from factbox.formats import FormatError
from factbox.session.backups import backups
from factbox.session.holding import Holding, write
from faults.registry import FAULTS

OLD, NEW, THEIRS = "The old text. " * 40, "The new text. " * 50, "Another program wrote this. " * 9
_OUTSIDE = frozenset({"posix", "nt", "_io", "io"})
# Those that ask for nothing on a disk.
_HARMLESS = frozenset(
    {"fspath", "getpid", "get_blocking", "fsdecode", "text_encoding", "urandom", "umask", "lseek"}
)


class Calls:
    """Counts the calls to the system, and does harm at one of them.

    Args:
        at: The number of the call; None to count alone.
        harm: What is done behind it.
        error: What the call fails with instead.
    """

    def __init__(
        self, at: int | None = None, harm: Callable[[], object] | None = None, error: Exception | None = None
    ) -> None:
        self._at, self._harm, self._error = at, harm, error
        self.names: list[str] = []

    def __enter__(self) -> Self:
        sys.setprofile(self._see)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.setprofile(None)

    def _see(self, _frame: FrameType, event: str, called: Any) -> None:
        if event not in {"c_call", "c_return", "c_exception"} or not isinstance(called, BuiltinFunctionType):
            return
        place = getattr(called, "__module__", None) or type(called.__self__).__module__
        if place not in _OUTSIDE or called.__name__ in _HARMLESS:
            return
        if event == "c_call":
            self.names.append(called.__name__)
            if self._error is not None and len(self.names) - 1 == self._at:
                raise self._error
        elif self._harm is not None and len(self.names) - 1 == self._at:
            harm, self._harm = self._harm, None
            harm()

    @property
    def is_done(self) -> bool:
        """Whether there was such a call, and the harm was done."""
        return len(self.names) > (self._at or 0) and self._harm is None


def _vanish(path: Path) -> None:
    path.unlink(missing_ok=True)


def _change(path: Path) -> None:
    if path.parent.is_dir():
        path.write_text(THEIRS, "utf-8")


def _become_a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)


def _lose_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _lose_the_new(path: Path) -> None:
    for part in path.parent.glob(".*.part"):
        part.unlink()


_HARMS: Mapping[str, Callable[[Path], object]] = {
    "vanishes": _vanish,
    "changes": _change,
    "becomes a folder": _become_a_folder,
    "folder vanishes": _lose_folder,
    "new file vanishes": _lose_the_new,
}
_ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR, errno.EMFILE)


def _save(path: Path, calls: Calls, known: Holding | None = None) -> str:
    """Save the new text over what is known or there; give the error in words, empty where it is saved."""
    known = known or Holding(formats.stamp(path))
    with calls:
        try:
            write(Document((Block(NEW),)), path, known, checked=True)
        except FormatError as error:
            return str(error)
    return ""


def _begun(folder: Path) -> Path:
    path = folder / "texts" / "text.txt"
    path.parent.mkdir()
    path.write_text(OLD, "utf-8")
    return path


def _count(folder: Path) -> Calls:
    calls = Calls()
    (folder / "counted").mkdir()
    assert not _save(_begun(folder / "counted"), calls)
    return calls


def _words(path: Path) -> str:
    return path.read_text("utf-8").removesuffix("\n") if path.is_file() else ""


@FAULTS.declare("the file vanishes or changes behind a step of a save", tries=700, few=12)
def harmed(number: int, folder: Path) -> str:
    """Do harm behind one call."""
    counted = _count(folder)
    name, harm = list(_HARMS.items())[number % len(_HARMS)]
    at = number // len(_HARMS) % len(counted.names)
    path = _begun(folder)
    calls, known = Calls(at, partial(harm, path)), Holding(formats.stamp(path))
    told = _save(path, calls, known)
    if not calls.is_done:
        return "no such step"
    left = _words(path)
    again = _save(path, Calls(), known)
    if left in {OLD, NEW}:
        assert not again, f"what is ours is taken for another program's: {again}"
        assert _words(path) == NEW, "the second save has saved nothing"
    else:
        assert again, "the second save takes for its own what another program has made of the file"
        assert _words(path) == left, "the second save has told, and written all the same"
    # The one moment in which nobody can look any more.
    is_last = calls.names[at + 1 : at + 2] == ["replace"]
    if name == "changes":
        safe = left == THEIRS or any(_words(each.file) == THEIRS for each in backups(path))
        assert safe or (not told and is_last), f"what another program wrote is lost at {calls.names[at : at + 2]}"
    if told:
        assert left in {OLD, THEIRS, ""} or (name == "folder vanishes"), f"{told} But it holds {left[:20]}"
        assert name != "new file vanishes" or left == OLD, "the old text is gone"
        return "told in words"
    assert left in {NEW, THEIRS, ""}, f"saved, but it holds {left[:20]}"
    if not left:
        assert at >= calls.names.index("replace"), "saved, but it is not there"
        return "saved, and then it vanished"
    if left == NEW:
        return "saved over it in the last instant" if name == "changes" and is_last else "saved"
    return "saved, and then changed"


@FAULTS.declare("a step of a save fails", tries=900, few=12)
def failing(number: int, folder: Path) -> str:
    """Let one call fail."""
    counted = _count(folder)
    code = _ERRORS[number % len(_ERRORS)]
    at = number // len(_ERRORS) % len(counted.names)
    path = _begun(folder)
    told = _save(path, Calls(at, error=OSError(code, os.strerror(code))))
    left = _words(path)
    assert left in {OLD, NEW}, f"it holds {left[:20]}"
    assert told or left == NEW, f"{counted.names[at]} failed, nobody was told, and nothing was saved"
    assert not list(path.parent.glob(".*.part")) or counted.names[at] in {"unlink", "mkstemp"}, "a part is left"
    return "told in words, the old text is there" if left == OLD else "saved"


@FAULTS.declare("fsync fails", tries=40, few=4)
def unsynced(number: int, folder: Path) -> str:
    """Let each call of fsync fail in turn."""
    counted = _count(folder)
    syncs = [place for place, name in enumerate(counted.names) if name == "fsync"]
    assert syncs, "nothing is made safe on the disk"
    code = _ERRORS[number // len(syncs) % 2]
    at = syncs[number % len(syncs)]
    path = _begun(folder)
    told = _save(path, Calls(at, error=OSError(code, os.strerror(code))))
    left = _words(path)
    assert (told and left == OLD) or (not told and left == NEW), f"“{told}” and it holds {left[:20]}"
    return "told in words, the old text is there" if told else "saved"
