"""Tests of the sentence around a place."""

import pytest

from factbox.session.surroundings import sentence_around

TEXT = "Dr. Ash left. “Why now?” she asked. No end"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, "Dr. Ash left."),
        (4, "Dr. Ash left."),
        (13, "Dr. Ash left."),
        (14, "“Why now?” she asked."),
        (30, "“Why now?” she asked."),
        (len(TEXT), "No end"),
    ],
)
def test_finds_the_sentence_around_a_place(place: int, expected: str) -> None:
    """As the counts have it: no sentence ends behind Dr., nor within what somebody goes on to say."""
    start, end = sentence_around(TEXT, place)
    assert TEXT[start:end] == expected


@pytest.mark.parametrize("text", ["", "   ", "* * *"])
def test_a_paragraph_without_words_is_one(text: str) -> None:
    """Where there is no sentence, all of it is."""
    assert sentence_around(text, len(text)) == (0, len(text))


def test_a_long_paragraph_is_not_read_from_its_start() -> None:
    """Only what is near is looked at, and the places are those of the whole."""
    text = "It is so. " * 2_000
    start, end = sentence_around(text, 12_345)
    assert text[start:end] == "It is so."
    assert start <= 12_345 <= end + 1
