"""Gathering what is known of a text: it is measured once, and every list is asked for once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from factbox.document import Block, Splice
from factbox.metrics.explain import Explanation
from factbox.metrics.gallery import pictures
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Guidance, Kind, Panel, Question, SentenceRow, WordRow
from factbox.metrics.guide import Guide
from factbox.metrics.ledger import Ledger
from factbox.metrics.picture import Picture
from factbox.metrics.report import Counting, Report
from factbox.metrics.simpler import Candidate, simpler

# Rows of the list of sentences and of that of words, and simpler words for a word.
_SENTENCES, _WORDS, _CHOICES = 12, 40, 3


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that is hard, once for all its places.

    Attributes:
        text: All of it, on one line.
        row: What is known of it where it stands first in the list.
        times: How often it stands in the text.
        reason: Why it is hard.
    """

    text: str
    row: SentenceRow
    times: int
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known of a text.

    Attributes:
        report: Its facts.
        goal: What it is written for, if that was said.
        explanations: How each fact is counted.
        guidance: Its hard words and its vocabulary.
        sentences: Its hard sentences, the hardest first.
        choices: By a word, simpler ones.
        pictures: The pictures of the text.
    """

    report: Report
    goal: Goal | None
    explanations: tuple[Explanation, ...]
    guidance: Guidance
    sentences: tuple[HardSentence, ...]
    choices: dict[str, tuple[Candidate, ...]]
    pictures: tuple[Picture, ...]

    @property
    def words(self) -> Sequence[WordRow]:
        """The hard words, the greatest share first."""
        return [each for each in self.guidance.words or () if not each.exempt]


def gather(blocks: Sequence[Block], code: str, counting: Counting, goal: Goal | None) -> Findings:
    """Measure a text and ask everything about it.

    Args:
        blocks: The text.
        code: Its language.
        counting: How to count.
        goal: What it is written for.
    """
    ledger = Ledger(code, counting, every=True)
    ledger.apply(Splice(0, 0, tuple(blocks)))
    while ledger.pending:
        ledger.measure_next()
    guide = Guide(ledger)
    guide.aim(goal)
    report = ledger.report()
    guidance = _answer(guide, Question(frozenset({Panel.WORDS, Panel.PROFILE}), hard_only=True, most=_WORDS))
    return Findings(
        report=report,
        goal=goal,
        explanations=tuple(ledger.explain(fact.key) for fact in report.facts),
        guidance=guidance,
        sentences=tuple(_hard_sentences(guide, blocks, report.sentences)),
        choices={row.word: simpler(row.word, code)[:_CHOICES] for row in guidance.words or ()},
        pictures=pictures(ledger, goal),
    )


def _hard_sentences(guide: Guide, blocks: Sequence[Block], number: int) -> Iterator[HardSentence]:
    question = Question(frozenset({Panel.SENTENCES}), hard_only=True, most=number)
    alike: dict[str, list[SentenceRow]] = {}
    for row in _answer(guide, question).sentences or ():
        spot = row.spot
        # Rows hold the beginning alone.
        whole = " ".join(blocks[spot.block].text[spot.start : spot.end].split())
        alike.setdefault(whole, []).append(row)
    for text, rows in islice(alike.items(), _SENTENCES):
        yield HardSentence(text, rows[0], len(rows), _reason(guide, rows[0]))


def _answer(guide: Guide, question: Question) -> Guidance:
    return next(answer for answer in guide.think(question) if answer is not None)


def _reason(guide: Guide, row: SentenceRow) -> str:
    block = row.spot.block
    marks = _answer(guide, Question(marks=True, first=block, last=block)).marks or ()
    return next((each.reason for each in marks if each.spot == row.spot and each.kind is not Kind.HARD_WORD), "")
