"""The sweep: lets garbage be found in the thread of the interface alone.

Python looks for garbage in whichever thread happens to ask for memory. A widget that a worker finds so would be
destroyed there, with its timers and its children, which Qt forbids.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from factbox.session.heap import give_back

# Milliseconds between two looks.
_EVERY = 2_000
# Only a long text makes so many objects between two looks. They stay: to look through them would hold the window.
_MANY = 50_000
# Times after which what was told to stay is looked through, however busy the program is.
_OFTEN = 20


class Sweep(QObject):
    """Takes the looking for garbage over from Python, for as long as the program runs, by Python's own thresholds.

    What the program is made of when it begins, and long texts when they have been counted, are told to stay. They
    are looked through when a window has closed, and when somebody has turned to another program.

    Args:
        application: The program; its owner.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        gc.disable()
        gc.freeze()
        self._stayed = 0
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self.look)
        timer.start(_EVERY)
        application.applicationStateChanged.connect(self._on_state)

    @Slot()
    def look(self) -> None:
        """Look through what has come since the last time, or let it stay where that is much."""
        if gc.get_count()[0] <= _MANY:
            sweep()
            return
        gc.freeze()
        self._stayed += 1
        if self._stayed >= _OFTEN:
            self._sweep_all()

    @Slot(object)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if self._stayed and state != Qt.ApplicationState.ApplicationActive:
            self._sweep_all()

    def _sweep_all(self) -> None:
        self._stayed = 0
        sweep_all()


def sweep() -> None:
    """Look through the oldest generation of objects that is due, and all younger ones; none if none is."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    for generation in reversed(range(len(due))):
        if due[generation]:
            gc.collect(generation)
            return


def sweep_all() -> None:
    """Look through everything, also what was told to stay while there was much to do; what is left stays.

    The memory of what is gone goes back to the system.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    give_back()
