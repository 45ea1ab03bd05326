"""Tests of drawing pictures for a size."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.drawing.chart import draw
from factbox.drawing.letters import width
from factbox.drawing.shapes import Anchor, Box, Drawing, Ink, Stroke, Words
from factbox.metrics.picture import Bar, Line, Picture, Rule, Shown, Tone

values = st.lists(st.floats(-5, 60), min_size=1, max_size=60)


def picture(numbers: list[float], *, in_order: bool = True, tone: Tone = Tone.PLAIN) -> Picture:
    """Make a picture of bars."""
    bars = tuple(
        Bar(str(place), number, f"{number:.1f}", f"Bar {place}", None, tone)
        for place, number in enumerate(numbers)
    )
    rules = (Rule("goal 5.0", 5.0, Line.GOAL),)
    return Picture(Shown.LEVEL, "A title", "What one sees.", "Level", bars, rules, in_order, "above the goal")


def edges(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Give left, top, right and bottom of every shape."""
    found = []
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            found.append((shape.left, shape.top, shape.left + shape.wide, shape.top + shape.tall))
        elif isinstance(shape, Stroke):
            found.append((min(shape.x1, shape.x2), min(shape.y1, shape.y2), max(shape.x1, shape.x2), shape.y2))
        else:
            wide = width(shape.text, shape.size, shape.strong)
            left = shape.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[shape.anchor]
            found.append((left, shape.y - shape.size, left + wide, shape.y))
    return found


@given(
    numbers=values,
    in_order=st.booleans(),
    tone=st.sampled_from(Tone),
    wide=st.floats(280, 1600),
    tall=st.floats(0, 900),
    scale=st.floats(0.8, 1.5),
)
def test_everything_stands_within_the_drawing(
    *, numbers: list[float], in_order: bool, tone: Tone, wide: float, tall: float, scale: float
) -> None:
    """Whatever is drawn for whatever size, no shape goes beyond the edges, and none of the bars is lost."""
    drawing = draw(picture(numbers, in_order=in_order, tone=tone), wide, tall, scale)
    assert drawing.tall >= tall
    assert len(drawing.rooms) == len(numbers)
    for left, top, right, bottom in edges(drawing):
        assert left >= -0.5
        assert top >= -0.5
        assert right <= wide + 0.5
        assert bottom <= drawing.tall + 0.5


@given(numbers=values, in_order=st.booleans())
def test_longer_bars_have_greater_values(*, numbers: list[float], in_order: bool) -> None:
    """Bars are as long as their values say; none is shorter than nothing."""
    drawing = draw(picture(numbers, in_order=in_order), 700, 400)
    lengths = [room.bar.tall if in_order else room.bar.wide for room in drawing.rooms]
    ordered = sorted(zip(numbers, lengths, strict=True))
    assert all(shorter <= longer + 1e-6 for (_n, shorter), (_m, longer) in pairwise(ordered))
    assert min(lengths) >= 0


@given(numbers=values, in_order=st.booleans())
def test_one_points_at_each_bar(*, numbers: list[float], in_order: bool) -> None:
    """The middle of a bar is the bar's, and no other's."""
    drawing = draw(picture(numbers, in_order=in_order), 700, 400)
    for number, room in enumerate(drawing.rooms):
        box = room.bar
        assert drawing.bar_at(box.left + box.wide / 2, box.top + box.tall / 2) == number
    assert drawing.bar_at(-1, -1) is None


@given(st.integers(1, 60), st.floats(280, 1200))
def test_words_at_the_feet_of_columns_do_not_touch(count: int, wide: float) -> None:
    """Where there are many columns only some say what they are."""
    drawing = draw(picture([5.0] * count), wide, 300)
    feet = [shape for shape in drawing.shapes if isinstance(shape, Words) and shape.anchor is Anchor.MIDDLE]
    for one, other in pairwise(feet):
        gap = other.x - one.x - (width(one.text, one.size) + width(other.text, other.size)) / 2
        assert gap > 0


@pytest.mark.parametrize("tone", [Tone.ABOVE, Tone.ORIGINAL])
def test_tones_differ_without_their_colours(tone: Tone) -> None:
    """With every colour taken away, a bar of another tone has another shape."""

    def shapes(of: Tone) -> list[tuple[type, bool, bool]]:
        drawing = draw(picture([9.0, 9.0], tone=of), 400, 300)
        boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
        stripes = sum(isinstance(shape, Stroke) and shape.ink is Ink.GROUND for shape in drawing.shapes)
        return [(Box, shape.outline is not None, stripes > 2) for shape in boxes[:2]]

    assert shapes(tone) != shapes(Tone.PLAIN)


@given(st.floats(100, 500), st.floats(1, 3))
def test_numbers_beside_columns_do_not_touch(tall: float, scale: float) -> None:
    """In a low drawing with large letters the axis has fewer numbers."""
    drawing = draw(picture([24.0, 3.0]), 600, tall, scale)
    ticks = [shape for shape in drawing.shapes if isinstance(shape, Words) and shape.anchor is Anchor.END]
    assert len(ticks) >= 2
    assert all(one.y - other.y >= one.size for one, other in pairwise(ticks))


def test_a_picture_without_bars_says_why() -> None:
    """Where there is nothing to draw, the words stand there."""
    empty = Picture(Shown.LEVEL, "A title", "No Level yet. 5 words. It needs 25.", "Level", in_order=True)
    told = " ".join(shape.text for shape in draw(empty, 120).shapes if isinstance(shape, Words))
    assert told == "A title No Level yet. 5 words. It needs 25."


def test_the_title_may_stand_elsewhere() -> None:
    """Where the title stands elsewhere, it is not drawn."""
    drawing = draw(picture([1.0]), 400, 300, headed=False)
    assert drawing.title == "A title"
    assert not any(isinstance(shape, Words) and shape.text == "A title" for shape in drawing.shapes)
