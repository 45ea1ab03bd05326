"""Tests of the beginnings of sentences."""

import pytest

from factbox.metrics.study import excerpt


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One  two\tthree.", "One two three."),
        ("One two, three four five", "One two…"),
        ("Onetwothreefourfive", "Onetwothreefo…"),
    ],
)
def test_an_excerpt_is_the_beginning(text: str, told: str) -> None:
    """On one line, of whole words where there are any, with an ellipsis where it goes on."""
    assert excerpt(text, 14) == told
