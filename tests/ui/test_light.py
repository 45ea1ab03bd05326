"""Tests of the light of the focus mode."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.ui.light import Lit, contrast, veil_of
from factbox.ui.paper import Paper
from factbox.ui.theme import Theme

TEXT = (
    "One is short. " + "Two is a sentence that goes on for long, from line to line. " * 3 + "\nAnother paragraph."
)


@pytest.fixture
def paper(qtbot: QtBot, theme: Theme) -> Paper:
    """Give paper with two paragraphs, the caret in the first sentence."""
    made = Paper(theme)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.setPlainText(TEXT)
    made.show()
    return made


def move(paper: Paper, place: int) -> None:
    """Put the caret somewhere."""
    cursor = paper.textCursor()
    cursor.setPosition(place)
    paper.setTextCursor(cursor)


def lit(paper: Paper, place: int) -> bool:
    """Tell whether a letter is lit."""
    cursor = paper.textCursor()
    cursor.setPosition(place)
    return paper.light.region.contains(paper.cursorRect(cursor).center())


def darkest(image: QImage, colour: QColor) -> float:
    """Give the contrast of the darkest spot of a picture with a colour."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max(contrast(image.pixelColor(*place), colour) for place in places)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (Lit.SENTENCE, [True, False, False, False]),
        (Lit.LINE, [True, True, False, False]),
        (Lit.PARAGRAPH, [True, True, True, False]),
        (Lit.ALL, [True, True, True, True]),
    ],
)
def test_lights_as_much_as_is_wanted(paper: Paper, size: Lit, expected: list[bool]) -> None:
    """A sentence, the line of the caret, its paragraph, or everything."""
    paper.light.shine(size)
    assert [lit(paper, place) for place in (3, 24, 150, len(TEXT) - 4)] == expected


def test_follows_the_caret_and_what_is_typed(paper: Paper) -> None:
    """The sentence that grows stays lit; the one that was left is dimmed."""
    paper.light.shine(Lit.SENTENCE)
    move(paper, 40)
    assert [lit(paper, place) for place in (3, 24)] == [False, True]
    move(paper, len(TEXT))
    QTest.keyClicks(paper, " And on.")
    assert lit(paper, len(TEXT) + 6)
    assert not lit(paper, len(TEXT) - 10)


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
def test_what_is_dimmed_can_be_read(paper: Paper, name: str) -> None:
    """On the picture, dimmed letters keep a contrast of 4.5 and lit ones all of theirs; in high contrast 7."""
    theme = Theme.load(name)
    paper.set_theme(theme, 1.0)
    paper.light.shine(Lit.PARAGRAPH)
    move(paper, len(TEXT))
    last = paper.cursorRect()
    move(paper, 0)
    image = paper.viewport().grab().toImage()
    dimmed = darkest(image.copy(0, last.top(), image.width(), last.height()), theme.paper)
    assert (7 if theme.outlined else 4.5) <= dimmed <= (7.5 if theme.outlined else 5.2)
    assert contrast(theme.text, theme.paper) > 2 * veil_least(theme)


def veil_least(theme: Theme) -> float:
    """Give the contrast that the veil leaves to the letters of a theme."""
    veil = veil_of(theme)
    share = veil.alphaF()
    parts = zip((theme.paper.getRgb() or ())[:3], (theme.text.getRgb() or ())[:3], strict=True)  # type: ignore[index]
    return contrast(theme.paper, QColor(*(round(one * share + other * (1 - share)) for one, other in parts)))


def test_the_document_knows_nothing_of_it(paper: Paper) -> None:
    """Light is no format and no step."""
    paper.light.shine(Lit.SENTENCE)
    move(paper, 40)
    paper.grab()
    assert not paper.document().isUndoAvailable()
    assert not paper.extraSelections()
