"""One life of the program, weighed at its stages: `python program_life.py FILE KEYS REST` prints them as JSON.

KEYS is a file too. What the measuring itself holds is kept small: the text is opened from its file, as anybody
would.
"""

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from factbox.document import Block
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from floor import idle
from stage import Stage, play
from weights import Weights, strokes, weight


def life(path: Path, keys: str, rest: float) -> Weights:
    """Weigh the program: empty, with the text, after the keys, and after the text is put away."""
    found: Weights = {}
    told: list[Report | None] = []

    def live(stage: Stage) -> None:
        idle(stage.pauses, rest)
        found.update(weight("empty"))
        stage.open(path)
        idle(stage.pauses, rest)
        found.update(weight("opened"))
        found.update(wide=stage.editor.viewport().width(), tall=stage.editor.viewport().height())
        found["letters"] = stage.editor.font().pixelSize()
        for pressed, (number, column, key) in enumerate(strokes(keys, stage.editor.blockCount)):
            if pressed == len(keys) // 2:
                found.update(weight("half"))
            if number >= 0:
                stage.go_to(number, column)
            stage.type(key)
        idle(stage.pauses, rest)
        found.update(weight("typed"))
        told.append(stage.listener.report)
        _write_down(stage, kept)
        stage.empty()
        idle(stage.pauses, rest)
        found.update(weight("closed"))

    with tempfile.TemporaryDirectory(prefix="factbox-bench-") as folder:
        kept = Path(folder) / "typed.txt"
        play(live)
        # Only now, for it holds the whole text twice: live must equal cold.
        cold = settle(map(Block, kept.read_text("utf-8").split("\n")))
        assert told[0] is not None
        assert replace(told[0], revision=0) == replace(cold, revision=0), "live does not equal cold"
    return found


def _write_down(stage: Stage, path: Path) -> None:
    block = stage.editor.document().firstBlock()
    with path.open("w", encoding="utf-8", newline="") as file:
        while block.isValid():
            file.write(block.text())
            block = block.next()
            if block.isValid():
                file.write("\n")


if __name__ == "__main__":
    print(json.dumps(life(Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8"), float(sys.argv[3]))))
