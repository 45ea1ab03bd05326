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
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from factbox.document import Block, Role
from factbox.metrics.guidance import Edit
from factbox.metrics.substitution import words_in
from factbox.session import conversion, shapes
from factbox.session.units import characters, positions
from factbox.translation import _
from factbox.ui.caret import TOP
from factbox.ui.paper import Paper
from factbox.ui.paragraphs import Paragraphs
from factbox.ui.pasting import pasted, plainly, seal
from factbox.ui.sheet import FADE
from factbox.ui.theme import Theme

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
        self._paragraphs = Paragraphs(self)
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
            if not self._paragraphs.ends():
                super().keyPressEvent(QKeyEvent(event.type(), event.key(), modifiers, "\r"))
                self._paragraphs.leave_heading()
        elif not self._paragraphs.takes(event):
            if event.text().isprintable() and event.text() and not self.textCursor().hasSelection():
                self._paragraphs.leave_link()
            super().keyPressEvent(event)
        self._clear_of_fade()

    def word_at_caret(self) -> str:
        """Give the word that the caret stands in, or none."""
        return _word_at(self.textCursor())

    def give_role(self, role: Role, level: int = 1) -> None:
        """Make headings, items or body text of the selected paragraphs, as one step that can be undone."""
        if not self.isReadOnly():
            shapes.give_role(self.textCursor(), role, level)
            # The numbers of items behind it may be others now.
            self.viewport().update()

    def shift(self, steps: int) -> None:
        """Bring the selected headings and items deeper by so many levels, or up, as one step."""
        if not self.isReadOnly():
            self._paragraphs.shift(steps)
            self.viewport().update()

    @property
    def paragraph_shape(self) -> tuple[Role, int]:
        """The role of the paragraph at the caret, and its level."""
        block = self.textCursor().block()
        return shapes.role_of(block), shapes.level_of(block)

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
        seal(data, self.textCursor())
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert a paste or a drop, with its headings, lists and faces, as one step that can be undone."""
        self._put(pasted(source, self._plain))

    @Slot()
    def paste_plain(self) -> None:
        """Insert the words alone of what is on the clipboard, as one step that can be undone."""
        source = QGuiApplication.clipboard().mimeData()
        # Where nobody has copied anything yet, some systems have none.
        if source is not None:
            self._put(plainly(source, self._plain))

    def _put(self, blocks: Sequence[Block]) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        shapes.insert(cursor, blocks)
        # Letters typed next would join this step if its last act were an insertion.
        _insert(cursor, "")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @Slot(object)
    def break_up(self, places: Mapping[int, Sequence[int]]) -> None:
        """Break paragraphs at spaces, as one step that can be undone; caret and view stay where they are.

        Args:
            places: By the number of the block, the places of the spaces in it, in Qt's units and in order.
        """
        if self.isReadOnly():
            return
        caret, view = self.textCursor().position(), self._bar.value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, spaces in sorted(places.items(), reverse=True):
            # One insertion for all: Qt would lay the whole paragraph out again for each.
            whole = conversion.block(self.document().findBlockByNumber(number))
            ends = [*characters(whole.text, spaces), len(whole.text)]
            starts = [0, *(end + 1 for end in ends[:-1])]
            cursor.setPosition(self.document().findBlockByNumber(number).position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            shapes.insert(cursor, [whole.part(start, end) for start, end in zip(starts, ends, strict=True)])
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
        # Never a move, after which the source might remove them.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
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
