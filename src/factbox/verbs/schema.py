"""The verb `schema`: prints the JSON Schema of what other verbs print."""

from argparse import ArgumentParser, Namespace

from factbox import resources
from factbox.translation import N_, _
from factbox.verbs.base import Verb

NAMES = ("measure", "check", "batch")


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", choices=NAMES, default=NAMES[0], help=_("of which verb; measure if none")
    )


def _run(options: Namespace) -> int:
    print(resources.path(f"schema/{options.name}.json").read_text("utf-8"), end="", flush=True)
    return 0


VERB = Verb(
    N_("print the JSON Schema of what measure, check and batch print"),
    N_("Prints the JSON Schema (draft 2020-12) of one line of JSON, with what each key means."),
    N_(
        "For example:\n"
        "  factbox schema\n"
        "      what a line of factbox measure --json holds\n"
        "  factbox schema check > check.json\n"
        "      the same for factbox check --json, for a validator or a generator of types"
    ),
    _declare,
    _run,
)
