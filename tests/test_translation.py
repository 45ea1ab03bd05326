"""Tests of words and figures in the reader's language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox import translation
from factbox.translation import (
    LANGUAGES,
    _,
    aside,
    decimal,
    in_turn,
    listed,
    named,
    ngettext,
    pgettext,
    short,
    signed,
    speak,
    spoken,
    whole,
)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de"], "de"),
        (["de_CH.UTF-8"], "de"),
        (["fr-CA"], "fr"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh_TW", "de"], "de"),
        (["zh-Hant-HK"], "en"),
        (["zh_SG"], "zh_CN"),
        (["ca_ES@valencia", "es"], "es"),
        (["en_GB", "de"], "en"),
        (["C.UTF-8"], "en"),
        (["POSIX", "de"], "en"),
        (["xx"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_there_is_is_spoken(wanted: list[str], language: str) -> None:
    """Whatever the form of its name; English stands before what is liked less, and for what there is not."""
    assert speak(wanted) == spoken() == language


@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_name_leads_to_a_language(wanted: list[str]) -> None:
    """What a system may say is never an error."""
    assert speak(wanted) in LANGUAGES


def test_the_environment_says_it_as_to_gettext(monkeypatch: pytest.MonkeyPatch) -> None:
    """LANGUAGE is a list and comes first; an empty variable says nothing."""
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "")
    assert translation.asked_by_environment() == ["fr_FR.UTF-8"]

    monkeypatch.setenv("LANGUAGE", "xx:de:en")
    assert speak(translation.asked_by_environment()) == "de"


def test_messages_are_translated_where_they_are_shown() -> None:
    """One message follows the language; an empty one stays empty in every language."""
    for language, word in (("de", "Sätze"), ("fr", "Phrases"), ("en", "Sentences")):
        speak([language])
        assert _("Sentences") == word
        assert not _("")


def test_what_is_not_in_a_catalogue_stays_english() -> None:
    """A message that nobody has translated is shown as it is written."""
    speak(["de"])
    assert _("Nobody has ever translated this.") == "Nobody has ever translated this."


def test_plurals_fit_their_number() -> None:
    """Each language has its own forms; the number is written in its signs."""
    speak(["de"])
    assert ngettext("{n} sentence", "{n} sentences", 1) == "1 Satz"
    assert ngettext("{n} sentence", "{n} sentences", 12_345) == "12.345 Sätze"
    speak(["fr"])
    assert ngettext("{n} sentence", "{n} sentences", 0) == "0 phrase"


@pytest.mark.parametrize(
    ("language", "large", "broken"),
    [("en", "12,345", "1,234.50"), ("de", "12.345", "1.234,50"), ("zh_CN", "12,345", "1,234.50")],
)
def test_figures_have_the_signs_of_their_language(language: str, large: str, broken: str) -> None:
    """Thousands and decimals are parted as readers expect it."""
    speak([language])
    assert whole(12_345) == large
    assert decimal(1234.5, 2) == broken


def test_a_change_has_its_sign() -> None:
    """More has a plus, less a minus, and what shows as nought has none."""
    assert signed(0.5, 2) == "+0.50"
    assert signed(-0.5, 2) == "−0.50"
    assert signed(-0.001, 2) == "0.00"
    speak(["de"])
    assert signed(-0.001, 2) == "0,00"
    assert signed(-1.5, 1) == "−1,5"


def test_a_number_is_no_longer_than_it_must() -> None:
    """Whole ones have no decimals."""
    assert short(5.0) == "5"
    speak(["es"])
    assert short(0.0588) == "0,0588"


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_of_figures_are_single(language: str) -> None:
    """What parts figures is one sign, and not the same for both."""
    speak([language])
    point, comma = pgettext("before decimals", "."), pgettext("between thousands", ",")
    assert len(point) == len(comma) == 1
    assert point != comma


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Mill: old", "Mill (old)", "Mill, old", "Mill. old"]),
        ("fr", ["Mill\u00a0: old", "Mill (old)", "Mill, old", "Mill. old"]),
        ("zh_CN", ["Mill：old", "Mill（old）", "Mill，old", "Mill。old"]),
    ],
)
def test_what_is_put_together_has_the_signs_of_the_language(language: str, said: list[str]) -> None:
    """A colon, brackets, a comma and a stop, where no message has them."""
    speak([language])
    assert [named("Mill", "old"), aside("Mill", "old"), listed(["Mill", "old"]), in_turn("Mill", "old")] == said
