"""Tests of searching a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from factbox.document import Block
from factbox.metrics.guidance import Spot
from factbox.session.search import Match, PatternError, Search, Seeker

BLOCKS = tuple(map(Block, ("The cat sat. 😀 the CAT!", "", "A category of cats (cat).")))


def found(search: Search) -> list[tuple[int, str]]:
    """Give the matches with the numbers of their blocks."""
    return [
        (match.spot.block, BLOCKS[match.spot.block].text[match.spot.start : match.spot.end])
        for match in search.matches(BLOCKS)
    ]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (Search("cat"), [(0, "cat"), (0, "CAT"), (2, "cat"), (2, "cat"), (2, "cat")]),
        (Search("cat", case=True), [(0, "cat"), (2, "cat"), (2, "cat"), (2, "cat")]),
        (Search("cat", whole=True), [(0, "cat"), (0, "CAT"), (2, "cat")]),
        (Search("(cat)."), [(2, "(cat).")]),
        (Search(r"c\w+s", regular=True), [(2, "cats")]),
        (Search("^A|!$", regular=True), [(0, "!"), (2, "A")]),
        (Search("x*", regular=True), []),
        (Search("cat", within=(Spot(0, 10, 10), Spot(2, 5, 5))), [(0, "CAT"), (2, "cat")]),
    ],
)
def test_what_counts_as_a_match(search: Search, expected: list[tuple[int, str]]) -> None:
    """Capitals, whole words, expressions and a part of the text; no match is empty."""
    assert found(search) == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5), st.lists(st.text(max_size=30)))
def test_letters_are_taken_as_they_are(words: str, texts: list[str]) -> None:
    """Whatever signs are sought, each match has these letters, capitals aside."""
    blocks = [Block(text) for text in texts]
    for match in Search(words, case=True).matches(blocks):
        assert texts[match.spot.block][match.spot.start : match.spot.end] == words


@pytest.mark.parametrize("words", ["(", "[a", "(?P<x", "*"])
def test_what_is_no_expression_is_told(words: str) -> None:
    """The message says so in words."""
    with pytest.raises(PatternError, match="no regular expression"):
        list(Search(words, regular=True).matches(BLOCKS))


def test_an_expression_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up after a while."""
    monkeypatch.setattr("factbox.session.search._TIMEOUT", 0.05)
    with pytest.raises(PatternError, match="too long"):
        list(Search(r"(a|aa|aaa|b)+$", regular=True).matches([Block("a" * 60 + "c")] * 2))


def test_groups_stand_in_what_is_put_there() -> None:
    """In a regular expression only; a group that is not there is told."""
    (match,) = Search(r"(\w+) sat", regular=True).matches(BLOCKS)
    assert match.replaced(r"sat the \1", regular=True).text == "sat the cat"
    assert match.replaced(r"sat the \1", regular=False).text == r"sat the \1"
    with pytest.raises(PatternError, match="cannot be put there"):
        match.replaced(r"\5", regular=True)


def test_the_last_search_is_told(qtbot: QtBot) -> None:
    """What was sought before is forgotten."""
    owner = QObject()
    seeker = Seeker(owner)
    told: list[tuple[Match, ...]] = []
    failures: list[Exception] = []
    for words in ("cat", "sat"):
        seeker.seek(Search(words), BLOCKS, told.append, failures.append)
    qtbot.waitUntil(lambda: bool(told))
    assert [[match.found[0] for match in matches] for matches in told] == [["sat"]]
    seeker.seek(Search("(", regular=True), BLOCKS, told.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], PatternError)
