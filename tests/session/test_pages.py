"""Tests of a text on pages."""

import pytest
from PySide6.QtGui import QTextDocument

from factbox.document import Block, Face, Role, Span
from factbox.formats import pdf as reader
from factbox.session import pages
from factbox.session.fonts import load_fonts

TEXT = (
    Block("The old mill", Role.HEADING),
    Block("People from every village came to see how the wheel turned.", spans=(Span(12, 25, Face.BOLD),)),
    Block("first, a bag of fine flour", Role.ITEM),
    Block("time", Role.ITEM, 2),
    Block("Carry the corn up.", Role.NUMBERED),
    Block("Pour it slowly.", Role.NUMBERED),
    Block("The mill grinds what it is given.", Role.QUOTATION),
)


@pytest.mark.usefixtures("qapp")
def test_a_pdf_can_be_read_again() -> None:
    """Its words with their spaces, its headings, items and bold letters are found in its pages."""
    load_fonts()
    found = reader.read(pages.pdf(TEXT, "The old mill")).blocks
    assert [block.text for block in found] == [block.text for block in TEXT]
    assert [block.role for block in found[:-1]] == [block.role for block in TEXT[:-1]]
    assert found[1].spans == TEXT[1].spans


@pytest.mark.usefixtures("qapp")
def test_marks_hang_before_their_items() -> None:
    """Bullets and numbers stand in front of the letters, deeper items further in."""
    document = pages.document(TEXT)
    assert isinstance(document, QTextDocument)
    lines = [document.findBlockByNumber(number) for number in range(len(TEXT))]
    assert [line.text() for line in lines[2:6]] == [
        "•\tfirst, a bag of fine flour", "◦\ttime", "1.\tCarry the corn up.", "2.\tPour it slowly."
    ]  # fmt: skip
    assert [line.blockFormat().indent() for line in lines] == [0, 0, 1, 2, 1, 1, 1]


@pytest.mark.usefixtures("qapp")
def test_the_ink_is_black() -> None:
    """Paper knows no dark theme; only links have a colour of their own."""
    document = pages.document(TEXT)
    block = document.firstBlock()
    while block.isValid():
        assert {each.format.foreground().color().name() for each in block.textFormats()} == {"#000000"}
        block = block.next()


@pytest.mark.usefixtures("qapp")
def test_a_long_text_has_more_pages() -> None:
    """What does not fit on a page goes on on the next."""
    assert len(pages.pdf(TEXT * 60)) > 2 * len(pages.pdf(TEXT))


@pytest.mark.usefixtures("qapp")
def test_an_empty_text_is_an_empty_page() -> None:
    """Nothing is a page without letters."""
    assert pages.pdf(()).startswith(b"%PDF")
