"""Another language in open windows: their words are made once, so that another window takes the place of each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from factbox.session.reopening import Place
from factbox.session.settings import Settings, SettingsStore
from factbox.session.turns import in_next_turn
from factbox.translation import _
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
        # Those that speak another language.
        self._behind: set[MainWindow] = set()
        store.changed.connect(self._on_settings_changed)

    def watch(self, window: MainWindow) -> None:
        """Look after a window: what goes on in it ends some time."""
        for ended in (window.manuscript.saved, window.manuscript.opened, window.manuscript.unopened):
            ended.connect(partial(self._try_soon, window))

    def succeed(self, window: MainWindow) -> None:
        """Put another window into the place of one that is being closed, if that was why."""
        self._behind.discard(window)
        if not window.closing.is_handing_over:
            return
        place, choices = place_of(window), window.companion.choices
        offered = window.recovering.unanswered
        is_alone = not place.path and not window.portfolio.has_work
        fresh = self._open_window()

        def arrived() -> None:
            if is_alone:
                # They are kept nowhere else.
                fresh.companion.begin(None, choices)

        fresh.restoreGeometry(window.saveGeometry())
        if window.annexe.is_preferring:
            # There somebody has just chosen, and may go on choosing.
            fresh.annexe.preferring.open().rows["language"].control.setFocus()
        self._expect(fresh, place)
        fresh.manuscript.take_over(window.manuscript, arrived)
        fresh.recovering.offer(offered)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        if settings.language == self._choice:
            return
        self._choice = settings.language
        language = speak_as(self._choice)
        if language != self._language:
            self._language = language
            # Whoever has changed it may be a part of a window that goes by it.
            in_next_turn(self, self._renew)

    @Slot()
    def _renew(self) -> None:
        self._behind = set(self._windows())
        for window in self._windows():
            if not self._try(window):
                # In the new language already, so that nobody need name it.
                window.notice.show_notice(
                    _("This window changes its language once its text is saved and nothing goes on in it.")
                )
                if window.annexe.is_surveying:
                    window.annexe.surveying.dialog.finished.connect(partial(self._try_soon, window))

    def _try_soon(self, window: MainWindow, *_told: object) -> None:
        # Others hear of the end as well, and first.
        in_next_turn(window, partial(self._try, window))

    def _try(self, window: MainWindow) -> bool:
        """Let a window go if it speaks another language and nothing is at risk."""
        if window not in self._behind or window.closing.is_handing_over or not window.manuscript.is_saved:
            return False
        if self._is_busy(window) or window.manuscript.is_writing or window.annexe.is_surveying:
            return False
        window.closing.hand_over()
        return True
