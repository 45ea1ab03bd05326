"""The Report: what the worker tells the window, what the command line prints, what `measure` gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from factbox.metrics.facts import Fact, facts, missing, summary
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.levels import DEFAULT, Level, estimate, is_foreign
from factbox.metrics.tally import Tally


@dataclass(frozen=True, slots=True)
class Counting:
    """How to count, as the user chooses.

    Attributes:
        formula: The key of the formula that gives the Level.
        ignore_capitals: Whether `The` and `the` are one type.
        fragments: Whether fragments count as sentences for the Level.
        exempt: Words in lower case that count as easy; with others everything is measured anew.
    """

    formula: str = DEFAULT
    ignore_capitals: bool = False
    fragments: bool = False
    exempt: frozenset[str] = frozenset()


COUNTING = Counting()
_NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class Report:
    """The facts of a text at one revision; a value that may be pickled and may cross threads.

    Attributes:
        language: An ISO 639-1 code.
        level: School grade (US), unrounded; None where no figure would be honest.
        level_low: The lower end of the band, in grades.
        level_high: The upper end of the band, in grades.
        formula: The key of the formula that gives the Level.
        tokens: Tokens of the whole text.
        types: Different tokens of the whole text.
        ttr: Types / tokens; None without tokens.
        words: Words of the prose.
        sentences: Sentences of the prose.
        syllables: Syllables of the prose.
        fragments: Blocks that are no sentences.
        words_left_out: Words in them.
        rough: Whether the text is too short for a steady Level.
        headline: The Level in plain words, or that there is none.
        remark: The age and the band, or why there is no Level.
        summary: What the Level rests on and leaves out, in one line.
        facts: The rows of the Fact Box.
        revision: The last edit that these figures know of.
        pending: Blocks still to be measured; the figures are exact when it is 0.
        blocks: Blocks in all.
        level_unspared: The Level if no word were exempt; None where there is none, or no exempt word.
        judged: The counts that the Level and the scores rest on.
    """

    language: str
    level: float | None
    level_low: float | None
    level_high: float | None
    formula: str
    tokens: int
    types: int
    ttr: float | None
    words: int
    sentences: int
    syllables: int
    fragments: int
    words_left_out: int
    rough: bool
    headline: str
    remark: str
    summary: str
    facts: tuple[Fact, ...]
    revision: int = 0
    pending: int = 0
    blocks: int = 0
    level_unspared: float | None = None
    judged: Tally = _NOTHING

    @property
    def scores(self) -> Mapping[str, float | None]:
        """Every formula's figure by its key, None where none is honest; made when it is asked for."""
        if is_foreign(self.judged):
            return dict.fromkeys(FORMULAS)
        return {key: each.score(self.judged) for key, each in FORMULAS.items()}


def report(
    tally: Tally,
    types: int,
    *,
    language: str = "en",
    counting: Counting = COUNTING,
    revision: int = 0,
    pending: int = 0,
    blocks: int = 0,
    unspared: Tally | None = None,
    failed: int = 0,
) -> Report:
    """Judge a tally: its Level by a formula, every other score, and the facts in words.

    Args:
        tally: The counts of the text.
        types: How many different tokens it has.
        language: An ISO 639-1 code.
        counting: How to count.
        revision: The last edit that the counts know of.
        pending: Blocks that the counts do not know yet.
        blocks: Blocks in all.
        unspared: The counts of the text if no word were exempt; None where none is.
        failed: Blocks that could not be counted, and are missing in the counts.
    """
    level: Level = estimate(tally, counting.formula)
    stated = facts(level, tally.tokens, types)
    by_key = {fact.key: fact.value for fact in stated}
    return Report(
        language=language,
        level=level.value,
        level_low=level.low,
        level_high=level.high,
        formula=counting.formula,
        tokens=tally.tokens,
        types=types,
        ttr=by_key["ttr"],
        words=tally.words,
        sentences=tally.sentences,
        syllables=tally.syllables,
        fragments=tally.fragments,
        words_left_out=tally.words_left_out,
        rough=level.rough,
        headline=level.headline,
        remark=level.remark,
        summary=" · ".join(filter(None, (summary(tally, failed), missing(stated)))),
        facts=stated,
        revision=revision,
        pending=pending,
        blocks=blocks,
        level_unspared=None if unspared is None else estimate(unspared, counting.formula).value,
        judged=tally,
    )
