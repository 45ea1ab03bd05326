"""The Thinker: works something out in slices, in the analyst's thread and after its reports."""

import sys
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from factbox.metrics.flaws import new_failures
from factbox.metrics.ledger import Ledger
from factbox.translation import _

# Seconds: how long to think before whoever types is heard.
SLICE = 0.004
# While somebody thinks, the window gets the interpreter after this long instead of 5 ms.
IDLE_SWITCH_INTERVAL = sys.getswitchinterval()
BUSY_SWITCH_INTERVAL = 0.0001

_END = object()


def words_of(error: Exception) -> str:
    """Say why something could not be worked out."""
    if isinstance(error, MemoryError):
        return _("the memory is full. Close other programs or windows, then go on writing")
    return f"{type(error).__name__}: {error}"


class Thinker(QObject):
    """Follows the ledger of a text, and thinks on it until an edit makes the thought pointless.

    A thought is an iterator that gives None again and again while there is more to do, and answers in between.
    The facts come first: the analyst calls `attend` behind every exact report, and `drop` before it books an edit.

    Signals:
        failed: Something could not be worked out; tells why.
    """

    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._thought: Iterator[object] | None = None
        # The rules whose failure was told, each with its error.
        self._told: set[tuple[str, str]] = set()
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._work)
        # For what is thought of only when the writing rests; who waits sets its interval.
        self._rest = QTimer(self, singleShot=True)

    def attend(self, ledger: Ledger) -> None:
        """Think on a ledger that has nothing pending, from the next turn on."""
        raise NotImplementedError

    def answer(self, answer: object) -> None:
        """Tell an answer that a thought has given."""

    def rest(self) -> None:
        """Do what comes behind a thought that has ended."""

    def give_up(self) -> None:
        """Forget what a thought that failed was for."""

    def tell_failures(self) -> None:
        """Tell of each rule that has failed, once for each kind of error: what the others found is there."""
        for failure in new_failures().items():
            if failure not in self._told:
                self._told.add(failure)
                rule, error = failure
                told = _("the rule “{rule}” ({error}). What the others find is there")
                self.failed.emit(told.format(rule=rule, error=error))

    def drop(self) -> None:
        """Give up what was thought of a text that changes now."""
        self._thought = None
        self._rest.stop()

    def stop(self) -> None:
        """Think no more; call it in the thread it lives in."""
        self._turn.stop()
        self._rest.stop()

    def think(self, thought: Iterator[object]) -> None:
        """Think a thought from the next turn on, in place of any other."""
        self._thought = thought
        self._turn.start()

    @property
    def is_thinking(self) -> bool:
        """Whether a thought is under way."""
        return self._thought is not None

    @Slot()
    def _work(self) -> None:
        sys.setswitchinterval(BUSY_SWITCH_INTERVAL)
        started = time.perf_counter()
        try:
            while self._thought is not None and time.perf_counter() - started < SLICE:
                answer = next(self._thought, _END)
                if answer is _END:
                    self._thought = None
                    self.rest()
                elif answer is not None:
                    self.answer(answer)
        except Exception as error:  # noqa: BLE001  # whatever it is, the window must hear of it
            self._thought = None
            self.give_up()
            self.failed.emit(words_of(error))
        if self._thought is not None:
            self._turn.start()
        else:
            sys.setswitchinterval(IDLE_SWITCH_INTERVAL)
