"""The rows of many texts as a model that sorts itself, also while more of them come."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factbox.batch.columns import Column
from factbox.batch.row import Row
from factbox.translation import _

_Index = QModelIndex | QPersistentModelIndex
_Key = tuple[bool, float, str]
_TOP = QModelIndex()


class CensusRows(QAbstractTableModel):
    """Shows what its columns have of each row.

    Args:
        columns: All of them; the view hides those that nobody wants.
        owner: Who has it.
    """

    def __init__(self, columns: Sequence[Column], owner: QObject) -> None:
        super().__init__(owner)
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self._by: Column | None = None
        self._falling = False

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Give how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell as it is shown."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ToolTipRole and column.decimals is None:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{column}: {text}").format(column=_(column.label), text=column.text(row) or _("none"))
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name of a column, on the side on which its cells are."""
        if side is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].label)
        return _side(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column, and those that come later too; below zero they stay as they are."""
        self._by = self.columns[column] if column >= 0 else None
        self._falling = order is Qt.SortOrder.DescendingOrder
        if self._by is None:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self.rows[index.row()], index.column()) for index in before]
        self.rows.sort(key=self._key)
        places = {id(row): number for number, row in enumerate(self.rows)}
        self.changePersistentIndexList(before, [self.index(places[id(row)], at) for row, at in held])
        self.layoutChanged.emit()

    def add(self, rows: Iterable[Row]) -> None:
        """Take more rows, each at its place."""
        coming = list(rows)
        if self._by is not None:
            for row in coming:
                place = bisect_right(self.rows, self._key(row), key=self._key)
                self.beginInsertRows(_TOP, place, place)
                self.rows.insert(place, row)
                self.endInsertRows()
        elif coming:
            self.beginInsertRows(_TOP, len(self.rows), len(self.rows) + len(coming) - 1)
            self.rows += coming
            self.endInsertRows()

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self.rows = []
        self.endResetModel()

    def _key(self, row: Row) -> _Key:
        """Give what a row is sorted by; what has nothing stands last in either order."""
        cell = self._by.cell(row) if self._by is not None else None
        if cell is None:
            return True, 0.0, ""
        if isinstance(cell, str):
            text = cell.casefold()
            return False, 0.0, _turned(text) if self._falling else text
        return False, -cell if self._falling else cell, ""


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column.decimals is None else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _turned(text: str) -> str:
    """Give letters that rise where those of a text fall; what goes on comes before what ends there."""
    return "".join(chr(0x10FFFF - ord(letter)) for letter in text) + chr(0x10FFFF)
