"""Tests of the words that went and came."""

from hypothesis import given

from factbox.document import Block
from factbox.metrics.collation import Collation, Collator
from factbox.metrics.guidance import Spot
from factbox.metrics.wording import reworded, words_of
from strategies import lines


def collate(original: str, adaptation: str) -> Collation:
    """Put two paragraphs side by side."""
    return Collator().collate([Block(original)], [Block(adaptation)])


def cut(text: str, spots: tuple[Spot, ...]) -> list[str]:
    """Give the text at spots of its first block."""
    return [text[spot.start : spot.end] for spot in spots]


def test_words_that_went_and_came_are_told() -> None:
    """Neighbours make one spot, capitals and commas change nothing."""
    one = "Fine root hairs absorb water, together with the minerals that are dissolved in it."
    other = "Fine root hairs take in water together with the minerals in it."
    found = reworded(collate(one, other).groups[0])
    assert cut(one, found.gone) == ["absorb", "that are dissolved"]
    assert cut(other, found.come) == ["take in"]


def test_a_split_is_compared_as_a_whole() -> None:
    """Both halves together stand against the sentence; a new capital is no new word."""
    one = "Because the roots contain more sugar than the soil, water flows inwards through osmosis."
    other = "The roots contain more sugar than the soil. Water flows in through osmosis."
    found = reworded(collate(one, other).groups[0])
    assert cut(one, found.gone) == ["Because", "inwards"]
    assert cut(other, found.come) == ["in"]


def test_spots_stay_within_their_block() -> None:
    """Words at the end of one paragraph and at the start of the next are two spots."""
    one = "Lemurs sleep in tall trees because leopards hunt them."
    found = Collator().collate(
        [Block(one)], [Block("Lemurs sleep in tall trees tonight."), Block("Big leopards hunt them.")]
    )
    assert [spot.block for spot in reworded(found.groups[0]).come] == [0, 1]


@given(lines, lines)
def test_what_did_not_go_did_not_come(one: str, other: str) -> None:
    """Without the words that went, and those that came, both sides are the same."""
    for group in collate(one, other).groups:
        found = reworded(group)
        ours = [word.known for word in words_of(group.original) if not covered(word.spot, found.gone)]
        theirs = [word.known for word in words_of(group.adaptation) if not covered(word.spot, found.come)]
        assert ours == theirs


def covered(spot: Spot, spots: tuple[Spot, ...]) -> bool:
    """Tell whether a spot lies in one of others."""
    return any(each.block == spot.block and each.start <= spot.start and spot.end <= each.end for each in spots)
