"""Tests of the user's own words, in the window: lists that count as easy, lists that a class knows, handouts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factbox import measure
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Panel
from factbox.session.settings import config_folder
from factbox.ui import dialogs
from factbox.ui.profile import CoverageLine
from factbox.ui.window import MainWindow
from looking import child

TEXT = (
    "The volcanologist measured the temperature of the magma. Numerous scientists examined the extraordinary "
    "eruption, and the municipality published their observations. The magma cooled rapidly. "
) * 4


@pytest.fixture
def read(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a window with a text that has been counted, for an easy goal."""
    window.show()
    window.editor.setPlainText(TEXT)
    window.companion.change(goal=Goal(Aim.GRADE, 4))
    qtbot.waitUntil(lambda: f"Tokens: {measure(TEXT).tokens}" in window.factbox.as_text())
    return window


def offered(menu: QMenu) -> dict[str, QAction]:
    """Open a menu, and give what it offers."""
    menu.aboutToShow.emit()
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def test_the_words_of_one_text_serve_another(
    read: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept under a name they are offered from then on, and count as easy when they are chosen."""
    monkeypatch.setattr(dialogs, "ask_for_name", lambda _parent, _title, _name, named: named("Volcanoes"))
    book = read.wordbook
    assert not offered(book.easy_menu)["Keep the Easy Words of This Text as a List…"].isEnabled()
    read.companion.exempt(frozenset({"magma", "volcanologist"}))
    offered(book.easy_menu)["Keep the Easy Words of This Text as a List…"].trigger()
    qtbot.waitUntil(lambda: "Volcanoes" in offered(book.easy_menu))
    assert offered(book.easy_menu)["Volcanoes"].isChecked()
    offered(book.easy_menu)["Count Them All as Hard Again"].trigger()
    assert read.companion.choices.exempt == frozenset()
    offered(book.easy_menu)["Volcanoes"].trigger()
    assert read.companion.choices.exempt == {"magma", "volcanologist"}
    offered(book.easy_menu)["Volcanoes"].trigger()
    assert read.companion.choices.exempt == frozenset()


def test_a_list_that_goes_leaves_the_words_of_others(read: MainWindow, qtbot: QtBot) -> None:
    """What another ticked list holds counts as easy still."""
    book = read.wordbook
    for name, words in (("A", {"magma", "lava"}), ("B", {"magma", "ash"})):
        book._easy.add(name, words)
        qtbot.waitUntil(lambda name=name: name in offered(book.easy_menu))  # type: ignore[misc]
        offered(book.easy_menu)[name].trigger()
    offered(book.easy_menu)["A"].trigger()
    assert read.companion.choices.exempt == {"magma", "ash"}


def test_a_class_knows_its_words(
    read: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A list from a file shows its coverage of the text at once, with the words that it lacks."""
    path = tmp_path / "Year 5.csv"
    path.write_text("the;of\nmagma\nand\n", "utf-8")
    monkeypatch.setattr(dialogs, "ask_for_list", lambda _parent, _folder: path)
    offered(read.wordbook.known_menu)["Add a List from a File…"].trigger()
    page = read.panels.profile
    qtbot.waitUntil(lambda: "The class knows" in page.remark.text())
    assert read.panels.panel is Panel.PROFILE
    assert "too little to follow it" in page.remark.text()
    assert child(page, CoverageLine).isVisible()
    assert "measured" in {row.head for row in page.list.rows}
    assert "magma" not in {row.head for row in page.list.rows}
    monkeypatch.setattr(dialogs, "ask_to_remove", lambda _parent, _name, remove: remove())
    offered(read.wordbook.known_menu)
    *_old, removal = (menu for menu in read.wordbook.known_menu.findChildren(QMenu) if menu.actions())
    removal.actions()[0].trigger()
    qtbot.waitUntil(child(page, CoverageLine).isHidden)
    assert not list((config_folder() / "lists" / "known").glob("*"))


def test_a_file_that_is_no_list_is_refused(
    read: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The notice says which and why; nothing else changes."""
    path = tmp_path / "empty.txt"
    path.touch()
    monkeypatch.setattr(dialogs, "ask_for_list", lambda _parent, _folder: path)
    offered(read.wordbook.known_menu)["Add a List from a File…"].trigger()
    qtbot.waitUntil(lambda: "empty.txt" in read.notice.sentence())
    assert "There are no words in it." in read.notice.sentence()


@pytest.mark.parametrize("name", ["words.html", "words.csv", "words.docx"])
def test_a_handout_has_the_hard_words(
    read: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """It is saved where one says, in the form of its ending."""
    path = tmp_path / name
    monkeypatch.setattr(dialogs, "ask_where_to_save_handout", lambda _parent, _proposed: path)
    read.commands["handout"].trigger()
    qtbot.waitUntil(lambda: path.exists() and not read.wordbook.is_writing)
    if path.suffix != ".docx":
        assert "volcanologist" in path.read_text("utf-8-sig")


def test_a_handout_that_cannot_be_saved_is_told(
    read: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The notice says so and offers to save it elsewhere."""
    path = tmp_path / "no folder" / "words.html"
    monkeypatch.setattr(dialogs, "ask_where_to_save_handout", lambda _parent, _proposed: path)
    read.panels.handout_wanted.emit()
    qtbot.waitUntil(lambda: "Could not save words.html" in read.notice.sentence())


def test_without_hard_words_there_is_no_handout(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user hears it instead of being asked for a file."""
    asked: list[Path] = []
    ask: Callable[..., None] = lambda _parent, proposed: asked.append(proposed)  # noqa: E731
    monkeypatch.setattr(dialogs, "ask_where_to_save_handout", ask)
    window.show()
    window.editor.setPlainText("The cat sat. " * 20)
    window.commands["handout"].trigger()
    qtbot.waitUntil(lambda: "No word is hard" in window.status._message.text())
    assert not asked
