"""Tests of the next turn of the events."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from pytestqt.qtbot import QtBot

from factbox.session.turns import in_next_turn


class Worker(QObject):
    """Notes what it does."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0

    @Slot()
    def work(self) -> None:
        """Do it."""
        self.done += 1


def test_it_is_done_once_and_later(qtbot: QtBot) -> None:
    """Not at once, but as soon as the events turn; and nothing is left of it."""
    worker = Worker()
    in_next_turn(worker, worker.work)
    assert worker.done == 0
    qtbot.waitUntil(lambda: worker.done == 1)
    qtbot.waitUntil(lambda: not worker.children())
    assert worker.done == 1


@pytest.mark.usefixtures("qapp")
def test_an_owner_that_goes_first_is_not_kept() -> None:
    """Neither is what it would have done."""
    worker = Worker()
    gone = weakref.ref(worker)
    in_next_turn(worker, worker.work)
    worker.deleteLater()
    del worker
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert gone() is None
