"""Tests of the report."""

from factbox.metrics.formulas import FORMULAS
from factbox.metrics.report import Counting, report
from factbox.metrics.tally import Tally

PROSE = Tally(tokens=295, words=290, sentences=16, ended=16, syllables=393)


def test_a_report_has_every_score() -> None:
    """Every formula gives its figure, or says nothing where none is honest."""
    assert report(PROSE, 179).scores.keys() == FORMULAS.keys()
    assert set(report(Tally(), 0).scores.values()) == {None}


def test_the_level_is_that_of_the_formula() -> None:
    """The Level is the figure of the formula that was asked for."""
    judged = report(PROSE, 179, counting=Counting("smog"))
    assert judged.level == judged.scores["smog"]


def test_the_band_lies_around_the_level() -> None:
    """The Level is in the middle of its band."""
    judged = report(PROSE, 179)
    assert judged.level is not None
    assert judged.level_low is not None
    assert judged.level_high is not None
    assert judged.level_low < judged.level < judged.level_high
