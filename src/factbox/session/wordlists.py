"""Named lists of words: those that count as easy, to be used again, and those that a class knows."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from factbox import formats
from factbox.formats import FormatError, text
from factbox.metrics.guidance import WordList
from factbox.metrics.profile import read_list
from factbox.session.settings import config_folder
from factbox.session.tasks import Errands
from factbox.translation import _, whole

MOST_BYTES = 5_000_000
MOST_WORDS = 100_000

# Bytes: file systems take 255, with a number, an ending and what a file is called while it is written.
_LONGEST_NAME = 200
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029]')
# Windows takes these for devices, with any ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)

Lists = tuple[WordList, ...]
Refusals = tuple[tuple[str, FormatError], ...]
_Result = TypeVar("_Result")


class Purpose(StrEnum):
    """What a list is for; also the folder that it lies in."""

    EXEMPT = "exempt"
    KNOWN = "known"


class WordLists(QObject):
    """Keeps the lists for one purpose as plain text files, one word a line; disks wait away from the window.

    Signals:
        changed: The lists were read, or there are others now; tells all of them, in order of their names.
        added: A list was added; tells the WordList, under the name that it got.
        refused: Something could not be done; tells the name of the list or of its file, and the error.
        idled: Nothing is on its way from or to the disk any more.
    """

    changed = Signal(object)
    added = Signal(object)
    refused = Signal(str, object)
    idled = Signal()

    def __init__(self, purpose: Purpose, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._folder = config_folder() / "lists" / purpose
        self._lists: Lists = ()
        self._errands = Errands(self)
        self._errands.idled.connect(self.idled)

    @property
    def folder(self) -> Path:
        """Where the lists lie, for people who want to read them; it may not be there yet."""
        return self._folder

    @property
    def lists(self) -> Lists:
        """The lists as they were told of last."""
        return self._lists

    @property
    def is_busy(self) -> bool:
        """Whether the disk is being read or written."""
        return self._errands.is_busy

    def load(self) -> None:
        """Read the lists from the disk; `changed` follows, and `refused` for each that cannot be read."""
        self._run("", lambda: None)

    def add(self, name: str, words: Iterable[str]) -> None:
        """Add a list; `added` and `changed` follow, or `refused`. A name that is taken gets a number."""
        given = tuple(words)
        self._run(name, lambda: _added(self._folder, name, "\n".join(given)), self.added.emit)

    def take_in(self, path: Path, name: str = "") -> None:
        """Add the list in a text file or a table; `added` and `changed` follow, or `refused`.

        Args:
            path: A file with one word a line, or with words in the first column.
            name: What to call the list; like the file if nothing is given.
        """
        self._run(path.name, lambda: _added(self._folder, name or path.stem, _read(path)), self.added.emit)

    def remove(self, name: str) -> None:
        """Remove a list; `changed` follows, or `refused`."""
        self._run(name, lambda: _remove(self._folder, name))

    def rename(self, name: str, other: str) -> None:
        """Give a list another name; `changed` follows, or `refused` where there is one of that name."""
        self._run(name, lambda: _rename(self._folder, name, other))

    def _run(
        self, name: str, work: Callable[[], _Result], then: Callable[[_Result], object] | None = None
    ) -> None:
        """Do what changes the folder, and tell what lies there then: one errand, so that nothing comes between."""

        def done(answer: tuple[_Result, Lists, Refusals]) -> None:
            result, self._lists, refusals = answer
            for refusal in refusals:
                self.refused.emit(*refusal)
            if then is not None:
                then(result)
            self.changed.emit(self._lists)

        self._errands.run(
            lambda: (work(), *_listed(self._folder)), done, lambda error: self.refused.emit(name, error)
        )


def safe_name(name: str) -> str:
    """Make a name that every usual file system takes of one that a person gives."""
    visible = "".join(each for each in unicodedata.normalize("NFC", name) if unicodedata.category(each) != "Cs")
    words = " ".join(_UNSAFE.sub(" ", visible).split()).strip(" .")
    safe = words.encode()[:_LONGEST_NAME].decode("utf-8", "ignore").rstrip(" .")
    if _DEVICE.fullmatch(safe):
        return f"{safe[:3]}_{safe[3:]}"
    return safe or _("List")


def _files(folder: Path) -> dict[str, Path]:
    """Give the files of the lists by their names, in order."""
    files = {unicodedata.normalize("NFC", file.stem): file for file in folder.glob("*.txt") if file.is_file()}
    return {name: files[name] for name in sorted(files, key=lambda each: (each.casefold(), each))}


def _listed(folder: Path) -> tuple[Lists, Refusals]:
    lists: list[WordList] = []
    refusals: list[tuple[str, FormatError]] = []
    with formats.in_words():
        files = _files(folder)
    for name, file in files.items():
        try:
            lists.append(_of_words(name, _read(file)))
        except FormatError as error:
            refusals.append((name, error))
    return tuple(lists), tuple(refusals)


def _read(path: Path) -> str:
    """Read the text of a list.

    Raises:
        FormatError: It cannot be read, is no text, or is too large to be a list.
    """
    with formats.in_words():
        size = path.stat().st_size
    _weigh(size)
    decoded, _encoding, _losses = text.decode(formats.read_bytes(path))
    return decoded


def _weigh(size: int) -> None:
    if size > MOST_BYTES:
        raise FormatError(_("This is too large for a list of words: it has more than 5 MB."))


def _of_words(name: str, listing: str) -> WordList:
    """Make a list of its text.

    Raises:
        FormatError: It holds no words, or too many.
    """
    made = read_list(name, listing)
    if not made.words:
        raise FormatError(_("There are no words in it."))
    if len(made.words) > MOST_WORDS:
        raise FormatError(_("It has more than {n} words.").format(n=whole(MOST_WORDS)))
    return made


def _added(folder: Path, name: str, listing: str) -> WordList:
    words = _of_words(name, listing).words
    formats.private_folder(folder)
    with formats.in_words():
        taken = {each.casefold() for each in _files(folder)}
    wanted = safe_name(name)
    numbered = (f"{wanted} {number}" for number in count(2))
    free = next(each for each in chain([wanted], numbered) if each.casefold() not in taken)
    data = "".join(f"{word}\n" for word in sorted(words)).encode("utf-8", "replace")
    # What could not be read again must not be written.
    _weigh(len(data))
    formats.write_bytes(data, folder / f"{free}.txt", private=True)
    return WordList(free, words)


def _remove(folder: Path, name: str) -> None:
    with formats.in_words():
        _file(folder, name).unlink()


def _rename(folder: Path, name: str, other: str) -> None:
    with formats.in_words():
        file, wanted = _file(folder, name), safe_name(other)
        taken = {each.casefold() for each in _files(folder)} - {name.casefold()}
        if wanted.casefold() in taken:
            raise FormatError(_("There is a list of this name already."))
        file.rename(folder / f"{wanted}.txt")


def _file(folder: Path, name: str) -> Path:
    try:
        return _files(folder)[name]
    except KeyError as error:
        raise FormatError(_("There is no list of this name.")) from error
