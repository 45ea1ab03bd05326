"""Tests of axes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.drawing.axis import axis
from factbox.translation import speak


@given(st.lists(st.floats(-1e6, 1e6), max_size=20), st.integers(2, 8))
def test_an_axis_reaches_beyond_its_values_in_few_steps(values: list[float], most: int) -> None:
    """All values lie below the top, which the last number names, and there are not too many numbers."""
    made = axis(values, most)
    assert made.top >= max(values, default=0.0) * (1 - 1e-9)
    assert made.top == made.ticks[-1].value
    assert made.ticks[0].value == 0
    assert 2 <= len(made.ticks) <= most + 1
    assert all(float(tick.text.replace(",", "")) == pytest.approx(tick.value) for tick in made.ticks)


def test_numbers_are_round() -> None:
    """People count in ones, twos and fives."""
    assert [tick.text for tick in axis([9.3]).ticks] == ["0", "2", "4", "6", "8", "10"]
    assert [tick.text for tick in axis([0.9], 4).ticks] == ["0.0", "0.5", "1.0"]
    assert [tick.text for tick in axis([57.0]).ticks] == ["0", "20", "40", "60"]


def test_what_lies_beyond_an_end_stands_there() -> None:
    """A negative Level stands at the foot."""
    assert axis([10.0]).share(-3.0) == 0.0
    assert axis([10.0]).share(5.0) == 0.5


def test_numbers_are_written_as_the_language_does() -> None:
    """Thousands and decimals have its signs."""
    speak(["de"])
    assert [tick.text for tick in axis([4000], 2).ticks] == ["0", "2.000", "4.000"]
    assert [tick.text for tick in axis([1], 2).ticks] == ["0,0", "0,5", "1,0"]
