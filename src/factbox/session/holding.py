"""The file of a text: read for the window, written unless somebody else has changed it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from factbox import formats
from factbox.document import Document
from factbox.formats import FormatError
from factbox.formats.limits import LONGEST_WORD
from factbox.session.backups import keep_backup, settle_backup
from factbox.session.locks import try_lock
from factbox.session.settings import known_as, state_folder
from factbox.translation import _

# Milliseconds.
_PATIENCE = 5_000


@dataclass(slots=True)
class Holding:
    """What the file of a text was when it was read or written last; None where that is not known."""

    stamp: formats.Stamp | None = None


def write(document: Document, path: Path, known: Holding, *, checked: bool) -> None:
    """Write a document, and keep what was there as a backup.

    Several saves may be on their way: what is known is looked up and noted here, where they come one by one.

    Args:
        document: What to write.
        path: The file.
        known: What is known of it, which is noted anew.
        checked: Whether to refuse when it is no more what is known.

    Raises:
        ChangedError: Another program has changed or removed it.
        FormatError: It cannot be written; what was there is untouched.
    """
    if document.work is not None and formats.format_of(path).key != "factbox":
        raise FormatError(_("Only a file that ends with .factbox holds the original and all versions."))
    expected = known.stamp if checked else None
    with _turn(path):
        formats.check_known(path, expected)
        kept = keep_backup(path)
        known.stamp = formats.write(document, path, known=expected)
        settle_backup(path, kept)


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """Wait while another window saves this file; where no lock can be had, go on without.

    Between the last look at a file and the moment in which it is replaced nobody else of us may replace it.
    """
    with ExitStack() as stack:
        with suppress(FormatError), formats.in_words():
            folder = state_folder() / "saving"
            formats.private_folder(folder)
            lock = try_lock(folder / f"{known_as(path)}.lock", _PATIENCE)
            if lock.isLocked():
                stack.callback(lock.unlock)
        yield


def read(path: Path) -> Document:
    """Read a document that the window can show.

    Raises:
        FormatError: It cannot be read, or is made to hold the window.
    """
    return read_stamped(path)[0]


def read_stamped(path: Path) -> tuple[Document, formats.Stamp]:
    """Read a document that the window can show, and give with it what its file was.

    Raises:
        FormatError: It cannot be read, or is made to hold the window.
    """
    document, known = formats.read_stamped(path)
    work = document.work
    texts = (work.original, *(version.blocks for version in work.versions)) if work is not None else ()
    for block in chain(document.blocks, *texts):
        if len(block.text) > LONGEST_WORD and max(map(len, block.text.split()), default=0) > LONGEST_WORD:
            raise FormatError(_("It has a line without a space that is longer than the window could ever show."))
    return document, known
