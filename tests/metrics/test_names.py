"""Tests of names."""

import pytest

from costs import soon
from factbox.metrics.names import is_named, named_inside, names, words_in


def found(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Give the names of a text."""
    return [text[name.start : name.end] for name in names(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Amina Diallo in Dakar.", ["Amina Diallo", "Dakar"]),
        ("He read about Vasco de Gama.", ["Vasco de Gama"]),
        ("She said: “When they left, the Malagasy cried.”", ["Malagasy"]),
        ("The lake and the river are wide.", []),
        ("It rained on Monday in June.", []),
        ("THE LEMURS OF MADAGASCAR", []),
        ("They wrote to the Minister.", []),
    ],
)
def test_capitals_inside_a_sentence_tell_names(text: str, expected: list[str]) -> None:
    """Starts of sentences and of quotations, days and titles do not."""
    assert found(text) == expected


def test_a_known_name_is_seen_at_the_start() -> None:
    """What has a capital elsewhere is a name there too."""
    known = named_inside(["They flew to Peru."])
    assert found("Peru is far.", known) == ["Peru"]
    assert found("Peru is far.") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Amina Diallo", "Diallo counted."),
        ("Brazil", "the Brazilian coast"),
        ("Britain", "the UK"),
        ("France", "a French lake"),
        ("World Wildlife Fund", "the WWF"),
        ("WWF", "the World Wildlife Fund"),
        ("Diallo’s", "what Diallo said"),
    ],
)
def test_a_name_in_another_form_is_kept(name: str, text: str) -> None:
    """Parts, peoples and initials keep it."""
    assert is_named(next(names(f"We saw {name} there.")), words_in(text))


def test_another_name_does_not_keep_it() -> None:
    """Only the same one does."""
    assert not is_named(next(names("We saw Amina Diallo there.")), words_in("We saw Omar Keita there."))


def test_a_long_row_of_signs_costs_no_square_time() -> None:
    """Ten thousand brackets before each of many capitals are looked through once each."""
    text = ("(" * 2_000 + " A" * 50 + " ") * 20
    with soon():
        found(text)


@pytest.mark.parametrize("opening", ["12. ", "12) ", "— ", "“", "...  ", "3 "])
def test_signs_and_numbers_may_stand_before_a_start(opening: str) -> None:
    """What numbers an item, dashes and quotation marks begin a sentence all the same."""
    assert found(f"{opening}Lakes are wide.") == []
