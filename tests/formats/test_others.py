"""Tests of the same text in every format, as another program made it."""

from pathlib import Path

import pytest

from factbox import formats
from factbox.document import Block, Role

FILES = Path(__file__).parent / "files"
HARBOUR = (
    Block("Stones and water", Role.HEADING),
    Block("The harbour was built by monks. They carried every stone from the hill, and it took many winters."),
    Block("What is left", Role.HEADING),
    Block("a wall", Role.ITEM),
    Block("two towers, and a gate that nobody opens", Role.ITEM),
    Block("with a rusty lock", Role.ITEM),
    Block("Walk along the wall.", Role.ITEM),
    Block("Count the towers.", Role.ITEM),
    *map(Block, ["Year", "Boats", "1650", "forty", "1950", "two"]),
    Block("The sea takes what it gives."),
    Block("Roses grow"),
    Block("where boats lay."),
)


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".md"])
def test_the_harbour_is_the_same_in_every_format(suffix: str) -> None:
    """Headings, items, cells and lines of a verse come out alike, whatever the file is."""
    document = formats.read(FILES / f"harbour{suffix}")
    start = document.blocks.index(HARBOUR[0])
    assert document.blocks[start : start + len(HARBOUR)] == HARBOUR


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".md"])
def test_what_the_harbour_has_besides_is_named(suffix: str) -> None:
    """The picture, the note, the table, the link and the numbers are told, whatever the file is."""
    told = " ".join(formats.read(FILES / f"harbour{suffix}").losses)
    for words in (
        "1 picture",
        "1 footnote",
        "1 table",
        "1 link",
        "Bold and italic",
        "2 items have lost",
        "levels",
    ):
        assert words in told
