"""Tests of what happens where a rule has a mistake."""

from collections.abc import Iterator

import pytest

from factbox.metrics.flaws import found_by, new_failures


@pytest.fixture(autouse=True)
def _begun_anew() -> Iterator[None]:
    """Let no failure of one test be one of another."""
    new_failures()
    yield
    new_failures()


def test_what_a_rule_finds_is_given() -> None:
    """One without a mistake fails nobody."""
    assert found_by("commas", lambda: iter((1, 2))) == [1, 2]
    assert new_failures() == {}


def test_a_rule_that_fails_finds_nothing() -> None:
    """Even what it had found before is dropped, and the failure is noted by its name."""

    def find() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    assert found_by("commas", find) == []
    assert new_failures() == {"commas": "ZeroDivisionError"}


def test_a_failure_is_told_once() -> None:
    """A rule that works again is no more among those that have failed, and one that fails again is."""

    def find() -> Iterator[int]:
        yield 1
        raise MemoryError

    found_by("commas", find)
    # Others that it finds in between do not hush it up.
    found_by("commas", lambda: iter((1,)))
    assert new_failures() == {"commas": "MemoryError"}
    found_by("commas", lambda: iter((1,)))
    assert new_failures() == {}
    found_by("commas", find)
    assert new_failures() == {"commas": "MemoryError"}
