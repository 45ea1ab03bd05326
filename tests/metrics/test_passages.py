"""Tests of passages and of passages in a row."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.passages import Passage, Passages, Stretch

cut_texts = st.lists(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), max_size=60), min_size=1, max_size=9)


def nested(passages: list[list[str]]) -> Stretch:
    """Put paragraphs of tokens in rows of three, and the rows in a row."""
    parts = [Passage(tuple(tokens)) for tokens in passages]
    return Passages([Passages(parts[start : start + 3]) for start in range(0, len(parts), 3)])


@given(cut_texts)
def test_a_row_is_walked_as_one_text(passages: list[list[str]]) -> None:
    """However a text is cut and put in rows, its windows, its head and its factors are those of the whole."""
    whole = Passage(tuple(token for tokens in passages for token in tokens))
    row = nested(passages)
    assert bool(row) == bool(whole)
    for given_before in [(), ("a", "b", "a")]:
        assert row.windows(given_before) == whole.windows(given_before)
        assert row.head(given_before) == whole.head(given_before)
        for forward in (True, False):
            assert row.course(given_before, forward=forward) == whole.course(given_before, forward=forward)
            if whole:
                assert row.end(given_before, forward=forward) == whole.end(given_before, forward=forward)


def test_what_is_given_anew_is_read_anew() -> None:
    """A row that remembers gives, for other neighbours, what a fresh one gives."""
    passages = [list("abcabcabcabc"), list("defgdefg") * 8]
    row = nested(passages)
    for after in [(), ("x", "y"), ("x", "z"), ()]:
        assert row.windows(after) == nested(passages).windows(after)
        assert row.course(after, forward=True) == nested(passages).course(after, forward=True)
