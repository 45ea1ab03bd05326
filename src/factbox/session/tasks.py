"""One-off work away from the window: a plain function in, its result or its error back."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

_Result = TypeVar("_Result")


class Errands(QObject):
    """Runs errands in a thread of its own, one after the other, in the order they were given.

    Signals:
        idled: The last of the errands has been answered.
    """

    idled = Signal()
    _answered = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._pool = QThreadPool(self)
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
