"""Tests of the two ways to count places in a text."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.session.units import characters, positions


@given(st.text(), st.lists(st.integers(0)))
def test_places_are_counted_as_qt_counts_them(text: str, drawn: list[int]) -> None:
    """A place in characters is the same place in units of UTF-16, emoji or not."""
    places = sorted(place % (len(text) + 1) for place in drawn)
    units = text.encode("utf-16-le", "surrogatepass")
    found = positions(text, places)
    assert [units[: 2 * unit].decode("utf-16-le", "surrogatepass") for unit in found] == [
        text[:place].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") for place in places
    ]


@given(st.text(), st.lists(st.integers(0)))
def test_there_and_back(text: str, drawn: list[int]) -> None:
    """A place is the same after both ways."""
    places = sorted(place % (len(text) + 1) for place in drawn)
    assert characters(text, positions(text, places)) == places
