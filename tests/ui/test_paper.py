"""The paper: the column, the caret, the fade and the view."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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


def test_column_is_centred(paper: Paper) -> None:
    """The column is 660 wide and stands in the middle."""
    paper.setPlainText("word " * 400)
    margin = paper.document().documentMargin()
    left = paper.viewport().x() + margin
    width = paper.viewport().width() - 2 * margin
    assert width == 660
    assert left == pytest.approx((paper.width() - width) / 2, abs=1)


def test_column_shrinks_with_the_window(paper: Paper) -> None:
    """In a narrow window the column leaves a margin at both sides."""
    paper.resize(500, 600)
    margin = paper.document().documentMargin()
    assert paper.viewport().width() - 2 * margin < 460
    assert paper.viewport().x() + margin >= 24


def test_column_follows_measure_and_text_scale(paper: Paper, theme: Theme) -> None:
    """The column takes another measure, and the text scale multiplies it."""
    paper.resize(1400, 600)
    paper.set_measure(560)
    paper.set_theme(theme, 1.5)
    assert paper.viewport().width() - 2 * paper.document().documentMargin() == 840


def test_click_beside_the_column_sets_the_caret(paper: Paper) -> None:
    """A click in the margin sets the caret to the line beside it."""
    paper.setPlainText("one\ntwo\nthree")
    line = paper.cursorRect(QTextCursor(paper.document().findBlockByNumber(1)))
    at = QPointF(4, paper.viewport().mapTo(paper, line.center()).y())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, paper.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(paper, event)
    assert paper.textCursor().position() == 4


def test_wheel_beside_the_column_scrolls(paper: Paper) -> None:
    """The wheel scrolls wherever the pointer is."""
    paper.setPlainText("line\n" * 200)
    at = QPointF(4, 100)
    turn = QWheelEvent(
        at,
        paper.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(paper, turn)
    assert paper.verticalScrollBar().value() > 0


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


def test_fade_hides_at_the_end(paper: Paper) -> None:
    """The text fades at the foot as long as more of it follows."""
    paper.setPlainText("line\n" * 200)
    assert not paper._fade.isHidden()
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum())
    assert paper._fade.isHidden()


def test_scroll_bar_shows_under_the_mouse_only(paper: Paper, theme: Theme) -> None:
    """The bar is paper until the mouse is there."""
    paper.setPlainText("line\n" * 200)
    paper.verticalScrollBar().setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    image = paper.verticalScrollBar().grab().toImage()
    colours = {image.pixelColor(6, y).name() for y in range(image.height())}
    assert colours == {theme.paper.name()}


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_theme_reaches_the_paper(paper: Paper, name: str) -> None:
    """After a change of theme paper, ink and selection have its colours."""
    theme = Theme.load(name)
    paper.set_theme(theme, 1.0)
    palette = paper.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.paper
    assert palette.color(QPalette.ColorRole.Text) == theme.text
    assert palette.color(QPalette.ColorRole.Highlight) == theme.selection


def test_theme_leaves_text_and_undo_alone(paper: Paper) -> None:
    """A change of theme is no edit."""
    QTest.keyClicks(paper, "words")
    paper.document().setModified(False)
    paper.set_theme(Theme.load("dark"), 1.25)
    assert not paper.document().isModified()
    paper.undo()
    assert not paper.toPlainText()


def test_the_view_is_told_when_it_moves(paper: Paper, qtbot: QtBot) -> None:
    """Scrolling tells which blocks are on screen, so that they are counted first."""
    paper.setPlainText("\n".join(f"Line {number}" for number in range(300)))
    with qtbot.waitSignal(paper.viewed) as told:
        paper.verticalScrollBar().setValue(100)
    first, last = told.args
    assert first == 100
    assert 110 < last < 140


def test_the_view_is_told_at_another_size(paper: Paper, qtbot: QtBot) -> None:
    """More paper shows more blocks."""
    paper.setPlainText("\n".join("A line." for _number in range(300)))
    seen: list[tuple[int, int]] = []
    paper.viewed.connect(lambda first, last: seen.append((first, last)))
    paper.resize(900, 900)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == paper.view)
    assert paper.view[1] > 20
