"""One key at a time: from the key to the Fact Box, with our ledger and with textstat; what a ledger computes."""

import random
import time

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from factbox.document import Block, Splice
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.report import COUNTING, Counting
from peers import Grader, grade
from stage import Stage
from texts import text as made
from verdicts import Row, Sense, Target, spread, summed_up

SEED = 3
LETTERS = "etaoin shrdlu. \n"
PEER_KEYS = 5


def keys(stage: Stage, count: int, idle: list[float], seconds: float) -> list[Row]:
    """Press keys all over a text that is counted, Return among them; then type at one place for some seconds."""
    dice = random.Random(SEED)  # noqa: S311  # repeatable
    taken: list[float] = []
    for _ in range(count):
        stage.go_to(dice.randrange(stage.editor.document().blockCount()), dice.randrange(500))
        taken += stage.type(dice.choice(LETTERS))
    stage.check()
    rows = spread("key", "key to Fact Box", taken, floor=idle, targets={"p50": 2, "p95": 5, "p99": 12})
    end = time.perf_counter() + seconds
    last = 0.0

    def typed() -> bool:
        nonlocal last
        now = time.perf_counter()
        if now - last >= 0.03:
            last = now
            stage.listener.press("e")
        return now > end

    late = stage.pauses.measure(typed)
    stage.check()
    return rows + spread(
        "key_pause", "typing, 33 keys a second: pause", late, floor=idle, targets={"p99": 8, "max": 16}
    )


def peer(stage: Stage, text: str, ours: float | None) -> list[Row]:
    """Press keys in a bare pane whose worker calls textstat on the whole text each time.

    Args:
        stage: The stage; its window only looks on.
        text: What is in the pane.
        ours: Our median of a key, to compare with.
    """
    grade("Its import and its tables are not part of a key.")
    pane, grader, loop = stage.bare(text), Grader(), QEventLoop()
    pane.textChanged.connect(lambda: grader.asked.emit(pane.toPlainText()))
    grader.graded.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    taken = []
    for _ in range(PEER_KEYS):
        started = time.perf_counter()
        QTest.keyClicks(pane, "e")
        loop.exec()
        taken.append((time.perf_counter() - started) * 1000)
    grader.stop()
    pane.close()
    theirs = summed_up(taken)["p50"]
    rows = [
        Row(
            "peer_key_p50",
            "key to figure, textstat in a worker, p50",
            "ms",
            ours,
            peer=theirs,
            note=f"Its Flesch-Kincaid grade alone, {PEER_KEYS} keys; ours is all facts and all formulas.",
        )
    ]
    if ours:
        rows.append(
            Row(
                "peer_key_ratio",
                "key to Fact Box, faster than textstat in a worker",
                "times",
                theirs / ours,
                target=Target(500, Sense.AT_LEAST),
            )
        )
    return rows


def compute(words: int, count: int, counting: Counting = COUNTING) -> list[Row]:
    """Let ledgers of several sizes answer keys without a window, counting in some way."""
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size < words]
    rows: list[Row] = []
    medians = []
    for size in [*sizes, words]:
        taken = summed_up(_answers(made(size).split("\n"), count, counting))
        medians.append(taken["p50"])
        rows += [
            Row(
                f"compute_{size}_{name}",
                f"compute per key, {size:,} words, {name}",
                "µs",
                taken[name],
                target=Target(200) if (size, name) == (words, "p50") else None,
            )
            for name in ("p50", "p99")
        ]
    growth = Row(
        "compute_growth",
        f"compute per key, p50, {words:,} words to {[*sizes, words][0]:,}",
        "times",
        medians[-1] / medians[0],
        target=Target(3),
        note=f"Ledger.apply, measure_next and report, called directly, {count} keys all over the text.",
    )
    return [*rows, growth]


def _answers(paragraphs: list[str], count: int, counting: Counting) -> list[float]:
    # In microseconds. Every sixteenth key or so is a Return, as above.
    dice = random.Random(SEED)  # noqa: S311  # repeatable
    ledger = Ledger(counting=counting)
    ledger.apply(Splice(0, 0, tuple(map(Block, paragraphs))))
    while ledger.pending:
        ledger.measure_next()
    ledger.prepare()
    taken = []
    for revision in range(1, count + 1):
        number = dice.randrange(len(paragraphs))
        text = paragraphs[number]
        place = dice.randrange(len(text) + 1)
        put = (text[:place] + dice.choice(LETTERS) + text[place:]).split("\n")
        splice = Splice(number, 1, tuple(map(Block, put)), revision)
        started = time.perf_counter()
        ledger.apply(splice)
        while ledger.pending:
            ledger.measure_next()
        told = ledger.report()
        taken.append((time.perf_counter() - started) * 1_000_000)
        paragraphs[number : number + 1] = put
    cold = settle(map(Block, paragraphs), counting=counting)
    assert (told.facts, told.scores) == (cold.facts, cold.scores)
    return taken
