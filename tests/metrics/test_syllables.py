"""Tests of syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.language import language
from factbox.metrics.syllables import by_vowels, count_syllables, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("faeries", 2), ("Pikachu", 3), ("naïve", 2), ("café", 2), ("fire", 1), ("every", 2), ("area", 3),
     ("recipe", 3),
     ("ambling", 2), ("wicked", 2), ("rhythm", 2), ("boss's", 2), ("boxes", 2), ("tables", 2), ("I", 1)],
)  # fmt: skip
def test_words_are_counted_as_spoken(word: str, count: int) -> None:
    """The count is that of General American speech."""
    assert count_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("mother-in-law", 4), ("six-year-old", 3), ("twenty-one", 3), ("well-known", 2)],
)
def test_a_compound_counts_by_its_parts(word: str, count: int) -> None:
    """A hyphenated word has the syllables of its parts."""
    assert count_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("U.S.", 2), ("XKCD", 4), ("WWF", 7), ("a.m.", 2)])
def test_letters_are_read_aloud(word: str, count: int) -> None:
    """An abbreviation that nobody can speak counts by the names of its letters."""
    assert count_syllables(word) == count


@pytest.mark.parametrize("figure", ["7", "1,250", "3.14", "2026", "21st", "£20"])
def test_a_figure_is_one_syllable(figure: str) -> None:
    """A figure counts as one, whatever its length."""
    assert count_syllables(figure) == 1


@pytest.mark.parametrize(
    ("word", "count"),
    [("unpaintable", 4), ("rebrushed", 2), ("toothmug", 2), ("gloomier", 3), ("lumpier", 3), ("dampest", 2),
     ("colourless", 3), ("photoreceptor", 5), ("tidied", 2), ("tugged", 1), ("hinted", 2)],
)  # fmt: skip
def test_words_outside_the_table_are_taken_apart(word: str, count: int) -> None:
    """A word that is not listed counts by its stem, its ending, its prefix or its two halves."""
    known = {**language("en").syllables}
    known.pop(word, None)
    assert syllables(word, known) == count


@pytest.mark.parametrize(
    ("word", "count"), [("blorp", 1), ("zamonu", 3), ("grimble", 2), ("drated", 2), ("plosh", 1)]
)
def test_unknown_words_count_by_their_vowels(word: str, count: int) -> None:
    """What is left is counted by groups of vowels."""
    assert by_vowels(word) == count


def test_an_endless_word_is_counted_by_its_vowels() -> None:
    """What is longer than any word is not taken apart, which would take for ever."""
    assert count_syllables("ba" * 500_000) == 500_000


def test_signs_have_no_syllables() -> None:
    """What holds neither letter nor digit counts for nothing."""
    assert count_syllables("—") == 0


@given(st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=20))
def test_every_word_has_a_syllable(word: str) -> None:
    """Any run of letters has at least one syllable."""
    assert count_syllables(word) >= 1


@given(st.sampled_from(["don't", "we'll", "o'clock", "it's", "boss's"]))
def test_the_apostrophe_may_be_curly(word: str) -> None:
    """Typographic apostrophes make no difference."""
    assert count_syllables(word.replace("'", "’")) == count_syllables(word)
