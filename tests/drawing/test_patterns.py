"""Tests of the patterns of bars."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.drawing.patterns import bar_of, hatch
from factbox.drawing.shapes import Box, Ink
from factbox.metrics.picture import Tone

sizes = st.floats(1, 300)


@given(st.floats(0, 500), st.floats(0, 500), sizes, sizes, st.floats(1, 3))
def test_stripes_stay_within_their_bar(left: float, top: float, wide: float, tall: float, scale: float) -> None:
    """Every stripe rises to the right within its rectangle."""
    for stripe in hatch(Box(left, top, wide, tall), Ink.GROUND, scale):
        assert left - 1e-6 <= stripe.x1 < stripe.x2 <= left + wide + 1e-6
        assert top - 1e-6 <= stripe.y2 < stripe.y1 <= top + tall + 1e-6


def test_an_original_is_hollow() -> None:
    """The bar of an original is an outline."""
    (box,) = bar_of(Tone.ORIGINAL, Box(0, 0, 40, 20, words="Words"), 1.0)
    assert isinstance(box, Box)
    assert (box.fill, box.outline, box.words) == (Ink.GROUND, Ink.BAR, "Words")
