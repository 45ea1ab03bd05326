"""Tests of the notices on meaning."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block
from factbox.metrics.collation import Collation, Collator
from factbox.metrics.guidance import Spot
from factbox.metrics.losses import Kind
from factbox.metrics.meaning import Meaning, Notice
from strategies import blocks

PARAGRAPHS = (
    "Because the roots contain more sugar than the soil, water flows inwards through osmosis.",
    "The oak lifts four hundred litres. It has no pump, but the water reaches every leaf.",
    "In 1894 Henry Dixon of Dublin explained how. He said: “The leaves pull the water up the trunk.”",
    "If the soil is dry, the leaves close their pores. They never open them at noon.",
    "Pores are small. About ninety-five per cent of the water escapes through the pores in March.",
)
documents = st.lists(st.sampled_from(PARAGRAPHS).map(Block) | blocks, max_size=6)


def collate(original: list[str], adaptation: list[str]) -> Collation:
    """Put two texts side by side."""
    return Collator().collate([Block(each) for each in original], [Block(each) for each in adaptation])


def notices(original: list[str] | str, adaptation: list[str] | str) -> tuple[Notice, ...]:
    """Give the notices of two texts."""
    one = [original] if isinstance(original, str) else original
    other = [adaptation] if isinstance(adaptation, str) else adaptation
    return Meaning().notices(collate(one, other))


def told(original: list[str] | str, adaptation: list[str] | str) -> list[tuple[str, str, str]]:
    """Give the notices of two texts by title and words."""
    return [(notice.title, notice.before, notice.after) for notice in notices(original, adaptation)]


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


def test_a_lost_number_is_told() -> None:
    """One that nothing stands for."""
    assert told("The oak lifts 400 litres of water a day.", "The oak lifts water every day.") == [
        ("Number lost", "400", "")
    ]


def test_a_number_in_other_words_is_kept() -> None:
    """Figures, words, percentages and rounding say the same."""
    assert (
        told("The oak lifts four hundred litres, half of it at noon.", "The oak lifts 400 litres, 50% at noon.")
        == []
    )
    assert told("The oak has 201,345 leaves in summer.", "The oak has about 200,000 leaves in summer.") == []


def test_a_lost_date_is_told() -> None:
    """A month is one."""
    assert told("The pores opened in March for light.", "The pores opened for light.") == [
        ("Date lost", "March", "")
    ]


def test_a_lost_name_is_told_once() -> None:
    """However often the original has it."""
    original = [
        "The botanist Henry Dixon explained the oak.",
        "The leaves pull, as Henry Dixon wrote, on the water.",
    ]
    assert told(original, ["A botanist explained the oak.", "The leaves pull on the water."]) == [
        ("Name lost", "Henry Dixon", "")
    ]


def test_a_name_elsewhere_in_the_text_is_kept() -> None:
    """One that another paragraph has was not lost."""
    original = [
        "The botanist Henry Dixon explained the oak.",
        "The leaves pull, as Henry Dixon wrote, on the water.",
    ]
    assert told(original, ["Dixon, a botanist, explained the oak.", "The leaves pull on the water."]) == []


def test_another_name_is_a_changed_one() -> None:
    """One name in the place of one other."""
    assert told("The botanist lived near Dublin for years.", "The botanist lived near Galway for years.") == [
        ("Name changed", "Dublin", "Galway")
    ]


def test_a_lost_negation_is_told() -> None:
    """What it negated is still there."""
    assert told("Leaves do not open pores at noon.", "Leaves open pores at noon.") == [
        ("Negation lost", "not", "")
    ]


def test_a_negation_in_other_words_is_kept() -> None:
    """One that a verb has in it is there."""
    assert told("Leaves do not open pores at noon.", "Leaves avoid open pores at noon.") == []


def test_an_added_negation_is_told() -> None:
    """It turns what the original says."""
    assert told("Leaves open pores at noon.", "Leaves don’t open pores at noon.") == [
        ("Negation added", "", "n’t")
    ]


def test_a_changed_quotation_is_told() -> None:
    """Words that nobody said stand in quotation marks."""
    (found,) = notices(
        "Dixon said: “The leaves pull the water up.”", "Dixon said: “The leaves suck the water up.”"
    )
    assert (found.title, found.kind) == ("Quotation changed", Kind.QUOTATION)


def test_a_shortened_quotation_is_kept() -> None:
    """Each of its words was said."""
    assert (
        told("Dixon said: “The leaves pull the cold water up.”", "Dixon said: “The leaves pull the water up.”")
        == []
    )


def test_a_lost_quotation_is_told() -> None:
    """It is told as if nobody had said it."""
    (found,) = notices("Dixon said: “The leaves pull the water up.”", "The leaves pull the water up.")
    assert found.title == "Quotation lost"


def test_a_lost_cause_is_told_and_put_back() -> None:
    """The sentence was split, and its link word is gone; "so" links the halves again."""
    text = "The roots contain more sugar than the soil. Water flows inwards through osmosis."
    (notice,) = notices(PARAGRAPHS[0], text)
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


def test_a_link_in_other_words_is_kept() -> None:
    """Cause and result are one relation."""
    assert (
        told(PARAGRAPHS[0], "The roots contain more sugar than the soil. So water flows inwards through osmosis.")
        == []
    )


def test_a_link_to_what_was_dropped_is_not_missed() -> None:
    """With its clause the word may go."""
    assert (
        told(
            "The water reaches every leaf, although engineers used to doubt this.", "The water reaches every leaf."
        )
        == []
    )


def test_a_pronoun_without_its_noun_is_told() -> None:
    """Nobody was spoken of before."""
    original = "The botanist, a shy man, measured the bark at dawn and later described the roots in a book."
    adaptation = "Bark was measured at dawn. He later described the roots in a book."
    (notice,) = notices(original, adaptation)
    assert (notice.title, notice.after) == ("Pronoun without its noun", "He")


def test_a_pronoun_with_its_noun_is_left_alone() -> None:
    """The half before it has the noun."""
    original = "The botanist, a shy man, measured the bark at dawn and later described the roots in a book."
    assert told(original, "The botanist measured the bark at dawn. He later described the roots in a book.") == []


def test_a_lost_key_term_is_told_once() -> None:
    """At its first sentence; a rare word that the whole adaptation lacks."""
    original = [
        "The xylem carries water from the roots.",
        "In the xylem every cell is dead.",
        "Sunlight pulls the water through the xylem.",
    ]
    adaptation = ["Small tubes carry water from the roots.", "In the tubes every cell is dead."]
    assert told(original, adaptation) == [("Key term lost", "xylem", "")]
    assert told(original, [*adaptation, "Sunlight pulls the water through the xylem."]) == []


def test_what_was_dropped_whole_is_no_notice() -> None:
    """A sentence that is gone is told as dropped, not number by number."""
    assert told([PARAGRAPHS[1], PARAGRAPHS[2]], [PARAGRAPHS[1]]) == []


def test_a_notice_is_known_again_until_its_sentences_change() -> None:
    """Its key stays when other sentences change, and is another one when its own do."""
    original = ["Snow fell.", "The oak lifts 400 litres of water a day."]
    (first,) = notices(original, ["Snow fell.", "The oak lifts water every day."])
    (second,) = notices(original, ["Snow fell on us.", "Rain followed.", "The oak lifts water every day."])
    (third,) = notices(original, ["Snow fell.", "The oak lifts much water every day."])
    assert first.key == second.key != third.key


@given(documents)
def test_equal_texts_have_no_notices(text: list[Block]) -> None:
    """Nothing was lost."""
    assert Meaning().notices(Collator().collate(text, text)) == ()


def text_at(text: list[Block], spots: tuple[Spot, ...]) -> str:
    """Give what stands at the spots of a text."""
    return " ".join(text[spot.block].text[spot.start : spot.end] for spot in spots)


@given(documents, documents)
def test_spots_hold_the_words_of_a_notice(original: list[Block], adaptation: list[Block]) -> None:
    """Both places lead to the words it speaks of."""
    for notice in Meaning().notices(Collator().collate(original, adaptation)):
        assert not notice.before or text_at(original, notice.original) == notice.before
        assert not notice.after or text_at(adaptation, notice.adaptation) == notice.after


@given(documents, documents, documents, st.integers(0, 6))
def test_live_equals_cold(original: list[Block], before: list[Block], coming: list[Block], place: int) -> None:
    """After an edit the notices are those of the two texts looked at from nothing."""
    collator, meaning = Collator(), Meaning()
    meaning.notices(collator.collate(original, before))
    edited = [*before[:place], *coming, *before[place + 1 :]]
    live = meaning.notices(collator.collate(original, edited))
    assert live == Meaning().notices(Collator().collate(original, edited))


@given(documents, documents)
def test_keys_differ(original: list[Block], adaptation: list[Block]) -> None:
    """Notices of one sentence are dismissed one by one."""
    found = Meaning().notices(Collator().collate(original, adaptation))
    places = {(notice.key, notice.original, notice.adaptation) for notice in found}
    assert len(places) == len(found)
