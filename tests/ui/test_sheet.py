"""The sheet: its column, its fade and its view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factbox.ui.sheet import Sheet
from factbox.ui.theme import Theme
from factbox.ui.typefaces import Typesetting

TEXT = "Long ago a man who ground salt in a mill by the sea gave away all that he had ground, and more. "


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Sheet:
    """Give a sheet on show, with the focus."""
    made = Sheet(theme, 1.0, None)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def column(sheet: Sheet) -> float:
    """Give the width of the column."""
    return sheet.viewport().width() - 2 * sheet.document().documentMargin()


def test_column_is_centred(sheet: Sheet) -> None:
    """Lines have room for 66 to 72 characters, and the column stands in the middle."""
    sheet.setPlainText(TEXT * 20)
    margin = sheet.document().documentMargin()
    left = sheet.viewport().x() + margin
    width = sheet.viewport().width() - 2 * margin
    block = sheet.document().firstBlock().layout()
    lengths = [block.lineAt(number).textLength() for number in range(block.lineCount() - 1)]
    # What does not fit at the end of a line begins the next one.
    assert 66 <= max(lengths) <= 74
    assert 64 <= sum(lengths) / len(lengths) <= 72
    assert left == pytest.approx((sheet.width() - width) / 2, abs=1)


def test_column_shrinks_with_the_window(sheet: Sheet) -> None:
    """In a narrow window the column leaves a margin at both sides."""
    sheet.resize(500, 600)
    margin = sheet.document().documentMargin()
    assert sheet.viewport().width() - 2 * margin < 460
    assert sheet.viewport().x() + margin >= 24


def test_column_follows_measure_and_text_scale(sheet: Sheet, theme: Theme) -> None:
    """The column takes another measure, and the text scale multiplies it."""
    sheet.resize(1400, 600)
    before = column(sheet)
    sheet.set_measure(330)
    assert column(sheet) == pytest.approx(before / 2, abs=1)
    sheet.set_theme(theme, 1.5)
    assert column(sheet) == pytest.approx(before * 0.75, abs=2)


def test_takes_typeface_measure_and_leading(sheet: Sheet) -> None:
    """All three are seen at once; lines are as far apart as was asked for."""
    sheet.resize(1400, 600)
    sheet.setPlainText(TEXT * 20)
    before = column(sheet)
    sheet.typeset(Typesetting("Inter", 105, 2.0))
    assert sheet.font().family().startswith("Inter")
    assert column(sheet) > 1.4 * before
    lines = sheet.document().firstBlock().layout()
    assert lines.lineAt(1).y() - lines.lineAt(0).y() == pytest.approx(2.0 * sheet.font().pixelSize(), abs=1)
    assert not sheet.document().isUndoAvailable()
    assert not sheet.document().isModified()


def test_lines_that_are_not_wrapped_are_scrolled_sideways(sheet: Sheet) -> None:
    """A paragraph is one line then, and the page moves along with the caret."""
    sheet.setPlainText(TEXT * 20)
    sheet.typeset(Typesetting(wrapped=False))
    assert sheet.document().firstBlock().lineCount() == 1
    sheet.moveCursor(QTextCursor.MoveOperation.End)
    assert sheet.horizontalScrollBar().value() > 0
    sheet.typeset(Typesetting())
    assert sheet.document().firstBlock().lineCount() > 1


def test_click_beside_the_column_sets_the_caret(sheet: Sheet) -> None:
    """A click in the margin sets the caret to the line beside it."""
    sheet.setPlainText("one\ntwo\nthree")
    line = sheet.cursorRect(QTextCursor(sheet.document().findBlockByNumber(1)))
    at = QPointF(4, sheet.viewport().mapTo(sheet, line.center()).y())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, sheet.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(sheet, event)
    assert sheet.textCursor().position() == 4


def test_wheel_beside_the_column_scrolls(sheet: Sheet) -> None:
    """The wheel scrolls wherever the pointer is."""
    sheet.setPlainText("line\n" * 200)
    at = QPointF(4, 100)
    turn = QWheelEvent(
        at,
        sheet.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheet, turn)
    assert sheet.verticalScrollBar().value() > 0


def test_fade_hides_at_the_end(sheet: Sheet) -> None:
    """The text fades at the foot as long as more of it follows."""
    sheet.setPlainText("line\n" * 200)
    assert not sheet._fade.isHidden()
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    assert sheet._fade.isHidden()


def test_scroll_bar_shows_under_the_mouse_only(sheet: Sheet, theme: Theme) -> None:
    """The bar is paper until the mouse is there."""
    sheet.setPlainText("line\n" * 200)
    sheet.verticalScrollBar().setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    image = sheet.verticalScrollBar().grab().toImage()
    colours = {image.pixelColor(6, y).name() for y in range(image.height())}
    assert colours == {theme.paper.name()}


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_theme_reaches_the_paper(sheet: Sheet, name: str) -> None:
    """After a change of theme sheet, ink and selection have its colours."""
    theme = Theme.load(name)
    sheet.set_theme(theme, 1.0)
    palette = sheet.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.paper
    assert palette.color(QPalette.ColorRole.Text) == theme.text
    assert palette.color(QPalette.ColorRole.Highlight) == theme.selection


def test_theme_leaves_text_and_undo_alone(sheet: Sheet) -> None:
    """A change of theme is no edit."""
    QTest.keyClicks(sheet, "words")
    sheet.document().setModified(False)
    sheet.set_theme(Theme.load("dark"), 1.25)
    assert not sheet.document().isModified()
    sheet.undo()
    assert not sheet.toPlainText()


def test_the_view_is_told_when_it_moves(sheet: Sheet, qtbot: QtBot) -> None:
    """Scrolling tells which blocks are on screen, so that they are counted first."""
    sheet.setPlainText("\n".join(f"Line {number}" for number in range(300)))
    with qtbot.waitSignal(sheet.viewed) as told:
        sheet.verticalScrollBar().setValue(100)
    first, last = told.args
    assert first == 100
    assert 110 < last < 140


def test_the_view_is_told_at_another_size(sheet: Sheet, qtbot: QtBot) -> None:
    """More paper shows more blocks."""
    sheet.setPlainText("\n".join("A line." for _number in range(300)))
    seen: list[tuple[int, int]] = []
    sheet.viewed.connect(lambda first, last: seen.append((first, last)))
    sheet.resize(900, 900)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == sheet.view)
    assert sheet.view[1] > 20


def test_scrolling_within_scrolling_comes_to_an_end(sheet: Sheet) -> None:
    """What Qt learns of the height of paragraphs while it scrolls makes it scroll anew, but not for ever."""
    sheet.setPlainText("\n".join([TEXT * 9] * 60))
    scrolled: list[int] = []

    def scroll_on(_where: object, down: int) -> None:
        if down and len(scrolled) < 90:
            scrolled.append(down)
            bar.setValue(bar.value() + 1)

    bar = sheet.verticalScrollBar()
    sheet.updateRequest.connect(scroll_on)
    bar.setValue(20)
    assert 1 <= len(scrolled) <= 3
    sheet.updateRequest.disconnect(scroll_on)
    bar.setValue(bar.maximum())
    assert sheet.view[1] == 59


class Jumping(Sheet):
    """Learns while it is painted that it stands elsewhere."""

    jumps = 0

    def paint(self, event: QPaintEvent) -> None:
        """Draw, and let the bar move meanwhile."""
        painter = QPainter(self.viewport())
        if self.jumps:
            self.jumps -= 1
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + 7)
        painter.end()
        super().paint(event)


def test_it_scrolls_when_it_has_been_painted(theme: Theme, qtbot: QtBot) -> None:
    """Never while it is: Qt would move what is painted on at that moment, which has ended the program."""
    made = Jumping(theme, 1.0, None)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.setPlainText("\n".join(f"Line {number}" for number in range(300)))
    with qtbot.waitExposed(made):
        made.show()
    made.jumps = 1
    made.viewport().repaint()
    assert made.first_line == 7
    assert made.firstVisibleBlock().blockNumber() == 0
    qtbot.waitUntil(lambda: made.firstVisibleBlock().blockNumber() == 7)
