"""The course of the Level along a text: by paragraph, short ones joined until a Level is honest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factbox.metrics.account import Account
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Spot
from factbox.metrics.ledger import Entry, Ledger
from factbox.metrics.levels import LEAST_WORDS, Level, band, estimate
from factbox.metrics.picture import Bar, Line, Picture, Rule, Shown, Tone
from factbox.metrics.study import excerpt
from factbox.translation import _, decimal, in_turn, listed, ngettext

# More bars than that are too thin to choose one.
MOST = 60
# Paragraphs looked at before others get their turn.
_SLICE = 50
_BEGINNING = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row that have a Level together.

    Attributes:
        first: The number of the first among the paragraphs that count for the Level, from 1.
        last: That of the last.
        block: The block where it begins.
        text: What stands there.
        level: Its Level as a text of its own; it has a value.
        words: Its words of prose.
    """

    first: int
    last: int
    block: int
    text: str
    level: Level
    words: int

    @property
    def value(self) -> float:
        """Its Level in grades."""
        assert self.level.value is not None  # noqa: S101  # a stretch without one is joined with the next
        return self.level.value

    @property
    def label(self) -> str:
        """Its paragraphs: "7", "7–9"."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def name(self) -> str:
        """What it is called: "paragraph 7"."""
        if self.first == self.last:
            return _("paragraph {n}").format(n=self.first)
        return _("paragraphs {first} to {last}").format(first=self.first, last=self.last)

    @property
    def quoted(self) -> str:
        """How it begins."""
        return _("“{text}”").format(text=excerpt(self.text.lstrip(), _BEGINNING))


class _Place(NamedTuple):
    """A paragraph that counts for the Level: its number among those, its block, and its entry."""

    number: int
    block: int
    entry: Entry


def stretches(ledger: Ledger) -> Iterator[tuple[Stretch, ...] | None]:
    """Part a text into stretches, in order; what has no Level by itself joins what follows, the end what precedes.

    Gives None again and again while there is more to do, then the stretches: at most `MOST`, and none where the
    whole text has no Level.
    """
    if estimate(ledger.judged, ledger.counting.formula).value is None:
        yield ()
        return
    enough = ledger.judged.words / MOST
    found: list[Stretch] = []
    places: list[_Place] = []
    before: list[_Place] = []
    words = 0
    for place in _places(ledger):
        places.append(place)
        words += place.entry.paragraph.counts.words if place.entry.paragraph is not None else 0
        stretch = _joined(ledger, places) if words >= max(enough, LEAST_WORDS) else None
        if stretch is not None:
            found.append(stretch)
            before, places, words = places, [], 0
        if not place.number % _SLICE:
            yield None
    if places:
        stretch = _joined(ledger, before + places)
        found[-1:] = [stretch] if stretch is not None else found[-1:]
    yield tuple(found)


def level_along(ledger: Ledger, goal: Goal | None) -> Iterator[Picture | None]:
    """Show the Level of each stretch of a text beside that of the whole and the goal, in slices."""
    for found in stretches(ledger):
        if found is None:
            yield None
            continue
        whole = estimate(ledger.judged, ledger.counting.formula)
        title = _(Shown.LEVEL)
        if whole.value is None or not found:
            yield Picture(Shown.LEVEL, title, in_turn(whole.headline, whole.remark), _("Level"), in_order=True)
            return
        rules = [Rule(_("whole text {n}").format(n=decimal(whole.value, 1)), whole.value, Line.WHOLE)]
        if goal is not None:
            rules.append(Rule(_("goal {n}").format(n=decimal(goal.centre, 1)), goal.centre, Line.GOAL))
        yield Picture(
            Shown.LEVEL,
            title,
            _described(found, whole.value, goal),
            _("Level"),
            tuple(_bar(each, goal) for each in found),
            tuple(rules),
            in_order=True,
            above=_("above the goal") if goal is not None else "",
        )


def _places(ledger: Ledger) -> Iterator[_Place]:
    number = 0
    for block, entry in enumerate(ledger.book):
        paragraph = entry.paragraph
        if paragraph is None or not paragraph.counts.words:
            continue
        if paragraph.is_fragment and not ledger.counting.fragments:
            continue
        number += 1
        yield _Place(number, block, entry)


def _joined(ledger: Ledger, places: list[_Place]) -> Stretch | None:
    """Give paragraphs as one stretch, None if they have no Level."""
    account = Account()
    for place in places:
        if place.entry.paragraph is not None:
            account.enter(place.entry.paragraph)
    tally = account.judged(fragments=ledger.counting.fragments)
    level = estimate(tally, ledger.counting.formula)
    if level.value is None:
        return None
    first, last = places[0], places[-1]
    return Stretch(first.number, last.number, first.block, first.entry.block.text, level, tally.words)


def _bar(stretch: Stretch, goal: Goal | None) -> Bar:
    level = stretch.level
    assert level.low is not None  # noqa: S101  # a Level has a band
    assert level.high is not None  # noqa: S101
    is_above = goal is not None and stretch.value > goal.high
    told = [
        _("{name}: Level {level}").format(name=stretch.name, level=decimal(stretch.value, 1)),
        band(level.low, level.high).lower(),
        ngettext("{n} word", "{n} words", stretch.words),
    ]
    if is_above:
        told.append(_("above the goal"))
    words = listed(told)
    return Bar(
        stretch.label,
        stretch.value,
        decimal(stretch.value, 1),
        in_turn(f"{words[:1].upper()}{words[1:]}", stretch.quoted),
        Spot(stretch.block, 0, len(stretch.text)),
        Tone.ABOVE if is_above else Tone.PLAIN,
    )


def _described(found: tuple[Stretch, ...], whole: float, goal: Goal | None) -> str:
    values = [each.value for each in found]
    hardest = max(found, key=lambda each: each.value)
    parts = [_("The Level of the whole text is {n}.").format(n=decimal(whole, 1))]
    if len(found) == 1:
        parts.append(_("The text is too short to be looked at in parts."))
    else:
        parts.append(
            _("It is {first} at the beginning and {last} at the end, and lies between {low} and {high}.").format(
                first=decimal(values[0], 1),
                last=decimal(values[-1], 1),
                low=decimal(min(values), 1),
                high=decimal(max(values), 1),
            )
        )
        parts.append(_("The hardest part is {name}, {text}.").format(name=hardest.name, text=hardest.quoted))
    if goal is not None:
        above = sum(value > goal.high for value in values)
        told = _("Above the goal, {goal}: {above} of {parts}.")
        parts.append(
            told.format(goal=goal.label, above=above, parts=ngettext("{n} part", "{n} parts", len(found)))
        )
    if len(found) > 1:
        parts.append(_("Parts of few words have a rough Level."))
    return " ".join(parts)
