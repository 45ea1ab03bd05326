"""Tests of two texts in figures."""

import pytest

from factbox.document import Block, Splice
from factbox.metrics.collation import Collator
from factbox.metrics.comparison import Comparison, are_alike, compare
from factbox.metrics.ledger import Ledger
from factbox.metrics.report import Report

ORIGINAL = "Lemurs sleep in trees. They sing at dawn. Leopards hunt them at night. Snow never falls there."


def report(text: str) -> Report:
    """Measure a text."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block(text),)))
    while ledger.pending:
        ledger.measure_next()
    return ledger.report()


def compared(adaptation: str) -> Comparison:
    """Compare a text with the original."""
    collation = Collator().collate([Block(ORIGINAL)], [Block(adaptation)])
    return compare(report(ORIGINAL), report(adaptation), collation, (0.9, 0.8))


def test_each_fact_is_told_before_and_after() -> None:
    """And the difference of both."""
    rows = {row.key: row for row in compared(f"{ORIGINAL} Rain does.").rows}
    assert list(rows) == ["level", "tokens", "types", "ttr", "words"]
    assert (rows["tokens"].before, rows["tokens"].after, rows["tokens"].change) == (17, 19, 2)


def test_no_honest_figure_makes_no_difference() -> None:
    """Where one text is too short for a Level there is none."""
    assert compared(ORIGINAL).rows[0].change is None


def test_texts_of_unlike_length_are_compared_by_mattr() -> None:
    """TTR falls as a text grows; the row says why it is another one."""
    row = compared("Lemurs sleep in trees.").rows[3]
    assert (row.key, row.before, row.after) == ("mattr", 0.9, 0.8)
    assert "fifth" in row.remark


@pytest.mark.parametrize(("tokens", "alike"), [(80, True), (79, False), (125, True), (126, False)])
def test_a_fifth_of_the_longer_text_is_the_limit(tokens: int, *, alike: bool) -> None:
    """Up to it TTR may be compared."""
    assert are_alike(report("word " * 100), report("word " * tokens)) is alike


def test_shares_are_of_the_sentences_of_the_original() -> None:
    """Kept, changed and dropped ones are all of them."""
    found = compared("Lemurs sleep in trees. At dawn they sing songs. Leopards hunt them at night.")
    assert (found.kept, found.changed, found.dropped) == (0.5, 0.25, 0.25)
