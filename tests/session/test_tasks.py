"""Tests of errands."""

import subprocess
import sys
import threading
import time

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from factbox.session.tasks import Errands


def refuse(_got: object) -> None:
    """Fail the test: this answer must not come."""
    raise AssertionError


def test_the_result_comes_back_to_the_asking_thread(qtbot: QtBot) -> None:
    """The work is done elsewhere, and its result is delivered here."""
    owner = QObject()
    answers: list[tuple[int, threading.Thread]] = []
    Errands(owner).run(
        threading.get_ident, lambda ident: answers.append((ident, threading.current_thread())), refuse
    )
    qtbot.waitUntil(lambda: bool(answers))
    ident, thread = answers[0]
    assert thread is threading.main_thread()
    assert ident != thread.ident


def test_an_error_comes_back_too(qtbot: QtBot) -> None:
    """What goes wrong away from the window is told, not lost."""
    owner = QObject()
    errors: list[Exception] = []
    Errands(owner).run(lambda: 1 // 0, refuse, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_errands_do_not_overtake_each_other(qtbot: QtBot) -> None:
    """A slow errand is done before the quick one that was given after it."""
    owner = QObject()
    errands = Errands(owner)
    done: list[str] = []
    errands.run(lambda: time.sleep(0.05), lambda _: done.append("slow"), refuse)
    errands.run(lambda: None, lambda _: done.append("quick"), refuse)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["slow", "quick"]


def fail(_got: object) -> None:
    """Be an answer that has a mistake in it."""
    raise ZeroDivisionError


def test_an_answer_that_goes_wrong_leaves_nobody_waiting(qtbot: QtBot) -> None:
    """Whoever waits for the end of all errands hears of it all the same."""
    owner = QObject()
    errands = Errands(owner)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(errands.idled):
        errands.run(lambda: None, fail, refuse)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_whoever_goes_does_not_wait_for_an_errand(qtbot: QtBot) -> None:
    """A window closes at once, however long a disk takes; the errand ends for nobody."""
    goes_on, ended = threading.Event(), threading.Event()

    def work() -> None:
        goes_on.wait(30)
        ended.set()

    owner = QObject()
    Errands(owner).run(work, lambda _none: None, lambda _error: None)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    assert not ended.is_set()
    goes_on.set()
    assert ended.wait(30)


def test_a_program_ends_when_its_last_errand_is_done() -> None:
    """Whoever is gone by then: what is being written is written."""
    code = """
import time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from factbox.session.tasks import Errands
application = QCoreApplication([])
owner = QObject()
def work():
    time.sleep(0.5)
    print("done", flush=True)
Errands(owner).run(work, print, print)
owner.deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    assert ended.stdout == "done\n"
