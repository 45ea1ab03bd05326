"""The values that everything passes around: a document is a list of blocks, an edit is a splice of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What a block is in its document: a heading or an item without a sentence end is left out of the Level."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its text without a line end, and its role."""

    text: str
    role: Role = Role.BODY


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


def first_line(blocks: Iterable[Block]) -> str:
    """Give the first paragraph that has words, without white space around it; nothing if none has."""
    return next((line for block in blocks if (line := block.text.strip())), "")
