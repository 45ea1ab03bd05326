"""Which words an adaptation changed in a group of sentences: those that went, and those that came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from factbox.metrics import words
from factbox.metrics.collation import Group, Line
from factbox.metrics.guidance import Spot

_FORM = re.compile(r"[^\s—―]+")
_AROUND = re.compile(r"\w(?:.*\w)?", re.DOTALL)
# Words: beyond this the difference of a pair would be felt, and tell nobody anything.
_MOST = 2_000


class Word(NamedTuple):
    """A word of a sentence as it compares, and where it stands."""

    known: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Rewording:
    """The words that two sides do not share; neighbours make one spot.

    Attributes:
        gone: Words of the original.
        come: Words of the adaptation.
    """

    gone: tuple[Spot, ...]
    come: tuple[Spot, ...]


def reworded(group: Group) -> Rewording:
    """Compare the words of both sides of a group; capitals and what stands around words change nothing."""
    ours, theirs = words_of(group.original), words_of(group.adaptation)
    if max(len(ours), len(theirs)) > _MOST:
        return Rewording(
            tuple(line.spot for line in group.original), tuple(line.spot for line in group.adaptation)
        )
    matcher = SequenceMatcher(None, [word.known for word in ours], [word.known for word in theirs], autojunk=False)
    gone: list[Spot] = []
    come: list[Spot] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            gone += _joined(ours[first:last])
            come += _joined(theirs[start:end])
    return Rewording(tuple(gone), tuple(come))


def words_of(lines: Sequence[Line]) -> list[Word]:
    """Give the words of sentences, each with its place in the text."""
    return [word for line in lines for word in _words(line)]


def _words(line: Line) -> Iterator[Word]:
    block, start, _end = line.spot.block, line.spot.start, line.spot.end
    for form in _FORM.finditer(line.text):
        inner = _AROUND.search(form[0])
        if inner is not None:
            first = start + form.start() + inner.start()
            yield Word(words.word(form[0]).lower(), Spot(block, first, first + len(inner[0])))


def _joined(run: Sequence[Word]) -> Iterator[Spot]:
    """Give the spots of neighbours as one, block by block."""
    for number, word in enumerate(run):
        if number == 0 or run[number - 1].spot.block != word.spot.block:
            first = word.spot.start
        if number + 1 == len(run) or run[number + 1].spot.block != word.spot.block:
            yield Spot(word.spot.block, first, word.spot.end)
