"""The paper: the column, the caret, the fade and the view."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.metrics.guidance import Spot
from factbox.ui.paper import Paper
from factbox.ui.theme import Theme
from factbox.ui.typefaces import Typesetting

TEXT = "Long ago a man who ground salt in a mill by the sea gave away all that he had ground, and more. "


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


def column(paper: Paper) -> float:
    """Give the width of the column."""
    return paper.viewport().width() - 2 * paper.document().documentMargin()


def test_column_is_centred(paper: Paper) -> None:
    """Lines have room for 66 to 72 characters, and the column stands in the middle."""
    paper.setPlainText(TEXT * 20)
    margin = paper.document().documentMargin()
    left = paper.viewport().x() + margin
    width = paper.viewport().width() - 2 * margin
    block = paper.document().firstBlock().layout()
    lengths = [block.lineAt(number).textLength() for number in range(block.lineCount() - 1)]
    # What does not fit at the end of a line begins the next one.
    assert 66 <= max(lengths) <= 74
    assert 64 <= sum(lengths) / len(lengths) <= 72
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
    before = column(paper)
    paper.set_measure(330)
    assert column(paper) == pytest.approx(before / 2, abs=1)
    paper.set_theme(theme, 1.5)
    assert column(paper) == pytest.approx(before * 0.75, abs=2)


def test_takes_typeface_measure_and_leading(paper: Paper) -> None:
    """All three are seen at once; lines are as far apart as was asked for."""
    paper.resize(1400, 600)
    paper.setPlainText(TEXT * 20)
    before = column(paper)
    paper.typeset(Typesetting("Inter", 105, 2.0))
    assert paper.font().family().startswith("Inter")
    assert column(paper) > 1.4 * before
    lines = paper.document().firstBlock().layout()
    assert lines.lineAt(1).y() - lines.lineAt(0).y() == pytest.approx(2.0 * paper.font().pixelSize(), abs=1)
    assert not paper.document().isUndoAvailable()
    assert not paper.document().isModified()


def test_lines_that_are_not_wrapped_are_scrolled_sideways(paper: Paper) -> None:
    """A paragraph is one line then, and the page moves along with the caret."""
    paper.setPlainText(TEXT * 20)
    paper.typeset(Typesetting(wrapped=False))
    assert paper.document().firstBlock().lineCount() == 1
    paper.moveCursor(QTextCursor.MoveOperation.End)
    assert paper.horizontalScrollBar().value() > 0
    paper.typeset(Typesetting())
    assert paper.document().firstBlock().lineCount() > 1


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


def test_scrolling_within_scrolling_comes_to_an_end(paper: Paper) -> None:
    """What Qt learns of the height of paragraphs while it scrolls makes it scroll anew, but not for ever."""
    paper.setPlainText("\n".join([TEXT * 9] * 60))
    scrolled: list[int] = []

    def scroll_on(_where: object, down: int) -> None:
        if down and len(scrolled) < 90:
            scrolled.append(down)
            bar.setValue(bar.value() + 1)

    bar = paper.verticalScrollBar()
    paper.updateRequest.connect(scroll_on)
    bar.setValue(20)
    assert 1 <= len(scrolled) <= 3
    paper.updateRequest.disconnect(scroll_on)
    bar.setValue(bar.maximum())
    assert paper.view[1] == 59


@pytest.mark.parametrize("spot", [Spot(0, 90, 97), Spot(0, 2, 97), Spot(7, 0, 3)])
def test_a_spot_of_a_text_that_has_changed_is_as_near_as_there_is(paper: Paper, spot: Spot) -> None:
    """A list that speaks of the text before an edit leads to no place outside of it."""
    paper.setPlainText("It is short now.")
    paper.go_to(spot)
    assert 0 <= paper.textCursor().selectionStart() <= paper.textCursor().selectionEnd() <= 16
