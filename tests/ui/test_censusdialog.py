"""Tests of the table of many texts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from factbox.batch.row import Order, Row
from factbox.metrics.formulas import FORMULAS
from factbox.ui.censusdialog import CensusDialog
from factbox.ui.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> CensusDialog:
    """Give a table that is shown."""
    made = CensusDialog(Order(), theme)
    qtbot.addWidget(made)
    made.show()
    # Waiting for its exposure would hold Python's lock, on which the errands of another window may wait.
    qtbot.waitUntil(made.isVisible)
    return made


def _row(name: str, level: float | None, error: str | None = None) -> Row:
    return Row(name, level=level, tokens=100, error=error)


def _names(dialog: CensusDialog) -> list[str]:
    return [row.path for row in dialog.model.rows]


def test_rows_that_come_later_take_their_place(dialog: CensusDialog) -> None:
    """A table that is sorted stays so; what has no Level stands last, whichever way it is sorted."""
    dialog.begin()
    dialog.show_rows([_row("b", 5.0), _row("none", None, "It is damaged.")])
    dialog.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    dialog.show_rows([_row("a", 3.0), _row("c", 9.0)])
    assert _names(dialog) == ["c", "b", "a", "none"]
    dialog.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert _names(dialog) == ["a", "b", "c", "none"]


def test_the_chosen_row_stays_chosen_while_others_come(dialog: CensusDialog) -> None:
    """Sorting and new rows move it, and it is opened where it stands then."""
    dialog.begin()
    dialog.show_rows([_row("b", 5.0), _row("d", 8.0)])
    dialog.table.selectRow(1)
    dialog.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    dialog.show_rows([_row("c", 9.0)])
    opened: list[Path] = []
    dialog.opened.connect(opened.append)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert opened == [Path("d")]


def test_progress_is_told_in_words_and_ends(dialog: CensusDialog) -> None:
    """While it goes on it can be stopped; at its end the errors are counted, and it can be saved."""
    dialog.begin()
    dialog.show_found(3)
    dialog.show_rows([_row("a", 5.0)])
    assert dialog.remark.text() == "1 of 3 files"
    assert dialog.stop.isEnabled()
    assert not dialog.folder.isEnabled()
    dialog.show_rows([_row("b", None, "It is damaged.")])
    dialog.show_ended()
    assert dialog.remark.text() == "2 texts. 1 could not be read. It was stopped before the others."
    assert not dialog.stop.isEnabled()
    assert dialog.save.isEnabled()
    assert not dialog.progress.isVisible()


def test_an_error_is_told_in_its_row(dialog: CensusDialog) -> None:
    """A cell says its column as well, for who hears it."""
    dialog.begin()
    dialog.show_rows([_row("a", None, "It is damaged.")])
    last = dialog.model.index(0, dialog.model.columnCount() - 1)
    assert last.data() == "It is damaged."
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Error: It is damaged."


def test_the_error_of_the_chosen_text_is_told(dialog: CensusDialog) -> None:
    """Also where its column is out of sight."""
    dialog.begin()
    dialog.show_rows([_row("a", 3.0), _row("lessons/b.docx", None, "It is damaged.")])
    dialog.show_ended()
    dialog.table.selectRow(1)
    assert dialog.remark.text() == "b.docx: It is damaged."


def test_an_error_is_told_only_where_it_is(dialog: CensusDialog) -> None:
    """On the next row the remark says again what it said before."""
    dialog.begin()
    dialog.show_rows([_row("a", 3.0), _row("b.docx", None, "It is damaged.")])
    dialog.show_ended()
    dialog.table.selectRow(1)
    dialog.table.selectRow(0)
    assert dialog.remark.text() == "2 texts. 1 could not be read."


def test_names_are_cut_at_the_front_and_errors_at_the_end(dialog: CensusDialog) -> None:
    """The end of a path tells which file it is; a sentence is whole in its tooltip."""
    sentence = "This document is damaged or not complete. Copy it once more, or take an older one."
    dialog.show_rows([_row("/a/very/long/way/to/lessons/b.docx", None, sentence)])
    last = dialog.model.columnCount() - 1
    modes = []
    for number in (0, last):
        option = QStyleOptionViewItem()
        dialog.table.initViewItemOption(option)
        index = dialog.model.index(0, number)
        delegate = dialog.table.itemDelegateForIndex(index)
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, index)
        modes.append(option.textElideMode)
    assert modes == [Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight]
    assert dialog.model.index(0, last).data(Qt.ItemDataRole.ToolTipRole) == sentence


def test_nothing_else_is_begun_while_texts_are_measured(dialog: CensusDialog, tmp_path: Path) -> None:
    """No folder can be chosen or dropped, and no table saved; what is there can be opened."""
    dialog.begin()
    dialog.show_found(3)
    dialog.show_rows([_row("a", 5.0)])
    assert [dialog.folder.isEnabled(), dialog.files.isEnabled(), dialog.save.isEnabled()] == [False] * 3
    assert dialog.open_one.isEnabled()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(5, 5), action, dropped, button, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    dialog.dragEnterEvent(event)
    assert not event.isAccepted()
    dialog.show_ended()
    dialog.dragEnterEvent(event)
    assert event.isAccepted()


def test_no_head_is_cut(theme: Theme, qtbot: QtBot) -> None:
    """The columns of formulas with long names are as wide as these, with room for the sign of sorting."""
    dialog = CensusDialog(Order(scores=tuple(FORMULAS)), theme)
    qtbot.addWidget(dialog)
    head = dialog.table.horizontalHeader()
    letters = QFontMetricsF(head.font())
    for number, column in enumerate(dialog.model.columns):
        dialog.table.showColumn(number)
        assert dialog.table.columnWidth(number) > letters.horizontalAdvance(column.label)


def test_heads_stand_over_their_cells(dialog: CensusDialog) -> None:
    """Those of figures at the right, those of words at the left."""
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    dialog.show_rows([Row("a.txt")])
    for number, column in enumerate(dialog.model.columns):
        side = dialog.model.headerData(number, across, role)
        assert side == dialog.model.data(dialog.model.index(0, number), role)
        assert bool(side & Qt.AlignmentFlag.AlignLeft) == (column.key in {"path", "formula", "remark", "error"})


def test_names_fall_as_they_rise(dialog: CensusDialog) -> None:
    """Turned round, the order is turned round: also where one name is the beginning of another."""
    dialog.show_rows([_row(name, 1.0) for name in ("b", "a", "ab", "B1")])
    dialog.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert _names(dialog) == ["a", "ab", "b", "B1"]
    dialog.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert _names(dialog) == ["B1", "b", "ab", "a"]


def test_columns_come_and_go(dialog: CensusDialog) -> None:
    """The menu of columns shows those that are hidden at first; the name of the file always stays."""
    actions = {action.text(): action for action in dialog.shown.menu().actions()}
    number = [column.key for column in dialog.model.columns].index("types")
    assert dialog.table.isColumnHidden(number)
    actions["Types"].trigger()
    assert not dialog.table.isColumnHidden(number)
    assert not actions["File"].isEnabled()


def test_dropped_folders_are_measured(dialog: CensusDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """Whatever is dropped is named to whoever measures."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPoint(5, 5), action, dropped, button, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(dialog.named) as told:
        dialog.dropEvent(event)
    assert told.args == [[str(tmp_path)]]


def test_what_went_wrong_is_seen_beside_the_names(dialog: CensusDialog) -> None:
    """Only once something has; then it is the second column."""
    head = dialog.table.horizontalHeader()
    number = [column.key for column in dialog.model.columns].index("error")
    dialog.show_rows([_row("a.txt", 4.0)])
    assert dialog.table.isColumnHidden(number)
    dialog.show_rows([_row("b.docx", None, "It is damaged.")])
    assert not dialog.table.isColumnHidden(number)
    assert head.visualIndex(number) == 1


def test_a_text_without_a_level_says_why(dialog: CensusDialog) -> None:
    """The line above the table tells it of the chosen row."""
    dialog.show_found(1)
    dialog.show_rows([Row("short.txt", tokens=3, remark="3 words. It needs 25.")])
    dialog.show_ended()
    dialog.table.setCurrentIndex(QModelIndex())
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    assert dialog.remark.text() == "short.txt: 3 words. It needs 25."


def test_any_formula_may_have_a_column(theme: Theme, qtbot: QtBot) -> None:
    """What is saved has those that are seen."""
    made = CensusDialog(Order(scores=tuple(FORMULAS)), theme)
    qtbot.addWidget(made)
    assert set(made.seen.scores) == {"flesch_reading_ease", "calibrated"}
    made._columns["smog"].trigger()
    assert set(made.seen.scores) == {"flesch_reading_ease", "smog", "calibrated"}
