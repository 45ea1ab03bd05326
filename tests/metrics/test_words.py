"""Tests of forms, words and tokens."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics import words
from strategies import lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He ran—fast—home to his mother.", 7),
        ("The well-known mother-in-law met the six-year-old twenty-one times.", 8),
        ("and/or, he/she", 4),
        ("pages 10-12", 2),
        ("from 1939–1945", 2),
        ("Monday–Friday", 1),
        ("on 5/11/2026", 2),
        ("salt & pepper", 2),
        ("See https://example.org/a/b?c=d today.", 3),
        ("Write to a.b@example.org.", 3),
        ("– spaced – dashes –", 2),
        ("It rained.We left.", 4),
        ("...!?", 0),
        ("", 0),
        ("a\u00a0b", 2),
        ("un\u00adbelievable", 1),
    ],
)
def test_words_stand_between_white_space_dashes_and_slashes(text: str, count: int) -> None:
    """A compound, a figure or an address is one word; what a dash or slash parts are several."""
    parts = [part for form in words.forms(text) for part in words.parts(form)]
    assert sum(bool(words.word(part)) for part in parts) == count


@pytest.mark.parametrize(
    ("form", "tokens"),
    [
        ("COVID-19", ("COVID", "19")),
        ("China's", ("China's",)),
        ("3.14", ("3.14",)),
        ("1,250", ("1,250",)),
        ("U.S.", ("U.S",)),
        ("$20", ("$", "20")),
        ("C++", ("C", "+", "+")),
        ("https://example.org/a,b", ("https://example.org/a,b",)),
        ("a.b@example.org", ("a.b@example.org",)),
        ("“Hello,”", ("Hello",)),
        ("&", ()),
        ("—", ()),
        ("foo_bar", ("foo_bar",)),
        ("10:45", ("10", "45")),
        ("👍🏽", ("👍🏽",)),
        ("🇬🇧🇫🇷", ("🇬🇧", "🇫🇷")),
        ("שלום", ("שלום",)),
    ],
)
def test_tokens_are_the_segments_of_uax_29(form: str, tokens: tuple[str, ...]) -> None:
    """A token is a segment with a letter or a digit, or a symbol; an address is one token."""
    assert words.tokens(form) == tokens


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("don’t", "don't"), ("cafe\u0301", "café"), ("un\u00adbelievable", "unbelievable"), ("ﬁsh", "fish")],
)
def test_ways_of_typing_make_no_difference(typed: str, plain: str) -> None:
    """Curly apostrophes, decomposed accents, soft hyphens and ligatures count as their plain forms."""
    assert words.tokens(typed) == words.tokens(plain)
    assert words.word(typed) == words.word(plain)


@pytest.mark.parametrize("marker", ["- ", "• ", "1. ", "12) ", "(3) ", "a) ", "  * "])
def test_a_list_marker_is_no_form(marker: str) -> None:
    """A bullet or a number at the start of an item counts for nothing."""
    assert words.forms(f"{marker}wash the pan") == ["wash", "the", "pan"]
    assert words.after_marker(f"{marker}wash the pan") == len(marker)


@pytest.mark.parametrize(
    "text", ["A cat sat.", "I. Newton fell asleep.", "1984. A novel.", "-5 degrees", "1.5 cups"]
)
def test_what_only_looks_like_a_marker_stays(text: str) -> None:
    """Initials, years and figures at the start of a paragraph are words."""
    assert words.after_marker(text) == 0


def test_what_never_ends_is_read_in_pieces() -> None:
    """A form as long as a book is no word anybody wrote; its tokens come all the same, and soon."""
    assert sum(map(len, words.tokens("a'" * 500_000))) > 990_000


@given(lines)
def test_a_form_never_holds_white_space(text: str) -> None:
    """Forms are what stands between white space, whatever the text."""
    assert not any(character.isspace() for form in words.forms(text) for character in form)


@given(lines)
def test_tokens_depend_on_the_form_alone(text: str) -> None:
    """Every token of a text is found in one of its forms, as it counts."""
    for form in words.forms(text):
        assert all(token in words.plain(form) for token in words.tokens(form))


@given(st.from_regex(r"[A-Za-z0-9'.,-]{1,12}", fullmatch=True))
def test_plain_words_are_segmented_as_all_others(form: str) -> None:
    """Letters, figures, apostrophes and hyphens give the tokens that the full rules of UAX #29 give."""
    tokens = words.tokens(form)
    parts = words.parts(form)
    if not any(words.is_web(words.word(part)) for part in parts):
        segments = [segment for part in parts for segment in words._segments()(part)]
        assert list(tokens) == [segment for segment in segments if any(map(str.isalnum, segment))]


@given(lines, lines, lines, lines)
def test_what_two_texts_share_is_no_difference(start: str, old: str, new: str, end: str) -> None:
    """Without the forms of the difference both texts have the same forms, and equal texts differ in nothing."""
    before, after = start + old + end, start + new + end
    gone, come = words.difference(before, after)
    kept = Counter(words.forms(before))
    kept.subtract(gone.split())
    same = Counter(words.forms(after))
    same.subtract(come.split())
    assert kept == same
    assert min(kept.values(), default=0) >= 0


@given(lines)
def test_a_text_differs_from_itself_in_one_form_at_most(text: str) -> None:
    """Nothing but the form at its very end, which may still be growing, is given as a difference."""
    gone, come = words.difference(text, text)
    assert gone == come
    assert len(gone.split()) <= 1


def test_a_difference_is_as_small_as_its_words() -> None:
    """A letter typed into a long text leaves just its word."""
    text = "the quick brown fox " * 5_000
    assert words.difference(text, text[:50_001] + "x" + text[50_001:]) in {
        (word, changed) for word in text.split()[:4] for changed in _with_x(word)
    }


def _with_x(word: str) -> list[str]:
    return [word[:place] + "x" + word[place:] for place in range(len(word) + 1)]


@pytest.mark.parametrize("gap", [1, 40_000])
def test_stretches_are_the_forms_in_lists(gap: int) -> None:
    """Cut anywhere between forms, and never within one, the lists give the forms in order."""
    text = "ab " * 9_000 + "x" * gap + " cd" * 9_000
    lists = list(words.stretches(text))
    assert [form for forms in lists for form in forms] == text.split()
    assert len(lists) > 1
