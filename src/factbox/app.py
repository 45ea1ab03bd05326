"""The program with its windows: makes the application, the settings and the house that holds the windows."""

import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from factbox import __version__
from factbox.metrics.report import Report
from factbox.session.doorbell import Doorbell
from factbox.session.fonts import load_fonts
from factbox.session.heap import keep_few_pools
from factbox.session.settings import SettingsStore
from factbox.ui.dressing import Dressing
from factbox.ui.house import House
from factbox.ui.sweeping import Sweep
from factbox.ui.theme import dress
from factbox.ui.window import MainWindow

# How large the window is in a picture of it; in milliseconds, how long the Level may take, and what follows it.
_PORTRAIT, _PATIENCE, _AFTER = QSize(1280, 800), 60_000, 1_500


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
    application = begin()
    # Ctrl+C in the terminal ends the program, as everywhere.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    store = SettingsStore()
    dressing = Dressing(store, application)
    dress(application, *dressing.worn)
    dressing.changed.connect(partial(dress, application))
    house = House(store)
    if store.loss:
        # Whoever started it in a terminal may look there.
        print(store.loss, file=sys.stderr)
    application.installEventFilter(house)
    house.begin(paths)
    door.rung.connect(house.answer)
    door.listen()
    Sweep(application)
    status = application.exec()
    door.close()
    house.leave()
    return status


def begin() -> QApplication:
    """Give the application with its name and its fonts."""
    keep_few_pools()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("factbox needs a QApplication")
    application.setApplicationName("factbox")
    application.setApplicationDisplayName("Fact Box")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("factbox")
    load_fonts()
    return application


def portray(picture: Path | None, size: QSize = _PORTRAIT) -> None:
    """Open the window with the example, wait for its Level, and close it again.

    Args:
        picture: Where to save a picture of it; None for none.
        size: How large the window is.

    Raises:
        TimeoutError: No Level came.
        OSError: The picture could not be saved.
    """
    application = begin()
    window = MainWindow(SettingsStore())
    dress(application, *window.dressing.worn)
    window.resize(size)
    window.show()
    window.filing.begin_example()
    loop = QEventLoop()

    def look(report: Report) -> None:
        if report.level is not None and not report.pending:
            # What lies behind the doors comes a moment later.
            QTimer.singleShot(_AFTER, window, loop.quit)

    window.analyst.reported.connect(look)
    QTimer.singleShot(_PATIENCE, window, lambda: loop.exit(1))
    if loop.exec():
        raise TimeoutError("no Level came")
    if picture is not None and not window.grab().save(str(picture)):
        raise OSError(f"{picture} could not be saved")
    window.manuscript.abandon()
    window.close()
    window.deleteLater()
