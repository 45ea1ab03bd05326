"""Tests of two texts side by side."""

from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Role
from factbox.metrics.collation import Collation, Collator, Fate
from strategies import blocks

PARAGRAPHS = (
    "Lemurs live on the island of Madagascar. They sleep in tall trees during the cold nights.",
    "Farmers burn the woods because they need fields for rice. The government promised to protect the animals.",
    "Tourists pay a guide to hear the indri sing. Its song carries for two kilometres over the valleys.",
    "A young zoologist, Amina Diallo, counts them. She walks through the forest before sunrise.",
)
documents = st.lists(st.sampled_from(PARAGRAPHS).map(Block) | blocks, max_size=8)


def collate(original: list[str], adaptation: list[str]) -> Collation:
    """Put two texts side by side from nothing."""
    return Collator().collate([Block(each) for each in original], [Block(each) for each in adaptation])


def fates(collation: Collation) -> list[str]:
    """Give the fate of every group."""
    return [group.fate.value for group in collation.groups]


def values(collation: Collation) -> list[tuple[Fate, list[object], list[object]]]:
    """Give groups as values that compare: a gist is one object for each memory."""
    return [
        (group.fate, [line[:2] for line in group.original], [line[:2] for line in group.adaptation])
        for group in collation.groups
    ]


def test_every_fate_is_told() -> None:
    """Kept, changed, split, dropped and added sentences each are what they are."""
    found = collate(
        [*PARAGRAPHS[:3]],
        [
            "Lemurs live on the island of Madagascar. At night they sleep in the trees.",
            "Farmers need fields for rice. Because of this they burn the woods.",
            "Tourists pay a guide to hear the indri sing. Bananas grow in Ecuador.",
        ],
    )
    assert fates(found) == ["kept", "changed", "split", "dropped", "kept", "dropped", "added"]


def test_swapped_paragraphs_are_moved() -> None:
    """A paragraph in another place has moved with all its sentences."""
    found = collate([*PARAGRAPHS], [PARAGRAPHS[3], *PARAGRAPHS[:3]])
    assert fates(found) == ["kept"] * 6 + ["moved"] * 2
    assert found.share(Fate.KEPT) == 1


def test_merged_sentences_are_one_group() -> None:
    """Two sentences that became one stand against it together."""
    found = collate(
        [PARAGRAPHS[2]], ["Tourists pay to hear the indri sing its song for two kilometres over the valleys."]
    )
    assert fates(found) == ["merged"]


def test_a_spot_is_the_sentence_in_its_block() -> None:
    """Blocks count from the start of the text, characters from the start of the block, without spaces around."""
    found = collate(["", f"  {PARAGRAPHS[0]}"], [PARAGRAPHS[0]])
    line = found.original[1]
    assert (line.spot.block, line.text) == (1, "They sleep in tall trees during the cold nights.")
    assert f"  {PARAGRAPHS[0]}"[line.spot.start : line.spot.end] == line.text


def test_the_marker_of_an_item_is_no_sentence() -> None:
    """A list keeps its sentences when its numbers change."""
    found = Collator().collate(
        [Block("1. Lemurs live here.", Role.ITEM)], [Block("2. Lemurs live here.", Role.ITEM)]
    )
    assert fates(found) == ["kept"]


def test_shares_are_of_the_original() -> None:
    """Two of four sentences dropped are half, whatever was added."""
    found = collate([*PARAGRAPHS[:2]], [PARAGRAPHS[0], "Bananas grow in Ecuador.", "Snow falls in Oslo."])
    assert (found.share(Fate.KEPT), found.share(Fate.DROPPED), found.share(Fate.CHANGED)) == (0.5, 0.5, 0)
    assert collate([], ["Snow falls."]).share(Fate.KEPT) == 0


@given(documents, documents)
def test_every_sentence_is_in_one_group(original: list[Block], adaptation: list[Block]) -> None:
    """The groups hold all sentences of both texts, each once."""
    found = Collator().collate(original, adaptation)
    ours = [line for group in found.groups for line in group.original]
    theirs = [line for group in found.groups for line in group.adaptation]
    assert ours == list(found.original)
    assert sorted(line.spot.block * 10_000 + line.spot.start for line in theirs) == [
        line.spot.block * 10_000 + line.spot.start for line in found.adaptation
    ]


@given(documents)
def test_a_text_beside_itself_is_kept(text: list[Block]) -> None:
    """Nothing has changed, moved or gone."""
    assert set(fates(Collator().collate(text, text))) <= {"kept"}


@given(documents, documents, documents, st.integers(0, 8))
def test_live_equals_cold(original: list[Block], before: list[Block], coming: list[Block], place: int) -> None:
    """After an edit the collation is that of the two texts put side by side from nothing."""
    collator = Collator()
    collator.collate(original, before)
    edited = [*before[:place], *coming, *before[place + 1 :]]
    assert values(collator.collate(original, edited)) == values(Collator().collate(original, edited))
    turned = [*original[place:], *original[:place]]
    assert values(collator.collate(turned, edited)) == values(Collator().collate(turned, edited))
