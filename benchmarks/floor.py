"""What a person feels as a pause, and how much of it the machine makes by itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

LONGEST = 60.0
IDLE = 1.5


class Pauses(QObject):
    """How late a timer of one millisecond comes: what a person feels as a pause.

    The event loop is Qt's own: one that turned in Python would hold the interpreter, as the program never does.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._loop = QEventLoop(self)
        self._until: Callable[[], bool] = lambda: True
        self._late: list[float] = []
        self._last = self._end = 0.0

    def measure(self, until: Callable[[], bool], act: Callable[[], object] | None = None) -> list[float]:
        """Turn the event loop until something is so; give the pauses meanwhile, in milliseconds.

        Args:
            until: Asked at every tick, so it must cost next to nothing.
            act: What to do in the loop, after its first turn.

        Raises:
            TimeoutError: It was never so.
        """
        self._until = until
        self._late = []
        self._last = time.perf_counter()
        self._end = self._last + LONGEST
        self._timer.start()
        if act is not None:
            QTimer.singleShot(5, self, act)
        self._loop.exec()
        self._timer.stop()
        if time.perf_counter() > self._end:
            raise TimeoutError("what was waited for has not come")
        return self._late

    @Slot()
    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._last) * 1000 - 1))
        self._last = now
        if self._until() or now > self._end:
            self._loop.quit()


def idle(pauses: Pauses, seconds: float = IDLE) -> list[float]:
    """Give the pauses of a window that nobody touches: the floor under all others."""
    end = time.perf_counter() + seconds
    return pauses.measure(lambda: time.perf_counter() > end)
