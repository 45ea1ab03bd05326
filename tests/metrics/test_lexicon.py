"""Tests of what is known of each form."""

import gc
import weakref

import pytest
from hypothesis import given

from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon, is_familiar
from factbox.metrics.tally import Tally
from strategies import lines


def tally(*forms: str) -> Tally:
    """Tally forms with a new lexicon."""
    return Lexicon(language("en")).tally(forms)


def test_forms_add_up_field_by_field() -> None:
    """Each count of a tally is the sum over the forms, side by side in one number or not."""
    assert tally("The", "beautiful", "cat,", "—") == Tally(
        tokens=3,
        words=3,
        syllables=5,
        letters=15,
        monosyllables=2,
        polysyllables=1,
        complex_words=1,
        long_words=1,
        mini_words=2,
    )


@pytest.mark.parametrize("word", ["mother-in-law", "discusses", "created", "referring", "cat"])
def test_gunning_spares_what_is_easy_to_take_apart(word: str) -> None:
    """Compounds of short words and two syllables with an ending are not complex."""
    assert tally(word).complex_words == 0


@pytest.mark.parametrize("word", ["beautiful", "elephant", "hippopotamuses"])
def test_other_polysyllables_are_complex(word: str) -> None:
    """Three syllables without such an ending make a word complex."""
    assert tally(word).complex_words == 1


def test_an_address_weighs_like_a_short_word() -> None:
    """A URL has one syllable and is no hard word."""
    address = tally("https://example.org/incomprehensibilities")
    assert (address.words, address.syllables, address.polysyllables, address.unfamiliar) == (1, 1, 0, 0)


@given(lines)
def test_a_text_has_the_tally_of_its_halves(text: str) -> None:
    """Tallies of forms add up wherever the text is cut."""
    lexicon = Lexicon(language("en"))
    forms = words.forms(text)
    for cut in range(len(forms) + 1):
        assert lexicon.tally(forms[:cut]) + lexicon.tally(forms[cut:]) == lexicon.tally(forms)


@given(lines)
def test_a_tally_has_as_many_tokens_as_there_are(text: str) -> None:
    """The count of tokens is the count of the tokens given."""
    lexicon = Lexicon(language("en"))
    forms = words.forms(text)
    assert lexicon.tally(forms).tokens == len(list(lexicon.tokens(forms)))


@pytest.mark.parametrize(
    "word", ["giants", "returned", "strongest", "giant's", "loudly", "happily", "running", "42"]
)
def test_inflections_of_familiar_words_are_familiar(word: str) -> None:
    """Plurals, possessives, verb endings, comparisons and adverbs count as their listed word."""
    assert is_familiar(word, language("en").familiar)


@pytest.mark.parametrize("word", ["osmosis", "politicization", "vapour", "xylem"])
def test_other_words_are_not(word: str) -> None:
    """What is neither listed nor a regular inflection is unfamiliar."""
    assert not is_familiar(word, language("en").familiar)


def test_a_lexicon_goes_when_nobody_needs_it() -> None:
    """It is in no ring of references, which frozen garbage would never be freed from."""
    lexicon = Lexicon(language("en"), frozenset({"magma"}))
    lexicon.eased(["magma", "utilised"])
    gone = weakref.ref(lexicon._counts)
    gc.disable()
    try:
        del lexicon
        assert gone() is None
    finally:
        gc.enable()
