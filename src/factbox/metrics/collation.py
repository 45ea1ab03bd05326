"""An original and its adaptation side by side: what became of every sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factbox.document import Block
from factbox.metrics.alignment import Aligner, Ties
from factbox.metrics.chains import Tie
from factbox.metrics.gist import Gist, Gists
from factbox.metrics.guidance import Spot
from factbox.metrics.language import language
from factbox.metrics.sentences import sentences
from factbox.metrics.words import after_marker

# Blocks read before others get their turn.
_SLICE = 40


class Fate(StrEnum):
    """What became of sentences."""

    KEPT = "kept"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    DROPPED = "dropped"
    ADDED = "added"


class Line(NamedTuple):
    """A sentence, or a heading: where it stands, and what."""

    spot: Spot
    text: str
    gist: Gist


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of both texts that belong together.

    Attributes:
        fate: What became of the sentences of the original.
        original: These, in order; none where something was added.
        adaptation: What stands for them, in order; nothing where they were dropped.
    """

    fate: Fate
    original: tuple[Line, ...]
    adaptation: tuple[Line, ...]

    @property
    def is_same(self) -> bool:
        """Whether both sides have the very same words, wherever they stand."""
        return [line.gist.words for line in self.original] == [line.gist.words for line in self.adaptation]


@dataclass(frozen=True, slots=True)
class Collation:
    """Two texts side by side.

    Attributes:
        groups: Every sentence of both, each in one group: by the order of the original, and what was added behind
            that which stands before it in the adaptation. A moved sentence has its place by the original.
        original: The sentences of the original.
        adaptation: The sentences of the adaptation.
    """

    groups: tuple[Group, ...] = ()
    original: tuple[Line, ...] = ()
    adaptation: tuple[Line, ...] = ()

    def share(self, *fates: Fate) -> float:
        """Give the share of the sentences of the original that had one of some fates, 0 to 1.

        A moved sentence with the same words was kept, one with others was changed.
        """
        found = sum(len(group.original) for group in self.groups if _plain(group) in fates)
        return found / len(self.original) if self.original else 0.0


class Collator:
    """Puts two texts side by side, again and again while one of them is written; an edit costs what it touched."""

    def __init__(self) -> None:
        self._gists = Gists()
        self._sides = (_Side(self._gists), _Side(self._gists))
        self._aligner: Aligner | None = None
        self._gists_of_original: list[Gist] = []

    def collate(self, original: Sequence[Block], adaptation: Sequence[Block]) -> Collation:
        """Put two texts side by side."""
        return next(filter(None, self.think(original, adaptation)))

    def think(self, original: Sequence[Block], adaptation: Sequence[Block]) -> Iterator[Collation | None]:
        """Put two texts side by side in slices of some milliseconds: None after each, the answer at last."""
        sides: list[tuple[Line, ...]] = []
        for side, blocks in zip(self._sides, (original, adaptation), strict=True):
            for _ in side.read(blocks):
                yield None
            sides.append(side.lines)
        ours, theirs = sides
        gists = [line.gist for line in ours]
        if self._aligner is None or gists != self._gists_of_original:
            self._aligner, self._gists_of_original = Aligner(gists), gists
        for ties in self._aligner.think([line.gist for line in theirs]):
            yield None
            if ties is not None:
                yield Collation(tuple(_groups(ours, theirs, ties)), ours, theirs)


class _Side:
    """The sentences of one text; a block that is still in its place is not read again."""

    def __init__(self, gists: Gists) -> None:
        self._gists = gists
        self._blocks: list[Block] = []
        self._lines: list[tuple[Line, ...]] = []
        self.lines: tuple[Line, ...] = ()

    def read(self, blocks: Sequence[Block]) -> Iterator[None]:
        """Read the blocks; give way to others now and then."""
        before, known = self._blocks, self._lines
        found: list[tuple[Line, ...]] = []
        fresh = 0
        for number, block in enumerate(blocks):
            if number < len(before) and (before[number] is block or before[number].text == block.text):
                found.append(known[number])
                continue
            found.append(tuple(self._read(number, block.text)))
            fresh += 1
            if not fresh % _SLICE:
                yield
        self._blocks, self._lines = list(blocks), found
        self.lines = tuple(line for lines in found for line in lines)

    def _read(self, number: int, text: str) -> Iterator[Line]:
        for each in sentences(text, language("en"), after_marker(text)):
            stripped = text[each.start : each.end].strip()
            start = text.index(stripped, each.start)
            yield Line(Spot(number, start, start + len(stripped)), stripped, self._gists[stripped])


def _plain(group: Group) -> Fate:
    if group.fate is Fate.MOVED:
        return Fate.KEPT if group.is_same else Fate.CHANGED
    return group.fate


def _groups(ours: Sequence[Line], theirs: Sequence[Line], ties: Ties) -> Iterator[Group]:
    moved = {tie.original: tie for tie in ties.moved}
    elsewhere = {tie.adaptation for tie in ties.moved}
    start = (0, 0)
    for tie in (*ties.chain, Tie(len(ours), len(theirs), 0, 0)):
        for number in range(start[0], tie.original):
            other = moved.get(number)
            if other is None:
                yield Group(Fate.DROPPED, (ours[number],), ())
            else:
                yield Group(Fate.MOVED, (ours[number],), (theirs[other.adaptation],))
        for number in range(start[1], tie.adaptation):
            if number not in elsewhere:
                yield Group(Fate.ADDED, (), (theirs[number],))
        start = (tie.original + tie.originals, tie.adaptation + tie.adaptations)
        if tie.originals:
            yield _tied(ours[tie.original : start[0]], theirs[tie.adaptation : start[1]])


def _tied(ours: Sequence[Line], theirs: Sequence[Line]) -> Group:
    if len(ours) > 1:
        fate = Fate.MERGED
    elif len(theirs) > 1:
        fate = Fate.SPLIT
    else:
        fate = Fate.KEPT if ours[0].gist.words == theirs[0].gist.words else Fate.CHANGED
    return Group(fate, tuple(ours), tuple(theirs))
