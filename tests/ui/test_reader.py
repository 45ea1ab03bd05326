"""Tests of the reader of the manual."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.manual import chapter
from factbox.ui.reader import Reader
from factbox.ui.theme import Theme

CHAPTERS = (
    chapter("sails", "# Sails\n\nA sail is set to the wind. The wind does the rest.\n\n![A sail](sail.png)"),
    chapter("oars", "# Oars\n\nWithout wind one rows. See [Sails](1-sails.md) or [more](https://example.org)."),
    chapter("ropes", "# Ropes\n\nRopes are dried in the sun."),
)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Reader:
    """Give a reader of three chapters and a picture."""
    image = QImage(2000, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(tmp_path / "sail.png"))
    made = Reader(CHAPTERS, tmp_path, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def heads(reader: Reader) -> list[str]:
    """Give the titles in the list."""
    return [row.head for row in reader.contents.rows]


def test_it_begins_with_the_first_chapter(reader: Reader) -> None:
    """All are listed, and the first is open."""
    assert heads(reader) == ["Sails", "Oars", "Ropes"]
    assert reader.page.toPlainText().startswith("Sails")


def test_another_chapter_is_a_choice_away(reader: Reader) -> None:
    """What is chosen in the list is shown."""
    reader.contents.choose("ropes")
    assert reader.page.toPlainText().startswith("Ropes")


def test_a_search_lists_the_chapters_that_have_it(reader: Reader) -> None:
    """In whatever capitals, and every place of it is lit; without a search all are there again."""
    reader.search.setText("WIND")
    assert heads(reader) == ["Sails", "Oars"]
    assert len(reader.page.extraSelections()) == 2
    reader.search.clear()
    assert heads(reader) == ["Sails", "Oars", "Ropes"]
    assert not reader.page.extraSelections()


def test_enter_goes_through_all_places(reader: Reader) -> None:
    """From one to the next, then to the next chapter, then to the first again."""
    reader.search.setText("wind")
    places = []
    for _press in range(4):
        places.append((reader.contents.key, reader.page.textCursor().selectedText()))
        QTest.keyClick(reader.search, Qt.Key.Key_Return)
    assert places == [("sails", "wind"), ("sails", "wind"), ("oars", "wind"), ("sails", "wind")]


def test_what_is_nowhere_is_told(reader: Reader) -> None:
    """The page says so; Escape gives the chapters back, and only then closes the manual."""
    reader.search.setText("anchor")
    assert "Nothing in the manual" in reader.page.toPlainText()
    QTest.keyClick(reader.search, Qt.Key.Key_Escape)
    assert reader.isVisible()
    assert reader.page.toPlainText().startswith("Sails")


def test_a_picture_is_as_wide_as_there_is_room(reader: Reader) -> None:
    """It is never cut off at the right."""
    given = reader.page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("sail.png"))
    assert 100 < given.deviceIndependentSize().width() < reader.page.viewport().width()


def test_nothing_but_its_pictures_is_loaded(reader: Reader) -> None:
    """No style and no picture from elsewhere."""
    kinds = QTextDocument.ResourceType
    assert reader.page.loadResource(kinds.StyleSheetResource.value, QUrl("sail.png")) is None
    assert reader.page.loadResource(kinds.ImageResource.value, QUrl("https://example.org/other.png")) is None


def test_links_lead_to_chapters_alone(reader: Reader) -> None:
    """A link within the manual opens its chapter; any other opens nothing."""
    reader.contents.choose("oars")
    reader.page.anchorClicked.emit(QUrl("https://example.org"))
    assert reader.page.toPlainText().startswith("Oars")
    reader.page.anchorClicked.emit(QUrl("1-sails.md"))
    assert reader.page.toPlainText().startswith("Sails")


def test_in_a_narrow_window_the_list_is_above(reader: Reader, qtbot: QtBot) -> None:
    """The text keeps the whole width."""
    reader.resize(420, 600)
    qtbot.waitUntil(lambda: reader.page.width() > 400)
    assert reader.contents.mapTo(reader, reader.contents.rect().bottomLeft()).y() <= reader.page.y()
