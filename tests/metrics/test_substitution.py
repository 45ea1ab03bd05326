"""Tests of putting a word in the place of another."""

import pytest

from costs import soon
from factbox.metrics.substitution import occurrences, substitute


def replaced(text: str, old: str, new: str) -> str:
    """Put a word in the place of another everywhere, from the end."""
    for start, end in reversed(list(occurrences(text, old))):
        first, last, written = substitute(text, start, end, new)
        text = text[:first] + written + text[last:]
    return text


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("We utilise tools. Utilise them!", "utilise", "use", "We use tools. Use them!"),
        ("UTILISE IT", "UTILISE", "use", "USE IT"),
        ("aids for AIDS", "aids", "helps", "helps for AIDS"),
        ("see example.org/utilise/now and utilise it", "utilise", "use", "see example.org/utilise/now and use it"),
        ("write to utilise@help.org, utilise", "utilise", "use", "write to utilise@help.org, use"),
        ("an enormous cake", "enormous", "big", "a big cake"),
        ("A large egg", "large", "enormous", "An enormous egg"),
        ("a purchase, an hour", "hour", "day", "a purchase, a day"),
        ("a one-off; an only child", "only", "single", "a one-off; a single child"),
        ("reutilise the self-utilise utilised", "utilise", "use", "reutilise the self-utilise utilised"),
        ("the committee’s plan", "committee", "group", "the committee’s plan"),
        ("it’s a can’t", "can't", "cannot", "it’s a cannot"),
    ],
)
def test_a_word_gives_way_with_its_article(text: str, old: str, new: str, result: str) -> None:
    """Capitals are kept, articles fit the sound, and no part of another word is touched."""
    assert replaced(text, old, new) == result


def test_a_word_behind_an_endless_one_is_found_soon() -> None:
    """Whether a word is part of an address is no reason to look through all that has no space before it."""
    with soon():
        text = "a" * 40_000 + "! The boats, boats and (boats) came."
        assert len(list(occurrences(text, "boats"))) == 3
        assert replaced(text, "boats", "ships").endswith("! The ships, ships and (ships) came.")
