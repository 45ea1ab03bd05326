"""The foot: what it says and where."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme


def test_says_message_size_and_zoom(qtbot: QtBot, theme: Theme) -> None:
    """The message stands at the left, size and zoom follow at the right."""
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show_message("Copied")
    line.show_size("290 words")
    line.show_zoom("100 %")
    line.resize(600, 32)
    line.show()
    places = {label.text(): label.x() for label in line.findChildren(QLabel)}
    assert places["Copied"] < places["290 words"] < places["100 %"]


def test_follows_theme_and_text_scale(qtbot: QtBot, theme: Theme) -> None:
    """The foot takes another theme, and twice the height at text scale 2."""
    line = StatusLine(theme)
    qtbot.addWidget(line)
    dark = Theme.load("dark")
    line.set_theme(dark, 2.0)
    assert line.height() == 64
    assert {label.palette().windowText().color().name() for label in line.findChildren(QLabel)} == {
        dark.second.name()
    }
