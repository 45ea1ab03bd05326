"""No memory for whoever counts: a program that may take a little more than it has, and then a long text.

It must live, say what is missing, and count everything once there is room again. A program that has room enough
shows nothing: then the same text comes once more, with less, until there is none.
"""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from factbox.document import Block, Splice
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from factbox.session.analyst import Analyst
from faults.registry import FAULTS

if sys.platform != "win32":
    import resource

_PATIENCE = 200.0
# Milliseconds after which room is made, even where nothing was heard.
_NARROW = 20_000
_MEGABYTE = 1_000_000
_TOLD, _ROOMY = "told, and all counted when there was room", "there was room"


class Desk(QObject):
    """Sends a long text while there is no room for it, then makes room, and sends it again."""

    edited = Signal(object)
    renewed = Signal(object)

    def __init__(self, analyst: Analyst, blocks: tuple[Block, ...], room: int) -> None:
        super().__init__()
        self._blocks, self._room = blocks, room
        self._limit = resource.getrlimit(resource.RLIMIT_AS)
        self._revision = 0
        self._patience = QTimer(self, interval=_NARROW, singleShot=True)
        self._patience.timeout.connect(self._make_room)
        self.errors: list[str] = []
        self.reports: list[Report] = []
        analyst.reported.connect(self.note)
        analyst.failed.connect(self.complain)
        analyst.lost.connect(self.renew)
        self.edited.connect(analyst.revise)
        self.renewed.connect(analyst.renew)

    def begin(self) -> None:
        """Let it load what it counts with."""
        self._tell((Block("The boats came in. Nobody knew why."),), 0)

    def _tell(self, blocks: tuple[Block, ...], removed: int) -> None:
        self._revision += 1
        self._sent = blocks
        self.edited.emit(Splice(0, removed, blocks, self._revision))

    @Slot()
    def renew(self) -> None:
        """Give the whole text to one that has lost it, as the window does."""
        self.renewed.emit(Splice(0, 0, self._sent, self._revision))

    @Slot(str)
    def complain(self, error: str) -> None:
        """Keep an error."""
        self.errors.append(error)

    @Slot(object)
    def note(self, report: Report) -> None:
        """Go on when all is counted that can be."""
        if report.pending or report.revision != self._revision:
            return
        self.reports.append(report)
        if self._revision == 1:
            size = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (size + self._room, self._limit[1]))
            self._patience.start()
            self._tell(self._blocks, 1)
        elif self._revision == 2:
            self._make_room()
        else:
            QCoreApplication.quit()

    @Slot()
    def _make_room(self) -> None:
        self._patience.stop()
        resource.setrlimit(resource.RLIMIT_AS, self._limit)
        self._tell(self._blocks, len(self._blocks))


def count_without_room(number: int, room: int) -> int:
    """Be the program: say on standard output what was missing, and fail if it does not recover.

    Args:
        number: Of the try.
        room: Bytes that it may take beside what it has when the long text comes.
    """
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    words = "boats harbour captain storm lights pilot rocks".split()
    blocks = tuple(
        Block(" ".join(f"{dice.choice(words)}{dice.randrange(9_999)}" for _word in range(60)) + ".")
        for _block in range(2_000)
    )
    # What is loaded with the first words is no question of room.
    settle(blocks[:3], every=True)
    application = QCoreApplication([])
    analyst = Analyst()
    desk = Desk(analyst, blocks, room)
    analyst.start()
    QTimer.singleShot(0, desk, desk.begin)
    application.exec()
    analyst.stop()
    last = desk.reports[-1]
    assert replace(last, revision=0) == settle(blocks), "it does not recover"
    missing = [each.summary for each in desk.reports[1:-1] if "could not be counted" in each.summary]
    assert bool(desk.errors) >= bool(missing), "nobody was told"
    print(_TOLD if desk.errors else _ROOMY)
    return 0


@FAULTS.declare("no memory for the program that counts", tries=60, few=1, system="linux")
def attempt(number: int, _folder: Path) -> str:
    """Start a program, take its room away, and give it back; with less room, until it really is short."""
    room = random.Random(number).randrange(16)  # noqa: S311  # repeatable by its number
    while (seen := _seen(number, room * _MEGABYTE)) == _ROOMY and room:
        room //= 2
    assert seen == _TOLD, f"without any room: {seen}"
    return seen


def _seen(number: int, room: int) -> str:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, sys.path)),
        # A thread would have room of its own, whatever the limit.
        "MALLOC_ARENA_MAX": "1",
    }
    command = [sys.executable, "-m", "faults.memory", str(number), str(room)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False)  # noqa: S603
    assert done.returncode == 0, f"it ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(count_without_room(int(sys.argv[1]), int(sys.argv[2])))
