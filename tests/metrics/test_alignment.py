"""Tests of the alignment of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.alignment import Aligner, Ties
from factbox.metrics.chains import Tie
from factbox.metrics.gist import Gist, Gists

SENTENCES = (
    "Lemurs live on the island of Madagascar.",
    "They sleep in tall trees during the cold nights.",
    "A young zoologist, Amina Diallo, has counted them for nine years.",
    "She walks through the forest before sunrise with a notebook.",
    "Farmers burn the woods because they need fields for rice.",
    "The government promised to protect the rarest animals.",
    "Tourists pay a guide to hear the indri sing.",
    "Its song carries for two kilometres over the valleys.",
    "Nobody knows how many are left.",
    "Yes.",
)
GISTS = Gists()
texts = st.lists(st.sampled_from(SENTENCES), max_size=14) | st.lists(
    st.lists(st.sampled_from("lemur forest indri sing rice field she the walk Amina".split()), max_size=6).map(
        " ".join
    ),
    max_size=8,
)


def gists(*sentences: str) -> list[Gist]:
    """Give the gists of sentences."""
    return [GISTS[each] for each in sentences]


def ties(original: list[Gist], adaptation: list[Gist]) -> Ties:
    """Align two texts from nothing."""
    return Aligner(original).align(adaptation)


def test_a_changed_sentence_is_tied_to_its_original() -> None:
    """Other words around the same names and things are no other sentence."""
    found = ties(
        gists(*SENTENCES[:4]),
        gists(SENTENCES[0], "At night they sleep in trees.", "Amina Diallo has counted them for nine years."),
    )
    assert found.chain == (Tie(0, 0), Tie(1, 1), Tie(2, 2))


def test_a_split_sentence_is_tied_to_both_halves() -> None:
    """One sentence becomes two."""
    found = ties(
        gists(*SENTENCES[4:8]),
        gists("Farmers need fields for rice.", "So they burn the woods.", *SENTENCES[5:8]),
    )
    assert found.chain[0] == Tie(0, 0, 1, 2)
    assert len(found.chain) == 4


def test_merged_sentences_are_tied_to_one() -> None:
    """Two sentences become one."""
    found = ties(
        gists(*SENTENCES[4:8]),
        gists(
            SENTENCES[4], SENTENCES[5], "Tourists pay to hear the indri sing a song that carries two kilometres."
        ),
    )
    assert found.chain[-1] == Tie(2, 2, 2, 1)


def test_a_dropped_and_an_added_sentence_are_in_no_tie() -> None:
    """What has no counterpart stays alone."""
    found = ties(gists(*SENTENCES[:3]), gists(SENTENCES[0], SENTENCES[2], "Bananas grow in Ecuador."))
    assert found == Ties((Tie(0, 0), Tie(2, 1)), ())


def test_a_sentence_out_of_order_is_moved() -> None:
    """The chain goes on around it."""
    order = (6, 0, 1, 2, 3, 4, 5)
    found = ties(gists(*SENTENCES[:7]), gists(*(SENTENCES[each] for each in order)))
    assert found.moved == (Tie(6, 0),)
    assert len(found.chain) == 6


def test_little_in_common_is_enough_between_two_ties() -> None:
    """Where both neighbours are tied, what is left over between them belongs together."""
    found = ties(
        gists(
            SENTENCES[0], "Campaigners say that habitats vanish as loggers sell ebony in the market.", SENTENCES[2]
        ),
        gists(SENTENCES[0], "Some people say the woods get smaller, for men sell ebony there.", SENTENCES[2]),
    )
    assert found.chain == (Tie(0, 0), Tie(1, 1), Tie(2, 2))


@given(texts)
def test_a_text_with_itself_keeps_all(text: list[str]) -> None:
    """Every sentence is tied to itself, and nothing is moved."""
    side = gists(*text)
    wordless = [number for number, gist in enumerate(side) if not gist.words]
    assert ties(side, side).moved == ()
    found = ties(side, side).chain
    assert [each for each in found if each.original not in wordless] == [
        Tie(number, number) for number in range(len(side)) if number not in wordless
    ]


@given(texts, texts)
def test_a_sentence_is_in_one_tie_at_the_most(one: list[str], other: list[str]) -> None:
    """No sentence of either text is tied twice, and the chain goes forward."""
    found = ties(gists(*one), gists(*other))
    for first, many in (("original", "originals"), ("adaptation", "adaptations")):
        numbers = [
            number
            for tie in (*found.chain, *found.moved)
            for number in range(getattr(tie, first), getattr(tie, first) + getattr(tie, many))
        ]
        assert len(numbers) == len(set(numbers))
    assert list(found.chain) == sorted(found.chain)
    assert [tie.adaptation for tie in found.chain] == sorted(tie.adaptation for tie in found.chain)


@given(texts, texts, texts)
def test_what_was_aligned_before_changes_nothing(original: list[str], one: list[str], other: list[str]) -> None:
    """Aligned after an edit, a text has the ties that it has when it is aligned from nothing."""
    aligner = Aligner(gists(*original))
    aligner.align(gists(*one))
    edited = [*one[: len(one) // 2], *other, *one[len(one) // 2 :]]
    assert aligner.align(gists(*edited)) == ties(gists(*original), gists(*edited))


@pytest.mark.parametrize("drop", [7, 61, 118])
def test_long_texts_are_cut_where_sentences_are_sure(drop: int) -> None:
    """Far from any identical sentence, each is still tied to its own."""
    names = [
        f"{first}{last}"
        for first in "Bel Cor Dun Fal Gor Hal Kem Lor Mun Nar".split()
        for last in "ano ebo idu oka ura any eri ilo osta uma egi ando".split()
    ]
    original = [
        f"Photographers lately discovered {name} near the {name.lower()[::-1]} monastery." for name in names
    ]
    adaptation = [f"Somebody saw {name} at {name.lower()[::-1]}." for name in names]
    del adaptation[drop]
    found = ties(gists(*original), gists(*adaptation))
    assert [tie.original for tie in found.chain] == [number for number in range(len(names)) if number != drop]
