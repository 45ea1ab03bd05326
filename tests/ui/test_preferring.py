"""Tests of what people do with the preferences."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.session.settings import Settings, SettingsStore
from factbox.ui import dialogs
from factbox.ui.preferences import PreferencesDialog
from factbox.ui.window import MainWindow


@pytest.fixture
def preferences(window: MainWindow) -> PreferencesDialog:
    """Give the preferences over a window."""
    window.show()
    window.commands["preferences"].trigger()
    dialog: PreferencesDialog = window.annexe.preferring.open()
    return dialog


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that the dialogs for settings choose."""
    path = tmp_path / "mine.json"
    monkeypatch.setattr(dialogs, "ask_where_to_export_settings", lambda _parent, _proposed: path)
    monkeypatch.setattr(dialogs, "ask_for_settings", lambda _parent, _folder: path)
    return path


def press(dialog: PreferencesDialog, words: str) -> None:
    """Press a button of the preferences."""
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words)
    button.click()


def test_they_are_opened_once(window: MainWindow, preferences: PreferencesDialog, qtbot: QtBot) -> None:
    """Asked for again they come to the front; closed, they are made anew."""
    assert window.annexe.preferring.open() is preferences
    preferences.close()
    again = window.annexe.preferring.open()
    qtbot.waitUntil(again.isVisible)
    assert again is not preferences


def test_a_change_counts_at_once(window: MainWindow, preferences: PreferencesDialog) -> None:
    """The window follows while the preferences are open, and they follow the window."""
    QTest.keyClick(preferences.rows["side"].control, Qt.Key.Key_Space)
    assert not window.store.settings.side
    assert not window.spread.is_side_visible()
    window.commands["side"].trigger()
    assert preferences.rows["side"].control.isChecked()  # type: ignore[union-attr]  # a switch


def test_all_goes_back_and_forth(window: MainWindow, preferences: PreferencesDialog) -> None:
    """All settings go back to their defaults, and that can be undone."""
    mine = Settings(theme="dark", scale=1.5, fragments=True)
    window.store.change(theme="dark", scale=1.5, fragments=True)
    press(preferences, "All Back to Defaults")
    assert window.store.settings == Settings()
    press(preferences, "Undo")
    assert window.store.settings == mine


def test_settings_go_out_and_in(
    window: MainWindow,
    preferences: PreferencesDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was exported is in use after an import, and the dialog says so."""
    path = tmp_path / "mine.json"
    monkeypatch.setattr(dialogs, "ask_where_to_export_settings", lambda _parent, _proposed: path)
    monkeypatch.setattr(dialogs, "ask_for_settings", lambda _parent, _folder: path)
    window.store.change(theme="dark", fragments=True)
    press(preferences, "Export…")
    qtbot.waitUntil(lambda: preferences.notice.sentence() == "All settings are in mine.json.")
    window.store.change(theme="light", fragments=False)
    press(preferences, "Import…")
    qtbot.waitUntil(lambda: preferences.notice.sentence() == "The settings of mine.json are in use.")
    assert window.store.settings == Settings(theme="dark", fragments=True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"factbox_settings": 1, "se', "Could not import mine.json. This file is no JSON"),
        (json.dumps({"factbox_settings": 1, "settings": {"mood": 1}}), "“mood” is not known here."),
    ],
)
@pytest.mark.usefixtures("window")
def test_a_bad_file_changes_nothing(
    preferences: PreferencesDialog, qtbot: QtBot, file: Path, *, text: str, sentence: str
) -> None:
    """It is told in the dialog, by name and reason."""
    file.write_text(text, "utf-8")
    press(preferences, "Import…")
    qtbot.waitUntil(lambda: sentence in preferences.notice.sentence())
    assert SettingsStore().settings == Settings()
