"""Tests of the buttons that Qt lacks."""

from PySide6.QtWidgets import QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from factbox.ui.buttons import Tab
from factbox.ui.theme import Theme


def test_a_tab_that_a_screen_reader_toggles_is_pressed(theme: Theme, qtbot: QtBot) -> None:
    """As a click does; showing that one is the present one presses none."""
    owner = QWidget()
    qtbot.addWidget(owner)
    group = QButtonGroup(owner)
    pressed: list[str] = []
    tabs = [Tab(word, theme, 1.0, owner) for word in ("Grade", "Age")]
    for tab in tabs:
        group.addButton(tab)
        tab.clicked.connect(lambda _on=False, tab=tab: pressed.append(tab.text()))
    tabs[0].show_checked(checked=True)
    assert not pressed
    tabs[1].toggle()
    assert pressed == ["Age"]
    tabs[0].click()
    assert pressed == ["Age", "Grade"]
