"""Garbage is found in the thread of the interface alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.ui.sweeping import Sweep, sweep, sweep_all


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def strew() -> None:
    """Ask for more objects than Python lets pass without a look for garbage."""
    kept: list[object] = [[] for _each in range(20 * gc.get_threshold()[0])]
    kept.clear()


@pytest.fixture
def swept_by(qapp: QApplication) -> Iterator[Sweep]:
    """Give the sweep of the program, for as long as a test."""
    made = Sweep(qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def many() -> list[object]:
    """Give as many objects as only a long text makes."""
    return [[] for _each in range(100_000)]


def test_no_worker_finds_garbage(qapp: QApplication, qtbot: QtBot) -> None:
    """A worker that asks for memory leaves it where it is; the sweep finds it, in its own thread."""
    places: list[int] = []
    gc.enable()
    made = Sweep(qapp)
    weakref.finalize(Knot(), lambda: places.append(threading.get_ident()))
    worker = threading.Thread(target=strew)
    worker.start()
    worker.join()
    assert not places
    kept: list[object] = [[] for _each in range(20 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(places))
    assert places == [threading.get_ident()]
    assert kept
    made.deleteLater()


def test_a_long_text_is_not_looked_through(swept_by: Sweep, many: list[object]) -> None:
    """To do that would hold the window while somebody writes."""
    before = gc.get_freeze_count()
    swept_by.look()
    assert gc.get_freeze_count() >= before + len(many)


def test_what_came_with_a_long_text_is_found_when_nobody_looks(
    swept_by: Sweep, many: list[object], qapp: QApplication
) -> None:
    """Garbage among what was told to stay goes as soon as somebody has turned to another program."""
    knot = weakref.ref(Knot())
    swept_by.look()
    assert knot() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert knot() is None
    assert many


def test_what_came_with_long_texts_is_found_in_the_end(swept_by: Sweep) -> None:
    """Also where nobody ever turns to another program."""
    knot = weakref.ref(Knot())
    texts: list[list[object]] = []
    while knot() is not None:
        assert len(texts) < 100
        texts.append([[] for _each in range(100_000)])
        swept_by.look()
    assert len(texts) > 1


def test_a_sweep_finds_what_python_would() -> None:
    """By the thresholds: nothing where little was asked for, and all of it where much was."""
    gc.collect()
    knot = weakref.ref(Knot())
    sweep()
    assert knot() is not None
    kept: list[object] = [[] for _each in range(2 * gc.get_threshold()[0])]
    sweep()
    assert knot() is None
    assert kept


def test_what_was_told_to_stay_is_found_in_the_end() -> None:
    """What became garbage while nobody looked through it."""
    tie = Knot()
    knot = weakref.ref(tie)
    gc.freeze()
    del tie
    gc.collect()
    assert knot() is not None
    sweep_all()
    assert knot() is None
    assert gc.get_freeze_count() > 0
