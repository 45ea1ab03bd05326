"""A clock that goes back: by a second or by years, at any moment between saves and drafts.

Earlier saves stay in the order in which they were made, drafts are offered, and what another program has written
is noticed although its time lies before ours.
"""

import os
import random
from pathlib import Path
from unittest.mock import patch

from factbox import formats
from factbox.document import Block, Document
from factbox.formats import ChangedError
from factbox.session import recovery
from factbox.session.backups import MOST_NEW, backups
from factbox.session.holding import Holding, write
from faults.registry import FAULTS

_START, _SECOND, _YEAR = 1_800_000_000.0, 1.0, 31_557_600.0


class Clock:
    """Goes on by some seconds each time it is looked at, and back whenever its dice fall so."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self.now = _START

    def seconds(self) -> float:
        """Give the time as `time.time` does."""
        by = self._dice.choice((_SECOND, 60.0, 86_400.0, _YEAR))
        self.now += self._dice.uniform(0, by) if self._dice.random() < 0.6 else -self._dice.uniform(0, by)
        return self.now

    def nanoseconds(self) -> int:
        """Give the time as `time.time_ns` does."""
        return int(self.seconds() * 1e9)

    def mark(self, path: Path) -> None:
        """Give a file the time, as a file system does whose clock this is."""
        moment = self.nanoseconds()
        os.utime(path, ns=(moment, moment))


@FAULTS.declare("the clock goes back", tries=200, few=5)
def backwards(number: int, folder: Path) -> str:
    """Save, keep drafts, and let another program write, each at a time before or behind the last."""
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    clock = Clock(dice)
    path, drafts = folder / "text.txt", folder / "home" / "drafts"
    path.write_text("Text 0.", "utf-8")
    known, replaced, noticed = Holding(formats.stamp(path)), ["Text 0."], 0
    with patch("time.time", clock.seconds), patch("time.time_ns", clock.nanoseconds):
        for turn in range(1, 12):
            if dice.random() < 0.2:
                path.write_text(f"Text {turn}!", "utf-8")
                clock.mark(path)
                try:
                    write(Document((Block("Ours."),)), path, known, checked=True)
                except ChangedError:
                    noticed += 1
                else:
                    raise AssertionError("what another program wrote was not noticed")
                # As whoever reads it anew has it.
                known, replaced[-1] = Holding(formats.stamp(path)), f"Text {turn}!"
            write(Document((Block(f"Text {turn}."),)), path, known, checked=True)
            clock.mark(path)
            known = Holding(formats.stamp(path))
            replaced.append(f"Text {turn}.")
            draft = recovery.Draft(f"{turn:032x}", str(path), "", clock.seconds(), "", ".txt")
            recovery.write_draft(drafts, draft, Document((Block(f"Draft {turn}."),)))
        kept = [each.first for each in backups(path)]
    newest = replaced[-2::-1][:MOST_NEW]
    assert kept[:MOST_NEW] == newest, f"earlier saves are {kept}, and the newest were {newest}"
    offered = {recovery.read_draft(drafts, each).blocks[0].text for each in recovery.orphans(drafts)}
    assert offered == {f"Draft {turn}." for turn in range(1, 12)}, f"only these drafts are offered: {offered}"
    return "all in order, another program noticed" if noticed else "all in order"
