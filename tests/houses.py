"""The end of a house of windows, in tests that open one."""

from pytestqt.qtbot import QtBot

from factbox.ui.house import House


def clear(house: House, qtbot: QtBot) -> None:
    """Close all windows, lose what is in them, and give the last one back too, with which the program ends."""
    windows = house.windows
    for window in windows:
        window.manuscript.abandon()
    house.quit()
    qtbot.waitUntil(lambda: not house.windows)
    for last in windows[:1]:
        last.deleteLater()
