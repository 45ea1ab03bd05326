"""One-off work away from the window: a plain function in, its result or its error back."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

_Result = TypeVar("_Result")


class Errands(QObject):
    """Runs errands in a thread of its own, one after the other, in the order they were given."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._pool = QThreadPool(self)
        # One at a time: two saves of one file must not overtake each other.
        self._pool.setMaxThreadCount(1)

    def run(
        self,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` away from the window, then call `done` or `failed` in the thread that asked.

        Args:
            work: A function that touches no widget.
            done: Gets the result.
            failed: Gets the error.
        """
        self._pool.start(_Errand(work, _Answer(done, failed)))

    def finish(self) -> None:
        """Wait until every errand is done."""
        self._pool.waitForDone()


class _Answer(QObject):
    """Lives in the thread that asked, so that what the errand emits is delivered there."""

    given = Signal(object, object)

    def __init__(self, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._done = done
        self._failed = failed
        self.given.connect(self._deliver)

    @Slot(object, object)
    def _deliver(self, result: object, error: Exception | None) -> None:
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class _Errand(QRunnable):
    def __init__(self, work: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # every error is the asker's to tell
            self._answer.given.emit(None, error)
        else:
            self._answer.given.emit(result, None)
