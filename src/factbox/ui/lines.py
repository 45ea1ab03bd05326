"""Lines and capitals: what the editor's paragraphs and words become at a stroke."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from factbox.metrics.substitution import words_in
from factbox.session import lines
from factbox.session.capitals import Case
from factbox.session.units import positions
from factbox.translation import _
from factbox.ui.editor import Editor
from factbox.ui.statusline import StatusLine

# Characters: no word is longer.
_LONGEST = 100


class Lines(QObject):
    """Does to the paragraphs and words at the caret, or to those that are selected, what the menus say."""

    def __init__(self, editor: Editor, status: StatusLine, owner: QObject) -> None:
        super().__init__(owner)
        self._editor, self._status = editor, status
        self.slots: dict[str, Callable[[], object]] = {
            "line_up": partial(self._move, down=False),
            "line_down": partial(self._move, down=True),
            "double_lines": self._double,
            "delete_lines": self._delete,
            "join_lines": self._join,
            **{case.value: partial(self._recase, case) for case in Case},
        }

    def _move(self, *, down: bool) -> None:
        cursor = self._editor.textCursor()
        if not self._editor.isReadOnly() and lines.move(cursor, down=down):
            self._editor.setTextCursor(cursor)

    def _double(self) -> None:
        cursor = self._editor.textCursor()
        if not self._editor.isReadOnly():
            lines.double(cursor)
            self._editor.setTextCursor(cursor)

    def _delete(self) -> None:
        cursor = self._editor.textCursor()
        if not self._editor.isReadOnly():
            lines.delete(cursor)
            self._editor.setTextCursor(cursor)

    def _join(self) -> None:
        if not self._editor.isReadOnly() and not lines.join(self._editor.textCursor()):
            self._status.show_message(_("There is no paragraph below to join."))

    def _recase(self, case: Case) -> None:
        cursor = self._editor.textCursor()
        if self._editor.isReadOnly():
            return
        if cursor.hasSelection():
            lines.recase(cursor, case)
            self._editor.setTextCursor(cursor)
            return
        place = cursor.position()
        if not _select_word(cursor, self._editor.caret_spot.start):
            self._status.show_message(_("No word is selected."))
            return
        lines.recase(cursor, case)
        cursor.setPosition(min(place, cursor.selectionEnd()))
        self._editor.setTextCursor(cursor)


def _select_word(cursor: QTextCursor, place: int) -> bool:
    """Select the word around a character of the caret's paragraph, or ending there; tell whether there is one."""
    text, base = cursor.block().text(), cursor.block().position()
    first = max(0, place - _LONGEST)
    for begin, stop in words_in(text[first : place + _LONGEST]):
        if first + begin <= place <= first + stop:
            start, end = positions(text, (first + begin, first + stop))
            cursor.setPosition(base + start)
            cursor.setPosition(base + end, QTextCursor.MoveMode.KeepAnchor)
            return True
    return False
