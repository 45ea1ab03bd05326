"""Tests of opening the manual."""

from pytestqt.qtbot import QtBot

from factbox.ui.reader import Reader
from factbox.ui.window import MainWindow


def test_the_manual_opens_once(window: MainWindow, qtbot: QtBot) -> None:
    """However often it is asked for; closed, it opens anew."""
    window.show()
    window.commands["manual"].trigger()
    window.commands["manual"].trigger()
    (reader,) = window.findChildren(Reader)
    assert reader.isVisible()
    with qtbot.waitSignal(reader.destroyed):
        reader.close()
    window.commands["manual"].trigger()
    assert len(window.findChildren(Reader)) == 1


def test_the_keys_are_its_last_page(window: MainWindow) -> None:
    """They have an action of their own."""
    window.show()
    window.commands["keys"].trigger()
    (reader,) = window.findChildren(Reader)
    assert reader.contents.key == "keys"
    assert "Ctrl+Shift+P" in reader.page.toPlainText()
