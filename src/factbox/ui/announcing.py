"""Says the facts to whoever listens to the window rather than looks at it: on a pause, and on a key."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from factbox.session.settings import SettingsStore
from factbox.ui.factbox import FactBox
from factbox.ui.statusline import StatusLine

# Milliseconds without a change after which one has stopped to write.
_PAUSE = 2_000


class Announcing(QObject):
    """Announces the facts politely: once after each change, never while one writes, and never twice the same.

    Args:
        factbox: What is said.
        status: Shows what the key lets be said, for those who see.
        store: Knows whether they are said unasked.
        window: Whose facts they are; those of a window at the back are not said unasked.
    """

    def __init__(self, factbox: FactBox, status: StatusLine, store: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._factbox, self._status, self._store, self._window = factbox, status, store, window
        self._said = ""
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._speak_up)

    @property
    def said(self) -> str:
        """What was said last; empty if nothing was."""
        return self._said

    @Slot()
    def hear(self) -> None:
        """Wait for a pause after a change."""
        self._pause.start()

    @Slot()
    def say(self) -> None:
        """Say the facts now, whatever is being said."""
        self._announce(QAccessible.AnnouncementPoliteness.Assertive)
        self._status.show_message(self._factbox.as_sentence())

    @Slot()
    def _speak_up(self) -> None:
        is_wanted = self._store.settings.announce and self._window.isActiveWindow()
        if is_wanted and self._factbox.as_sentence() != self._said:
            self._announce(QAccessible.AnnouncementPoliteness.Polite)

    def _announce(self, politeness: QAccessible.AnnouncementPoliteness) -> None:
        self._said = self._factbox.as_sentence()
        event = QAccessibleAnnouncementEvent(self._factbox, self._said)
        event.setPoliteness(politeness)
        QAccessible.updateAccessibility(event)
