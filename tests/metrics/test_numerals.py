"""Tests of numbers and dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import soon
from factbox.metrics.numerals import is_converted, is_rounded, numbers, said


def values(text: str) -> list[set[float | str]]:
    """Give what the numbers of a text come to."""
    return [set(each.values) for each in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ninety-five ducks", 95),
        ("1,000 ducks", 1000),
        ("one thousand ducks", 1000),
        ("two hundred and five thousand ducks", 205_000),
        ("1.5 million ducks", 1_500_000),
        ("£14m for ducks", 14_000_000),
        ("£14-million for ducks", 14_000_000),
        ("half a million ducks", 500_000),
        ("a quarter of the ducks", 0.25),
        ("two-thirds of them", 0.666667),
        ("95 per cent of them", 95),
        ("95% of them", 0.95),
        ("one in four ducks", 0.25),
        ("the 1990s", 1990),
        ("the 19th time", 19),
        ("four decades", 40),
        ("a 24-year-old duck", 24),
        ("a race of 1,300m", 1300),
        ("they came in March", "march"),
        ("on 3 Sept. they left", "september"),
    ],
)
def test_a_number_is_known_in_words_and_figures(text: str, value: float | str) -> None:
    """Each way to write it comes to the same."""
    assert value in set().union(*values(text))


@pytest.mark.parametrize(
    "text",
    ["one of them", "May we go?", "COVID-19 spread", "8 You can sleep", "the second time", "an often heard song"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    """Pronouns, verbs, names and the numbers of items count nothing."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("both came", 2), ("a dozen", 12), ("once", 1), ("the third day", 3), ("on a Monday", "monday")],
)
def test_other_words_say_a_number_too(text: str, value: float | str) -> None:
    """They keep it, though they are none."""
    assert value in said(text)


def test_a_rounded_figure_is_not_changed() -> None:
    """What is told to be rough may be off by a tenth, not by more."""
    exact = next(numbers("They counted 15,152 ducks."))
    assert is_rounded(exact, list(numbers("They counted about 15,000 ducks.")))
    assert not is_rounded(exact, list(numbers("They counted 15,000 ducks.")))
    assert not is_rounded(exact, list(numbers("They counted about 12,000 ducks.")))


@given(st.integers(2, 999_999))
def test_commas_change_nothing(number: int) -> None:
    """A figure is the same with and without them."""
    assert values(f"about {number} ducks") == values(f"about {number:,} ducks")


@given(st.text(alphabet="0123456789,.%£mk -aotwenhudrf", max_size=40))
def test_a_number_lies_within_its_text(text: str) -> None:
    """Its places are of the text, and it is not empty."""
    assert all(0 <= each.start < each.end <= len(text) for each in numbers(text))


def test_another_unit_is_the_same_number() -> None:
    """Feet may be told in metres, nearly."""
    text = "It is 11,000ft high."
    assert is_converted(next(numbers(text)), text, list(numbers("It is 3,300 metres high.")))
    assert not is_converted(next(numbers(text)), text, list(numbers("It is 9,000 metres high.")))
    assert not is_converted(
        next(numbers("It has 11,000 trees.")), "It has 11,000 trees.", list(numbers("3,300 trees"))
    )


def test_many_figures_are_looked_at_soon() -> None:
    """Each is rough or not by the words before it alone."""
    with soon():
        found = list(numbers("about 7 " + "1 " * 20_000))
        assert [each.rough for each in found[:2]] == [True, False]
