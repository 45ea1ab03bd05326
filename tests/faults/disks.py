"""Disks that are full, or can only be read, under everything that the program writes.

Where the system lets us, the disk is one of its own in memory, full or only for reading; elsewhere the writing
fails by the limit on the size of files, or the folder lets nobody in. What was used stands in the table.
"""

import contextlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from factbox import formats
from factbox.document import Block, Document
from factbox.formats import FormatError
from factbox.session import recovery, reopening
from factbox.session.choices import Choices
from factbox.session.companion import _write as write_choices
from factbox.session.holding import Holding, write
from factbox.session.settings import SettingsStore
from faults.registry import FAULTS

OLD, NEW = "The old text. " * 400, "The new text. "
_SIZE = 256 * 1024
_PAGE = 4096
_NOBODY = 65534


@contextlib.contextmanager
def _mounted(place: Path, *, size: int = _SIZE) -> Iterator[bool]:
    """Put a disk of its own into a folder, if that is allowed; give whether it was."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "factbox-trial", str(place)]
    with contextlib.suppress(OSError):
        if sys.platform == "linux" and not subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
            try:
                yield True
            finally:
                subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607
            return
    yield False


def _remount_for_reading(place: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)  # noqa: S603, S607


@contextlib.contextmanager
def _limited(room: int) -> Iterator[None]:
    """Let no file grow beyond a size: what a full disk is where none can be made."""
    import resource  # noqa: PLC0415  # not on Windows
    import signal  # noqa: PLC0415

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


@contextlib.contextmanager
def _as_nobody() -> Iterator[None]:
    """Be somebody without rights for a while, if we are the one who has all of them."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def _save_text(suffix: str) -> Callable[[Path, int], bytes]:
    """Give what saves a text over an old one; it gives what must be in the file if it fails."""

    def save(disk: Path, paragraphs: int) -> bytes:
        path = disk / f"text{suffix}"
        before = path.read_bytes()
        document = Document(tuple(Block(NEW * 30 + str(number * 7919)) for number in range(paragraphs)))
        try:
            write(document, path, Holding(formats.stamp(path)), checked=True)
        except FormatError:
            assert path.read_bytes() == before, "the old text is damaged"
            raise
        assert formats.read(path).blocks[-1].text == document.blocks[-1].text, "the new text is not whole"
        return before

    return save


def _keep_draft(disk: Path, paragraphs: int) -> None:
    document = Document(tuple(Block(NEW * 30) for _number in range(paragraphs)))
    draft = recovery.Draft("1" * 32, "", "", 0.0, "", ".txt")
    recovery.write_draft(disk / "drafts", draft, document)


def _keep_places(_disk: Path, paragraphs: int) -> None:
    reopening.keep_places([reopening.Place(f"/text {number}.txt") for number in range(paragraphs * 20)])


def _keep_choices(disk: Path, paragraphs: int) -> None:
    words = frozenset(f"word{number}" for number in range(paragraphs * 50))
    write_choices(disk / "text.txt", {}, Choices(exempt=words))


_DEEDS: Mapping[str, Callable[[Path, int], object]] = {
    **{f"text{suffix}": _save_text(suffix) for suffix in (".txt", ".docx", ".odt", ".html", ".md", ".factbox")},
    "draft": _keep_draft,
    "places": _keep_places,
    "choices": _keep_choices,
}


def _prepared(disk: Path) -> None:
    for suffix in (".txt", ".docx", ".odt", ".html", ".md", ".factbox"):
        formats.write(Document((Block(OLD),)), disk / f"text{suffix}")


def _tried(deed: Callable[[Path, int], object], disk: Path, paragraphs: int) -> str:
    """Do something; give the message if it is refused, empty if it is done."""
    try:
        deed(disk, paragraphs)
    except FormatError as error:
        return str(error)
    return ""


@FAULTS.declare("the disk is full", tries=360, few=9)
def full(number: int, folder: Path) -> str:
    """Write all there is to write onto a disk that has room for a part of it."""
    dice = random.Random(number)  # noqa: S311
    _name, deed = list(_DEEDS.items())[number % len(_DEEDS)]
    disk = folder / "disk"
    disk.mkdir()
    os.environ["FACTBOX_HOME"] = str(disk)
    with _mounted(disk) as is_disk:
        _prepared(disk)
        if is_disk:
            free = os.statvfs(disk).f_bavail * _PAGE
            (disk / "ballast").write_bytes(b"x" * max(0, free - dice.randrange(0, 12) * _PAGE))
            told = _tried(deed, disk, dice.randrange(1, 60))
        else:
            with _limited(dice.randrange(200, 8_000)):
                told = _tried(deed, disk, dice.randrange(1, 60))
        left = [each.name for each in disk.rglob(".*.part")]
    how = "tmpfs" if is_disk else "limit on sizes"
    assert not left, f"parts are left: {left}"
    assert not told or told.startswith("The disk is full.") or not is_disk, told
    return f"told in words ({how})" if told else f"there was room ({how})"


@FAULTS.declare("the disk can only be read", tries=90, few=9)
def read_only(number: int, folder: Path) -> str:
    """Write all there is to write onto a disk that can only be read; read what is there."""
    name, deed = list(_DEEDS.items())[number % len(_DEEDS)]
    disk = folder / "disk"
    disk.mkdir()
    os.environ["FACTBOX_HOME"] = str(disk)
    with _mounted(disk) as is_disk:
        _prepared(disk)
        if not is_disk:
            for path in (*disk.iterdir(), disk):
                path.chmod(0o555)
            folder.chmod(0o755)
        else:
            _remount_for_reading(disk)
        with contextlib.nullcontext() if is_disk else _as_nobody():
            told = _tried(deed, disk, 3)
            assert formats.read(disk / "text.docx").blocks[0].text == OLD, "it cannot even be read"
        if not is_disk:
            disk.chmod(0o755)
    assert told, f"{name} was written onto a disk that can only be read"
    assert "only be read" in told or "no permission" in told, told
    return f"told in words ({'tmpfs' if is_disk else 'permissions'})"


@FAULTS.declare("the folder belongs to somebody else", tries=60, few=6)
def foreign(number: int, folder: Path) -> str:
    """Write as somebody without rights into a folder of somebody else."""
    suffix = (".txt", ".docx", ".odt", ".html", ".md", ".factbox")[number % 6]
    folder.chmod(0o755)
    disk = folder / "disk"
    disk.mkdir(mode=0o755)
    os.environ["FACTBOX_HOME"] = str(folder / "home")
    _prepared(disk)
    with _as_nobody():
        if os.geteuid() != _NOBODY:
            disk.chmod(0o555)
        told = _tried(_save_text(suffix), disk, 3)
    disk.chmod(0o755)
    assert "no permission" in told, told or "it was written all the same"
    return "told in words"


@FAULTS.declare("the folder of the settings is full or can only be read", tries=20, few=2)
def unsettled(number: int, folder: Path) -> str:
    """Change settings where they cannot be kept: they hold until the end, and the program goes on."""
    home = folder / "home"
    home.mkdir()
    with _mounted(home, size=2 * _PAGE) as is_disk:
        if is_disk and number % 2:
            (home / "ballast").write_bytes(b"x" * os.statvfs(home).f_bavail * _PAGE)
        elif is_disk:
            _remount_for_reading(home)
        else:
            home.chmod(0o500)
        os.environ["FACTBOX_HOME"] = str(home)
        with contextlib.nullcontext() if is_disk else _as_nobody():
            store = SettingsStore()
            store.change(theme="dark", scale=1.5)
            store.memory.remember_file(Path("/a.txt"))
            store.flush()
            assert store.settings.theme == "dark", "the choice does not hold"
            assert SettingsStore().settings.scale in {1.0, 1.5}
        home.chmod(0o700) if not is_disk else None
    return f"goes on ({'tmpfs' if is_disk else 'permissions'})"
