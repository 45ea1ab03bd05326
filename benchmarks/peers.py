"""The peer: textstat on the whole text, as a program without a ledger would call it for every key.

It is imported when it is called and not before: it brings 45 MB along, which must not weigh on our figures.
It would download a dictionary; here it has ours, which is warm and costs it least.
"""

import importlib
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from factbox.metrics.language import language

# Every figure that textstat 0.7 gives for English; a call of all shares what it caches of the text.
ENGLISH = (
    "flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "coleman_liau_index",
    "automated_readability_index", "dale_chall_readability_score", "dale_chall_readability_score_v2",
    "difficult_words", "linsear_write_formula", "gunning_fog", "text_standard", "spache_readability",
    "mcalpine_eflaw", "lix", "rix", "reading_time",
)  # fmt: skip


@cache
def textstat() -> Any:
    """Import textstat, give it our table, and warm it."""
    imported = importlib.import_module("textstat")
    counts = importlib.import_module("textstat.backend.counts._count_syllables")
    # In the shape of NLTK's dictionary, in which each vowel has a digit.
    shapes = {number: [["V1"] * number] for number in range(40)}
    table = {word: shapes[number] for word, number in language("en").syllables.items()}
    setattr(counts, "get_cmudict", lambda _language: table)  # noqa: B010  # typed as a plain module
    whole("It is warm now, and hyphenation too: extraordinarily, unflabbergastably. That is all.", imported)
    return imported


def whole(text: str, imported: Any = None) -> None:
    """Count everything that textstat knows for English."""
    for name in ENGLISH:
        getattr(imported or textstat(), name)(text)


def grade(text: str) -> float:
    """Count the Flesch-Kincaid grade alone."""
    found: float = textstat().flesch_kincaid_grade(text)
    return found


def seconds(call: Callable[[str], object], text: str) -> float:
    """Give how long a call takes on a text that it has not seen."""
    textstat()
    started = time.perf_counter()
    call(text)
    return time.perf_counter() - started


class Grader(QObject):
    """A worker that grades the whole text whenever it is asked, in a thread of its own.

    Signals:
        asked: The text as it is now.
        graded: Its grade.
    """

    asked = Signal(str)
    graded = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._thread = QThread()
        self.asked.connect(self._on_asked)
        self.moveToThread(self._thread)
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._thread.quit()
        self._thread.wait()

    @Slot(str)
    def _on_asked(self, text: str) -> None:
        self.graded.emit(grade(text))
