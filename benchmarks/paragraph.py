"""One paragraph as long as a book: Qt lays it out anew for every key, and so much is the floor."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from stage import Stage
from texts import text as made
from verdicts import Row, spread

LONGEST = 50_000
KEYS = 40
BEAT = 0.1
WORD = "reading "


class _Drawn(QObject):
    """Ends a loop when a key has been drawn."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        super().__init__(pane)
        self.loop = QEventLoop(self)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait for a paint; the next turn comes behind it."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.loop, self.loop.quit)
        return False


def paragraph(stage: Stage, words: int) -> list[Row]:
    """Type in the middle of one paragraph of 50,000 words, or of as many as the text has."""
    size = min(LONGEST, words)
    path = stage.keep(made(size).replace("\n", " "), "paragraph.txt")
    stage.empty()
    stage.open(path)
    middle = stage.editor.document().characterCount() // 2
    stage.go_to(0, middle)
    taken = stage.type((WORD * KEYS)[:KEYS])
    late = _paced(stage, stage.listener.press)
    stage.check()
    pane = stage.bare()
    cursor = pane.textCursor()
    cursor.setPosition(middle)
    pane.setTextCursor(cursor)
    drawn = _Drawn(pane)
    bare = []
    for key in (WORD * KEYS)[:KEYS]:
        # A second paint of the key before must not be taken for one of this.
        for _ in range(3):
            QApplication.processEvents()
        started = time.perf_counter()
        QTest.keyClicks(pane, key)
        drawn.loop.exec()
        bare.append((time.perf_counter() - started) * 1000)
    bare_late = _paced(stage, lambda key: QTest.keyClicks(pane, key))
    pane.close()
    stage.empty()
    note = "The floor is the same paragraph in a bare QPlainTextEdit, from the key until it is drawn."
    return [
        *spread("paragraph_key", f"one paragraph of {size:,}: key to Fact Box", taken, floor=bare, note=note),
        *spread("paragraph_pause", f"one paragraph of {size:,}: pause", late, floor=bare_late),
    ]


def _paced(stage: Stage, press: Callable[[str], object]) -> list[float]:
    # The worst pause after each key, in milliseconds: what one waits for at every key.
    worst = []
    for key in (WORD * KEYS)[: KEYS // 4]:
        end = time.perf_counter() + BEAT
        worst.append(max(stage.pauses.measure(lambda: time.perf_counter() > end, lambda: press(key))))  # noqa: B023
    return worst
