"""A mistake of our own in each rule of advice, each formula, each fact, and no memory where the text is counted.

The program goes on, what is not broken is there, and it says what is missing: in the row of figures, or in the
sentence that the status line shows.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from factbox.batch.row import Order, measured
from factbox.document import Block, Splice
from factbox.metrics import facts, losses, splits
from factbox.metrics.collation import Collator
from factbox.metrics.facts import FACTS
from factbox.metrics.flaws import new_failures
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Guidance, Panel, Question
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.levels import grades
from factbox.metrics.meaning import Meaning
from factbox.metrics.measure import measure
from factbox.metrics.report import Counting
from factbox.session.analyst import Analyst
from factbox.session.comparer import Comparer, Contrast
from faults.registry import FAULTS

TEXT = (
    "The boats, which had left the harbour in the morning, came in late, and nobody knew why they were late. "
    "The captain said that the storm had been long, but the sailors, who were tired, said nothing and went home. "
    "Having seen the lights, the pilot turned the ship because he thought that the rocks were near. "
)
_BLOCKS = tuple(Block(TEXT * 3) for _number in range(3))
# One thing for each rule on what an adaptation may lose.
_ORIGINAL = (
    "The oak lifts 400 litres of water a day.",
    "The botanist lived near Dublin for years.",
    "Leaves do not open pores at noon.",
    "She wrote: “A tree drinks more than a horse does.”",
    "Because the roots contain more sugar than the soil, water flows inwards through osmosis.",
    "The gardener, a shy man, measured the bark at dawn and later described the roots in a book.",
)
_ADAPTATION = (
    "The oak lifts water every day.",
    "The botanist lived there for years.",
    "Leaves open pores at noon.",
    "She wrote: “A tree drinks more than people think.”",
    "The roots contain more sugar than the soil. Water flows inwards through osmosis.",
    "Bark was measured at dawn. He later described the roots in a book.",
)
_FLAWS: tuple[type[Exception], ...] = (ZeroDivisionError, KeyError, RecursionError, MemoryError, AttributeError)


# Milliseconds for an answer that never comes, and for a sentence behind it.
_PATIENCE, _SOON = 60_000, 2_000


class Reader(QObject):
    """Asks for advice on a text and its original as the window does, and hears what is told."""

    edited = Signal(object)
    aimed = Signal(object)
    asked = Signal(object)
    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._analyst, self._comparer = Analyst(), Comparer()
        self._analyst.join(self._comparer)
        self._loop = QEventLoop(self)
        self.edited.connect(self._analyst.revise)
        self.aimed.connect(self._analyst.adviser.aim)
        self.asked.connect(self._analyst.adviser.ask)
        self.given.connect(self._comparer.set_original)
        # As the window joins them to its status line.
        self._analyst.failed.connect(self.hear)
        self._comparer.failed.connect(self.hear)
        self._analyst.adviser.guided.connect(self.take)
        self._comparer.contrasted.connect(self.take)

    @Slot(str)
    def hear(self, told: str) -> None:
        """Hear of something that could not be worked out."""
        self.told.append(told)
        self._loop.quit()

    @Slot(object)
    def take(self, _answer: Guidance | Contrast) -> None:
        """Take an answer; what is to be told comes right behind it, or never."""
        QTimer.singleShot(_SOON, self, self._loop.quit)

    def read(self, blocks: tuple[Block, ...], original: tuple[Block, ...] | None = None) -> list[str]:
        """Read a text, with a plan to make it simpler or beside an original; give what was told by then."""
        self._analyst.start()
        if original is None:
            self.aimed.emit(Goal(Aim.GRADE, 2))
            self.asked.emit(Question(panels=frozenset({Panel.PLAN})))
        else:
            self.given.emit(original)
        self.edited.emit(Splice(0, 0, blocks, 1))
        patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        patience.timeout.connect(self._loop.quit)
        patience.start()
        self._loop.exec()
        self._analyst.stop()
        return self.told


def _heard(blocks: tuple[Block, ...], original: tuple[Block, ...] | None = None) -> list[str]:
    """Give what a reader of a text hears of what could not be worked out."""
    application = QApplication.instance() or QApplication([])
    assert application is not None
    return Reader().read(blocks, original)


def _sentence(rule: str, flaw: type[Exception]) -> str:
    return f"the rule “{rule}” ({flaw.__name__}). What the others find is there"


def _raising(flaw: type[Exception]) -> Callable[..., Any]:
    def fail(*_given: object) -> Any:
        raise flaw("as if it were broken")

    return fail


@FAULTS.declare("a mistake in a formula", tries=len(FORMULAS) * len(_FLAWS), few=6)
def formula(number: int, folder: Path) -> str:
    """Let a formula fail that gives the Level, or another one."""
    key = list(FORMULAS)[number % len(FORMULAS)]
    flaw = _FLAWS[number // len(FORMULAS) % len(_FLAWS)]
    whole = settle(_BLOCKS, every=True).scores
    before = FORMULAS[key]
    FORMULAS[key] = replace(before, equation=_raising(flaw))
    try:
        report = settle(_BLOCKS, every=True)
        scores = report.scores
        assert scores[key] is None
        assert {each: scores[each] for each in scores if each != key} == {
            each: whole[each] for each in whole if each != key
        }
        path = folder / "text.txt"
        path.write_text(TEXT * 3, "utf-8")
        row = measured(str(path), Order(scores=tuple(FORMULAS)))
        assert row.error is None
        told = [line.note for line in _explained().others if line.label == before.label]
        if key in grades():
            chosen = settle(_BLOCKS, counting=Counting(key))
            assert chosen.level is None
            assert flaw.__name__ in chosen.remark, chosen.remark
            assert before.label in chosen.remark, chosen.remark
            assert chosen.tokens == report.tokens > 0
        if key != report.formula:
            assert report.level is not None
            assert told == [f"could not be worked out ({flaw.__name__})"], told
    finally:
        FORMULAS[key] = before
    return "told, the others are there"


def _explained() -> Any:
    made = Ledger(every=True)
    made.apply(Splice(0, 0, _BLOCKS))
    while made.pending:
        made.measure_next()
    return made.explain("level")


@FAULTS.declare("a mistake in a fact", tries=len(FACTS) * len(_FLAWS), few=4)
def fact(number: int, _folder: Path) -> str:
    """Let a fact fail."""
    key = list(FACTS)[number % len(FACTS)]
    flaw = _FLAWS[number // len(FACTS) % len(_FLAWS)]
    whole = settle(_BLOCKS)
    before = FACTS[key]
    FACTS[key] = (before[0], _raising(flaw))
    try:
        report = settle(_BLOCKS)
    finally:
        FACTS[key] = before
    for now, then in zip(report.facts, whole.facts, strict=True):
        assert now.text == (facts.NOTHING if now.key == key else then.text)
    assert f"{before[0]} ({flaw.__name__})" in report.summary, report.summary
    return "told, the others are there"


_RULES = splits._RULES


@FAULTS.declare("a mistake in a rule of advice", tries=len(_RULES) * len(_FLAWS), few=8)
def rule(number: int, _folder: Path) -> str:
    """Let a rule for splitting sentences fail."""
    place = number % len(_RULES)
    flaw = _FLAWS[number // len(_RULES) % len(_FLAWS)]
    splits.splits.cache_clear()
    whole = _found()
    broken = tuple(
        replace(each, cuts=_raising(flaw)) if turn == place else each for turn, each in enumerate(_RULES)
    )
    splits._RULES = broken
    splits.splits.cache_clear()
    try:
        found = _found()
        assert list(new_failures()) == [_RULES[place].name]
        splits.splits.cache_clear()
        told = _heard((Block(TEXT),))
    finally:
        splits._RULES = _RULES
        splits.splits.cache_clear()
        new_failures()
    name = _RULES[place].name
    assert told == [_sentence(name, flaw)], told
    missing = {each for each in whole if each[1] != name} - found
    assert not missing, f"what others found is gone: {missing}"
    return "told, the others are there"


def _found() -> set[tuple[int, str]]:
    found = set()
    start = 0
    while (end := TEXT.find(". ", start)) >= 0:
        found |= {(each.start, each.rule) for each in splits.splits(TEXT, start, end + 1)}
        start = end + 2
    return found


def _measure_without_memory(made: Ledger, dice: random.Random) -> int:
    """Measure what is to be measured, now and then without memory; give how often that failed."""

    def measure_or_not(*given: Any) -> Any:
        if dice.random() < 0.3:
            raise MemoryError
        return measure(*given)

    failed = 0
    with patch("factbox.metrics.ledger.measure", measure_or_not):
        while made.pending:
            try:
                made.measure_next()
            except MemoryError:
                failed += 1
    return failed


@FAULTS.declare("a mistake in a rule of what is lost", tries=len(losses.RULES) * len(_FLAWS), few=6)
def loss(number: int, _folder: Path) -> str:
    """Let a rule fail that looks for what an adaptation has lost."""
    place = number % len(losses.RULES)
    flaw = _FLAWS[number // len(losses.RULES) % len(_FLAWS)]
    name = losses.RULES[place].__name__
    whole = _lost()
    fail = _raising(flaw)
    fail.__name__ = name
    rules = tuple(fail if turn == place else each for turn, each in enumerate(losses.RULES))
    with patch("factbox.metrics.losses.RULES", rules):
        found = _lost()
        assert list(new_failures()) == [name.strip("_")]
        told = _heard(tuple(map(Block, _ADAPTATION)), tuple(map(Block, _ORIGINAL)))
    new_failures()
    assert told == [_sentence(name.strip("_"), flaw)], told
    assert whole, "there was nothing to find"
    assert found < whole, "nobody misses it"
    assert len(whole - found) <= 2, f"what others found is gone: {whole - found}"
    return "told, the others are there"


def _lost() -> set[tuple[str, str]]:
    original = [Block(text) for text in _ORIGINAL]
    adaptation = [Block(text) for text in _ADAPTATION]
    notices = Meaning().notices(Collator().collate(original, adaptation))
    return {(each.title, each.before or each.after) for each in notices}


@FAULTS.declare("no memory for a paragraph", tries=200, few=5)
def memory(number: int, _folder: Path) -> str:
    """Let paragraphs fail: the others are counted, it is said how many are missing, and editing cures it."""
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    blocks = tuple(Block(f"{TEXT} {turn}") for turn in range(dice.randrange(2, 12)))
    made = Ledger()
    made.apply(Splice(0, 0, blocks))
    failed = _measure_without_memory(made, dice)
    report = made.report()
    there = [entry.block for entry in made.book if entry.paragraph is not None]
    assert len(blocks) - len(there) == failed
    assert replace(settle(there), summary="", blocks=0) == replace(report, summary="", blocks=0, revision=0)
    assert (f"{failed} paragraph" in report.summary) is (failed > 0), report.summary
    # Whoever types there has it counted again.
    for place in [turn for turn, entry in enumerate(made.book) if entry.paragraph is None]:
        made.apply(Splice(place, 1, (blocks[place],)))
    while made.pending:
        made.measure_next()
    assert replace(made.report(), revision=0) == settle(blocks)
    return "told, and cured by an edit" if failed else "nothing failed"
