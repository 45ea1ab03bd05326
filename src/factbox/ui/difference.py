"""Two texts side by side: what differs is underlined, what is alike is left out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextLength, QTextTable, QTextTableFormat
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from factbox.session.differences import Pair, Pieces
from factbox.translation import _, ngettext
from factbox.ui.page import verb
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.theme import Role, Theme, font

_SIZE = QSize(860, 600)
# Rows above which the rest is only counted: nobody reads on, and the table costs its rows.
_MOST = 400

Verb = tuple[str, Callable[[], object]]


class DifferenceDialog(QDialog):
    """Shows the differences of two texts, with verbs that decide between them.

    Args:
        heads: What the text at the left and that at the right are called.
        theme: The colours.
        scale: The text scale.
        parent: What it is over.
        verbs: What one can do: the word on the button and what it calls; the main one first.
    """

    def __init__(
        self,
        heads: tuple[str, str],
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
        verbs: Sequence[Verb] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("difference")
        self.setWindowTitle(_("Compare"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heads, self._theme, self._scale = heads, theme, scale
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(_("{left} beside {right}").format(left=heads[0], right=heads[1]))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setVerticalScrollBar(ScrollBar(theme, "paper", self.text))
        self.text.document().setDocumentMargin(round(16 * scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        self._foot = QWidget(self)
        self._foot.setStyleSheet(theme.stylesheet(scale))
        column.addWidget(self._foot)
        self._grid = QGridLayout(self._foot)
        self._grid.setContentsMargins(*(round(n * scale) for n in (16, 4, 16, 16)))
        self._grid.setSpacing(round(8 * scale))
        self._buttons: list[QPushButton] = []
        for place, (words, call) in enumerate((*verbs, (_("Close"), lambda: None))):
            button = verb(words, self._foot, main=place == 0 and bool(verbs))
            button.clicked.connect(self.close)
            button.clicked.connect(call)
            self._buttons.append(button)
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.92))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the verbs into two columns where they do not fit beside each other."""
        super().resizeEvent(event)
        beside = sum(each.sizeHint().width() + self._grid.spacing() for each in self._buttons)
        columns = len(self._buttons) if beside <= self.width() - 32 * self._scale else 2
        # What is over goes between the verbs and Close, which is the last.
        for place, button in enumerate(self._buttons):
            is_last = place == len(self._buttons) - 1
            side = Qt.AlignmentFlag.AlignRight if is_last else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(button, place // columns, place % columns, side)
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, int(column == columns - 1))

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show paragraphs beside each other."""
        cursor = self.text.textCursor()
        if not any(pair.differs for pair in pairs):
            cursor.insertText(_("Both texts say the same."), self._ink("text"))
            return
        shown = pairs[:_MOST]
        table = cursor.insertTable(len(shown) + 1, 2, self._form())
        for column, head in enumerate(self._heads):
            bold = self._ink("text")
            bold.setFont(font(Role.STRONG, self._scale))
            table.cellAt(0, column).firstCursorPosition().insertText(head, bold)
        for row, pair in enumerate(shown, 1):
            if pair.skipped:
                table.mergeCells(row, 0, 1, 2)
                words = ngettext("{n} paragraph is the same", "{n} paragraphs are the same", pair.skipped)
                table.cellAt(row, 0).firstCursorPosition().insertText(f"… {words} …", self._ink("second"))
                continue
            for column, pieces in enumerate((pair.left, pair.right)):
                self._write(table, row, column, pieces)
        if len(pairs) > _MOST:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            rest = ngettext("{n} more row follows.", "{n} more rows follow.", len(pairs) - _MOST)
            cursor.insertText(rest, self._ink("second"))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, table: QTextTable, row: int, column: int, pieces: Pieces) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        if not pieces:
            cursor.insertText(_("(not there)"), self._ink("second"))
        for piece in pieces:
            ink = self._ink("text")
            ink.setFont(font(Role.BESIDE, self._scale))
            if piece.differs:
                # Colour only repeats what the line says: dashed where words went, solid where words came.
                ink.setUnderlineStyle(
                    QTextCharFormat.UnderlineStyle.SingleUnderline
                    if column
                    else QTextCharFormat.UnderlineStyle.DashUnderline
                )
                ink.setUnderlineColor(self._theme.accent if column else self._theme.second)
                if column and not self._theme.outlined:
                    ink.setBackground(self._theme.selection)
            cursor.insertText(piece.text, ink)

    def _ink(self, role: str) -> QTextCharFormat:
        ink = QTextCharFormat()
        ink.setFont(font(Role.INTERFACE, self._scale))
        ink.setForeground(getattr(self._theme, role))
        return ink

    def _form(self) -> QTextTableFormat:
        form = QTextTableFormat()
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(6 * self._scale)
        return form
