"""The same measures without a window."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from factbox import __version__, formats, resources
from factbox.document import Document
from factbox.formats import FormatError
from factbox.metrics.ledger import settle
from factbox.metrics.levels import DEFAULT, grades
from factbox.metrics.report import Counting, Report
from factbox.translation import _

VERBS = ("measure",)
KEYS = (
    "level", "level_low", "level_high", "formula", "tokens", "types", "ttr",
    "words", "sentences", "syllables", "fragments", "words_left_out", "scores",
)  # fmt: skip


def wants(arguments: Sequence[str]) -> bool:
    """Tell whether arguments are for the command line, not for the window."""
    return bool(arguments) and (arguments[0] in VERBS or arguments[0].startswith("-"))


def main(arguments: Sequence[str]) -> int:
    """Run a verb of the command line; give the exit status, 1 when an input failed."""
    # What a file holds may be more than the terminal's encoding has.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    failed = False
    counting = Counting(options.formula, options.ignore_capitals, options.count_fragments)
    for name in options.files:
        report, error = _measured(name, counting)
        failed = failed or error is not None
        print(
            _line(name, report, error, options.formula) if options.json else _text(name, report, error),
            flush=True,
        )
    return int(failed)


def show_example() -> int:
    """Print the Fact Box of the example text, for want of a screen to show it on."""
    print(
        _("There is no display, so no window can open. This is the Fact Box of the example text:\n"),
        flush=True,
    )
    return main(["measure", *map(str, sorted(resources.path("examples").glob("*.txt")))])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factbox",
        usage="factbox [FILE]\n       factbox measure [--json] [--formula KEY] FILE...",
        description=_("A reading-level editor. Without a verb it opens its window, with FILE if one is named."),
    )
    parser.add_argument("--version", action="version", version=f"factbox {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="measure")
    measure = verbs.add_parser("measure", help=_("print the facts of files"))
    measure.add_argument("files", nargs="+", metavar="FILE", help=_("a text; - reads standard input"))
    measure.add_argument("--json", action="store_true", help=_("print one JSON object a line for each file"))
    measure.add_argument("--formula", choices=grades(), default=DEFAULT, metavar="KEY", help=", ".join(grades()))
    measure.add_argument("--ignore-capitals", action="store_true", help=_("take The and the for one type"))
    measure.add_argument("--count-fragments", action="store_true", help=_("count headings and items as sentences"))
    return parser


def _measured(name: str, counting: Counting) -> tuple[Report | None, str | None]:
    try:
        document = _read(name)
        return settle(document.blocks, document.language, counting), None
    except FormatError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001  # our own mistake in one file must not cost the others
        return None, _("It could not be measured ({error}).").format(error=type(error).__name__)


def _read(name: str) -> Document:
    if name == "-":
        return formats.text.read(sys.stdin.buffer.read())
    return formats.read(Path(name))


def _line(name: str, report: Report | None, error: str | None, formula: str) -> str:
    # A name that is no UTF-8 must not break the line.
    path = name.encode("utf-8", "replace").decode()
    about = {"path": path, "language": report.language if report else "en", "error": error}
    found = {key: getattr(report, key, None) for key in KEYS}
    return json.dumps(about | found | {"formula": formula}, ensure_ascii=False)


def _text(name: str, report: Report | None, error: str | None) -> str:
    if report is None:
        return f"{name}\n  {error}\n"
    lines = [f"{fact.label}: {fact.text}" for fact in report.facts]
    remarks = [f"{report.headline}. {report.remark}", report.summary]
    return "\n  ".join([name, *lines, *filter(None, remarks)]) + "\n"
