"""The command `factbox`: alone or with a file it opens the window, with a verb it is the command line."""

import gc
import importlib
import os
import sys

from factbox import cli
from factbox.translation import asked_by_environment, speak


def main() -> int:
    """Run the program as the command line asks; give the exit status."""
    if getattr(sys, "frozen", False):
        # A process that measures among many is this program once more.
        importlib.import_module("multiprocessing").freeze_support()
    speak(asked_by_environment())
    arguments = sys.argv[1:]
    if cli.wants(arguments):
        return cli.main(arguments)
    names = cli.files(arguments)
    if not has_display():
        return cli.show(names)
    # Nothing is garbage yet: to look for it while the modules come in would cost a tenth of the start.
    gc.disable()
    # Imported by name and only here: the command line must run where Qt does not.
    status: int = importlib.import_module("factbox.app").main(names)
    return status


def has_display() -> bool:
    """Tell whether a window could be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


if __name__ == "__main__":
    sys.exit(main())
