"""The sweep: lets garbage be found in the thread of the interface alone.

Python looks for garbage in whichever thread happens to ask for memory. A widget that a worker finds so would be
destroyed there, with its timers and its children, which Qt forbids.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

# Milliseconds between two looks.
_EVERY = 2_000


class Sweep(QObject):
    """Takes the looking for garbage over from Python, for as long as the program runs, by Python's own thresholds.

    What the program is made of when it begins, and long texts while they are counted, are told to stay: they are
    looked through only when a window has closed.

    Args:
        parent: Who owns it; of the thread of the interface.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(sweep)
        timer.start(_EVERY)


def sweep() -> None:
    """Look through the oldest generation of objects that is due, and all younger ones; none if none is."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    for generation in reversed(range(len(due))):
        if due[generation]:
            gc.collect(generation)
            return


def sweep_all() -> None:
    """Look through everything, also what was told to stay while there was much to do; what is left stays."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
