"""What is looked at when the monkey is done: that all comes to rest, is counted right, and is given back."""

import time
from dataclasses import replace
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from factbox.ui.house import House
from factbox.ui.window import MainWindow

# Seconds that everything may take to rest at the end.
REST = 400.0
# Seconds in which windows that were closed must be given back; those after which one more is closed, for all is
# looked through once after each closing, and what is held then waits for the next; how many may be left.
GIVEN_BACK, CLOSING, UNDER_WAY = 15.0, 4.0, 1


class Follower(QObject):
    """Keeps the last report of a window, and goes with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.report: Report | None = None
        window.analyst.reported.connect(self.note)

    @Slot(object)
    def note(self, report: Report) -> None:
        """Keep a report."""
        self.report = report


def _last(window: MainWindow) -> Report | None:
    follower = window.findChild(Follower)
    return follower.report if isinstance(follower, Follower) else None


class Rest(QObject):
    """Follows all windows, and looks at them at the end.

    Signals:
        resting: Nothing goes on any more; what follows holds the windows.
        come: All has been looked at; `failures` is complete.
    """

    resting = Signal()
    come = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._seen = WeakSet[MainWindow]()
        self.failures: list[str] = []

    def follow(self) -> None:
        """Look after the windows that are open now."""
        for window in self._house.windows:
            self._seen.add(window)
            if window.findChild(Follower) is None:
                Follower(window)

    @Slot()
    def begin(self) -> None:
        """Begin: close what lies over the windows, and let each have something to count."""
        over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if over is not None:
            over.close()
            QTimer.singleShot(20, self, self.begin)
            return
        if any(each.manuscript.is_coming or each.manuscript.is_reading for each in self._house.windows):
            QTimer.singleShot(20, self, self.begin)
            return
        if not self._house.windows:
            self._house.open_window()
        self.follow()
        for window in self._house.windows:
            # So that each has something to answer.
            window.editor.insertPlainText("The end. ")
        self._until = time.monotonic() + REST
        self._given_back = self._closing = 0.0
        self._wait_for_rest()

    def _wait_for_rest(self) -> None:
        restless = [each for each in self._house.windows if not self._is_exact(each)]
        if restless and time.monotonic() < self._until:
            QTimer.singleShot(50, self, self._wait_for_rest)
            return
        if not self._is_given_back():
            QTimer.singleShot(50, self, self._wait_for_rest)
            return
        if restless:
            self.failures.append("the counting never came to rest")
        # What follows holds the windows, and is no part of the program.
        self.resting.emit()
        for window in set(self._house.windows) - set(restless):
            self._compare(window)
        for window in self._house.windows:
            window.manuscript.abandon()
        self.come.emit()

    def _is_given_back(self) -> bool:
        """Tell whether the windows that were closed are gone, or will never be, which is a failure."""
        now = time.monotonic()
        self._given_back = self._given_back or now + GIVEN_BACK
        if now >= self._closing:
            self._closing = now + CLOSING
            self._house.open_window().close()
        left = len(self._seen) - len(self._house.windows)
        if left <= UNDER_WAY:
            return True
        if now < self._given_back:
            return False
        self.failures.append(f"{left} windows were closed and are never given back")
        return True

    def _is_exact(self, window: MainWindow) -> bool:
        report = _last(window)
        is_idle = not window.manuscript.is_coming and not window.companion.is_coming
        if not is_idle or report is None or report.pending:
            return False
        return report.revision == window.watcher.revision and report.blocks == len(window.watcher.blocks)

    def _compare(self, window: MainWindow) -> None:
        counting = replace(window.store.settings.counting, exempt=window.companion.choices.exempt)
        live = _last(window)
        assert live is not None
        # Content words stay once they were asked for, whatever is asked for later.
        cold = settle(window.watcher.blocks, counting=counting, every=live.judged.content_words > 0)
        for name in (
            "tokens",
            "types",
            "words",
            "sentences",
            "syllables",
            "level",
            "level_unspared",
            "facts",
            "judged",
        ):
            if getattr(live, name) != getattr(cold, name):
                self.failures.append(f"live is not cold: {name} {getattr(live, name)} {getattr(cold, name)}")
