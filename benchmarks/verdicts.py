"""A run's figures, each with its floor, its peer, its target and the verdict, as a table or as one JSON object."""

import argparse
import json
import os
import platform
import statistics
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import version

import PySide6

import factbox

WIDTH = 50


class Sense(StrEnum):
    """How a figure is held against its target."""

    AT_MOST = "at most"
    AT_MOST_EVER = "at most, whatever the floor"
    ABOVE_FLOOR = "at most above the floor"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure should be.

    Attributes:
        figure: In the unit of the row.
        sense: Which side of it is good.
    """

    figure: float
    sense: Sense = Sense.AT_MOST

    def limit(self, floor: float | None) -> float:
        """Give the figure that decides: a machine that is busy by itself may take twice what it takes idle."""
        if floor is None or self.sense in {Sense.AT_LEAST, Sense.AT_MOST_EVER}:
            return self.figure
        return floor + self.figure if self.sense is Sense.ABOVE_FLOOR else max(self.figure, 2 * floor)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    Attributes:
        key: Its name for machines.
        what: Its name for people.
        unit: `ms`, `µs`, `MB`, `words/s` and so on.
        ours: The figure; None where the platform tells none, and the note says why.
        floor: The same without our program: an idle window, or a bare one of Qt's.
        peer: The same with textstat in the place of our ledger.
        target: What it should be; None for what is only told.
        note: What one must know to read it.
    """

    key: str
    what: str
    unit: str
    ours: float | None
    floor: float | None = None
    peer: float | None = None
    target: Target | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times better ours is than the peer's."""
        if not self.ours or not self.peer:
            return None
        return self.ours / self.peer if self.unit.endswith("/s") else self.peer / self.ours

    @property
    def limit(self) -> float | None:
        """The figure that decides, if one does."""
        return self.target.limit(self.floor) if self.target else None

    @property
    def verdict(self) -> str:
        """`met` or `missed`; `none` without a figure or without a target."""
        if self.ours is None or self.target is None or self.limit is None:
            return "none"
        good = self.ours >= self.limit if self.target.sense is Sense.AT_LEAST else self.ours <= self.limit
        return "met" if good else "missed"

    def as_json(self) -> dict[str, object]:
        """Give everything told of the figure."""
        return {
            "key": self.key,
            "what": self.what,
            "unit": self.unit,
            "ours": self.ours,
            "floor": self.floor,
            "peer": self.peer,
            "ratio": self.ratio,
            "target": self.target.figure if self.target else None,
            "sense": self.target.sense if self.target else None,
            "limit": self.limit,
            "verdict": self.verdict,
            "note": self.note,
        }


def summed_up(figures: Sequence[float]) -> dict[str, float]:
    """Sum up figures: median, 95th and 99th of a hundred, and the worst."""
    if len(figures) < 2:
        return dict.fromkeys(("p50", "p95", "p99", "max"), figures[0])
    # Inclusive: of twenty figures the other way would make a 99th that is worse than the worst.
    cuts = statistics.quantiles(figures, n=100, method="inclusive")
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": max(figures)}


def spread(
    key: str,
    what: str,
    figures: Sequence[float],
    *,
    unit: str = "ms",
    floor: Sequence[float] = (),
    targets: Mapping[str, float] | None = None,
    note: str = "",
) -> list[Row]:
    """Make four rows of many figures; a floor is summed up in the same way.

    Args:
        key: The rows' common name for machines.
        what: Their common name for people.
        figures: What was measured.
        unit: Its unit.
        floor: The same, of the floor.
        targets: What the median (`p50`), `p95`, `p99` and `max` should be at most.
        note: What one must know to read them.
    """
    below = summed_up(floor) if floor else {}
    wanted = targets or {}
    return [
        Row(
            f"{key}_{name}",
            f"{what}, {name}",
            unit,
            figure,
            floor=below.get(name),
            target=Target(wanted[name]) if name in wanted else None,
            note=note if name == "p50" else "",
        )
        for name, figure in summed_up(figures).items()
    ]


def parser(story: str, words: int | None = None) -> argparse.ArgumentParser:
    """Make the part of the command line that is the same for all."""
    made = argparse.ArgumentParser(description=story.splitlines()[0])
    if words is not None:
        made.add_argument("--words", type=int, default=words, help="how long the text is (%(default)s)")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    return made


def show(
    rows: Sequence[Row],
    *,
    command: str,
    options: argparse.Namespace,
    live_equals_cold: bool | None = True,
    **told: object,
) -> None:
    """Print a run, as a table or as one JSON object.

    Args:
        rows: The figures.
        command: The benchmark's name.
        options: Its command line.
        live_equals_cold: That it was asserted; None where nothing is counted live.
        **told: What else belongs to the run: the seeds, the platform of Qt.
    """
    where = {
        "machine": platform.machine(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    versions = {
        "factbox": factbox.__version__,
        "python": platform.python_version(),
        "PySide6": PySide6.__version__,
        "textstat": version("textstat"),
    }
    words = getattr(options, "words", None)
    missed = [row.key for row in rows if row.verdict == "missed"]
    if options.json:
        run = {"command": command, "words": words, "machine": where, "versions": versions, **told}
        run["rows"] = [row.as_json() for row in rows]
        run["missed"] = missed
        run["live_equals_cold"] = live_equals_cold
        print(json.dumps(run))
        return
    size = "" if words is None else f", {words:,} words"
    print(f"{command}{size}; " + ", ".join(f"{key} {value}" for key, value in told.items()))
    print(
        f"{where['machine']}, {where['cores']} cores, load {where['load']:.1f}, {where['when']}; "
        if where["load"] is not None
        else f"{where['machine']}, {where['cores']} cores, {where['when']}; ",
        ", ".join(f"{name} {number}" for name, number in versions.items()),
        sep="",
    )
    print(f"\n{'':{WIDTH}}{'ours':>12}{'floor':>12}{'peer':>12}{'ratio':>9}{'target':>12}  verdict")
    for row in rows:
        print(_line(row))
        if row.note:
            print(textwrap.indent(textwrap.fill(row.note, 110), "    "))
    judged = sum(row.verdict != "none" for row in rows)
    equal = "Live equals cold. " if live_equals_cold else ""
    print(f"\n{equal}{judged - len(missed)} of {judged} targets met.")


def _line(row: Row) -> str:
    figures = "".join(f"{_shown(each, row.unit):>12}" for each in (row.ours, row.floor, row.peer))
    target = ""
    if row.target:
        sign = {Sense.AT_MOST: "≤ ", Sense.AT_MOST_EVER: "≤ ", Sense.ABOVE_FLOOR: "≤ +", Sense.AT_LEAST: "≥ "}[
            row.target.sense
        ]
        target = f"{sign}{row.target.figure:,.10g}"
    ratio = "" if row.ratio is None else f"{row.ratio:,.1f}"
    verdict = "" if row.verdict == "none" else row.verdict
    return f"{f'{row.what} ({row.unit})':{WIDTH}}{figures}{ratio:>9}{target:>12}  {verdict}".rstrip()


def _shown(figure: float | None, unit: str) -> str:
    if figure is None:
        return "—"
    return f"{figure:,.0f}" if unit == "words/s" or figure >= 1000 else f"{figure:,.2f}"
