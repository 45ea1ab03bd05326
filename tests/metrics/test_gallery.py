"""Tests of the gallery of pictures."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics.gallery import Gallery, pictures
from factbox.metrics.goals import Goal
from factbox.metrics.ledger import Ledger
from factbox.metrics.picture import OF_BOTH, OF_ONE, Shown, Tone
from strategies import blocks

HARD = "Numerous visitors purchased their tickets months in advance because the exhibitions were rarely open. " * 3
EASY = "The dog ran home. It was a warm day, and the dog was glad. We all had a good time by the sea. " * 3


def ledger_of(*texts: Block) -> Ledger:
    """Measure blocks."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, texts, 1))
    while ledger.pending:
        ledger.measure_next()
    return ledger


@given(st.lists(blocks, max_size=8), st.lists(blocks, max_size=8), st.sampled_from([None, Goal()]))
@settings(max_examples=60, deadline=None)
def test_every_picture_can_be_read_out_and_leads_into_the_text(
    texts: list[Block], others: list[Block], goal: Goal | None
) -> None:
    """Each picture has a title and words, each bar words and a place that is there, and all can be pickled."""
    made = pictures(ledger_of(*texts), goal, ledger_of(*others))
    assert [picture.shown for picture in made] == [*OF_ONE, *OF_BOTH]
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  # our own
    for picture in made:
        assert picture.title
        assert picture.words
        for bar in picture.bars:
            assert bar.words
            assert bar.label
            if bar.spot is not None:
                text = (others if bar.tone is Tone.ORIGINAL else texts)[bar.spot.block].text
                assert 0 <= bar.spot.start < bar.spot.end <= len(text)


def test_without_an_original_there_are_pictures_of_one_text() -> None:
    """A text alone has no picture of two."""
    ledger = ledger_of(Block(EASY))
    assert [picture.shown for picture in pictures(ledger)] == [*OF_ONE]
    with pytest.raises(ValueError, match="two texts"):
        list(Gallery(ledger).think(Shown.BOTH_LEVELS))


def test_both_levels_stand_below_each_other_with_the_goal() -> None:
    """The Level of the original is hollow, that of the adaptation full, and the words say which is lower."""
    picture = pictures(ledger_of(Block(EASY)), Goal(value=5.0), ledger_of(Block(HARD)))[len(OF_ONE)]
    assert [bar.tone for bar in picture.bars] == [Tone.ORIGINAL, Tone.PLAIN]
    assert [rule.label for rule in picture.rules] == ["goal 5.0"]
    assert "The adaptation is" in picture.words
    assert "lower." in picture.words


def test_a_text_that_stayed_the_same_is_called_so() -> None:
    """A difference that shows no decimal is none."""
    same = pictures(ledger_of(Block(HARD)), None, ledger_of(Block(HARD)))[len(OF_ONE)]
    assert same.words.endswith("Both are much the same.")


def test_the_gallery_follows_its_text() -> None:
    """After an edit the same gallery shows the new text."""
    ledger = ledger_of(Block(EASY))
    gallery = Gallery(ledger)
    before = list(filter(None, gallery.think(Shown.LENGTHS)))
    ledger.apply(Splice(0, 1, (Block(HARD),), 2))
    while ledger.pending:
        ledger.measure_next()
    after = list(filter(None, gallery.think(Shown.LENGTHS)))
    assert after != before
    assert after == list(filter(None, Gallery(ledger_of(Block(HARD))).think(Shown.LENGTHS)))
