"""The commands that shape a text: headings, lists and quotations, bold and italic letters, links."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from factbox.document import Face, Role
from factbox.session import shapes
from factbox.session.units import positions
from factbox.ui import dialogs
from factbox.ui.actions import Actions
from factbox.ui.editor import Editor

# The role that each command gives, and its level.
_ROLES: Mapping[str, tuple[Role, int]] = {
    "body": (Role.BODY, 1),
    "heading": (Role.HEADING, 1),
    **{f"heading_{level}": (Role.HEADING, level) for level in range(2, 7)},
    "item": (Role.ITEM, 1),
    "numbered": (Role.NUMBERED, 1),
    "quotation": (Role.QUOTATION, 1),
}
_FACES: Mapping[str, Face] = {"bold": Face.BOLD, "italic": Face.ITALIC}


class Shaping(QObject):
    """Shapes what is selected in the editor, and shows in the menus how the place at the caret is shaped."""

    def __init__(self, editor: Editor, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._window = editor, window
        self._commands = commands
        for key, (role, level) in _ROLES.items():
            commands[key].triggered.connect(partial(self._give_role, role, level))
        for key, face in _FACES.items():
            commands[key].triggered.connect(partial(self._turn, face))
        commands["link"].triggered.connect(self._ask_for_address)
        commands["plain_letters"].triggered.connect(self._clear)
        commands["deeper"].triggered.connect(lambda: self._shift(1))
        commands["shallower"].triggered.connect(lambda: self._shift(-1))
        commands["paste_plain"].triggered.connect(editor.paste_plain)
        editor.cursorPositionChanged.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        role, level = self._editor.paragraph_shape
        here = next(key for key, each in _ROLES.items() if each == (role, level if role is Role.HEADING else 1))
        self._commands[here].setChecked(True)
        faces = shapes.faces_of(self._editor.textCursor().charFormat())
        for key, face in _FACES.items():
            self._commands[key].setChecked(face in faces)

    def _give_role(self, role: Role, level: int) -> None:
        self._editor.give_role(role, level)
        self._show()

    def _shift(self, steps: int) -> None:
        self._editor.shift(steps)
        self._show()

    def _turn(self, face: Face) -> None:
        """Set letters apart, or no longer: the selected ones, the word around the caret, or what comes next."""
        cursor = self._words()
        on = not self._has(cursor, face)
        if self._editor.isReadOnly():
            pass
        elif cursor.hasSelection():
            shapes.give_face(cursor, face, on=on)
        else:
            role, _level = self._editor.paragraph_shape
            letters = shapes.letters_for(self._editor.document(), face, role, on=on)
            self._editor.mergeCurrentCharFormat(letters)
        self._show_face(face, on=on)

    def _show_face(self, face: Face, *, on: bool) -> None:
        for key, each in _FACES.items():
            if each is face:
                self._commands[key].setChecked(on and not self._editor.isReadOnly())

    def _has(self, cursor: QTextCursor, face: Face) -> bool:
        """Tell whether letters have a face: the first of a selection, else those that come next."""
        if not cursor.hasSelection():
            return face in shapes.faces_of(self._editor.currentCharFormat())
        return face in shapes.faces_of(_behind(cursor, cursor.selectionStart()).charFormat())

    def _words(self) -> QTextCursor:
        """Give what a command is about: the selection, or the word that the caret stands inside of."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return cursor
        word = QTextCursor(cursor)
        word.select(QTextCursor.SelectionType.WordUnderCursor)
        is_inside = word.selectionStart() < cursor.position() < word.selectionEnd()
        return word if is_inside else cursor

    @Slot()
    def _ask_for_address(self) -> None:
        """Ask where the selected words, or the link at the caret, should lead."""
        cursor = self._link() or self._words()
        if self._editor.isReadOnly():
            return
        if not cursor.hasSelection():
            dialogs.tell_how_to_link(self._window)
            return
        old = shapes.faces_of(_behind(cursor, cursor.selectionStart()).charFormat()).get(Face.LINK, "")

        def answered(address: str) -> None:
            # The cursor has gone along with what has become of the text meanwhile.
            if cursor.hasSelection():
                shapes.give_face(cursor, Face.LINK, address.strip(), on=bool(address.strip()))

        dialogs.ask_for_address(self._window, old, answered)

    def _link(self) -> QTextCursor | None:
        """Give the whole link that the caret is in, None where it is in none."""
        caret = self._editor.textCursor()
        block = caret.block()
        if caret.hasSelection():
            return None
        place, text = caret.positionInBlock(), block.text()
        for span in shapes.spans_of(block, text):
            start, end = positions(text, (span.start, span.end))
            if span.face is Face.LINK and start <= place <= end:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                return cursor
        return None

    @Slot()
    def _clear(self) -> None:
        """Let the selected letters, or the word around the caret, have no face."""
        cursor = self._words()
        if self._editor.isReadOnly() or not cursor.hasSelection():
            return
        cursor.beginEditBlock()
        for face in Face:
            shapes.give_face(cursor, face, on=False)
        cursor.endEditBlock()
        self._show()


def _behind(cursor: QTextCursor, place: int) -> QTextCursor:
    """Give a cursor behind the letter at a place, whose format is that of the letter."""
    behind = QTextCursor(cursor.document())
    behind.setPosition(place + 1)
    return behind
