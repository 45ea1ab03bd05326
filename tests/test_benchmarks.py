"""The benchmarks run on a tiny text and tell machines what they document; no test asserts a time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
ROW = {
    *("key", "what", "unit", "ours", "floor", "peer"),
    *("ratio", "target", "sense", "limit", "verdict", "note"),
}
COMMANDS = {
    "live": (
        ("live.py", "--words", "1500", "--keys", "12", "--idle", "0.2"),
        {
            *("idle_pause_p99", "open_editable", "open_exact", "open_pause_max", "typing_pause_p99"),
            *("typing_key_p50", "key_p50", "key_p95", "key_p99", "key_pause_p99", "paste_pause"),
            *("paste_undo_pause", "paste_undo_steps", "replace_pause", "replace_undo_steps"),
            *("paragraph_key_p50", "paragraph_pause_max", "compute_1500_p50", "compute_growth", "peer_key_ratio"),
        },
    ),
    "beside": (
        ("beside.py", "--words", "1500", "--keys", "12", "--idle", "0.2"),
        {"first", "coming_max", "key_p50", "key_p95", "key_pause_p99", "key_pause_max", "reply_p50", "scroll_max"},
    ),
    "cold": (
        ("cold.py", "--words", "1500", "--runs", "1"),
        {"cold_1500_median", "cold_1500_worst", "cold_1500_grade", "cold_ratio", "cold_loading"},
    ),
    "startup": (
        ("startup.py", "--runs", "1", "--offscreen"),
        {
            *("startup_paint", "startup_paint_worst", "startup_level"),
            *("startup_imports_painted", "startup_imports_level"),
        },
    ),
}
if sys.platform.startswith("linux"):
    COMMANDS["memory"] = (
        ("memory.py", "--words", "1500", "--keys", "20", "--rest", "0.1"),
        {"empty", "opened", "opened_pss", "opened_most", "typed", "typed_later", "typed_per_1000", "closed"},
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_benchmark_tells_machines_what_it_documents(command: str, home: Path) -> None:
    """A run prints one JSON object: machine, versions, and a row for every figure, with its target and verdict."""
    words, keys = COMMANDS[command]
    done = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, str(BENCHMARKS / words[0]), *words[1:], "--json"],
        check=True,
        stdout=subprocess.PIPE,
        timeout=120,
        cwd=home,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["command"] == command
    assert {"words", "machine", "versions", "rows", "missed", "live_equals_cold"} <= told.keys()
    assert keys <= {row["key"] for row in told["rows"]}
    assert all(row.keys() == ROW for row in told["rows"])
    assert {row["verdict"] for row in told["rows"]} <= {"met", "missed", "none"}
    assert told["missed"] == [row["key"] for row in told["rows"] if row["verdict"] == "missed"]
