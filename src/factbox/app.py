"""The program with its windows: makes the application, the settings and the house that holds the windows."""

import gc
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from factbox import __version__
from factbox.session.doorbell import Doorbell
from factbox.session.settings import SettingsStore
from factbox.ui.dressing import Dressing
from factbox.ui.house import House
from factbox.ui.theme import dress, load_fonts


def main(arguments: Sequence[str] | None = None) -> int:
    """Open a window for each file that is named, or the first one; give the exit status.

    Args:
        arguments: What stands behind the command; what the process was started with if None.
    """
    paths = [Path(name).absolute() for name in (sys.argv[1:] if arguments is None else arguments)]
    door = Doorbell()
    if not door.take() and door.ring(paths):
        # The program is running: it opens them.
        return 0
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
    house = House(store)
    application.installEventFilter(house)
    house.begin(paths)
    door.rung.connect(house.answer)
    door.listen()
    # What the program is made of stays, and need never be looked through.
    gc.freeze()
    gc.enable()
    status = application.exec()
    door.close()
    house.leave()
    return status
