"""The goal one writes for: a grade, an age, a CEFR level or a figure, and how far a text is from it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from factbox.metrics.rarity import Cefr
from factbox.translation import _, decimal, short

TOLERANCE = 0.5
# A child of so many years more than the grade sits in it (US; the middle of 5 to 6).
_YEARS = 5.5
# Quartiles of the grade of documents with a level: where it begins, its middle, where it ends (level.md).
_GRADES = {
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
            return _GRADES[Cefr(int(self.value))][1]
        return self.value - _YEARS if self.aim is Aim.AGE else self.value

    @property
    def low(self) -> float:
        """The lowest Level that meets the goal."""
        return _GRADES[Cefr(int(self.value))][0] if self.aim is Aim.CEFR else self.centre - self.tolerance

    @property
    def high(self) -> float:
        """The highest Level that meets the goal."""
        return _GRADES[Cefr(int(self.value))][2] if self.aim is Aim.CEFR else self.centre + self.tolerance

    @property
    def cefr(self) -> Cefr:
        """The CEFR level whose words its readers may be expected to know: the upper one of those around it."""
        return Cefr(int(self.value)) if self.aim is Aim.CEFR else _levels_around(self.centre)[-1]

    @property
    def levels(self) -> tuple[Cefr, ...]:
        """The CEFR level or the two levels that it is about, in order."""
        return _levels_around(self.centre)

    @property
    def label(self) -> str:
        """The goal in short: "Grade 5 ± 0.5"."""
        if self.aim is Aim.CEFR:
            return _("CEFR {level}").format(level=Cefr(int(self.value)).name)
        names = {Aim.GRADE: _("Grade {n}"), Aim.AGE: _("Age {n}"), Aim.FIGURE: _("Level {n}")}
        return f"{names[self.aim].format(n=short(self.value))} ± {short(self.tolerance)}"

    @property
    def note(self) -> str:
        """What the goal is on the other scales: "Age 10 to 11, about CEFR A2 to B1"."""
        levels = _levels_around(self.centre)
        words = _("about CEFR {low} to {high}") if len(levels) > 1 else _("about CEFR {low}")
        cefr = words.format(low=levels[0].name, high=levels[-1].name)
        grade = _("grade {n}").format(n=short(self.centre))
        age = _("age {young} to {old}").format(young=short(self.centre + 5), old=short(self.centre + 6))
        said = {Aim.AGE: (grade, cefr), Aim.CEFR: (grade, age)}.get(self.aim, (age, cefr))
        whole = ", ".join(said)
        return whole[:1].upper() + whole[1:]

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
    """Read a goal as people write it: "grade 5", "age 10 ± 1", "B1", "6.5 within 0.3".

    Raises:
        ValueError: It is no goal; the message says how to write one.
    """
    match = _WRITTEN.fullmatch(text.strip())
    kind = (match[1] or "").lower() if match else ""
    is_level = match is not None and match[2][0].isalpha()
    if match is None or (kind == "cefr") > is_level or (is_level and kind in {"grade", "age"}):
        raise ValueError(_("“{text}” is no goal. Write it as grade 5, age 10, B1 or 6.5 ± 0.3.").format(text=text))
    tolerance = float(match[3]) if match[3] else TOLERANCE
    if is_level:
        return Goal(Aim.CEFR, float(Cefr[match[2].upper()]), tolerance)
    return Goal(Aim(kind) if kind else Aim.FIGURE, float(match[2]), tolerance)


def about(grade: float) -> str:
    """Say which CEFR level a grade is about: "about B1", "about A2 to B1"."""
    levels = _levels_around(grade)
    words = _("about {low} to {high}") if len(levels) > 1 else _("about {low}")
    return words.format(low=levels[0].name, high=levels[-1].name)


def _levels_around(grade: float) -> tuple[Cefr, ...]:
    """Give the level or the two levels that a grade is about, in order."""
    inside = next((level for level, (low, _middle, high) in _GRADES.items() if low <= grade <= high), None)
    if inside is None:
        below = [level for level, grades in _GRADES.items() if grades[2] < grade]
        above = [level for level, grades in _GRADES.items() if grades[0] > grade]
        return (*below[-1:], *above[:1])
    # In the outer half of a level the next one is as likely.
    low, middle, high = _GRADES[inside]
    if grade >= (middle + high) / 2 and inside < Cefr.C2:
        return inside, Cefr(inside + 1)
    if grade <= (low + middle) / 2 and inside > Cefr.A1:
        return Cefr(inside - 1), inside
    return (inside,)


def _decimals(grades: float, tolerance: float) -> str:
    """Write a difference with one decimal, or with as many as it takes to be more than the tolerance."""
    for places in range(1, 6):
        if round(grades, places) > tolerance:
            return decimal(grades, places)
    return short(grades)
