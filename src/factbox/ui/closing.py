"""Closing the window: it waits until nothing is lost by it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from factbox.session.manuscript import Manuscript
from factbox.session.turns import in_next_turn
from factbox.ui.filing import Filing


class Keeper(Protocol):
    """Whoever keeps something on the disk besides the text."""

    idled: SignalInstance

    @property
    def is_writing(self) -> bool:
        """Whether something is on its way."""


class Closing(QObject):
    """Asks about a text that is not saved, and waits for what is on its way to the disk.

    Args:
        manuscript: The text.
        filing: Asks whether to save it.
        forget: Called when the text is given up.
        window: What is to close.
    """

    def __init__(
        self,
        manuscript: Manuscript,
        filing: Filing,
        forget: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._forget = forget
        self._manuscript, self._filing = manuscript, filing
        self._others: list[Keeper] = []
        self._window = window
        self._waiting = False
        self._is_handing_over = False
        manuscript.saved.connect(self._on_done)
        manuscript.unsaved.connect(self.cancel)
        manuscript.unkept.connect(self.cancel)

    def wait_for(self, keeper: Keeper) -> None:
        """Wait for one more that keeps something on the disk."""
        self._others.append(keeper)
        keeper.idled.connect(self._on_done)

    def is_safe(self) -> bool:
        """Tell whether the window may close now; if not, it is closed as soon as it may."""
        text = self._manuscript
        if self._is_handing_over and (text.is_coming or text.is_reading or not text.is_saved):
            # Something has begun since; whoever wanted it tries again.
            self.cancel()
            return False
        if not text.is_writing and not text.is_saved:
            # Qt closes no window from within its closing: the answer closes it in the next turn. What was typed in
            # between makes it ask again.
            self._filing.after_saving(
                partial(in_next_turn, self._window, self._window.close),
                partial(in_next_turn, self._window, self._close_for_good),
            )
            return False
        self._waiting = text.is_writing or any(each.is_writing for each in self._others)
        return not self._waiting

    @property
    def is_handing_over(self) -> bool:
        """Whether the window closes so that another one goes on with its text."""
        return self._is_handing_over

    def hand_over(self) -> None:
        """Close the window for another one that goes on with its text, which must be saved and stay so."""
        self._is_handing_over = True
        self._window.close()

    @Slot()
    def _on_done(self) -> None:
        if self._waiting:
            self._waiting = False
            in_next_turn(self._window, self._window.close)

    @Slot()
    def cancel(self) -> None:
        """Close no more by itself: something is to be told first."""
        self._waiting = self._is_handing_over = False

    def _close_for_good(self) -> None:
        self._manuscript.abandon()
        self._forget()
        self._window.close()
