"""The Analyst: the ledger in a thread of its own; splices go down to it, reports come up."""

import sys
import time
import weakref
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from factbox.document import Splice
from factbox.metrics.ledger import FEW, Ledger
from factbox.metrics.report import COUNTING, Counting
from factbox.session.adviser import Adviser
from factbox.session.extent import Surveyor
from factbox.session.pointer import Pointer
from factbox.session.sampler import Sampler
from factbox.session.thinker import BUSY_SWITCH_INTERVAL, IDLE_SWITCH_INTERVAL, SLICE, Thinker, words_of

# Seconds: how often to report while more is to do.
REPORT_EVERY = 0.1
# Bytes that are kept for telling that there are no more.
RESERVE = 8_000_000
# Milliseconds: while a long text is still coming in, the thread leaves the interpreter to the window in between.
COMING = 20


class Analyst(QObject):
    """Keeps the ledger of one text, in its own thread, from `start` to `stop`; thinkers live there too.

    Splices are booked in the order they come, so the ledger is always some true revision of the document, and
    every splice is answered by a report that knows of it. Between slices of measuring the thread takes in what
    has come meanwhile, so that a key stroke never waits for a long text.

    Signals:
        reported: The facts, a Report; exact when nothing is pending.
        explained: How the open fact came about, an Explanation.
        failed: Something could not be counted; tells why.
        lost: An edit could not be booked, so that the ledger no more has the text; `renew` gives it that again.
    """

    reported = Signal(object)
    explained = Signal(object)
    failed = Signal(str)
    lost = Signal()
    _joined = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thread = QThread()
        self._thread.setObjectName("analyst")
        self._stopped = False
        self._ledger: Ledger | None = None
        self._is_lost = self._is_renewing = False
        # What is given away when there is no memory, so that it can be told.
        self._reserve: bytearray | None = None
        self._last_report = 0.0
        self._owes = False
        self._came = 0.0
        self._prepared = False
        self._counting = COUNTING
        self._open = ""
        self.adviser, self.sampler = Adviser(), Sampler()
        self.pointer, self.surveyor = Pointer(), Surveyor()
        self._thinkers: list[Thinker] = []
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._work)
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._prepare)
        for timer in (self._turn, self._rest):
            # A timer may only be stopped in its own thread, and this is the last that happens there.
            self._thread.finished.connect(timer.stop, Qt.ConnectionType.DirectConnection)
        self.moveToThread(self._thread)
        self._joined.connect(self._on_joined)
        for thinker in (self.surveyor, self.pointer, self.sampler, self.adviser):
            thinker.failed.connect(self.failed)
            self.join(thinker)
        # Qt aborts the program when a running thread is destroyed: one that nobody stopped ends with its analyst.
        weakref.finalize(self, _end, self._thread)

    def join(self, thinker: Thinker) -> None:
        """Let somebody think on the text behind the reports, in this thread, from the next one on."""
        self._thread.finished.connect(thinker.stop, Qt.ConnectionType.DirectConnection)
        thinker.moveToThread(self._thread)
        self._joined.emit(thinker)

    @Slot(object)
    def _on_joined(self, thinker: Thinker) -> None:
        self._thinkers.append(thinker)
        if self._ledger is not None:
            self._take_turn()

    def start(self) -> None:
        """Start the thread, unless it was stopped already; what was sent before is answered then."""
        if not self._stopped:
            self._thread.start()

    def stop(self) -> None:
        """Stop the thread and wait for it; what is not measured by then is never measured."""
        self._stopped = True
        _end(self._thread)
        sys.setswitchinterval(IDLE_SWITCH_INTERVAL)

    @Slot(object)
    def revise(self, splice: Splice) -> None:
        """Book an edit; a report follows."""
        if self._is_lost:
            # It is an edit of what is not here.
            self.lost.emit()
            return
        if self._reserve is None:
            self._reserve = _room()
            if self._ledger is not None and self._reserve is not None:
                # There was no memory, and there is some again: everything is counted anew.
                self._lose()
                return
        try:
            sys.setswitchinterval(BUSY_SWITCH_INTERVAL)
            if self._ledger is None:
                # Made here, for it reads the tables of the language.
                self._ledger = Ledger(counting=self._counting)
            self._drop()
            self._ledger.apply(splice)
            if len(splice.blocks) > FEW:
                self._came = time.perf_counter()
            else:
                # What somebody types is answered at once, also while much is to do.
                self._owes = True
        except Exception as error:  # noqa: BLE001  # whatever it is, the window must hear of it
            self._tell(error)
            # Half an edit may be booked.
            self._lose()
        else:
            self._take_turn()

    def _lose(self) -> None:
        """Ask for the whole text once; where even that fails, the next edit asks again."""
        self._ledger = None
        self._is_lost = True
        if not self._is_renewing:
            self.lost.emit()

    @Slot(object)
    def renew(self, splice: Splice) -> None:
        """Begin anew with a whole text, in place of a ledger that is lost; nothing happens where none is."""
        if self._is_lost:
            self._is_lost, self._is_renewing = False, True
            self.revise(splice)
            self._is_renewing = False

    @Slot(int, int)
    def look_at(self, first: int, last: int) -> None:
        """Measure the blocks on screen, by their numbers, before the others."""
        if self._ledger is not None:
            self._ledger.look_at(first, last)

    @Slot(object)
    def count(self, counting: Counting) -> None:
        """Count in another way from now on; a report follows."""
        self._counting = counting
        if self._ledger is not None:
            # Other exempt words make everything be measured anew: what is thought of it would see nothing.
            self._drop()
            self._ledger.count(counting)
            self._take_turn()

    @Slot(str)
    def explain(self, key: str) -> None:
        """Explain a fact from now on, after every exact report; none, if the key is empty."""
        self._open = key
        if self._ledger is not None:
            self._take_turn()

    @Slot()
    def _work(self) -> None:
        ledger = self._ledger
        if ledger is None:
            return
        started = time.perf_counter()
        while ledger.pending and time.perf_counter() - started < SLICE:
            try:
                ledger.measure_next()
            except MemoryError as error:
                self._tell(error)
                self._drop()
                ledger.give_up()
            except Exception as error:  # noqa: BLE001  # one bad paragraph must not end the counting
                self._tell(error)
        busy = ledger.pending > 0
        if not busy and not self._prepared:
            # The facts come first; the next turn gets ready for whatever may be typed.
            self._prepared = True
            self._rest.start()
        sys.setswitchinterval(BUSY_SWITCH_INTERVAL if busy else IDLE_SWITCH_INTERVAL)
        self._speak(ledger, busy=busy)
        if busy:
            self._take_turn()

    def _take_turn(self) -> None:
        coming = not self._owes and time.perf_counter() - self._came < COMING / 1000
        self._turn.start(COMING if coming else 0)

    def _speak(self, ledger: Ledger, *, busy: bool) -> None:
        now = time.perf_counter()
        if not busy or self._owes or now - self._last_report >= REPORT_EVERY:
            self._last_report = now
            self._owes = False
            self._try(lambda: self.reported.emit(ledger.report()))
        if not busy and self._open:
            # After the facts: whoever types sees those first.
            self._try(lambda: self.explained.emit(ledger.explain(self._open)))
        if not busy:
            for thinker in self._thinkers:
                self._try(partial(thinker.attend, ledger))

    def _try(self, say: Callable[[], object]) -> None:
        """Say something; if that goes wrong, what comes behind it is said all the same."""
        try:
            say()
        except Exception as error:  # noqa: BLE001  # whatever it is, the window must hear of it
            self._tell(error)

    def _drop(self) -> None:
        for thinker in self._thinkers:
            thinker.drop()

    def _tell(self, error: Exception) -> None:
        if isinstance(error, MemoryError):
            # To tell of it takes memory too; Qt ends a program that has none at all.
            self._reserve = None
        self.failed.emit(words_of(error))

    @Slot()
    def _prepare(self) -> None:
        if self._ledger is not None:
            sys.setswitchinterval(BUSY_SWITCH_INTERVAL)
            self._ledger.prepare()
            sys.setswitchinterval(IDLE_SWITCH_INTERVAL)


def _room() -> bytearray | None:
    try:
        return bytearray(RESERVE)
    except MemoryError:
        return None


def _end(thread: QThread) -> None:
    thread.quit()
    thread.wait()
