"""Every readability formula, each in one place: one decorated function over a tally."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from factbox.metrics.tally import Tally


class Scale(StrEnum):
    """What the figure of a formula means."""

    GRADE = "school grade (US)"
    EASE = "ease from 0 to 100"


@dataclass(frozen=True, slots=True)
class Formula:
    """A readability formula.

    Attributes:
        key: Its name in settings and in JSON.
        label: Its name for people.
        scale: What its figure means.
        harder: Whether a higher figure means a harder text.
        source: Where it was published.
        least: The words a text must have for an honest figure.
        equation: The formula itself; wants at least one word and one sentence.
    """

    key: str
    label: str
    scale: Scale
    harder: bool
    source: str
    least: int
    equation: Callable[[Tally], float]

    def score(self, tally: Tally) -> float | None:
        """Score a tally: a figure on the formula's scale, or None where no figure would be honest.

        That is below `least` words of prose, or where no sentence ends.
        """
        if tally.words < self.least or not tally.ended:
            return None
        return self.equation(tally)


FORMULAS: dict[str, Formula] = {}


def formula(
    *, label: str, scale: Scale, harder: bool, source: str, least: int = 25
) -> Callable[[Callable[[Tally], float]], Callable[[Tally], float]]:
    """Enter the decorated equation into `FORMULAS` under its own name."""

    def enter(equation: Callable[[Tally], float]) -> Callable[[Tally], float]:
        key = equation.__name__
        FORMULAS[key] = Formula(key, label, scale, harder, source, least, equation)
        return equation

    return enter


@formula(
    label="Flesch–Kincaid",
    scale=Scale.GRADE,
    harder=True,
    source="Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75",
)
def flesch_kincaid(tally: Tally) -> float:
    """0.39 × words a sentence + 11.8 × syllables a word − 15.59."""
    return 0.39 * tally.words / tally.sentences + 11.8 * tally.syllables / tally.words - 15.59


@formula(
    label="Flesch Reading Ease",
    scale=Scale.EASE,
    harder=False,
    source="Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32",
)
def flesch_reading_ease(tally: Tally) -> float:
    """206.835 − 1.015 × words a sentence − 84.6 × syllables a word."""
    return 206.835 - 1.015 * tally.words / tally.sentences - 84.6 * tally.syllables / tally.words


@formula(
    label="New Dale–Chall",
    scale=Scale.GRADE,
    harder=True,
    source="Chall and Dale 1995, Readability Revisited",
)
def dale_chall(tally: Tally) -> float:
    """0.1579 × unfamiliar words in 100 + 0.0496 × words a sentence, and 3.6365 more above 5 in 100."""
    unfamiliar = 100 * tally.unfamiliar / tally.words
    return 0.1579 * unfamiliar + 0.0496 * tally.words / tally.sentences + (3.6365 if unfamiliar > 5 else 0.0)
