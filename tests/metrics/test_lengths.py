"""Tests of the lengths of sentences."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics.ledger import Ledger
from factbox.metrics.lengths import MOST, Lengths, both_lengths, lengths, sentence_lengths
from factbox.metrics.picture import Tone
from factbox.metrics.study import Study


def lengths_of(*texts: str) -> Lengths:
    """Read paragraphs and wait for the lengths of their sentences."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(map(Block, texts)), 1))
    while ledger.pending:
        ledger.measure_next()
    study = Study(ledger)
    while study.read_next():
        pass
    return next(each for each in lengths(ledger, study) if each is not None)


def sentence(words: int) -> str:
    """Write a sentence of so many words."""
    return " ".join(["It", *["goes"] * (words - 1)]) + "."


@given(st.lists(st.lists(st.integers(1, 70), min_size=1, max_size=12), min_size=1, max_size=12))
@settings(deadline=None, max_examples=60)
def test_every_sentence_is_counted_in_its_class(paragraphs: list[list[int]]) -> None:
    """Number, words and classes are those of the sentences, and the longest is the first of the longest."""
    counts = list(chain.from_iterable(paragraphs))
    found = lengths_of(*(" ".join(map(sentence, each)) for each in paragraphs))
    assert (found.number, found.words) == (len(counts), sum(counts))
    assert found.longest is not None
    assert found.longest.words == max(counts)
    assert found.classes[10] == sum(count > 50 for count in counts)
    assert found.classes[1] == sum(6 <= count <= 10 for count in counts)
    assert [each.words for each in found.first] == counts[:MOST]
    bars = sentence_lengths(found).bars
    if len(counts) > MOST:
        assert abs(sum(bar.value for bar in bars) - 100) < 1e-6
    else:
        assert [bar.value for bar in bars] == counts


def test_each_sentence_of_a_short_text_is_a_bar_with_its_place() -> None:
    """The bars of a short text follow it, and the longest sentence is named."""
    picture = sentence_lengths(lengths_of("It rained. The old dog ran home at once.", "We laughed."))
    assert [(bar.label, bar.figure) for bar in picture.bars] == [("1", "2"), ("2", "7"), ("3", "2")]
    assert picture.in_order
    spot = picture.bars[1].spot
    assert spot is not None
    assert (spot.block, spot.start, spot.end) == (0, 11, 40)
    assert picture.words == (
        "3 sentences, on average of 3.7 words. The longest has 7 words: “The old dog ran home at once.”."
    )


def test_a_long_text_is_shown_by_classes() -> None:
    """More sentences than can be chosen one by one are shown by how often each length is."""
    picture = sentence_lengths(lengths_of(*[f"{sentence(3)} {sentence(12)} {sentence(60)}"] * 30))
    assert not picture.in_order
    assert [bar.label for bar in picture.bars][:3] == ["1–5", "6–10", "11–15"]
    assert picture.bars[-1].label == "51+"
    assert picture.bars[0].figure == "33.3 %"


def test_two_texts_have_the_same_classes() -> None:
    """The bars of an original and its adaptation alternate, up to the longest sentence of both."""
    ours, theirs = lengths_of(sentence(22)), lengths_of(f"{sentence(4)} {sentence(9)}")
    picture = both_lengths(ours, theirs, ("Original", "Adaptation"))
    assert [bar.label for bar in picture.bars[::2]] == [bar.label for bar in picture.bars[1::2]]
    assert len(picture.bars) == 10
    assert {bar.tone for bar in picture.bars[::2]} == {Tone.ORIGINAL}
    assert picture.words.startswith("Original: 1 sentence, on average of 22.0 words.")


def test_without_a_sentence_the_picture_says_so() -> None:
    """A text without prose has no bars."""
    assert sentence_lengths(lengths_of("A heading")).words == "No sentence yet."
