"""The Level of a text: one formula's figure with its band, and what it is called in plain words."""

import math
from dataclasses import dataclass
from itertools import pairwise

from factbox.metrics.formulas import FORMULAS, Formula, Scale
from factbox.metrics.tally import Tally
from factbox.translation import _, ngettext

DEFAULT = "flesch_kincaid"
LEAST_WORDS = FORMULAS[DEFAULT].least
STEADY_WORDS = 100
HIGHEST = 19

# Half the band that covered 87 to 90 % of held-out texts, in grades, by words of prose.
_HALF_WIDTHS = ((25, 5.9), (50, 4.7), (100, 4.0), (150, 3.4), (200, 3.1), (300, 2.6))


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is, and how sure that is.

    Attributes:
        value: School grade (US), unrounded; None where no figure would be honest.
        low: The lower end of the band, None without a value.
        high: The upper end of the band, None without a value.
        rough: Whether the text is too short for a steady figure.
        headline: The Level in plain words, or that there is none.
        remark: The age and the band, or why there is no Level.
    """

    value: float | None
    low: float | None
    high: float | None
    rough: bool
    headline: str
    remark: str


def estimate(tally: Tally, formula: str = DEFAULT) -> Level:
    """Estimate the Level of a tally by a formula whose scale is the school grade.

    Raises:
        KeyError: There is no such formula.
        ValueError: The formula's figure is no school grade.
    """
    if FORMULAS[formula].scale is not Scale.GRADE:
        raise ValueError(f"{formula} does not give a school grade.")
    value = None if is_foreign(tally) else FORMULAS[formula].score(tally)
    if value is None:
        return Level(None, None, None, False, *_why_none(tally, FORMULAS[formula]))
    half = half_width(tally.words)
    low, high = value - half, value + half
    rough = tally.words < STEADY_WORDS
    return Level(value, low, high, rough, _headline(value, rough=rough), _remark(value, low, high, rough=rough))


def grades() -> tuple[str, ...]:
    """Give the keys of the formulas that may give the Level: those whose figure is a school grade."""
    return tuple(key for key, each in FORMULAS.items() if each.scale is Scale.GRADE)


def is_foreign(tally: Tally) -> bool:
    """Tell whether a text is mostly in a script that English is not written in."""
    return 2 * tally.foreign > tally.tokens


def half_width(words: int) -> float:
    """Give half the width of the band in grades, interpolated in the logarithm of the words of prose."""
    if words <= _HALF_WIDTHS[0][0]:
        return _HALF_WIDTHS[0][1]
    for (fewer, wide), (more, narrow) in pairwise(_HALF_WIDTHS):
        if words <= more:
            return wide + (narrow - wide) * math.log(words / fewer) / math.log(more / fewer)
    return _HALF_WIDTHS[-1][1]


def grade_of(value: float) -> int:
    """Give the grade that a Level is called by: the nearest, the upper of two that are as near.

    So a text meets the goal "Grade 6 ± 0.5" where it is called grade 6.
    """
    return math.floor(value + 0.5)


def ages(value: float) -> tuple[int, int]:
    """Give the ages of pupils in that grade (US): the younger and the older."""
    return grade_of(value) + 5, grade_of(value) + 6


def band(low: float, high: float) -> str:
    """Say a band in words: "Likely 6 to 12"."""
    return _("Likely {low} to {high}").format(low=_bound(low), high=_bound(high))


def _why_none(tally: Tally, formula: Formula) -> tuple[str, str]:
    if not tally.tokens:
        return _("No text yet"), _("The facts appear as you write.")
    if is_foreign(tally):
        return _("No Level"), _("This text is not in English. Counts still work.")
    if not tally.ended and (tally.words or tally.words_left_out >= LEAST_WORDS):
        return _("No Level"), _("No sentence ends found.")
    if failure := formula.failure(tally):
        sentence = _("{formula} could not be worked out ({error}). Choose another formula.")
        return _("No Level"), sentence.format(formula=formula.label, error=failure)
    counted = tally.words or tally.words_left_out
    words = ngettext("{n} word", "{n} words", counted)
    return _("No Level yet"), _("{words}. It needs {least}.").format(words=words, least=LEAST_WORDS)


def _headline(value: float, *, rough: bool) -> str:
    number = grade_of(value)
    if number < 1:
        grade, name = _("below grade 1"), _("first reader")
    elif number > HIGHEST:
        grade, name = _("grade {n}+").format(n=HIGHEST), _("specialist")
    else:
        grade, name = _("grade {n}").format(n=number), _stage(number)
    if rough:
        return _("Rough: {grade}, {name}").format(grade=grade, name=name)
    return _("{grade}: {name}").format(grade=grade[0].upper() + grade[1:], name=name)


def _stage(grade: int) -> str:
    if grade <= 5:
        return _("primary school")
    if grade <= 8:
        return _("middle school")
    if grade <= 12:
        return _("high school")
    return _("university") if grade <= 16 else _("postgraduate")


def _remark(value: float, low: float, high: float, *, rough: bool) -> str:
    likely = band(low, high)
    if 1 <= grade_of(value) <= 12:
        young, old = ages(value)
        age = _("Age {young} to {old}").format(young=young, old=old)
        likely = f"{age} · {likely}"
    if rough:
        likely += _(". From {n} words on, the Level is steadier.").format(n=STEADY_WORDS)
    return likely


def _bound(value: float) -> str:
    grade = grade_of(value)
    if grade < 1:
        return _("below 1")
    return _("{n}+").format(n=HIGHEST) if grade > HIGHEST else str(grade)
