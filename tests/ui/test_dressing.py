"""Tests of the look by the settings and the desktop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from factbox.session.settings import SettingsStore
from factbox.ui import dressing, theme
from factbox.ui.dressing import Dressing


def test_it_follows_the_desktop(monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication, qtbot: QtBot) -> None:
    """When the desktop turns dark, so does the look."""
    worn = Dressing(SettingsStore(), qapp)
    assert worn.worn[0].name == "light"
    # The offscreen platform has no scheme that could be set.
    monkeypatch.setattr(dressing, "choose", lambda _name: theme.Theme.load("dark"))
    with qtbot.waitSignal(worn.changed) as told:
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert [each.name if isinstance(each, theme.Theme) else each for each in told.args or ()] == ["dark", 1.0]
    # Whoever else follows the desktop goes back too.
    monkeypatch.undo()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert worn.worn[0].name == "light"


def test_high_contrast_of_the_desktop_is_ours(monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication) -> None:
    """Where the desktop asks for high contrast, the colours of the system are those."""
    assert qapp.platformName() == "offscreen"
    assert not theme.wants_contrast()
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    assert theme.choose("system").name == "contrast"
    assert theme.choose("dark").name == "dark"


def test_a_size_is_a_look(qtbot: QtBot, qapp: QGuiApplication) -> None:
    """The size of all text is told with the theme; other settings change no look."""
    store = SettingsStore()
    worn = Dressing(store, qapp)
    with qtbot.waitSignal(worn.changed):
        store.change(scale=1.5)
    assert worn.worn[1] == 1.5
    with qtbot.assertNotEmitted(worn.changed):
        store.change(fragments=True)
