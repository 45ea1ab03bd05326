"""The goal one writes for: a grade, an age, a CEFR level or a figure, and how far a text is from it."""

import math
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from factbox.metrics.rarity import Cefr
from factbox.translation import N_, _, decimal, short

# In grades: what is called grade 6 lies so near to it.
TOLERANCE = 0.5
# The Fact Box calls a grade by two ages, so that two grades are called by each: "age 10 to 11", "age 11 to 12".
_TOLERANCE_OF_AGE = 1.0
# A child of so many years more than the grade sits in it (US; the middle of 5 to 6).
_YEARS = 5.5
# Quartiles of the grade of documents with a level: the lower, the middle, the upper (level.md).
_QUARTILES = {
    Cefr.A1: (0.1, 1.3, 2.5),
    Cefr.A2: (3.0, 4.5, 5.5),
    Cefr.B1: (6.7, 8.1, 9.1),
    Cefr.B2: (9.0, 10.2, 11.2),
    Cefr.C1: (11.3, 12.3, 13.1),
    Cefr.C2: (13.1, 14.2, 16.4),
}
_WRITTEN = re.compile(
    r"(?:(grade|age|cefr)\s*)?([abc][12]|\d{1,2}(?:\.\d+)?)\s*(?:(?:±|\+-|\+/-|within)\s*(\d+(?:\.\d+)?))?",
    re.IGNORECASE,
)


class Aim(StrEnum):
    """In what a goal is given."""

    GRADE = "grade"
    AGE = "age"
    CEFR = "cefr"
    FIGURE = "figure"


# How a goal is called by what it is given in.
_NAMES = {
    Aim.GRADE: N_("Grade {n}"),
    Aim.AGE: N_("Age {n}"),
    Aim.CEFR: N_("CEFR {n}"),
    Aim.FIGURE: N_("Level {n}"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A Level to reach, with the room around it.

    Attributes:
        aim: In what it is given.
        value: A school grade (US), an age in years, a CEFR level from 1 (A1) to 6 (C2), or a figure.
        tolerance: How far the Level may lie from it on either side, in grades; a CEFR level has its own room.
        name: What the user calls it; may be empty.
    """

    aim: Aim = Aim.GRADE
    value: float = 5.0
    tolerance: float = TOLERANCE
    name: str = ""

    @property
    def centre(self) -> float:
        """The Level that is aimed at, in grades."""
        if self.aim is Aim.CEFR:
            return _QUARTILES[Cefr(int(self.value))][1]
        return self.value - _YEARS if self.aim is Aim.AGE else self.value

    @property
    def low(self) -> float:
        """The lowest Level that meets the goal."""
        return _room(Cefr(int(self.value)))[0] if self.aim is Aim.CEFR else self.centre - self.tolerance

    @property
    def high(self) -> float:
        """The highest Level that meets the goal."""
        return _room(Cefr(int(self.value)))[1] if self.aim is Aim.CEFR else self.centre + self.tolerance

    @property
    def cefr(self) -> Cefr:
        """The CEFR level whose words its readers may be expected to know: the upper one of those around it."""
        return Cefr(int(self.value)) if self.aim is Aim.CEFR else _levels_around(self.centre)[-1]

    @property
    def label(self) -> str:
        """The goal in short: "Grade 5 ± 0.5"."""
        if self.aim is Aim.CEFR:
            return _(_NAMES[self.aim]).format(n=Cefr(int(self.value)).name)
        return f"{_(_NAMES[self.aim]).format(n=short(self.value))} ± {short(self.tolerance)}"

    @property
    def note(self) -> str:
        """What the goal is on the other scales: "Age 10 to 11, about CEFR A2 to B1", "Grade 6.1 to 9.05"."""
        if self.aim is Aim.CEFR:
            return self._grades()
        levels = _levels_around(self.centre)
        words = _("about CEFR {low} to {high}") if len(levels) > 1 else _("about CEFR {low}")
        cefr = words.format(low=levels[0].name, high=levels[-1].name)
        grade = _("grade {n}").format(n=short(self.centre))
        age = _("age {young} to {old}").format(young=short(self.centre + 5), old=short(self.centre + 6))
        whole = ", ".join((grade if self.aim is Aim.AGE else age, cefr))
        return whole[:1].upper() + whole[1:]

    def _grades(self) -> str:
        """Say which grades are of a CEFR level, whose room nobody chooses."""
        if math.isinf(self.low):
            return _("Up to grade {high}").format(high=short(self.high))
        if math.isinf(self.high):
            return _("From grade {low} on").format(low=short(self.low))
        return _("Grade {low} to {high}").format(low=short(self.low), high=short(self.high))

    def named(self, name: str) -> "Goal":
        """Give the same goal under a name."""
        return replace(self, name=name)


class Standing(StrEnum):
    """Where a text stands to its goal."""

    NONE = "no Level"
    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a Level is from a goal.

    Attributes:
        standing: On which side.
        grades: From the Level to the goal itself, in grades, negative below it; None without a Level.
        text: The same in words, with as many decimals as tell the truth.
    """

    standing: Standing
    grades: float | None
    text: str


def distance(level: float | None, goal: Goal) -> Distance:
    """Compare a Level with a goal, at full precision."""
    if level is None:
        return Distance(Standing.NONE, None, _("No Level to compare"))
    grades = level - goal.centre
    if goal.low <= level <= goal.high:
        return Distance(Standing.WITHIN, grades, _("Within the goal"))
    if level > goal.high:
        return Distance(
            Standing.ABOVE, grades, _("{n} above the goal").format(n=_decimals(grades, goal.tolerance))
        )
    return Distance(Standing.BELOW, grades, _("{n} below the goal").format(n=_decimals(-grades, goal.tolerance)))


def read_goal(text: str) -> Goal:
    """Read a goal as people write it, "grade 5", "age 10 ± 1", "B1", "6.5 within 0.3", or as its label says it.

    Raises:
        ValueError: It is no goal; the message says how to write one.
    """
    match = _WRITTEN.fullmatch(_in_english(text.strip()))
    kind = (match[1] or "").lower() if match else ""
    is_level = match is not None and match[2][0].isalpha()
    if match is None or (kind == "cefr") > is_level or (is_level and kind in {"grade", "age"}):
        raise ValueError(_("“{text}” is no goal. Write it as grade 5, age 10, B1 or 6.5 ± 0.3.").format(text=text))
    aim = Aim.CEFR if is_level else Aim(kind) if kind else Aim.FIGURE
    value = float(Cefr[match[2].upper()]) if is_level else float(match[2])
    return Goal(aim, value, float(match[3]) if match[3] else usual_tolerance(aim))


def _in_english(text: str) -> str:
    """Write a goal as English has it, in place of a label in the reader's language."""
    text = text.replace(",", ".")
    for aim, label in _NAMES.items():
        before, after = (re.escape(part.strip()) for part in _(label).split("{n}"))
        match = re.fullmatch(rf"{before}\s*([\d.]+|[abc][12])\s*{after}\s*(±.*)?", text, re.IGNORECASE)
        if match is not None and (before or after):
            return f"{'' if aim is Aim.FIGURE else aim.value} {match[1]}{match[2] or ''}".strip()
    return text


def usual_tolerance(aim: Aim) -> float:
    """Give the room of a goal unless one is said, in grades: where a Level is called by that grade or age."""
    return _TOLERANCE_OF_AGE if aim is Aim.AGE else TOLERANCE


def about(grade: float) -> str:
    """Say which CEFR level a grade is about, and to which it is near: "about B1", "about A2, near B1".

    The first is the level whose goal is met.
    """
    level = _level_of(grade)
    near = next((each.name for each in _levels_around(grade) if each is not level), None)
    words = _("about {level}") if near is None else _("about {level}, near {near}")
    return words.format(level=level.name, near=near)


def _room(level: Cefr) -> tuple[float, float]:
    """Give the grades of a level: half way to its neighbours; nothing is below the first or above the last."""
    borders = [(_QUARTILES[low][2] + _QUARTILES[high][0]) / 2 for low, high in pairwise(Cefr)]
    return (-math.inf, *borders)[level - 1], (*borders, math.inf)[level - 1]


def _level_of(grade: float) -> Cefr:
    return next(level for level in Cefr if grade <= _room(level)[1])


def _levels_around(grade: float) -> tuple[Cefr, ...]:
    """Give the level or the two levels that a grade is about, in order."""
    level = _level_of(grade)
    # Beyond half the way to a quartile the next level is nearly as likely.
    low, middle, high = _QUARTILES[level]
    if grade >= (middle + high) / 2 and level < Cefr.C2:
        return level, Cefr(level + 1)
    if grade <= (low + middle) / 2 and level > Cefr.A1:
        return Cefr(level - 1), level
    return (level,)


def _decimals(grades: float, tolerance: float) -> str:
    """Write a difference with one decimal, or with as many as it takes to be more than the tolerance."""
    for places in range(1, 6):
        if round(grades, places) > tolerance:
            return decimal(grades, places)
    return short(grades)
