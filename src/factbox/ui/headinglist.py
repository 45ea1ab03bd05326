"""The list of headings: a field that narrows it, and Enter goes to the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factbox.translation import _
from factbox.ui.fields import Search
from factbox.ui.popover import Popover
from factbox.ui.rowlist import ROW, Row, RowList
from factbox.ui.theme import Theme

# At text scale 1: its size, the room inside the frame, and from the top of the window.
_SIZE, _INSET, _DOWN = QSize(440, 400), 12, 56
# What is above and below the rows.
_HEAD = 64
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class HeadingList(Popover):
    """Opens over the text, and closes by Esc or a click elsewhere.

    Signals:
        chosen: The key of the row that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setObjectName("heading_list")
        self.setAccessibleName(_("Go to heading"))
        self._rows: tuple[Row, ...] = ()
        self._field = Search(_("Go to heading"), theme, scale, self)
        self._list = RowList(_("Headings"), theme, scale, self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._field)
        self._column.addWidget(self._list, 1)
        self._field.textChanged.connect(self._filter)
        self._list.row_entered.connect(self._choose)
        self._list.clicked.connect(lambda _index: self._choose(self._list.key))
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        inset = round(_INSET * scale)
        self._column.setContentsMargins(inset, inset, inset, inset)
        self._column.setSpacing(round(8 * scale))
        self._field.set_theme(theme, scale)
        self._list.set_theme(theme, scale)
        palette = self._list.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.popover)
        self._list.setPalette(palette)

    def open_over(self, widget: QWidget, rows: Sequence[Row], current: object) -> None:
        """Open over the upper part of a widget, with some rows, one of which is chosen at first.

        Args:
            widget: What it lies over.
            rows: The headings.
            current: The key of the row that is chosen.
        """
        self._rows = tuple(rows)
        self._field.clear()
        room = widget.size()
        wanted = _SIZE * self._scale
        # A short list leaves no empty room below it.
        tall = round((_HEAD + len(rows) * ROW) * self._scale)
        self.resize(min(wanted.width(), room.width() - 16), min(wanted.height(), tall, room.height() - 16))
        down = min(round(_DOWN * self._scale), max(8, (room.height() - self.height()) // 2))
        self.move(widget.mapToGlobal(QPoint((room.width() - self.width()) // 2, down)))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._list.show_rows(self._rows)
        self._list.choose(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, close by Esc, and let the arrows move in the list while letters go to the field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._list.key)
        elif event.key() in _MOVING:
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the headings."""
        super().hideEvent(event)
        self._rows = ()
        self._list.show_rows(())

    def _filter(self, letters: str) -> None:
        sought = letters.casefold().split()
        shown = [row for row in self._rows if all(each in row.head.casefold() for each in sought)]
        self._list.show_rows(shown)
        self._list.choose(self._list.key if self._list.key is not None else shown[0].key if shown else None)

    def _choose(self, key: object) -> None:
        if key is not None:
            self.close()
            self.chosen.emit(key)
