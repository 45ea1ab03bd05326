"""Tests of versions as they are handed out."""

import pytest

from factbox.document import Block, Document, Role
from factbox.formats import FORMATS, Format
from factbox.formats.export import titled

TEXT = (Block("Monks built it."), Block("It is old."))
TITLE = Block("The harbour", Role.HEADING)


def test_a_title_and_a_level_stand_above_the_text() -> None:
    """The title is a heading, the Level a line below it."""
    assert titled("The harbour", TEXT, "about grade 5").blocks == (TITLE, Block("Level: about grade 5"), *TEXT)


def test_a_level_may_be_left_out() -> None:
    """Pupils need not see for whom their version was written."""
    assert titled("The harbour", TEXT) == Document((TITLE, *TEXT))


@pytest.mark.parametrize("role", Role)
def test_a_title_is_not_repeated(role: Role) -> None:
    """A text that begins with its title has it once, and the Level below it."""
    document = titled("The harbour", (Block("The harbour ", role), *TEXT), "about grade 5")
    assert document.blocks == (TITLE, Block("Level: about grade 5"), *TEXT)


@pytest.mark.parametrize("title", ["", "  "])
def test_without_a_title_there_is_no_heading(title: str) -> None:
    """An empty title is none, and nothing at all is still a document."""
    assert titled(title, TEXT).blocks == TEXT
    assert titled(title, ()).blocks == (Block(""),)


@pytest.mark.parametrize("made", [each for each in FORMATS if each.write], ids=lambda made: made.key)
def test_every_format_holds_what_is_handed_out(made: Format) -> None:
    """What is titled can be written in every format, and its words come back."""
    document = titled("The harbour", TEXT, "about grade 5")
    assert made.write is not None
    read = made.read(made.write(document))
    assert [block.text for block in read.blocks if block.text] == [block.text for block in document.blocks]
