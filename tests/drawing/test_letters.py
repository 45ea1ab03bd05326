"""Tests of the widths of letters."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.drawing.letters import fitting, lines, width


@given(st.text(), st.floats(0, 300))
def test_what_is_cut_fits(text: str, room: float) -> None:
    """A text that is cut to a room is no wider, and one that fits is left alone."""
    cut = fitting(text, room, 12.0)
    assert width(cut, 12.0) <= room
    assert cut in {text, ""} or cut.endswith("…")


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=30), st.floats(60, 400))
def test_lines_hold_all_words_and_fit(words: list[str], room: float) -> None:
    """Breaking a text into lines loses no word, and only a single word may be too wide."""
    broken = lines(" ".join(words), room, 12.0)
    assert " ".join(broken).split() == words
    assert all(width(line, 12.0) <= room or " " not in line for line in broken)


def test_wide_letters_are_wider() -> None:
    """An m takes more room than an i, and strong letters more than others."""
    assert width("m", 12) > width("a", 12) > width("i", 12)
    assert width("a", 12, True) > width("a", 12)  # as fonts are asked
