"""Tests of how well letters fit a name."""

import pytest

from factbox.ui.fuzzy import fit

NAMES = ["Save", "Save As", "Select All", "Show the Example Text", "Sentences", "Smaller Text", "Full Screen"]


@pytest.mark.parametrize(
    ("sought", "first"),
    [
        ("save", "Save"),
        ("sas", "Save As"),
        ("s a", "Save As"),
        ("ALL", "Select All"),
        ("fs", "Full Screen"),
        ("se", "Sentences"),
        ("sent", "Sentences"),
        ("exa", "Show the Example Text"),
    ],
)
def test_the_likeliest_is_first(sought: str, first: str) -> None:
    """Beginnings of words and letters that follow each other count most, then the shorter name."""
    worths = {name: worth for name in NAMES if (worth := fit(sought, name)) is not None}
    assert max(worths, key=lambda name: worths[name]) == first


def test_letters_stand_in_order() -> None:
    """A letter that is missing, or stands before another, fits nothing; no letters fit everything."""
    assert fit("evas", "Save") is None
    assert fit("savex", "Save") is None
    assert fit(" ", "Save") is not None
