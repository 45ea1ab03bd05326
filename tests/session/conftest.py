"""What the tests of an open document share: where its text is."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot


@pytest.fixture
def editor(qtbot: QtBot) -> QPlainTextEdit:
    """Give an editor."""
    widget = QPlainTextEdit()
    qtbot.addWidget(widget)
    return widget
