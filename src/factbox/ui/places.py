"""Where one is in a window and where the window stands, and how both come about again."""

from base64 import b64encode

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QTextCursor

from factbox.metrics.guidance import GUIDANCE, Panel
from factbox.session.reopening import Place
from factbox.ui.window import MainWindow

# How far a new window stands from the one it would hide.
_ASIDE = QPoint(28, 28)
# What is smaller stands elsewhere.
_LEAST = QSize(640, 480)


def place_of(window: MainWindow) -> Place:
    """Give where one is in a window; its path is empty if its text is in no file."""
    panel = window.panels.panel
    return Place(
        str(window.manuscript.path or ""),
        window.editor.textCursor().position(),
        window.editor.first_line,
        panel.value if panel is not None and panel in GUIDANCE else "",
        window.commands["marks"].isChecked(),
        b64encode(window.saveGeometry().data()).decode(),
    )


def go_to(window: MainWindow, place: Place) -> None:
    """Go to where one was in the text of a window."""
    if place.panel in {panel.value for panel in GUIDANCE}:
        window.spread.open_panel(Panel(place.panel))
    if place.marks != window.commands["marks"].isChecked():
        window.commands["marks"].trigger()
    cursor = window.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.setPosition(min(place.caret, cursor.position()))
    window.editor.setTextCursor(cursor)
    window.editor.scroll_to_line(place.line)
    window.editor.setFocus()


def bring_forward(window: MainWindow) -> None:
    """Show a window in front of all others."""
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.raise_()
    window.activateWindow()


def stand_aside(window: MainWindow, front: MainWindow) -> None:
    """Let a window stand a little aside of another, as large, but not beyond the edge of the screen."""
    area = front.screen().availableGeometry()
    # The frame around a window is not its own.
    frame = front.frameGeometry().size() - front.size()
    corner = front.pos() + _ASIDE
    room = QSize(area.right() - corner.x(), area.bottom() - corner.y()) - frame
    if room.width() < _LEAST.width() or room.height() < _LEAST.height():
        corner, room = area.topLeft(), area.size() - frame
    window.resize(front.size().boundedTo(room))
    window.move(corner)
