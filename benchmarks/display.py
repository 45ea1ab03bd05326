"""A screen for the windows: the one that is there, one of our own in memory (Xvfb), or none (offscreen)."""

import mmap
import os
import shutil
import struct
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

    def look(self, left: int, right: int) -> bytes:
        """Give every tenth line of what is on the screen between two columns, four bytes a pixel."""
        with self.pixels.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as dump:
            header = struct.unpack_from(">25I", dump)
            # X Window Dump: the length of its header, the bytes of a line, and colours of twelve bytes each.
            start, line, colours = header[0], header[12], header[19]
            first = start + 12 * colours + 4 * left
            # Every tenth line is quick to read, and meets every line of text.
            return b"".join(
                dump[first + line * row : first + line * row + 4 * (right - left)] for row in range(80, 760, 10)
            )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the screen."""
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()
