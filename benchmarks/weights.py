"""What a process weighs, and what is typed meanwhile: the same for the program and for a bare pane of Qt's."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

SEED = 5
# How many keys one presses at one place. Qt keeps the lines of every page that was seen, so places are few.
AT_ONE_PLACE = 500
PROC = Path("/proc/self")
_LINES = (("smaps_rollup", "Rss:", ""), ("smaps_rollup", "Pss:", "_pss"), ("status", "VmHWM:", "_most"))

Weights = dict[str, float]


def weight(name: str) -> Weights:
    """Give the megabytes of this process: resident, its fair share of what is shared, and the most so far."""
    return {
        name + suffix: int(line.split()[1]) / 1024
        for file, start, suffix in _LINES
        for line in (PROC / file).read_text("utf-8").splitlines()
        if line.startswith(start)
    }


def strokes(keys: str, blocks: Callable[[], int]) -> Iterator[tuple[int, int, str]]:
    """Give keys: the paragraph and the column to go to where one begins to write anew, else -1; and the key."""
    dice = random.Random(SEED)  # noqa: S311  # repeatable
    for number, key in enumerate(keys):
        if number % AT_ONE_PLACE:
            yield -1, 0, key
        else:
            yield dice.randrange(blocks()), dice.randrange(400), key


def press(pane: QPlainTextEdit, key: str) -> None:
    """Press a key, Return and Backspace by their characters."""
    named = {"\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}
    if key in named:
        QTest.keyClick(pane, named[key])
    else:
        QTest.keyClicks(pane, key)
