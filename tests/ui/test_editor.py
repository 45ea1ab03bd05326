"""The paper: typing, pasting, dropping, the column and the caret."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QMouseEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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


def caret_pixels(editor: Editor, theme: Theme) -> int:
    """Count the pixels in the accent colour."""
    image = editor.grab().toImage()
    places = ((x, y) for x in range(100, 200) for y in range(20, 90))
    return sum(image.pixelColor(*place) == theme.accent for place in places)


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


def test_column_is_centred(editor: Editor) -> None:
    """The column is 660 wide and stands in the middle."""
    editor.setPlainText("word " * 400)
    margin = editor.document().documentMargin()
    left = editor.viewport().x() + margin
    width = editor.viewport().width() - 2 * margin
    assert width == 660
    assert left == pytest.approx((editor.width() - width) / 2, abs=1)


def test_column_shrinks_with_the_window(editor: Editor) -> None:
    """In a narrow window the column leaves a margin at both sides."""
    editor.resize(500, 600)
    margin = editor.document().documentMargin()
    assert editor.viewport().width() - 2 * margin < 460
    assert editor.viewport().x() + margin >= 24


def test_column_follows_measure_and_text_scale(editor: Editor, theme: Theme) -> None:
    """The column takes another measure, and the text scale multiplies it."""
    editor.resize(1400, 600)
    editor.set_measure(560)
    editor.set_theme(theme, 1.5)
    assert editor.viewport().width() - 2 * editor.document().documentMargin() == 840


def test_click_beside_the_column_sets_the_caret(editor: Editor) -> None:
    """A click in the margin sets the caret to the line beside it."""
    editor.setPlainText("one\ntwo\nthree")
    line = editor.cursorRect(QTextCursor(editor.document().findBlockByNumber(1)))
    at = QPointF(4, editor.viewport().mapTo(editor, line.center()).y())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, editor.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(editor, event)
    assert editor.textCursor().position() == 4


def test_wheel_beside_the_column_scrolls(editor: Editor) -> None:
    """The wheel scrolls wherever the pointer is."""
    editor.setPlainText("line\n" * 200)
    at = QPointF(4, 100)
    turn = QWheelEvent(
        at,
        editor.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor, turn)
    assert editor.verticalScrollBar().value() > 0


def test_caret_has_the_accent(editor: Editor, theme: Theme) -> None:
    """The caret is two pixels of accent, 1.2 times as high as the letters."""
    assert caret_pixels(editor, theme) == 2 * round(1.2 * 18)


def test_caret_leaves_with_the_focus(editor: Editor, theme: Theme) -> None:
    """Without the focus there is no caret."""
    editor.clearFocus()
    assert caret_pixels(editor, theme) == 0


def test_caret_blinks_in_the_time_of_the_system(editor: Editor, theme: Theme, qtbot: QtBot) -> None:
    """With a flash time the caret comes and goes."""
    QApplication.setCursorFlashTime(40)
    qtbot.waitUntil(lambda: caret_pixels(editor, theme) == 0)
    qtbot.waitUntil(lambda: caret_pixels(editor, theme) > 0)


def test_fade_hides_at_the_end(editor: Editor) -> None:
    """The text fades at the foot as long as more of it follows."""
    editor.setPlainText("line\n" * 200)
    assert not editor._fade.isHidden()
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    assert editor._fade.isHidden()


def test_caret_stays_clear_of_the_fade(editor: Editor) -> None:
    """Whoever walks down by key sees the caret's line in full."""
    editor.setPlainText("line\n" * 200)
    for _ in range(40):
        QTest.keyClick(editor, Qt.Key.Key_Down)
        assert editor.cursorRect().bottom() <= editor._fade.y()


def test_scroll_bar_shows_under_the_mouse_only(editor: Editor, theme: Theme) -> None:
    """The bar is paper until the mouse is there."""
    editor.setPlainText("line\n" * 200)
    editor.verticalScrollBar().setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    image = editor.verticalScrollBar().grab().toImage()
    colours = {image.pixelColor(6, y).name() for y in range(image.height())}
    assert colours == {theme.paper.name()}


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_theme_reaches_the_paper(editor: Editor, name: str) -> None:
    """After a change of theme paper, ink and selection have its colours."""
    theme = Theme.load(name)
    editor.set_theme(theme, 1.0)
    palette = editor.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.paper
    assert palette.color(QPalette.ColorRole.Text) == theme.text
    assert palette.color(QPalette.ColorRole.Highlight) == theme.selection


def test_theme_leaves_text_and_undo_alone(editor: Editor) -> None:
    """A change of theme is no edit."""
    QTest.keyClicks(editor, "words")
    editor.document().setModified(False)
    editor.set_theme(Theme.load("dark"), 1.25)
    assert not editor.document().isModified()
    editor.undo()
    assert not editor.toPlainText()


def test_the_view_is_told_when_it_moves(editor: Editor, qtbot: QtBot) -> None:
    """Scrolling tells which blocks are on screen, so that they are counted first."""
    editor.setPlainText("\n".join(f"Line {number}" for number in range(300)))
    with qtbot.waitSignal(editor.viewed) as told:
        editor.verticalScrollBar().setValue(100)
    first, last = told.args
    assert first == 100
    assert 110 < last < 140


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
