"""Measuring many files in several processes: rows as they come, and no more in memory than is on its way."""

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeAlias

from factbox.batch.row import Order, Row, measured
from factbox.translation import _, speak, spoken

# Files that a process takes at a time, and how many such pieces of work wait for each process.
_PIECE, _AHEAD = 8, 4
# Seconds between two questions whether to stop.
_PATIENCE = 0.1
# A process costs a third of a second to start: so few files are measured here.
FEW = 4

_Piece: TypeAlias = Sequence[str]
_Coming: TypeAlias = Future[list[Row]]


def usual_jobs() -> int:
    """Give how many processes are used unless somebody says otherwise: one for each processor that we may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def run(
    files: Sequence[str],
    order: Order,
    jobs: int | None = None,
    *,
    apart: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[Row, None, None]:
    """Measure files; give a row for each, in their order, as soon as it is there.

    Who stops asking for rows ends the work: the processes end when the iterator is closed.

    Args:
        files: The files.
        order: What is wanted of each.
        jobs: How many processes work at once; as many as there are processors if None.
        apart: Whether even a few files are to be measured in other processes, because this one has a window.
        stopped: Asked again and again whether to stop; the rows then end, and so do the processes.
    """
    jobs = max(1, min(jobs or usual_jobs(), -(-len(files) // _PIECE)))
    if not apart and (len(files) <= FEW or jobs == 1):
        for path in files:
            if stopped():
                return
            yield measured(path, order)
        return
    crew = _Crew(jobs, order, stopped)
    try:
        yield from crew.rows(files)
    finally:
        crew.end()


class _Crew:
    """Processes that measure files; when one of them dies, the others go on and its file is told of."""

    def __init__(self, jobs: int, order: Order, stopped: Callable[[], bool]) -> None:
        self._jobs, self._order, self._stopped = jobs, order, stopped
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        # A copy of a process with threads and a window would carry their locks with it.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, _begin, (spoken(),))

    def rows(self, files: Sequence[str]) -> Iterator[Row]:
        """Give the rows of files, in their order."""
        waiting = deque(files[start : start + _PIECE] for start in range(0, len(files), _PIECE))
        underway: deque[tuple[_Piece, _Coming]] = deque()
        while (waiting or underway) and not self._stopped():
            while waiting and len(underway) < self._jobs * _AHEAD:
                piece = waiting.popleft()
                underway.append((piece, self._submit(piece)))
            for row in self._next(underway):
                if self._stopped():
                    return
                yield row

    def _submit(self, piece: _Piece) -> _Coming:
        try:
            with _unheard():
                return self._pool.submit(_measure, piece, self._order)
        except BrokenProcessPool as error:
            broken: _Coming = Future()
            broken.set_exception(error)
            return broken

    def _next(self, underway: deque[tuple[_Piece, _Coming]]) -> Iterable[Row]:
        piece, coming = underway.popleft()
        try:
            return self._result(coming)
        except BrokenProcessPool:
            # Nobody says whose file it was: those of this piece go one by one, the others once more.
            self._renew()
            rows = [row for path in piece for row in self._alone(path)]
            again = [(each, future if _is_there(future) else self._submit(each)) for each, future in underway]
            underway.clear()
            underway.extend(again)
            return rows

    def _alone(self, path: str) -> Iterable[Row]:
        try:
            return self._result(self._submit([path]))
        except BrokenProcessPool:
            self._renew()
            sentence = _("It could not be measured: the process that tried was ended, maybe for want of memory.")
            return [Row(path, error=sentence, formula=self._order.counting.formula)]

    def _result(self, coming: _Coming) -> Iterable[Row]:
        """Wait for rows; give none where it is time to stop."""
        while not wait([coming], _PATIENCE).done:
            if self._stopped():
                return ()
        return coming.result()

    def _renew(self) -> None:
        self.end()
        self._pool = self._made()

    def end(self) -> None:
        """End all processes now, whatever they are at."""
        # Python has a public way from 3.14 on.
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001  # as just said
            process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _is_there(future: _Coming) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Let a process that is started meanwhile hear no Ctrl+C from its first moment on.

    In a terminal it reaches every process; only the first is to answer it.
    """
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _begin(language: str) -> None:
    speak([language])
    # Where signals cannot be blocked.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _measure(piece: _Piece, order: Order) -> list[Row]:
    return [measured(path, order) for path in piece]
