"""Tests of tallies and vocabularies."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.tally import COUNTS, Tally, Vocabulary

tallies = st.builds(Tally, **{name: st.integers(0, 10**9) for name in COUNTS})
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
    for name in COUNTS:
        assert getattr(added, name) == getattr(one, name) + getattr(other, name)


@given(tallies)
def test_a_tally_may_cross_threads_and_processes(one: Tally) -> None:
    """It cannot change, equals its copy, and can be pickled."""
    copy = pickle.loads(pickle.dumps(one))  # noqa: S301  # our own bytes
    assert copy == one
    assert hash(copy) == hash(one)
    with pytest.raises(AttributeError):
        one.words = 3


@given(tallies, st.sampled_from(COUNTS), st.integers(0, 10**9))
def test_one_count_may_be_replaced(one: Tally, name: str, figure: int) -> None:
    """The others stay as they are."""
    replaced = one.replace(**{name: figure})
    assert {each: getattr(replaced, each) for each in COUNTS} == {
        each: figure if each == name else getattr(one, each) for each in COUNTS
    }


@given(tallies)
def test_figures_are_the_counts_side_by_side(one: Tally) -> None:
    """Taken apart at once, every count is what it is by itself."""
    assert one.figures._asdict() == {name: getattr(one, name) for name in COUNTS}
    assert one.figures.full_sentences == one.full_sentences


def test_a_tally_has_no_other_counts() -> None:
    """A name that nobody counts by is a mistake."""
    with pytest.raises(TypeError, match="wordz"):
        Tally(wordz=1)


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
