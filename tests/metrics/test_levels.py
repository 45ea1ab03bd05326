"""Tests of the Level, its band and its words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.formulas import FORMULAS, Term
from factbox.metrics.levels import estimate, half_width
from factbox.metrics.tally import Tally


def tally(words: int, *, sentences: int, syllables: int) -> Tally:
    """Make the tally of a text of prose."""
    return Tally(tokens=words, words=words, sentences=sentences, ended=sentences, syllables=syllables)


def test_the_level_has_a_band_and_plain_words() -> None:
    """A steady text is told its grade, its age and where its Level likely lies."""
    level = estimate(tally(290, sentences=16, syllables=393))
    assert level.value == pytest.approx(7.470, abs=5e-4)
    assert level.headline == "Grade 7: middle school"
    assert level.remark == "Age 12 to 13 · Likely 5 to 10"
    assert not level.rough


@pytest.mark.parametrize(
    ("syllables", "headline", "remark"),
    [
        (164, "Grade 8: middle school", "Age 13 to 14 · Likely 4 to 12"),
        (168, "Grade 8: middle school", "Age 13 to 14 · Likely 4 to 12"),
        (104, "Grade 1: primary school", "Age 6 to 7 · Likely below 1 to 5"),
    ],
)
def test_a_level_is_called_by_the_nearest_grade(syllables: int, headline: str, remark: str) -> None:
    """Grade 7.7 and grade 8.1 are both called grade 8, and 0.6 is called grade 1."""
    level = estimate(tally(100, sentences=10, syllables=syllables))
    assert (level.headline, level.remark) == (headline, remark)


def test_a_short_text_is_rough() -> None:
    """Below 100 words the Level says so."""
    level = estimate(tally(39, sentences=3, syllables=48))
    assert level.rough
    assert level.headline.startswith("Rough: grade 4")
    assert "From 100 words on" in level.remark


@pytest.mark.parametrize(
    ("syllables", "headline"),
    [(100, "Below grade 1: first reader"), (340, "Grade 19+: specialist"), (208, "Grade 13: university")],
)
def test_the_ends_of_the_scale_have_names(syllables: int, headline: str) -> None:
    """Below 1 and above 19 there are no grades, only names; from 13 on it is university."""
    assert estimate(tally(100, sentences=10, syllables=syllables)).headline == headline


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (Tally(), ("No text yet", "The facts appear as you write.")),
        (tally(12, sentences=1, syllables=14), ("No Level yet", "12 words. It needs 25.")),
        (Tally(tokens=1, fragments=1, words_left_out=1), ("No Level yet", "1 word. It needs 25.")),
        (Tally(tokens=19, words=19, sentences=1), ("No Level", "No sentence ends found.")),
        (Tally(tokens=40, fragments=4, words_left_out=40), ("No Level", "No sentence ends found.")),
    ],
)
def test_without_a_level_it_says_why(counted: Tally, words: tuple[str, str]) -> None:
    """A text too short or without sentence ends has no Level, and the reason is told."""
    level = estimate(counted)
    assert level.value is None
    assert (level.headline, level.remark) == words


def test_only_grades_are_levels() -> None:
    """A formula on another scale cannot give the Level."""
    with pytest.raises(ValueError, match="school grade"):
        estimate(Tally(), "flesch_reading_ease")


@pytest.mark.parametrize(("words", "half"), [(25, 5.9), (50, 4.7), (100, 4.0), (150, 3.4), (200, 3.1), (300, 2.6)])
def test_the_band_has_its_measured_widths(words: int, half: float) -> None:
    """At the lengths where it was measured the band is as wide as it was measured."""
    assert half_width(words) == pytest.approx(half)


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_a_longer_text_is_never_less_sure(words: int, more: int) -> None:
    """The band only narrows with length."""
    assert half_width(words + more) <= half_width(words)


def test_a_formula_that_fails_gives_no_level_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remark names it with its error, and says what to do."""

    def fail(_figures: object) -> tuple[Term, ...]:
        raise ZeroDivisionError

    broken = replace(FORMULAS["flesch_kincaid"], equation=fail)
    monkeypatch.setitem(FORMULAS, "flesch_kincaid", broken)
    level = estimate(tally(290, sentences=16, syllables=393))
    assert (level.value, level.headline) == (None, "No Level")
    assert level.remark == "Flesch–Kincaid could not be worked out (ZeroDivisionError). Choose another formula."
