"""Qt without a screen: for the command line, where it draws pages."""

import os
import sys

from PySide6.QtGui import QGuiApplication

from factbox.session.fonts import load_chinese, load_fonts
from factbox.translation import spoken


def begin() -> None:
    """Make what Qt draws with, unless it is there, and register the bundled fonts."""
    if QGuiApplication.instance() is not None:
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt holds it by itself; without a name here Python would let it go.
    begin.application = QGuiApplication(sys.argv[:1])  # type: ignore[attr-defined]
    load_fonts()
    if spoken() == "zh_CN":
        load_chinese()
