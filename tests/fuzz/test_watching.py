"""Tests of the dog that watches a window: which seconds of a hold count."""

import sys
import time
from collections.abc import Iterator

import pytest

from fuzz.watching import Hold, Watchdog

_HANG = 0.2


@pytest.fixture
def watchdog() -> Iterator[Watchdog]:
    """Give one that watches this thread, on a machine where other programs want the processors too."""
    made = Watchdog(_HANG, calm=lambda: False)
    made.start()
    yield made
    made.sleep()
    made.join()


def test_all_counts_on_a_calm_machine() -> None:
    """Whatever the window waits for: nobody else can be the reason."""
    assert Hold(3.0, 0.1, 0.0, is_calm=True).counts == 3.0


def test_waiting_for_a_processor_does_not_count() -> None:
    """On a busy machine the program answers for its work and its sleep alone, never for more than the clock."""
    assert Hold(3.0, 0.1, 0.5, is_calm=False).counts == 0.6
    assert Hold(3.0, 2.0, 2.0, is_calm=False).counts == 3.0


def test_work_counts(watchdog: Watchdog) -> None:
    """A window that works and does not answer is held, however busy the machine."""
    watchdog.beat()
    until = time.process_time() + 2 * _HANG
    while time.process_time() < until:
        pass
    hold = watchdog.beat()
    assert hold.own > _HANG
    assert hold.counts > _HANG


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show their threads")
def test_sleep_counts(watchdog: Watchdog, capfd: pytest.CaptureFixture[str]) -> None:
    """A window that waits for something is held although nobody works; where it waits is written down."""
    watchdog.doing = "waiting"
    watchdog.beat()
    time.sleep(4 * _HANG)
    hold = watchdog.beat()
    assert hold.own < _HANG
    assert hold.asleep > _HANG
    assert hold.counts > _HANG
    assert (watchdog.longest, watchdog.during) == (hold, "waiting")
    told = capfd.readouterr().err
    assert "held by waiting" in told
    assert "test_sleep_counts" in told


def test_a_window_that_answers_is_not_held(watchdog: Watchdog) -> None:
    """Many short times make no long one."""
    for _turn in range(10):
        time.sleep(_HANG / 10)
        assert watchdog.beat().asleep < _HANG
    assert watchdog.longest.counts < _HANG
