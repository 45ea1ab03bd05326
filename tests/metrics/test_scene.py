"""Tests of what stands around sentences that belong together."""

from factbox.document import Block
from factbox.metrics.collation import Collation, Collator
from factbox.metrics.guidance import Spot
from factbox.metrics.scene import Scene, Side, Stretch, scenes, spots

ORIGINAL = ("Lemurs sleep in tall trees. Leopards hunt them.", "Farmers burn the woods for rice. The indri sings.")
ADAPTATION = ("Lemurs sleep in tall trees.", "Leopards hunt them. Farmers burn the woods.", "The indri sings.")


def collate() -> Collation:
    """Put the two texts side by side."""
    return Collator().collate([Block(each) for each in ORIGINAL], [Block(each) for each in ADAPTATION])


def scene_of(word: str) -> Scene:
    """Give the scene whose original has a word."""
    return next(scene for _group, scene in scenes(collate()) if word in scene.ours.text)


def test_a_scene_has_its_paragraphs_and_neighbours() -> None:
    """Those of either text, and the sentences before and behind."""
    scene = scene_of("Farmers")
    assert list(scene.nearby) == [
        "Leopards hunt them.",
        "Leopards hunt them.",
        "Farmers burn the woods.",
        "The indri sings.",
        "Farmers burn the woods.",
    ]
    assert "The indri sings." in scene.known


def test_a_scene_knows_what_it_follows() -> None:
    """Whether the sentence before stands for the one before, and whether a paragraph begins."""
    assert (scene_of("Farmers").follows, scene_of("Farmers").opens) == (True, False)
    assert (scene_of("Leopards").follows, scene_of("Leopards").opens) == (True, True)
    assert (scene_of("Lemurs").follows, scene_of("Lemurs").opens) == (False, True)


def test_the_same_words_make_the_same_scene() -> None:
    """Wherever they stand in the text."""
    moved = Collator().collate(
        [Block("")] + [Block(each) for each in ORIGINAL], [Block("")] + [Block(each) for each in ADAPTATION]
    )
    assert [scene for _group, scene in scenes(collate())] == [scene for _group, scene in scenes(moved)]


def test_a_stretch_over_two_sentences_has_two_spots() -> None:
    """Each within its own paragraph."""
    lines = collate().adaptation[:2]
    side = Side(tuple(line.text for line in lines))
    start = side.text.index("trees")
    assert spots(lines, side, Stretch(start, side.text.index(" hunt"))) == (Spot(0, start, 27), Spot(1, 0, 8))
