"""Tests of the TextWatcher."""

import random

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox.document import Block, Face, Role, Splice
from factbox.session import conversion, shapes
from factbox.session.watcher import TextWatcher


class Follower:
    """Follows splices and nothing else."""

    def __init__(self, watcher: TextWatcher) -> None:
        self.blocks: list[Block] = []
        self.splices: list[Splice] = []
        watcher.edited.connect(self.follow)

    def follow(self, splice: Splice) -> None:
        """Do to the blocks what the splice says."""
        self.blocks[splice.first : splice.first + splice.removed] = splice.blocks
        self.splices.append(splice)


@pytest.fixture
def watcher(editor: QPlainTextEdit) -> TextWatcher:
    """Give a watcher of the editor's document."""
    return TextWatcher(editor.document())


@pytest.fixture
def follower(watcher: TextWatcher) -> Follower:
    """Give a follower that knows the document as it is."""
    found = Follower(watcher)
    watcher.tell_all()
    return found


def shown(editor: QPlainTextEdit) -> list[Block]:
    """Read the blocks that the editor shows."""
    document = editor.document()
    return [conversion.block(document.findBlockByNumber(number)) for number in range(document.blockCount())]


def test_a_key_stroke_tells_of_its_block_alone(editor: QPlainTextEdit, follower: Follower) -> None:
    """Typing in one paragraph sends that paragraph and no other."""
    editor.setPlainText("One\nTwo\nThree")
    cursor = QTextCursor(editor.document().findBlockByNumber(1))
    cursor.insertText("x")
    assert follower.splices[-1] == Splice(1, 1, (Block("xTwo"),), len(follower.splices))


def test_a_new_line_splits_a_block(editor: QPlainTextEdit, follower: Follower) -> None:
    """Return in the middle of a paragraph makes two of it."""
    editor.setPlainText("OneTwo")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.insertBlock()
    assert follower.blocks == [Block("One"), Block("Two")]


@pytest.mark.usefixtures("follower")
def test_what_changes_nothing_is_not_told(editor: QPlainTextEdit, watcher: TextWatcher) -> None:
    """Putting the same text again is no edit, nor is a change of format that is no face."""
    editor.setPlainText("Same")
    before = watcher.revision
    cursor = editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    form = cursor.charFormat()
    form.setFontOverline(True)
    cursor.mergeCharFormat(form)
    cursor.insertText("Same")
    assert watcher.revision == before


def test_revisions_count_up_by_one(editor: QPlainTextEdit, follower: Follower) -> None:
    """Every splice has the number after the last one's."""
    for letter in "abc":
        editor.insertPlainText(letter)
    numbers = [splice.revision for splice in follower.splices]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_watcher_has_what_it_told(editor: QPlainTextEdit, watcher: TextWatcher, follower: Follower) -> None:
    """The blocks that a save takes are those that were told."""
    editor.setPlainText("One\n\nTwo 😀")
    assert watcher.blocks == tuple(follower.blocks) == (Block("One"), Block(""), Block("Two 😀"))


WORDS = ["a", "word. ", "\n", "two\nlines", "😀", "\n\n\n", "é", "x" * 50, "\u2028", "last\n"]


def random_edit(editor: QPlainTextEdit, dice: random.Random) -> None:
    """Do one thing that people do to a text."""
    cursor = editor.textCursor()
    length = editor.document().characterCount()
    cursor.setPosition(dice.randrange(length))
    match dice.randrange(13):
        case 0 | 1 | 2:
            cursor.insertText(dice.choice(WORDS))
        case 3:
            cursor.insertBlock()
        case 4:
            cursor.deletePreviousChar()
        case 5:
            cursor.setPosition(dice.randrange(length), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        case 6:
            cursor.setPosition(dice.randrange(length), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(dice.choice(WORDS) * dice.randrange(1, 4))
        case 7 | 8:
            editor.undo()
        case 9:
            editor.redo()
        case 10:
            shapes.give_role(cursor, dice.choice(tuple(Role)), dice.randrange(1, 4))
        case _:
            cursor.setPosition(dice.randrange(length), QTextCursor.MoveMode.KeepAnchor)
            shapes.give_face(cursor, dice.choice(tuple(Face)), "https://a.example", on=dice.random() < 0.7)


@pytest.mark.parametrize("seed", range(20))
def test_following_the_splices_rebuilds_the_document(
    editor: QPlainTextEdit, follower: Follower, seed: int
) -> None:
    """Whatever is done to the text, typing, cutting, pasting, undoing, the splices alone give the document."""
    dice = random.Random(seed)  # noqa: S311  # a test, repeatable by its seed
    for _ in range(60):
        random_edit(editor, dice)
        assert follower.blocks == shown(editor)


@pytest.mark.parametrize("told", [0, 1, 2, 3])
def test_what_qt_does_not_tell_is_found(editor: QPlainTextEdit, follower: Follower, told: int) -> None:
    """Where Qt tells of one block and has changed its neighbours too, all of them are found."""
    editor.setPlainText("One\nTwo\nThree\nFour\nFive")
    document = editor.document()
    document.blockSignals(True)
    for number in range(4):
        QTextCursor(document.findBlockByNumber(number)).insertText("x")
    document.blockSignals(False)
    document.contentsChange.emit(document.findBlockByNumber(told).position(), 0, 1)
    assert follower.blocks == shown(editor)


def test_moving_text_is_followed(editor: QPlainTextEdit, follower: Follower) -> None:
    """A drag within the text, one edit block with a removal and an insertion elsewhere, is followed."""
    editor.setPlainText("One\nTwo\nThree\nFour")
    cursor = editor.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(4)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("\nTwo")
    cursor.endEditBlock()
    assert follower.blocks == [Block("One"), Block("Three"), Block("Four"), Block("Two")]
    editor.undo()
    assert follower.blocks == [Block("One"), Block("Two"), Block("Three"), Block("Four")]


def test_replacing_all_is_followed(editor: QPlainTextEdit, follower: Follower) -> None:
    """Many replacements in one edit block arrive as the document they make, and so does their undo."""
    editor.setPlainText("a cat\nno\na cat\nno\na cat")
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    while not (found := editor.document().find("cat", cursor)).isNull():
        found.insertText("dog\nand pup")
        cursor.setPosition(found.position())
    cursor.endEditBlock()
    assert follower.blocks == shown(editor)
    assert sum("dog" in block.text for block in follower.blocks) == 3
    editor.undo()
    assert follower.blocks == [Block(text) for text in ("a cat", "no", "a cat", "no", "a cat")]


@pytest.mark.parametrize("seed", range(30))
def test_a_large_change_is_told_piece_by_piece(
    editor: QPlainTextEdit, watcher: TextWatcher, follower: Follower, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edits that come before the rest of another was told lose nothing, wherever they are."""
    monkeypatch.setattr("factbox.session.watcher._MOST", 2)
    dice = random.Random(seed)  # noqa: S311  # a test, repeatable by its seed
    for _ in range(60):
        random_edit(editor, dice)
        if dice.random() < 0.3:
            QApplication.processEvents()
        if dice.random() < 0.3:
            assert list(watcher.blocks) == follower.blocks == shown(editor)
    assert list(watcher.blocks) == follower.blocks == shown(editor)


def test_the_rest_is_told_in_the_next_turns(editor: QPlainTextEdit, follower: Follower, qtbot: QtBot) -> None:
    """Without another word, the splices go on until everything is told."""
    editor.setPlainText("\n".join(f"Line {number}" for number in range(5_000)))
    assert len(follower.blocks) < 5_000
    qtbot.waitUntil(lambda: follower.blocks == shown(editor))
    assert max(len(splice.blocks) for splice in follower.splices) == 1_000
