"""Acts that change much at once: a long paste, a replacement of every "the", and their undoing.

Each is done in our window and in a bare pane of Qt's with the same document; what Qt takes by itself is the floor.
"""

import re
import time
from collections.abc import Callable
from statistics import median

from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from floor import Pauses
from stage import Stage
from texts import text as made
from verdicts import Row, Sense, Target

PASTE_SEED = 11
MOST_PASTED = 100_000
# One round can meet a busy machine; the median of a few does not.
ROUNDS = 3
REST = 0.1
_THE = re.compile(r"\bthe\b")

Act = Callable[[QPlainTextEdit], object]


def paste(stage: Stage, words: int) -> list[Row]:
    """Paste a long text into the middle, and undo it."""
    QGuiApplication.clipboard().setText(made(min(MOST_PASTED, words), PASTE_SEED))
    rows = _both(stage, "paste", f"paste {min(MOST_PASTED, words):,} words", QPlainTextEdit.paste)
    QGuiApplication.clipboard().setText("")
    return rows


def replace_all(stage: Stage) -> list[Row]:
    """Replace every "the" by "that" as one edit, and undo it."""
    text = "\n".join(stage.paragraphs())
    # Qt counts UTF-16 units; the text is plain letters, so characters are the same. From the end, for what comes
    # before a replacement stays where it is.
    places = [match.start() for match in _THE.finditer(text)][::-1]

    def act(pane: QPlainTextEdit) -> None:
        cursor = QTextCursor(pane.document())
        cursor.beginEditBlock()
        for place in places:
            cursor.setPosition(place)
            cursor.setPosition(place + 3, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("that")
        cursor.endEditBlock()

    return _both(stage, "replace", f"replace {len(places):,} words", act)


def _both(stage: Stage, key: str, what: str, act: Act) -> list[Row]:
    before = stage.paragraphs()
    done: list[float] = []
    undone: list[float] = []
    exact: list[float] = []
    steps = 0
    for _ in range(ROUNDS):
        stage.go_to(len(before) // 2, 0)
        worst, taken = _in_window(stage, lambda: act(stage.editor))
        done.append(worst)
        exact.append(taken)
        assert stage.paragraphs() != before
        stage.check()
        undone.append(_in_window(stage, stage.editor.undo)[0])
        steps = 1
        while stage.paragraphs() != before and steps < 9:
            stage.editor.undo()
            stage.pauses.measure(lambda: stage.listener.is_exact)
            steps += 1
        stage.check()
    pane = stage.bare()
    bare_done, bare_undone = [], []
    for _ in range(ROUNDS):
        pane.setTextCursor(QTextCursor(pane.document().findBlockByNumber(len(before) // 2)))
        bare_done.append(_in_pane(stage.pauses, lambda: act(pane)))
        bare_undone.append(_in_pane(stage.pauses, pane.undo))
    pane.close()
    beyond = Target(50, Sense.ABOVE_FLOOR)
    note = f"The worst pause, the median of {ROUNDS} rounds; the floor is the same act in a bare QPlainTextEdit."
    return [
        Row(f"{key}_pause", f"{what}: pause", "ms", median(done), median(bare_done), target=beyond, note=note),
        Row(
            f"{key}_undo_pause", f"undo of {key}: pause", "ms", median(undone), median(bare_undone), target=beyond
        ),
        Row(f"{key}_exact", f"{what}: exact facts", "ms", median(exact)),
        Row(f"{key}_undo_steps", f"undo of {key}: steps", "count", steps, target=Target(1)),
    ]


def _in_window(stage: Stage, act: Callable[[], object]) -> tuple[float, float]:
    # The worst pause of an act, and how long until its facts are exact, in milliseconds.
    before = stage.window.watcher.revision
    started = ended = 0.0

    def do() -> None:
        nonlocal started
        started = time.perf_counter()
        act()

    def over() -> bool:
        nonlocal ended
        if not ended and started and stage.window.watcher.revision > before and stage.listener.is_exact:
            ended = time.perf_counter()
        return ended > 0 and time.perf_counter() - ended > REST

    late = stage.pauses.measure(over, do)
    return max(late), (ended - started) * 1000


def _in_pane(pauses: Pauses, act: Callable[[], object]) -> float:
    ended = 0.0

    def do() -> None:
        nonlocal ended
        act()
        ended = time.perf_counter()

    return max(pauses.measure(lambda: ended > 0 and time.perf_counter() - ended > REST, do))
