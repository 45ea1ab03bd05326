"""Tests of link words and negations."""

import pytest

from costs import soon
from factbox.metrics.links import Relation, is_negative, links, may_tell, negations


def relations(text: str) -> set[Relation]:
    """Give what the link words of a text tell."""
    return {link.relation for link in links(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They stayed because of the rain.", Relation.CAUSE),
        ("It rained, so they stayed.", Relation.RESULT),
        ("Therefore they stayed.", Relation.RESULT),
        ("Although it rained, they went.", Relation.CONTRAST),
        ("It rained but they went.", Relation.CONTRAST),
        ("If it rains, they stay.", Relation.CONDITION),
    ],
)
def test_a_link_word_tells_a_relation(text: str, relation: Relation) -> None:
    """Each is of one relation."""
    assert relations(text) == {relation}


@pytest.mark.parametrize(
    "text",
    [
        "They asked if it rained.",
        "It is due to end in May.",
        "It is not red but green.",
        "They had nothing but rain.",
        "It was so cold.",
    ],
)
def test_the_same_letters_may_link_nothing(text: str) -> None:
    """Questions, corrections and degrees are no such relations."""
    assert relations(text) == set()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The rain was the reason.", Relation.CAUSE),
        ("It rained. So they stayed.", Relation.CAUSE),
        ("It rained. Still they went.", Relation.CONTRAST),
        ("When it rains they stay.", Relation.CONDITION),
    ],
)
def test_other_words_may_tell_it(text: str, relation: Relation) -> None:
    """A relation in other words is there."""
    assert may_tell(text, relation)


def test_without_any_word_it_is_not_told() -> None:
    """Two plain sentences tell no relation."""
    assert not any(may_tell("It rained. They stayed at home.", relation) for relation in Relation)


@pytest.mark.parametrize(
    "text", ["They do not sing.", "They don’t sing.", "Nobody sings.", "They sing without words."]
)
def test_a_negation_is_found(text: str) -> None:
    """In whatever form."""
    assert len(list(negations(text))) == 1
    assert is_negative(text)


@pytest.mark.parametrize(
    "text", ["Not only lemurs sing.", "There is no doubt.", "They know whether or not it rains."]
)
def test_some_words_negate_nothing(text: str) -> None:
    """These say the same with and without it."""
    assert list(negations(text)) == []


def test_a_word_may_negate_by_its_meaning() -> None:
    """What fails or is unable negates, a plain word does not."""
    assert is_negative("They failed.")
    assert is_negative("They are unable to sing.")
    assert not is_negative("Lemurs sing at dawn.")


@pytest.mark.parametrize("text", ["a" * 60_000, "n’" * 30_000, "if " * 20_000, "not but " * 8_000])
def test_endless_lines_are_looked_through_soon(text: str) -> None:
    """What somebody pastes without a space, or with one word again and again, holds nobody for long."""
    with soon():
        is_negative(text)
        list(links(text))
        list(negations(text))
