"""Tests of the facts in words."""

import pytest

from factbox.metrics.facts import FACTS, Counted, facts, missing, summary, type_token_ratio
from factbox.metrics.levels import estimate
from factbox.metrics.tally import Tally


def test_the_facts_read_like_the_original() -> None:
    """Level and TTR have three decimals, tokens and types none."""
    level = estimate(Tally(tokens=295, words=290, sentences=16, ended=16, syllables=393))
    shown = [f"{fact.label}: {fact.text}" for fact in facts(level, 295, 179)]
    assert shown == ["Level: 7.470", "Tokens: 295", "Types: 179", "TTR: 0.607"]


def test_an_empty_text_has_empty_facts() -> None:
    """Where there is no honest figure there is a dash."""
    shown = [fact.text for fact in facts(estimate(Tally()), 0, 0)]
    assert shown == ["—", "0", "0", "—"]


def test_the_ratio_is_types_by_tokens() -> None:
    """TTR is types divided by tokens, and nothing without tokens."""
    assert type_token_ratio(4, 3) == 0.75
    assert type_token_ratio(0, 0) is None


def test_the_summary_says_what_was_left_out() -> None:
    """Words, sentences and words left out stand in one line, each in its number."""
    assert summary(Tally(words=1, sentences=1, words_left_out=2)) == "1 word in 1 sentence · 2 words left out"
    assert summary(Tally(words=1200, sentences=60)) == "1,200 words in 60 sentences"
    assert summary(Tally()) == ""


def test_a_fact_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows a dash, and a sentence names it with its error."""

    def fail(_counted: Counted) -> float | None:
        raise ZeroDivisionError

    monkeypatch.setitem(FACTS, "types", (FACTS["types"][0], fail))
    stated = facts(estimate(Tally()), 4, 3)
    assert [fact.text for fact in stated] == ["—", "4", "—", "0.750"]
    assert missing(stated) == "Could not be worked out: Types (ZeroDivisionError)."


def test_facts_that_are_there_are_not_missing() -> None:
    """As a rule nothing is."""
    assert missing(facts(estimate(Tally()), 0, 0)) == ""


def test_the_summary_says_what_could_not_be_counted() -> None:
    """Paragraphs that are missing in the counts are named."""
    assert summary(Tally(words=1, sentences=1), failed=2).endswith("· 2 paragraphs could not be counted")
