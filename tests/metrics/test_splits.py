"""Tests of where sentences may be split."""

import pytest
from hypothesis import given

from factbox.metrics.splits import splits
from strategies import lines


def halves(text: str) -> list[str]:
    """Split a sentence at each place and give what it becomes."""
    return [text[: each.start] + each.text + text[each.end :] for each in splits(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        (
            "The baker lit the oven before dawn; the street smelled of bread.",
            "The baker lit the oven before dawn. The street smelled of bread.",
        ),
        (
            "The bus was late again that morning, and she missed the first lesson.",
            "The bus was late again that morning. She missed the first lesson.",
        ),
        (
            "He wanted to stay for another week, but the money was gone.",
            "He wanted to stay for another week. But the money was gone.",
        ),
        (
            "The river had frozen in the night, so the children could walk over it.",
            "The river had frozen in the night. So the children could walk over it.",
        ),
        (
            "They built the bridge of old ships, which are still there today.",
            "They built the bridge of old ships. These are still there today.",
        ),
        (
            "She moved to a small town in Wales, where her sister ran a shop.",
            "She moved to a small town in Wales. There her sister ran a shop.",
        ),
        (
            "The match was stopped after an hour because the pitch was flooded.",
            "The match was stopped after an hour. This is because the pitch was flooded.",
        ),
        (
            "Nobody wanted to go into the cave – it was dark and wet.",
            "Nobody wanted to go into the cave. It was dark and wet.",
        ),
    ],
)
def test_clauses_that_stand_by_themselves_are_found(text: str, split: str) -> None:
    """The second half begins with its capital; no cause, contrast or result is dropped."""
    assert halves(text) == [split]


@pytest.mark.parametrize(
    "text",
    [
        "She bought apples and pears and a very large loaf of bread.",
        "If it rains on the day of the match, and it often does, we stay at home.",
        "The house, which was built by my grandfather, is for sale again this year.",
        "He worked between the old harbour and the market that was open at night.",
        "“I am going to the shop, and you are staying here with him,” she said.",
        "The club (it was founded by sailors, and it still has a boat) is closed.",
        "It was not the wind but the rain that kept them from the summit.",
        "He was late because of the heavy snow that had fallen in the night.",
        "We saw geese; a heron that was fishing; and two otters on the bank.",
        "Stop, and go.",
    ],
)
def test_other_places_are_left_alone(text: str) -> None:
    """Lists, pairs, clauses in the middle, quotations, brackets and short halves are no places."""
    assert halves(text) == []


def test_a_short_half_is_told() -> None:
    """A half of few words makes choppy prose."""
    (found,) = splits("The bus was late again that morning, and she was very cold.", 0, 59)
    assert found.choppy
    assert found.after == "morning"


@given(lines)
def test_places_lie_in_the_sentence_and_keep_its_words(text: str) -> None:
    """Whatever the text, what gives way is punctuation and a joining word, and it lies within."""
    for each in splits(text, 0, len(text)):
        assert 0 <= each.start < each.end <= len(text)
        assert len(text[each.start : each.end].split()) <= 3
