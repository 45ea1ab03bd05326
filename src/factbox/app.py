"""The program with its window: makes the application, the settings and the window."""

import gc
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from factbox import __version__
from factbox.session.settings import SettingsStore
from factbox.ui.dressing import Dressing
from factbox.ui.theme import dress, load_fonts
from factbox.ui.window import MainWindow


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, with a file if one is named; give the exit status.

    Args:
        arguments: What stands behind the command; what the process was started with if None.
    """
    names = list(sys.argv[1:] if arguments is None else arguments)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("factbox needs a QApplication")
    # Ctrl+C in the terminal ends the program, as everywhere.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application.setApplicationName("factbox")
    application.setApplicationDisplayName("Fact Box")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("factbox")
    load_fonts()
    store = SettingsStore()
    dressing = Dressing(store, application)
    dress(application, *dressing.worn)
    dressing.changed.connect(partial(dress, application))
    window = MainWindow(store)
    window.show()
    if names:
        window.filing.open(Path(names[0]).absolute())
    elif store.is_first_start:
        window.filing.begin_example()
    store.remember_welcome()
    # What the program is made of stays, and need never be looked through.
    gc.freeze()
    gc.enable()
    return application.exec()
