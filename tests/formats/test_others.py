"""Tests of the same text in every format, as another program made it."""

from pathlib import Path

import pytest

from factbox import formats
from factbox.document import Block, Face, Role, Span

FILES = Path(__file__).parent / "files"
MONKS = "The harbour was built by monks. They carried every stone from the hill, and it took many winters."
HARBOUR = (
    Block("Stones and water", Role.HEADING),
    Block(
        MONKS,
        spans=(
            Span(MONKS.index("built"), MONKS.index(" by"), Face.ITALIC),
            Span(MONKS.index("every"), MONKS.index(" stone"), Face.BOLD),
            Span(MONKS.index("many"), len(MONKS) - 1, Face.LINK, "https://example.org/winters"),
        ),
    ),
    Block("What is left", Role.HEADING, 2),
    Block("a wall", Role.ITEM),
    Block("two towers, and a gate that nobody opens", Role.ITEM),
    Block("with a rusty lock", Role.ITEM, 2),
    Block("Walk along the wall.", Role.NUMBERED),
    Block("Count the towers.", Role.NUMBERED),
    *map(Block, ["Year", "Boats", "1650", "forty", "1950", "two"]),
    Block("The sea takes what it gives.", Role.QUOTATION),
    Block("Roses grow"),
    Block("where boats lay."),
)


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".md"])
def test_the_harbour_is_the_same_in_every_format(suffix: str) -> None:
    """Headings, items, faces, cells and lines of a verse come out alike, whatever the file is."""
    document = formats.read(FILES / f"harbour{suffix}")
    start = document.blocks.index(HARBOUR[0])
    assert document.blocks[start : start + len(HARBOUR)] == HARBOUR


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".md"])
def test_what_the_harbour_has_besides_is_named(suffix: str) -> None:
    """The picture, the note and the table are told, whatever the file is."""
    told = " ".join(formats.read(FILES / f"harbour{suffix}").losses)
    for words in (
        "1 picture",
        "1 footnote",
        "1 table",
    ):
        assert words in told
