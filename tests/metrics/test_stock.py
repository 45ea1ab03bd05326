"""Tests of the stock of content words."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics import content
from factbox.metrics.stock import Stock, together
from factbox.metrics.tally import Tally

words = st.sampled_from(
    ["nation", "nations", "cat", "cats", "run", "running", "ran", "government", "dangerous", "zyxolith", "=cat"]
)
bags = st.lists(words, max_size=12)


def told(stock: Stock) -> Tally:
    """Give what a stock counts."""
    return Tally.unpack(stock.packed)


def test_a_stem_counts_once_however_often_its_words_occur() -> None:
    """Two words with one stem have one level and one frequency, however often; they are two words."""
    found = told(Stock(["nation", "nations", "nation", "nations", "nation"]))
    assert (found.content_words, found.levelled, found.listed) == (2, 1, 1)


def test_a_stem_has_the_level_of_its_easiest_word() -> None:
    """Beside an easier form of itself a word has that one's level and frequency."""
    both, easy, hard = (told(Stock(each)) for each in (["run", "running"], ["run"], ["running"]))
    assert both.levels == min(easy.levels, hard.levels)
    assert both.commonness == max(easy.commonness, hard.commonness)


@given(bags, bags)
def test_coming_and_going_leaves_what_was(first: list[str], second: list[str]) -> None:
    """Words that came and went leave no trace: what is counted is what the words that are there count."""
    stock = Stock(first)
    stock.change(Counter(second))
    stock.change({word: -times for word, times in Counter(first).items()})
    assert stock.packed == Stock(second).packed
    assert stock.times == Counter(second)
    assert stock.spared == Stock(second).spared


@given(bags, bags)
def test_trying_out_is_exact_and_changes_nothing(first: list[str], second: list[str]) -> None:
    """What is foretold is what a recount gives, and the stock is as before."""
    stock = Stock([*first, *second])
    assert stock.packed - stock.leaving(Counter(second)) == Stock(first).packed
    assert Stock(first).after(Counter(second)) == stock.packed == Stock([*first, *second]).packed


@given(bags)
def test_by_themselves_words_count_what_a_text_of_them_does(found: list[str]) -> None:
    """Together they count what a stock of them alone has."""
    assert together(found) == told(Stock(found))


def test_exempt_words_are_kept_but_do_not_count() -> None:
    """A word that counts as easy says nothing, and may still be asked for."""
    stock = Stock([content.exempted("government"), "cat"])
    assert told(stock) == told(Stock(["cat"]))
    assert stock.spared == {"government": 1}
