"""A list of many rows that changes while one looks at it: it is painted, and costs what is on screen."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from factbox.ui.buttons import paint_ring
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.theme import Role, Theme, font

Index = QModelIndex | QPersistentModelIndex

# At text scale 1: from the edge of the panel to the words, from there back to the ground of a row; rows of one
# line and of two; a column of figures; the bar of a chosen row; the greatest length of a share's bar, its height.
EDGE, _OUTSET, ROW, _TWO, COLUMN, _BAR, _LONG, _THICK = 24, 12, 28, 46, 52, 3, 110, 8


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list.

    Attributes:
        key: What it is known by when the list changes around it.
        head: Its words.
        note: What stands below in small letters; a list has notes in all rows or in none.
        figures: What stands in the columns at the right.
        share: The length of its bar, 0 to 1; None without one.
        hollow: Whether the bar is only outlined.
        spoken: What screen readers say.
    """

    key: Hashable
    head: str
    note: str = ""
    figures: tuple[str, ...] = ()
    share: float | None = None
    hollow: bool = False
    spoken: str = ""


class _Rows(QAbstractListModel):
    """The rows, as Qt asks for them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """Give how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words of a row, for the eye and for screen readers."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or ", ".join(filter(None, (row.head, row.note, *row.figures)))
        return row.head if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} else None

    def replace(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; where there are as many as before they change in place."""
        if len(rows) == len(self.rows):
            changed = [place for place, row in enumerate(rows) if row != self.rows[place]]
            self.rows = rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class RowList(QListView):
    """Shows rows; the chosen one stays chosen while the list changes.

    Signals:
        row_chosen: The key of the row that was chosen by mouse or by key, or None.
        row_entered: The key of the row on which Enter was pressed, or that was double-clicked.
        row_dropped: The key of the row on which Delete was pressed.
    """

    row_chosen = Signal(object)
    row_entered = Signal(object)
    row_dropped = Signal(object)

    def __init__(self, name: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = _Rows(self)
        self._key: Hashable = None
        self._place = 0
        self.setModel(self._shown)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # On the margin, and always there: rows do not move when there are more of them.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar = ScrollBar(theme, parent=self)
        self.setVerticalScrollBar(self._bar)
        self._painter = _RowPainter(self._shown, theme, scale, self)
        self.setItemDelegate(self._painter)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_entered)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.panel)
        self.setPalette(palette)
        self._bar.set_theme(theme, scale)
        self.setViewportMargins(0, 0, -self._bar.wide, 0)
        self._painter.set_theme(theme, scale)
        self.doItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a whole row."""
        return QSize(super().minimumSizeHint().width(), self._painter.tall)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows in place of the others."""
        self._painter.has_notes = any(row.note for row in rows)
        self.updateGeometry()
        view = self._bar.value()
        self._shown.replace(tuple(rows))
        place = next((place for place, row in enumerate(rows) if row.key == self._key), None)
        if place is None and self._key is not None and rows:
            # The chosen row is gone: the one in its place is next.
            place = min(self._place, len(rows) - 1)
        if place is not None and place != self.currentIndex().row():
            self.setCurrentIndex(self._shown.index(place))
        elif place is not None:
            self._on_current(self.currentIndex())
        elif self.hasFocus():
            # Whoever came here by key before there were rows is waiting for the first.
            self.choose_first()
        self._bar.setValue(view)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows on show."""
        return self._shown.rows

    @property
    def key(self) -> Hashable:
        """The key of the chosen row, None if none is."""
        place = self.currentIndex().row()
        return self.rows[place].key if 0 <= place < len(self.rows) else None

    def choose_first(self) -> None:
        """Choose the first row, if none is chosen."""
        if self.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._shown.index(0))

    def choose(self, key: object) -> None:
        """Choose the row with a key, if it is there."""
        place = next((place for place, row in enumerate(self.rows) if row.key == key), None)
        if place is not None:
            self.setCurrentIndex(self._shown.index(place))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Delete act on the chosen row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key is not None:
            self.row_entered.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key is not None:
            self.row_dropped.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: Index) -> None:
        if not index.isValid():
            # The rows are about to change: show_rows finds the chosen one again.
            return
        self._place = index.row()
        key = self.rows[self._place].key
        if key != self._key:
            self._key = key
            self.row_chosen.emit(key)

    def _on_entered(self, index: Index) -> None:
        self.row_entered.emit(self.rows[index.row()].key)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: words at the left, figures in columns at the right, a bar where it has a share."""

    def __init__(self, rows: _Rows, theme: Theme, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.has_notes = False
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self._fonts = {role: font(role, scale) for role in (Role.INTERFACE, Role.STRONG, Role.NOTE, Role.FIGURES)}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for one line or two."""
        return QSize(round(200 * self._scale), self.tall)

    @property
    def tall(self) -> int:
        """How high each row is, in pixels."""
        return round((_TWO if self.has_notes else ROW) * self._scale)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = self._rows.rows[index.row()]
        state, room = option.state, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(
            painter,
            room,
            lit=chosen or bool(state & QStyle.StateFlag.State_MouseOver),
            chosen=chosen,
            focused=chosen and bool(state & QStyle.StateFlag.State_HasFocus),
        )
        edge = round(EDGE * self._scale)
        right = room.right() + 1 - edge
        for figure in reversed(row.figures):
            wide = round(COLUMN * self._scale)
            column = QRect(right - wide, room.top(), wide, room.height())
            if self.has_notes:
                column.setHeight(room.height() // 2 + round(4 * self._scale))
            self._write(painter, column, figure, Role.FIGURES)
            right = column.left() - round(4 * self._scale)
        words = QRect(room.left() + edge, room.top(), max(0, right - room.left() - edge), room.height())
        if row.share is not None:
            words = self._paint_bar(painter, words, row)
        if self.has_notes:
            half = room.height() // 2
            below = QRect(words.left(), room.top() + half - round(2 * self._scale), words.width(), half)
            below.setRight(room.right() - edge)
            self._write(painter, below, row.note, Role.NOTE, second=True)
            words.setHeight(half + round(4 * self._scale))
        self._write(painter, words, row.head, Role.STRONG if chosen else Role.INTERFACE)
        painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRect, *, lit: bool, chosen: bool, focused: bool) -> None:
        inset = (EDGE - _OUTSET) * self._scale
        ground = QRectF(room).adjusted(inset, 1, -inset, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if lit:
            painter.setBrush(self._theme.chosen)
            painter.drawRoundedRect(ground, 6 * self._scale, 6 * self._scale)
        if focused:
            paint_ring(painter, ground, self._theme, self._scale)
            painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(self._theme.accent)
            bar = QRectF(ground.left(), ground.top() + 4, _BAR * self._scale, ground.height() - 8)
            painter.drawRoundedRect(bar, 1.5 * self._scale, 1.5 * self._scale)

    def _paint_bar(self, painter: QPainter, words: QRect, row: Row) -> QRect:
        """Draw the bar of a share at the end of the words; give the room that is left for them."""
        long = min(_LONG * self._scale, words.width() * 0.46)
        thick = _THICK * self._scale
        left = words.right() - long
        if not row.share:
            return QRect(words.left(), words.top(), round(left - words.left() - 4), words.height())
        bar = QRectF(left, words.center().y() - thick / 2, max(2.0, long * row.share), thick)
        painter.setPen(QPen(self._theme.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if row.hollow else self._theme.accent)
        painter.drawRoundedRect(bar, 2, 2)
        return QRect(words.left(), words.top(), round(left - words.left() - 4), words.height())

    def _write(self, painter: QPainter, room: QRect, text: str, role: Role, *, second: bool = False) -> None:
        side = Qt.AlignmentFlag.AlignRight if role is Role.FIGURES else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._fonts[role])
        painter.setPen(self._theme.second if second else self._theme.text)
        shown = QFontMetrics(self._fonts[role]).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
