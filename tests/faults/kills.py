"""Kills the program at random moments while it types and saves, and looks at what is left.

    python tests/faults/kills.py [--runs 200] [--seed 1]

Each run starts the program in a folder of its own, in which it types numbered words, rests now and then, and saves
its file often in every other run, seldom in the others. After some time it is killed with a signal that nobody can
catch. What must then be there: the file, whole, as it was saved last, and in it or in a draft every word that was
typed more than two seconds before the end. The table says what was lost and what was damaged; the exit status is 1
if anything was.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factbox import formats
from factbox.formats import FormatError
from factbox.session.settings import SettingsStore
from factbox.ui.window import MainWindow

# Seconds that may be lost, and what a machine that does several things at once may take longer.
ALLOWED, SLACK = 2.0, 0.3
_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run has left.

    Attributes:
        typed: How many words were typed.
        kept: How many of them can be read again, from the file or a draft.
        due: How many were older than may be lost.
        damage: What could not be read, in words; empty if nothing.
        had_draft: Whether a draft was there.
    """

    typed: int
    kept: int
    due: int
    damage: str
    had_draft: bool


def type_and_save(folder: Path, seed: int) -> int:
    """Be the program that is killed: type, rest and save until the end."""
    dice = random.Random(seed)  # noqa: S311  # repeatable by its seed
    application = QApplication([])
    window = MainWindow(SettingsStore())
    window.show()
    journal = os.open(folder / "journal", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    often = 0.02 if seed % 2 else 0.0005
    state = {"word": 0, "rests": 0.0}

    def type_on() -> None:
        now = time.monotonic()
        if now < state["rests"] or window.manuscript.is_coming:
            return
        state["word"] += 1
        window.editor.insertPlainText(f"w{state['word']:.0f} ")
        os.write(journal, f"{time.time():.4f}\n".encode())
        luck = dice.random()
        if luck < 0.01:
            state["rests"] = now + dice.uniform(0.2, 1.6)
        elif luck < 0.01 + often:
            window.manuscript.save()

    def begin(_document: object) -> None:
        timer.start()

    timer = QTimer(window, interval=4)
    timer.timeout.connect(type_on)
    window.manuscript.opened.connect(begin)
    window.filing.open(folder / "text.txt")
    return application.exec()


def run(seed: int) -> Outcome:
    """Start the program, kill it, and look."""
    dice = random.Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "text.txt").write_text("w0 ", "utf-8")
        environment = os.environ | {"FACTBOX_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, __file__, "--type", str(folder), "--seed", str(seed)]
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as program:  # noqa: S603
            while not (folder / "journal").exists() or not (folder / "journal").stat().st_size:
                time.sleep(0.01)
            time.sleep(dice.uniform(0.05, 6.0))
            end = time.time()
            program.send_signal(signal.SIGKILL)
        return look(folder, end)


def look(folder: Path, end: float) -> Outcome:
    """Look at what a killed program has left."""
    moments = [float(line) for line in (folder / "journal").read_text("ascii").splitlines()]
    due = sum(1 for moment in moments if moment < end - ALLOWED - SLACK)
    found: list[int] = []
    damage = ""
    drafts = list(texts(folder / "home" / "drafts"))
    for path in (folder / "text.txt", *drafts):
        try:
            found.append(words_in(path))
        except (FormatError, ValueError) as error:
            damage = f"{path.name}: {error}"
    return Outcome(len(moments), max(found, default=0), due, damage, bool(drafts))


def texts(drafts: Path) -> Iterator[Path]:
    """Give the drafts that the program would offer: those with a record."""
    for record in drafts.glob("*.json"):
        yield from (path for path in drafts.glob(f"{record.stem}.*") if path.suffix in {".txt", ".factbox"})


def words_in(path: Path) -> int:
    """Count the words of a text; ValueError says that they are not those that were typed, in their order."""
    words = "".join(block.text for block in formats.read(path).blocks).split()
    # The caret stood before the first word.
    typed = [word for word in words if word != "w0"]
    if typed != [f"w{number}" for number in range(1, len(typed) + 1)] or "w0" not in words:
        raise ValueError("its words are not those that were typed")
    return len(typed)


def main() -> int:
    """Run as often as asked, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--type", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.type is not None:
        return type_and_save(chosen.type, chosen.seed)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        outcomes = list(pool.map(run, range(chosen.seed, chosen.seed + chosen.runs)))
    lost = [each for each in outcomes if each.kept < each.due]
    damaged = [each for each in outcomes if each.damage]
    behind = sorted(each.typed - each.kept for each in outcomes)
    print(f"runs                                        {len(outcomes)}")
    print(f"words typed                                 {sum(each.typed for each in outcomes)}")
    print(f"runs that left a draft                      {sum(each.had_draft for each in outcomes)}")
    print(f"words behind, median and most               {behind[len(behind) // 2]}, {behind[-1]}")
    print(f"runs that lost words older than {ALLOWED:.0f} seconds   {len(lost)}")
    print(f"runs with a damaged file                    {len(damaged)}")
    for each in (*lost, *damaged):
        print("   ", each)
    return bool(lost or damaged)


if __name__ == "__main__":
    sys.exit(main())
