"""The verb `measure`: prints the facts of files."""

from argparse import ArgumentParser, Namespace

from factbox.batch.row import Row
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import about
from factbox.metrics.report import Counting, Report
from factbox.translation import N_, _, in_turn, named
from factbox.verbs.base import Verb, add_files, add_formula, add_fragments, add_json, speak_to_programs
from factbox.verbs.inputs import measured


def _declare(parser: ArgumentParser) -> None:
    add_files(parser)
    add_json(parser)
    add_formula(parser)
    parser.add_argument("--ignore-capitals", action="store_true", help=_("take The and the for one type"))
    add_fragments(parser)


def _run(options: Namespace) -> int:
    if options.json:
        speak_to_programs()
    counting = Counting(options.formula, options.ignore_capitals, options.count_fragments)
    failed = False
    for name in options.files:
        # Only JSON tells the scores of all formulas.
        report, error = measured(name, counting, every=options.json)
        failed = failed or error is not None
        if not options.json:
            print(_text(name, report, error), flush=True)
        elif report is None:
            print(Row(name, error=error, formula=counting.formula).as_json(), flush=True)
        else:
            print(Row.told(name, report, tuple(FORMULAS)).as_json(), flush=True)
    return int(failed)


def _text(name: str, report: Report | None, error: str | None) -> str:
    if report is None:
        return f"{name}\n  {error}\n"
    lines = [named(fact.label, fact.text) for fact in report.facts]
    cefr = named(_("CEFR"), about(report.level)) if report.level is not None else ""
    remarks = [in_turn(report.headline, report.remark), cefr, report.summary]
    return "\n  ".join([name, *lines, *filter(None, remarks)]) + "\n"


VERB = Verb(
    N_("print the facts of files"),
    N_("Prints the Fact Box of each file: its Level with its band, its Tokens, its Types and their ratio."),
    N_(
        "For example:\n"
        "  factbox measure story.txt\n"
        "      the Fact Box of one text\n"
        "  cat story.txt | factbox measure -\n"
        "      that of what comes through a pipe\n"
        "  factbox measure --json *.docx | jq -r “[.path, .level] | @tsv”\n"
        "      the Levels of many documents as a table\n"
        "The exit status is 1 when a file could not be read. For whole folders there is factbox batch."
    ),
    _declare,
    _run,
)
