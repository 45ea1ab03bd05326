"""What a window asks of those around it: the other windows of the program."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from factbox.session.recovery import Draft


class Neighbours(Protocol):
    """Whoever knows the other windows."""

    def show_file(self, path: Path) -> bool:
        """Bring the window that has a file to the front; False if none has."""

    def open_file(self, path: Path) -> object:
        """Open a file in the window that has it, in an empty one, or in a new one."""

    def open_window(self) -> object:
        """Open another window."""

    def quit(self) -> None:
        """Close all windows."""

    def bring_back(self, draft: Draft) -> bool:
        """Let another window show a draft, the one with its file or a new one; False if this one is to."""

    def open_copy(self, path: Path, title: str) -> bool:
        """Open what a file holds in another window, as a text that belongs to no file; False if there is none."""

    @property
    def looks_for_drafts(self) -> bool:
        """Whether somebody else looks for what a crash has left."""


class Alone:
    """A window without others.

    Args:
        close: Closes it.
    """

    def __init__(self, close: Callable[[], object]) -> None:
        self._close = close

    def show_file(self, _path: Path) -> bool:
        """Find no other window."""
        return False

    def open_file(self, path: Path) -> None:
        """Do nothing: there is no other window."""

    def open_window(self) -> None:
        """Open none."""

    def quit(self) -> None:
        """Close the window."""
        self._close()

    def bring_back(self, _draft: Draft) -> bool:
        """Leave it to the window."""
        return False

    def open_copy(self, _path: Path, _title: str) -> bool:
        """Leave it to the window."""
        return False

    @property
    def looks_for_drafts(self) -> bool:
        """Leave it to the window."""
        return False
