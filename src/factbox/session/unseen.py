"""Qt without a screen: for the command line, where it draws pages."""

import os
import sys

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QGuiApplication

from factbox import resources


def begin() -> None:
    """Make what Qt draws with, unless it is there, and register the bundled fonts."""
    if QGuiApplication.instance() is not None:
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt holds it by itself; without a name here Python would let it go.
    begin.application = QGuiApplication(sys.argv[:1])  # type: ignore[attr-defined]
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
