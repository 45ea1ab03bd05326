"""The Illustrator: makes the picture that is in sight, in the analyst's thread and after its reports."""

import importlib
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal, Slot

from factbox.document import Block, Splice
from factbox.metrics.goals import Goal
from factbox.metrics.ledger import Ledger
from factbox.metrics.picture import OF_BOTH, Picture, Shown
from factbox.session.thinker import Thinker

# Milliseconds without an edit before a picture is made anew.
_REST = 100


class Illustrator(Thinker):
    """Makes a picture again and again as the text changes, as long as one is wanted.

    Signals:
        illustrated: The edit that a picture knows of, and the Picture.
    """

    illustrated = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._ledger: Ledger | None = None
        self._original: tuple[Block, ...] | None = None
        self._ours: Ledger | None = None
        self._gallery: Any = None
        self._goal: Goal | None = None
        self._shown: Shown | None = None
        self._revision = -1
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._begin)

    @Slot(object)
    def aim(self, goal: Goal | None) -> None:
        """Show a goal from now on, or none."""
        if goal != self._goal:
            self._goal = goal
            self._begin()

    @Slot(object)
    def set_original(self, blocks: tuple[Block, ...] | None) -> None:
        """Set the text beside an original from now on, or beside none."""
        if blocks != self._original:
            self._original, self._ours, self._gallery = blocks, None, None
            self._begin()

    @Slot(object)
    def show(self, shown: Shown | None) -> None:
        """Make a picture of something from now on, or none."""
        self._shown = shown
        self._begin()

    def attend(self, ledger: Ledger) -> None:
        """Make the picture of a ledger that has nothing pending: the first at once, the next when typing rests."""
        if ledger is not self._ledger:
            self._ledger, self._gallery = ledger, None
            self._begin()
        elif self._shown is not None:
            self._rest.start()

    def answer(self, answer: object) -> None:
        """Tell a picture."""
        if isinstance(answer, Picture):
            self.illustrated.emit(self._revision, answer)

    @Slot()
    def _begin(self) -> None:
        self.drop()
        ledger, shown = self._ledger, self._shown
        if ledger is None or ledger.pending or shown is None:
            return
        if shown not in OF_BOTH or self._original is not None:
            self._revision = ledger.revision
            self.think(self._picture(ledger, shown))

    def _picture(self, ledger: Ledger, shown: Shown) -> Iterator[Picture | None]:
        if shown in OF_BOTH:
            yield from self._measured(ledger)
        if self._gallery is None:
            # By name: who looks at no pictures does without the tables.
            self._gallery = importlib.import_module("factbox.metrics.gallery").Gallery(ledger, self._ours)
        yield from self._gallery.think(shown, self._goal)

    def _measured(self, ledger: Ledger) -> Iterator[None]:
        """Measure the original by the rules of the text."""
        if self._ours is None and self._original is not None:
            self._ours, self._gallery = Ledger(counting=ledger.counting), None
            self._ours.apply(Splice(0, 0, self._original))
        ours = self._ours
        if ours is not None and ours.counting != ledger.counting:
            ours.count(ledger.counting)
        while ours is not None and ours.pending:
            ours.measure_next()
            yield
