"""Tests of drawings as SVG."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.drawing.chart import draw
from factbox.drawing.shapes import Ink
from factbox.drawing.svg import colours, svg
from factbox.metrics.picture import Bar, Line, Picture, Rule, Shown, Tone

_NAMES = {"s": "http://www.w3.org/2000/svg"}


def picture(words: str = "Bar") -> Picture:
    """Make a picture of three bars."""
    bars = (Bar("1", 4.0, "4.0", words), Bar("2", 9.0, "9.0", words, tone=Tone.ABOVE))
    return Picture(Shown.LEVEL, words, words, words, bars, (Rule(words, 5.0, Line.GOAL),), True, words)


@given(st.text())
def test_any_words_give_xml_that_can_be_read(words: str) -> None:
    """Whatever stands in the text, the result is one well-formed element with the words in it."""
    written = svg(draw(picture(words), 400, 300))
    root = ET.fromstring(written.encode("utf-8", "surrogatepass"))  # noqa: S314  # our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["role"] == "img"


def test_a_screen_reader_finds_title_and_words() -> None:
    """The element is named by its title and described by its words, and each bar says what it is."""
    root = ET.fromstring(svg(draw(picture("a < b & “c”"), 400, 300)))  # noqa: S314  # our own
    named = root.attrib["aria-labelledby"].split()
    assert [root.find("s:title", _NAMES), root.find("s:desc", _NAMES)] != [None, None]
    found = {element.attrib.get("id"): element.text for element in root.iter()}
    assert [found[each] for each in named] == ["a < b & “c”"] * 2
    assert [title.text for title in root.findall("s:rect/s:title", _NAMES)] == ["a < b & “c”"] * 2


@pytest.mark.parametrize("theme", ["light", "dark", "sepia", "contrast"])
def test_colours_are_those_of_a_theme(theme: str) -> None:
    """Every ink has a colour in each theme, and the drawing uses no other."""
    inks = colours(theme)
    assert set(inks) == set(Ink)
    written = svg(draw(picture(), 400, 300), inks)
    used = {
        value
        for element in ET.fromstring(written).iter()  # noqa: S314  # our own
        for name, value in element.attrib.items()
        if name in {"fill", "stroke"}
    }
    assert used <= {*inks.values(), "none"}


def test_the_ground_may_be_left_to_the_page() -> None:
    """Without a ground the first shape is the picture's own."""
    assert (
        svg(draw(picture(), 400, 300)).count("<rect")
        == svg(draw(picture(), 400, 300), ground=False).count("<rect") + 1
    )
