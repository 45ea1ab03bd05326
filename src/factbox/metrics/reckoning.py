"""The lines of a reckoning: what each part adds to the Level, by which words, and the Level on other scales."""

import math
from dataclasses import dataclass

from factbox.metrics.examples import Examples
from factbox.metrics.formulas import STEP, Term
from factbox.metrics.goals import about
from factbox.metrics.levels import ages, band, grade_of
from factbox.translation import _, decimal, short, signed

# Words that are named below a part.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation.

    Attributes:
        label: A name.
        text: The value as shown.
        note: What stands below in small letters; may be empty.
        deviation: By how many standard deviations it is above a usual text, or below where negative; None where
            nothing is compared.
    """

    label: str
    text: str
    note: str = ""
    deviation: float | None = None


def part(term: Term, examples: Examples) -> Line:
    """Give what a term adds to the Level, how that is reckoned, and the words it rests on most."""
    if not term.usual:
        note = f"{short(abs(term.factor))} × {decimal(term.amount, 3)} {_(term.unit)}" if term.unit else ""
        return Line(_(term.label), signed(term.value, 3), note)
    # The sign of the factor turns the difference round.
    more, less = (term.amount, term.usual) if term.factor > 0 else (term.usual, term.amount)
    notes = (
        _deviation(term.value / STEP),
        _words(term, examples),
        f"{short(abs(term.factor))} × ({decimal(more, 3)} − {decimal(less, 3)}) {_(term.unit)}",
    )
    return Line(_(term.label), signed(term.value, 3), "\n".join(filter(None, notes)), term.value / STEP)


def scales(level: float, low: float, high: float) -> tuple[Line, ...]:
    """Give a Level as a grade, an age and a CEFR level, each with what it is."""
    return (
        Line(
            _("School grade (US)"),
            decimal(level, 1).replace("-", "−"),
            _("{band}; estimated by the formula").format(band=band(low, high)),
        ),
        Line(_("Age"), years(level), _("of pupils in that grade: grade + 5 to 6 years")),
        Line(
            _("CEFR"),
            about(level),
            _("roughly, from documents whose level is known; learners differ from pupils"),
        ),
    )


def years(level: float) -> str:
    """Say how old pupils are whose grade is the Level: "11 to 12"."""
    young, old = ages(level)
    return _("{young} to {old}").format(young=young, old=old) if grade_of(level) >= 1 else _("up to 6")


def _deviation(steps: float) -> str:
    if abs(steps) < 0.05:
        return _("as in a usual text")
    words = _("{n} standard deviations harder than a usual text")
    easier = _("{n} standard deviations easier than a usual text")
    return (words if steps > 0 else easier).format(n=decimal(abs(steps), 1))


def _words(term: Term, examples: Examples) -> str:
    """Name the words that a part of Calibrated rests on most."""
    named = {
        "Words learnt late": examples.late,
        "Rare words": examples.rare,
        "Latinate words": examples.latinate,
    }.get(term.label, ())
    if term.label == "Long sentences":
        return _("a word stands on average in a sentence of {n} words").format(n=decimal(math.exp(term.amount), 0))
    return _("most of all: {words}").format(words=", ".join(named[:_NAMED])) if named else ""
