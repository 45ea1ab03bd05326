"""Tests of second opinions."""

import socket
import sys

import pytest

from factbox.document import Block
from factbox.metrics.explain import Comparison, Opinion
from factbox.metrics.opinion import MOST_CHARACTERS, opinions

PROSE = (
    "The old bridge was built by Dr. Marsh in 1890. It is 3.5 m wide. Go! Two cars cannot pass each other there. "
    * 3
)


def asked(*texts: str) -> dict[str, Opinion]:
    """Ask for opinions on paragraphs, by their source."""
    return {each.source: each for each in opinions(map(Block, texts))}


def row(opinion: Opinion, label: str) -> Comparison:
    """Find a row by its label."""
    return next(each for each in opinion.rows if each.label == label)


@pytest.fixture(autouse=True)
def _closed_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever would download a dictionary."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_textstat_says_what_it_counts() -> None:
    """Textstat's own figures are shown under its version, each difference with a reason."""
    found = asked("The old bridge", PROSE)
    textstat = next(each for source, each in found.items() if source.startswith("textstat 0."))
    sentences = row(textstat, "Sentences")
    assert sentences.theirs == str(sys.modules["textstat"].sentence_count(f"The old bridge\n{PROSE}"))
    assert sentences.ours != sentences.theirs
    assert sentences.reason


def test_where_both_agree_there_is_no_reason() -> None:
    """A reason is given only for a difference."""
    for opinion in asked(PROSE).values():
        for each in opinion.rows:
            assert bool(each.reason) == (each.ours != each.theirs)


def test_a_word_processor_counts_what_spaces_divide() -> None:
    """A bullet is a word to it, and an abbreviation ends a sentence."""
    found = asked("The old bridge", "- a bullet point", PROSE)["A word processor"]
    assert int(row(found, "Words").theirs) == int(row(found, "Words").ours) + 1
    assert int(row(found, "Sentences").theirs) > int(row(found, "Sentences").ours)


def test_like_is_compared_with_like() -> None:
    """Headings and items count on both sides, so that only rules make the difference."""
    for opinion in asked("The old bridge", PROSE).values():
        assert int(row(opinion, "Words").ours) == len(f"The old bridge {PROSE}".split())


def test_a_text_without_a_level_has_no_second_opinion() -> None:
    """What gets no Level here is not given one by others."""
    assert asked("Это предложение написано по-русски, и его нельзя оценить. " * 6) == {}


def test_a_book_is_judged_by_its_beginning() -> None:
    """A long text is cut, even inside a paragraph, and the opinion says so."""
    long = PROSE * (MOST_CHARACTERS // len(PROSE) + 5)
    assert all("on the first" in source for source in asked(*[PROSE] * (MOST_CHARACTERS // len(PROSE) + 5)))
    assert all("on the first" in source for source in asked(long))


def test_nothing_has_no_second_opinion() -> None:
    """There is nothing to say about an empty text."""
    assert asked("", "  ") == {}
