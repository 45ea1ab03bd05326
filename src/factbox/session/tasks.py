"""One-off work away from the window: a plain function in, its result or its error back."""

import atexit
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

_Result = TypeVar("_Result")
# Those in which something may still go on, whose owners may be gone.
_POOLS: set[QThreadPool] = set()
# Milliseconds between two looks at one whose owner is gone.
_PAUSE = 500


class Errands(QObject):
    """Runs errands in a thread of its own, one after the other, in the order they were given.

    Signals:
        idled: The last of the errands has been answered.
    """

    idled = Signal()
    _answered = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        # Not its child: Qt would hold whoever takes that apart until a disk has answered.
        self._pool = QThreadPool()
        _POOLS.add(self._pool)
        self.destroyed.connect(partial(_let_go, self._pool))
        # One at a time: two saves of one file must not overtake each other.
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._deliver)
        self._underway = 0

    @property
    def is_busy(self) -> bool:
        """Whether an errand is on its way, or its answer."""
        return self._underway > 0

    def run(
        self, work: Callable[[], _Result], done: Callable[[_Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do `work` away from the window, then call `done` or `failed` in the thread of the owner.

        Args:
            work: A function that touches no widget.
            done: Gets the result.
            failed: Gets the error.
        """

        def errand() -> None:
            try:
                answer = partial(done, work())
            except Exception as error:  # noqa: BLE001  # every error is the asker's to tell
                answer = partial(failed, error)
            with suppress(RuntimeError):
                # Whoever asked may be gone.
                self._answered.emit(answer)

        self._underway += 1
        self._pool.start(errand)

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        self._underway -= 1
        try:
            answer()
        finally:
            # Whoever waits for it must not wait for ever because one answer went wrong.
            if not self._underway:
                self.idled.emit()


def _let_go(pool: QThreadPool, *_told: object) -> None:
    # What is left when the program ends is taken apart in any order.
    if isValid(pool) and pool.activeThreadCount():
        QTimer.singleShot(_PAUSE, partial(_let_go, pool))
    else:
        _POOLS.discard(pool)


@atexit.register
def _end() -> None:
    # While Python still runs: an errand that came back later would find nothing to run in.
    for pool in _POOLS:
        pool.waitForDone()
