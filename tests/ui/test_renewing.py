"""Tests of another language in open windows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.session.recovery import Draft
from factbox.session.settings import SettingsStore
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.house import House
from factbox.ui.window import MainWindow
from houses import clear

TALE = "The mill stood by the river. It was old, and nobody had ground corn in it for years.\n"


@pytest.fixture
def store() -> SettingsStore:
    """Give the settings of somebody who has started the program before, and reads English."""
    made = SettingsStore()
    made.memory.remember_welcome()
    made.change(language="en")
    return made


@pytest.fixture
def house(store: SettingsStore, qtbot: QtBot) -> Iterator[House]:
    """Give a house with one empty window, which is cleared at the end whatever is in it."""
    made = House(store)
    with qtbot.waitSignal(made.reopened):
        made.begin(())
    yield made
    clear(made, qtbot)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file with a text."""
    path = tmp_path / "mill.txt"
    path.write_text(TALE * 20, "utf-8")
    return path


@pytest.fixture
def window(house: House, file: Path, qtbot: QtBot) -> MainWindow:
    """Give the window with the file."""
    house.open_file(file)
    (found,) = house.windows
    qtbot.waitUntil(lambda: found.manuscript.path == file)
    return found


def successor(house: House, window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Wait for the window that takes the place of one, with its text."""
    text = window.editor.toPlainText()
    qtbot.waitUntil(lambda: len(house.windows) == 1 and house.windows[0] is not window)
    (fresh,) = house.windows
    qtbot.waitUntil(lambda: fresh.editor.toPlainText() == text and not fresh.manuscript.is_coming)
    return fresh


def test_another_language_is_spoken_at_once(
    house: House, store: SettingsStore, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """The text is there again, in its file, where one was in it, with the preferences in front."""
    window.annexe.preferring.open()
    cursor = window.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=40)
    window.editor.setTextCursor(cursor)
    store.change(language="de")
    fresh = successor(house, window, qtbot)
    qtbot.waitUntil(lambda: fresh.editor.textCursor().position() == 40)
    assert fresh.manuscript.path == file
    assert fresh.manuscript.is_saved
    assert fresh.commands["save"].text() == "&Speichern"
    assert fresh.annexe.is_preferring
    dialog = fresh.annexe.preferring.open()
    assert dialog.focusWidget() is dialog.rows["language"].control


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_text("Another tale.", "utf-8")])
def test_a_text_does_not_hang_on_its_file(
    harm: Callable[[Path], object], house: House, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """A file that has gone, or that others have changed, costs nothing; the window tells of it as before."""
    harm(file)
    house._store.change(language="de")
    fresh = successor(house, window, qtbot)
    assert fresh.manuscript.path == file
    with qtbot.waitSignal(fresh.manuscript.altered):
        fresh.manuscript.look()


def test_a_text_that_belongs_to_no_file_is_carried_over(house: House, store: SettingsStore, qtbot: QtBot) -> None:
    """The example is there in the new window too."""
    (window,) = house.windows
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.begin_example()
    store.change(language="es")
    assert successor(house, window, qtbot).filing.title


def test_a_text_that_is_not_saved_stays_until_it_is(
    house: House, store: SettingsStore, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """What could be lost is not carried about; the window says what it waits for, and changes when it is saved."""
    window.editor.insertPlainText("Once upon a time. ")
    store.change(language="fr")
    qtbot.waitUntil(window.notice.isVisible)
    assert house.windows == (window,)
    assert "langue" in window.notice.sentence()
    window.filing.save()
    assert successor(house, window, qtbot).commands["undo"].text() == _("&Undo")
    assert file.read_text("utf-8").startswith("Once upon a time. The mill")


def test_a_window_does_not_go_while_a_text_comes_in(
    house: House, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """Half of a text would be taken for all of another."""
    window.manuscript.open(file)
    assert window.manuscript.is_reading
    window.closing.hand_over()
    assert house.windows == (window,)
    assert not window.closing.is_handing_over
    qtbot.waitUntil(lambda: not window.manuscript.is_reading and not window.manuscript.is_coming)


def test_what_was_chosen_for_a_text_without_a_file_is_carried_over(
    house: House, store: SettingsStore, qtbot: QtBot
) -> None:
    """Its words that count as easy are kept nowhere else."""
    (window,) = house.windows
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.begin_example()
    window.companion.exempt(frozenset({"mill"}))
    store.change(language="es")
    fresh = successor(house, window, qtbot)
    qtbot.waitUntil(lambda: fresh.companion.choices.exempt == frozenset({"mill"}))


@pytest.fixture
def draft(window: MainWindow) -> Draft:
    """Give what a crash has left, as the window offers it."""
    made = Draft("a" * 32, "", "Tale", 0.0, "The old mill", ".txt")
    window.recovering.offer((made,))
    assert "The old mill" in window.notice.sentence()
    return made


def test_a_draft_that_is_offered_is_offered_by_the_next_window(
    house: House, store: SettingsStore, window: MainWindow, draft: Draft, qtbot: QtBot
) -> None:
    """What a crash has left is not forgotten for a language."""
    store.change(language="de")
    fresh = successor(house, window, qtbot)
    assert "The old mill" in fresh.notice.sentence()
    assert "nicht gespeichert" in fresh.notice.sentence()
    assert fresh.recovering.unanswered == (draft,)


@pytest.mark.usefixtures("draft")
def test_a_draft_that_was_waved_away_is_not_offered_again(
    house: House, store: SettingsStore, window: MainWindow, qtbot: QtBot
) -> None:
    """Whoever has closed the notice has seen it."""
    window.notice.close_notice()
    store.change(language="de")
    assert successor(house, window, qtbot).notice.sentence() == ""


def test_a_table_of_many_texts_is_not_broken_off(
    house: House, store: SettingsStore, window: MainWindow, qtbot: QtBot
) -> None:
    """The window stays as long as one looks at it, and says so."""
    window.annexe.surveying.open()
    store.change(language="fr")
    qtbot.waitUntil(window.notice.isVisible)
    assert house.windows == (window,)
    assert "langue" in window.notice.sentence()
    window.annexe.surveying.dialog.close()
    assert successor(house, window, qtbot).commands["undo"].text() == _("&Undo")


def test_a_window_with_something_unsaved_is_not_handed_over(
    house: House, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed in the last moment stays where it is, and closing asks for it as ever."""
    window.editor.insertPlainText("Once upon a time. ")
    window.closing.hand_over()
    assert house.windows == (window,)
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _window, title, _answered: asked.append(title))
    window.close()
    assert asked == ["mill.txt"]
    assert house.windows == (window,)


def test_another_setting_changes_no_words(store: SettingsStore, house: House, window: MainWindow) -> None:
    """Qt is told of a language only when there is another one."""

    class Listening(QObject):
        heard = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.heard += event.type() is QEvent.Type.LanguageChange
            return False

    listening = Listening()
    window.installEventFilter(listening)
    application = QApplication.instance()
    assert application is not None
    store.change(scale=1.25)
    QApplication.processEvents()
    assert house.windows == (window,)
    assert not listening.heard
