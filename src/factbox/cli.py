"""The same measures without a window."""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from factbox import __version__, formats, resources
from factbox.document import Document
from factbox.formats import FormatError
from factbox.metrics import levels
from factbox.metrics.goals import Distance, Goal, Standing, distance, read_goal
from factbox.metrics.ledger import settle
from factbox.metrics.levels import DEFAULT, grades
from factbox.metrics.report import Counting, Report
from factbox.translation import _

VERBS = ("measure", "check", "self-check")
KEYS = (
    "level", "level_low", "level_high", "formula", "tokens", "types", "ttr",
    "words", "sentences", "syllables", "fragments", "words_left_out", "scores",
)  # fmt: skip
# What a shell takes for quotes.
_STRAIGHT = str.maketrans("“”", '""')
_LEVEL_KEYS = ("level", "level_low", "level_high")


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
        return int(options.run(options))
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
        # Only JSON tells the scores of all formulas.
        report, error = _measured(name, counting, every=options.json)
        failed = failed or error is not None
        text = _line(name, report, error, counting.formula) if options.json else _text(name, report, error)
        print(text, flush=True)
    return int(failed)


def _check(options: argparse.Namespace) -> int:
    """Hold files against a goal; give 0 when all are within it, else 1."""
    goal: Goal = options.goal
    counting = Counting(options.formula, fragments=options.count_fragments)
    missed = False
    for name in options.files:
        report, error = _measured(name, counting)
        found = distance(report.level if report else None, goal)
        missed = missed or found.standing is not Standing.WITHIN
        if options.json:
            figures = {key: getattr(report, key, None) for key in _LEVEL_KEYS}
            told = {
                "path": name,
                **figures,
                "formula": counting.formula,
                "goal": goal.label,
                "standing": found.standing if report else None,
                "distance": found.grades,
                "error": error,
            }
            print(json.dumps(told), flush=True)
        else:
            print(f"{name}: {_compared(report, found, goal) if report else error}", flush=True)
    return int(missed)


def _compared(report: Report, found: Distance, goal: Goal) -> str:
    if report.level is None or report.level_low is None or report.level_high is None:
        return f"{report.headline}. {report.remark}"
    band = levels.band(report.level_low, report.level_high).lower()
    level = _("Level {level}, {band}.").format(level=f"{report.level:.1f}", band=band)
    return f"{level} {found.text} ({goal.label})."


def _goal(text: str) -> Goal:
    try:
        return read_goal(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factbox",
        usage="factbox [FILE]\n       factbox measure [--json] FILE...\n       factbox check FILE... --goal GOAL",
        description=_("A reading-level editor. Without a verb it opens its window, with FILE if one is named."),
    )
    parser.add_argument("--version", action="version", version=f"factbox {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", prog="factbox")
    _add_measure(verbs)
    _add_check(verbs)
    _add_self_check(verbs)
    return parser


def _add_measure(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    measure = verbs.add_parser("measure", help=_("print the facts of files"))
    measure.add_argument("files", nargs="+", metavar="FILE", help=_("a text; - reads standard input"))
    measure.add_argument("--json", action="store_true", help=_("print one JSON object a line for each file"))
    _add_formula(measure)
    measure.set_defaults(run=_measure)
    measure.add_argument("--ignore-capitals", action="store_true", help=_("take The and the for one type"))
    _add_fragments(measure)


def _add_check(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = verbs.add_parser(
        "check",
        help=_("tell how far files are from a goal"),
        description=_("Tells the Level of each file and how far it is from the goal."),
        epilog=_(
            "For example:\n"
            "  factbox check lesson.txt story.txt --goal “grade 5”\n"
            "prints\n"
            "  lesson.txt: Level 5.3, likely 3 to 8. Within the goal (Grade 5 ± 0.5).\n"
            "  story.txt: Level 7.1, likely 4 to 10. 2.1 above the goal (Grade 5 ± 0.5).\n"
            "and ends with status 1, for one text misses the goal. With status 0 all are within it.\n"
            "Other goals: --goal “age 10 ± 1”, --goal B1, --goal “6.5 within 0.3”."
        ).translate(_STRAIGHT),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.set_defaults(run=_check)
    check.add_argument("files", nargs="+", metavar="FILE", help=_("a text; - reads standard input"))
    check.add_argument("--goal", type=_goal, required=True, help=_("a grade, an age, a CEFR level or a figure"))
    check.add_argument("--json", action="store_true", help=_("print one JSON object a line for each file"))
    _add_formula(check)
    _add_fragments(check)


def _add_self_check(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    trial = verbs.add_parser(
        "self-check",
        help=_("try whether the installation is whole"),
        description=_(
            "Tries every part of the program, and changes nothing. The status is 1 where one is missing."
        ),
    )
    trial.set_defaults(run=_self_check)
    trial.add_argument("--no-window", action="store_true", help=_("leave the window out"))
    trial.add_argument("--picture", type=Path, metavar="FILE", help=_("save a picture of the window (.png)"))


def _self_check(options: argparse.Namespace) -> int:
    run = importlib.import_module("factbox.selfcheck").main
    return int(run(options.picture, with_window=not options.no_window))


def _add_formula(verb: argparse.ArgumentParser) -> None:
    keys = grades()
    help_ = _("the formula of the Level: {keys}; {default} if none is named")
    verb.add_argument(
        "--formula",
        choices=keys,
        default=DEFAULT,
        metavar="KEY",
        help=help_.format(keys=", ".join(keys), default=DEFAULT),
    )


def _add_fragments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--count-fragments", action="store_true", help=_("count headings and items as sentences"))


def _measured(name: str, counting: Counting, *, every: bool = False) -> tuple[Report | None, str | None]:
    try:
        document = _read(name)
        return settle(document.blocks, document.language, counting, every=every), None
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
