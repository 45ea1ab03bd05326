"""Tests of the same text in every format, as another program made it."""

from dataclasses import replace
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


SAILORS = "Two old sailors sat on the quay and waited for the first boat. They had a letter from the island."
QUAY = (
    Block("The quay at dawn", Role.HEADING),
    Block(
        SAILORS,
        spans=(
            Span(SAILORS.index("old"), SAILORS.index(" sat"), Face.BOLD),
            Span(SAILORS.index("the first"), SAILORS.index(". They"), Face.ITALIC),
            Span(SAILORS.index("the island"), len(SAILORS) - 1, Face.LINK, "https://example.org/letter"),
        ),
    ),
    Block("What they carried", Role.HEADING, 2),
    Block("a lamp", Role.ITEM),
    Block("with oil", Role.ITEM, 2),
    Block("three ropes", Role.ITEM),
    Block("Light the lamp.", Role.NUMBERED),
    Block("Tie the ropes.", Role.NUMBERED),
    Block("Wait for the wind, and the wind will come.", Role.QUOTATION),
    Block("morning"),
    Block("calm"),
    Block("The boat came at noon."),
)


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".rtf", ".html"])
def test_the_quay_is_as_libreoffice_wrote_it(suffix: str) -> None:
    """Headings, lists in each other, quotations and faces are the same in whatever LibreOffice makes of a text."""
    document = formats.read(FILES / f"quay{suffix}")
    assert document.blocks == QUAY
    assert document.losses[0] == "The text of 1 table is here as plain paragraphs."


def test_the_quay_can_be_read_in_a_pdf() -> None:
    """Headings, items and paragraphs are found again by how large and where they stand."""
    blocks = formats.read(FILES / "quay.pdf").blocks
    assert [(block.text, block.role) for block in blocks[:8]] == [(block.text, block.role) for block in QUAY[:8]]
    assert blocks[1].spans == QUAY[1].spans[:2]


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".html", ".md"])
@pytest.mark.parametrize("name", ["quay.odt", "harbour.docx"])
def test_what_others_wrote_survives_our_writing(name: str, suffix: str, tmp_path: Path) -> None:
    """A document that is read, written in another format and read again is the same."""
    document = formats.read(FILES / name)
    formats.write(replace(document, losses=()), tmp_path / f"copy{suffix}")
    copy = formats.read(tmp_path / f"copy{suffix}")
    assert [block for block in copy.blocks if block.text] == [block for block in document.blocks if block.text]
    assert not copy.losses
