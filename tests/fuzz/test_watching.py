"""Tests of the dog that watches a window: which seconds of a hold count."""

import sys
import time

import pytest

from fuzz.watching import Hold, Watchdog

_HANG = 0.2


class Clock:
    """A clock that a test sets: the time, and what the processors worked, in seconds."""

    def __init__(self) -> None:
        self.time = self.work = 0.0

    def __call__(self) -> tuple[float, float]:
        """Tell both."""
        return self.time, self.work


@pytest.fixture
def clock() -> Clock:
    """Give the clock of the watchdog."""
    return Clock()


@pytest.fixture
def watchdog(clock: Clock) -> Watchdog:
    """Give one that does not look by itself, on a machine where other programs want the processors too."""
    return Watchdog(_HANG, calm=lambda: False, clock=clock)


def test_all_counts_on_a_calm_machine() -> None:
    """Whatever the window waits for: nobody else can be the reason."""
    assert Hold(3.0, 0.1, 0.0, is_calm=True).counts == 3.0


def test_waiting_for_a_processor_does_not_count() -> None:
    """On a busy machine the program answers for its work and its sleep alone, never for more than the clock."""
    assert Hold(3.0, 0.1, 0.5, is_calm=False).counts == 0.6
    assert Hold(3.0, 2.0, 2.0, is_calm=False).counts == 3.0


def test_work_counts(watchdog: Watchdog, clock: Clock) -> None:
    """A window that works and does not answer is held, however busy the machine."""
    watchdog.doing = "typing"
    clock.time, clock.work = 3.0, 1.0
    hold = watchdog.beat()
    assert hold == Hold(3.0, 1.0, 0.0, is_calm=False)
    assert hold.counts == 1.0
    assert [hang.partition(":")[0] for hang in watchdog.hangs] == ["held by typing"]


def test_a_window_that_answers_is_not_held(watchdog: Watchdog, clock: Clock) -> None:
    """Many short times make no long one, whatever was worked in all of them."""
    for turn in range(1, 11):
        clock.time, clock.work = float(turn), turn / 8
        watchdog.beat()
    assert watchdog.longest == Hold(1.0, 0.125, 0.0, is_calm=False)
    assert not watchdog.hangs


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show their threads")
def test_sleep_counts(capfd: pytest.CaptureFixture[str]) -> None:
    """A window that waits for something is held although nobody works; where it waits is written down."""
    watchdog = Watchdog(_HANG, calm=lambda: False, clock=lambda: (time.monotonic(), 0.0))
    watchdog.doing = "waiting"
    watchdog.start()
    told = ""
    while "test_sleep_counts" not in told:
        time.sleep(_HANG)
        told += capfd.readouterr().err
    hold = watchdog.beat()
    watchdog.sleep()
    watchdog.join()
    assert hold.asleep > _HANG
    assert hold.counts == hold.asleep
    assert (watchdog.longest, watchdog.during) == (hold, "waiting")
    assert "held by waiting" in told
