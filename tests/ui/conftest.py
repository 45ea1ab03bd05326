"""What the tests of the widgets share: a theme, with its fonts registered."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.report import Report, report
from factbox.metrics.tally import Tally
from factbox.session.fonts import load_fonts
from factbox.ui.theme import Theme


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> list[str]:
    """Register the bundled fonts once."""
    assert qapp.platformName() == "offscreen"
    return load_fonts()


@pytest.fixture
def theme(fonts: list[str]) -> Theme:
    """Give the light theme, with the fonts registered."""
    assert fonts
    return Theme.load("light")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Give a widget that is on the screen, for what opens over it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def steady() -> Report:
    """Give the report of a text that is long enough for a steady Level."""
    tally = Tally(
        tokens=299,
        fragments=1,
        words_left_out=3,
        words=290,
        sentences=16,
        ended=16,
        syllables=393,
        letters=1300,
    )
    return report(tally, 179)


@pytest.fixture
def rough() -> Report:
    """Give the report of a text of fewer than 100 words."""
    return report(Tally(tokens=41, words=39, sentences=3, ended=3, syllables=50, letters=160), 34)
