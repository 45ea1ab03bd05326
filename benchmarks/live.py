"""How long a key stroke takes to reach the Fact Box, and how long the window stands still meanwhile.

    python benchmarks/live.py [--words 1000000] [--keys 300] [--only open,typing,...] [--xvfb] [--json]

The real window, on the screen that is there, on one in memory (`--xvfb`) or offscreen. Live must equal cold after
every part, or the run fails. textstat comes last, for its import alone costs more than all of ours.
"""

import argparse
import os
from contextlib import ExitStack

from acts import paste, replace_all
from display import Xvfb, has_xvfb
from factbox.metrics.levels import DEFAULT, grades
from factbox.metrics.report import Counting
from floor import IDLE, idle
from keystrokes import SEED, compute, keys, peer
from opening import opening, typing
from paragraph import paragraph
from stage import Stage, play
from texts import text as made
from verdicts import Row, parser, show, spread

PARTS = ("open", "typing", "keys", "paste", "replace", "paragraph", "compute", "peer")
TEXT_SEED = 7


def main() -> None:
    """Measure and print."""
    options = _options()
    rows: list[Row] = []
    with ExitStack() as ends:
        if options.xvfb:
            if not has_xvfb():
                raise SystemExit("There is no Xvfb on this machine.")
            os.environ.update(ends.enter_context(Xvfb()).environment)
        elif not os.environ.get("DISPLAY"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        play(lambda stage: rows.extend(_parts(stage, options)))
    show(
        rows,
        command="live",
        options=options,
        platform="xvfb" if options.xvfb else os.environ.get("QT_QPA_PLATFORM", "the platform's own"),
        keys=options.keys,
        seeds={"text": TEXT_SEED, "keys": SEED},
    )


def _options() -> argparse.Namespace:
    made_parser = parser(__doc__ or "", words=1_000_000)
    made_parser.add_argument("--keys", type=int, default=300, help="how many keys are pressed (%(default)s)")
    made_parser.add_argument("--only", default=",".join(PARTS), help="some of %(default)s")
    made_parser.add_argument("--formula", choices=grades(), default=DEFAULT, help="of what the ledger computes")
    made_parser.add_argument("--xvfb", action="store_true", help="draw on a screen in memory")
    made_parser.add_argument("--idle", type=float, default=IDLE, help="seconds of the idle floor (%(default)s)")
    options = made_parser.parse_args()
    options.only = options.only.split(",")
    if unknown := set(options.only) - set(PARTS):
        made_parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def _parts(stage: Stage, options: argparse.Namespace) -> list[Row]:
    stage.empty()
    floor = idle(stage.pauses, options.idle)
    rows = spread("idle_pause", "idle floor: pause", floor)
    path = stage.keep(made(options.words, TEXT_SEED), "text.txt")
    wanted: list[str] = options.only
    if "open" in wanted:
        rows += opening(stage, path, floor)
    if "typing" in wanted:
        rows += typing(stage, path, floor)
    if not {"open", "typing"} & set(wanted) and {"keys", "paste", "replace", "peer"} & set(wanted):
        stage.open(path)
    if "keys" in wanted:
        rows += keys(stage, options.keys, floor, 2 * options.idle)
    if "paste" in wanted:
        rows += paste(stage, options.words)
    if "replace" in wanted:
        rows += replace_all(stage)
    # The peer comes last, but it wants the text that is open now.
    text = "\n".join(stage.paragraphs())
    if "paragraph" in wanted:
        rows += paragraph(stage, options.words)
    if "compute" in wanted:
        stage.empty()
        count = max(500, options.keys) if options.words >= 10_000 else options.keys
        rows += compute(options.words, count, Counting(options.formula))
    if "peer" in wanted:
        rows += peer(stage, text, next((row.ours for row in rows if row.key == "key_p50"), None))
    return rows


if __name__ == "__main__":
    main()
