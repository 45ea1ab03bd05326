"""Tests of measuring many files in several processes."""

import multiprocessing
import os
from pathlib import Path

import pytest

from factbox.batch import running
from factbox.batch.row import Order, Row, measured
from factbox.batch.running import run
from factbox.translation import speak


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Give thirty small files, one of them missing."""
    names = []
    for number in range(30):
        path = tmp_path / f"{number}.txt"
        names.append(str(path))
        if number != 17:
            path.write_text("The boat left early. " * (number + 5), "utf-8")
    return names


def test_rows_come_in_the_order_of_the_files(files: list[str]) -> None:
    """Two processes give what one gives, and the file that fails is a row among the others."""
    rows = list(run(files, Order(), 2))
    assert rows == [measured(each, Order()) for each in files]
    assert [row.path for row in rows if row.error] == [files[17]]


def test_other_processes_speak_the_same_language(tmp_path: Path) -> None:
    """What went wrong is told as it would be here."""
    missing = str(tmp_path / "missing.txt")
    english = measured(missing, Order())
    speak(["de"])
    (row,) = run([missing], Order(), apart=True)
    assert row == measured(missing, Order())
    assert row.error
    assert row.error != english.error


def test_who_asks_no_more_ends_the_processes(files: list[str]) -> None:
    """No process is left when the rows are closed before the last."""
    rows = run(files, Order(), 2)
    assert next(rows).path == files[0]
    assert multiprocessing.active_children()
    rows.close()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("apart", [True, False])
def test_work_stops_when_it_is_told_to(files: list[str], *, apart: bool) -> None:
    """Whoever is asked whether to stop may do so between any two rows."""
    rows: list[Row] = []
    rows.extend(run(files, Order(), 1, apart=apart, stopped=lambda: len(rows) >= 5))
    assert [row.path for row in rows] == files[:5]
    assert not multiprocessing.active_children()


@pytest.fixture
def slow(tmp_path: Path) -> str:
    """Give a text that takes many seconds to measure."""
    path = tmp_path / "slow.txt"
    path.write_text("".join(f"The mill number {n} stood by the river. " for n in range(600_000)), "utf-8")
    return str(path)


# What ends a process that opens a file of this name, as a system does that has no memory left.
_DEADLY = """
import os, sys
from seal import seal
seal()
def end(event, given):
    if event == "open" and os.path.basename(str(given[0])) == "deadly.txt":
        os._exit(137)
sys.addaudithook(end)
"""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a text at which every process ends that is started from now on."""
    hook = tmp_path / "hook" / "sitecustomize.py"
    hook.parent.mkdir()
    hook.write_text(_DEADLY, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(hook.parent), prepend=os.pathsep)
    path = tmp_path / "deadly.txt"
    path.write_text("The boat left early.", "utf-8")
    return str(path)


@pytest.mark.parametrize("place", [0, 10, 30])
def test_a_process_that_dies_costs_its_own_file_alone(files: list[str], deadly: str, place: int) -> None:
    """The file at which a process ends has its reason, and all others are measured."""
    asked = [*files[:place], deadly, *files[place:]]
    rows = list(run(asked, Order(), 2))
    assert "process that tried was ended" in str(rows.pop(place).error)
    assert rows == [measured(each, Order()) for each in files]
    assert not multiprocessing.active_children()


def test_work_stops_at_once_where_no_row_comes(slow: str) -> None:
    """However many files wait behind one that takes long, nobody goes through them all before it ends."""
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    assert list(run([slow] * 1_000, Order(), 1, apart=True, stopped=stopped)) == []
    assert asked < 8
    assert not multiprocessing.active_children()


def test_few_files_start_no_process(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes a moment does not wait for processes to start."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(running, "ProcessPoolExecutor", refuse)
    assert len(list(run(files[:3], Order()))) == 3
