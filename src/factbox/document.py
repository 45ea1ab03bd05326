"""The values that everything passes around: a document is a list of blocks, an edit is a splice of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Any

# No address holds them as they are.
_BLANKS, _UNFIT = re.compile(r"\s+"), re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Role(StrEnum):
    """What a block is in its document: a heading or an item without a sentence end is left out of the Level."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    NUMBERED = "numbered"
    QUOTATION = "quotation"


# Headings and items lie on levels, up to these.
DEEPEST: Mapping[Role, int] = MappingProxyType({Role.HEADING: 6, Role.ITEM: 9, Role.NUMBERED: 9})
_BULLETS, _LETTERS = "•◦–", 26
LISTED = frozenset({Role.ITEM, Role.NUMBERED})


class Face(StrEnum):
    """How some letters of a block are set apart from the others."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Letters of a block that have a face: from the place `start` up to `end`, in characters.

    Attributes:
        start: The first.
        end: The one behind the last.
        face: How they are set.
        target: The address of a link.
    """

    start: int
    end: int
    face: Face
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    Attributes:
        text: Its words, without a line end.
        role: What it is.
        level: Of a heading, 1 the highest; how deep an item lies, from 1. It is 1 for all others.
        spans: Which of its letters are set apart, as `settled` gives them.
    """

    text: str
    role: Role = Role.BODY
    level: int = 1
    spans: tuple[Span, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it is body text without any faces."""
        return self.role is Role.BODY and not self.spans

    def part(self, start: int, end: int) -> "Block":
        """Give a part of it, with its role and its faces."""
        moved = (replace(span, start=span.start - start, end=span.end - start) for span in self.spans)
        text = self.text[start:end]
        return replace(self, text=text, spans=settled(text, moved) if self.spans else ())

    def pieces(self) -> Iterator[tuple[str, frozenset[Face], str]]:
        """Give its text in pieces that are set alike, each with its faces and the address it links to."""
        if not self.spans:
            if self.text:
                yield self.text, frozenset(), ""
            return
        edges = sorted({0, len(self.text), *(each for span in self.spans for each in (span.start, span.end))})
        over: list[Span] = []
        waiting = list(reversed(self.spans))
        for start, end in pairwise(edges):
            over = [span for span in over if span.end > start]
            while waiting and waiting[-1].start <= start:
                over.append(waiting.pop())
            target = next((span.target for span in over if span.face is Face.LINK), "")
            yield self.text[start:end], frozenset(span.face for span in over), target


@dataclass(frozen=True, slots=True)
class Moment:
    """A version as it was at some time.

    Attributes:
        when: Seconds since 1970, in UTC.
        level: Its Level then; None where it had none.
        blocks: Its text then.
    """

    when: float
    level: float | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts that were made from an original.

    Attributes:
        name: What it is called: "For Year 5".
        blocks: Its text.
        choices: What was chosen for it (goal, easy words, steps and notices to leave out), as in JSON.
        history: What it was before, the oldest first.
        more: Fields of the file that are from another release, as in JSON.
    """

    name: str
    blocks: tuple[Block, ...]
    choices: Mapping[str, Any] = field(default_factory=dict)
    history: tuple[Moment, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """An original and the versions that were made from it.

    Attributes:
        title: What the original is called.
        original: Its text.
        versions: At least one.
        current: The number of the version that is being written.
        more: Fields of the file that are from another release, as in JSON.
    """

    title: str
    original: tuple[Block, ...]
    versions: tuple[Version, ...]
    current: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read, and how its file wrote it down.

    Attributes:
        blocks: The paragraphs, in order; an empty one is an empty line.
        language: An ISO 639-1 code.
        encoding: The encoding of the file, a name from `formats.text.ENCODINGS`.
        newline: The line end of the file: LF, CR LF or CR.
        losses: What the reader met and could not carry, each a plain sentence.
        work: The original and all versions, where the file holds several texts; `blocks` is then the text of the
            version that is being written.
    """

    blocks: tuple[Block, ...]
    language: str = "en"
    encoding: str = "utf-8"
    newline: str = "\n"
    losses: tuple[str, ...] = ()
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class Splice:
    """An edit: `removed` blocks from the block `first` on give way to `blocks`.

    Attributes:
        first: Index of the first block that changes, from 0.
        removed: How many blocks leave.
        blocks: The blocks that come.
        revision: The number of this edit, one more than that of the edit before it.
    """

    first: int
    removed: int
    blocks: tuple[Block, ...]
    revision: int = 0


def settled(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give spans of a text in the one way in which the same faces are always told.

    They are in order, hold no white space at their ends, and those that touch or overlap are one. Of links that
    overlap, the first goes on; one without an address is none.
    """
    kept: dict[Face, list[Span]] = {face: [] for face in Face}
    for span in sorted(spans):
        target = _BLANKS.sub("%20", _UNFIT.sub("", span.target.strip())) if span.face is Face.LINK else ""
        if span.face is Face.LINK and not target:
            continue
        row = kept[span.face]
        start, end = max(0, span.start), min(span.end, len(text))
        if row and start <= row[-1].end and row[-1].target == target:
            start, end = row[-1].start, max(end, row.pop().end)
        elif row:
            start = max(start, row[-1].end)
        if start < end:
            row.append(Span(start, end, span.face, target))
    trimmed = (_trimmed(text, span) for row in kept.values() for span in row)
    return tuple(sorted(span for span in trimmed if span.start < span.end))


def _trimmed(text: str, span: Span) -> Span:
    letters = text[span.start : span.end]
    start = span.start + len(letters) - len(letters.lstrip())
    return replace(span, start=start, end=max(start, span.start + len(letters.rstrip())))


def marks(blocks: Iterable[Block]) -> Iterator[str]:
    """Give for each block the mark of an item, a bullet or its number by its level; nothing for other blocks."""
    numbers: dict[int, int] = {}
    for block in blocks:
        if block.role not in LISTED:
            numbers.clear()
            yield ""
            continue
        for level in [level for level in numbers if level > block.level]:
            del numbers[level]
        if block.role is Role.ITEM:
            numbers.pop(block.level, None)
            yield mark(Role.ITEM, block.level)
        else:
            numbers[block.level] = numbers.get(block.level, 0) + 1
            yield mark(Role.NUMBERED, block.level, numbers[block.level])


def mark(role: Role, level: int, number: int = 1) -> str:
    """Give the mark of an item: a bullet by its level, or its number, in letters on every second level."""
    if role is Role.ITEM:
        return _BULLETS[(level - 1) % len(_BULLETS)]
    if level % 2:
        return f"{number}."
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + letter) + letters
    return f"{letters}."


def first_line(blocks: Iterable[Block]) -> str:
    """Give the first paragraph that has words, without white space around it; nothing if none has."""
    return next((line for block in blocks if (line := block.text.strip())), "")
