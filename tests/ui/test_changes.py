"""Tests of the page of changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.ui.changes import whole_percents


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((), []),
        ((1.0,), [100]),
        ((1 / 3, 1 / 3, 1 / 3), [34, 33, 33]),
        ((0.125, 0.875), [13, 87]),
        ((0.0, 0.4), [0, 40]),
    ],
)
def test_shares_are_told_whole(shares: tuple[float, ...], told: list[int]) -> None:
    """The largest rest is rounded up; what is no share of all need not come to a hundred."""
    assert whole_percents(shares) == told


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=6))
def test_shares_of_all_come_to_a_hundred(parts: list[int]) -> None:
    """And each is told to less than one per cent."""
    shares = [part / sum(parts) for part in parts]
    told = whole_percents(shares)
    assert sum(told) == 100
    assert all(abs(100 * share - percent) < 1 for share, percent in zip(shares, told, strict=True))
