"""Tests of the marks in the text."""

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.metrics.guidance import Kind, Mark, Spot
from factbox.ui.editor import Editor
from factbox.ui.marks import lines, reason_of
from factbox.ui.theme import Theme

TEXT = "A short line.\nThe 🥖 municipal administration considered the matter.\nThe end."
SENTENCE = Mark(
    Spot(1, 0, 50), Kind.VERY_HARD_SENTENCE, "7 words. It adds 0.79: without it, 6.68.", "Level 19.7 by itself"
)
WORD = Mark(Spot(1, 6, 15), Kind.HARD_WORD, "4 syllables.", "adds 0.12")


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    """Give an editor with a text."""
    made = Editor(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.setPlainText(TEXT)
    made.show()
    return made


def colours(editor: Editor) -> set[str]:
    """Give the colours on the paper."""
    image = editor.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}


def covered(editor: Editor) -> list[str]:
    """Give the words that the marks cover now."""
    return [placed.cursor.selectedText() for placed in editor.marking]


def test_marks_cover_their_words_and_move_with_them(editor: Editor) -> None:
    """Emoji shift nothing; what is typed before a mark moves it, what is undone moves it back."""
    editor.show_marks([SENTENCE, WORD])
    words = ["The 🥖 municipal administration considered the matter"[:51], "municipal"]
    assert covered(editor)[1] == words[1]
    cursor = QTextCursor(editor.document())
    cursor.insertText("First of all, this.\n")
    assert covered(editor)[1] == "municipal"
    editor.undo()
    assert covered(editor)[1] == "municipal"


def test_marks_leave_the_document_alone(editor: Editor) -> None:
    """Caret, undo, the modified flag and the text are as they were."""
    editor.document().setModified(False)
    editor.document().clearUndoRedoStacks()
    before = editor.textCursor().position()
    editor.show_marks([SENTENCE, WORD])
    QApplication.processEvents()
    editor.viewport().grab()
    assert editor.textCursor().position() == before
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()
    assert editor.toPlainText() == TEXT
    editor.hide_marks()
    assert covered(editor) == []


def test_marks_are_seen(editor: Editor, theme: Theme) -> None:
    """Tint, lines and dots are painted in the colours of the theme, and gone when they are hidden."""
    bare = colours(editor)
    editor.show_marks([SENTENCE, WORD])
    shown = colours(editor)
    assert theme.very_hard_tint.name() in shown - bare
    assert theme.hard_word.name() in shown - bare
    editor.hide_marks()
    assert colours(editor) == bare


def test_high_contrast_has_lines_and_no_tints(editor: Editor) -> None:
    """There a mark is told by its shape alone."""
    editor.set_theme(Theme.load("contrast"), 1.0)
    editor.show_marks([SENTENCE])
    assert QColor("#FF9B5E").name() in colours(editor)


def test_the_word_is_told_before_its_sentence(editor: Editor) -> None:
    """At a place with two marks the smaller one speaks."""
    editor.show_marks([SENTENCE, WORD])
    start = editor.document().findBlockByNumber(1).position()
    assert editor.marking.at(start + 8) == WORD
    assert editor.marking.at(start + 30) == SENTENCE
    assert editor.marking.at(3) is None


def test_the_keyboard_goes_from_mark_to_mark(editor: Editor) -> None:
    """Forwards and backwards; beyond the last there is none."""
    editor.show_marks([SENTENCE, WORD])
    assert editor.go_to_mark(forward=True) == SENTENCE
    assert editor.go_to_mark(forward=True) == WORD
    assert editor.mark_at_caret() == WORD
    assert editor.go_to_mark(forward=True) is None
    assert editor.go_to_mark(forward=False) == SENTENCE


def test_marks_of_another_text_are_not_shown(editor: Editor) -> None:
    """A mark beyond the end of its block, or of the document, is left out."""
    editor.show_marks([Mark(Spot(9, 0, 3), Kind.HARD_WORD, ""), Mark(Spot(2, 0, 99), Kind.HARD_WORD, "")])
    assert not editor.marking


def test_a_spot_is_gone_to(editor: Editor) -> None:
    """Its words are selected."""
    editor.go_to(WORD.spot)
    assert editor.textCursor().selectedText() == "municipal"


def test_a_reason_has_its_head_and_is_escaped() -> None:
    """What is marked stands before why, and no sign of the text becomes markup."""
    assert "<b>Very hard sentence</b> · Level 19.7 by itself" in reason_of(SENTENCE)
    assert "&lt;b&gt;" in reason_of(Mark(Spot(0, 0, 1), Kind.HARD_WORD, "<b>"))


def test_marks_follow_letters_that_run_to_the_left(theme: Theme, qtbot: QtBot) -> None:
    """All letters of a mark are covered, whichever way they run."""
    editor = Editor(theme)
    qtbot.addWidget(editor)
    editor.resize(900, 300)
    text = "She said \u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 to all."
    editor.setPlainText(text)
    block = editor.document().firstBlock()
    seen = QRect(0, 0, 900, 300)
    strips = list(lines(block.layout(), QPointF(0, 0), 0, len(text), seen))
    assert sum(strip.room.width() for strip in strips) == pytest.approx(
        block.layout().lineAt(0).naturalTextWidth(), abs=2
    )
    word = list(lines(block.layout(), QPointF(0, 0), 9, 14, seen))
    assert sum(strip.room.width() for strip in word) > 10
