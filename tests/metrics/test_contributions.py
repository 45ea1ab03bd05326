"""Tests of what sentences and words add to the Level."""

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factbox.document import Block
from factbox.metrics import contributions, words
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import measure, measured_sentences
from factbox.metrics.tally import Tally
from strategies import lines

LEXICON = Lexicon(language("en"))
SUMS = [key for key in FORMULAS if key not in {"smog", "calibrated"}]
TEXT = (
    "The old lighthouse keeper, who had never complained about anything, finally retired. It rained. Nobody came "
    "to see the extraordinary ceremony, because the ferry was late! Was he sad? He went home and fed his cat"
)


def total_of(text: str) -> Tally:
    """Measure a block."""
    return measure(Block(text), LEXICON.tally(words.forms(text)), LEXICON).tally


@given(lines)
def test_sentences_add_up_to_their_block(text: str) -> None:
    """The tallies of its sentences are, added up, the tally of a block, or of what its fragment would count."""
    block = Block(text)
    counts = LEXICON.tally(words.forms(text))
    assume(counts.words)
    found = measure(block, counts, LEXICON)
    whole = found.aside if found.tally.fragments else found.tally
    parts = sum((each.tally for each in measured_sentences(block, LEXICON)), Tally())
    assert parts.replace(tokens=0, foreign=0) == whole.replace(tokens=0, foreign=0)


@pytest.mark.parametrize("key", SUMS)
def test_words_lengths_and_constant_add_up_to_the_level(key: str) -> None:
    """The shares of all word forms, of all sentences' lengths and the constant are the score, to 1e-9."""
    formula, total = FORMULAS[key], total_of(TEXT)
    assert contributions.is_sum(formula, total)
    times = Counter(form.lower() for form in words.forms(TEXT))
    shares = [
        contributions.word_share(formula, total, LEXICON.tally([form] * count)) for form, count in times.items()
    ]
    lengths = [
        contributions.length_share(formula, total, each.tally) for each in measured_sentences(Block(TEXT), LEXICON)
    ]
    added = sum(shares) + sum(lengths) + contributions.constant(formula, total)
    assert added == pytest.approx(formula.value(total), abs=1e-9)


@pytest.mark.parametrize("key", FORMULAS)
def test_a_share_is_what_the_level_loses_without_the_sentence(key: str) -> None:
    """Measured anew without the sentence, the text has just the Level that was foretold."""
    formula, total = FORMULAS[key], total_of(TEXT)
    for sentence in measured_sentences(Block(TEXT), LEXICON):
        rest = TEXT[: sentence.start] + TEXT[sentence.end :].lstrip()
        found = contributions.without(formula, total, sentence.tally)
        assert found == pytest.approx(formula.value(total_of(rest)), abs=1e-9)
        share = contributions.share(formula, total, sentence.tally)
        assert share == pytest.approx(formula.value(total) - (found or 0), abs=1e-9)


def test_a_root_is_no_sum() -> None:
    """SMOG takes a root over the whole text: no word has a share of its own."""
    assert not contributions.is_sum(FORMULAS["smog"], total_of(TEXT))


def test_without_the_only_sentence_nothing_is_left() -> None:
    """Then there is no Level to compare with."""
    total = total_of("It rained.")
    assert contributions.without(FORMULAS["flesch_kincaid"], total, total) is None
    assert contributions.share(FORMULAS["flesch_kincaid"], total, total) is None


@given(st.sampled_from(sorted(FORMULAS)), lines)
def test_alone_is_the_level_of_the_sentence_itself(key: str, text: str) -> None:
    """A sentence by itself has the figure of a text of that sentence, however short."""
    for sentence in measured_sentences(Block(text), LEXICON):
        found = contributions.alone(FORMULAS[key], sentence.tally)
        assert (found is None) == (not sentence.tally.words)
