"""What hangs in the margin beside paragraphs."""

import pytest
from PySide6.QtGui import QTextDocument

from factbox.document import Block, Role
from factbox.session import shapes
from factbox.ui.hanging import mark_of

LIST = (
    (Block("a", Role.NUMBERED), "1."),
    (Block("b", Role.NUMBERED, 2), "a."),
    (Block("c", Role.NUMBERED, 2), "b."),
    (Block("d", Role.ITEM, 3), "–"),
    (Block("e", Role.NUMBERED), "2."),
    (Block("f", Role.NUMBERED, 2), "a."),
    (Block("g", Role.ITEM), "•"),
    (Block("h", Role.NUMBERED), "1."),
    (Block("", Role.BODY), None),
    (Block("i", Role.NUMBERED), "1."),
)


@pytest.mark.usefixtures("qapp")
def test_items_have_bullets_by_their_level_and_numbers_that_go_on() -> None:
    """A number goes on behind what lies deeper, and begins again behind a bullet or other text."""
    document = QTextDocument("\n".join(block.text for block, _mark in LIST))
    shapes.shape(document, enumerate(block for block, _mark in LIST))
    found = [
        mark_of(document.findBlockByNumber(number)) if mark else None for number, (_block, mark) in enumerate(LIST)
    ]
    assert found == [mark for _block, mark in LIST]
