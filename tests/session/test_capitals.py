"""Tests of capitals and small letters."""

import pytest

from factbox.session.capitals import Case, recased


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        (Case.UPPER, "straße is İt ŉ", "STRASSE IS İT ʼN"),
        (Case.LOWER, "The BBC", "the bbc"),
        (Case.TITLE, "the lord of the rings: and what it's for", "The Lord of the Rings: and What It's For"),
        (Case.TITLE, "FAR FROM THE MADDING CROWD", "Far from the Madding Crowd"),
        (Case.TITLE, "“of mice” and men’s", "“Of Mice” and Men’s"),
        (
            Case.SENTENCE,
            "HE LEFT. “WHY?” SHE ASKED! i know i’m late… AND 3.5 IS IN",
            "He left. “Why?” She asked! I know I’m late… And 3.5 is in",
        ),
        (Case.SENTENCE, "İ WAS i", "İ was I"),
    ],
)
def test_writes_a_text_in_another_way(case: Case, text: str, expected: str) -> None:
    """Titles leave small words small, sentences begin with a capital, and I is one."""
    assert "".join(recased(text, case)) == expected


@pytest.mark.parametrize("case", Case)
def test_every_character_has_its_own(case: Case) -> None:
    """What stands for each character is told apart, so that formats can be kept."""
    text = "Straße 😀 İi'm. x"
    assert len(recased(text, case)) == len(text)
