"""Reading what a verb is to look at: a file, or standard input."""

import sys
from pathlib import Path

from factbox import formats
from factbox.batch.row import unmeasured
from factbox.document import Document
from factbox.formats import FormatError
from factbox.metrics.ledger import settle
from factbox.metrics.report import Counting, Report
from factbox.translation import _

STANDARD_INPUT = "-"


def read(name: str) -> Document:
    """Read a file, or standard input where its name is a dash.

    Raises:
        FormatError: It cannot be read; the message says why.
    """
    if name != STANDARD_INPUT:
        return formats.read(Path(name))
    if sys.stdin is None:
        raise FormatError(_("There is no standard input."))
    with formats.in_words():
        data = sys.stdin.buffer.read(formats.LARGEST + 1)
    if len(data) > formats.LARGEST:
        most = formats.LARGEST // 1_000_000
        raise FormatError(_("More than {most} MB came, and no more can be opened.").format(most=most))
    return formats.read_text(data)


def measured(name: str, counting: Counting, *, every: bool = False) -> tuple[Report | None, str | None]:
    """Measure a file or standard input; give the report, or what went wrong."""
    try:
        document = read(name)
        return settle(document.blocks, document.language, counting, every=every), None
    except FormatError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001  # our own mistake in one file must not cost the others
        return None, unmeasured(error)
