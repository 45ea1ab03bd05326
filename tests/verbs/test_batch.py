"""Tests of the verb `batch`."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

import factbox
from factbox import cli

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two texts and a document that is none."""
    made = tmp_path / "lessons"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, "utf-8")
    (made / "b.md").write_text(f"# The cat\n\n{TEXT}", "utf-8")
    (made / "c.docx").write_bytes(b"Just words.")
    return made


def test_a_folder_becomes_a_table(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Every text has its row, the broken one its error, and the exit status is 1 for it."""
    assert cli.main(["batch", str(folder), "--scores", "smog,lix"]) == 1
    told = capfdbinary.readouterr()
    rows = list(csv.DictReader(io.StringIO(told.out.decode("utf-8-sig"), newline="")))
    assert [Path(row["path"]).name for row in rows] == ["a.txt", "b.md", "c.docx"]
    report = factbox.measure(TEXT)
    assert float(rows[0]["level"]) == report.level
    assert float(rows[0]["lix"]) == report.scores["lix"]
    assert rows[2]["level"] == ""
    assert "no document of a word processor" in rows[2]["error"]
    assert told.err.decode() == "1 file could not be read; the table says why.\n"


def test_the_ending_says_what_the_table_is(folder: Path) -> None:
    """A workbook is written where its ending is asked for, and good texts alone give status 0."""
    table = folder / "table.xlsx"
    assert cli.main(["batch", str(folder / "a.txt"), "-o", str(table)]) == 0
    sheet = openpyxl.load_workbook(table).active
    assert sheet is not None
    assert sheet.max_row == 2


def test_a_table_in_the_same_folder_is_not_measured(folder: Path) -> None:
    """The second run gives the same table as the first."""
    table = folder / "table.html"
    cli.main(["batch", str(folder), "-o", str(table)])
    first = table.read_bytes()
    cli.main(["batch", str(folder), "-o", str(table), "--force"])
    assert table.read_bytes() == first


def test_nothing_that_is_there_is_written_over_unasked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither another file nor a text of the folder gives way to a table, by whatever name it is called."""
    other = folder.parent / "mine.csv"
    other.write_text("Mine.", "utf-8")
    assert cli.main(["batch", str(folder), "-o", str(other)]) == 2
    assert "--force" in capsys.readouterr().err
    (folder / "link.html").hardlink_to(folder / "b.md")
    assert cli.main(["batch", str(folder), "-o", str(folder / "link.html")]) == 2
    assert "one of the texts" in capsys.readouterr().err
    assert (folder / "b.md").read_text("utf-8").startswith("# The cat")
    assert cli.main(["batch", str(folder / "nothing"), "-o", str(other), "--force"]) == 1
    assert other.read_text("utf-8") == "Mine."


def test_why_there_is_no_table_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is wrong is told apart from a folder in which there is nothing."""
    table = tmp_path / "table.csv"
    wrong = str(tmp_path / "wrong")
    assert cli.main(["batch", wrong, "-o", str(table)]) == 1
    assert capsys.readouterr().err == f"{wrong}: There is no such file or folder.\n"
    (tmp_path / "empty").mkdir()
    assert cli.main(["batch", str(tmp_path / "empty"), "-o", str(table)]) == 1
    assert capsys.readouterr().err == "There is no text in there.\n"
    assert not table.exists()


def test_no_text_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that would take the place of a text that is named is refused."""
    path = folder / "b.md"
    assert cli.main(["batch", str(path), "--format", "csv", "-o", str(path), "--force"]) == 2
    assert "one of the texts" in capsys.readouterr().err
    assert path.read_text("utf-8").startswith("# The cat")


def test_lines_of_json_have_the_keys_of_measure(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """But for the scores, of which there are those that were asked for."""
    cli.main(["batch", str(folder / "a.txt"), "--format", "json"])
    batch = json.loads(capfdbinary.readouterr().out)
    cli.main(["measure", "--json", str(folder / "a.txt")])
    measure = json.loads(capfdbinary.readouterr().out)
    assert batch | {"scores": None} == measure | {"scores": None}
    assert batch["scores"] == {}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--scores", "smog,frog"], "no formula “frog”"),
        (["--jobs", "0"], "from 1 to 256"),
        (["--format", "pdf"], "invalid choice"),
    ],
)
def test_what_cannot_be_is_refused(
    folder: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what could be."""
    with pytest.raises(SystemExit):
        cli.main(["batch", str(folder), *words])
    assert told in capsys.readouterr().err


def test_an_unknown_ending_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody knows what the table should be, so none is made."""
    assert cli.main(["batch", str(folder), "-o", str(folder / "table.pdf")]) == 2
    assert "--format csv, xlsx, html, json" in capsys.readouterr().err
    assert not (folder / "table.pdf").exists()


def test_nothing_imports_qt(folder: Path) -> None:
    """Neither this process nor those that it starts."""
    many = folder / "many"
    many.mkdir()
    for number in range(20):
        (many / f"{number}.txt").write_text(TEXT, "utf-8")
    code = f"""
import sys
if __name__ == "__main__":
    class Refusing:
        def find_spec(self, name, *_):
            assert not name.startswith(("PySide6", "shiboken6")), name
    sys.meta_path.insert(0, Refusing())
    from factbox import cli
    sys.exit(cli.main(["batch", {str(many)!r}, "--jobs", "2"]))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)  # noqa: S603  # our code
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"\r\n") == 21


def test_standard_input_has_a_row(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands where it is named, with the figures of its text, among rows that other processes make."""
    for number in range(20):
        (folder / f"d{number}.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((TEXT + TEXT).encode())))
    words = ["batch", str(folder / "a.txt"), "-", str(folder), "--format", "json", "--jobs", "2"]
    assert cli.main([*words, "--scores", "calibrated"]) == 1
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [Path(row["path"]).name for row in rows[:4]] == ["a.txt", "-", "b.md", "c.docx"]
    report = factbox.measure(TEXT + TEXT)
    assert (rows[1]["level"], rows[1]["tokens"]) == (report.level, report.tokens)
    assert rows[1]["scores"] == {"calibrated": report.scores["calibrated"]}
    assert len(rows) == 24


def test_standard_input_that_is_no_text_is_told(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row has the reason, as that of a file would."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-1.7")))
    assert cli.main(["batch", "-", "--format", "json"]) == 1
    row = json.loads(capfdbinary.readouterr().out)
    assert (row["path"], row["error"]) == ("-", "This is a PDF. Name it with .pdf.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is a thing of Linux")
@pytest.mark.parametrize("form", ["csv", "xlsx", "html", "json"])
def test_a_full_disk_is_told_in_one_sentence(folder: Path, form: str) -> None:
    """Nothing else is said, whatever was half written."""
    command = [
        sys.executable,
        "-m",
        "factbox",
        "batch",
        str(folder),
        "--format",
        form,
        "-o",
        "/dev/full",
        "--force",
    ]
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603  # our code
    assert (done.returncode, done.stderr.decode()) == (1, "/dev/full: The disk is full.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize(("size", "number"), [(1, signal.SIGINT), (5_000, signal.SIGINT), (5_000, signal.SIGTERM)])
@pytest.mark.parametrize("ends", ["kill", "killpg"])
def test_who_ends_it_keeps_what_is_there(tmp_path: Path, size: int, number: int, ends: str) -> None:
    """The table is whole, with the rows so far; no process is left, and none that begins complains."""
    many, table = tmp_path / "many", tmp_path / "table.csv"
    many.mkdir()
    for text in range(2_000):
        (many / f"{text}.txt").write_text(TEXT * 5, "utf-8")
    command = [sys.executable, "-m", "factbox", "batch", str(many), "-o", str(table)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603
        while not table.exists() or table.stat().st_size < size:
            assert process.poll() is None
            time.sleep(0.01)
        # A terminal sends it to all processes at once, a system to the first.
        getattr(os, ends)(process.pid, number)
        assert process.wait(30) == 128 + number
        assert process.stderr is not None
        assert process.stderr.read().decode() == "Stopped: the table has what was measured until then.\n"
    deadline = time.monotonic() + 30
    # What multiprocessing cleans up with ends a moment after the others.
    while _is_alive(process.pid):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    assert len(rows) < 2_000
    assert rows or size == 1
    assert all(row["level"] for row in rows)


def _is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
