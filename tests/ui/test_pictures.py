"""Tests of the pictures in the window: they follow the text, lead into it, and can be copied and saved."""

from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Panel
from factbox.metrics.picture import OF_BOTH, OF_ONE, Shown, Tone
from factbox.ui import dialogs
from factbox.ui.fields import Picker
from factbox.ui.pictures import PicturePage
from factbox.ui.theme import Theme
from factbox.ui.window import MainWindow

EASY = "The dog ran home. It was a warm day, and the dog was glad. We all had a good time by the sea in June."
HARD = (
    "The municipal administration subsequently authorised considerable additional expenditure on the restoration "
    "of the historical industrial architecture surrounding the harbour, notwithstanding "
    "significant opposition among the inhabitants of the surrounding villages."
)
TEXT = f"{EASY}\n{HARD}\n{EASY}"


def pick(page: PicturePage, shown: Shown) -> None:
    """Choose what a picture is of."""
    (picker,) = page.findChildren(Picker)
    picker.setCurrentIndex(picker.findData(shown.value))


def is_there(page: PicturePage, shown: Shown) -> bool:
    """Tell whether a picture has come."""
    return page.view.picture is not None and page.view.picture.shown is shown


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PicturePage:
    """Open the page of the pictures over a text, and wait for the first."""
    window.resize(1280, 800)
    window.editor.setPlainText(TEXT)
    window.show()
    window.commands["pictures"].trigger()
    page: PicturePage = window.panels.pictures
    qtbot.waitUntil(lambda: page.view.picture is not None and len(page.view.picture.bars) == 3)
    return page


def test_the_picture_follows_the_text(window: MainWindow, page: PicturePage, qtbot: QtBot) -> None:
    """What is typed changes the picture, and what is chosen stays chosen."""
    page.view.choose(1)
    window.editor.appendPlainText(HARD)
    qtbot.waitUntil(lambda: page.view.picture is not None and len(page.view.picture.bars) == 4)
    assert page.view.bar is not None
    assert page.view.bar.label == "2"


def test_nothing_is_drawn_while_nobody_looks(window: MainWindow, page: PicturePage, qtbot: QtBot) -> None:
    """While the page is closed no picture is made; when it opens again it is of the text as it is then."""
    window.panels.leave()
    drawn: list[int] = []
    window.illustrating.illustrator.illustrated.connect(lambda revision, _picture: drawn.append(revision))
    window.editor.appendPlainText(HARD)
    words = window.factbox._parts.doors._doors[Panel.WORDS]
    qtbot.waitUntil(lambda: bool(words.result))
    assert not drawn
    window.commands["pictures"].trigger()
    qtbot.waitUntil(lambda: page.view.picture is not None and len(page.view.picture.bars) == 4)


def test_a_goal_is_a_line_and_marks_what_is_above_it(window: MainWindow, page: PicturePage, qtbot: QtBot) -> None:
    """As soon as a goal is set the picture shows it."""
    window.companion.change(goal=Goal(value=8.0))
    qtbot.waitUntil(lambda: page.view.picture is not None and len(page.view.picture.rules) == 2)
    assert page.view.picture is not None
    assert [bar.tone for bar in page.view.picture.bars] == [Tone.PLAIN, Tone.ABOVE, Tone.PLAIN]


def test_one_walks_along_the_bars_by_keys(window: MainWindow, page: PicturePage) -> None:
    """Arrows go from bar to bar, the words below say what each is, and Enter shows its place in the text."""
    window.panels.enter()
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.bar is not None
    assert page.view.bar.words == page._remark.text()
    assert page.view.bar.words.startswith("Paragraph 2: Level ")
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert window.editor.textCursor().selectedText() == HARD
    for key, label in (
        (Qt.Key.Key_End, "3"),
        (Qt.Key.Key_Right, "3"),
        (Qt.Key.Key_Home, "1"),
        (Qt.Key.Key_Up, "1"),
    ):
        QTest.keyClick(page.view, key)
        assert page.view.bar.label == label


def test_a_click_on_a_bar_shows_its_place(window: MainWindow, page: PicturePage) -> None:
    """The bar under the mouse is chosen, and its paragraph selected."""
    page.view.choose(1)
    there = page.view.room_of_chosen().center()
    page.view.choose(0)
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=there)
    assert page.view.bar is not None
    assert page.view.bar.label == "2"
    assert window.editor.textCursor().selectedText() == HARD
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert page.view.bar.label == "2"


def test_a_screen_reader_hears_the_picture(page: PicturePage) -> None:
    """The view is named by its title and described in words."""
    assert page.view.accessibleName() == "Level along the text"
    assert "The hardest part is paragraph 2" in page.view.accessibleDescription()


@pytest.mark.parametrize("shown", OF_ONE)
def test_there_are_pictures_of_one_text(page: PicturePage, qtbot: QtBot, shown: Shown) -> None:
    """Each can be chosen, and comes."""
    pick(page, shown)
    qtbot.waitUntil(partial(is_there, page, shown))
    assert page.view.picture is not None
    assert page.view.picture.bars


def test_with_an_original_there_are_pictures_of_both(window: MainWindow, page: PicturePage, qtbot: QtBot) -> None:
    """An original and its adaptation are set side by side, and a bar of the original leads into it."""
    window.commands["adapt"].trigger()
    window.editor.setPlainText(EASY)
    for shown in OF_BOTH:
        pick(page, shown)
        qtbot.waitUntil(partial(is_there, page, shown))
    assert page.view.picture is not None
    place = next(number for number, bar in enumerate(page.view.picture.bars) if bar.spot is not None)
    bar = page.view.picture.bars[place]
    assert bar.tone is Tone.ORIGINAL
    page.view.choose(place)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    paper = window.adapting._comparing._paper
    assert bar.spot is not None
    assert len(paper.textCursor().selectedText()) == bar.spot.end - bar.spot.start


def test_the_picture_is_copied(window: MainWindow, page: PicturePage) -> None:
    """The key of copying puts the picture on the clipboard, with its title on it."""
    assert window.isVisible()
    QGuiApplication.clipboard().clear()
    QTest.keySequence(page.view, "Ctrl+C")
    image = QGuiApplication.clipboard().image()
    assert not image.isNull()
    assert image.width() > 1000


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_the_picture_is_saved(
    *,
    window: MainWindow,
    page: PicturePage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
) -> None:
    """A button asks where, and the file holds the picture with its words."""
    path = tmp_path / f"picture{ending}"
    monkeypatch.setattr(dialogs, "ask_where_to_save_picture", lambda _parent, _proposed: path)
    (button,) = (each for each in page.findChildren(QPushButton) if ending[1:].upper() in each.text())
    with qtbot.waitSignal(window.illustrating.idled):
        button.click()
    if ending == ".png":
        image = QImage(str(path))
        assert image.text("Title") == "Level along the text"
        assert "The hardest part is paragraph 2" in image.text("Description")
    else:
        titles = [each.text for each in ET.parse(path).iter("{http://www.w3.org/2000/svg}title")]  # noqa: S314
        assert titles[0] == "Level along the text"
        assert len(titles) == 4


def test_a_file_that_cannot_be_written_is_told(
    window: MainWindow, page: PicturePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder is gone, a notice says so."""
    path = tmp_path / "gone" / "picture.png"
    monkeypatch.setattr(dialogs, "ask_where_to_save_picture", lambda _parent, _proposed: path)
    page.file_wanted.emit(".png")
    qtbot.waitUntil(window.notice.isVisible)


def test_an_empty_text_says_why_there_is_no_picture(window: MainWindow, page: PicturePage, qtbot: QtBot) -> None:
    """Without a text there are no bars, and no words below that say the same twice."""
    window.editor.clear()
    qtbot.waitUntil(lambda: page.view.picture is not None and not page.view.picture.bars)
    assert "No text yet" in page.view.accessibleDescription()
    assert not page._remark.text()


def test_the_door_says_between_which_levels_the_text_lies(window: MainWindow, qtbot: QtBot) -> None:
    """Before the panel is opened its door tells the lowest and the highest Level."""
    window.editor.setPlainText(TEXT)
    door = window.factbox._parts.doors._doors[Panel.PICTURES]
    qtbot.waitUntil(lambda: door.result.startswith("Level "))
    assert " to " in door.result


def test_the_buttons_stand_beside_the_choice_where_there_is_room(qtbot: QtBot, page: PicturePage) -> None:
    """In a wide panel they take no height from the picture; in a narrow one they stand below it."""
    (button, *_others) = page.findChildren(QPushButton)
    picker = page.findChildren(Picker)[0]
    below = button.mapTo(page, QPoint()).y() > picker.mapTo(page, QPoint()).y() + picker.height()
    assert below
    lone = PicturePage(Theme.load("light"), 1.0)
    qtbot.addWidget(lone)
    lone.resize(700, 300)
    lone.show()
    (button, *_others) = lone.findChildren(QPushButton)
    picker = lone.findChildren(Picker)[0]
    assert button.mapTo(lone, QPoint()).y() < picker.mapTo(lone, QPoint()).y() + picker.height()
