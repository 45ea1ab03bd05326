"""One pass over a text in a process of its own: `python passes.py PASS FILE` prints its figures as JSON.

What a pass needs is read before the clock starts, and how long that took is told by itself.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from factbox.document import Block, Splice
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.ledger import Ledger, settle

Figures = dict[str, float]
STEP = 2_000


def ours(text: str) -> Figures:
    """Count all facts and all formulas with our ledger."""
    started = time.perf_counter()
    Ledger().prepare()
    loaded = time.perf_counter()
    blocks = tuple(map(Block, text.split("\n")))
    counting = time.perf_counter()
    told = settle(blocks)
    assert len(told.scores) == len(FORMULAS)
    ended = time.perf_counter()
    return {"seconds": ended - counting, "loading": loaded - started, "words": told.words + told.words_left_out}


def textstat_all(text: str) -> Figures:
    """Count all that textstat knows for English."""
    return _textstat("whole", text)


def textstat_grade(text: str) -> Figures:
    """Count textstat's Flesch-Kincaid grade."""
    return _textstat("grade", text)


def split(text: str) -> Figures:
    """Part the text at its spaces: the least that any count could cost in Python."""
    started = time.perf_counter()
    words = text.split()
    return {"seconds": time.perf_counter() - started, "loading": 0.0, "words": len(words)}


def live(text: str) -> Figures:
    """Put the text together from its end, change it and take parts out; then live must equal cold."""
    blocks = list(map(Block, text.split("\n")))
    ledger = Ledger()
    for revision, start in enumerate(range(0, len(blocks), STEP)):
        ledger.apply(Splice(0, 0, tuple(blocks[start : start + STEP]), revision))
        ledger.measure_next()
    kept = ledger.blocks
    half = len(kept) // 2
    ledger.apply(Splice(half, min(STEP, len(kept) - half), (Block("It ends so."),)))
    kept[half : half + STEP] = [Block("It ends so.")]
    while ledger.pending:
        ledger.measure_next()
    told, cold = ledger.report(), settle(kept)
    assert told == cold, "live does not equal cold"
    return {"seconds": 0.0, "loading": 0.0, "words": told.words + told.words_left_out}


def _textstat(name: str, text: str) -> Figures:
    started = time.perf_counter()
    # Not before it is wanted: it has no place in a process that measures ours.
    peers = importlib.import_module("peers")
    peers.textstat()
    loading = time.perf_counter() - started
    taken: float = peers.seconds(getattr(peers, name), text)
    return {"seconds": taken, "loading": loading, "words": len(text.split())}


PASSES: dict[str, Callable[[str], Figures]] = {
    each.__name__: each for each in (ours, live, textstat_all, textstat_grade, split)
}

if __name__ == "__main__":
    print(json.dumps(PASSES[sys.argv[1]](Path(sys.argv[2]).read_text("utf-8"))))
