"""What a process weighs, and what is typed meanwhile: the same for the program and for a bare pane of Qt's."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

SEED = 5
# One writes a few words at one place, and takes some back.
WRITTEN = "and so the teacher read this again to them\b\b\b\ball.\n"
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


def strokes(count: int, blocks: Callable[[], int]) -> Iterator[tuple[int, int, str]]:
    """Give keys: the paragraph and the column to go to where one begins to write anew, else -1; and the key."""
    dice = random.Random(SEED)  # noqa: S311  # repeatable
    for number in range(count):
        place = number % len(WRITTEN)
        if place:
            yield -1, 0, WRITTEN[place]
        else:
            yield dice.randrange(blocks()), dice.randrange(400), WRITTEN[place]


def press(pane: QPlainTextEdit, key: str) -> None:
    """Press a key, Return and Backspace by their characters."""
    named = {"\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}
    if key in named:
        QTest.keyClick(pane, named[key])
    else:
        QTest.keyClicks(pane, key)
