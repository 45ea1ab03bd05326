"""Tests of putting back what was lost."""

from adaptations import notices
from factbox.metrics.meaning import Notice

BECAUSE = "Because the roots contain more sugar than the soil, water flows inwards through osmosis."


def mended(adaptation: str, notice: Notice) -> str:
    """Do what puts something back."""
    for edit in sorted(notice.mends, key=lambda each: -each.spot.start):
        adaptation = adaptation[: edit.spot.start] + edit.text + adaptation[edit.spot.end :]
    return adaptation


def test_a_changed_number_is_told_and_put_back() -> None:
    """In words as in figures, and what puts it back stands in its place."""
    text = "About ninety per cent of the water escapes through the pores."
    (notice,) = notices("About ninety-five per cent of the water escapes through the pores.", text)
    assert (notice.title, notice.before, notice.after) == (
        "Number changed",
        "ninety-five per cent",
        "ninety per cent",
    )
    assert mended(text, notice) == "About ninety-five per cent of the water escapes through the pores."


def test_a_lost_cause_is_told_and_put_back() -> None:
    """The sentence was split, and its link word is gone; "so" links the halves again."""
    text = "The roots contain more sugar than the soil. Water flows inwards through osmosis."
    (notice,) = notices(BECAUSE, text)
    assert (notice.title, notice.before) == ("Link word lost: cause", "Because")
    assert (
        mended(text, notice)
        == "The roots contain more sugar than the soil. So water flows inwards through osmosis."
    )


def test_a_reason_that_follows_is_joined_again() -> None:
    """Where the cause stands behind, "because" joins it."""
    text = "The water flows inwards through osmosis. The roots contain more sugar than soil."
    (notice,) = notices(
        "The water flows inwards through osmosis because the roots contain more sugar than soil.", text
    )
    assert mended(text, notice) == (
        "The water flows inwards through osmosis because the roots contain more sugar than soil."
    )


def test_the_comma_of_the_original_is_kept() -> None:
    """Where a comma stands before "because", it stands there again."""
    text = "The water flows inwards through osmosis. The roots contain more sugar than soil."
    (notice,) = notices(
        "The water flows inwards through osmosis, because the roots contain more sugar than soil.", text
    )
    assert mended(text, notice) == (
        "The water flows inwards through osmosis, because the roots contain more sugar than soil."
    )


def test_a_lost_contrast_is_put_back() -> None:
    """With "but" before what it stands against."""
    text = "The oak lacks a pump. The water reaches every leaf."
    (notice,) = notices("Although the oak lacks a pump, the water reaches every leaf.", text)
    assert (notice.title, mended(text, notice)) == (
        "Link word lost: contrast",
        "The oak lacks a pump. But the water reaches every leaf.",
    )


def test_a_lost_condition_is_put_back() -> None:
    """With "if" before it, and both in one sentence."""
    text = "The soil is dry. The leaves close their pores."
    (notice,) = notices("If the soil is dry, the leaves close their pores.", text)
    assert (notice.title, mended(text, notice)) == (
        "Link word lost: condition",
        "If the soil is dry, the leaves close their pores.",
    )


def test_a_name_keeps_its_capital_when_something_is_put_back() -> None:
    """What cannot be written small safely is left to the writer."""
    (notice,) = notices(
        "Because the roots contain sugar, Zyxolith flows inwards through osmosis.",
        "The roots contain sugar. Zyxolith flows inwards through osmosis.",
    )
    assert notice.mends == ()
