"""The editor: typing, pasting, dropping, and changes at a stroke."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.document import Role
from factbox.metrics.guidance import Edit, Spot
from factbox.session.conversion import role_of
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


def test_paste_takes_the_words_only(editor: Editor) -> None:
    """Of a rich clipboard only the plain text is inserted."""
    data = mime("plain words")
    data.setHtml("<b>rich words</b>")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "plain words"


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


def role(editor: Editor) -> Role:
    """Give the role of the paragraph at the caret."""
    return editor.paragraph_role


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
