"""How long the program takes from the start of its process to a text on the screen, and on to the first Level.

    python benchmarks/startup.py [--runs 7] [--executable PATH] [--json]

Each run is a first start, in an empty home, which shows the example; on a screen in memory (Xvfb) where there is
one, else on DISPLAY, else offscreen. From a checkout `launch.py` looks on from within the process. A built program
lets nobody in: there the screen itself is watched, which takes Xvfb.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from display import SIZE, Xvfb, has_xvfb
from verdicts import Row, Target, parser, show

LAUNCH = Path(__file__).with_name("launch.py")
# What must not be imported on the way to the first Level.
UNWANTED = ("nltk", "textstat", "docx")
LONGEST = 20.0
STILL = 2.0
FRAME = 0.01
BETWEEN = 0.002
# On an empty page there are few colours; letters are smoothed with many.
COLOURS_OF_LETTERS = 12


def main() -> None:
    """Measure and print."""
    made_parser = parser(__doc__ or "")
    made_parser.add_argument("--runs", type=int, default=7, help="how often (%(default)s)")
    made_parser.add_argument("--executable", type=Path, help="a built program to start as well")
    made_parser.add_argument("--offscreen", action="store_true", help="draw nowhere, even where there is a screen")
    options = made_parser.parse_args()
    with ExitStack() as ends:
        screen = ends.enter_context(Xvfb()) if has_xvfb() and not options.offscreen else None
        # As on any user's machine from the second start on, what Python has compiled is kept.
        kept = ends.enter_context(tempfile.TemporaryDirectory(prefix="factbox-bench-"))
        where = {**os.environ, "PYTHONPYCACHEPREFIX": kept}
        where.pop("PYTHONDONTWRITEBYTECODE", None)
        if screen:
            where |= screen.environment
        elif options.offscreen or not where.get("DISPLAY"):
            where["QT_QPA_PLATFORM"] = "offscreen"
        # Once for nothing: the first start reads from the disk, and Python compiles.
        _launch("factbox", where)
        ours = [_launch("factbox", where) for _ in range(options.runs)]
        floor = [_launch("empty", where) for _ in range(options.runs)]
        peer = [_launch("textstat", where) for _ in range(options.runs)]
        rows = _rows(ours, floor, peer)
        if options.executable:
            rows += _built(options.executable.absolute(), screen, options.runs)
    show(
        rows,
        command="startup",
        options=options,
        live_equals_cold=None,
        platform="xvfb" if screen else where.get("QT_QPA_PLATFORM", "the platform's own"),
        runs=options.runs,
    )


def _rows(
    ours: Sequence[Mapping[str, Any]], floor: Sequence[Mapping[str, Any]], peer: Sequence[Mapping[str, Any]]
) -> list[Row]:
    painted, bare, with_textstat = (
        [1000 * run["painted"] for run in runs if run.get("painted")] for runs in (ours, floor, peer)
    )
    later = [1000 * (run["level"] - run["painted"]) for run in ours if run.get("level") and run.get("painted")]
    if not painted or not later:
        return [Row("startup_paint", "process start to text", "ms", None, note="The platform painted nothing.")]
    rows = [
        Row(
            "startup_paint",
            "process start to text on the screen, median",
            "ms",
            median(painted),
            median(bare),
            median(with_textstat),
            Target(350),
            "The floor is an empty QPlainTextEdit in its own process; the peer imports textstat first.",
        ),
        Row("startup_paint_worst", "the same, worst", "ms", max(painted), max(bare), max(with_textstat)),
        Row(
            "startup_level",
            "from there to the first Level, median",
            "ms",
            median(later),
            target=Target(300),
        ),
        Row("startup_level_worst", "the same, worst", "ms", max(later)),
    ]
    for name, what in (("painted", "first paint"), ("level", "first Level")):
        imported = sorted({module for run in ours for module in run[f"{name}_modules"]})
        unwanted = [module for module in imported if module in UNWANTED]
        rows.append(
            Row(
                f"startup_imports_{name}",
                f"{', '.join(UNWANTED)} imported by the {what}",
                "count",
                len(unwanted),
                target=Target(0),
                note=f"Imported in some run by then: {', '.join(imported)}." if imported else "",
            )
        )
    return rows


def _launch(what: str, where: Mapping[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="factbox-bench-") as home:
        # -P: the names of the benchmarks must not hide the program's.
        words = [sys.executable, "-P", str(LAUNCH), str(time.monotonic()), what]
        done = subprocess.run(  # noqa: S603  # our own words
            words,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**where, "FACTBOX_HOME": home},
            cwd=home,
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _built(executable: Path, screen: Xvfb | None, runs: int) -> list[Row]:
    what, beyond = "built program: process start to text", "from there to the first Level"
    if screen is None:
        return [Row("built_paint", what, "ms", None, note="A built program can only be watched on Xvfb.")]
    # Once for nothing, as above.
    _watch(executable, screen)
    seen = [_watch(executable, screen) for _ in range(runs)]
    painted = [1000 * first for first, _ in seen]
    later = [1000 * (second - first) for first, second in seen]
    note = "Seen on the screen: letters in the left half; then the first change right of the text."
    return [
        Row("built_paint", f"{what}, median", "ms", median(painted), target=Target(350), note=note),
        Row("built_paint_worst", "the same, worst", "ms", max(painted)),
        Row("built_level", f"{beyond}, median", "ms", median(later), target=Target(300)),
        Row("built_level_worst", "the same, worst", "ms", max(later)),
        Row("built_imports", "imports of a built program", "count", None, note="Nobody can look into it."),
    ]


def _has_letters(pixels: bytes) -> bool:
    return len(set(memoryview(pixels).cast("I"))) >= COLOURS_OF_LETTERS


def _watch(executable: Path, screen: Xvfb) -> tuple[float, float]:
    # Seconds from the start of the process to the text, and to the first Level; the second is the first where no
    # change followed, for then both came at once.
    wide = SIZE[0]
    with tempfile.TemporaryDirectory(prefix="factbox-bench-") as home:
        environment = {**os.environ, **screen.environment, "FACTBOX_HOME": home}
        started = time.monotonic()
        process = subprocess.Popen([executable], env=environment, stderr=subprocess.DEVNULL)  # noqa: S603  # as asked
        try:
            seen = b""
            while not _has_letters(seen):
                # Colours are counted only where something has changed: whoever looks on must not take a core.
                while (now := screen.look(wide // 8, wide // 2)) == seen:
                    if time.monotonic() - started > LONGEST:
                        raise TimeoutError(f"{executable} has shown nothing")
                    time.sleep(BETWEEN)
                seen = now
            painted = time.monotonic()
            # A frame comes in pieces.
            time.sleep(FRAME)
            beside = screen.look(wide * 3 // 4, wide)
            while (later := time.monotonic()) - painted < STILL:
                if screen.look(wide * 3 // 4, wide) != beside:
                    return painted - started, later - started
                time.sleep(BETWEEN)
            return painted - started, painted - started
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
