"""The versions of a text: a table of the original and all of them, and how the chosen one came about."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factbox.document import Work
from factbox.session.weighing import Weight
from factbox.translation import N_, _
from factbox.ui.history import HistoryLine
from factbox.ui.labels import ink
from factbox.ui.page import verb
from factbox.ui.theme import Role, Theme, font

_HEADS = (N_("Version"), N_("Goal"), N_("Level"), N_("Tokens"), N_("Types"), N_("TTR"))
# At text scale 1: how wide a column of the table is at the least, and how tall a row.
_COLUMN, _ROW = 64, 30
_SIZE = QSize(680, 460)


class VersionsDialog(QDialog):
    """Shows the original and its versions side by side, in figures.

    Signals:
        opened: The number of the version to go on with.
        wanted: A new version, made from the text with this number; -1 is the original.
        renamed: The number of a version that is to have another name.
        removed: The number of a version that is to go.
        exported: All versions are to be exported.
        recalled: A Moment whose text is to become a new version.
    """

    opened = Signal(int)
    wanted = Signal(int)
    renamed = Signal(int)
    removed = Signal(int)
    exported = Signal()
    recalled = Signal(object)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setWindowTitle(_("Versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work: Work | None = None
        self._table = QTableWidget(0, len(_HEADS), self)
        self._table.setAccessibleName(_("The original and its versions"))
        self._table.setHorizontalHeaderLabels(list(map(_, _HEADS)))
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        head = self._table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        self._history = HistoryLine(theme, scale, self)
        self._about = QLabel(self)
        self._about.setFont(font(Role.NOTE, scale))
        ink(self._about, theme.second)
        self._open = verb(_("Write this one"), self, main=True)
        self._new = verb(_("New version from this…"), self)
        self._rename = verb(_("Rename…"), self)
        self._remove = verb(_("Remove"), self)
        self._export = verb(_("Export all…"), self)
        self._back = verb(_("Bring this text back"), self)
        self._back.setToolTip(_("As a new version (Enter, or a double click on the line)"))
        self._lay_out(scale)
        self.setStyleSheet(theme.stylesheet(scale))
        for button in self.findChildren(QPushButton):
            # Only when dressed a button knows what room its words need, and no layout may take it.
            button.ensurePolished()
            button.setMinimumWidth(button.sizeHint().width())
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.9))
        self._table.itemSelectionChanged.connect(self._on_chosen)
        self._table.cellActivated.connect(lambda row, _column: self._open_row(row))
        self._open.clicked.connect(lambda: self._open_row(self._table.currentRow()))
        self._new.clicked.connect(lambda: self.wanted.emit(self._number))
        self._rename.clicked.connect(lambda: self.renamed.emit(self._number))
        self._remove.clicked.connect(lambda: self.removed.emit(self._number))
        self._export.clicked.connect(self.exported)
        self._history.recalled.connect(self.recalled)
        self._history.moved.connect(lambda: self._about.setText(self._history.words))
        self._back.clicked.connect(self._history.recall)

    def _lay_out(self, scale: float) -> None:
        column = QVBoxLayout(self)
        margin = round(16 * scale)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(round(8 * scale))
        column.addWidget(self._table, 1)
        column.addWidget(self._history)
        chosen = QHBoxLayout()
        chosen.addWidget(self._about, 1)
        chosen.addWidget(self._back)
        column.addLayout(chosen)
        buttons = QHBoxLayout()
        for button in (self._open, self._new, self._rename, self._remove):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._export)
        column.addLayout(buttons)
        self._table.horizontalHeader().setMinimumSectionSize(round(_COLUMN * scale))
        self._table.verticalHeader().setDefaultSectionSize(round(_ROW * scale))

    @property
    def table(self) -> QTableWidget:
        """The table."""
        return self._table

    @property
    def history(self) -> HistoryLine:
        """The history of the chosen version."""
        return self._history

    @property
    def _number(self) -> int:
        return self._table.currentRow() - 1

    def show_work(self, work: Work, weights: Sequence[Weight]) -> None:
        """Show a work with the weights of its original and its versions; without weights their names alone."""
        kept = self._number if self._work is not None else work.current
        self._work = work
        titles = [_("Original: {title}").format(title=work.title), *(version.name for version in work.versions)]
        titles[1 + work.current] = _("{name} (being written)").format(name=titles[1 + work.current])
        self._table.setRowCount(len(titles))
        for row, title in enumerate(titles):
            self._show_cells(row, title, weights[row] if row < len(weights) else None)
        self._table.selectRow(min(kept + 1, len(titles) - 1))
        self._on_chosen()

    def _show_cells(self, row: int, title: str, weight: Weight | None) -> None:
        cells = [title, *("",) * (len(_HEADS) - 1)]
        if weight is not None:
            goal = weight.goal.name or weight.goal.label if weight.goal is not None else ""
            facts = {fact.key: fact.text for fact in weight.report.facts}
            cells = [title, goal, *(facts[key] for key in ("level", "tokens", "types", "ttr"))]
        for place, words in enumerate(cells):
            item = QTableWidgetItem(words)
            if place > 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, place, item)

    def _open_row(self, row: int) -> None:
        if row > 0:
            self.opened.emit(row - 1)

    def _on_chosen(self) -> None:
        work, number = self._work, self._number
        if work is None:
            return
        is_version = 0 <= number < len(work.versions)
        self._open.setEnabled(is_version and number != work.current)
        self._rename.setEnabled(is_version)
        self._remove.setEnabled(is_version and number != work.current)
        self._history.show_moments(work.versions[number].history if is_version else ())
        self._about.setText(self._history.words)
        self._back.setVisible(is_version and bool(work.versions[number].history))
