"""The gallery: the pictures of a text, and of an original beside its adaptation, one by one."""

from collections.abc import Generator, Iterator

from factbox.metrics.bands import Spots, both_vocabularies, first_spots, vocabulary
from factbox.metrics.course import level_along
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Profile
from factbox.metrics.ledger import Ledger
from factbox.metrics.lengths import Lengths, both_lengths, lengths, sentence_lengths
from factbox.metrics.levels import band, estimate
from factbox.metrics.picture import OF_BOTH, OF_ONE, Bar, Line, Picture, Rule, Shown, Tone
from factbox.metrics.profile import profiling
from factbox.metrics.study import Study
from factbox.translation import _, decimal, named

# Grades: a smaller difference is none.
_SAME = 0.05


def pictures(ledger: Ledger, goal: Goal | None = None, original: Ledger | None = None) -> tuple[Picture, ...]:
    """Give all pictures of a text; the last ones set it beside its original, if there is one.

    Args:
        ledger: The text; nothing may be pending.
        goal: The goal one writes for.
        original: The ledger of the original, counted by the same rules.
    """
    gallery = Gallery(ledger, original)
    wanted = OF_ONE if original is None else (*OF_ONE, *OF_BOTH)
    return tuple(next(filter(None, gallery.think(shown, goal))) for shown in wanted)


class Gallery:
    """Makes pictures of a ledger's document, and remembers what it has read of it.

    Args:
        ledger: The text; nothing may be pending while it thinks.
        original: The ledger of the original, None if there is none.
    """

    def __init__(self, ledger: Ledger, original: Ledger | None = None) -> None:
        self._text = _Text(ledger)
        self._original = _Text(original) if original is not None else None

    def think(self, shown: Shown, goal: Goal | None = None) -> Iterator[Picture | None]:
        """Make a picture in slices: None again and again, then the picture.

        Raises:
            ValueError: The picture is of two texts, and there is no original.
        """
        text, original = self._text, self._original
        if shown is Shown.LEVEL:
            yield from level_along(text.ledger, goal)
        elif shown is Shown.LENGTHS:
            yield sentence_lengths((yield from text.lengths()))
        elif shown in OF_ONE:
            yield vocabulary(shown, *(yield from text.vocabulary(goal)))
        elif original is None:
            raise ValueError(f"{shown} is a picture of two texts.")
        elif shown is Shown.BOTH_LEVELS:
            yield _both_levels(original.ledger, text.ledger, goal)
        elif shown is Shown.BOTH_LENGTHS:
            yield both_lengths((yield from original.lengths()), (yield from text.lengths()), _names())
        else:
            ours = yield from original.vocabulary(goal)
            yield both_vocabularies(ours, (yield from text.vocabulary(goal)), _names())


class _Text:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._study = Study(ledger)

    def _read(self) -> Iterator[None]:
        while self._study.read_next():
            yield None

    def lengths(self) -> Generator[None, None, Lengths]:
        yield from self._read()
        for found in lengths(self.ledger, self._study):
            if found is not None:
                return found
            yield None
        raise AssertionError("the lengths come at last")

    def vocabulary(self, goal: Goal | None) -> Generator[None, None, tuple[Profile, Spots]]:
        yield from self._read()
        for found in profiling(self.ledger.vocabulary.counts, self.ledger.lexicon, goal):
            if found is not None:
                spots = yield from first_spots(self._study, (*found.by_cefr, *found.by_band))
                return found, spots
            yield None
        raise AssertionError("a profile comes at last")


def _names() -> tuple[str, str]:
    return _("Original"), _("Adaptation")


def _both_levels(original: Ledger, adaptation: Ledger, goal: Goal | None) -> Picture:
    title, unit, names = _(Shown.BOTH_LEVELS), _("Level"), _names()
    bars, told = [], []
    for name, ledger, tone in zip(names, (original, adaptation), (Tone.ORIGINAL, Tone.PLAIN), strict=True):
        level = estimate(ledger.judged, ledger.counting.formula)
        if level.value is None or level.low is None or level.high is None:
            told.append(_("{words}.").format(words=named(name, level.headline)))
            continue
        likely = band(level.low, level.high).lower()
        told.append(_("{name}: Level {n}, {likely}.").format(name=name, n=decimal(level.value, 1), likely=likely))
        is_above = goal is not None and level.value > goal.high and tone is Tone.PLAIN
        bars.append(
            Bar(name, level.value, decimal(level.value, 1), told[-1], None, Tone.ABOVE if is_above else tone)
        )
    rules = (
        () if goal is None else (Rule(_("goal {n}").format(n=decimal(goal.centre, 1)), goal.centre, Line.GOAL),)
    )
    if len(bars) == 2:
        change = bars[1].value - bars[0].value
        words = _("The adaptation is {n} lower.") if change < 0 else _("The adaptation is {n} higher.")
        same = _("Both are much the same.")
        told.append(words.format(n=decimal(abs(change), 1)) if abs(change) >= _SAME else same)
    above = _("above the goal") if goal is not None else ""
    return Picture(Shown.BOTH_LEVELS, title, " ".join(told), unit, tuple(bars), rules, above=above)
