"""Tests of the Level of the sentence at the caret."""

import pytest

from factbox.document import Block, Role, Splice
from factbox.metrics.ledger import Ledger
from factbox.metrics.report import Counting
from factbox.session.pointer import Pointer, SentenceFigure

TEXT = "The cat sat down. Notwithstanding considerable opposition, the committee recommended it. It was late."


@pytest.fixture
def pointer() -> Pointer:
    """Give a pointer that attends to a text."""
    made = Pointer()
    made.attend(ledger())
    return made


def ledger(counting: Counting | None = None) -> Ledger:
    """Give the ledger of the text."""
    made = Ledger(counting=counting or Counting())
    made.apply(Splice(0, 0, (Block(TEXT),)))
    while made.pending:
        made.measure_next()
    return made


def judged(pointer: Pointer, block: Block, place: int) -> SentenceFigure:
    """Give the figure of the sentence at a place."""
    told: list[SentenceFigure] = []
    pointer.judged.connect(told.append)
    pointer.point(block, place)
    pointer.judged.disconnect(told.append)
    assert told
    return told[-1]


def test_judges_the_sentence_around_the_caret(pointer: Pointer) -> None:
    """By Flesch and Kincaid: 0.39 times its words plus 11.8 times its syllables a word less 15.59."""
    found = judged(pointer, Block(TEXT), 0)
    assert found.words == 4
    assert found.level == pytest.approx(0.39 * 4 + 11.8 * 1 - 15.59)
    middle = judged(pointer, Block(TEXT), 40)
    assert middle.words == 7
    assert middle.level is not None
    assert middle.level > 20


def test_the_place_behind_a_sentence_is_still_of_it(pointer: Pointer) -> None:
    """Who has just written the stop wants the figure of what was written."""
    assert judged(pointer, Block(TEXT), 17).words == 4
    assert judged(pointer, Block(TEXT), len(TEXT)).words == 3


@pytest.mark.parametrize(
    "block",
    [
        Block(""),
        Block("* * *"),
        Block("The cat and the dog", Role.HEADING),
        Block("milk and bread", Role.ITEM),
        Block("Dear Sir"),
        Block("Он сидел дома."),
    ],
)
def test_has_no_level_where_none_is_honest(pointer: Pointer, block: Block) -> None:
    """Headings, lines without an end and other languages have no Level, as in the Fact Box."""
    assert judged(pointer, block, 1).level is None


@pytest.mark.parametrize("formula", ["gunning_fog", "calibrated"])
def test_follows_the_formula(pointer: Pointer, formula: str) -> None:
    """Another formula gives another figure, at once and unasked."""
    before = judged(pointer, Block(TEXT), 40)
    told: list[SentenceFigure] = []
    pointer.judged.connect(told.append)
    pointer.attend(ledger(Counting(formula=formula)))
    assert told
    assert told[-1].level is not None
    assert told[-1].level != before.level
