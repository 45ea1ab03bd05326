"""Tests of the words that a vocabulary's figures rest on."""

from factbox.metrics.examples import NO_EXAMPLES, examples
from factbox.metrics.stock import Stock

WORDS = "cat cat house paradigm albeit education education education dangerous water nations".split()


def test_the_most_telling_words_come_first() -> None:
    """What is learnt last, what is rarest, and the Latinate words that occur most often."""
    found = examples(Stock(WORDS), most=2)
    assert set(found.late) == {"paradigm", "albeit"}
    assert found.rare[0] in {"paradigm", "albeit"}
    assert found.latinate == ("education", "dangerous")


def test_words_with_one_stem_stand_there_once() -> None:
    """Of two forms the commoner one is shown."""
    assert examples(Stock(["paradigm", "paradigms"])).rare == ("paradigm",)


def test_without_words_there_are_no_examples() -> None:
    """An empty stock has none."""
    assert examples(Stock()) == NO_EXAMPLES
