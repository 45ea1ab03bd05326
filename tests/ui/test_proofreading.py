"""Tests of the waves under misspelt words, and of their menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from factbox.ui.owndictionary import OwnDictionary
from factbox.ui.paper import Layer
from factbox.ui.window import MainWindow


@pytest.fixture
def written(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a window with a text that has two mistakes."""
    window.store.change(dictionary="en_US")
    window.show()
    window.editor.setPlainText("A naughty wrod here.\nIt is definately wrong.")
    qtbot.waitUntil(lambda: waved(window) == ["wrod", "definately"])
    return window


def waved(window: MainWindow) -> list[str]:
    """Give the words that have a wave."""
    return [placed.cursor.selectedText() for placed in window.editor.layer(Layer.SPELLING)]


def menu(qtbot: QtBot) -> QMenu:
    """Wait for the menu that opens, and give it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return opened


def choose(opened: QMenu, start: str) -> None:
    """Choose what begins with some words."""
    action = next(each for each in opened.actions() if each.text().replace("&", "").startswith(start))
    action.trigger()
    opened.close()


def test_the_text_and_its_undo_know_nothing_of_the_waves(written: MainWindow) -> None:
    """A wave is painted only: no format, no step."""
    assert not written.editor.document().isUndoAvailable()
    assert written.editor.toPlainText() == "A naughty wrod here.\nIt is definately wrong."


def test_the_word_that_is_typed_has_no_wave(written: MainWindow, qtbot: QtBot) -> None:
    """A word gets its wave when the caret has left it, not before."""
    written.editor.setPlainText("")
    QTest.keyClicks(written.editor, "Thes wrod")
    qtbot.waitUntil(lambda: waved(written) == ["Thes"])
    QTest.keyClick(written.editor, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: waved(written) == ["Thes", "wrod"])


def test_leaving_a_word_without_a_key_gives_it_its_wave(written: MainWindow, qtbot: QtBot) -> None:
    """Who goes elsewhere has done with the word."""
    written.editor.setPlainText("")
    QTest.keyClicks(written.editor, "Thes wrod")
    qtbot.waitUntil(lambda: waved(written) == ["Thes"])
    QTest.keyClick(written.editor, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: waved(written) == ["Thes", "wrod"])


def test_the_menu_of_a_wave_replaces_the_word_as_one_step(written: MainWindow, qtbot: QtBot) -> None:
    """The first suggestion stands at the top; one undo brings the word back."""
    written.commands["next_misspelt"].trigger()
    opened = menu(qtbot)
    assert opened.activeAction() is opened.actions()[0]
    choose(opened, "word")
    assert written.editor.toPlainText().startswith("A naughty word here.")
    assert not written.editor.textCursor().hasSelection()
    qtbot.waitUntil(lambda: waved(written) == ["definately"])
    written.editor.undo()
    assert written.editor.toPlainText().startswith("A naughty wrod here.")


def test_the_mouse_opens_the_menu_of_a_wave(written: MainWindow, qtbot: QtBot) -> None:
    """The context menu over the wave begins with the suggestions, and goes on as always."""
    at = written.editor.cursorRect(written.editor.layer(Layer.SPELLING).placed[1].cursor).center()
    place = QPoint(at.x() - 5, at.y())
    reason = QContextMenuEvent.Reason.Mouse
    written.editor.contextMenuEvent(QContextMenuEvent(reason, place, written.editor.mapToGlobal(place)))
    opened = menu(qtbot)
    assert opened.actions()[0].text() == "definitely"
    assert any("Paste" in each.text() for each in opened.actions())
    opened.close()


def test_a_word_is_added_or_ignored(written: MainWindow, qtbot: QtBot, home: Path) -> None:
    """What is added is kept, what is ignored is not; neither has a wave any more."""
    written.commands["next_misspelt"].trigger()
    choose(menu(qtbot), "Add “wrod”")
    qtbot.waitUntil(lambda: waved(written) == ["definately"])
    written.commands["previous_misspelt"].trigger()
    choose(menu(qtbot), "Ignore “definately”")
    qtbot.waitUntil(lambda: waved(written) == [])
    qtbot.waitUntil(lambda: not written.proofreading.is_writing)
    assert (home / "dictionary.txt").read_text(encoding="utf-8") == "wrod\n"


def test_says_when_every_word_is_right(written: MainWindow, qtbot: QtBot) -> None:
    """Who looks for a mistake where none is gets an answer."""
    written.editor.setPlainText("All is well.")
    written.commands["next_misspelt"].trigger()
    qtbot.waitUntil(lambda: "Every word" in written.status.message)


def test_the_switch_takes_all_waves_away(written: MainWindow, qtbot: QtBot) -> None:
    """Without the check there are no waves; the other language has other mistakes."""
    written.commands["spelling"].trigger()
    assert waved(written) == []
    written.commands["next_misspelt"].trigger()
    assert "not checked" in written.status.message
    written.editor.setPlainText("colour and color")
    written.commands["spelling"].trigger()
    qtbot.waitUntil(lambda: waved(written) == ["colour"])
    written.commands["en_GB"].trigger()
    qtbot.waitUntil(lambda: waved(written) == ["color"])


def test_the_own_dictionary_is_edited(written: MainWindow, qtbot: QtBot) -> None:
    """Its window adds and removes words, and the waves follow."""
    written.commands["own_words"].trigger()
    dialog = written.findChild(OwnDictionary)
    assert dialog is not None
    dialog._field.setText("wrod")
    dialog._add_button.click()
    qtbot.waitUntil(lambda: waved(written) == ["definately"])
    assert dialog._list.item(0).text() == "wrod"
    dialog._list.item(0).setSelected(True)
    dialog._remove_button.click()
    qtbot.waitUntil(lambda: waved(written) == ["wrod", "definately"])
    assert dialog._list.count() == 0
    dialog.close()


def test_words_are_added_after_the_own_dictionary_was_closed(written: MainWindow, qtbot: QtBot) -> None:
    """Its window is followed no more when it is gone."""
    written.commands["own_words"].trigger()
    dialog = written.findChild(OwnDictionary)
    assert dialog is not None
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.close()
    qtbot.waitUntil(lambda: bool(gone))
    written.proofreading._spelling.add("wrod")
    qtbot.waitUntil(lambda: waved(written) == ["definately"])
