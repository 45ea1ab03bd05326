"""Tests of content words."""

import pytest

from factbox.metrics.content import bare, in_form, inside, is_latinate, worth
from factbox.metrics.tally import Tally


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("Houses,", ()),
        ("houses,", ("houses",)),
        ("“Houses", ("houses",)),
        ("house’s", ("house",)),
        ("the", ()),
        ("don't", ()),
        ("1990s", ()),
        ("www.example.org", ()),
        ("well-known", ("well-known",)),
        ("cat/dog", ("cat", "dog")),
        ("fast—home", ("fast", "home")),
        ("NASA", ()),
        ("—", ()),
    ],
)
def test_a_form_has_its_content_words(form: str, found: tuple[str, ...]) -> None:
    """Names, function words, figures and addresses are none; what follows an apostrophe is cut."""
    assert in_form(form) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Houses burn", ["houses", "burn"]),
        ("“ Houses burn", ["houses", "burn"]),
        ("HOUSES BURN", ["houses", "burn"]),
        ("He saw Houses", ["saw"]),
    ],
)
def test_a_capital_tells_a_name_only_inside_a_sentence(sentence: str, found: list[str]) -> None:
    """The first word of a sentence is no name, nor is any where all is in capitals."""
    assert [word for form in inside(sentence.split()) for word in in_form(form)] == found


def test_a_word_is_looked_up_without_regard_to_capitals() -> None:
    """A row of a list has a word as it is written; as a content word it is small."""
    assert bare("House’s") == "house"
    assert not bare("The")


@pytest.mark.parametrize(
    ("word", "latinate"),
    [("education", True), ("possibilities", True), ("nation", False), ("banana", False), ("dangerous", True)],
)
def test_a_latinate_word_is_long_and_has_the_ending(word: str, *, latinate: bool) -> None:
    """Three syllables and an ending like -tion; a short word with it is none."""
    assert is_latinate(word) is latinate


def test_what_no_table_knows_says_nothing_but_that_it_is_there() -> None:
    """A word outside the tables is a different word, without level and frequency."""
    found = Tally.unpack(worth(("zyxolith",)))
    assert (found.content_words, found.levelled, found.listed) == (1, 0, 0)
