"""Tests of telling how long it will take."""

from factbox.batch.pace import Pace


def test_what_is_left_follows_the_last_steps() -> None:
    """The time of a step times those that are left; nothing is said before anybody could know."""
    now = 100.0
    pace = Pace(1_000, lambda: now)
    assert pace.left is None
    assert pace.text == "0 of 1,000 files"
    for _number in range(100):
        now += 0.5
        pace.step()
    assert pace.left == 450.0
    assert pace.text == "100 of 1,000 files, about 8 minutes left"
    for _number in range(400):
        now += 0.01
        pace.step()
    assert pace.text == "500 of 1,000 files, about 5 seconds left"


def test_at_the_end_nothing_is_left() -> None:
    """The last file needs no forecast."""
    pace = Pace(1)
    pace.step()
    assert pace.left == 0.0
    assert pace.text == "1 of 1 file"
