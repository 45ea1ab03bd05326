"""Tests of the check of the spelling."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox.document import Block
from factbox.metrics.guidance import Spot
from factbox.session.spelling import Spelling, words


@pytest.fixture
def spelling(qtbot: QtBot) -> Spelling:
    """Give a check by the American dictionary."""
    assert isinstance(qtbot, QtBot)
    made = Spelling()
    made.speak("en_US")
    return made


def misspelt(qtbot: QtBot, spelling: Spelling, text: str) -> list[str]:
    """Give the misspelt words of a text."""
    found: list[tuple[Spot, ...]] = []
    lines = text.split("\n")
    spelling.check([Block(line) for line in lines], 7, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return [lines[spot.block - 7][spot.start : spot.end] for spot in found[0]]


def sought(qtbot: QtBot, spelling: Spelling, text: str, place: tuple[int, int], *, forward: bool) -> Spot | None:
    """Give the misspelt word that comes next."""
    found: list[Spot | None] = []
    blocks = [Block(line) for line in text.split("\n")]
    spelling.seek(blocks, Spot(place[0], place[1], place[1]), found.append, forward=forward)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mother-in-law’s well-known “words”", ["the", "mother-in-law’s", "well-known", "words"]),
        ("in 1999 the 3rd COVID-19 B2B x2", ["in", "the"]),
        ("see www.exampel.org, me@exampel.org or https://a.bc/wrod?x=1 now", ["see", "or", "now"]),
        ("NATO and NATO's GPs saw U.S. FAQs", ["and", "saw"]),
        ("a I слово Greek λόγος café", ["Greek", "café"]),
        ("_italic_ and **bold**", ["italic", "and", "bold"]),
    ],
)
def test_only_words_have_a_spelling(text: str, expected: list[str]) -> None:
    """Numbers, addresses, abbreviations, single letters and other alphabets are left out."""
    assert [text[start:end] for start, end in words(text)] == expected


def test_finds_misspelt_words_by_their_places(qtbot: QtBot, spelling: Spelling) -> None:
    """Words are found in every paragraph, also behind an emoji."""
    assert misspelt(qtbot, spelling, "A 😀 naughty wrod.\nAll fine.\nIts colour is definately blue.") == [
        "wrod",
        "colour",
        "definately",
    ]


def test_a_text_in_another_language_has_no_mistakes(qtbot: QtBot, spelling: Spelling) -> None:
    """Not every word of a French page is told; but a careless line has all of its mistakes."""
    french = "Depuis longtemps les pommiers du jardin attendaient une pluie qui ne venait jamais. " * 5
    assert misspelt(qtbot, spelling, french) == []
    assert misspelt(qtbot, spelling, "wrod thrid anothr") == ["wrod", "thrid", "anothr"]


def test_another_language_has_other_mistakes(qtbot: QtBot, spelling: Spelling) -> None:
    """What was found by one dictionary is forgotten by the other; without one nothing is wrong."""
    assert misspelt(qtbot, spelling, "colour and color") == ["colour"]
    spelling.speak("en_GB")
    assert misspelt(qtbot, spelling, "colour and color") == ["color"]
    spelling.speak("")
    assert misspelt(qtbot, spelling, "colour and color wrod") == []


def test_ignored_words_pass_with_their_genitive(qtbot: QtBot, spelling: Spelling) -> None:
    """What is ignored passes at once, also with ’s; but in small letters it is another word."""
    spelling.ignore("Kestral")
    assert misspelt(qtbot, spelling, "Kestral and Kestral’s kestral") == ["kestral"]


def test_own_words_are_kept_in_a_file_for_people(qtbot: QtBot, spelling: Spelling, home: Path) -> None:
    """The own dictionary has one word a line, passes with a capital too, and is there at the next start."""
    for word in ("zorb", "Ashgrove"):
        with qtbot.waitSignal(spelling.idled):
            spelling.add(word)
    assert (home / "dictionary.txt").read_text(encoding="utf-8") == "Ashgrove\nzorb\n"
    again = Spelling(spelling)
    again.speak("en_US")
    with qtbot.waitSignal(again.changed):
        again.load()
    assert misspelt(qtbot, again, "A zorb in Ashgrove. Zorb!") == []


def test_another_window_loses_no_own_words(qtbot: QtBot, spelling: Spelling, home: Path) -> None:
    """A word that comes or goes leaves what somebody else has written meanwhile."""
    (home / "dictionary.txt").write_text("other\nzorb\n", encoding="utf-8")
    with qtbot.waitSignal(spelling.idled):
        spelling.add("mine")
    with qtbot.waitSignal(spelling.idled):
        spelling.remove(["zorb"])
    assert (home / "dictionary.txt").read_text(encoding="utf-8") == "mine\nother\n"
    assert spelling.own == {"mine", "other"}


def test_an_own_dictionary_that_cannot_be_written_is_told(qtbot: QtBot, spelling: Spelling, home: Path) -> None:
    """The word passes all the same until the program ends."""
    (home / "dictionary.txt").mkdir()
    with qtbot.waitSignal(spelling.failed):
        spelling.add("zorb")
    assert misspelt(qtbot, spelling, "zorb") == []


def test_seeks_both_ways_round_the_end(qtbot: QtBot, spelling: Spelling) -> None:
    """The next mistake is that behind the place, or before it; from the last one comes the first."""
    text = "one wrod and anothr\nnothing\nthrid"
    assert sought(qtbot, spelling, text, (0, 0), forward=True) == Spot(0, 4, 8)
    assert sought(qtbot, spelling, text, (0, 8), forward=True) == Spot(0, 13, 19)
    assert sought(qtbot, spelling, text, (0, 19), forward=True) == Spot(2, 0, 5)
    assert sought(qtbot, spelling, text, (2, 5), forward=True) == Spot(0, 4, 8)
    assert sought(qtbot, spelling, text, (2, 0), forward=False) == Spot(0, 13, 19)
    assert sought(qtbot, spelling, text, (0, 4), forward=False) == Spot(2, 0, 5)
    assert sought(qtbot, spelling, "all is fine", (0, 3), forward=True) is None
    assert sought(qtbot, spelling, "one wrod here", (0, 6), forward=True) == Spot(0, 4, 8)
