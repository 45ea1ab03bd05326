"""Tests of the count of characters."""

from hypothesis import given
from hypothesis import strategies as some
from pytestqt.qtbot import QtBot

from factbox.document import Block, Splice
from factbox.session.extent import Extent, Surveyor

LINES = some.lists(some.text(max_size=20), max_size=5)


def test_spaces_are_characters_that_are_not_visible() -> None:
    """Every kind of white space is one; an accent of its own is a character."""
    assert Extent.of("a b\u00a0c\t é.") == Extent(9, 5)
    assert Extent.of("") == Extent()


@given(some.lists(some.tuples(some.integers(0, 5), some.integers(0, 5), LINES), max_size=6))
def test_the_total_is_that_of_the_text(edits: list[tuple[int, int, list[str]]]) -> None:
    """Whatever is put in or taken away, the total is what counting all of it anew gives."""
    surveyor, text = Surveyor(), list[str]()
    for first, removed, lines in edits:
        start = min(first, len(text))
        gone = min(removed, len(text) - start)
        text[start : start + gone] = lines
        surveyor.revise(Splice(start, gone, tuple(map(Block, lines))))
        assert surveyor._total == Extent(sum(map(len, text)), sum(len("".join(line.split())) for line in text))


def test_tells_after_a_moment(qtbot: QtBot) -> None:
    """Many edits in a row are told once."""
    surveyor = Surveyor()
    told: list[Extent] = []
    surveyor.surveyed.connect(told.append)
    with qtbot.waitSignal(surveyor.surveyed):
        for number in range(5):
            surveyor.revise(Splice(number, 0, (Block("ab c"),)))
    assert told == [Extent(20, 15)]


def test_counts_what_is_selected(qtbot: QtBot) -> None:
    """A selection has an extent, none has none."""
    surveyor = Surveyor()
    told: list[Extent | None] = []
    surveyor.sampled.connect(told.append)
    surveyor.select((Block("ab c"), Block("d")))
    surveyor.select(())
    assert isinstance(qtbot, QtBot)
    assert told == [Extent(5, 4), None]
