"""Every readability formula, each in one place: one decorated function from a tally to the terms of a sum."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factbox.metrics.tally import FULL_LENGTH, Figures, Tally
from factbox.translation import N_


class Scale(StrEnum):
    """What the figure of a formula means."""

    GRADE = N_("school grade (US)")
    EASE = N_("ease from 0 to 100")
    POINTS = N_("points without a scale of grades")


Counts = tuple[tuple[str, float], ...]


class Term(NamedTuple):
    """One term of a formula's sum.

    Attributes:
        label: What it looks at. Like the unit in English, to be translated where it is shown.
        factor: What its amount is multiplied by.
        amount: How much of it there is.
        unit: In what unit; empty for a constant.
        counts: The counts of the tally that make up the amount, each with its weight; none where the amount is no
            sum over words and sentences.
        by: What their sum is divided by.
        usual: The amount of a usual text, by which the term adds nothing; 0 but for Calibrated.
    """

    label: str
    factor: float
    amount: float
    unit: str
    counts: Counts = ()
    by: float = 1
    usual: float = 0

    @property
    def value(self) -> float:
        """What the term adds."""
        return self.factor * (self.amount - self.usual)

    @property
    def is_constant(self) -> bool:
        """Whether it is the same for every text, or for all texts of a kind."""
        return not self.unit

    @property
    def is_of_words(self) -> bool:
        """Whether it looks at what single words are like, not at how many there are in a sentence."""
        return any(name not in _LENGTH for name, _weight in self.counts)

    def of(self, part: Tally) -> float:
        """Give what a part of the text adds to the value."""
        return self.factor * _weigh(self.counts, part) / self.by


# The counts by which a term looks at the length of sentences.
_LENGTH = frozenset({"words", "sentences", "unfinished"})
_WORDS: Counts = (("words", 1),)


def _ratio(label: str, factor: float, unit: str, counts: Counts, tally: Figures, *, by: float) -> Term:
    return Term(label, factor, _weigh(counts, tally) / by, unit, counts, by)


def _weigh(counts: Counts, tally: Figures | Tally) -> float:
    total = 0.0
    for name, weight in counts:
        total += weight * getattr(tally, name)
    return total


Equation = Callable[[Figures], tuple[Term, ...]]


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
        counts: The fields of the tally that it looks at.
        equation: The formula itself, from figures to the terms of a sum.
        of_content: Whether it looks at the content words, which are kept only where it is asked for.
    """

    key: str
    label: str
    scale: Scale
    harder: bool
    source: str
    least: int
    counts: tuple[str, ...]
    equation: Equation
    of_content: bool = False

    def score(self, tally: Tally) -> float | None:
        """Score a tally: a figure on the formula's scale, or None where no figure would be honest.

        That is below `least` words of prose, where no sentence ends, where content words are asked for and none is
        known or was kept, or where the equation itself goes wrong, as `failure` tells.
        """
        try:
            return self._score(tally)
        except Exception:  # noqa: BLE001  # a mistake in one formula must not cost the figures of all others
            return None

    def failure(self, tally: Tally) -> str:
        """Tell the name of the error that keeps a tally from having a score; empty where there is none."""
        try:
            self._score(tally)
        except Exception as error:  # noqa: BLE001  # as above
            return type(error).__name__
        return ""

    def _score(self, tally: Tally) -> float | None:
        figures = tally.figures
        if figures.words < self.least or not figures.ended or (self.of_content and not figures.listed):
            return None
        return _added(self.equation(figures))

    def value(self, tally: Tally) -> float:
        """Add the terms up, however short the text."""
        return _added(self.terms(tally))

    def terms(self, tally: Tally) -> tuple[Term, ...]:
        """Give the terms to add up; there must be at least one word and one sentence."""
        return self.equation(tally.figures)


def _added(terms: tuple[Term, ...]) -> float:
    total = 0.0
    for term in terms:
        total += term.factor * (term.amount - term.usual)
    return total


FORMULAS: dict[str, Formula] = {}
_LONG_WORDS = N_("Words of more than six letters")


def formula(
    *,
    label: str,
    scale: Scale,
    source: str,
    counts: str,
    harder: bool = True,
    least: int = 25,
    of_content: bool = False,
) -> Callable[[Equation], Equation]:
    """Enter the decorated equation into `FORMULAS` under its own name."""

    def enter(equation: Equation) -> Equation:
        key = equation.__name__
        FORMULAS[key] = Formula(
            key, label, scale, harder, source, least, tuple(counts.split()), equation, of_content
        )
        return equation

    return enter


def _sentence_length(factor: float, tally: Figures) -> Term:
    return _ratio(N_("Sentence length"), factor, N_("words a sentence"), _WORDS, tally, by=tally.full_sentences)


def _word_length(factor: float, tally: Figures) -> Term:
    syllables: Counts = (("syllables", 1),)
    return _ratio(N_("Word length"), factor, N_("syllables a word"), syllables, tally, by=tally.words)


def _in_100_words(label: str, factor: float, count: str, tally: Figures, unit: str = N_("in 100 words")) -> Term:
    return _ratio(label, factor, unit, ((count, 100),), tally, by=tally.words)


def _a_sentence(label: str, factor: float, counts: Counts, tally: Figures, unit: str = N_("a sentence")) -> Term:
    return _ratio(label, factor, unit, counts, tally, by=tally.full_sentences)


def _constant(value: float) -> Term:
    return Term(N_("Constant of the formula"), value, 1, "")


@formula(
    label="Flesch–Kincaid",
    scale=Scale.GRADE,
    source="Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75",
    counts="words sentences syllables",
)
def flesch_kincaid(tally: Figures) -> tuple[Term, ...]:
    """0.39 × words a sentence + 11.8 × syllables a word − 15.59."""
    return _sentence_length(0.39, tally), _word_length(11.8, tally), _constant(-15.59)


@formula(
    label="Flesch Reading Ease",
    scale=Scale.EASE,
    harder=False,
    source="Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32",
    counts="words sentences syllables",
)
def flesch_reading_ease(tally: Figures) -> tuple[Term, ...]:
    """206.835 − 1.015 × words a sentence − 84.6 × syllables a word."""
    return _constant(206.835), _sentence_length(-1.015, tally), _word_length(-84.6, tally)


@formula(
    label="Automated Readability Index",
    scale=Scale.GRADE,
    source="Smith and Senter 1967, Automated Readability Index, AMRL-TR-66-220",
    counts="letters words sentences",
)
def automated_readability_index(tally: Figures) -> tuple[Term, ...]:
    """4.71 × letters and digits a word + 0.5 × words a sentence − 21.43."""
    letters = _ratio(N_("Word length"), 4.71, N_("letters a word"), (("letters", 1),), tally, by=tally.words)
    return letters, _sentence_length(0.5, tally), _constant(-21.43)


@formula(
    label="Coleman–Liau",
    scale=Scale.GRADE,
    source="Coleman and Liau 1975, A computer readability formula, Journal of Applied Psychology 60",
    counts="letters words sentences",
)
def coleman_liau(tally: Figures) -> tuple[Term, ...]:
    """0.0588 × letters in 100 words − 0.296 × sentences in 100 words − 15.8."""
    letters = _in_100_words(N_("Word length"), 0.0588, "letters", tally, N_("letters in 100 words"))
    counts: Counts = (("sentences", 100), ("unfinished", -100 / FULL_LENGTH))
    sentences = _ratio(N_("Sentences"), -0.296, N_("in 100 words"), counts, tally, by=tally.words)
    return letters, sentences, _constant(-15.8)


@formula(
    label="SMOG",
    scale=Scale.GRADE,
    source="McLaughlin 1969, SMOG grading: a new readability formula, Journal of Reading 12",
    counts="polysyllables sentences",
)
def smog(tally: Figures) -> tuple[Term, ...]:
    """1.043 × √(polysyllables in 30 sentences) + 3.1291; made for samples of 30 sentences."""
    root = math.sqrt(30 * tally.polysyllables / tally.full_sentences)
    unit = N_("the square root of words of three and more syllables in 30 sentences")
    return Term(N_("Long words"), 1.043, root, unit), _constant(3.1291)


@formula(
    label="Gunning Fog",
    scale=Scale.GRADE,
    source="Gunning 1952, The Technique of Clear Writing",
    counts="words sentences complex_words",
)
def gunning_fog(tally: Figures) -> tuple[Term, ...]:
    """0.4 × (words a sentence + complex words in 100)."""
    return _sentence_length(0.4, tally), _in_100_words(N_("Complex words"), 0.4, "complex_words", tally)


@formula(
    label="Linsear Write",
    scale=Scale.GRADE,
    source="O'Hayre 1966, Gobbledygook Has Gotta Go, US Bureau of Land Management",
    counts="words polysyllables sentences",
)
def linsear_write(tally: Figures) -> tuple[Term, ...]:
    """Easy words count 1 and polysyllables 3; half of that a sentence, and 1 less where it is at most 20."""
    counts: Counts = (("words", 1), ("polysyllables", 2))
    points = _a_sentence(N_("Points of the words"), 0.5, counts, tally, N_("points a sentence"))
    return points, _constant(0 if points.amount > 20 else -1)


@formula(
    label="Dale–Chall",
    scale=Scale.POINTS,
    source="Dale and Chall 1948, Educational Research Bulletin 27; with the word list of Chall and Dale 1995",
    counts="unfamiliar words sentences",
)
def dale_chall(tally: Figures) -> tuple[Term, ...]:
    """0.1579 × unfamiliar words in 100 + 0.0496 × words a sentence, and 3.6365 more above 5 in 100.

    A raw score, no grade: up to 4.9 means grade 4 and below, 7.0 to 7.9 grades 9 and 10, from 9.0 on college.
    """
    words = _in_100_words(N_("Unfamiliar words"), 0.1579, "unfamiliar", tally)
    return words, _sentence_length(0.0496, tally), _constant(3.6365 if words.amount > 5 else 0)


@formula(
    label="Spache",
    scale=Scale.GRADE,
    source="Spache 1953, A new readability formula for primary-grade materials, Elementary School Journal 53",
    counts="unfamiliar words sentences",
)
def spache(tally: Figures) -> tuple[Term, ...]:
    """0.141 × words a sentence + 0.086 × unfamiliar words in 100 + 0.839; made for grades 1 to 3.

    Spache's own list of easy words is shorter than Dale and Chall's, which is used here as in textstat, and he
    counts an unfamiliar word once: this reads lower than he would.
    """
    return (
        _sentence_length(0.141, tally),
        _in_100_words(N_("Unfamiliar words"), 0.086, "unfamiliar", tally),
        _constant(0.839),
    )


@formula(
    label="FORCAST",
    scale=Scale.GRADE,
    source="Caylor, Sticht, Fox and Ford 1973, HumRRO Technical Report 73-5",
    counts="monosyllables words",
)
def forcast(tally: Figures) -> tuple[Term, ...]:
    """20 − words of one syllable in 150, divided by 10; sentences do not matter."""
    counts: Counts = (("monosyllables", 150),)
    short = _ratio(N_("Words of one syllable"), -0.1, N_("in 150 words"), counts, tally, by=tally.words)
    return _constant(20), short


@formula(
    label="LIX",
    scale=Scale.POINTS,
    source="Björnsson 1968, Läsbarhet",
    counts="words sentences long_words",
)
def lix(tally: Figures) -> tuple[Term, ...]:
    """Words a sentence + words of more than six letters in 100."""
    return _sentence_length(1, tally), _in_100_words(_LONG_WORDS, 1, "long_words", tally)


@formula(
    label="RIX",
    scale=Scale.POINTS,
    source="Anderson 1983, Lix and Rix: variations on a little-known readability index, Journal of Reading 26",
    counts="long_words sentences",
)
def rix(tally: Figures) -> tuple[Term, ...]:
    """Words of more than six letters a sentence."""
    return (_a_sentence(_LONG_WORDS, 1, (("long_words", 1),), tally),)


@formula(
    label="Powers–Sumner–Kearl",
    scale=Scale.GRADE,
    source="Powers, Sumner and Kearl 1958, A recalculation of four readability formulas, J. Ed. Psych. 49",
    counts="words sentences syllables",
)
def powers_sumner_kearl(tally: Figures) -> tuple[Term, ...]:
    """0.0778 × words a sentence + 0.0455 × syllables in 100 words − 2.2029."""
    return _sentence_length(0.0778, tally), _word_length(4.55, tally), _constant(-2.2029)


@formula(
    label="McAlpine EFLAW",
    scale=Scale.POINTS,
    source="McAlpine 1997, Global English for Global Business",
    counts="words mini_words sentences",
)
def mcalpine_eflaw(tally: Figures) -> tuple[Term, ...]:
    """(Words + words of one to three letters) a sentence."""
    small = _a_sentence(N_("Words of one to three letters"), 1, (("mini_words", 1),), tally)
    return _sentence_length(1, tally), small


# Means and standard deviations over the texts of OneStopEnglish in all three versions, without their labels
# (benchmarks/norms.py), so that 1 is a usual difference between texts; then the scale of school grades.
_SPREAD = 2.65
# What a standard deviation of one of the four measures adds to the Level.
STEP = _SPREAD / 4
_USUAL_LEVEL, _USUAL_COMMONNESS, _USUAL_LATINATE, _USUAL_LENGTH = 2.144, 4.802, 0.071, 3.155
_PER_LEVEL, _PER_ZIPF, _PER_SHARE, _PER_LOG = (STEP / each for each in (0.2433, 0.1393, 0.0140, 0.180))
# Words of usual language that stand beside a text when its share of Latinate words is taken: in few words that
# share is chance. So many it takes for chance to be as great as what differs between texts.
_BESIDE = 180


@formula(
    label=N_("Calibrated"),
    scale=Scale.GRADE,
    source="Fact Box: four measures of equal weight; levels by CEFR-J through cefrpy, frequencies by wordfreq",
    counts="words sentences length content_words latinate levels levelled commonness listed",
    of_content=True,
)
def calibrated(tally: Figures) -> tuple[Term, ...]:
    """10.36 + 2.65 × the mean of four measures in standard deviations from a usual text.

    Level and frequency of the content words, each stem once; Latinate words among them; sentence length. Nobody's
    judgement of a text was used to fit it. A measure that has nothing to rest on adds nothing.
    """
    level = tally.levels / tally.levelled if tally.levelled else _USUAL_LEVEL
    zipf = tally.commonness / 100 / tally.listed if tally.listed else _USUAL_COMMONNESS
    latinate = (tally.latinate + _USUAL_LATINATE * _BESIDE) / (tally.content_words + _BESIDE)
    length = math.log(tally.length / tally.words) if tally.length else _USUAL_LENGTH
    return (
        Term(N_("A usual text"), 10.36, 1, ""),
        Term(N_("Words learnt late"), _PER_LEVEL, level, N_("mean level, A1 is 1"), usual=_USUAL_LEVEL),
        Term(N_("Rare words"), -_PER_ZIPF, zipf, N_("mean Zipf frequency"), usual=_USUAL_COMMONNESS),
        Term(
            N_("Latinate words"),
            _PER_SHARE,
            latinate,
            N_("share of the different words and 180 usual ones"),
            usual=_USUAL_LATINATE,
        ),
        Term(N_("Long sentences"), _PER_LOG, length, N_("logarithm of their words"), usual=_USUAL_LENGTH),
    )
