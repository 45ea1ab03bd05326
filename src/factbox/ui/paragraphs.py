"""What keys do at the edges of paragraphs, of lists and of links."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from factbox.document import DEEPEST, LISTED, Face, Role
from factbox.session import shapes

_Keys, _Moves = Qt.Key, QTextCursor.MoveOperation


class Paragraphs:
    """Keeps a pane's paragraphs in shape while somebody types."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        self._pane = pane
        self._count = pane.blockCount()
        # Only when the change is over: it joins the step that made one paragraph of two.
        self._joined = QTimer(pane, interval=0, singleShot=True)
        self._joined.timeout.connect(self._straighten)
        pane.blockCountChanged.connect(self._on_counted)

    def takes(self, event: QKeyEvent) -> bool:
        """Take a key that shapes the paragraph at the caret; tell whether it did, and the pane must not."""
        cursor = self._pane.textCursor()
        is_plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if self._pane.isReadOnly() or cursor.hasSelection() or not is_plain:
            return False
        if event.key() == _Keys.Key_Delete and cursor.atBlockEnd():
            return self._join(cursor)
        if not cursor.atBlockStart():
            return False
        role = shapes.role_of(cursor.block())
        if event.key() == _Keys.Key_Backspace:
            return self.rise() or (cursor.movePosition(_Moves.PreviousCharacter) and self._join(cursor))
        if event.key() in {_Keys.Key_Tab, _Keys.Key_Backtab} and role in LISTED:
            self.shift(1 if event.key() == _Keys.Key_Tab else -1)
            return True
        return False

    def ends(self) -> bool:
        """End a list or a quotation at an empty paragraph of it; tell whether there was one."""
        cursor = self._pane.textCursor()
        is_empty = not cursor.block().text() and shapes.role_of(cursor.block()) is not Role.HEADING
        return is_empty and self.rise()

    def rise(self) -> bool:
        """Bring the paragraph at the caret one level up, or make it body text; tell whether it was none."""
        cursor = self._pane.textCursor()
        role, level = shapes.role_of(cursor.block()), shapes.level_of(cursor.block())
        if role is Role.BODY:
            return False
        if role in LISTED and level > 1:
            shapes.give_role(cursor, role, level - 1)
        else:
            shapes.give_role(cursor, Role.BODY)
        return True

    def shift(self, steps: int) -> None:
        """Bring the selected headings and items deeper, or up, as one step."""
        cursor = self._pane.textCursor()
        cursor.beginEditBlock()
        block = self._pane.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            role, level = shapes.role_of(block), shapes.level_of(block)
            if 1 <= level + steps <= DEEPEST.get(role, 1):
                shapes.give_role(QTextCursor(block), role, level + steps)
            block = block.next()
        cursor.endEditBlock()

    def leave_heading(self) -> None:
        """Let body text follow a heading, where a new paragraph has begun."""
        cursor = self._pane.textCursor()
        if shapes.role_of(cursor.block()) is Role.HEADING and not cursor.block().text():
            cursor.joinPreviousEditBlock()
            shapes.give_role(cursor, Role.BODY)
            cursor.endEditBlock()

    def leave_link(self) -> None:
        """Let what is typed behind a link be none of it."""
        letters = self._pane.textCursor().charFormat()
        if not letters.isAnchor():
            return
        after = QTextCursor(self._pane.textCursor())
        after.clearSelection()
        is_inside = not after.atBlockEnd()
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if not is_inside or after.charFormat().anchorHref() != letters.anchorHref():
            self._pane.mergeCurrentCharFormat(
                shapes.letters_for(self._pane.document(), Face.LINK, Role.BODY, on=False)
            )

    def _join(self, cursor: QTextCursor) -> bool:
        """Make one paragraph of the one that ends at a place and the next; tell whether it had to be done here.

        Qt's own way is a step that nothing can join later.
        """
        if not shapes.has_shapes(self._pane.document()) or cursor.atEnd():
            return False
        cursor.beginEditBlock()
        cursor.deleteChar()
        shapes.straighten(cursor.block())
        cursor.endEditBlock()
        self._pane.setTextCursor(cursor)
        return True

    def _on_counted(self, count: int) -> None:
        # After an undo everything is as it was; another step would make it final.
        is_new = not self._pane.document().isRedoAvailable()
        if count < self._count and is_new and shapes.has_shapes(self._pane.document()):
            self._joined.start()
        self._count = count

    def _straighten(self) -> None:
        """Give the letters of the paragraph at the caret one look: it may be one of two."""
        if self._pane.document().isRedoAvailable():
            return
        shapes.straighten(self._pane.textCursor().block())
