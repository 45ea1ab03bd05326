"""Tests of the data of simpler words."""

import re

import pytest

from factbox import resources
from factbox.metrics.thesaurus import Headword, Offer, entries, taken_apart, thesaurus


def test_a_line_has_heads_candidates_and_meanings() -> None:
    """Spellings share their candidates, and every candidate has the meaning of its group."""
    lines = ["# a remark", "", "grey/gray a: dull, ash = of no colour; old = with grey hair"]
    offers = (
        Offer("dull", "of no colour", True),
        Offer("ash", "of no colour", True),
        Offer("old", "with grey hair", True),
    )
    assert list(entries(lines, by_hand=True)) == [(Headword("grey", "a"), offers), (Headword("gray", "a"), offers)]


def test_a_line_may_offer_nothing() -> None:
    """A headword without candidates keeps WordNet silent."""
    assert list(entries(["fashion n:"], by_hand=True)) == [(Headword("fashion", "n"), ())]
    assert thesaurus("en").offers[Headword("fashion", "n")] == ()


def test_a_line_of_another_form_is_an_error() -> None:
    """A slip in the file does not go unseen."""
    with pytest.raises(ValueError, match="No line of simpler words"):
        list(entries(["fashion: way"], by_hand=True))


@pytest.mark.parametrize(
    ("base", "part", "parts"),
    [
        ("put up with", "v", ("", "put", " up with")),
        ("safe place", "n", ("safe ", "place", "")),
        ("use", "v", ("", "use", "")),
        ("use", "n", ("", "use", "")),
    ],
)
def test_one_word_of_a_phrase_is_inflected(base: str, part: str, parts: tuple[str, str, str]) -> None:
    """It is the first of a verb and the last of a noun."""
    assert taken_apart(base, part) == parts


def test_a_phrase_is_inflected() -> None:
    """A phrase takes the form of the word it stands for; the third slot of a verb is its participle."""
    known = thesaurus("en")
    assert list(known.inflected("give up", "v", 3)) == ["given up"]
    assert list(known.inflected("safe place", "n", 1)) == ["safe places"]


def test_what_has_no_such_form_is_left_out() -> None:
    """There is no plural of what cannot be counted."""
    assert list(thesaurus("en").inflected("teamwork", "n", 1)) == []


def test_hundreds_of_headwords_are_written_by_hand() -> None:
    """Most candidates were written for Fact Box, of all parts of speech."""
    by_hand = [word for word, offers in thesaurus("en").offers.items() if offers and offers[0].by_hand]
    assert len(by_hand) > 2000
    assert {word.part for word in by_hand} == set("nvarx")


def test_the_tables_were_made_anew_after_the_last_change() -> None:
    """Every headword that has candidates has its forms."""
    known = thesaurus("en")
    assert [word for word, offers in known.offers.items() if offers and word not in known.slots] == []


def test_the_list_is_in_order_and_without_doubles() -> None:
    """The file is sorted, so that a word is found in it, and each headword stands there once."""
    lines = [
        line.split(":")[0]
        for line in resources.path("languages/en/simpler.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert lines == sorted(lines)
    heads = [(head, line[-1]) for line in lines for head in re.split("/", line[:-2])]
    assert len(set(heads)) == len(heads)


def test_it_is_read_once() -> None:
    """The second time the same data is at hand."""
    assert thesaurus("en") is thesaurus("en")
