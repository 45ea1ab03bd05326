"""Tests of finding the texts that are meant."""

import os
from pathlib import Path

import pytest

from factbox.batch.finding import find


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Words.", "utf-8")


def test_a_folder_gives_its_texts_in_order_and_those_below(tmp_path: Path) -> None:
    """Endings are known in capitals too; pictures, hidden files and locks of word processors are no texts."""
    _touch(tmp_path, "b.txt", "a.DOCX", "c/d.md", "e.png", ".f.txt", ".git/g.txt", "~$h.docx", ".~lock.i.odt")
    found = find([str(tmp_path)])
    assert [os.path.relpath(each, tmp_path) for each in found.files] == ["a.DOCX", "b.txt", str(Path("c", "d.md"))]


def test_a_named_file_is_taken_whatever_its_ending_and_once(tmp_path: Path) -> None:
    """What is named is meant; what is named twice, or lies in a named folder too, is measured once."""
    _touch(tmp_path, "notes", "a.txt")
    names = [str(tmp_path / "notes"), str(tmp_path / "a.txt"), str(tmp_path), "missing.txt"]
    assert find(names).files == (str(tmp_path / "notes"), str(tmp_path / "a.txt"), "missing.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe in a folder is a thing of POSIX")
def test_a_pipe_in_a_folder_is_no_text(tmp_path: Path) -> None:
    """Nothing would ever come out of it."""
    os.mkfifo(tmp_path / "a.txt")
    assert not find([str(tmp_path)]).files


def test_what_cannot_be_looked_at_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even looking is refused, its row tells why, and the others are found."""
    _touch(tmp_path, "a.txt", "b.txt")
    look = os.stat

    def refusing(path: str, *, dir_fd: int | None = None, follow_symlinks: bool = True) -> os.stat_result:
        if Path(path).name in {"a.txt", "shut"}:
            raise PermissionError(13, "Permission denied", path)
        return look(path, dir_fd=dir_fd, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "stat", refusing)
    names = [str(tmp_path), str(tmp_path / "shut")]
    assert find(names).files == (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), names[1])


def test_looking_stops_when_it_is_told_to(tmp_path: Path) -> None:
    """However many files there are, what was found until then is given."""
    _touch(tmp_path, *(f"{number}.txt" for number in range(50)))
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    assert len(find([str(tmp_path), str(tmp_path / "0.txt")], stopped=stopped).files) == 4


def test_a_table_that_is_being_written_is_no_text(tmp_path: Path) -> None:
    """What is to be left out of folders is left out."""
    _touch(tmp_path, "a.txt", "table.html")
    assert find([str(tmp_path)], [tmp_path / "table.html"]).files == (str(tmp_path / "a.txt"),)


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reason is a sentence, and the other folders are looked into."""
    _touch(tmp_path, "a.txt")
    shut = tmp_path / "shut"
    shut.mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = find([str(tmp_path)])
    assert found.files == (str(tmp_path / "a.txt"),)
    assert found.unread == ((str(shut), "You have no permission for this file or its folder."),)
