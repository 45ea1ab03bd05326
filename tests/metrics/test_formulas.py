"""Tests of the readability formulas."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import textstat

from factbox.metrics.formulas import FORMULAS
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
    assert FORMULAS[key].equation(tally) == pytest.approx(example["score"], abs=example["within"])


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
    easy = FORMULAS[key].score(Tally(words=100, sentences=12, ended=12, syllables=120, unfamiliar=2))
    hard = FORMULAS[key].score(Tally(words=100, sentences=4, ended=4, syllables=180, unfamiliar=30))
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


@pytest.mark.usefixtures("_pronunciations")
@pytest.mark.parametrize(
    ("key", "oracle"),
    [("flesch_kincaid", textstat.flesch_kincaid_grade), ("flesch_reading_ease", textstat.flesch_reading_ease)],
)
def test_fed_with_its_counts_we_agree_with_textstat(key: str, oracle: Any) -> None:
    """The same counts give the same score as in textstat."""
    counts = Tally(
        words=textstat.lexicon_count(TEXT),
        sentences=textstat.sentence_count(TEXT),
        ended=1,
        syllables=textstat.syllable_count(TEXT),
    )
    assert FORMULAS[key].score(counts) == pytest.approx(oracle(TEXT), abs=1e-9)
