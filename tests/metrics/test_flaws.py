"""Tests of what happens where a rule has a mistake."""

from collections.abc import Iterator

import pytest

from factbox.metrics.flaws import failures, forget_failures, spared


@pytest.fixture(autouse=True)
def _begun_anew() -> Iterator[None]:
    """Let no failure of one test be one of another."""
    forget_failures()
    yield
    forget_failures()


def test_what_a_rule_finds_is_given() -> None:
    """One without a mistake fails nobody."""
    assert spared("commas", lambda: iter((1, 2))) == [1, 2]
    assert failures() == {}


def test_a_rule_that_fails_finds_nothing() -> None:
    """Even what it had found before is dropped, and the failure is noted by its name."""

    def find() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    assert spared("commas", find) == []
    assert failures() == {"commas": "ZeroDivisionError"}
