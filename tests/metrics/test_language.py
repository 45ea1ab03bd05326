"""Tests of the data of a language."""

import sys

import pytest

from factbox.metrics.language import language


def test_english_is_known() -> None:
    """English has its table, its familiar words and its abbreviations."""
    english = language("en")
    assert english.syllables["water"] == 2
    assert "water" in english.familiar
    assert "Dr" in english.before_a_name
    assert "The" in english.starters


def test_it_is_read_once() -> None:
    """The second time the same data is at hand."""
    assert language("en") is language("en")


def test_an_unknown_language_is_an_error() -> None:
    """Nothing is guessed for a language that has no data."""
    with pytest.raises(FileNotFoundError):
        language("xx")


def test_exceptions_come_before_the_table() -> None:
    """A word in the list of exceptions has the count it has there."""
    assert language("en").syllables["fire"] == 1


def test_the_familiar_words_come_without_textstat_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is read from textstat's folder; textstat, slow to import, is not."""
    monkeypatch.delitem(sys.modules, "textstat", raising=False)
    language.cache_clear()
    assert "water" in language("en").familiar
    assert "textstat" not in sys.modules
