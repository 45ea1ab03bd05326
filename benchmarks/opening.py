"""Opening a long text: when one can read it, write in it, trust its facts; and writing in it meanwhile."""

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from stage import Stage
from verdicts import Row, Target, spread

BEAT = 30
WORDS_TO_TYPE = "there is more to say of this and then some "


class _FirstPage(QObject):
    """Notes when the first page of a text has been drawn, and when the editor first takes keys after that."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.editor)
        self._stage = stage
        self.asked = self.readable = self.editable = 0.0
        stage.editor.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at every paint of the page until one shows text of the new file."""
        if event.type() == QEvent.Type.Paint and self.asked and not self.readable:
            document = self._stage.editor.document()
            if not document.isEmpty():
                # It is drawn after this; the next turn comes behind it.
                self.readable = -1.0
                QTimer.singleShot(0, self, self._on_drawn)
        return False

    def _on_drawn(self) -> None:
        self.readable = time.perf_counter()

    def look(self) -> bool:
        """Look whether keys are taken by now."""
        if not self.editable and self.readable > 0 and not self._stage.editor.isReadOnly():
            self.editable = time.perf_counter()
        return self.editable > 0


def opening(stage: Stage, path: Path, idle: list[float]) -> list[Row]:
    """Open a file into the empty window and only look on."""
    page = _FirstPage(stage)

    def ask() -> None:
        page.asked = time.perf_counter()
        stage.begin_open(path)

    late = stage.pauses.measure(lambda: page.look() and stage.is_counted, ask)
    exact = time.perf_counter()
    stage.editor.viewport().removeEventFilter(page)
    stage.check()
    rows = [
        Row("open_readable", "open: first page drawn", "ms", (page.readable - page.asked) * 1000),
        Row(
            "open_editable",
            "open: first page drawn and editable",
            "ms",
            (max(page.readable, page.editable) - page.asked) * 1000,
            target=Target(250),
            note="From asking for the file, which is read meanwhile, until its page is drawn and takes keys.",
        ),
        Row("open_exact", "open: exact facts", "ms", (exact - page.asked) * 1000, target=Target(1500)),
    ]
    return rows + spread("open_pause", "open: pause", late, floor=idle, targets={"max": 16})


def typing(stage: Stage, path: Path, idle: list[float]) -> list[Row]:
    """Open a file and write in it, 33 keys a second, from the moment it takes keys until its facts are exact."""
    page = _FirstPage(stage)
    beat = QTimer(interval=BEAT)
    pressed = 0
    stage.listener.answered = []

    stage.empty()

    def ask() -> None:
        page.asked = time.perf_counter()
        stage.begin_open(path)

    def press() -> None:
        nonlocal pressed
        stage.listener.press(WORDS_TO_TYPE[pressed % len(WORDS_TO_TYPE)])
        pressed += 1

    def counted() -> bool:
        if page.look() and not beat.isActive() and not pressed:
            beat.start()
        return pressed > 0 and stage.is_counted

    beat.timeout.connect(press)
    late = stage.pauses.measure(counted, ask)
    beat.stop()
    stage.editor.viewport().removeEventFilter(page)
    stage.check()
    note = f"{pressed} keys, one every {BEAT} ms, from when the text took keys until its facts were exact."
    return [
        *spread(
            "typing_pause", "typing while it is counted: pause", late, floor=idle, targets={"p99": 8, "max": 16}
        ),
        *spread(
            "typing_key",
            "typing while it is counted: key to Fact Box",
            stage.listener.answered,
            targets={"p50": 10, "max": 30},
            note=note,
        ),
    ]
