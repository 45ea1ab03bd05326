"""Garbage is found in the thread of the interface alone."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
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


def test_no_worker_finds_garbage(qtbot: QtBot) -> None:
    """A worker that asks for memory leaves it where it is; the sweep finds it, in its own thread."""
    places: list[int] = []
    owner = QObject()
    gc.enable()
    Sweep(owner)
    weakref.finalize(Knot(), lambda: places.append(threading.get_ident()))
    worker = threading.Thread(target=strew)
    worker.start()
    worker.join()
    assert not places
    kept: list[object] = [[] for _each in range(20 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(places))
    assert places == [threading.get_ident()]
    assert kept


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
