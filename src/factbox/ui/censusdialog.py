"""Many texts in a table: rows as they come, sorted by a click or a key, opened and saved from there."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from factbox.batch.columns import columns
from factbox.batch.pace import Pace
from factbox.batch.row import Order, Row
from factbox.metrics.formulas import FORMULAS
from factbox.translation import _, named, ngettext
from factbox.ui.censusrows import CensusRows
from factbox.ui.labels import ink
from factbox.ui.page import verb
from factbox.ui.theme import Role, Theme, font

_Index = QModelIndex | QPersistentModelIndex
_SIZE = QSize(900, 560)
# At text scale 1: the widths of columns of names, of sentences and of figures, and the height of a row.
_NAME, _SENTENCE, _FIGURES, _ROW = 250, 480, 86, 28
# What nobody needs at first.
# Of other formulas those two are seen at first, which differ most from the usual one.
_SEEN_AT_FIRST = frozenset({"flesch_reading_ease", "calibrated"})
# What went wrong is seen as soon as anything has.
_HIDDEN_AT_FIRST = frozenset({"words_left_out", "types", "remark", "error", *FORMULAS}) - _SEEN_AT_FIRST


class _Path(QStyledItemDelegate):
    """Cuts the name of a file at its front where it is too long: its end tells more."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Take the cell as it is, but for where it is cut."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class CensusDialog(QDialog):
    """A table of many texts.

    Signals:
        folder_wanted: A folder is to be chosen.
        files_wanted: Files are to be chosen.
        named: Files and folders that are to be measured, a list of names.
        stopped: No more are to be measured.
        opened: A Path that is to be opened.
        table_wanted: The rows are to be saved.
    """

    folder_wanted = Signal()
    files_wanted = Signal()
    named = Signal(list)
    stopped = Signal()
    opened = Signal(object)
    table_wanted = Signal()

    def __init__(self, order: Order, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("census")
        self.setWindowTitle(_("Measure many texts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.order = order
        self.model = CensusRows(columns(order), self)
        self._pace: Pace | None = None
        # What is said unless the chosen row has an error to tell.
        self._said = _("Choose a folder or files, or drop them here.")
        self.table = QTableView(self)
        self.remark = QLabel(self._said, self)
        self.progress = QProgressBar(self)
        # One part with a style sheet, for the buttons: below one, palettes stay as they are.
        self._top, self._foot = QWidget(self), QWidget(self)
        self.folder = verb(_("Choose a &Folder…"), self._top, main=True)
        self.files = verb(_("Choose F&iles…"), self._top)
        self.shown = verb(_("&Columns"), self._top)
        self.open_one = verb(_("&Open"), self._foot)
        self.save = verb(_("&Save as a Table…"), self._foot)
        self.stop = verb(_("S&top"), self._foot)
        self._close = verb(_("Close"), self._foot)
        self._choices = QMenu(self)
        # The switches of the columns, by their keys.
        self._columns: dict[str, QAction] = {}
        self._dress(theme, scale)
        self._lay_out(scale)
        self._connect()
        self.progress.hide()
        self._allow(busy=False)
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.92))

    @property
    def seen(self) -> Order:
        """What is wanted of every text, of formulas those alone whose columns are seen."""
        scores = tuple(key for key in self.order.scores if self._columns[key].isChecked())
        return replace(self.order, scores=scores)

    # ------------------------------------------------------------------ what comes

    def begin(self) -> None:
        """Show that the texts are being looked for, in the place of what was there."""
        self.model.clear()
        self._pace = None
        self.remark.setText(_("Looking for texts…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self._allow(busy=True)

    def show_found(self, number: int) -> None:
        """Show how many texts there are."""
        self._pace = Pace(number)
        self.progress.setRange(0, max(1, number))
        self.remark.setText(self._pace.text)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show some more rows."""
        is_first = not self.model.rows
        if any(row.error is not None for row in rows):
            self._show_errors()
        self.model.add(rows)
        if self._pace is not None:
            for _row in rows:
                self._pace.step()
            self.progress.setValue(self._pace.done)
            self.remark.setText(self._pace.text)
        if is_first and self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()
        self._allow(busy=True)

    def show_ended(self) -> None:
        """Show that no more rows come."""
        self.progress.hide()
        rows = self.model.rows
        told = [ngettext("{n} text.", "{n} texts.", len(rows))] if rows else [_("There is no text in there.")]
        failed = sum(row.error is not None for row in rows)
        if failed:
            told.append(ngettext("{n} could not be read.", "{n} could not be read.", failed))
        if self._pace is not None and self._pace.done < self._pace.total:
            told.append(_("It was stopped before the others."))
        self._allow(busy=False)
        self.say(" ".join(told))

    def say(self, sentence: str) -> None:
        """Say what was done, or went wrong."""
        self._said = sentence
        self.remark.setText(sentence)

    # ------------------------------------------------------------------ what the user does

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls() and not self._is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Measure what was dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if names:
            event.acceptProposedAction()
            self.named.emit(names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen text by Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.table.hasFocus():
            self._open_chosen()
        else:
            super().keyPressEvent(event)

    def _open_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.opened.emit(Path(self.model.rows[index.row()].path))

    def _tell_error(self, index: QModelIndex) -> None:
        """Say why the chosen text has no figures or no Level, in full, unless progress is being told."""
        row = self.model.rows[index.row()] if index.isValid() else None
        if self._is_busy:
            return
        reason = (row.error or row.remark) if row is not None else None
        if row is not None and reason:
            self.remark.setText(named(Path(row.path).name, reason))
        else:
            self.remark.setText(self._said)

    def _show_errors(self) -> None:
        """Let it be seen beside the names what went wrong."""
        head = self.table.horizontalHeader()
        number = list(self._columns).index("error")
        if not self._columns["error"].isChecked():
            self._columns["error"].setChecked(True)
            head.moveSection(head.visualIndex(number), 1)

    def _show_column(self, number: int, *, is_shown: bool) -> None:
        self.table.setColumnHidden(number, not is_shown)

    # ------------------------------------------------------------------ how it is made

    def _connect(self) -> None:
        self.folder.clicked.connect(self.folder_wanted)
        self.files.clicked.connect(self.files_wanted)
        self.stop.clicked.connect(self.stopped)
        self.save.clicked.connect(self.table_wanted)
        self.open_one.clicked.connect(self._open_chosen)
        self.table.doubleClicked.connect(self._open_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._tell_error)
        self._close.clicked.connect(self.close)
        self.finished.connect(lambda _result: self.stopped.emit())

    def _dress(self, theme: Theme, scale: float) -> None:
        for part in (self._top, self._foot):
            part.setStyleSheet(theme.stylesheet(scale))
        self.remark.setFont(font(Role.INTERFACE, scale))
        self.remark.setWordWrap(True)
        ink(self.remark, theme.second)
        palette = self.table.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, theme.popover),
            (QPalette.ColorRole.Text, theme.text),
            (QPalette.ColorRole.Highlight, theme.selection),
            (QPalette.ColorRole.HighlightedText, theme.text),
        ):
            palette.setColor(role, colour)
        self.table.setPalette(palette)
        self.table.setFont(font(Role.FIGURES, scale))
        self.table.horizontalHeader().setFont(font(Role.HEAD, scale))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(round(6 * scale))
        self.progress.setAccessibleName(_("Progress"))
        palette = self.progress.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.accent)
        self.progress.setPalette(palette)

    def _lay_out(self, scale: float) -> None:
        self._lay_out_table(scale)
        for number, column in enumerate(self.model.columns):
            action = self._columns[column.key] = self._choices.addAction(_(column.label))
            action.setCheckable(True)
            action.setChecked(column.key not in _HIDDEN_AT_FIRST)
            action.setEnabled(column.key != "path")
            action.toggled.connect(lambda on, number=number: self._show_column(number, is_shown=on))
            self._show_column(number, is_shown=action.isChecked())
        self.shown.setMenu(self._choices)
        rows = (
            (self._top, (self.folder, self.files, None, self.shown)),
            (self._foot, (self.open_one, self.save, self.stop, None, self._close)),
        )
        for part, buttons in rows:
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(round(8 * scale))
            for button in buttons:
                if button is None:
                    row.addStretch()
                else:
                    button.setAutoDefault(False)
                    row.addWidget(button)
        column_ = QVBoxLayout(self)
        edge = round(16 * scale)
        column_.setContentsMargins(edge, edge, edge, edge)
        column_.setSpacing(round(10 * scale))
        for widget in (self._top, self.remark, self.progress):
            column_.addWidget(widget)
        column_.addWidget(self.table, 1)
        column_.addWidget(self._foot)

    def _lay_out_table(self, scale: float) -> None:
        table = self.table
        table.setObjectName("census_table")
        table.setAccessibleName(_("Texts with their figures"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setItemDelegateForColumn(0, _Path(table))
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(_ROW * scale))
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        for number, column in enumerate(self.model.columns):
            wide = {"path": _NAME, "error": _SENTENCE}.get(column.key, _FIGURES)
            # Never narrower than its name.
            table.setColumnWidth(number, max(round(wide * scale), head.sectionSizeHint(number)))
        sorting = QMenu(table)
        for number, column in enumerate(self.model.columns):
            by = sorting.addAction(_("Sort by {column}").format(column=_(column.label)))
            by.triggered.connect(partial(self._sort, number))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda place: sorting.popup(table.viewport().mapToGlobal(place)))

    def _sort(self, number: int) -> None:
        """Sort by a column; once more turns it round, as a click on its head does."""
        head = self.table.horizontalHeader()
        again = head.sortIndicatorSection() == number and head.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(number, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def _allow(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.stop.setEnabled(busy)
        for button in (self.folder, self.files):
            button.setEnabled(not busy)
        self.open_one.setEnabled(bool(self.model.rows))
        # What is said of it would be lost among the progress.
        self.save.setEnabled(bool(self.model.rows) and not busy)
