"""Who watches over what is fuzzed: an alarm for what hangs, a dog at the window, and a place for what fails."""

import contextlib
import faulthandler
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

FAILURES = Path("fuzz-failures")
# Seconds that a window may not answer; those after which it is given up, and the status that tells of it.
HANG, GIVE_UP, HUNG = 2.0, 120.0, 70


class _AlarmError(BaseException):
    """Time is over; no Exception, for readers tell those of libraries in words of their own."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what takes too long fail, where the system has an alarm; in the main thread only.

    Raises:
        AssertionError: It took too long.
    """
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(_number: int, frame: FrameType | None) -> None:
        place = f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}" if frame is not None else "nowhere"
        raise _AlarmError(f"hangs at {place}")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _AlarmError as error:
        raise AssertionError(str(error)) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@dataclass(frozen=True, slots=True)
class Hold:
    """A time in which a window did not answer, in seconds.

    Attributes:
        wall: How long it was by the clock.
        own: What the processors worked for the program meanwhile, in all its threads.
        asleep: How long the thread of the window was seen to sleep, in the same place and without any work.
        is_calm: Whether the machine had a processor for everybody, when it began and when it ended.
    """

    wall: float
    own: float
    asleep: float
    is_calm: bool

    @property
    def counts(self) -> float:
        """What the program answers for: all of it on a calm machine, otherwise what it worked and what it slept.

        What is left out is the waiting for a processor that other programs have.
        """
        return self.wall if self.is_calm else min(self.wall, self.own + self.asleep)

    def __str__(self) -> str:
        """Tell all of it."""
        machine = "a calm" if self.is_calm else "a busy"
        return (
            f"{self.wall:.2f} s, of which it worked {self.own:.2f} s and was seen to sleep {self.asleep:.2f} s, "
            f"on {machine} machine"
        )


def is_calm() -> bool:
    """Tell whether this machine has a processor for everybody who wants one; not where the system does not say."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] < (os.cpu_count() or 1)


def clock() -> tuple[float, float]:
    """Tell the time, and what the processors have worked for this process, in seconds."""
    return time.monotonic(), time.process_time()


@dataclass(frozen=True, slots=True)
class _Glance:
    """What the main thread was doing: its place in Python, the ticks it has worked, and whether it slept."""

    place: tuple[int, int]
    ticks: str
    is_asleep: bool


def _glance() -> _Glance | None:
    """Look at the main thread; None where the system shows no threads."""
    thread = threading.main_thread()
    frame = sys._current_frames().get(thread.ident or 0)
    try:
        told = Path(f"/proc/self/task/{thread.native_id}/stat").read_text("ascii", "replace")
    except OSError:
        return None
    state, *fields = told.rpartition(")")[2].split()
    return _Glance((id(frame), frame.f_lasti if frame else 0), " ".join(fields[10:12]), state == "S")


class Watchdog(threading.Thread):
    """Sees how long a window does not answer, and writes down where it was then.

    The window is that of the main thread, which must call `beat` whenever it answers. What counts of a hold is in
    `Hold.counts`.

    Args:
        hang: Seconds that count as a hang.
        calm: Tells whether the machine has a processor for everybody.
        clock: Tells the time, and what the processors have worked for the program, in seconds.
    """

    def __init__(
        self,
        hang: float = HANG,
        calm: Callable[[], bool] = is_calm,
        clock: Callable[[], tuple[float, float]] = clock,
    ) -> None:
        super().__init__(daemon=True)
        self._hang, self._calm, self._clock = hang, calm, clock
        self._begin()
        self.longest = Hold(0.0, 0.0, 0.0, is_calm=True)
        self.doing = self.during = ""
        self.hangs: list[str] = []
        self._watches = True

    def _begin(self) -> None:
        self._asleep = 0.0
        self._seen = (*self._clock(), self._calm())

    def beat(self) -> Hold:
        """Hear that the window answers; give the time in which it did not."""
        hold = self._hold()
        if hold.counts > self.longest.counts:
            self.longest, self.during = hold, self.doing
        if hold.counts > self._hang:
            self.hangs.append(f"held by {self.doing}: {hold}")
        self._begin()
        return hold

    def sleep(self) -> None:
        """Watch no more."""
        self._watches = False

    def _hold(self) -> Hold:
        began, before, was_calm = self._seen
        now, worked = self._clock()
        wall = now - began
        return Hold(wall, worked - before, min(wall, self._asleep), was_calm and self._calm())

    def run(self) -> None:
        """Look again and again: at the thread of the window four times in a hang, once it does not answer."""
        told: tuple[float, float, bool] | None = None
        begun: tuple[float, float, bool] | None = None
        last: _Glance | None = None
        looked = 0.0
        while self._watches:
            time.sleep(min(0.02, self._hang / 20))
            seen, now = self._seen, self._clock()[0]
            if seen is not begun:
                begun, last, looked = seen, None, seen[0]
            if now - looked >= self._hang / 4:
                glance = _glance()
                if glance is not None and glance.is_asleep and glance == last and self._seen is begun:
                    self._asleep += now - looked
                last, looked = glance, now
            if self._hold().counts > self._hang and seen is not told:
                told = seen
                print(f"held by {self.doing}: {self._hold()}", file=sys.stderr)
                faulthandler.dump_traceback(sys.stderr)
            if now - seen[0] > GIVE_UP and self._watches:
                faulthandler.dump_traceback(sys.stderr)
                os._exit(HUNG)


@contextlib.contextmanager
def kept_if_failed(name: str, number: int, data: bytes, suffix: str) -> Iterator[None]:
    """Keep an input that fails, in a file that names what was fuzzed and the number of the try."""
    try:
        yield
    except BaseException:
        FAILURES.mkdir(exist_ok=True)
        (FAILURES / f"{name}-{number}{suffix}").write_bytes(data)
        raise
