"""Pages and pictures for the command line: only where they must be drawn is Qt loaded, and without a screen."""

import importlib
from collections.abc import Sequence
from typing import Any

from factbox.document import Block
from factbox.dossier.parts import Dossier, Picture
from factbox.formats import FormatError
from factbox.translation import _


def pdf(blocks: Sequence[Block], title: str) -> bytes:
    """Set a text on pages; give the bytes of a PDF.

    Raises:
        FormatError: Qt is not there, or cannot draw.
    """
    made: bytes = _module("pages").pdf(blocks, title)
    return made


def dossier(told: Dossier) -> bytes:
    """Set a dossier on pages; give the bytes of a PDF.

    Raises:
        FormatError: Qt is not there, or cannot draw.
    """
    made: bytes = _module("dossierpages").pdf(told)
    return made


def png(picture: Picture) -> bytes:
    """Draw a picture of a dossier; give the bytes of a PNG.

    Raises:
        FormatError: Qt is not there, or cannot draw.
    """
    made: bytes = _module("dossierpages").png(picture)
    return made


def _module(name: str) -> Any:
    """Give a module of the session, with Qt ready to draw."""
    try:
        importlib.import_module("factbox.session.unseen").begin()
        return importlib.import_module(f"factbox.session.{name}")
    except ImportError as error:
        sentence = _("Pages and pictures are drawn by Qt, which cannot be loaded here ({error}).")
        raise FormatError(sentence.format(error=error)) from error
