"""Tests of what Qt must not do to us."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_no_reference_to_none_is_lost(qtbot: QtBot) -> None:
    """Ten thousand calls that give nothing back leave None as it was; PySide6 6.12.0 takes one reference each."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(10_000):
        label.setText("grade 5")
    assert abs(sys.getrefcount(None) - before) < 1_000
