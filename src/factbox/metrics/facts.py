"""What the Fact Box and the command line say: each fact with its name, its text and its value."""

from dataclasses import dataclass

from factbox.metrics.levels import Level
from factbox.metrics.tally import Tally
from factbox.translation import _, decimal, ngettext

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the Fact Box.

    Attributes:
        key: Its name in JSON, and the object name of its widget.
        label: Its name for people.
        text: Its value as shown: Level and TTR to three decimals, a dash where there is none.
        value: Its value unrounded, None where there is none.
    """

    key: str
    label: str
    text: str
    value: float | None


def facts(level: Level, tokens: int, types: int) -> tuple[Fact, ...]:
    """State the facts of a text, in the order of the original Fact Box."""
    return (
        _ratio("level", _("Level"), level.value),
        Fact("tokens", _("Tokens"), str(tokens), tokens),
        Fact("types", _("Types"), str(types), types),
        _ratio("ttr", _("TTR"), type_token_ratio(tokens, types)),
    )


def type_token_ratio(tokens: int, types: int) -> float | None:
    """Divide types by tokens; None where there are no tokens."""
    return types / tokens if tokens else None


def summary(tally: Tally) -> str:
    """Say in one line what the Level rests on, and what it leaves out."""
    parts = []
    if tally.words:
        words = ngettext("{n} word", "{n} words", tally.words)
        sentences = ngettext("{n} sentence", "{n} sentences", tally.sentences)
        parts.append(_("{words} in {sentences}").format(words=words, sentences=sentences))
    if tally.words_left_out:
        parts.append(ngettext("{n} word left out", "{n} words left out", tally.words_left_out))
    return " · ".join(parts)


def _ratio(key: str, label: str, value: float | None) -> Fact:
    return Fact(key, label, NOTHING if value is None else decimal(value, 3), value)
