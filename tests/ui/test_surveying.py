"""Tests of measuring many texts from the window."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from factbox.session.census import Census
from factbox.ui import dialogs
from factbox.ui.window import MainWindow

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a dozen texts and a document that is none."""
    made = tmp_path / "lessons"
    made.mkdir()
    for number in range(12):
        (made / f"{number:02}.txt").write_text(TEXT * (number + 1), "utf-8")
    (made / "broken.docx").write_bytes(b"Just words.")
    return made


def test_a_folder_is_measured_opened_from_and_saved(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows come for all texts, the broken one tells why; one opens, and all are saved as a workbook."""
    monkeypatch.setattr(dialogs, "ask_for_folder", lambda *_: folder)
    window.commands["many"].trigger()
    dialog = window.annexe.surveying.dialog
    with qtbot.waitSignal(_census(window).ended, timeout=30_000):
        dialog.folder.click()
    assert len(dialog.model.rows) == 13
    assert dialog.remark.text() == "13 texts. 1 could not be read."
    table = folder / "table.xlsx"
    monkeypatch.setattr(dialogs, "ask_where_to_save_table", lambda *_: table)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.remark.text() == "The table is in table.xlsx.")
    sheet = openpyxl.load_workbook(table).active
    assert sheet is not None
    assert sheet.max_row == 14
    dialog.table.selectRow(2)
    with qtbot.waitSignal(window.manuscript.opened):
        dialog.open_one.click()
    assert window.manuscript.path == folder / "02.txt"


def test_closing_the_table_stops_it(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """The work ends with the table, and none of its rows comes into the next, however soon that is there."""
    dialog, first = window.annexe.surveying.open(), _census(window)
    with qtbot.waitSignal(first.found, timeout=30_000):
        window.annexe.surveying.measure([str(folder)])
    dialog.close()
    # Whatever it still says, nobody hears it.
    first.failed.emit(OSError())
    again = window.annexe.surveying.open()
    assert again is not dialog
    with qtbot.waitSignal(first.destroyed, timeout=30_000):
        assert first.is_busy
    assert again.model.rows == []
    assert again.folder.isEnabled()
    with qtbot.waitSignal(_census(window).ended, timeout=30_000):
        window.annexe.surveying.measure([str(folder)])
    assert len(again.model.rows) == 13


def test_each_measuring_counts_as_texts_are_counted_then(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Another formula holds for what an open table measures next, and for what is saved of it."""
    dialog = window.annexe.surveying.open()
    for formula in ("flesch_kincaid", "smog"):
        window.store.change(formula=formula)
        with qtbot.waitSignal(_census(window).ended, timeout=30_000):
            window.annexe.surveying.measure([str(folder / "03.txt")])
        assert [row.formula for row in dialog.model.rows] == [formula]
        assert dialog.order.counting.formula == formula


def test_closing_the_window_stops_it(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Nothing is measured for a table that nobody can see."""
    window.annexe.surveying.open()
    census = _census(window)
    with qtbot.waitSignal(census.found, timeout=30_000):
        window.annexe.surveying.measure([str(folder)])
    with qtbot.waitSignal(census.destroyed, timeout=30_000):
        window.close()
    assert window.annexe.surveying.dialog is None


def test_a_window_closes_when_its_table_is_saved(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saves a table and closes the window at once has the table."""
    surveying, table = window.annexe.surveying, folder.parent / "table.csv"
    dialog = surveying.open()
    with qtbot.waitSignal(_census(window).ended, timeout=30_000):
        surveying.measure([str(folder)])
    monkeypatch.setattr(dialogs, "ask_where_to_save_table", lambda *_: table)
    waited = []
    window.closed.connect(lambda: waited.append(not surveying.is_writing))
    with qtbot.waitSignal(window.closed, timeout=30_000):
        dialog.save.click()
        window.close()
    assert waited == [True]
    assert table.read_bytes().count(b"\r\n") == 14


def test_no_text_gives_way_to_the_table(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was measured stays as it is, by whatever name it is called, and the reason is told."""
    page = folder / "page.html"
    page.write_text(f"<p>{TEXT}</p>", "utf-8")
    link = folder.parent / "link.html"
    link.hardlink_to(page)
    dialog = window.annexe.surveying.open()
    with qtbot.waitSignal(_census(window).ended, timeout=30_000):
        window.annexe.surveying.measure([str(folder)])
    monkeypatch.setattr(dialogs, "ask_where_to_save_table", lambda *_: link)
    with qtbot.waitSignal(window.annexe.surveying.idled, timeout=30_000):
        dialog.save.click()
    assert dialog.remark.text() == (
        "The table is not saved. link.html is one of the texts. Save it as another file."
    )
    assert page.read_text("utf-8") == f"<p>{TEXT}</p>"


def _census(window: MainWindow) -> Census:
    census = window.annexe.surveying.census
    assert isinstance(census, Census)
    return census
