"""The same measures without a window."""

import argparse
import json
import os
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
    """Run a verb of the command line; give the exit status, 1 when an input failed or nobody takes the output."""
    # What a file holds may be more than the terminal's encoding has.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return _measure(options)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        # The reader has gone, or the disk is full. Python would say so once more at the end.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # open until the end
        if not isinstance(error, BrokenPipeError):
            print(error.strerror, file=sys.stderr)
        return 1


def show(names: Sequence[str]) -> int:
    """Print the Fact Box of files, or of the example, for want of a screen to show them on."""
    if names:
        print(_("There is no display, so no window can open. This is the Fact Box of the text:\n"), flush=True)
        return main(["measure", *names])
    print(_("There is no display, so no window can open. This is the Fact Box of the example text:\n"), flush=True)
    return main(["measure", *map(str, sorted(resources.path("examples").glob("*.txt")))])


def _measure(options: argparse.Namespace) -> int:
    counting = Counting(options.formula, options.ignore_capitals, options.count_fragments)
    failed = False
    for name in options.files:
        report, error = _measured(name, counting)
        failed = failed or error is not None
        text = _line(name, report, error, counting.formula) if options.json else _text(name, report, error)
        print(text, flush=True)
    return int(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factbox",
        usage="factbox [FILE]\n       factbox measure [--json] FILE...",
        description=_("A reading-level editor. Without a verb it opens its window, with FILE if one is named."),
    )
    parser.add_argument("--version", action="version", version=f"factbox {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="measure", prog="factbox")
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
        if sys.stdin is None:
            raise FormatError(_("There is no standard input."))
        return formats.text.read(sys.stdin.buffer.read())
    return formats.read(Path(name))


def _line(name: str, report: Report | None, error: str | None, formula: str) -> str:
    about = {"path": name, "language": report.language if report else "en", "error": error}
    found = {key: getattr(report, key, None) for key in KEYS}
    # In ASCII, so that a name of any bytes is one line that gives the name back.
    return json.dumps(about | found | {"formula": formula})


def _text(name: str, report: Report | None, error: str | None) -> str:
    if report is None:
        return f"{name}\n  {error}\n"
    lines = [f"{fact.label}: {fact.text}" for fact in report.facts]
    remarks = [f"{report.headline}. {report.remark}", report.summary]
    return "\n  ".join([name, *lines, *filter(None, remarks)]) + "\n"
