"""Measuring many texts beside a window: rows come as signals, and the window never waits."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factbox.batch.finding import find
from factbox.batch.row import Order, Row
from factbox.batch.running import run
from factbox.session.tasks import Errands

# Seconds between two messages to the window.
_BEAT = 0.1


class Census(QObject):
    """Measures the texts in files and folders, in processes of their own.

    Signals:
        found: How many texts there are.
        measured: Some rows, a tuple of Row, as they come.
        ended: All rows have come, or it was stopped.
        failed: It could not go on; tells the error.
    """

    found = Signal(int)
    measured = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._errands = Errands(self)
        self._stopped = False

    @property
    def is_busy(self) -> bool:
        """Whether texts are being measured."""
        return self._errands.is_busy

    def begin(self, names: Sequence[str], order: Order) -> None:
        """Measure texts; one that goes on must have been stopped before."""
        self._stopped = False
        self._errands.run(lambda: self._measure(names, order), lambda _done: self.ended.emit(), self.failed.emit)

    def stop(self) -> None:
        """Measure no more; the rows that are there stay."""
        self._stopped = True

    def leave(self) -> None:
        """Measure no more, and go as soon as nothing is under way."""
        self.stop()
        self._errands.idled.connect(self.deleteLater)
        if not self.is_busy:
            self.deleteLater()

    def _measure(self, names: Sequence[str], order: Order) -> None:
        found = find(names, stopped=lambda: self._stopped)
        self.found.emit(len(found.files) + len(found.unread))
        coming = [Row(path, error=error, formula=order.counting.formula) for path, error in found.unread]
        told = time.monotonic()

        def is_stopped() -> bool:
            # It is asked again and again, also while no row comes.
            tell()
            return self._stopped

        def tell(*, now: bool = False) -> None:
            nonlocal told
            if coming and (now or time.monotonic() - told >= _BEAT):
                self.measured.emit(tuple(coming))
                coming.clear()
                told = time.monotonic()

        for row in run(found.files, order, apart=True, stopped=is_stopped):
            coming.append(row)
            tell()
        tell(now=True)


def folder_of(names: Sequence[str]) -> Path:
    """Give the folder in which texts lie: where a table of them is proposed."""
    first = Path(names[0]) if names else Path.home()
    return first if first.is_dir() else first.parent
