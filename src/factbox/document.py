"""The values that everything passes around: a document is a list of blocks, an edit is a splice of it."""

from dataclasses import dataclass
from enum import StrEnum


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
class Document:
    """A text as it was read, and how its file wrote it down.

    Attributes:
        blocks: The paragraphs, in order; an empty one is an empty line.
        language: An ISO 639-1 code.
        encoding: The encoding of the file, a name from `formats.text.ENCODINGS`.
        newline: The line end of the file: LF, CR LF or CR.
        losses: What the reader met and could not carry, each a plain sentence.
    """

    blocks: tuple[Block, ...]
    language: str = "en"
    encoding: str = "utf-8"
    newline: str = "\n"
    losses: tuple[str, ...] = ()


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
