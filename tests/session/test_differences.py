"""Tests of what differs between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.session.differences import Pair, Piece, differences

PARAGRAPHS = st.lists(st.text("ab \n", max_size=6), max_size=8)


def same(text: str) -> Pair:
    """Give a pair of paragraphs that are alike."""
    return Pair((Piece(text, differs=False),), (Piece(text, differs=False),))


def test_words_are_set_beside_each_other() -> None:
    """In a paragraph that was changed only the words that are not the same differ."""
    (pair,) = differences(["The old mill stood."], ["The grey mill stood."])
    assert [piece.text for piece in pair.left if piece.differs] == ["old"]
    assert [piece.text for piece in pair.right if piece.differs] == ["grey"]


def test_what_is_alike_is_left_out() -> None:
    """Only the paragraphs next to a change are shown of what is the same."""
    left = ["a", "b", "c", "d", "e", "f"]
    assert differences(left, [*left[:5], "X"]) == (
        Pair(skipped=4),
        same("e"),
        Pair((Piece("f", differs=True),), (Piece("X", differs=True),)),
    )


def test_a_paragraph_may_come_or_go() -> None:
    """It stands beside nothing."""
    assert differences(["a", "b"], ["a"]) == (same("a"), Pair(left=(Piece("b", differs=True),)))
    assert differences(["a"], ["a", "b"]) == (same("a"), Pair(right=(Piece("b", differs=True),)))


@given(PARAGRAPHS, PARAGRAPHS)
def test_nothing_is_lost(left: list[str], right: list[str]) -> None:
    """Every paragraph stands in the result or is counted as left out; equal texts never differ."""
    pairs = differences(left, right)
    skipped = sum(pair.skipped for pair in pairs)
    shown = [pair for pair in pairs if not pair.skipped]
    assert len([each for each in shown if each.left]) + skipped + sum(not text for text in left) >= len(left)
    assert len([each for each in shown if each.right]) + skipped + sum(not text for text in right) >= len(right)
    texts = ["".join(piece.text for piece in pair.left) for pair in shown if pair.left]
    assert all(text in left for text in texts)
    if left == right:
        assert not any(pair.differs for pair in pairs)


def test_a_paragraph_of_a_book_is_another_as_a_whole() -> None:
    """Nobody waits for the words of a paragraph that is endless."""
    (pair,) = differences(["word " * 5000], ["word " * 5001])
    assert pair.left[0].differs
    assert len(pair.left) == 1
