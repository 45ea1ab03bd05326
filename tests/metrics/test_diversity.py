"""Tests of the measures of lexical diversity."""

import gc
import random
import warnings
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics.diversity import Diversity, diversity
from factbox.metrics.ledger import Ledger
from factbox.metrics.passages import Passage

with warnings.catch_warnings():
    # It reads a list of its own and leaves the file open, and finds it in a way that is going out of use.
    warnings.simplefilter("ignore")
    from lexical_diversity import lex_div

    gc.collect()

passage_lists = st.lists(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz")), min_size=1, max_size=12)


def measured(passages: list[list[str]]) -> Diversity:
    """Measure paragraphs of tokens."""
    times = Counter(token for passage in passages for token in passage)
    return diversity([Passage(tuple(passage)) for passage in passages], times, Counter(times.values()))


def tokens_of(length: int, types: int, seed: float) -> list[str]:
    """Draw tokens, some far more often than others."""
    dice = random.Random(seed)  # noqa: S311  # repeatable
    return [f"w{int(types * dice.random() ** 2)}" for _ in range(length)]


@pytest.mark.parametrize("length", [60, 101, 500, 3000])
@pytest.mark.parametrize("types", [20, 90, 900])
def test_all_agree_with_the_package(length: int, types: int) -> None:
    """Cut into paragraphs or not, each measure is within 1e-9 of lexical-diversity's."""
    tokens = tokens_of(length, types, seed=length + types)
    dice = random.Random(length)  # noqa: S311  # repeatable
    cuts = sorted(dice.sample(range(length), 9))
    ours = measured([tokens[start:end] for start, end in zip([0, *cuts], [*cuts, length], strict=True)])
    assert ours.mattr == pytest.approx(lex_div.mattr(tokens), abs=1e-9)
    # Where no stretch ends the package says 0, which would be the poorest of texts; ours says nothing.
    assert (ours.mtld or 0.0) == pytest.approx(lex_div.mtld(tokens), abs=1e-9)
    assert ours.hdd == pytest.approx(lex_div.hdd(tokens), abs=1e-9)
    assert ours.root_ttr == pytest.approx(lex_div.root_ttr(tokens), abs=1e-9)
    assert ours.log_ttr == pytest.approx(lex_div.log_ttr(tokens), abs=1e-9)


@given(passage_lists)
def test_paragraphs_make_no_difference(passages: list[list[str]]) -> None:
    """Where a text is cut into paragraphs changes no measure."""
    whole = [[token for passage in passages for token in passage]]
    assert measured(passages) == measured(whole)


def test_an_empty_text_has_no_measures() -> None:
    """Without tokens nothing is measured."""
    assert measured([[]]) == Diversity(None, None, None, None, None, None)


def test_a_short_text_has_its_ratio_for_mattr_and_no_sample() -> None:
    """Up to fifty tokens MATTR is the TTR; below forty-two HD-D is not defined."""
    found = measured([["a", "b", "a", "c"]])
    assert (found.mattr, found.hdd, found.hapax_share) == (0.75, None, 0.5)


def test_a_text_that_never_repeats_has_no_mtld() -> None:
    """Without a repetition no stretch ever ends."""
    assert measured([list("abcdefghij")]).mtld is None


def test_length_alone_changes_little() -> None:
    """Ten times as much of the same kind of text halves TTR and hardly moves MATTR and HD-D."""
    short, long = measured([tokens_of(500, 300, 1)]), measured([tokens_of(5000, 300, 2)])
    assert short.mattr == pytest.approx(long.mattr or 0, abs=0.03)
    assert short.hdd == pytest.approx(long.hdd or 0, abs=0.03)


def test_live_equals_cold_after_any_edits() -> None:
    """Read again only where an edit touched, every measure is what a fresh count gives."""
    dice = random.Random(5)  # noqa: S311  # repeatable
    ledger = Ledger()
    for revision in range(400):
        count = len(ledger.blocks)
        first = dice.randrange(count + 1)
        removed = min(dice.choice([0, 0, 1, 1, 2, 5]), count - first)
        arriving = [
            Block(" ".join(tokens_of(dice.randrange(90), 60, dice.random())))
            for _ in range(dice.choice([0, 1, 1, 2]))
        ]
        ledger.apply(Splice(first, removed, tuple(arriving), revision))
        while ledger.pending:
            ledger.measure_next()
        if revision % 3:
            fresh = Ledger()
            fresh.apply(Splice(0, 0, tuple(ledger.blocks), 1))
            while fresh.pending:
                fresh.measure_next()
            assert ledger.diversity() == fresh.diversity()
