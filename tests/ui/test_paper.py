"""The paper: its caret and its places."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.metrics.guidance import Spot
from factbox.ui.paper import Paper
from factbox.ui.theme import Theme


@pytest.fixture
def paper(qtbot: QtBot, theme: Theme) -> Iterator[Paper]:
    """Give shown paper with the focus and a caret that does not blink."""
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    made = Paper(theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    QApplication.setCursorFlashTime(flash)


def caret_pixels(paper: Paper, theme: Theme) -> int:
    """Count the pixels in the accent colour."""
    image = paper.grab().toImage()
    places = ((x, y) for x in range(100, 200) for y in range(20, 90))
    return sum(image.pixelColor(*place) == theme.accent for place in places)


def test_caret_has_the_accent(paper: Paper, theme: Theme) -> None:
    """The caret is two pixels of accent, 1.2 times as high as the letters."""
    assert caret_pixels(paper, theme) == 2 * round(1.2 * 18)


def test_caret_leaves_with_the_focus(paper: Paper, theme: Theme) -> None:
    """Without the focus there is no caret."""
    paper.clearFocus()
    assert caret_pixels(paper, theme) == 0


def test_caret_blinks_in_the_time_of_the_system(paper: Paper, theme: Theme, qtbot: QtBot) -> None:
    """With a flash time the caret comes and goes."""
    QApplication.setCursorFlashTime(40)
    qtbot.waitUntil(lambda: caret_pixels(paper, theme) == 0)
    qtbot.waitUntil(lambda: caret_pixels(paper, theme) > 0)


@pytest.mark.parametrize("spot", [Spot(0, 90, 97), Spot(0, 2, 97), Spot(7, 0, 3)])
def test_a_spot_of_a_text_that_has_changed_is_as_near_as_there_is(paper: Paper, spot: Spot) -> None:
    """A list that speaks of the text before an edit leads to no place outside of it."""
    paper.setPlainText("It is short now.")
    paper.go_to(spot)
    assert 0 <= paper.textCursor().selectionStart() <= paper.textCursor().selectionEnd() <= 16
