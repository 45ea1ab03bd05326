"""What a file format is: bytes in, a document out, and back."""

from collections.abc import Callable
from dataclasses import dataclass

from factbox.document import Document


class FormatError(Exception):
    """A file could not be read or written; the message says in plain words what happened and what to do."""


class ChangedError(FormatError):
    """A file is no more what it was when it was read or written last: another program has changed it."""


class EncodingError(FormatError):
    """A text holds a character that the encoding of its file has no code for."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format; it never touches the disk.

    Attributes:
        key: Its name in the program.
        label: Its name for people.
        suffixes: The endings of its files, with the dot, the usual one first.
        read: Makes a document of the bytes of a file; raises FormatError.
        write: Makes the bytes of a file of a document; raises FormatError. None where it is only read.
        keeps_shapes: Whether it holds headings, lists and faces.
    """

    key: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], Document]
    write: Callable[[Document], bytes] | None
    keeps_shapes: bool = True
