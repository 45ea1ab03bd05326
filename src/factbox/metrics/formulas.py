"""Every readability formula, each in one place: one decorated function over a tally."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from factbox.metrics.tally import Tally


class Scale(StrEnum):
    """What the figure of a formula means."""

    GRADE = "school grade (US)"
    EASE = "ease from 0 to 100"
    POINTS = "points without a scale of grades"


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
    return 0.39 * tally.words / tally.full_sentences + 11.8 * tally.syllables / tally.words - 15.59


@formula(
    label="Flesch Reading Ease",
    scale=Scale.EASE,
    harder=False,
    source="Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32",
)
def flesch_reading_ease(tally: Tally) -> float:
    """206.835 − 1.015 × words a sentence − 84.6 × syllables a word."""
    return 206.835 - 1.015 * tally.words / tally.full_sentences - 84.6 * tally.syllables / tally.words


@formula(
    label="New Dale–Chall",
    scale=Scale.GRADE,
    harder=True,
    source="Chall and Dale 1995, Readability Revisited",
)
def dale_chall(tally: Tally) -> float:
    """0.1579 × unfamiliar words in 100 + 0.0496 × words a sentence, and 3.6365 more above 5 in 100."""
    unfamiliar = 100 * tally.unfamiliar / tally.words
    return 0.1579 * unfamiliar + 0.0496 * tally.words / tally.full_sentences + (3.6365 if unfamiliar > 5 else 0.0)


@formula(
    label="Automated Readability Index",
    scale=Scale.GRADE,
    harder=True,
    source="Smith and Senter 1967, Automated Readability Index, AMRL-TR-66-220",
)
def automated_readability_index(tally: Tally) -> float:
    """4.71 × letters and digits a word + 0.5 × words a sentence − 21.43."""
    return 4.71 * tally.letters / tally.words + 0.5 * tally.words / tally.full_sentences - 21.43


@formula(
    label="Coleman–Liau",
    scale=Scale.GRADE,
    harder=True,
    source="Coleman and Liau 1975, A computer readability formula, Journal of Applied Psychology 60",
)
def coleman_liau(tally: Tally) -> float:
    """0.0588 × letters in 100 words − 0.296 × sentences in 100 words − 15.8."""
    return 5.88 * tally.letters / tally.words - 29.6 * tally.full_sentences / tally.words - 15.8


@formula(
    label="SMOG",
    scale=Scale.GRADE,
    harder=True,
    source="McLaughlin 1969, SMOG grading: a new readability formula, Journal of Reading 12",
)
def smog(tally: Tally) -> float:
    """1.043 × √(polysyllables in 30 sentences) + 3.1291; made for samples of 30 sentences."""
    return 1.043 * math.sqrt(30 * tally.polysyllables / tally.full_sentences) + 3.1291


@formula(
    label="Gunning Fog",
    scale=Scale.GRADE,
    harder=True,
    source="Gunning 1952, The Technique of Clear Writing",
)
def gunning_fog(tally: Tally) -> float:
    """0.4 × (words a sentence + complex words in 100)."""
    return 0.4 * (tally.words / tally.full_sentences + 100 * tally.complex_words / tally.words)


@formula(
    label="Linsear Write",
    scale=Scale.GRADE,
    harder=True,
    source="O'Hayre 1966, Gobbledygook Has Gotta Go, US Bureau of Land Management",
)
def linsear_write(tally: Tally) -> float:
    """Easy words count 1 and polysyllables 3; half of that a sentence, and 1 less where it is at most 20."""
    points = (tally.words + 2 * tally.polysyllables) / tally.full_sentences
    return points / 2 if points > 20 else points / 2 - 1


@formula(
    label="Spache",
    scale=Scale.GRADE,
    harder=True,
    source="Spache 1953, A new readability formula for primary-grade materials, Elementary School Journal 53",
)
def spache(tally: Tally) -> float:
    """0.141 × words a sentence + 0.086 × unfamiliar words in 100 + 0.839; made for grades 1 to 3."""
    return 0.141 * tally.words / tally.full_sentences + 8.6 * tally.unfamiliar / tally.words + 0.839


@formula(
    label="FORCAST",
    scale=Scale.GRADE,
    harder=True,
    source="Caylor, Sticht, Fox and Ford 1973, HumRRO Technical Report 73-5",
)
def forcast(tally: Tally) -> float:
    """20 − words of one syllable in 150, divided by 10; sentences do not matter."""
    return 20 - 15 * tally.monosyllables / tally.words


@formula(
    label="LIX",
    scale=Scale.POINTS,
    harder=True,
    source="Björnsson 1968, Läsbarhet",
)
def lix(tally: Tally) -> float:
    """Words a sentence + words of more than six letters in 100."""
    return tally.words / tally.full_sentences + 100 * tally.long_words / tally.words


@formula(
    label="RIX",
    scale=Scale.POINTS,
    harder=True,
    source="Anderson 1983, Lix and Rix: variations on a little-known readability index, Journal of Reading 26",
)
def rix(tally: Tally) -> float:
    """Words of more than six letters a sentence."""
    return tally.long_words / tally.full_sentences


@formula(
    label="Powers–Sumner–Kearl",
    scale=Scale.GRADE,
    harder=True,
    source="Powers, Sumner and Kearl 1958, A recalculation of four readability formulas, J. Ed. Psych. 49",
)
def powers_sumner_kearl(tally: Tally) -> float:
    """0.0778 × words a sentence + 0.0455 × syllables in 100 words − 2.2029."""
    return 0.0778 * tally.words / tally.full_sentences + 4.55 * tally.syllables / tally.words - 2.2029


@formula(
    label="McAlpine EFLAW",
    scale=Scale.POINTS,
    harder=True,
    source="McAlpine 1997, Global English for Global Business",
)
def mcalpine_eflaw(tally: Tally) -> float:
    """(Words + words of one to three letters) a sentence."""
    return (tally.words + tally.mini_words) / tally.full_sentences
