"""The Comparer: sets a text beside its original, in the analyst's thread and after its reports."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot

from factbox.document import Block, Splice
from factbox.metrics.collation import Collation, Fate, Group
from factbox.metrics.comparison import Comparison, are_alike, compare
from factbox.metrics.guidance import Spot
from factbox.metrics.ledger import Ledger
from factbox.metrics.meaning import Notice
from factbox.metrics.report import Report
from factbox.metrics.wording import reworded
from factbox.session.pairs import Pairs
from factbox.session.thinker import Thinker

# Milliseconds without an edit before a comparison is made anew.
_REST = 250
_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Contrast:
    """A text beside its original.

    Attributes:
        revision: The edit of the text that it knows of.
        blocks: The original, the very tuple that was given.
        original: The report of the original.
        comparison: Both in figures.
        collation: What became of every sentence.
        pairs: The same, looked up by places.
        notices: What the text lost or changed.
    """

    revision: int
    blocks: tuple[Block, ...]
    original: Report
    comparison: Comparison
    collation: Collation
    pairs: Pairs
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What is on screen of both texts, by the numbers of blocks."""

    original: tuple[int, int] = (0, 0)
    adaptation: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words on screen that only one of the texts has.

    Attributes:
        revision: The edit of the text that it knows of.
        gone: Words of the original.
        come: Words of the text.
    """

    revision: int
    gone: tuple[Spot, ...]
    come: tuple[Spot, ...]


class Comparer(Thinker):
    """Compares again and again, whenever the writing rests.

    Signals:
        contrasted: Both texts side by side, a Contrast.
        worded: The changed words on screen, a Wording.
    """

    contrasted = Signal(object)
    worded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._original: tuple[Block, ...] | None = None
        self._ledger: Ledger | None = None
        self._ours: Ledger | None = None
        self._collator: Any = None
        self._meaning: Any = None
        self._contrast: Contrast | None = None
        self._view = View()
        self._changes: dict[Group, tuple[tuple[Spot, ...], tuple[Spot, ...]]] = {}
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._begin)

    @Slot(object)
    def set_original(self, blocks: tuple[Block, ...] | None) -> None:
        """Compare with an original from now on, or with none."""
        self._original, self._ours, self._contrast = blocks, None, None
        self._begin()

    @Slot(object)
    def look_at(self, view: View) -> None:
        """Tell the changed words of what is on screen."""
        self._view = view
        self._tell_words()

    def attend(self, ledger: Ledger) -> None:
        """Compare with a ledger that has nothing pending, from the next turn on."""
        self._ledger = ledger
        if self._contrast is None:
            self._begin()
        else:
            # Whoever types sees the facts at once; the comparison comes when the writing rests.
            self._rest.start()

    def rest(self) -> None:
        """Tell what could not be looked for."""
        self.tell_failures()

    @Slot()
    def _begin(self) -> None:
        self.drop()
        if self._ledger is not None and not self._ledger.pending and self._original is not None:
            self.think(self._compare(self._ledger, self._original))

    def _compare(self, ledger: Ledger, original: tuple[Block, ...]) -> Iterator[None]:
        if self._collator is None:
            # By name: whoever compares nothing does without the tables.
            self._collator = importlib.import_module("factbox.metrics.collation").Collator()
            self._meaning = importlib.import_module("factbox.metrics.meaning").Meaning()
        if self._ours is None:
            self._ours = Ledger(counting=ledger.counting)
            self._ours.apply(Splice(0, 0, original))
        elif self._ours.counting != ledger.counting:
            self._ours.count(ledger.counting)
        while self._ours.pending:
            self._ours.measure_next()
            yield
        blocks = ledger.blocks
        collation = Collation()
        for found in self._collator.think(original, blocks):
            yield
            collation = found or collation
        before, after = self._ours.report(), ledger.report()
        mattr: tuple[float | None, float | None] = (None, None)
        if not are_alike(before, after):
            mattr = (self._ours.diversity().mattr, ledger.diversity().mattr)
            yield
        comparison = compare(before, after, collation, mattr)
        notices: tuple[Notice, ...] = ()
        for told in self._meaning.think(collation):
            yield
            notices = told if told is not None else notices
        pairs = Pairs(collation)
        self._contrast = Contrast(ledger.revision, original, before, comparison, collation, pairs, notices)
        self.contrasted.emit(self._contrast)
        self._tell_words()

    def _tell_words(self) -> None:
        contrast = self._contrast
        if contrast is None or self._ledger is None or self._ledger.revision != contrast.revision:
            return
        gone: list[Spot] = []
        come: list[Spot] = []
        for group in contrast.collation.groups:
            if group.fate is not Fate.KEPT and self._is_seen(group):
                left, right = self._changed(group)
                gone += left
                come += right
        self.worded.emit(Wording(contrast.revision, tuple(gone), tuple(come)))

    def _is_seen(self, group: Group) -> bool:
        sides = ((group.original, self._view.original), (group.adaptation, self._view.adaptation))
        return any(first <= line.spot.block <= last for lines, (first, last) in sides for line in lines)

    def _changed(self, group: Group) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
        if len(self._changes) > _REMEMBERED:
            self._changes.clear()
        if group not in self._changes:
            found = reworded(group)
            self._changes[group] = (found.gone, found.come)
        return self._changes[group]
