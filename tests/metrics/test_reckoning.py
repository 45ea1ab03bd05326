"""Tests of the lines of a reckoning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block
from factbox.metrics.examples import NO_EXAMPLES, Examples
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.ledger import settle
from factbox.metrics.reckoning import part, scales
from factbox.metrics.report import Counting
from strategies import lines

EXAMPLES = Examples(late=("corrosive", "amassed"), rare=("apartheid",), latinate=("inequality",))
TEXT = "The municipal museum was established in an abandoned factory near the old harbour of the town. " * 3


@given(st.lists(lines, max_size=6))
def test_four_parts_of_equal_weight_add_up_to_calibrated(texts: list[str]) -> None:
    """The deviations, weighed alike, lie as far from a usual text as the Level does from 10.36."""
    report = settle(map(Block, [TEXT, *texts]), counting=Counting(formula="calibrated"))
    if report.level is None:
        return
    parts = [part(term, NO_EXAMPLES) for term in FORMULAS["calibrated"].terms(report.judged)]
    deviations = [each.deviation for each in parts if each.deviation is not None]
    assert len(deviations) == 4
    assert 10.36 + 2.65 * sum(deviations) / 4 == pytest.approx(report.level)


def test_parts_of_calibrated_name_their_words() -> None:
    """Each part says how far it is from a usual text and on which words it rests; sentences say their length."""
    report = settle([Block(TEXT)], counting=Counting(formula="calibrated"))
    notes = {
        each.label: each.note for each in (part(t, EXAMPLES) for t in FORMULAS["calibrated"].terms(report.judged))
    }
    assert "most of all: corrosive, amassed" in notes["Words learnt late"]
    assert "most of all: apartheid" in notes["Rare words"]
    assert "most of all: inequality" in notes["Latinate words"]
    assert "standard deviations" in notes["Rare words"]
    assert "in a sentence of 16 words" in notes["Long sentences"]
    assert not notes["A usual text"]


def test_other_formulas_have_no_usual_text() -> None:
    """What is compared with nothing has no bar."""
    report = settle([Block(TEXT)])
    assert {part(term, EXAMPLES).deviation for term in FORMULAS["flesch_kincaid"].terms(report.judged)} == {None}


@pytest.mark.parametrize(
    ("level", "age", "cefr"),
    [(4.5, "10 to 11", "about A2"), (12.4, "17 to 18", "about C1"), (0.4, "up to 6", "about A1")],
)
def test_a_level_stands_on_three_scales(level: float, age: str, cefr: str) -> None:
    """Grade, age and CEFR level stand side by side, and each says what it is."""
    told = scales(level, level - 3, level + 3)
    assert [line.label for line in told] == ["School grade (US)", "Age", "CEFR"]
    assert [line.text for line in told] == [f"{level}", age, cefr]
    assert "estimated by the formula" in told[0].note
    assert "grade + 5 to 6 years" in told[1].note
    assert told[2].note.startswith("roughly")
