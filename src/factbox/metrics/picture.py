"""Pictures of a text as values: bars with their figures and places, and lines to read them by, not drawn yet."""

from dataclasses import dataclass
from enum import StrEnum

from factbox.metrics.guidance import Spot
from factbox.translation import N_


class Shown(StrEnum):
    """What there are pictures of; the last three set an original beside its adaptation."""

    LEVEL = N_("Level along the text")
    LENGTHS = N_("Sentence lengths")
    CEFR = N_("Words by CEFR level")
    FREQUENCY = N_("Words by frequency")
    BOTH_LEVELS = N_("Level: original and adaptation")
    BOTH_LENGTHS = N_("Sentence lengths: original and adaptation")
    BOTH_CEFR = N_("CEFR levels: original and adaptation")


OF_ONE = (Shown.LEVEL, Shown.LENGTHS, Shown.CEFR, Shown.FREQUENCY)
OF_BOTH = (Shown.BOTH_LEVELS, Shown.BOTH_LENGTHS, Shown.BOTH_CEFR)


class Tone(StrEnum):
    """How a bar is told from the others, never by its colour alone."""

    PLAIN = "plain"
    ABOVE = "above"
    ORIGINAL = "original"


class Line(StrEnum):
    """How a line is drawn."""

    WHOLE = "whole"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: What stands at its foot: "7", "A1", "11–15".
        value: How long it is.
        figure: The value as one reads it: "8.9", "12.4 %".
        words: All that is to be said of it, in a sentence or two.
        spot: Where in the text it stands, None where it stands nowhere; of an original's bar, in the original.
        tone: What it is besides.
    """

    label: str
    value: float
    figure: str
    words: str
    spot: Spot | None = None
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the bars, at a value."""

    label: str
    value: float
    line: Line


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be drawn, or read out.

    Attributes:
        shown: What it is of.
        title: Its title.
        words: What one sees in it, in sentences; why there is nothing to see, if it has no bars.
        unit: What the values are: "Level", "words", "% of the tokens".
        bars: Its bars in order.
        rules: The lines across them.
        in_order: Whether the bars follow the text and stand side by side; others lie below each other.
        above: What an ABOVE bar is: "above the goal"; empty where there is none.
        texts: The names of the two texts whose bars alternate, the original first; else empty.
    """

    shown: Shown
    title: str
    words: str
    unit: str
    bars: tuple[Bar, ...] = ()
    rules: tuple[Rule, ...] = ()
    in_order: bool = False
    above: str = ""
    texts: tuple[str, ...] = ()
