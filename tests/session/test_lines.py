"""Tests of what happens to whole paragraphs at a stroke."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from factbox.document import Block, Role
from factbox.session import lines
from factbox.session.capitals import Case
from factbox.session.conversion import blocks
from factbox.session.shapes import give_role
from factbox.session.watcher import TextWatcher

HEAD, ITEM = Block("head", Role.HEADING), Block("item", Role.ITEM)
pytestmark = pytest.mark.usefixtures("qapp")
ONE, TWO, EMPTY = Block("one"), Block("two"), Block("")
KEEP = QTextCursor.MoveMode.KeepAnchor


def edit(*written: Block) -> QPlainTextEdit:
    """Give an editor with some paragraphs."""
    pane = QPlainTextEdit("\n".join(each.text for each in written))
    for number, each in enumerate(written):
        if each.role is not Role.BODY:
            give_role(QTextCursor(pane.document().findBlockByNumber(number)), each.role)
    pane.document().setUndoRedoEnabled(False)
    pane.document().setUndoRedoEnabled(True)
    return pane


def select(pane: QPlainTextEdit, anchor: int, place: int | None = None) -> QTextCursor:
    """Select from a place to another."""
    cursor = pane.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(anchor if place is None else place, KEEP)
    return cursor


def content(pane: QPlainTextEdit) -> list[Block]:
    """Give the paragraphs with their roles."""
    return blocks(pane.document(), 0, pane.document().blockCount())


def bold(pane: QPlainTextEdit) -> list[str]:
    """Give the words in bold letters."""
    found: list[str] = []
    block = pane.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        found.extend(
            units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
            for each in block.textFormats()
            if each.format.fontWeight() == QFont.Weight.Bold
        )
        block = block.next()
    return found


def embolden(pane: QPlainTextEdit, start: int, end: int) -> None:
    """Write a part in bold letters."""
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.Bold)
    select(pane, start, end).mergeCharFormat(letters)


@pytest.mark.parametrize(
    ("before", "place", "way", "after"),
    [
        ([HEAD, ONE, ITEM], 1, "down", [ONE, HEAD, ITEM]),
        ([HEAD, ONE, ITEM], 6, "down", [HEAD, ITEM, ONE]),
        ([HEAD, ONE, ITEM], 6, "up", [ONE, HEAD, ITEM]),
        ([HEAD, ONE, ITEM], 10, "up", [HEAD, ITEM, ONE]),
        ([HEAD, EMPTY, ITEM], 5, "down", [HEAD, ITEM, EMPTY]),
        ([HEAD, EMPTY, ITEM], 5, "up", [EMPTY, HEAD, ITEM]),
        ([EMPTY, HEAD], 1, "up", [HEAD, EMPTY]),
        ([HEAD, EMPTY], 1, "down", [EMPTY, HEAD]),
    ],
)
def test_a_paragraph_moves_with_its_role(before: list[Block], place: int, way: str, after: list[Block]) -> None:
    """It changes places with its neighbour, both as they are, and one undo brings them back."""
    pane = edit(*before)
    assert lines.move(select(pane, place), down=way == "down")
    assert content(pane) == after
    pane.undo()
    assert content(pane) == before
    assert not pane.document().isUndoAvailable()


def test_several_paragraphs_move_together_and_stay_selected() -> None:
    """What is selected goes along, and the caret stays at its end of it."""
    pane = edit(HEAD, ONE, ITEM, TWO)
    cursor = select(pane, 11, 6)
    assert lines.move(cursor, down=True)
    assert content(pane) == [HEAD, TWO, ONE, ITEM]
    assert (cursor.anchor(), cursor.position()) == (15, 10)
    assert lines.move(cursor, down=False)
    assert lines.move(cursor, down=False)
    assert content(pane) == [ONE, ITEM, HEAD, TWO]
    assert cursor.selectedText() == "ne\u2029it"


def test_nothing_moves_past_the_ends() -> None:
    """The first paragraph does not move up, nor the last down."""
    pane = edit(ONE, TWO)
    assert not lines.move(select(pane, 0), down=False)
    assert not lines.move(select(pane, 5), down=True)
    assert not pane.document().isUndoAvailable()


def test_letters_keep_their_formats() -> None:
    """Bold words stay bold wherever they are moved or copied to."""
    pane = edit(Block("a bold word"), ONE)
    embolden(pane, 2, 6)
    lines.move(select(pane, 12), down=False)
    lines.move(select(pane, 0), down=True)
    assert bold(pane) == ["bold"]
    lines.double(select(pane, 0))
    assert bold(pane) == ["bold", "bold"]


def test_paragraphs_are_doubled_with_their_roles() -> None:
    """The copy stands behind, and the caret goes into it."""
    pane = edit(HEAD, EMPTY, ITEM, TWO)
    cursor = select(pane, 1, 8)
    lines.double(cursor)
    assert content(pane) == [HEAD, EMPTY, ITEM, HEAD, EMPTY, ITEM, TWO]
    assert (cursor.anchor(), cursor.position()) == (12, 19)
    pane.undo()
    assert content(pane) == [HEAD, EMPTY, ITEM, TWO]


@pytest.mark.parametrize(
    ("place", "end", "after", "caret"),
    [
        (1, 1, [ONE, EMPTY, ITEM], 1),
        (7, 10, [HEAD, ITEM], 5),
        (13, 13, [HEAD, ONE, EMPTY], 9),
        (0, 13, [Block("", Role.HEADING)], 0),
        (1, 5, [ONE, EMPTY, ITEM], 0),
    ],
)
def test_paragraphs_are_deleted_whole(place: int, end: int, after: list[Block], caret: int) -> None:
    """The others keep their roles, and the caret stands in the next one."""
    pane = edit(HEAD, ONE, EMPTY, ITEM)
    cursor = select(pane, place, end)
    lines.delete(cursor)
    assert content(pane) == after
    assert cursor.position() == caret
    pane.undo()
    assert content(pane) == [HEAD, ONE, EMPTY, ITEM]


def test_paragraphs_are_joined_with_one_space() -> None:
    """White space at their ends gives way to one space; the role is that of the first."""
    pane = edit(EMPTY, Block("the 😀 head  ", Role.HEADING), EMPTY, Block("  item", Role.ITEM), TWO)
    assert lines.join(select(pane, 0, 20))
    assert content(pane) == [Block("the 😀 head item", Role.HEADING), TWO]
    pane.undo()
    assert len(content(pane)) == 5


def test_one_paragraph_is_joined_to_the_next() -> None:
    """Without a selection the next one comes; behind the last there is none."""
    pane = edit(ONE, HEAD)
    assert not lines.join(select(pane, 5))
    assert lines.join(select(pane, 1))
    assert content(pane) == [Block("one head")]


def test_capitals_keep_formats_and_selection() -> None:
    """Letters change format by format, in all paragraphs of the selection, as one step."""
    pane = edit(Block("a 😀 straße here"), HEAD)
    embolden(pane, 5, 11)
    cursor = select(pane, 18, 2)
    lines.recase(cursor, Case.UPPER)
    assert content(pane) == [Block("a 😀 STRASSE HERE"), Block("Head", Role.HEADING)]
    assert bold(pane) == ["STRASSE"]
    assert cursor.selectedText() == "😀 STRASSE HERE\u2029H"
    assert cursor.position() < cursor.anchor()
    pane.undo()
    assert content(pane)[0] == Block("a 😀 straße here")


def test_letters_that_are_right_are_left_alone() -> None:
    """No step is made of what changes nothing."""
    pane = edit(Block("AB 12"))
    lines.recase(select(pane, 0, 5), Case.UPPER)
    assert not pane.document().isUndoAvailable()


ACTS: list[Callable[[QTextCursor], object]] = [
    lambda cursor: lines.move(cursor, down=True),
    lambda cursor: lines.move(cursor, down=False),
    lines.double,
    lines.delete,
    lines.join,
    lambda cursor: lines.recase(cursor, Case.UPPER),
    lambda cursor: lines.recase(cursor, Case.TITLE),
]
WRITTEN = some.lists(
    some.builds(Block, some.sampled_from(["", "one", "the 😀 two", "  ß  "]), some.sampled_from(Role)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(
    WRITTEN,
    some.lists(
        some.tuples(some.integers(0, 60), some.integers(0, 60), some.sampled_from(range(len(ACTS)))), max_size=6
    ),
)
def test_every_step_can_be_undone_and_is_told(written: list[Block], acts: list[tuple[int, int, int]]) -> None:
    """Whatever is done, the watcher has the text as it is, and undoing all of it brings all of it back."""
    pane = edit(*written)
    watcher = TextWatcher(pane.document())
    watcher.tell_all()
    before = content(pane)
    for anchor, place, number in acts:
        most = pane.document().characterCount() - 1
        ACTS[number](select(pane, anchor % (most + 1), place % (most + 1)))
        assert list(watcher.blocks) == content(pane)
    while pane.document().isUndoAvailable():
        pane.undo()
    assert content(pane) == before
