"""The open windows: which file is in which, what opens next to them, and how all of them go and come back."""

import weakref
from base64 import b64decode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent

from factbox.formats import FormatError
from factbox.session.recovery import Draft
from factbox.session.reopening import Place, keep_places, kept_places
from factbox.session.settings import SettingsStore
from factbox.session.tasks import Errands
from factbox.session.turns import in_next_turn
from factbox.translation import _
from factbox.ui.places import bring_forward, go_to, place_of, stand_aside
from factbox.ui.renewing import Renewing
from factbox.ui.sweeping import sweep_all
from factbox.ui.window import MainWindow

# Milliseconds after which what is open is written down.
_REST = 2_000
# Milliseconds after which a window has been drawn.
_DRAWN = 40
# Milliseconds in which Qt takes a closed window apart, and how often it is looked for with twice the time.
_TAKEN_APART, _LOOKS = 500, 6


class House(QObject):
    """Holds all windows of the program.

    Signals:
        reopened: What was open last time is on its way into its windows.
    """

    reopened = Signal()

    def __init__(self, store: SettingsStore, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._store = store
        self._windows: list[MainWindow] = []
        # What is on its way into a window, until it is there.
        self._coming: dict[MainWindow, Place] = {}
        # Files of last time that are not there any more, and whether drafts are still to be looked for.
        self._gone: tuple[Path, ...] = ()
        self._must_look = self._must_confess = True
        # What is open is written down only when what was open has come.
        self._is_settled = False
        self._leaving: list[Place] | None = None
        self._errands = Errands(self)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._keep)
        self._renewing = Renewing(
            store,
            lambda: self.windows,
            self.open_window,
            is_busy=self._is_busy,
            expect=self._coming.__setitem__,
            owner=self,
        )

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """The open windows, the oldest first."""
        return tuple(self._windows)

    def begin(self, paths: Sequence[Path]) -> None:
        """Open the first windows: for files, with the example at the first start, or with what was open.

        Args:
            paths: The files that are asked for.
        """
        window = self.open_window()
        if not paths and not self._store.memory.is_first_start and self._store.settings.reopen:
            self._errands.run(kept_places, self._reopen, lambda _error: self._settle())
        else:
            for path in paths:
                self.open_file(path)
            if not paths and self._store.memory.is_first_start:
                window.filing.begin_example()
                QTimer.singleShot(_DRAWN, window, window.touring.offer)
            self._settle()
        self._store.memory.remember_welcome()

    def open_window(self) -> MainWindow:
        """Open an empty window, beside the one in front."""
        window = MainWindow(self._store, self)
        front = self._front
        if front is not None:
            stand_aside(window, front)
        self._windows.append(window)
        window.closed.connect(partial(self._on_closed, window))
        window.filing.stayed.connect(self._stay)
        window.manuscript.unsaved.connect(self._stay)
        window.adapting.failed.connect(self._stay)
        window.manuscript.opened.connect(partial(self._on_opened, window))
        window.manuscript.unopened.connect(partial(self._on_unopened, window))
        window.manuscript.saved.connect(self._touch)
        window.editor.cursorPositionChanged.connect(self._touch)
        self._renewing.watch(window)
        window.show()
        return window

    def open_file(self, path: Path) -> None:
        """Open a file: in the window that has it, in an empty one, or in a new one."""
        if not self.show_file(path):
            self._open_in(self._blank() or self.open_window(), Place(str(path)))

    @Slot(object)
    def answer(self, paths: Sequence[Path]) -> None:
        """Do what somebody wants who has started the program again: files, or one more window."""
        for path in paths:
            self.open_file(path)
        if not paths:
            bring_forward(self._blank() or self.open_window())

    def show_file(self, path: Path) -> bool:
        """Bring the window that has a file to the front; False if none has."""
        for window in self._windows:
            coming = self._coming.get(window)
            theirs = Path(coming.path) if coming and coming.path else window.manuscript.path
            if theirs is not None and theirs.absolute() == path.absolute():
                bring_forward(window)
                return True
        return False

    def quit(self) -> None:
        """Close all windows, each of which asks for its text; one that stays ends it."""
        self._leaving = self._leaving or self._places()
        self._close_next()

    def bring_back(self, draft: Draft) -> bool:
        """Let the window with the file of a draft show it, or a new one; False if an empty one is in front."""
        path = Path(draft.path) if draft.path else None
        window = next((each for each in self._windows if path and each.manuscript.path == path), None)
        if window is None and self._front is not None and self._is_blank(self._front):
            return False
        window = window or self.open_window()
        bring_forward(window)
        window.recovering.restore(draft)
        return True

    def open_copy(self, path: Path, title: str) -> bool:
        """Open what a file holds in another window, as a text that belongs to no file."""
        window = self._blank() or self.open_window()
        window.manuscript.open(path, title)
        bring_forward(window)
        return True

    @property
    def looks_for_drafts(self) -> bool:
        """Whether somebody else than the windows looks for what a crash has left: the house does, once."""
        return True

    def leave(self) -> None:
        """Write down what was open: the program ends."""
        self._rest.stop()
        if self._is_settled:
            # Where the disk is full, the next start opens what was open before.
            with suppress(FormatError):
                keep_places(self._leaving or [])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open what macOS asks for, which names files by an event."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.open_file(Path(event.file()))
            return True
        return super().eventFilter(watched, event)

    @property
    def _front(self) -> MainWindow | None:
        active = next((each for each in self._windows if each.isActiveWindow()), None)
        return active or (self._windows[-1] if self._windows else None)

    def _is_blank(self, window: MainWindow) -> bool:
        text = window.manuscript
        return text.path is None and text.is_saved and not self._is_busy(window)

    def _is_busy(self, window: MainWindow) -> bool:
        text = window.manuscript
        return window in self._coming or text.is_coming or text.is_reading

    def _blank(self) -> MainWindow | None:
        return next((each for each in self._windows if self._is_blank(each)), None)

    # ------------------------------------------------------------------ closing

    def _close_next(self) -> None:
        if self._leaving is not None and self._windows:
            window = self._windows[-1]
            if not window.manuscript.is_saved:
                bring_forward(window)
            window.close()

    def _on_closed(self, window: MainWindow) -> None:
        if self._leaving is None:
            self._renewing.succeed(window)
        if self._leaving is None and len(self._windows) == 1:
            # Whoever closes the last window ends the program with it.
            self._leaving = self._places()
        self._windows.remove(window)
        self._coming.pop(window, None)
        if not self._windows:
            return
        window.deleteLater()
        if self._leaving is None:
            # Its text and all that hung on it are garbage when Qt has taken it apart.
            QTimer.singleShot(_TAKEN_APART, self, partial(self._sweep_up, weakref.ref(window)))
            self._touch()
        else:
            in_next_turn(self, self._close_next)

    def _sweep_up(self, gone: "weakref.ref[MainWindow]", look: int = 1) -> None:
        sweep_all()
        if gone() is not None and look < _LOOKS:
            # A worker may be at something of it still.
            QTimer.singleShot(_TAKEN_APART * 2**look, self, partial(self._sweep_up, gone, look + 1))

    @Slot()
    def _stay(self) -> None:
        self._leaving = None

    # ------------------------------------------------------------------ what is open

    def _reopen(self, kept: tuple[tuple[Place, ...], tuple[Path, ...]]) -> None:
        places, self._gone = kept
        current = None
        for place in places:
            window = self._blank() or self.open_window()
            self._open_in(window, place)
            if place.is_current:
                current = window
        if current is not None:
            bring_forward(current)
        self._settle()
        self.reopened.emit()

    def _open_in(self, window: MainWindow, place: Place) -> None:
        self._coming[window] = place
        if place.geometry:
            window.restoreGeometry(QByteArray(b64decode(place.geometry)))
        window.manuscript.open(Path(place.path))

    def _on_opened(self, window: MainWindow, _document: object) -> None:
        place = self._coming.pop(window, None)
        if place is not None and str(window.manuscript.path or "") == place.path:
            go_to(window, place)
        self._touch()
        self._tell()

    def _on_unopened(self, window: MainWindow, _path: object, _error: object) -> None:
        self._coming.pop(window, None)
        self._touch()
        self._tell()

    def _settle(self) -> None:
        self._is_settled = True
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Tell what has not come back, what was damaged and what a crash has left, when all texts have come."""
        if not self._is_settled or self._coming or not self._windows:
            return
        front = self._front or self._windows[0]
        if self._gone:
            names = ", ".join(path.name for path in self._gone)
            self._gone = ()
            sentence = _("What was open last time is no longer in its place: {names}.")
            front.notice.show_notice(sentence.format(names=names))
        if self._must_confess and self._store.loss:
            front.notice.show_notice(self._store.loss, lasting=True)
        self._must_confess = False
        if self._must_look:
            # What waits for an answer comes before other notices, which are there again behind it.
            self._must_look = False
            QTimer.singleShot(_DRAWN, front, front.recovery.look)

    @Slot()
    def _touch(self) -> None:
        if self._is_settled and self._leaving is None and not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _keep(self) -> None:
        places = self._places()
        self._errands.run(lambda: keep_places(places), lambda _kept: None, lambda _error: None)

    def _places(self) -> list[Place]:
        front, open_now = self._front, [(each, self._coming.get(each) or place_of(each)) for each in self._windows]
        return [replace(place, is_current=window is front) for window, place in open_now if place.path]
