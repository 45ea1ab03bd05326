"""Tests of measuring many texts from the window."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

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
    with qtbot.waitSignal(window.annexe.surveying.census.ended, timeout=30_000):
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
    """The work ends with the table, and the next one begins empty."""
    dialog = window.annexe.surveying.open()
    with qtbot.waitSignal(window.annexe.surveying.census.found, timeout=30_000):
        window.annexe.surveying.measure([str(folder)] * 1)
    dialog.close()
    qtbot.waitUntil(lambda: not window.annexe.surveying.census.is_busy, timeout=30_000)
    assert window.annexe.surveying.open().model.rows == []
