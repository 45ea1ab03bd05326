"""Tests of measuring one block."""

import pytest

from factbox.document import Block, Role
from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import Paragraph, measure
from factbox.metrics.tally import Tally


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    """Measure a block of a text."""
    lexicon = Lexicon(language("en"))
    return measure(Block(text, role), lexicon.tally(words.forms(text)), lexicon)


def tally(text: str, role: Role = Role.BODY) -> Tally:
    """Measure a block of a text for the document's tally."""
    return paragraph(text, role).tally


def test_prose_counts_for_everything() -> None:
    """A paragraph with a sentence end adds to every count."""
    counted = tally("The cat sat. It purred.")
    assert (counted.tokens, counted.words, counted.sentences, counted.ended) == (5, 5, 2, 2)
    assert counted.fragments == 0


def test_an_unfinished_sentence_counts_by_its_length() -> None:
    """What stands behind the last end is a sentence, but for formulas a twelfth of one for each word."""
    counted = tally("The cat sat. It purred")
    assert (counted.tokens, counted.words, counted.sentences, counted.ended) == (5, 5, 2, 1)
    assert counted.full_sentences == pytest.approx(1 + 2 / 12)


def test_a_long_rest_is_a_whole_sentence() -> None:
    """From twelve words on an unfinished sentence counts like any other."""
    counted = tally("The cat sat. " + " ".join(["Word"] * 12))
    assert (counted.sentences, counted.ended, counted.full_sentences) == (2, 1, 2)


@pytest.mark.parametrize("text", ["A title", "Prose here. And a rest of it", "• an item", "All prose here."])
def test_what_is_left_out_stands_aside(text: str) -> None:
    """Prose and what stands aside make up the whole paragraph."""
    found = paragraph(text)
    assert found.counts == Lexicon(language("en")).tally(words.forms(text))
    assert found.tally.words_left_out == found.aside.words


def test_another_script_is_noticed() -> None:
    """Tokens without a Latin letter are counted as foreign, in prose and in fragments."""
    assert tally("Здравствуй мир.").foreign == 2
    assert tally("Здравствуй, my world").foreign == 1


def test_a_short_line_without_an_end_is_a_fragment() -> None:
    """A title counts for tokens and is left out of the prose."""
    assert tally("How a tree drinks") == Tally(tokens=4, fragments=1, words_left_out=4)


def test_the_longest_fragment_has_fifteen_words() -> None:
    """Fifteen words without an end are left out, sixteen are not."""
    assert tally(" ".join(["word"] * 15)).words_left_out == 15
    assert tally(" ".join(["word"] * 16)).words_left_out == 0


def test_a_long_line_without_an_end_is_a_sentence() -> None:
    """More than fifteen words are no title."""
    counted = tally(" ".join(["word"] * 16))
    assert (counted.words, counted.sentences, counted.ended, counted.fragments) == (16, 1, 0, 0)


@pytest.mark.parametrize("role", [Role.HEADING, Role.ITEM])
def test_a_long_heading_or_item_is_a_fragment_all_the_same(role: Role) -> None:
    """Headings and items without a sentence end are left out whatever their length."""
    assert tally(" ".join(["word"] * 30), role).words_left_out == 30


def test_a_long_item_is_known_by_its_marker() -> None:
    """A bullet makes a block an item even where its format does not say so."""
    assert tally("• " + " ".join(["word"] * 30)).words_left_out == 30


def test_an_item_with_a_sentence_is_prose() -> None:
    """An item that ends a sentence counts like any paragraph, without its marker."""
    counted = tally("1. Wash the pan.")
    assert (counted.tokens, counted.words, counted.sentences) == (3, 3, 1)


@pytest.mark.parametrize("text", ["", "   ", "\t\u00a0"])
def test_an_empty_block_counts_for_nothing(text: str) -> None:
    """Blanks have no counts."""
    assert tally(text) == Tally()


def test_punctuation_alone_counts_for_nothing() -> None:
    """Marks are neither tokens nor words nor sentences."""
    assert tally("...!? — ,") == Tally()


def test_symbols_alone_are_tokens_only() -> None:
    """A sign of money is a token and no word, and makes no fragment."""
    assert tally("$ € +") == Tally(tokens=3)


def test_lone_surrogates_and_zeros_do_no_harm() -> None:
    """Broken signs are no letters; the words around them count."""
    assert tally("The \ud800 cat\x00 sat.").words == 3
