"""Whether everything stays live while a long original lies beside a long adaptation.

    python benchmarks/beside.py [--words 100000] [--keys 150] [--json]

The real window, on the screen that is there or offscreen. The adaptation is the original with words replaced,
sentences split, dropped and added. Keys fall all over it; the floor is the same window that nobody touches. Live
must equal cold at the end, and what was compared live what is compared from nothing, or the run fails.
"""

import argparse
import os
import random
import time

from factbox.document import Block
from factbox.metrics.collation import Collator
from factbox.metrics.meaning import Meaning
from floor import IDLE, idle
from keystrokes import LETTERS
from stage import Stage, play
from texts import text as made
from verdicts import Row, parser, show, spread

SEED = 11
REPLIES = 8


def main() -> None:
    """Measure and print."""
    made_parser = parser(__doc__ or "", words=100_000)
    made_parser.add_argument("--keys", type=int, default=150, help="how many keys are pressed (%(default)s)")
    made_parser.add_argument("--idle", type=float, default=IDLE, help="seconds of the idle floor (%(default)s)")
    options = made_parser.parse_args()
    rows: list[Row] = []
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    play(lambda stage: rows.extend(_measured(stage, options)))
    show(rows, command="beside", options=options, keys=options.keys, seeds={"text": SEED})


def adapted(text: str) -> str:
    """Make an adaptation: every fourth sentence is changed, split, dropped, or followed by another."""
    dice = random.Random(SEED)  # noqa: S311  # repeatable
    paragraphs = []
    for paragraph in text.split("\n"):
        sentences = []
        for sentence in paragraph.split(". "):
            fate = dice.randrange(16)
            words = sentence.split()
            if fate == 0:
                continue
            if fate == 1 and len(words) > 10:
                sentences += [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :]).capitalize()]
                continue
            if fate == 2:
                words[dice.randrange(len(words))] = "simple"
            sentences.append(" ".join(words))
            if fate == 3:
                sentences.append("This is what it means")
        paragraphs.append(". ".join(sentences))
    return "\n".join(paragraphs)


def _measured(stage: Stage, options: argparse.Namespace) -> list[Row]:
    text = made(options.words, SEED)
    stage.open(stage.keep(adapted(text), "adapted.txt"))
    floor = idle(stage.pauses, options.idle)
    alone, _late = _typed(stage, options.keys)
    window = stage.window
    original = tuple(map(Block, text.split("\n")))
    started = time.perf_counter()
    coming = stage.pauses.measure(
        lambda: _is_compared(stage), lambda: window.portfolio.set_original("Original", original)
    )
    rows = [
        Row("first", "laid beside: compared, with notices", "ms", (time.perf_counter() - started) * 1000),
        *spread("coming", "meanwhile: pause", coming, floor=floor),
    ]
    answers, late = _typed(stage, options.keys)
    rows += spread("alone", "key to Fact Box before, without an original", alone, floor=floor)
    targets = {"p50": 2.0, "p95": 5.0, "p99": 12.0}
    rows += spread("key", "key to Fact Box", answers, floor=floor, targets=targets)
    rows += spread("key_pause", "behind each key: pause", late, floor=floor, targets={"p99": 8, "max": 16})
    replies: list[float] = []
    for _number in range(REPLIES):
        asked = time.perf_counter()
        stage.type("e")
        stage.pauses.measure(lambda: _is_compared(stage))
        replies.append((time.perf_counter() - asked) * 1000)
    rows += spread("reply", "key to the new comparison", replies, floor=floor)
    rows += spread("scroll", "scrolling both: pause", _scrolled(stage), floor=floor)
    _check(stage, original)
    return rows


def _typed(stage: Stage, keys: int) -> tuple[list[float], list[float]]:
    """Press keys all over the text, each 30 ms behind the last; give the answers and the pauses behind them."""
    dice = random.Random(SEED)  # noqa: S311  # repeatable
    answers: list[float] = []
    late: list[float] = []
    for number in range(keys):
        if number % 10 == 0:
            stage.go_to(dice.randrange(stage.editor.document().blockCount()), dice.randrange(300))
        answers += stage.type(dice.choice(LETTERS))
        end = time.perf_counter() + 0.03
        late += stage.pauses.measure(lambda end=end: time.perf_counter() > end)  # type: ignore[misc]  # bound at once
    return answers, late


def _is_compared(stage: Stage) -> bool:
    comparing = stage.window.adapting.comparison
    return comparing is not None and comparing.revision == stage.window.watcher.revision


def _scrolled(stage: Stage) -> list[float]:
    """Scroll through the text in a hundred steps; the original scrolls along."""
    bar = stage.editor.verticalScrollBar()
    stage.editor.setFocus()
    late: list[float] = []
    for step in range(100):
        end = time.perf_counter() + 0.02
        late += stage.pauses.measure(
            lambda end=end: time.perf_counter() > end,  # type: ignore[misc]  # bound at once
            lambda step=step: bar.setValue(bar.maximum() * step // 100),  # type: ignore[misc]  # bound at once
        )
    return late


def _check(stage: Stage, original: tuple[Block, ...]) -> None:
    stage.check()
    stage.pauses.measure(lambda: _is_compared(stage))
    contrast = stage.window.adapting.comparison
    assert contrast is not None
    cold = Collator().collate(original, tuple(map(Block, stage.paragraphs())))
    live = [(group.fate, [line.text for line in group.adaptation]) for group in contrast.collation.groups]
    assert live == [(group.fate, [line.text for line in group.adaptation]) for group in cold.groups]
    assert [notice.key for notice in contrast.notices] == [notice.key for notice in Meaning().notices(cold)]


if __name__ == "__main__":
    main()
