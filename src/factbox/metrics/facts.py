"""What the Fact Box and the command line say: each fact with its name, its text and its value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factbox.metrics.levels import Level
from factbox.metrics.tally import Tally
from factbox.translation import N_, _, aside, decimal, listed, ngettext

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the Fact Box.

    Attributes:
        key: Its name in JSON, and the object name of its widget.
        label: Its name for people.
        text: Its value as shown: Level and TTR to three decimals, a dash where there is none.
        value: Its value unrounded, None where there is none.
        failure: The name of the error that kept it from being worked out; empty as a rule.
    """

    key: str
    label: str
    text: str
    value: float | None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the facts are stated of.

    Attributes:
        level: The Level.
        tokens: Tokens of the whole text.
        types: Different tokens of the whole text.
    """

    level: Level
    tokens: int
    types: int


# In the order of the original Fact Box: the name of each for people, and what gives its value.
FACTS: dict[str, tuple[str, Callable[[Counted], float | None]]] = {
    "level": (N_("Level"), lambda counted: counted.level.value),
    "tokens": (N_("Tokens"), lambda counted: counted.tokens),
    "types": (N_("Types"), lambda counted: counted.types),
    "ttr": (N_("TTR"), lambda counted: type_token_ratio(counted.tokens, counted.types)),
}


def facts(level: Level, tokens: int, types: int) -> tuple[Fact, ...]:
    """State the facts of a text; one that cannot be worked out says so, and the others are there."""
    counted = Counted(level, tokens, types)
    return tuple(_stated(key, counted) for key in FACTS)


def missing(stated: Iterable[Fact]) -> str:
    """Say which facts could not be worked out, in a sentence; empty if all could."""
    failed = [aside(each.label, each.failure) for each in stated if each.failure]
    return _("Could not be worked out: {facts}.").format(facts=listed(failed)) if failed else ""


def type_token_ratio(tokens: int, types: int) -> float | None:
    """Divide types by tokens; None where there are no tokens."""
    return types / tokens if tokens else None


def summary(tally: Tally, failed: int = 0) -> str:
    """Say in one line what the Level rests on, what it leaves out, and what could not be counted.

    Args:
        tally: The counts of the text.
        failed: Paragraphs that are missing in them.
    """
    parts = []
    if tally.words:
        words = ngettext("{n} word", "{n} words", tally.words)
        sentences = ngettext("{n} sentence", "{n} sentences", tally.sentences)
        parts.append(_("{words} in {sentences}").format(words=words, sentences=sentences))
    if tally.words_left_out:
        parts.append(ngettext("{n} word left out", "{n} words left out", tally.words_left_out))
    if failed:
        parts.append(ngettext("{n} paragraph could not be counted", "{n} paragraphs could not be counted", failed))
    return " · ".join(parts)


def _stated(key: str, counted: Counted) -> Fact:
    name, value_of = FACTS[key]
    label = _(name)
    try:
        value = value_of(counted)
    except Exception as error:  # noqa: BLE001  # a mistake in one fact must not cost the others
        return Fact(key, label, NOTHING, None, type(error).__name__)
    shown = NOTHING if value is None else str(value) if isinstance(value, int) else decimal(value, 3)
    return Fact(key, label, shown, value)
