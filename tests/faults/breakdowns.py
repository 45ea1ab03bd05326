"""A mistake of our own in each rule of advice, each formula, each fact, and no memory where the text is counted.

The program goes on, what is not broken is there, and it says what is missing.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from factbox.batch.row import Order, measured
from factbox.document import Block, Splice
from factbox.metrics import facts, flaws, ledger, splits
from factbox.metrics.facts import FACTS
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.levels import grades
from factbox.metrics.report import Counting
from faults.registry import FAULTS

TEXT = (
    "The boats, which had left the harbour in the morning, came in late, and nobody knew why they were late. "
    "The captain said that the storm had been long, but the sailors, who were tired, said nothing and went home. "
    "Having seen the lights, the pilot turned the ship because he thought that the rocks were near. "
)
_BLOCKS = tuple(Block(TEXT * 3) for _number in range(3))
_FLAWS: tuple[type[Exception], ...] = (ZeroDivisionError, KeyError, RecursionError, MemoryError, AttributeError)


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
    whole = _found(_RULES)
    broken = tuple(
        replace(each, cuts=_raising(flaw)) if turn == place else each for turn, each in enumerate(_RULES)
    )
    flaws.forget_failures()
    splits._RULES = broken
    splits.splits.cache_clear()
    try:
        found = _found(broken)
    finally:
        splits._RULES = _RULES
        splits.splits.cache_clear()
    failed = flaws.failures()
    flaws.forget_failures()
    name = _RULES[place].name
    assert failed == {name: flaw.__name__}, failed
    missing = {each for each in whole if each[1] != name} - found
    assert not missing, f"what others found is gone: {missing}"
    return "told, the others are there"


def _found(_rules: object) -> set[tuple[int, str]]:
    found = set()
    start = 0
    while (end := TEXT.find(". ", start)) >= 0:
        found |= {(each.start, each.rule) for each in splits.splits(TEXT, start, end + 1)}
        start = end + 2
    return found


@contextmanager
def _without_memory(dice: random.Random) -> Iterator[None]:
    """Let the measuring of paragraphs fail now and then for want of memory."""
    before = ledger.measure

    def measure(*given: Any) -> Any:
        if dice.random() < 0.3:
            raise MemoryError
        return before(*given)

    ledger.measure = measure
    try:
        yield
    finally:
        ledger.measure = before


@FAULTS.declare("no memory for a paragraph", tries=200, few=5)
def memory(number: int, _folder: Path) -> str:
    """Let paragraphs fail: the others are counted, it is said how many are missing, and editing cures it."""
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    blocks = tuple(Block(f"{TEXT} {turn}") for turn in range(dice.randrange(2, 12)))
    made = Ledger()
    made.apply(Splice(0, 0, blocks))
    failed = 0
    with _without_memory(dice):
        while made.pending:
            try:
                made.measure_next()
            except MemoryError:
                failed += 1
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
