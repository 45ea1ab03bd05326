"""The editor: typing, pasting, dropping, and changes at a stroke."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFont, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.document import Block, Face, Role, Span
from factbox.metrics.guidance import Edit, Spot
from factbox.session import conversion
from factbox.session.shapes import forget_shapes, give_face, give_role, role_of
from factbox.ui.editor import Editor
from factbox.ui.theme import Theme


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Iterator[Editor]:
    """Give a shown editor with the focus and a caret that does not blink."""
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    made = Editor(theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    QApplication.setCursorFlashTime(flash)


def mime(text: str) -> QMimeData:
    """Give words for the clipboard."""
    data = QMimeData()
    data.setText(text)
    return data


def drop(data: QMimeData) -> QDropEvent:
    """Let something go over the text."""
    return QDropEvent(
        QPointF(20, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_has_its_names(editor: Editor) -> None:
    """The window finds it as editor, screen readers call it Text."""
    assert editor.objectName() == "editor"
    assert editor.accessibleName() == "Text"


def test_invites_to_write(editor: Editor) -> None:
    """An empty paper says what to do."""
    assert editor.placeholderText() == "Write here, or paste a text."


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_return_starts_a_paragraph(editor: Editor, modifier: Qt.KeyboardModifier) -> None:
    """Return and Shift+Return both start a new block."""
    QTest.keyClicks(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_Return, modifier)
    QTest.keyClicks(editor, "two")
    assert editor.toPlainText() == "one\ntwo"
    assert editor.blockCount() == 2


def test_tab_is_a_tab(editor: Editor) -> None:
    """The Tab key writes a tab and does not leave the text."""
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "\t"


def test_a_paste_keeps_headings_lists_and_faces(editor: Editor) -> None:
    """What another program hands out as a page comes with its shapes, and one undo takes it away."""
    data = mime("Title\n\nbold words\n\n1. step")
    data.setHtml("<h2>Title</h2><p><b>bold</b> words<ol><li>step</ol>")
    editor.insertFromMimeData(data)
    assert blocks_of(editor) == [
        Block("Title", Role.HEADING, 2),
        Block("bold words", spans=(Span(0, 4, Face.BOLD),)),
        Block("step", Role.NUMBERED),
    ]
    editor.undo()
    assert blocks_of(editor) == [Block("")]


def test_a_paste_without_shapes_takes_the_words(editor: Editor) -> None:
    """A page that sets nothing apart is taken as the text that comes with it."""
    data = mime("plain words")
    data.setHtml("<p>rich words")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "plain words"


def test_words_only_are_pasted_on_demand(editor: Editor) -> None:
    """The other paste leaves all shapes behind."""
    editor.setPlainText("bold word")
    editor.selectAll()
    give_face(editor.textCursor(), Face.BOLD, on=True)
    editor.copy()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    give_role(editor.textCursor(), Role.BODY)
    editor.setPlainText("")
    forget_shapes(editor.document())
    editor.paste_plain()
    assert blocks_of(editor) == [Block("bold word")]


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_copied_here_is_pasted_as_it_was(editor: Editor, *, whole: bool) -> None:
    """Roles, levels and faces come over the clipboard; of words within a paragraph their faces do."""
    editor.setPlainText("Title\n  spaced  words\nitem 😀")
    for number, role in enumerate((Role.HEADING, Role.BODY, Role.ITEM)):
        give_role(QTextCursor(editor.document().findBlockByNumber(number)), role, 2)
    cursor = editor.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(14, QTextCursor.MoveMode.KeepAnchor)
    give_face(cursor, Face.ITALIC, on=True)
    if whole:
        editor.selectAll()
    else:
        cursor.setPosition(6)
        cursor.setPosition(14, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
    before = blocks_of(editor)
    editor.copy()
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    give_role(editor.textCursor(), Role.BODY)
    editor.paste()
    assert blocks_of(editor) == (before if whole else [Block("  spaced", spans=(Span(2, 8, Face.ITALIC),))])


def test_paste_goes_through_plain(qtbot: QtBot, theme: Theme) -> None:
    """What is pasted is first made plain by the function given."""
    editor = Editor(theme, plain=str.upper)
    qtbot.addWidget(editor)
    editor.insertFromMimeData(mime("words"))
    assert editor.toPlainText() == "WORDS"


def test_read_only_paper_takes_no_paste(editor: Editor) -> None:
    """While the text may not be changed, a paste changes nothing."""
    editor.setReadOnly(True)
    editor.insertFromMimeData(mime("words"))
    assert not editor.toPlainText()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_context_menu_is_dressed(editor: Editor, theme: Theme) -> None:
    """The menu of editing has the theme's colours."""
    place = editor.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert theme.popover.name() in menu.styleSheet()
    menu.close()


def test_paste_is_one_step(editor: Editor) -> None:
    """Undo takes back a whole paste, and neither what was typed before nor the words it replaced."""
    QTest.keyClicks(editor, "typed old")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(mime("one\ntwo\nthree"))
    assert editor.toPlainText() == "typed one\ntwo\nthree"
    editor.undo()
    assert editor.toPlainText() == "typed old"


def test_typing_after_a_paste_is_a_step_of_its_own(editor: Editor) -> None:
    """Undo after a paste and some typing takes back the typing first."""
    editor.insertFromMimeData(mime("pasted"))
    QTest.keyClicks(editor, " typed")
    editor.undo()
    assert editor.toPlainText().startswith("pasted")


def test_dropped_files_are_told(editor: Editor, qtbot: QtBot) -> None:
    """Files let go over the text are told of, and their addresses not inserted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/one.txt"), QUrl("https://example.org/two.txt")])  # noqa: S108 - no file
    with qtbot.waitSignal(editor.files_dropped) as told:
        editor.dropEvent(drop(data))
    assert [name.rpartition("/")[2] for name in told.args[0]] == ["one.txt"]
    assert not editor.toPlainText()


def test_dropped_words_are_inserted(editor: Editor) -> None:
    """Words let go over the text become part of it."""
    data = mime("dropped")
    editor.dropEvent(drop(data))
    assert editor.toPlainText() == "dropped"


def test_caret_stays_clear_of_the_fade(editor: Editor) -> None:
    """Whoever walks down by key sees the caret's line in full."""
    editor.setPlainText("line\n" * 200)
    for _ in range(40):
        QTest.keyClick(editor, Qt.Key.Key_Down)
        assert editor.cursorRect().bottom() <= editor._fade.y()


def test_breaking_up_is_one_step_and_moves_nothing(editor: Editor) -> None:
    """Spaces become ends of paragraphs; words, caret and view stay, and one undo takes it back."""
    text = "One two\n🥖 three four five six\nseven"
    editor.setPlainText(text)
    cursor = editor.textCursor()
    place = text.index("six") + 2
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    editor.break_up({1: [8, 13], 0: [3]})
    assert editor.toPlainText() == "One\ntwo\n🥖 three\nfour\nfive six\nseven"
    assert editor.textCursor().position() == place
    editor.undo()
    assert editor.toPlainText() == text
    assert not editor.document().isUndoAvailable()


def edits(text: str, *pairs: tuple[str, str]) -> list[Edit]:
    """Give edits that put words in the place of others in a text of one block."""
    return [Edit(Spot(0, text.index(old), text.index(old) + len(old)), new, old) for old, new in pairs]


def test_changes_are_one_step(editor: Editor) -> None:
    """Several places change at once, and come back at once; emoji before them shift nothing."""
    text = "😀 We utilise numerous tools."
    editor.setPlainText(text)
    assert editor.change(edits(text, ("utilise", "use"), ("numerous", "many")))
    assert editor.toPlainText() == "😀 We use many tools."
    editor.undo()
    assert editor.toPlainText() == text


def test_typing_after_a_change_is_a_step_of_its_own(editor: Editor) -> None:
    """Undo takes the letter first, and the change after that."""
    editor.setPlainText("We utilise")
    assert editor.change(edits("We utilise", ("utilise", "use")))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "Q")
    editor.undo()
    assert editor.toPlainText() == "We use"
    editor.undo()
    assert editor.toPlainText() == "We utilise"


def test_changes_for_another_text_do_nothing(editor: Editor) -> None:
    """If one of them does not fit, none is made."""
    editor.setPlainText("We use numerous tools.")
    assert not editor.change(edits("We utilise numerous tools.", ("utilise", "use")))
    both = [*edits("We use numerous tools.", ("numerous", "many")), Edit(Spot(7, 0, 1), "x", "y")]
    assert not editor.change(both)
    assert editor.toPlainText() == "We use numerous tools."
    assert not editor.document().isUndoAvailable()


def test_read_only_paper_takes_no_change(editor: Editor) -> None:
    """While a file comes in nothing is changed."""
    editor.setPlainText("We utilise tools.")
    editor.setReadOnly(True)
    assert not editor.change(edits("We utilise tools.", ("utilise", "use")))
    assert editor.toPlainText() == "We utilise tools."


def test_who_comes_by_tab_finds_nothing_selected(editor: Editor) -> None:
    """The next key cannot replace what a list had selected."""
    editor.setPlainText("We use tools.")
    editor.selectAll()
    editor.clearFocus()
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    assert not editor.textCursor().hasSelection()


@pytest.mark.parametrize(
    ("place", "word"), [(3, "utilise"), (10, "utilise"), (11, "however"), (0, "We"), (19, "")]
)
def test_the_word_at_the_caret(editor: Editor, place: int, word: str) -> None:
    """It is the one around the caret, or the one that ends there, without a dash."""
    editor.setPlainText("We utilise—however ")
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    assert editor.word_at_caret() == word


def blocks_of(editor: Editor) -> list[Block]:
    """Give the blocks that the editor shows."""
    return conversion.blocks(editor.document(), 0, editor.blockCount())


def role(editor: Editor) -> Role:
    """Give the role of the paragraph at the caret."""
    return editor.paragraph_shape[0]


def test_paragraphs_become_headings_and_items(editor: Editor) -> None:
    """As one step that can be undone; the letters of a heading are strong."""
    editor.setPlainText("Title\nBody\nItem")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.give_role(Role.HEADING)
    assert role(editor) is Role.HEADING
    assert editor.textCursor().charFormat().fontWeight() == QFont.Weight.DemiBold
    editor.undo()
    assert role(editor) is Role.BODY
    editor.selectAll()
    editor.give_role(Role.ITEM)
    assert {role_of(editor.document().findBlockByNumber(number)) for number in range(3)} == {Role.ITEM}


def test_body_text_follows_a_heading(editor: Editor) -> None:
    """Return behind a heading begins body text in plain letters; an empty item ends its list."""
    editor.setPlainText("Title")
    editor.give_role(Role.HEADING)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "text")
    assert role(editor) is Role.BODY
    assert editor.textCursor().charFormat().fontWeight() == QFont.Weight.Normal
    editor.give_role(Role.ITEM)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert role(editor) is Role.ITEM
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert role(editor) is Role.BODY
    assert editor.toPlainText() == "Title\ntext\n"


def test_one_paragraph_of_two_looks_like_one(editor: Editor, qtbot: QtBot) -> None:
    """A heading that is joined to body text loses the look of a heading; one undo brings both back."""
    editor.setPlainText("Body \nTitle")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.give_role(Role.HEADING)
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert role(editor) is Role.BODY
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert role(editor) is Role.HEADING
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    end = QTextCursor(editor.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: end.charFormat().fontWeight() == QFont.Weight.Normal)
    assert editor.toPlainText() == "Body Title"
    editor.undo()
    assert blocks_of(editor) == [Block("Body "), Block("Title", Role.HEADING)]


@pytest.mark.parametrize(
    ("key", "level", "found"),
    [
        (Qt.Key.Key_Tab, 1, Block("oars", Role.ITEM, 2)),
        (Qt.Key.Key_Backtab, 2, Block("oars", Role.ITEM)),
        (Qt.Key.Key_Backspace, 2, Block("oars", Role.ITEM)),
        (Qt.Key.Key_Backspace, 1, Block("oars")),
        (Qt.Key.Key_Backtab, 1, Block("oars", Role.ITEM)),
    ],
)
def test_keys_at_the_start_of_an_item_move_it(editor: Editor, key: Qt.Key, level: int, found: Block) -> None:
    """Tab brings it deeper, Shift+Tab and Backspace up; Backspace ends the list where it is up already."""
    editor.setPlainText("oars")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.give_role(Role.ITEM, level)
    QTest.keyClick(editor, key)
    assert blocks_of(editor) == [found]


def test_what_is_typed_behind_a_link_is_none_of_it(editor: Editor) -> None:
    """Inside a link the letters join it, behind it they do not."""
    editor.setPlainText("here")
    editor.selectAll()
    give_face(editor.textCursor(), Face.LINK, "https://a.example", on=True)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "!")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.Right)
    QTest.keyClicks(editor, "x")
    assert blocks_of(editor) == [Block("hxere!", spans=(Span(0, 5, Face.LINK, "https://a.example"),))]


def test_an_undo_leaves_its_redo(editor: Editor) -> None:
    """When an undo makes one paragraph of two, nothing is mended behind it that would end the redo."""
    editor.setPlainText("Title")
    editor.give_role(Role.HEADING)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "x")
    before = blocks_of(editor)
    while editor.document().isUndoAvailable():
        editor.undo()
        QApplication.processEvents()
    while editor.document().isRedoAvailable():
        editor.redo()
    assert blocks_of(editor) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_Shift, Qt.Key.Key_Left])
def test_keys_that_write_nothing_leave_links_alone(editor: Editor, key: Qt.Key) -> None:
    """Copying what ends with a link, or walking through it, changes nothing."""
    editor.setPlainText("See this")
    editor.selectAll()
    give_face(editor.textCursor(), Face.LINK, "https://a.example", on=True)
    before = blocks_of(editor)
    QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert blocks_of(editor) == before
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert blocks_of(editor) == before


def test_return_behind_a_heading_is_one_step(editor: Editor) -> None:
    """One undo takes the new paragraph away again."""
    editor.setPlainText("Title")
    editor.give_role(Role.HEADING)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [block.role for block in blocks_of(editor)] == [Role.HEADING, Role.BODY]
    editor.undo()
    assert blocks_of(editor) == [Block("Title", Role.HEADING)]


def test_pasting_what_nobody_has_copied_does_nothing(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clipboard may have nothing at all, not even an empty text."""

    class Empty(QObject):
        def mimeData(self) -> None:
            return None

    monkeypatch.setattr(QGuiApplication, "clipboard", Empty)
    editor.setPlainText("Here.")
    editor.paste_plain()
    assert editor.toPlainText() == "Here."
