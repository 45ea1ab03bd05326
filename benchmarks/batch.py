"""Measures many files at once: files per second and memory, beside textstat in a loop and an idle floor.

    python benchmarks/batch.py [--files 5000] [--words 400] [--jobs N]

The files are made of random but plausible text in a folder that is deleted again. Memory is that of all processes
of the batch together (PSS: what they share counts once), read while the rows come.
"""

import argparse
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import texts
from factbox.batch.finding import find
from factbox.batch.row import Order
from factbox.batch.running import run, usual_jobs
from factbox.metrics.formulas import FORMULAS

EARLY = 500
# A loop as a user of textstat writes it, in a process of its own.
_PEER = """
import sys, time
from pathlib import Path
sys.path[:0] = [sys.argv[2]]
import peers
imported = peers.textstat()
names = sorted(Path(sys.argv[1]).glob("*.txt"))[: int(sys.argv[3])]
for call in (peers.grade, lambda text: peers.whole(text, imported)):
    started = time.perf_counter()
    for name in names:
        call(name.read_text("utf-8"))
    print(len(names) / (time.perf_counter() - started))
"""


def main() -> None:
    """Make the files, measure them in both ways, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=5_000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=usual_jobs())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.files, options.words)
        files = find([folder]).files
        print(f"{len(files):,} files of about {options.words} words, {options.jobs} processes")
        print(f"floor: an idle interpreter with all modules, {memory():.0f} MB")
        level, early, late = measured(files, Order(), options.jobs)
        print(
            f"Level alone: {level:,.0f} files/s; peak memory to file {EARLY}: {early:.0f} MB, after: {late:.0f} MB"
        )
        every, early, late = measured(files, Order(scores=tuple(FORMULAS)), options.jobs)
        print(f"all formulas: {every:,.0f} files/s; peak to file {EARLY}: {early:.0f} MB, after: {late:.0f} MB")
        sample = min(len(files), 500)
        command = [sys.executable, "-c", _PEER, folder, str(Path(__file__).parent), str(sample)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own code
        grade, whole = map(float, done.stdout.split())
        peer = f"Flesch-Kincaid {grade:,.0f} files/s, all {whole:,.0f} files/s"
        print(f"textstat, {sample} files, one process: {peer}")
        print(
            f"batch over textstat: {level / grade:.1f} times for the Level, {every / whole:.1f} for all formulas"
        )


def measured(files: Sequence[str], order: Order, jobs: int) -> tuple[float, float, float]:
    """Measure all files; give files per second, and the peak of the memory to file EARLY and after it."""
    started = time.perf_counter()
    early = late = 0.0
    for number, _row in enumerate(run(files, order, jobs, apart=True), 1):
        if number % 100 == 0:
            if number <= EARLY:
                early = max(early, memory())
            else:
                late = max(late, memory())
    return len(files) / (time.perf_counter() - started), early, late


def make(folder: Path, files: int, words: int) -> None:
    """Write files that all differ, cut from a long text."""
    paragraphs = texts.text(200_000).splitlines()
    each = max(1, words // 70)
    for number in range(files):
        start = number * 7 % (len(paragraphs) - each)
        (folder / f"{number:05}.txt").write_text("\n".join(paragraphs[start : start + each]), "utf-8")


def memory() -> float:
    """Give the megabytes of this process and those that it started."""
    pids = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    return sum(_proportional(pid) for pid in pids if pid) / 1024


def _proportional(pid: int) -> int:
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8"), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0


if __name__ == "__main__":
    main()
