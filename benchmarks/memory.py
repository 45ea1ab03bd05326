"""How much memory the program holds: empty, with a long text, after many keys, and after the text is put away.

    python benchmarks/memory.py [--words 1000000] [--keys 10000] [--json]

Each life is a process of its own, offscreen unless `QT_QPA_PLATFORM` says else: the program, Qt alone, a bare pane
of Qt's with the same text and the same keys (the floor), and textstat on the whole text (the peer). Live must
equal cold after the keys, or the run fails. Only Linux tells these figures.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from texts import text as made
from verdicts import Row, Sense, Target, parser, show

HERE = Path(__file__).parent
TEXT_SEED, KEYS_SEED = 7, 13
# What Python's allocator may keep or give back from one moment to the next.
FLAT = 5.0

Life = dict[str, float]


def main() -> None:
    """Measure and print."""
    made_parser = parser(__doc__ or "", words=1_000_000)
    made_parser.add_argument("--keys", type=int, default=10_000, help="how many keys are pressed (%(default)s)")
    made_parser.add_argument("--rest", type=float, default=1.0, help="seconds before a weighing (%(default)s)")
    options = made_parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = Path("/proc/self/smaps_rollup").exists()
    if told:
        with tempfile.TemporaryDirectory(prefix="factbox-bench-") as folder:
            path = Path(folder) / "text.txt"
            path.write_text(made(options.words, TEXT_SEED), "utf-8")
            keys = Path(folder) / "keys.txt"
            keys.write_text(_keys(options.keys), "utf-8", newline="")
            text = [str(path), str(keys), str(options.rest)]
            ours = _live("program_life.py", *text)
            qt, pane, peer = (
                _live("bare_life.py", what, *text, json.dumps(ours)) for what in ("qt", "pane", "textstat")
            )
        rows = [*_holding(options.words, ours, {**qt, **pane}, peer), *_growing(options.keys, ours, pane)]
    else:
        rows = [Row("opened", "with the text", "MB", None, note="Only Linux tells what a process holds.")]
    show(
        rows,
        command="memory",
        options=options,
        live_equals_cold=True if told else None,
        platform=os.environ["QT_QPA_PLATFORM"],
        keys=options.keys,
        seeds={"text": TEXT_SEED, "keys": KEYS_SEED},
    )


def _keys(count: int) -> str:
    # A text as one writes it: every third word is begun wrongly and taken back.
    written = re.sub(r"((?:\w+\W+){2})(\w\w)", r"\1\2\b\b\2", made(count, KEYS_SEED))
    return written[:count]


def _live(script: str, *arguments: str) -> Life:
    words = [sys.executable, str(HERE / script), *arguments]
    told: Life = json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603  # our own
    return told


def _holding(words: int, ours: Life, floor: Life, peer: Life) -> list[Row]:
    wanted = {
        # An amount of memory is no matter of how busy the machine is.
        "opened": Target(160, Sense.AT_MOST_EVER)
    }
    notes = {
        "empty": "The floor is an idle QPlainTextEdit. The fair share counts what is shared with others in part.",
        "opened": "The floor is a bare QPlainTextEdit with the same text, the peer textstat's formulas on it.",
    }
    names = {
        "empty": "empty, resident",
        "empty_pss": "empty, fair share",
        "opened": f"{words:,} words open and counted, resident",
        "opened_pss": "the same, fair share",
        "opened_most": "the most on the way there",
    }
    return [
        Row(
            key,
            what,
            "MB",
            ours[key],
            floor[key],
            peer.get(key.replace("opened", "textstat")),
            wanted.get(key),
            notes.get(key, ""),
        )
        for key, what in names.items()
    ]


def _growing(keys: int, ours: Life, floor: Life) -> list[Row]:
    rows = []
    for key, what, before, after in (
        ("typed", f"growth over {keys:,} keys", "opened", "typed"),
        ("typed_later", "of this in the second half", "half", "typed"),
    ):
        note = "The floor is the same keys in a bare pane: Qt keeps undo steps, and the lines of pages seen."
        grown, bare = ours[after] - ours[before], floor[after] - floor[before]
        judged = key == "typed"
        rows.append(
            Row(
                key,
                what,
                "MB",
                grown,
                bare,
                target=Target(FLAT, Sense.ABOVE_FLOOR) if judged else None,
                note=note if judged else "",
            )
        )
    grown, bare = ours["typed"] - ours["opened"], floor["typed"] - floor["opened"]
    return [
        *rows,
        Row("typed_per_1000", "growth per 1,000 keys", "MB", grown * 1000 / keys, bare * 1000 / keys),
        Row("closed", "after the text is put away", "MB", ours["closed"], floor["closed"]),
    ]


if __name__ == "__main__":
    main()
