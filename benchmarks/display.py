"""A screen for the windows: the one that is there, one of our own in memory (Xvfb), or none (offscreen)."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (1280, 840)


def has_xvfb() -> bool:
    """Tell whether a screen in memory can be made."""
    return sys.platform.startswith("linux") and shutil.which("Xvfb") is not None


class Xvfb:
    """A screen in memory, from `with` to its end.

    Attributes:
        environment: What a process needs to draw on it.
        pixels: The file that holds what is on the screen, as X Window Dump.
    """

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="factbox-screen-")
        self.pixels = Path(self._folder.name) / "Xvfb_screen0"
        reading, writing = os.pipe()
        wide, tall = SIZE
        self._server = subprocess.Popen(  # noqa: S603  # our own words
            [
                shutil.which("Xvfb") or "Xvfb",
                *("-displayfd", str(writing), "-screen", "0", f"{wide}x{tall}x24"),
                *("-fbdir", self._folder.name, "-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            self.__exit__(None, None, None)
            raise OSError("Xvfb did not start")
        self.environment = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the screen."""
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()
