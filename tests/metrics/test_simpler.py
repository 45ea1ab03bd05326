"""Tests of simpler words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.rarity import Cefr, rarity
from factbox.metrics.simpler import MOST, Ease, ease, simpler
from factbox.metrics.thesaurus import thesaurus

# Every form for which something may be offered.
FORMS = sorted(thesaurus("en").readings)


def offered(word: str) -> list[str]:
    """Give the words that are offered for a word."""
    return [each.word for each in simpler(word)]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("utilize", "use"),
        ("commence", "start"),
        ("purchase", "buy"),
        ("assist", "help"),
        ("terminate", "end"),
        ("require", "need"),
        ("demonstrate", "show"),
        ("approximately", "about"),
        ("numerous", "many"),
        ("sufficient", "enough"),
        ("additional", "more"),
        ("residence", "home"),
        ("whilst", "while"),
    ],
)
def test_a_hard_word_has_a_plain_one(word: str, first: str) -> None:
    """The first candidate is the one that fits most often."""
    assert offered(word)[0] == first


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("utilised", "used"),
        ("utilises", "uses"),
        ("utilising", "using"),
        ("residences", "homes"),
        ("individuals", "people"),
        ("wealthier", "richer"),
        ("wealthiest", "richest"),
        ("withdrawn", "pulled out"),
        ("amenders", ""),
    ],
)
def test_a_candidate_has_the_form_of_the_word(word: str, first: str) -> None:
    """Plurals, verb forms and comparisons stay what they are."""
    assert (offered(word) or [""])[0] == first


def test_a_past_form_is_followed_by_the_participle() -> None:
    """A form that may be either is answered by both, where they differ."""
    assert offered("commenced") == ["started", "began", "begun"]


@pytest.mark.parametrize(("word", "first"), [("Utilise", "Use"), ("UTILISE", "USE"), ("utilise", "use")])
def test_capitals_are_kept(word: str, first: str) -> None:
    """A candidate is written with the capitals of the word."""
    assert offered(word) == [first]


def test_a_possessive_stays_one() -> None:
    """The ending of a possessive is put back as it was written."""
    assert offered("physician’s") == ["doctor's"]


def test_punctuation_around_a_word_is_ignored() -> None:
    """What stands around the word does not hide it."""
    assert offered("“utilise,”") == ["use"]


def test_both_spellings_are_known() -> None:
    """British and American spellings have the same candidates."""
    assert offered("utilise") == offered("utilize")
    assert offered("endeavour") == offered("endeavor")


@pytest.mark.parametrize("word", ["the", "house", "children", "went", "use", "Use", "important"])
def test_easy_words_have_none(word: str) -> None:
    """Nothing is offered for what everybody knows."""
    assert simpler(word) == ()


@pytest.mark.parametrize("word", ["", "42", "—", "www.example.org", "xqzzt"])
def test_what_is_no_known_word_has_none(word: str) -> None:
    """Nothing is guessed for figures, addresses and unknown words."""
    assert simpler(word) == ()


def test_the_usual_reading_of_a_form_decides() -> None:
    """A minute is hardly ever tiny, and an object no protest."""
    assert simpler("minute") == ()
    assert simpler("object") == ()
    assert offered("isolated")[0] == "lonely"


def test_a_meaning_comes_with_each_candidate() -> None:
    """A candidate tells in plain words what it and the word mean."""
    first = simpler("purchase")[0]
    assert (first.word, first.band, first.cefr, first.syllables, first.by_hand) == ("buy", 1, Cefr.A1, 1, True)
    assert first.meaning


def test_words_of_wordnet_follow() -> None:
    """What nobody wrote about comes from WordNet, and says so."""
    first = simpler("automobile")[0]
    assert (first.word, first.by_hand) == ("car", False)


def test_a_word_outside_the_table_is_hard() -> None:
    """The rarest words have candidates too."""
    assert "recommence" not in rarity()
    assert offered("recommence")


def test_a_phrase_is_as_hard_as_its_hardest_word() -> None:
    """The rarest word and the highest level count, and the syllables of all."""
    phrase, rarest = ease("put up with"), ease("put")
    assert phrase is not None
    assert rarest is not None
    assert (phrase.band, phrase.syllables) == (1, 3)
    assert phrase.zipf == rarest.zipf
    assert ease("put up xqzzt") is None
    assert ease("") is None


@pytest.mark.parametrize(
    ("one", "other", "is_easier"),
    [
        (Ease(1, 5, Cefr.A1, 1), Ease(3, 4, Cefr.B2, 3), True),
        (Ease(1, 5, Cefr.A1, 3), Ease(1, 4.9, Cefr.A1, 3), True),
        (Ease(2, 4, None, 1), Ease(2, 4.1, Cefr.A1, 2), True),
        (Ease(2, 4, Cefr.A1, 2), Ease(2, 4.1, Cefr.B1, 2), True),
        (Ease(2, 4, Cefr.A1, 2), Ease(2, 4, Cefr.A1, 2), False),
        (Ease(5, 3.3, Cefr.A1, 1), Ease(2, 4, Cefr.B1, 3), False),
        (Ease(2, 4, Cefr.B2, 1), Ease(2, 4.1, Cefr.B1, 2), False),
    ],
)
def test_easier_is_commoner_or_earlier_or_shorter(one: Ease, other: Ease, is_easier: bool) -> None:  # noqa: FBT001  # a case
    """Commoner, learnt earlier or shorter is easier, but not what is much rarer, or rarer and learnt later."""
    assert one.is_easier_than(other) is is_easier


def test_every_candidate_of_the_table_is_easier() -> None:
    """No form of any headword is answered by a word that is harder, itself, or another form of it."""
    known = thesaurus("en")
    for form in FORMS:
        own = ease(form)
        found = simpler(form)
        assert len(found) <= MOST
        assert len({each.word for each in found}) == len(found)
        for each in found:
            its = ease(each.word)
            assert its is not None, each
            assert own is None or its.is_easier_than(own), (form, each)
            for word, _ in known.readings[form]:
                if any(each.word.split() == offer.base.split() for offer in known.offers[word]):
                    assert known.forms(word).isdisjoint(each.word.split()), (form, each)


def test_every_word_of_every_candidate_is_in_the_table() -> None:
    """Whatever is offered, in whatever form, is known to the table of words."""
    assert all(part in rarity() for form in FORMS for each in simpler(form) for part in each.word.split())


def test_a_meaning_is_short() -> None:
    """What a candidate means fits on one line."""
    assert all(0 < len(each.meaning) <= 70 for form in FORMS for each in simpler(form))


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is asked gets candidates or none."""
    assert len(simpler(text)) <= MOST


def test_an_unknown_language_is_an_error() -> None:
    """Nothing is guessed for a language without simpler words."""
    with pytest.raises(FileNotFoundError):
        simpler("word", "xx")
