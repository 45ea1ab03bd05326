"""How long a key stroke takes to reach the Fact Box, and how long the window stands still meanwhile.

    python benchmarks/live.py [--words 100000] [--keys 300] [--json]

The real window, on the screen or offscreen; the peer is one call of textstat, which a program without a ledger
makes for every key. Live must equal cold at the end, or the run fails.
"""

import argparse
import gc
import json
import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from factbox.document import Block, Document
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from factbox.ui.theme import load_fonts
from factbox.ui.window import MainWindow
from texts import text as made

LETTERS = "etaoin shrdlu. "


class Pauses:
    """How late a timer of one millisecond comes: what a person feels as a pause."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._last = 0.0

    def measure(self, application: QApplication, until: Callable[[], bool]) -> list[float]:
        """Turn the event loop until something is so; give the pauses meanwhile, in milliseconds."""
        self.late = []
        self._last = time.perf_counter()
        self._timer.start()
        while not until():
            application.processEvents()
        self._timer.stop()
        return self.late

    def _note(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - 1))
        self._last = now


class Listener(QObject):
    """Notes what the Fact Box has been told; it is told after the box."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.revision = -1
        window.analyst.reported.connect(self.note)

    @Slot(object)
    def note(self, report: Report) -> None:
        """Note the revision of a report."""
        self.revision = report.revision


def row(figures: Sequence[float]) -> dict[str, float]:
    """Sum up figures: median, 95th and 99th of a hundred, and the worst."""
    cuts = statistics.quantiles(figures, n=100)
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": max(figures)}


def keys(application: QApplication, window: MainWindow, count: int) -> list[float]:
    """Press keys all over the text; give the milliseconds until the box knows of each."""
    dice = random.Random(3)  # noqa: S311  # repeatable
    listener = Listener(window)
    taken = []
    for _ in range(count):
        block = window.editor.document().findBlockByNumber(dice.randrange(window.editor.document().blockCount()))
        cursor = window.editor.textCursor()
        cursor.setPosition(block.position() + dice.randrange(block.length()))
        window.editor.setTextCursor(cursor)
        application.processEvents()
        started = time.perf_counter()
        QTest.keyClicks(window.editor, dice.choice(LETTERS))
        while listener.revision != window.watcher.revision:
            application.processEvents()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def textstat_call(text: str) -> float:
    """Give the milliseconds of one Flesch-Kincaid grade by textstat, warm, with our table as its dictionary."""
    import textstat  # noqa: PLC0415  # the peer comes after our own figures
    from textstat.backend.counts import _count_syllables  # noqa: PLC0415

    from factbox.metrics.language import language  # noqa: PLC0415

    class Table:
        def __getitem__(self, word: str) -> list[list[str]]:
            return [["V1"] * language("en").syllables[word]]

    _count_syllables.get_cmudict = lambda _language: Table()
    textstat.flesch_kincaid_grade(text + " warm")
    started = time.perf_counter()
    textstat.flesch_kincaid_grade(text)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    text = made(options.words)
    blocks = tuple(map(Block, text.split("\n")))
    application = QApplication([])
    load_fonts()
    window = MainWindow()
    window.show()
    pauses = Pauses()
    idle_until = time.perf_counter() + 1.5
    found: dict[str, dict[str, float]] = {
        "idle floor: pause": row(pauses.measure(application, lambda: time.perf_counter() > idle_until))
    }
    facts = settle(blocks).facts
    shown = window.findChild(QLabel, "tokens")
    started = time.perf_counter()
    window.manuscript.begin(Document(blocks))
    found["open and count: pause"] = row(
        pauses.measure(application, lambda: shown is not None and shown.text() == facts[1].text)
    )
    opened = (time.perf_counter() - started) * 1000
    gc.collect()
    found["key to Fact Box"] = row(keys(application, window, options.keys))
    typed_until = time.perf_counter() + 3
    beat = QTimer(interval=30)
    beat.timeout.connect(lambda: QTest.keyClicks(window.editor, "e"))
    beat.start()
    found["typing, 33 keys a second: pause"] = row(
        pauses.measure(application, lambda: time.perf_counter() > typed_until)
    )
    beat.stop()
    cold = settle(window.watcher.blocks)
    wait_until = time.perf_counter() + 5
    while window.factbox.as_text().split()[-1] != cold.facts[3].text and time.perf_counter() < wait_until:
        application.processEvents()
    assert window.factbox.as_text() == "\n".join(f"{fact.label}: {fact.text}" for fact in cold.facts)
    peer = textstat_call(text)
    window.editor.document().setModified(False)
    window.close()
    show(options, found, opened, peer)


def show(options: argparse.Namespace, found: dict[str, dict[str, float]], opened: float, peer: float) -> None:
    """Print what was found, as a table or as one JSON object."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    ratio = peer / found["key to Fact Box"]["p50"]
    if options.json:
        summary = {"words": options.words, "machine": machine, "opened": opened, "textstat": peer, "ratio": ratio}
        print(json.dumps(summary | {"rows": found}))
        return
    print(
        f"{options.words:,} words, {options.keys} keys; {machine}; {os.environ['QT_QPA_PLATFORM']}; milliseconds\n"
    )
    print(f"{'':34}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}")
    for name, figures in found.items():
        print(f"{name:34}" + "".join(f"{figures[key]:9.2f}" for key in ("p50", "p95", "p99", "max")))
    print(f"\n{'opened, counted and shown in':34}{opened:9.0f}")
    print(f"{'textstat, Flesch-Kincaid, one call':34}{peer:9.0f}   {ratio:,.0f} times a key stroke here")
    print("Live equals cold.")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
