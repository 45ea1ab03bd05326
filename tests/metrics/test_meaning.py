"""Tests of the notices on meaning."""

from hypothesis import given
from hypothesis import strategies as st

from adaptations import notices, told
from factbox.document import Block
from factbox.metrics.collation import Collator
from factbox.metrics.guidance import Spot
from factbox.metrics.meaning import Meaning
from strategies import blocks

PARAGRAPHS = (
    "Because the roots contain more sugar than the soil, water flows inwards through osmosis.",
    "The oak lifts four hundred litres. It has no pump, but the water reaches every leaf.",
    "In 1894 Henry Dixon of Dublin explained how. He said: “The leaves pull the water up the trunk.”",
    "If the soil is dry, the leaves close their pores. They never open them at noon.",
    "Pores are small. About ninety-five per cent of the water escapes through the pores in March.",
)
documents = st.lists(st.sampled_from(PARAGRAPHS).map(Block) | blocks, max_size=6)


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


def test_what_a_text_gives_a_name_for_is_a_key_term() -> None:
    """It means to use the word, though it stands there once."""
    original = "Water flows inwards through the roots, a process that botanists call osmosis."
    assert told(original, "Water flows in through the roots of the oak.") == [("Key term lost", "osmosis", "")]
