"""Opens the manual of a window, at its beginning or at the page of keys."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from factbox import manual
from factbox.ui.dressing import Dressing
from factbox.ui.keysheet import keysheet
from factbox.ui.reader import Reader

_KEYS = "keys"


class Explaining(QObject):
    """Shows the manual over a window, once however often it is asked for."""

    def __init__(self, dressing: Dressing, window: QWidget) -> None:
        super().__init__(window)
        self._dressing, self._window = dressing, window
        self._reader: Reader | None = None

    @Slot()
    def open(self) -> Reader:
        """Show the manual where it was left, or from its beginning; give it."""
        if self._reader is None:
            every = (*manual.chapters(), manual.chapter(_KEYS, keysheet()))
            self._reader = Reader(every, manual.pictures(), *self._dressing.worn, self._window)
            self._reader.finished.connect(self._on_closed)
            self._dressing.changed.connect(self._reader.set_theme)
        self._reader.show()
        self._reader.raise_()
        self._reader.activateWindow()
        return self._reader

    @Slot()
    def open_keys(self) -> None:
        """Show the page of keys."""
        self.open().open_chapter(_KEYS)

    @Slot()
    def _on_closed(self) -> None:
        self._reader = None
