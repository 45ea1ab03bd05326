"""Earlier saves: what a file held before it was replaced, kept in the state folder, fewer the older they are."""

import contextlib
import hashlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten

from factbox import formats
from factbox.document import first_line
from factbox.formats import FormatError
from factbox.session.settings import known_as, state_folder

# How many of the newest are kept, and how many days; bytes of one, and of all together.
MOST_NEW, MOST_DAYS = 5, 10
LARGEST, MOST_BYTES = 20_000_000, 200_000_000
_MINUTE = 60.0
_FIRST_WORDS = 60
_NAME = re.compile(r"(\d{13})-[0-9a-f]{16}(\.\w+)?")


@dataclass(frozen=True, slots=True)
class Backup:
    """An earlier save.

    Attributes:
        file: Where it is kept.
        when: When it was replaced, in seconds since 1970, UTC.
        first: Its first words.
        words: How many words it has.
    """

    file: Path
    when: float
    first: str
    words: int


def keep_backup(path: Path) -> Path | None:
    """Keep what a file holds now, before it is replaced.

    Nothing that goes wrong here keeps anybody from saving.

    Returns:
        Where it is kept; None if there is nothing to keep, or the same is kept already.
    """
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:16]
        folder = _folder(path)
        formats.private_folder(folder)
        newest = _files(folder)[:1]
        if newest and newest[0].stem.endswith(digest):
            return None
        suffix = path.suffix if path.suffix[1:].isalnum() else ""
        kept = folder / f"{_next_moment(newest):013d}-{digest}{suffix}"
        formats.write_bytes(data, kept, private=True)
    except (OSError, FormatError):
        return None
    return kept


def settle_backup(path: Path, kept: Path | None) -> None:
    """Forget a backup that turns out to be what the file still holds, and thin out the others."""
    with contextlib.suppress(OSError):
        if kept is not None and kept.read_bytes() == path.read_bytes():
            kept.unlink()
        folder = _folder(path)
        if folder.is_dir():
            _thin(_files(folder), time.time())
            _fit(folder.parent)


def backups(path: Path) -> tuple[Backup, ...]:
    """Give the earlier saves of a file that can be read, the newest first."""
    folder = _folder(path)
    found = []
    for file in _files(folder) if folder.is_dir() else ():
        try:
            blocks = formats.read(file).blocks
        except FormatError:
            continue
        words = sum(any(map(str.isalnum, word)) for block in blocks for word in block.text.split())
        first = shorten(first_line(blocks), _FIRST_WORDS, placeholder="…")
        found.append(Backup(file, _when(file), first, words))
    return tuple(found)


def _folder(path: Path) -> Path:
    return state_folder() / "backups" / known_as(path)


def _files(folder: Path) -> list[Path]:
    """Give the backups in a folder, the newest first; what else lies there is not ours."""
    return sorted((each for each in folder.iterdir() if _NAME.fullmatch(each.name)), reverse=True)


def _next_moment(newest: Sequence[Path]) -> int:
    """Give the time in milliseconds, behind that of the newest backup even where the clock has gone back."""
    return max(time.time_ns() // 1_000_000, *(round(_when(file) * 1000) + 1 for file in newest), 0)


def _when(file: Path) -> float:
    return int(file.name.partition("-")[0]) / 1000


def _thin(files: Sequence[Path], now: float) -> None:
    """Keep the newest, then one for each doubling of their age, and of each day what it began with.

    A backup is what was replaced at its time: the first of a day is what was there before that day's work.
    """
    spans: dict[int, Path] = {}
    days: dict[object, Path] = {}
    for file in files:
        # From the newest to the oldest: the oldest of a span or a day stays.
        spans[int(max(1.0, (now - _when(file)) / _MINUTE)).bit_length()] = file
        days[datetime.fromtimestamp(_when(file), UTC).astimezone().date()] = file
    kept = {*files[:MOST_NEW], *spans.values(), *list(days.values())[:MOST_DAYS]}
    for file in files:
        if file not in kept:
            file.unlink(missing_ok=True)


def _fit(place: Path) -> None:
    """Drop the oldest backups of all files where they take too much room together."""
    files = [file for folder in place.iterdir() if folder.is_dir() for file in _files(folder)]
    files.sort(key=_when, reverse=True)
    room = MOST_BYTES
    for file in files:
        room -= file.stat().st_size
        if room < 0:
            file.unlink(missing_ok=True)
