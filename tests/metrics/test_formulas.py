"""Tests of the readability formulas."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import textstat

from factbox.metrics.formulas import FORMULAS, Term
from factbox.metrics.tally import Tally

with (Path(__file__).parent / "examples.toml").open("rb") as file:
    EXAMPLES: dict[str, list[dict[str, Any]]] = tomllib.load(file)

TEXT = (
    "The river rose in the night. By morning the bridge was under water and nobody could reach the village. "
    "The farmers took their boats, which they had not used for years, and carried bread and milk across. "
    "Some of the animals had climbed to the highest field. They stood there patiently until the water fell."
)


@pytest.mark.parametrize("key", FORMULAS)
def test_every_formula_has_a_worked_example(key: str) -> None:
    """A formula without an example in examples.toml is not finished."""
    assert EXAMPLES[key]


@pytest.mark.parametrize(("key", "example"), [(key, each) for key, found in EXAMPLES.items() for each in found])
def test_worked_examples_come_out(key: str, example: dict[str, Any]) -> None:
    """Each formula gives the figure that its source, or its equation by hand, gives."""
    tally = Tally(**{"ended": 1, **example["tally"]})
    assert FORMULAS[key].value(tally) == pytest.approx(example["score"], abs=example["within"])


@pytest.mark.parametrize("key", FORMULAS)
def test_a_short_text_has_no_score(key: str) -> None:
    """Below the least text there is no figure instead of a wrong one."""
    assert FORMULAS[key].score(Tally(words=24, sentences=2, ended=2, syllables=30)) is None


@pytest.mark.parametrize("key", FORMULAS)
def test_a_text_without_a_sentence_end_has_no_score(key: str) -> None:
    """Words without a single sentence end are no sentences to judge."""
    assert FORMULAS[key].score(Tally(words=50, sentences=1, ended=0, syllables=70)) is None


@pytest.mark.parametrize("key", FORMULAS)
def test_the_direction_is_true(key: str) -> None:
    """A text with longer sentences and harder words scores on the harder side."""
    easy = FORMULAS[key].score(
        Tally(
            words=100,
            sentences=12,
            ended=12,
            syllables=120,
            letters=380,
            monosyllables=85,
            polysyllables=1,
            complex_words=1,
            long_words=5,
            mini_words=30,
            unfamiliar=2,
            length=850,
            content_words=50,
            latinate=1,
            levels=75,
            levelled=50,
            commonness=25_500,
            listed=50,
        )
    )
    hard = FORMULAS[key].score(
        Tally(
            words=100,
            sentences=4,
            ended=4,
            syllables=180,
            letters=560,
            monosyllables=50,
            polysyllables=25,
            complex_words=22,
            long_words=38,
            mini_words=30,
            unfamiliar=30,
            length=2_600,
            content_words=55,
            latinate=8,
            levels=150,
            levelled=50,
            commonness=22_000,
            listed=50,
        )
    )
    assert easy is not None
    assert hard is not None
    assert (hard > easy) is FORMULAS[key].harder


@pytest.fixture
def _pronunciations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give textstat our table for its dictionary, which it would download."""
    from factbox.metrics.language import language  # noqa: PLC0415  # read only where it is needed

    class Dictionary:
        def __getitem__(self, word: str) -> list[list[str]]:
            return [["V1"] * language("en").syllables[word]]

    monkeypatch.setattr("textstat.backend.counts._count_syllables.get_cmudict", lambda _language: Dictionary())


def counted_by_textstat(text: str) -> Tally:
    """Give the counts of textstat as a tally; what a formula of it calls difficult depends on the formula."""
    return Tally(
        words=textstat.lexicon_count(text),
        sentences=textstat.sentence_count(text),
        ended=1,
        syllables=textstat.syllable_count(text),
        letters=textstat.letter_count(text),
        monosyllables=textstat.monosyllabcount(text),
        polysyllables=textstat.polysyllabcount(text),
        complex_words=textstat.difficult_words(text, syllable_threshold=3),
        long_words=textstat.long_word_count(text),
        mini_words=textstat.miniword_count(text),
        unfamiliar=textstat.difficult_words(text, syllable_threshold=0),
    )


@pytest.mark.usefixtures("_pronunciations")
@pytest.mark.parametrize(
    ("key", "oracle"),
    [
        ("flesch_kincaid", textstat.flesch_kincaid_grade),
        ("flesch_reading_ease", textstat.flesch_reading_ease),
        ("smog", textstat.smog_index),
        ("gunning_fog", textstat.gunning_fog),
        (
            "linsear_write",
            lambda text: textstat.linsear_write_formula(text, strict_lower=False, strict_upper=False),
        ),
        ("dale_chall", textstat.dale_chall_readability_score),
        ("lix", textstat.lix),
        ("rix", textstat.rix),
        ("mcalpine_eflaw", textstat.mcalpine_eflaw),
    ],
)
def test_fed_with_its_counts_we_agree_with_textstat(key: str, oracle: Any) -> None:
    """The same counts give the same score as in textstat."""
    assert FORMULAS[key].score(counted_by_textstat(TEXT)) == pytest.approx(oracle(TEXT), abs=1e-9)


@pytest.mark.usefixtures("_pronunciations")
def test_ari_agrees_with_textstat_when_it_counts_marks_too() -> None:
    """Textstat counts punctuation as characters; with its count of them the score is the same."""
    counts = counted_by_textstat(TEXT).replace(letters=textstat.char_count(TEXT))
    assert FORMULAS["automated_readability_index"].score(counts) == pytest.approx(
        textstat.automated_readability_index(TEXT), abs=1e-9
    )


@pytest.mark.usefixtures("_pronunciations")
def test_spache_agrees_with_textstat_when_short_words_are_never_difficult() -> None:
    """Textstat spares words of one syllable; with its count the score is the same."""
    counts = counted_by_textstat(TEXT).replace(unfamiliar=textstat.difficult_words(TEXT, syllable_threshold=2))
    assert FORMULAS["spache"].score(counts) == pytest.approx(textstat.spache_readability(TEXT), abs=1e-9)


@pytest.mark.usefixtures("_pronunciations")
def test_coleman_liau_has_the_coefficient_of_its_paper() -> None:
    """Textstat cuts 0.0588 to 0.058; the scores differ by just that, 0.0008 for each letter in 100 words."""
    counts = counted_by_textstat(TEXT)
    cut = 0.08 * counts.letters / counts.words
    assert FORMULAS["coleman_liau"].score(counts) == pytest.approx(
        textstat.coleman_liau_index(TEXT) + cut, abs=1e-9
    )


def test_a_formula_that_fails_has_no_score_and_says_why() -> None:
    """A mistake in one is no end of the others."""

    def fail(_figures: object) -> tuple[Term, ...]:
        raise ZeroDivisionError

    counted = Tally(words=100, sentences=5, ended=5, syllables=150)
    whole = FORMULAS["flesch_kincaid"]
    broken = replace(whole, equation=fail)
    assert (whole.failure(counted), broken.failure(counted)) == ("", "ZeroDivisionError")
    assert broken.score(counted) is None
