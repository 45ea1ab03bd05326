"""A group of sentences with what stands around it: all that a rule on its meaning may look at."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from factbox.metrics.collation import Collation, Fate, Group, Line
from factbox.metrics.gist import stems
from factbox.metrics.guidance import Spot


class Stretch(NamedTuple):
    """Characters of one side of a scene."""

    start: int
    end: int


class Side:
    """Sentences as one text, joined by spaces.

    Attributes:
        lines: The texts of the sentences.
        text: All of them.
    """

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.text = " ".join(lines)
        self.starts: list[int] = []
        place = 0
        for line in lines:
            self.starts.append(place)
            place += len(line) + 1

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that tell something."""
        return stems_of(self.text)

    def line_at(self, place: int) -> int:
        """Give the number of the sentence at a place."""
        return bisect_right(self.starts, place) - 1

    def parts(self, stretch: Stretch) -> Iterator[tuple[int, int, int]]:
        """Take a stretch apart: the number of each sentence it touches, and where it begins and ends there."""
        for number, start in enumerate(self.starts):
            first, last = max(stretch.start, start), min(stretch.end, start + len(self.lines[number]))
            if first < last or (first == last == stretch.start == stretch.end):
                yield number, first - start, last - start


@dataclass(frozen=True)
class Scene:
    """A group, by its words alone: the same words make the same scene wherever they stand.

    Attributes:
        fate: What became of it.
        original: Its sentences in the original.
        adaptation: Its sentences in the adaptation.
        context: The paragraphs of the original that hold it, and the sentences before and behind, sentence by
            sentence for each.
        around: The same of the adaptation.
        before: The sentence before it in the original; empty at the start.
        before_there: The sentence before it in the adaptation.
        follows: Whether that sentence stands for the one before it in the original.
        opens: Whether it opens a paragraph of the adaptation.
    """

    fate: Fate
    original: tuple[str, ...]
    adaptation: tuple[str, ...]
    context: tuple[tuple[str, ...], ...]
    around: tuple[tuple[str, ...], ...]
    before: str
    before_there: str
    follows: bool
    opens: bool

    @cached_property
    def ours(self) -> Side:
        """The original as one text."""
        return Side(self.original)

    @cached_property
    def theirs(self) -> Side:
        """The adaptation as one text."""
        return Side(self.adaptation)

    @property
    def known(self) -> Iterator[str]:
        """The original with what stands around it, sentence by sentence."""
        return chain(*self.context, self.original)

    @property
    def nearby(self) -> Iterator[str]:
        """The adaptation with what stands around it, sentence by sentence."""
        return chain(*self.around, self.adaptation)


def stems_of(text: str) -> frozenset[str]:
    """Give the stems of a text that tell something."""
    return frozenset(stem for form in text.split() for stem in stems(form))


def scenes(collation: Collation) -> Iterator[tuple[Group, Scene]]:
    """Give the groups that stand in both texts, each with its scene."""
    ours, theirs = _Text(collation.original), _Text(collation.adaptation)
    tied = {
        ours.number(group.original[-1]): theirs.number(group.adaptation[-1])
        for group in collation.groups
        if group.original and group.adaptation
    }
    for group in collation.groups:
        if not group.original or not group.adaptation:
            continue
        first, there = ours.number(group.original[0]), theirs.number(group.adaptation[0])
        yield (
            group,
            Scene(
                group.fate,
                tuple(line.text for line in group.original),
                tuple(line.text for line in group.adaptation),
                ours.around(group.original),
                theirs.around(group.adaptation),
                ours.text(first - 1),
                theirs.text(there - 1),
                first > 0 and tied.get(first - 1) == there - 1,
                there == 0 or theirs.lines[there - 1].spot.block != group.adaptation[0].spot.block,
            ),
        )


def spots(lines: tuple[Line, ...], side: Side, stretch: Stretch) -> tuple[Spot, ...]:
    """Give the places of a stretch in the text that a side was taken from."""
    return tuple(
        Spot(lines[number].spot.block, lines[number].spot.start + start, lines[number].spot.start + end)
        for number, start, end in side.parts(stretch)
    )


class _Text:
    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self._numbers = {id(line): number for number, line in enumerate(lines)}
        self._blocks = {
            block: tuple(line.text for line in found)
            for block, found in groupby(lines, lambda line: line.spot.block)
        }

    def number(self, line: Line) -> int:
        return self._numbers[id(line)]

    def text(self, number: int) -> str:
        return self.lines[number].text if 0 <= number < len(self.lines) else ""

    def around(self, lines: tuple[Line, ...]) -> tuple[tuple[str, ...], ...]:
        first, last = lines[0], lines[-1]
        blocks: tuple[int, ...] = (first.spot.block,)
        if last.spot.block != first.spot.block:
            blocks = tuple(dict.fromkeys(line.spot.block for line in lines))
        before, behind = self.text(self.number(first) - 1), self.text(self.number(last) + 1)
        return ((before,), *(self._blocks[block] for block in blocks), (behind,))
