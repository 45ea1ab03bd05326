"""The verb `self-check`: tries whether the installation is whole."""

import importlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from factbox.translation import N_, _
from factbox.verbs.base import Verb


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("--no-window", action="store_true", help=_("leave the window out"))
    parser.add_argument("--picture", type=Path, metavar="FILE", help=_("save a picture of the window (.png)"))


def _run(options: Namespace) -> int:
    # It tries the window too, which the command line does without.
    run = importlib.import_module("factbox.selfcheck").main
    return int(run(options.picture, with_window=not options.no_window))


VERB = Verb(
    N_("try whether the installation is whole"),
    N_("Tries every part of the program, and changes nothing. The status is 1 where one is missing."),
    N_(
        "For example:\n"
        "  factbox self-check\n"
        "      every part, with the window\n"
        "  factbox self-check --no-window\n"
        "      where there is no screen"
    ),
    _declare,
    _run,
)
