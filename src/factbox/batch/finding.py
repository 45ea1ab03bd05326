"""Finding the texts that are meant: files as they are named, folders with all texts in them."""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from factbox.formats import FORMATS, FormatError, in_words

SUFFIXES = frozenset(suffix for each in FORMATS for suffix in each.suffixes)
# Word and LibreOffice lay these beside a document that is open.
_LOCKS = ("~$", ".~lock.")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        files: The texts, in the order in which they are to be measured.
        unread: Folders that could not be looked into, each with the reason.
    """

    files: tuple[str, ...]
    unread: tuple[tuple[str, str], ...] = ()


def find(
    names: Iterable[str], besides: Collection[Path] = (), *, stopped: Callable[[], bool] = lambda: False
) -> Found:
    """Find the texts that are meant by the names of files and folders.

    A file is taken whatever its ending; a folder gives all files in it and below it whose ending is known, in the
    order of their names, without those that are hidden. Links to other folders are not followed.

    Args:
        names: Files and folders; what is neither is taken for a file, and fails as one.
        besides: Files to leave out of folders.
        stopped: Asked again and again whether to stop; what was found until then is given.
    """
    files: dict[str, None] = {}
    unread: list[tuple[str, str]] = []
    left_out = {path.absolute() for path in besides}
    for name in takewhile(lambda _name: not stopped(), names):
        if os.path.isdir(name):  # noqa: PTH112  # a path says nothing of what it may not look at
            files.update(dict.fromkeys(takewhile(lambda _file: not stopped(), _within(name, left_out, unread))))
        else:
            files[name] = None
    return Found(tuple(files), tuple(unread))


def _within(folder: str, left_out: Collection[Path], unread: list[tuple[str, str]]) -> Iterator[str]:
    def fail(error: OSError) -> None:
        try:
            with in_words():
                raise error
        except FormatError as told:
            unread.append((str(error.filename or folder), str(told)))

    for place, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            is_text = path.suffix.lower() in SUFFIXES and not name.startswith((".", *_LOCKS))
            if is_text and path.absolute() not in left_out and _may_be_read(path):
                yield str(path)


def _may_be_read(path: Path) -> bool:
    """Tell whether reading comes to an end: who reads a pipe that nobody writes to waits for ever."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        # Why it cannot be looked at is told in its row.
        return True
