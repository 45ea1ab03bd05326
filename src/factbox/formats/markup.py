"""XML that others made, read as it comes out of its archive, and text made fit for it.

Nothing is ever fetched and no entity is ever expanded: a file with a document type is refused, because documents
have none and it is the door to both. There is no tree, so that a large file costs time but no memory.
"""

import importlib
import re
from collections.abc import Mapping
from typing import Any

from factbox.formats.archive import Archive, DamageError
from factbox.formats.base import FormatError
from factbox.formats.limits import DEEPEST_MARKUP
from factbox.translation import _

# What no file may hold: control signs, halves of characters, and what is none in XML.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NUMBER = re.compile(r"[0-9]{1,6}")
_SEPARATOR = " "

Attributes = Mapping[str, str]


class Elements:
    """What is told of a file: the start and end of each element, and the text between; made to be overridden."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element; its names have the prefixes that were asked for."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take text between elements; a long one comes in pieces."""


def walk(archive: Archive, name: str, spaces: Mapping[str, str], elements: Elements) -> None:
    """Read an XML file in an archive.

    Args:
        archive: Where it is.
        name: Its name there; nothing is told of a file that is not there.
        spaces: The prefix for each name space; names of other spaces begin with "?:".
        elements: Who is told.

    Raises:
        FormatError: The file is damaged, has a password, is too large, or has a document type.
    """
    if name not in archive:
        return
    expat: Any = importlib.import_module("xml.parsers.expat")
    # Every program writes UTF-8, whatever a file says; of odd encodings the parser makes errors of its own.
    parser = expat.ParserCreate("utf-8", _SEPARATOR)
    parser.buffer_text = True
    _tell(parser, spaces, elements)
    try:
        # First to the end once: a bomb is known before anybody works on what comes out of it.
        for _piece in archive.pieces(name):
            pass
        for piece in archive.pieces(name):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, DamageError) as error:
        raise damaged() from error


def damaged() -> FormatError:
    """Make the error of a document that is damaged."""
    return FormatError(_("This document is damaged. Open it in your word processor, and save it there again."))


def number(value: str, default: int) -> int:
    """Give the number that an attribute says, a default where it is none or more than any document needs."""
    return int(value) if _NUMBER.fullmatch(value) else default


def clean(text: str) -> str:
    """Give a text without what no file may hold; ends of pages become spaces."""
    return _UNFIT.sub(_stand_in, text)


def fit(text: str) -> str:
    """Give a text without what no file may hold, with the signs of markup escaped."""
    return clean(text).translate(_SIGNS)


def _stand_in(match: re.Match[str]) -> str:
    # What parts words must not join them.
    return " " if match[0].isspace() else ""


def attribute(text: str) -> str:
    """Give a text fit for the value of an attribute."""
    return fit(text).replace('"', "&quot;")


def _tell(parser: Any, spaces: Mapping[str, str], elements: Elements) -> None:
    """Let a parser tell of what it meets."""
    names: dict[str, str] = {}
    depth = 0

    def short(full: str) -> str:
        if (name := names.get(full)) is None:
            space, separator, local = full.rpartition(_SEPARATOR)
            name = names[full] = f"{spaces.get(space, '?')}:{local}" if separator else local
        return name

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_MARKUP:
            raise FormatError(_("This document is nested too deeply to be read."))
        elements.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        elements.end(short(name))

    def refuse(*_declaration: object) -> None:
        raise FormatError(
            _("This document declares entities, which may be an attack. Save it again in your word processor.")
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = elements.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
