"""Tests of the dictionaries."""

import ctypes
import threading
import time
from types import SimpleNamespace

import pytest

from factbox.session.speller import Speller, speller


def test_knows_american_and_british_spelling_apart() -> None:
    """Each dictionary has its own way of spelling."""
    assert [speller("en_US").knows(word) for word in ("color", "colour")] == [True, False]
    assert [speller("en_GB").knows(word) for word in ("color", "colour")] == [False, True]


def test_british_spelling_has_ize_as_oxford_does() -> None:
    """Both endings are right in Britain, but not in words that never had a z."""
    british = speller("en_GB")
    assert all(map(british.knows, ("realise", "realize", "organization", "organizing")))
    assert not any(map(british.knows, ("advertize", "surprized", "exercizing", "televize")))


def test_accents_and_curly_apostrophes_do_not_count() -> None:
    """The dictionaries have neither, and people write both."""
    assert all(map(speller("en_US").knows, ("café", "naïve", "don’t", "don't", "John’s", "mother-in-law")))


def test_suggests_what_was_meant_with_the_apostrophe_of_the_text() -> None:
    """The word that was meant comes first, and there are five at the most."""
    assert speller("en_US").suggest("recieve")[0] == "receive"
    assert len(speller("en_US").suggest("definately")) <= 5
    assert "doesn’t" in speller("en_US").suggest("dosn’t")


def test_others_run_while_it_thinks() -> None:
    """A suggestion takes a tenth of a second, in which another thread is not held up."""
    asked = threading.Thread(target=lambda: [speller("en_US").suggest(f"langauge{n}") for n in "abc"])
    speller("en_US").suggest("langauge")
    asked.start()
    turns = 0
    while asked.is_alive():
        turns += 1
        time.sleep(0.0005)
    # Held up by every call, there would be about one turn for each of the three.
    assert turns > 12


def test_the_binding_does_where_the_library_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no function of the library can be called, as on Windows, words are checked all the same."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    hidden = Speller("en_GB")
    assert hidden.knows("colour")
    assert not hidden.knows("color")
    assert hidden.suggest("recieve")[0] == "receive"
