"""The editor: the paper one writes on; what is typed, pasted, dropped, and changed at a stroke."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from factbox.document import Role
from factbox.metrics.guidance import Edit
from factbox.metrics.substitution import words_in
from factbox.session.conversion import positions
from factbox.session.shapes import give_role, role_of
from factbox.translation import _
from factbox.ui.paper import FADE, TOP, Paper
from factbox.ui.theme import Theme

_OWN = "application/x-factbox-text"
_SEAL = "."


# Gets a place of the text and what opens the menu with some actions first; whether it does so, now or soon.
Preface = Callable[[int, Callable[[Sequence[QAction]], None]], bool]


def _same(text: str) -> str:
    return text


class Editor(Paper):
    """Where one writes.

    Signals:
        files_dropped: The paths of files that were let go over the text.
        word_asked: The word for which simpler ones are wanted.
    """

    files_dropped = Signal(list)
    word_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        scale: float = 1.0,
        plain: Callable[[str], str] = _same,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, scale, parent)
        self._plain = plain
        self._starts: QWidget | None = None
        self._preface: Preface | None = None
        self.setObjectName("editor")
        self.setAccessibleName(_("Text"))
        self.setPlaceholderText(_("Write here, or paste a text."))

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._place_starts()

    def set_starts(self, starts: QWidget) -> None:
        """Show a widget under the placeholder as long as the paper is empty."""
        self._starts = starts
        starts.setParent(self.viewport())
        self._place_starts()
        self.textChanged.connect(self._place_starts)

    def _place_starts(self) -> None:
        if self._starts is None:
            return
        empty = self.document().isEmpty()
        if empty:
            size = self._starts.sizeHint()
            # The buttons have air at their left; their icons stand under the first letter.
            left, top = TOP - round(6 * self._scale), TOP + round(1.5 * self.fontMetrics().lineSpacing())
            self._starts.setGeometry(left, top, size.width(), size.height())
        self._starts.setVisible(empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Shift+Return starts a paragraph as Return does, for there are no lines within paragraphs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            event = QKeyEvent(event.type(), event.key(), modifiers, "\r")
            self._begin_paragraph(event)
        else:
            super().keyPressEvent(event)
        self._clear_of_fade()

    def word_at_caret(self) -> str:
        """Give the word that the caret stands in, or none."""
        return _word_at(self.textCursor())

    def _begin_paragraph(self, event: QKeyEvent) -> None:
        """Begin a paragraph: behind a heading comes body text, and an empty item ends its list."""
        before = role_of(self.textCursor().block())
        if before is Role.ITEM and not self.textCursor().block().text():
            self.give_role(Role.BODY)
            return
        super().keyPressEvent(event)
        if before is Role.HEADING and not self.textCursor().block().text():
            self.give_role(Role.BODY)

    def give_role(self, role: Role) -> None:
        """Make headings, items or body text of the selected paragraphs, as one step that can be undone."""
        if not self.isReadOnly():
            give_role(self.textCursor(), role)

    @property
    def paragraph_role(self) -> Role:
        """The role of the paragraph at the caret."""
        return role_of(self.textCursor().block())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; who comes by the Tab key finds nothing selected that the next key would replace."""
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().focusInEvent(event)

    def set_preface(self, preface: Preface) -> None:
        """Let somebody put actions before the others when the menu is opened."""
        self._preface = preface

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of editing; who has something to put before it does so first."""
        self.open_menu(event.pos(), self.cursorForPosition(event.pos()).position())

    def open_menu(self, point: QPoint, position: int) -> None:
        """Open the menu of editing at a point of the view, for a place of the text."""
        show = partial(self.show_menu, point, position)
        if self._preface is None or not self._preface(position, show):
            show(())

    def show_menu(self, point: QPoint, position: int, before: Sequence[QAction]) -> None:
        """Open the menu at a point of the view, for a place of the text, with some actions before the others."""
        menu = self.createStandardContextMenu(point)
        if before:
            menu.insertActions(menu.actions()[0], [*before, menu.insertSeparator(menu.actions()[0])])
            menu.setActiveAction(before[0])
        cursor = self.textCursor()
        cursor.setPosition(position)
        word = _word_at(cursor)
        if word and not before:
            menu.addSeparator()
            simpler = menu.addAction(_("Simpler words for “{word}”").format(word=word))
            simpler.triggered.connect(lambda: self.word_asked.emit(word))
        menu.setStyleSheet(self._theme.stylesheet(self._scale))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in before:
            each.setParent(menu)
        menu.popup(self.viewport().mapToGlobal(point))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is cut, copied or dragged, marked as written here."""
        # Qt's own object, not one made here: the clipboard outlives Python and would crash the program then.
        data = super().createMimeDataFromSelection()
        data.setData(_OWN, b"1")
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the plain text of a paste or a drop as one step that can be undone."""
        if self.isReadOnly():
            return
        # What was written here is as its writer wants it.
        text = source.text() if source.hasFormat(_OWN) else self._plain(source.text())
        cursor = self.textCursor()
        cursor.beginEditBlock()
        _insert(cursor, text)
        cursor.endEditBlock()
        self.ensureCursorVisible()

    @Slot(object)
    def break_up(self, places: Mapping[int, Sequence[int]]) -> None:
        """Break paragraphs at spaces, as one step that can be undone; caret and view stay where they are.

        Args:
            places: By the number of the block, the places of the spaces in it, in Qt's units and in order.
        """
        caret, view = self.textCursor().position(), self._bar.value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, spaces in sorted(places.items(), reverse=True):
            # One insertion for all: Qt would lay the whole paragraph out again for each.
            units = self.document().findBlockByNumber(number).text().encode("utf-16-le", "surrogatepass")
            ends = [*spaces, len(units) // 2]
            starts = [0, *(space + 1 for space in spaces)]
            cursor.setPosition(self.document().findBlockByNumber(number).position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(
                "\n".join(
                    units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
                    for start, end in zip(starts, ends, strict=True)
                )
            )
        cursor.endEditBlock()
        moved = self.textCursor()
        moved.setPosition(caret)
        self.setTextCursor(moved)
        self._bar.setValue(view)

    def change(self, edits: Iterable[Edit]) -> bool:
        """Change the text in several places, as one step that can be undone; the places must not overlap.

        Nothing changes, and False comes back, where the text is not the one that the edits were made for.
        """
        # From the end: what changes leaves the places before it alone.
        ordered = sorted(edits, key=lambda each: (each.spot.block, each.spot.start), reverse=True)
        if self.isReadOnly() or not ordered or not all(map(self._fits, ordered)):
            return False
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for edit in ordered:
            block = self.document().findBlockByNumber(edit.spot.block)
            start, end = positions(block.text(), (edit.spot.start, edit.spot.end))
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            _insert(cursor, edit.text)
        cursor.endEditBlock()
        return True

    def _fits(self, edit: Edit) -> bool:
        block = self.document().findBlockByNumber(edit.spot.block)
        return block.isValid() and block.text()[edit.spot.start : edit.spot.end] == edit.was

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of files that were dropped; take dropped words as a paste."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            super().dropEvent(event)
            return
        # Ends the drag that QPlainTextEdit began to show.
        self.dragLeaveEvent(QDragLeaveEvent())
        event.acceptProposedAction()
        self.files_dropped.emit(paths)

    def _clear_of_fade(self) -> None:
        lowest = self.viewport().height() - round(FADE * self._scale)
        if self.cursorRect().bottom() > lowest and self._bar.value() < self._bar.maximum():
            self._bar.setValue(self._bar.value() + 1)


def _insert(cursor: QTextCursor, text: str) -> None:
    # Letters typed next would join this step if its last act were an insertion: so it is a removal.
    cursor.insertText(text + _SEAL)
    cursor.deletePreviousChar()


def _word_at(cursor: QTextCursor) -> str:
    """Give the word around a place, or the one that ends there."""
    text, place = cursor.block().text(), cursor.positionInBlock()
    return next((text[start:end] for start, end in words_in(text) if start <= place <= end), "")
