"""Tests of looking sentences up beside their counterparts."""

import pytest

from factbox.document import Block
from factbox.metrics.collation import Collator, Fate
from factbox.metrics.guidance import Spot
from factbox.session.pairs import Pairs

ORIGINAL = (
    Block("The mill stands by the river, and it grinds corn for the valley. The miller is old."),
    Block("He drinks his tea in the yard. His daughter carries the sacks."),
)
ADAPTATION = (
    Block("The mill stands by the river. It grinds corn for the valley. The miller is old."),
    Block("His daughter carries the sacks. He drinks his tea in the yard. Tea is a drink of leaves."),
)


@pytest.fixture
def pairs() -> Pairs:
    """Give the pairs of both texts."""
    return Pairs(Collator().collate(ORIGINAL, ADAPTATION))


def test_a_place_has_its_group(pairs: Pairs) -> None:
    """Anywhere in a sentence of either text, from its first letter to behind its last."""
    split = pairs.at(Spot(0, 0, 0), is_original=True)
    assert split is not None
    assert split.fate is Fate.SPLIT
    second = ADAPTATION[0].text.index("It grinds")
    assert pairs.at(Spot(0, second, second), is_original=False) is split
    end = len(ORIGINAL[0].text)
    last = pairs.at(Spot(0, end, end), is_original=True)
    assert last is not None
    assert last.original[0].text == "The miller is old."


def test_elsewhere_there_is_none(pairs: Pairs) -> None:
    """Between two sentences, and behind the text."""
    between = ORIGINAL[0].text.index(" The miller")
    assert pairs.at(Spot(0, between + 1, between + 1), is_original=True) is not None
    assert pairs.at(Spot(7, 0, 0), is_original=True) is None
    assert Pairs(Collator().collate((), ())).at(Spot(0, 0, 0), is_original=False) is None


def test_the_sentences_of_some_paragraphs_come_in_order(pairs: Pairs) -> None:
    """Each with its counterpart, a moved one too; what was added has none, and a split one is given once."""
    found = list(pairs.along(range(2), is_original=False))
    told = [
        (ADAPTATION[here.block].text[here.start : here.end], ORIGINAL[there.block].text[there.start : there.end])
        for here, there in found
    ]
    assert [(here[:9], there[:9]) for here, there in told] == [
        ("The mill ", "The mill "),
        ("The mille", "The mille"),
        ("His daugh", "His daugh"),
        ("He drinks", "He drinks"),
    ]
    assert [here.block for here, _there in pairs.along(range(1, 2), is_original=True)] == [1, 1]
