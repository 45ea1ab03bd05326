"""Documents in and out: which formats there are, and how a file becomes a document and back."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factbox.document import Document
from factbox.formats import disk, text
from factbox.formats.base import ChangedError, EncodingError, Format, FormatError
from factbox.formats.disk import (
    Stamp,
    check_known,
    in_words,
    is_same,
    keep_damaged,
    private_folder,
    read_bytes,
    stamp,
    write_bytes,
)
from factbox.formats.limits import LARGEST, MOST_BLOCKS
from factbox.translation import N_, _, whole

__all__ = [
    "FORMATS",
    "LARGEST",
    "ChangedError",
    "EncodingError",
    "Format",
    "FormatError",
    "Stamp",
    "check_known",
    "format_of",
    "in_words",
    "is_same",
    "keep_damaged",
    "private_folder",
    "read",
    "read_bytes",
    "read_stamped",
    "read_text",
    "stamp",
    "write",
    "write_bytes",
]


def _late(name: str, verb: str) -> Callable[[Any], Any]:
    """Give a function of a module that is imported when it is called first: few need more than one format."""

    def call(given: Any) -> Any:
        return getattr(importlib.import_module(f"factbox.formats.{name}"), verb)(given)

    return call


def _row(key: str, label: str, *suffixes: str, is_written: bool = True) -> Format:
    """Give the format of a module of the same name."""
    return Format(key, label, suffixes, _late(key, "read"), _late(key, "write") if is_written else None)


FORMATS: tuple[Format, ...] = (
    Format("text", N_("Text"), (".txt", ".text"), text.read, text.write, keeps_shapes=False),
    _row("factbox", N_("Fact Box document"), ".factbox"),
    _row("word", N_("Word document"), ".docx"),
    _row("opendocument", N_("OpenDocument text"), ".odt"),
    _row("webpage", N_("Web page"), ".html", ".htm"),
    _row("markdown", N_("Markdown"), ".md", ".markdown"),
    _row("rtf", N_("Rich text"), ".rtf", is_written=False),
    _row("pdf", N_("PDF"), ".pdf", is_written=False),
)
_TEXT = FORMATS[0]
# What is written in letters, and might be anything else.
_LETTERS = frozenset({"text", "markdown", "webpage"})
# How files begin that are none: those of Office and zip, PDF, Rich Text.
_SIGNS = (b"\xd0\xcf\x11\xe0", b"PK", b"%PDF", b"{\\rtf")


def format_of(path: Path) -> Format:
    """Give the format of a file by its ending; text where no format claims it."""
    suffix = path.suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), _TEXT)


def read(path: Path) -> Document:
    """Read a document from a file.

    Raises:
        FormatError: The file cannot be read, or not as its format; the message says why.
    """
    return read_stamped(path)[0]


def read_stamped(path: Path) -> tuple[Document, Stamp]:
    """Read a document from a file, and give with it what the file was that holds it.

    Raises:
        FormatError: The file cannot be read, or not as its format; the message says why.
    """
    data, known = disk.read_stamped(path)
    return _read(data, format_of(path)), known


def read_text(data: bytes) -> Document:
    """Read plain text that came without a name.

    Raises:
        FormatError: It is no text, or too long; the message says why.
    """
    return _read(data, _TEXT)


def _read(data: bytes, its_format: Format) -> Document:
    if its_format.key in _LETTERS and data.startswith(_SIGNS):
        # Many a document is no text, and what it is says more than that.
        importlib.import_module("factbox.formats.documents").check_text(data)
    if its_format.key in _LETTERS and data.count(b"\n") + data.count(b"\r") > 2 * MOST_BLOCKS:
        raise _too_many()
    document = its_format.read(data)
    if len(document.blocks) > MOST_BLOCKS:
        raise _too_many()
    return document


def _too_many() -> FormatError:
    sentence = _("It has more than {most} paragraphs. Split it into parts.")
    return FormatError(sentence.format(most=whole(MOST_BLOCKS)))


def write(document: Document, path: Path, *, private: bool = False, known: Stamp | None = None) -> Stamp:
    """Write a document to a file, whole or not at all; give what the file is with it.

    Args:
        document: The document.
        path: The file.
        private: Whether only its owner may read it.
        known: What the file must still be when it is replaced; None for whatever it is.

    Raises:
        ChangedError: It is no more what is known.
        EncodingError: A character has no code in the document's encoding.
        FormatError: The file cannot be written; what was there is untouched.
    """
    its_format = format_of(path)
    if its_format.write is None:
        sentence = _("{form} is only read here. Save the text in another form, such as .docx.")
        raise FormatError(sentence.format(form=_(its_format.label)))
    return write_bytes(its_format.write(document), path, private=private, known=known)
