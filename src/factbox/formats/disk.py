"""The one place that reads and writes files: bytes, whole or not at all, and what goes wrong in plain words."""

import contextlib
import errno
import hashlib
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from factbox.formats.base import ChangedError, FormatError
from factbox.formats.limits import LARGEST
from factbox.translation import _

# Asked for once: asking changes it for the whole process for a moment.
_UMASK = os.umask(0)
os.umask(_UMASK)

_MEGABYTE = 1_000_000
# Copies of one file that was damaged again and again.
_MOST_DAMAGED = 5
# Letters of its name that a file has while it is written; seconds after which nobody writes it any more.
_NAMED, _FORGOTTEN = 40, 86_400.0
# Attributes that speak of the bytes as they were.
_VOUCHING = frozenset({"security.capability", "security.evm", "security.ima"})
# How often a file is read that is written meanwhile.
_TURNS = 5
_AWAY = frozenset(
    number
    for name in ("EIO", "ENOTCONN", "ESTALE", "EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ENODEV")
    if (number := getattr(errno, name, None)) is not None
)

Stamp = tuple[int, int]


def read_bytes(path: Path) -> bytes:
    """Read the bytes of a file.

    Raises:
        FormatError: The file cannot be read; the message says why.
    """
    return read_stamped(path)[0]


def read_stamped(path: Path) -> tuple[bytes, Stamp]:
    """Read the bytes of a file, and give with them what the file was that had them.

    One that is written meanwhile is read again; one that never rests counts as changed since.

    Raises:
        FormatError: The file cannot be read; the message says why.
    """
    for turn in range(_TURNS):
        with in_words(), open(path, "rb", opener=_opened) as file:
            its = os.fstat(file.fileno())
            data = _all_of(file, its)
            if turn == _TURNS - 1 or _stamp(os.fstat(file.fileno())) == _stamp(its):
                break
    return data, _stamp(its)


def write_bytes(data: bytes, path: Path, *, private: bool = False, known: Stamp | None = None) -> Stamp:
    """Write bytes to a file, whole or not at all; a private one can be read by its owner alone.

    The bytes go into a new file beside the old one, which takes its place when they are safe on the disk; links
    are followed. Permissions and group stay as they were, and so do owner and, on Linux, extended attributes with
    the lists of who may do what, where the system lets us set them. Not kept are hard links, whose other names
    stay with the old bytes, the time at which the file was made, and such attributes and lists on other systems.

    Args:
        data: The bytes.
        path: The file.
        private: Whether only its owner may read it.
        known: What the file must still be in the moment in which it is replaced; None for whatever it is.

    Returns:
        What the file is with these bytes, whatever another program makes of it at once.

    Raises:
        ChangedError: It is no more what is known.
        FormatError: The file cannot be written; what was there is untouched.
    """
    with in_words():
        written = _replace(path.resolve(), data, private=private, known=known)
    with contextlib.suppress(OSError):
        _sweep(path.resolve())
    return written


def check_known(path: Path, known: Stamp | None) -> None:
    """Look whether a file is still what is known of it, if anything is.

    Raises:
        ChangedError: Another program has changed or removed it.
    """
    if known is not None and stamp(path) != known:
        if path.exists():
            raise ChangedError(_("Another program has changed this file."))
        raise ChangedError(_("Another program has removed this file."))


def private_folder(path: Path) -> None:
    """Make a folder that its owner alone can look into, and those above it that are missing; what is there stays.

    Raises:
        FormatError: It cannot be made.
    """
    with in_words():
        for folder in reversed([each for each in (path, *path.parents) if not each.exists()]):
            # Each by itself: Python gives the mode to the last one alone.
            folder.mkdir(mode=0o700, exist_ok=True)
        if not path.is_dir():
            raise NotADirectoryError(path)


def keep_damaged(path: Path) -> Path:
    """Keep a copy of a damaged file beside it, before something is written over it; give where.

    What was kept of it before stays, the last few of them.

    Raises:
        FormatError: It cannot be read or written.
    """
    data = read_bytes(path)
    before = f"{path.name}.damaged-"
    kept = path.with_name(f"{before}{hashlib.sha256(data).hexdigest()[:16]}")
    with in_words():
        if not kept.exists():
            write_bytes(data, kept, private=True)
        others = [each for each in path.parent.iterdir() if each.name.startswith(before) and each != kept]
        for old in sorted(others, key=lambda each: -each.stat().st_mtime_ns)[_MOST_DAMAGED - 1 :]:
            old.unlink(missing_ok=True)
    return kept


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two names are of one file that is there; what cannot be looked at is no other's."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def stamp(path: Path) -> Stamp | None:
    """Give what tells whether a file is written anew: when it was written, and its length; None without one."""
    try:
        return _stamp(path.stat())
    except OSError:
        return None


@contextlib.contextmanager
def in_words() -> Iterator[None]:
    """Tell what a disk or a name refuses in plain words, as FormatError."""
    try:
        yield
    except OSError as error:
        raise FormatError(_because(error)) from error
    except ValueError as error:
        raise FormatError(_("This is no name of a file.")) from error


def _all_of(file: BinaryIO, its: os.stat_result) -> bytes:
    if not stat.S_ISREG(its.st_mode):
        # A pipe or a device may never end.
        raise FormatError(_("This is no ordinary file."))
    data = file.read(min(its.st_size, LARGEST) + 1)
    if its.st_size < len(data) <= LARGEST:
        # It grows, or belongs to a system that does not know how long it is.
        data += file.read(LARGEST + 1 - len(data))
    if len(data) > LARGEST:
        sentence = _("It has {size} MB, and no more than {most} MB can be opened. Split it into parts.")
        size = max(its.st_size, len(data))
        raise FormatError(sentence.format(size=size // _MEGABYTE, most=LARGEST // _MEGABYTE))
    return data


def _stamp(its: os.stat_result) -> Stamp:
    return its.st_mtime_ns, its.st_size


def _opened(name: str, flags: int) -> int:
    """Open a file without waiting for somebody at the other end of a pipe."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _replace(path: Path, data: bytes, *, private: bool, known: Stamp | None) -> Stamp:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(path)
    handle, name = tempfile.mkstemp(prefix=_before(path), suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            _dress(Path(name), path)
        # Before the change of names, which leaves both as they are: behind it the file may be anybody's.
        written = _stamp(Path(name).stat())
        check_known(path, known)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _settle(path.parent)
    return written


def _before(path: Path) -> str:
    """Give how the names of those begin that are to take the place of a file."""
    return f".factbox-{path.name[:_NAMED]}-"


def _sweep(path: Path) -> None:
    """Remove what a program that was killed while it wrote this file has left beside it, and nothing else."""
    # As mkstemp names them.
    made = re.compile(re.escape(_before(path)) + r"[a-z0-9_]{8}\.part")
    # Our clock and that of the disk, which has just dated the file, may differ: the earlier one spares more.
    now = min(time.time(), path.stat().st_mtime)
    for part in [each for each in path.parent.iterdir() if made.fullmatch(each.name)]:
        its = part.lstat()
        if stat.S_ISREG(its.st_mode) and _is_ours(its) and now - its.st_mtime > _FORGOTTEN:
            part.unlink()


def _is_ours(its: os.stat_result) -> bool:
    """Whether something on a disk belongs to whoever runs the program, as everything does where nobody owns it."""
    return not hasattr(os, "geteuid") or its.st_uid == os.geteuid()


def _dress(new: Path, path: Path) -> None:
    """Give a new file, which was made for its owner alone, what the file has whose place it takes."""
    try:
        old = path.stat()
    except FileNotFoundError:
        new.chmod(0o666 & ~_UMASK)
        return
    mode = stat.S_IMODE(old.st_mode)
    _give(new, old)
    _copy_attributes(path, new)
    its = new.stat()
    if its.st_uid != old.st_uid:
        mode &= ~stat.S_ISUID
    if its.st_gid != old.st_gid:
        # Another group gets what everybody has.
        mode &= ~(stat.S_ISGID | stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
    new.chmod(mode)


def _give(new: Path, old: os.stat_result) -> None:
    """Give a file to an owner and a group, or to the group alone, as far as the system allows."""
    if sys.platform != "win32":
        try:
            os.chown(new, old.st_uid, old.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                os.chown(new, -1, old.st_gid)


def _copy_attributes(path: Path, new: Path) -> None:
    """Copy extended attributes, where there are such things and the system allows it."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in frozenset(os.listxattr(path)) - _VOUCHING:
                with contextlib.suppress(OSError):
                    os.setxattr(new, name, os.getxattr(path, name))


def _settle(folder: Path) -> None:
    """Make a change of names in a folder safe on the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _because(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return _("There is no such file or folder.")
        case IsADirectoryError():
            return _("This is a folder, not a file.")
        case NotADirectoryError():
            return _("Its folder is a file.")
        case PermissionError():
            return _("You have no permission for this file or its folder.")
    if error.errno == errno.ENXIO:
        # A socket, or a device that is none.
        return _("This is no ordinary file.")
    if error.errno == errno.ENOSPC:
        return _("The disk is full.")
    if error.errno == errno.EROFS:
        return _("This folder can only be read. Save it somewhere else.")
    if error.errno in _AWAY:
        return _("Its disk or network folder does not answer. Connect it again, or save somewhere else.")
    return error.strerror or _("The disk did not answer.")
