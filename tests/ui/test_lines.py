"""Tests of the menus for lines and capitals."""

from PySide6.QtTest import QTest

from factbox.ui.window import MainWindow


def write(window: MainWindow, text: str, place: int) -> None:
    """Write a text, and put the caret into it."""
    window.show()
    window.editor.setPlainText(text)
    cursor = window.editor.textCursor()
    cursor.setPosition(place)
    window.editor.setTextCursor(cursor)


def test_the_paragraph_at_the_caret_moves_and_the_caret_goes_along(window: MainWindow) -> None:
    """It goes on and on, and what is typed next stands where it would have stood."""
    write(window, "one\ntwo\nthree", 1)
    window.commands["line_down"].trigger()
    window.commands["line_down"].trigger()
    assert window.editor.toPlainText() == "two\nthree\none"
    QTest.keyClicks(window.editor, "x")
    assert window.editor.toPlainText() == "two\nthree\noxne"


def test_doubles_joins_and_deletes(window: MainWindow) -> None:
    """The other entries of the menu do what they say."""
    write(window, "one\ntwo", 1)
    window.commands["double_lines"].trigger()
    assert window.editor.toPlainText() == "one\none\ntwo"
    window.commands["join_lines"].trigger()
    assert window.editor.toPlainText() == "one\none two"
    window.commands["delete_lines"].trigger()
    assert window.editor.toPlainText() == "one"
    window.commands["join_lines"].trigger()
    assert "no paragraph below" in window.status.message


def test_the_word_at_the_caret_changes_case_and_nothing_is_selected(window: MainWindow) -> None:
    """What is typed next goes where the caret was, as a step of its own."""
    write(window, "see the café now", 10)
    window.commands["upper_case"].trigger()
    assert window.editor.toPlainText() == "see the CAFÉ now"
    QTest.keyClicks(window.editor, "x")
    assert window.editor.toPlainText() == "see the CAxFÉ now"
    window.editor.undo()
    assert window.editor.toPlainText() == "see the CAFÉ now"


def test_a_selection_changes_case_and_stays_selected(window: MainWindow) -> None:
    """So that another case can be tried at once."""
    write(window, "see the sea", 0)
    window.editor.selectAll()
    window.commands["title_case"].trigger()
    assert window.editor.textCursor().selectedText() == "See the Sea"
    window.commands["sentence_case"].trigger()
    window.commands["lower_case"].trigger()
    assert window.editor.textCursor().selectedText() == "see the sea"


def test_says_when_there_is_no_word(window: MainWindow) -> None:
    """Between two spaces there is nothing to write in capitals."""
    write(window, "a  b", 2)
    window.commands["upper_case"].trigger()
    assert "No word" in window.status.message


def test_nothing_changes_in_a_text_that_is_being_read(window: MainWindow) -> None:
    """While a file is opened or saved the text stays as it is."""
    write(window, "one\ntwo", 1)
    window.editor.setReadOnly(True)
    for key in window.lines.slots:
        window.commands[key].trigger()
    assert window.editor.toPlainText() == "one\ntwo"
