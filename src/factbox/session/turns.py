"""The next turn of the events: for what must not happen within what happens now."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def in_next_turn(owner: QObject, do: Callable[[], object]) -> None:
    """Do something when all that happens now is over, unless its owner has gone by then.

    `QTimer.singleShot` of no time at all would keep what it was to do for ever where the owner goes first, and a
    whole window with it.

    Args:
        owner: Whose work it is; of the thread of the interface: a timer must end in its own.
        do: What is done.
    """
    timer = QTimer(owner, singleShot=True, interval=0)
    timer.timeout.connect(do)
    timer.timeout.connect(timer.deleteLater)
    timer.start()
