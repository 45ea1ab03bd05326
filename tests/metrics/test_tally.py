"""Tests of tallies and vocabularies."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.tally import Tally, Vocabulary

tallies = st.builds(Tally, *[st.integers(0, 10**9) for _ in fields(Tally)])
token_lists = st.lists(st.sampled_from(["a", "A", "b", "c"]))


@given(tallies, tallies)
def test_subtracting_undoes_adding(one: Tally, other: Tally) -> None:
    """What was added can be taken away again, and no field is forgotten."""
    assert one + other - other == one


@given(tallies)
def test_zero_changes_nothing(one: Tally) -> None:
    """The empty tally is the zero of adding."""
    assert one + Tally() == one


@given(tallies, tallies)
def test_every_field_is_a_sum(one: Tally, other: Tally) -> None:
    """Adding adds every field by itself."""
    added = one + other
    for name in Tally.__dataclass_fields__:
        assert getattr(added, name) == getattr(one, name) + getattr(other, name)


@given(token_lists, token_lists)
def test_a_vocabulary_forgets_what_is_taken_out(kept: list[str], gone: list[str]) -> None:
    """Adding and removing tokens leaves the vocabulary as if they had never been in."""
    assert Vocabulary().add(kept).add(gone).remove(gone) == Vocabulary().add(kept)


def test_types_are_tokens_as_written() -> None:
    """A capital makes another type."""
    assert Vocabulary().add(["The", "the", "the"]).types == 2


def test_a_vocabulary_knows_how_often() -> None:
    """Each token is counted as often as it came."""
    assert Vocabulary().add(["the", "cat", "the"]).counts == {"the": 2, "cat": 1}


@given(token_lists, token_lists, token_lists)
def test_capitals_may_be_ignored_at_any_time(early: list[str], late: list[str], gone: list[str]) -> None:
    """Ignoring capitals before or after the tokens came gives the same types, and can be taken back."""
    vocabulary = Vocabulary().add(early).add(gone)
    vocabulary.ignore_capitals(ignored=True)
    vocabulary.add(late).remove(gone)
    assert vocabulary.types == len({token.lower() for token in early + late})
    vocabulary.ignore_capitals(ignored=False)
    assert vocabulary.types == len(set(early + late))


def test_what_is_not_in_cannot_be_taken_out() -> None:
    """Removing a token that never came is an error, not a negative count."""
    with pytest.raises(KeyError):
        Vocabulary().remove(["cat"])
