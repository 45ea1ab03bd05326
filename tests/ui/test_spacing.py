"""The room between paragraphs."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from factbox.document import Block, Role
from factbox.session import shapes
from factbox.ui.spacing import Spacing, gap_below

TEXT = (
    Block("Title", Role.HEADING),
    Block("text"),
    Block("item", Role.ITEM),
    Block("item", Role.ITEM),
    Block("Part", Role.HEADING, 2),
    Block("text"),
    Block(""),
    Block("text"),
)


@pytest.fixture
def document(qapp: object) -> QTextDocument:
    """Give a text with headings and a list."""
    assert qapp is not None
    made = QTextDocument("\n".join(block.text for block in TEXT))
    spacing = Spacing(made)
    made.setDocumentLayout(spacing)
    spacing.set_line(20)
    made.setProperty("spacing", spacing)  # kept as long as the document
    return made


def test_headings_stand_apart_and_items_together(document: QTextDocument) -> None:
    """Above a heading is most room, between items least, and none beside an empty line."""
    shapes.shape(document, enumerate(TEXT))
    gaps = [gap_below(document.findBlockByNumber(number)) for number in range(len(TEXT))]
    assert gaps[3] > gaps[0] == gaps[1] == gaps[4] > gaps[2] > 0
    assert gaps[5:] == [0.0, 0.0, 0.0]


def test_a_text_without_shapes_is_laid_out_as_ever(document: QTextDocument) -> None:
    """Where paragraphs are lines, none stands apart."""
    layout = document.documentLayout()
    plain = layout.blockBoundingRect(document.firstBlock()).height()
    shapes.shape(document, enumerate(TEXT))
    shapes.give_role(QTextCursor(document), Role.BODY)
    assert layout.blockBoundingRect(document.firstBlock()).height() == plain + 9
