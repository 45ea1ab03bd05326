"""Tests of the way from a Document to Qt's and back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from pytestqt.qtbot import QtBot

from factbox.document import Block, Role
from factbox.session import conversion
from strategies import blocks, shaped_blocks


@pytest.fixture
def target(qtbot: QtBot) -> QTextDocument:
    """Give an empty document with a layout."""
    assert qtbot is not None
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    return document


def shown(document: QTextDocument) -> list[Block]:
    """Read all blocks of a document."""
    return [conversion.block(document.findBlockByNumber(number)) for number in range(document.blockCount())]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(blocks.filter(lambda block: "\u2028" not in block.text), min_size=1, max_size=8))
def test_blocks_arrive_as_they_are(qtbot: QtBot, target: QTextDocument, drawn: list[Block]) -> None:
    """What is put into a document is what is in it, whatever was in it before."""
    filling = conversion.Filling(target, drawn)
    with qtbot.waitSignal(filling.finished):
        filling.start()
    assert shown(target) == drawn


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(shaped_blocks().filter(lambda block: "\u2028" not in block.text), min_size=1, max_size=8))
def test_shapes_arrive_as_they_are(qtbot: QtBot, target: QTextDocument, drawn: list[Block]) -> None:
    """Roles, levels, bold and italic letters and links come back as they were put in, and nothing is modified."""
    filling = conversion.Filling(target, drawn)
    with qtbot.waitSignal(filling.finished):
        filling.start()
    assert shown(target) == conversion.blocks(target, 0, len(drawn)) == drawn
    assert not target.isModified()
    assert not target.isUndoAvailable()


def test_a_long_text_comes_in_pieces(qtbot: QtBot, target: QTextDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    """The event loop turns between pieces, and the whole arrives."""
    monkeypatch.setattr(conversion, "PIECE", 50)
    drawn = [Block(f"Paragraph {number}") for number in range(100)]
    filling = conversion.Filling(target, drawn)
    with qtbot.waitSignal(filling.finished):
        filling.start()
        assert 1 < target.blockCount() < 100
    assert shown(target) == drawn


def test_a_filled_document_is_neither_modified_nor_undoable(qtbot: QtBot, target: QTextDocument) -> None:
    """Undo cannot take away the text that was opened."""
    filling = conversion.Filling(target, [Block("One."), Block("")])
    with qtbot.waitSignal(filling.finished):
        filling.start()
    assert not target.isModified()
    assert not target.isUndoAvailable()
    assert target.isUndoRedoEnabled()


ROLES = (Block("How a mill works", Role.HEADING), Block("It grinds."), Block("corn 😀", Role.ITEM), Block(""))


def test_roles_go_into_the_document_and_come_back(qtbot: QtBot, target: QTextDocument) -> None:
    """Headings and items are what they were, and nothing counts as changed by them."""
    filling = conversion.Filling(target, ROLES)
    with qtbot.waitSignal(filling.finished):
        filling.start()
    assert tuple(conversion.blocks(target, 0, 4)) == ROLES
    assert [conversion.block(target.findBlockByNumber(number)) for number in range(4)] == list(ROLES)
    assert not target.isModified()
    assert not target.isUndoAvailable()


def test_a_text_after_one_with_roles_has_none(qtbot: QtBot, target: QTextDocument) -> None:
    """What is put in next begins as body text in plain letters."""
    for given_blocks in (ROLES, (Block("Plain."), Block("Text."))):
        filling = conversion.Filling(target, given_blocks)
        with qtbot.waitSignal(filling.finished):
            filling.start()
    assert conversion.blocks(target, 0, 2) == [Block("Plain."), Block("Text.")]
    assert QTextCursor(target).charFormat().fontWeight() != QFont.Weight.DemiBold
