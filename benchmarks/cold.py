"""How many words a second a text is counted from nothing, beside textstat and beside parting it at its spaces.

    python benchmarks/cold.py [--words 1000000] [--runs 5] [--json]

Ours gives all facts and all formulas in one pass. Every run is a process of its own; what is read once in a
program's life is read before the clock starts, and has a row of its own. Live must equal cold, or the run fails.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from texts import text as made
from verdicts import Row, Sense, Target, parser, show

SIZES = (10_000, 100_000, 1_000_000)
TEXT_SEED = 7
# textstat takes seconds for what takes us one.
PEER_RUNS = 3
PASSES = Path(__file__).with_name("passes.py")


def main() -> None:
    """Measure and print."""
    made_parser = parser(__doc__ or "", words=1_000_000)
    made_parser.add_argument("--runs", type=int, default=5, help="how often (%(default)s)")
    options = made_parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="factbox-bench-") as folder:
        path = Path(folder) / "text.txt"
        for size in [*(each for each in SIZES if each < options.words), options.words]:
            path.write_text(made(size, TEXT_SEED), "utf-8")
            rows += _rows(size, path, options.runs, judged=size == options.words)
            _run("live", path, 1)
    show(rows, command="cold", options=options, runs=options.runs, seeds={"text": TEXT_SEED})


def _rows(size: int, path: Path, runs: int, *, judged: bool) -> list[Row]:
    # Ours and the floor first: nothing of textstat is warm on the machine then.
    ours = _run("ours", path, runs)
    floor = _speeds(_run("split", path, runs))
    alone = median(_speeds(_run("textstat_grade", path, min(runs, PEER_RUNS))))
    every = median(_speeds(_run("textstat_all", path, min(runs, PEER_RUNS))))
    speeds = _speeds(ours)
    at_least = Target(1_000_000, Sense.AT_LEAST) if judged else None
    rows = [
        Row(
            f"cold_{size}_median",
            f"{size:,} words, beside all of textstat, median",
            "words/s",
            median(speeds),
            median(floor),
            every,
            at_least,
        ),
        Row(f"cold_{size}_worst", f"{size:,} words, worst of {runs}", "words/s", min(speeds), min(floor), every),
        Row(
            f"cold_{size}_grade",
            f"{size:,} words, beside its grade alone, median",
            "words/s",
            median(speeds),
            median(floor),
            alone,
        ),
    ]
    if judged:
        rows += [
            Row(
                "cold_ratio",
                "faster than textstat's English formulas",
                "times",
                median(speeds) / every,
                target=Target(7, Sense.AT_LEAST),
            ),
            Row(
                "cold_loading",
                "tables, once in a program's life, before the clock",
                "ms",
                1000 * median(each["loading"] for each in ours),
                note="The floor is str.split on the whole text. Peers have a warm dictionary, ours.",
            ),
        ]
    return rows


def _run(name: str, path: Path, runs: int) -> list[dict[str, float]]:
    words = [sys.executable, str(PASSES), name, str(path)]
    return [
        json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603  # our own
        for _ in range(runs)
    ]


def _speeds(figures: list[dict[str, float]]) -> list[float]:
    return [each["words"] / each["seconds"] for each in figures]


if __name__ == "__main__":
    main()
