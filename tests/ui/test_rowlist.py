"""Tests of the painted list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.ui.rowlist import Row, RowList
from factbox.ui.theme import Theme


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> RowList:
    """Give a shown list with three rows."""
    made = RowList("Sentences", theme)
    qtbot.addWidget(made)
    made.resize(336, 300)
    made.show_rows([Row(key, f"Row {key}", "note", ("1.0", "+0.5")) for key in "abc"])
    made.show()
    return made


def test_the_chosen_row_stays_chosen(rows: RowList) -> None:
    """However the list changes around it, the row is known by its key."""
    rows.setCurrentIndex(rows.model().index(1, 0))
    rows.show_rows([Row(key, f"Row {key}") for key in "xyzbac"])
    assert rows.key == "b"
    rows.show_rows([Row(key, f"Other {key}") for key in "xyzbac"])
    assert rows.key == "b"


@pytest.mark.parametrize(("left", "chosen"), [("acd", "c"), ("a", "a")])
def test_the_next_row_is_chosen_when_the_chosen_one_goes(rows: RowList, left: str, chosen: str) -> None:
    """It is the one in its place, or the last."""
    rows.setCurrentIndex(rows.model().index(1, 0))
    rows.show_rows([Row(key, f"Row {key}") for key in left])
    assert rows.key == chosen


def test_who_waits_for_rows_gets_the_first(qtbot: QtBot, theme: Theme) -> None:
    """With the focus on an empty list, the first row is chosen as soon as it comes."""
    made = RowList("Plan", theme)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.show_rows([Row("a", "Row a"), Row("b", "Row b")])
    assert made.key == "a"


def test_keys_act_on_the_chosen_row(rows: RowList, qtbot: QtBot) -> None:
    """Down chooses, Enter enters, Delete drops."""
    rows.choose_first()
    with qtbot.waitSignal(rows.row_chosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen.args == ["b"]
    with qtbot.waitSignal(rows.row_entered) as entered:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(rows.row_dropped) as dropped:
        QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert (entered.args, dropped.args) == (["b"], ["b"])


def test_a_row_speaks(rows: RowList) -> None:
    """Screen readers get all that stands in it."""
    index = rows.model().index(0, 0)
    assert rows.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "Row a, note, 1.0, +0.5"


def test_a_row_is_painted(rows: RowList, theme: Theme) -> None:
    """The chosen one has its bar in the accent, and a share has its own."""
    rows.show_rows([Row("a", "A1", share=0.5, figures=("50 %",)), Row("b", "C2", share=0.1, hollow=True)])
    rows.choose_first()
    image = rows.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(60)}
    assert {theme.accent.name(), theme.chosen.name()} <= colours
