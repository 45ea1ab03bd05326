"""Who watches over what is fuzzed: an alarm for what hangs, and a place for what fails."""

import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

FAILURES = Path("fuzz-failures")


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


@contextlib.contextmanager
def kept_if_failed(name: str, number: int, data: bytes, suffix: str) -> Iterator[None]:
    """Keep an input that fails, in a file that names what was fuzzed and the number of the try."""
    try:
        yield
    except BaseException:
        FAILURES.mkdir(exist_ok=True)
        (FAILURES / f"{name}-{number}{suffix}").write_bytes(data)
        raise
