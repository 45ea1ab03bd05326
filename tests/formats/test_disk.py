"""Tests of the place that reads and writes files; `test_formats.py` has what it does for documents."""

import errno
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factbox.formats import ChangedError, FormatError
from factbox.formats import disk as module
from factbox.formats.disk import (
    check_known,
    in_words,
    is_same,
    keep_damaged,
    private_folder,
    read_bytes,
    read_stamped,
    stamp,
    write_bytes,
)

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_bytes_are_written_and_read(tmp_path: Path) -> None:
    """What is no document goes the same safe way."""
    write_bytes(b"\x00\xff", tmp_path / "a.bin")
    assert read_bytes(tmp_path / "a.bin") == b"\x00\xff"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "pipe.txt")
    # In a process of its own: one that waited could not be stopped.
    script = "import sys, pathlib; from factbox.formats import read_bytes; read_bytes(pathlib.Path(sys.argv[1]))"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script, str(tmp_path / "pipe.txt")],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert "This is no ordinary file." in done.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices")
def test_a_device_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It never ends."""

    def endless(_path: Path) -> bytes:
        pytest.fail("it is read until memory ends")

    monkeypatch.setattr(Path, "read_bytes", endless)
    with pytest.raises(FormatError, match="no ordinary file"):
        read_bytes(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no sockets among its files")
def test_a_socket_is_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What cannot even be opened is told in the same words."""
    # The names of sockets are short.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
        with pytest.raises(FormatError, match="no ordinary file"):
            read_bytes(Path("socket.txt"))


def test_a_file_that_grows_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than can be opened, however short it was when it was looked at."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(module, "LARGEST", 1_000)
    look = os.fstat

    def grow(handle: int) -> os.stat_result:
        found = look(handle)
        path.write_bytes(b"x" * 5_000)
        return found

    monkeypatch.setattr(os, "fstat", grow)
    with pytest.raises(FormatError, match="Split it"):
        read_bytes(path)


def test_what_is_read_and_what_is_known_of_it_belong_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is written while it is read is read again."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Ours.")
    look, turns = os.fstat, iter((b"Theirs, in part.", b"Theirs, and whole."))

    def look_and_write(handle: int) -> os.stat_result:
        found = look(handle)
        path.write_bytes(next(turns, b"Theirs, and whole.")) if found.st_size < 18 else None
        return found

    monkeypatch.setattr(os, "fstat", look_and_write)
    assert read_stamped(path) == (b"Theirs, and whole.", stamp(path))


def test_a_file_that_never_rests_is_read_as_one_that_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known of it is less than what is there, so that the next look at it tells."""
    path = tmp_path / "log.txt"
    path.write_bytes(b"Begun.")
    look = os.fstat

    def look_and_write(handle: int) -> os.stat_result:
        found = look(handle)
        with path.open("ab") as file:
            file.write(b" More.")
        return found

    monkeypatch.setattr(os, "fstat", look_and_write)
    data, known = read_stamped(path)
    assert data.startswith(b"Begun. More.")
    assert known != stamp(path)


def test_a_write_gives_what_was_written_not_what_came_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program that writes at once has changed the file."""
    path, put = tmp_path / "a.txt", Path.replace
    assert write_bytes(b"Ours.", path) == stamp(path)

    def put_and_write(name: Path, target: Path) -> Path:
        put(name, target)
        path.write_bytes(b"Another program wrote this.")
        return path

    monkeypatch.setattr(Path, "replace", put_and_write)
    known = write_bytes(b"Ours.", path)
    with pytest.raises(ChangedError):
        check_known(path, known)


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="there are no such files")
def test_a_file_that_says_it_is_empty_is_read() -> None:
    """Some systems of files make what they hold when it is asked for."""
    assert read_bytes(Path("/proc/version")).startswith(b"Linux")


@pytest.mark.parametrize(
    ("error", "words"),
    [(OSError(errno.ENOSPC, "no"), "The disk is full"), (ValueError("null"), "no name of a file")],
)
def test_errors_become_plain_words(error: Exception, words: str) -> None:
    """Whatever is done to a disk, what it refuses is told as for a document."""
    with pytest.raises(FormatError, match=words), in_words():
        raise error


def test_two_names_of_one_file_are_known(tmp_path: Path) -> None:
    """A hard link is the same file; a file that is not there, or has no possible name, is no other's."""
    one, link, other = tmp_path / "one", tmp_path / "link", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"1")
    link.hardlink_to(one)
    assert is_same(one, link)
    assert not is_same(one, other)
    assert not is_same(one, tmp_path / "missing")
    assert not is_same(tmp_path / "missing", tmp_path / "missing")
    assert not is_same(one, Path("a\0b"))


@pytest.mark.parametrize("theirs", ["Theirs.", None])
def test_a_file_that_is_no_more_what_is_known_is_not_replaced(tmp_path: Path, theirs: str | None) -> None:
    """What another program wrote while ours was on its way stays, and nothing is left beside it."""
    path = tmp_path / "texts" / "a.txt"
    path.parent.mkdir()
    path.write_text("Ours.", "utf-8")
    known = stamp(path)
    path.unlink()
    if theirs is not None:
        path.write_text(theirs, "utf-8")
    with pytest.raises(ChangedError, match="changed" if theirs else "removed"):
        write_bytes(b"New.", path, known=known)
    assert [each.read_text("utf-8") for each in path.parent.iterdir()] == ([theirs] if theirs else [])


def test_what_is_not_known_may_be_anything(tmp_path: Path) -> None:
    """A file of which nothing is known is looked at by nobody."""
    check_known(tmp_path / "nowhere.txt", None)


@pytest.mark.skipif(not ROOT, reason="only root gives files away")
def test_owner_and_group_stay(tmp_path: Path) -> None:
    """Root that edits a file of somebody does not take it away from them."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Old.")
    os.chown(path, 1234, 1235)
    path.chmod(0o660)
    write_bytes(b"New.", path)
    its = path.stat()
    assert (its.st_uid, its.st_gid, its.st_mode & 0o7777) == (1234, 1235, 0o660)


@pytest.mark.skipif(not ROOT, reason="only root gives files away")
@pytest.mark.parametrize(("before", "after"), [(0o660, 0o600), (0o664, 0o644), (0o6775, 0o755), (0o604, 0o604)])
def test_another_group_gets_what_everybody_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int, after: int
) -> None:
    """Where a file cannot be given back to its group, our own must not read what it could not read before."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Old.")
    os.chown(path, 1234, 1235)
    path.chmod(before)

    def refuse(_path: Path, _owner: int, _group: int) -> None:
        raise PermissionError(errno.EPERM, "no")

    monkeypatch.setattr(os, "chown", refuse)
    write_bytes(b"New.", path)
    assert (path.stat().st_gid, path.stat().st_mode & 0o7777) == (os.getegid(), after)


@pytest.mark.skipif(not ROOT, reason="only root gives files away")
def test_a_group_stays_where_the_owner_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who shares a file with a group saves it for the group."""
    path, give = tmp_path / "a.txt", os.chown
    path.write_bytes(b"Old.")
    give(path, 1234, 1235)
    path.chmod(0o4660)

    def refuse(name: Path, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError(errno.EPERM, "no")
        give(name, owner, group)

    monkeypatch.setattr(os, "chown", refuse)
    write_bytes(b"New.", path)
    its = path.stat()
    assert (its.st_uid, its.st_gid, its.st_mode & 0o7777) == (os.geteuid(), 1235, 0o660)


@pytest.mark.skipif(sys.platform != "linux", reason="Python knows extended attributes on Linux alone")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    """What a desktop has noted about a file, such as its tags, is there after a save."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Old.")
    try:
        os.setxattr(path, "user.xdg.tags", b"school")
    except OSError:
        pytest.skip("the system of this folder has none")
    write_bytes(b"New.", path)
    assert os.getxattr(path, "user.xdg.tags") == b"school"


@pytest.mark.skipif(sys.platform != "linux", reason="Python knows extended attributes on Linux alone")
def test_attributes_that_are_refused_cost_no_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that lists them may still not let them be set, or not be read."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Old.")
    tried = []

    def refuse(_path: Path, name: str) -> bytes:
        tried.append(name)
        raise PermissionError(errno.EPERM, "no")

    monkeypatch.setattr(os, "listxattr", lambda _path: ["trusted.a", "trusted.b"])
    monkeypatch.setattr(os, "getxattr", refuse)
    write_bytes(b"New.", path)
    assert (path.read_bytes(), sorted(tried)) == (b"New.", ["trusted.a", "trusted.b"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_private_folder_lets_nobody_in(tmp_path: Path) -> None:
    """Nor do those above it that were missing; one that was there stays as it is."""
    before = os.umask(0o022)
    try:
        (tmp_path / "there").mkdir(mode=0o755)
        private_folder(tmp_path / "there" / "a" / "b")
    finally:
        os.umask(before)
    modes = [(tmp_path / "there" / each).stat().st_mode & 0o777 for each in (".", "a", "a/b")]
    assert modes == [0o755, 0o700, 0o700]


def test_a_file_in_the_way_of_a_private_folder_is_told(tmp_path: Path) -> None:
    """Where there can be no folder, that is said in words."""
    (tmp_path / "a").write_text("in the way", "utf-8")
    with pytest.raises(FormatError):
        private_folder(tmp_path / "a")


def test_a_damaged_file_is_kept_once(tmp_path: Path) -> None:
    """The copy lies beside it; what was kept before stays, the last few of them."""
    path = tmp_path / "kept" / "a.json"
    path.parent.mkdir()
    kept = []
    for number in range(module._MOST_DAMAGED + 2):
        path.write_text(f"{{{number}", "utf-8")
        kept += [keep_damaged(path), keep_damaged(path)]
        os.utime(kept[-1], (number, number))
    assert kept[0] == kept[1]
    left = sorted(each.read_text("utf-8") for each in path.parent.iterdir() if each != path)
    assert left == [f"{{{number}" for number in range(2, module._MOST_DAMAGED + 2)]


OLD_PART = ".factbox-a [1].txt-abcd_123.part"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Give a file that is not there yet, in a folder of its own."""
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts" / "a [1].txt"


def beside(text: Path, name: str, when: float = 0.0) -> Path:
    """Put a file beside a text, written at a time in seconds since 1970."""
    made = text.with_name(name)
    made.write_text("half", "utf-8")
    os.utime(made, (when, when))
    return made


def test_what_a_killed_program_left_goes_with_the_next_save(text: Path) -> None:
    """A part that is a day old is nobody's; a younger one may be written just now."""
    beside(text, OLD_PART)
    young = beside(text, OLD_PART.replace("a [1].txt-a", "a [1].txt-b"), time.time())
    write_bytes(b"New.", text)
    assert {each.name for each in text.parent.iterdir()} == {text.name, young.name}


def test_parts_are_named_as_they_are_swept(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a kill in the middle of a save leaves is what the next save looks for."""

    def killed(_handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", killed)
        patched.setattr(Path, "unlink", lambda _path: None)
        with pytest.raises(KeyboardInterrupt):
            write_bytes(b"New.", text)
    (part,) = text.parent.iterdir()
    os.utime(part, (0, 0))
    write_bytes(b"New.", text)
    assert list(text.parent.iterdir()) == [text]


@pytest.mark.parametrize(
    "name",
    [
        ".a [1].txt-chapter two.part",
        ".a [1].txt-abcd1234.part",
        ".factbox-a [1].txt-chapter.part",
        ".factbox-a [1].txt-Abcd1234.part",
        ".factbox-a [1].txt-b.txt-abcd1234.part",
        ".factbox-b.txt-abcd1234.part",
        "factbox-a [1].txt-abcd1234.part",
    ],
)
def test_what_others_left_stays(text: Path, name: str) -> None:
    """A file that only looks like a part of ours, or is one of another text, is not swept, old as it may be."""
    other = beside(text, name)
    write_bytes(b"New.", text)
    assert other.read_text("utf-8") == "half"


@pytest.mark.skipif(sys.platform == "win32", reason="links take a permission on Windows")
def test_a_link_that_is_named_like_a_part_stays(text: Path) -> None:
    """Nobody but a person makes one."""
    link = text.with_name(OLD_PART)
    link.symlink_to(beside(text, "mine.txt"))
    os.utime(link, (0, 0), follow_symlinks=False)
    write_bytes(b"New.", text)
    assert link.is_symlink()


@pytest.mark.skipif(not ROOT, reason="only root gives files away")
def test_the_part_of_somebody_else_stays(text: Path) -> None:
    """Who shares a folder sweeps what is their own."""
    other = beside(text, OLD_PART)
    os.chown(other, 1234, -1)
    write_bytes(b"New.", text)
    assert other.exists()


def test_a_clock_in_the_future_ages_no_part(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being written just now by the clock of the disk is young, whatever our own clock says."""
    now = time.time()
    young = beside(text, OLD_PART, now)
    monkeypatch.setattr(time, "time", lambda: now + 1_000_000.0)
    write_bytes(b"New.", text)
    assert young.exists()
