"""Another language in open windows: their words are made once, so that another window takes the place of each."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from factbox.session.reopening import Place
from factbox.session.settings import Settings, SettingsStore
from factbox.translation import LANGUAGES, _
from factbox.ui.places import place_of
from factbox.ui.tongue import speak_as
from factbox.ui.window import MainWindow


class Renewing(QObject):
    """Changes the language of the program, and then its windows.

    A text goes from one window to the next in memory, whatever has become of its file. A window whose text is not
    saved, or in which something goes on, stays until that is over.

    Args:
        store: Knows which language is wanted.
        windows: Gives the open windows.
        open_window: Opens one more.
        is_busy: Tells whether a text is on its way into a window.
        expect: Hears that a text is about to come into a window, and where one was in it.
        owner: Whose windows they are.
    """

    def __init__(
        self,
        store: SettingsStore,
        windows: Callable[[], tuple[MainWindow, ...]],
        open_window: Callable[[], MainWindow],
        *,
        is_busy: Callable[[MainWindow], bool],
        expect: Callable[[MainWindow, Place], None],
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._windows, self._open_window = windows, open_window
        self._is_busy, self._expect = is_busy, expect
        self._choice = store.settings.language
        self._language = speak_as(self._choice)
        # Those that speak another language, and those of them that are on their way out.
        self._behind: set[MainWindow] = set()
        self._going: set[MainWindow] = set()
        store.changed.connect(self._on_settings_changed)

    def watch(self, window: MainWindow) -> None:
        """Look after a window: when its text is saved it may change."""
        window.manuscript.saved.connect(lambda _path: self._try(window))

    def succeed(self, window: MainWindow) -> None:
        """Put another window into the place of one that is being closed, if that was why."""
        self._behind.discard(window)
        if window not in self._going:
            return
        self._going.discard(window)
        place, text = place_of(window), window.manuscript
        fresh = self._open_window()
        fresh.restoreGeometry(window.saveGeometry())
        if window.annexe.is_preferring:
            fresh.annexe.preferring.open()
        if place is None:
            fresh.manuscript.begin(text.document, text.title)
        else:
            self._expect(fresh, place)
            fresh.manuscript.take_over(text)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        if settings.language == self._choice:
            return
        self._choice = settings.language
        language = speak_as(self._choice)
        if language != self._language:
            self._language = language
            # Whoever has changed it may be a part of a window that goes by it.
            QTimer.singleShot(0, self, self._renew)

    @Slot()
    def _renew(self) -> None:
        self._behind = set(self._windows())
        for window in self._windows():
            if not self._try(window):
                sentence = _("This window speaks {language} once its text is saved and nothing goes on in it.")
                window.notice.show_notice(sentence.format(language=LANGUAGES[self._language]))

    def _try(self, window: MainWindow) -> bool:
        """Let a window go if it speaks another language and nothing is at risk."""
        if window not in self._behind or not window.manuscript.is_saved:
            return False
        if self._is_busy(window) or window.annexe.is_surveying:
            return False
        self._going.add(window)
        window.close()
        return True
