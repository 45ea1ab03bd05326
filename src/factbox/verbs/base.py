"""What a verb is, and the arguments that several verbs have."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Goal, read_goal
from factbox.metrics.levels import DEFAULT, grades
from factbox.translation import _, speak
from factbox.verbs.phrases import AsWritten

# What a shell takes for quotes.
_STRAIGHT = str.maketrans("“”", '""')


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the command line.

    Attributes:
        help: What it does, in a few words.
        description: The same in a sentence or two.
        examples: Commands that work as they stand, with what they do.
        declare: Gives a parser its arguments.
        run: Does it; gives the exit status.
    """

    help: str
    description: str
    examples: str
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]

    def join(self, verbs: "argparse._SubParsersAction[ArgumentParser]", name: str) -> None:
        """Become one of the verbs of a parser."""
        parser = verbs.add_parser(
            name,
            help=_(self.help),
            description=_(self.description),
            epilog=_(self.examples).translate(_STRAIGHT),
            formatter_class=AsWritten,
        )
        self.declare(parser)
        parser.set_defaults(run=self.run)


def add_files(parser: ArgumentParser) -> None:
    """Let a verb take files, or standard input."""
    parser.add_argument("files", nargs="+", metavar="FILE", help=_("a text; - reads standard input"))


def add_json(parser: ArgumentParser) -> None:
    """Let a verb print JSON."""
    help_ = _("print one JSON object a line for each file; factbox schema describes it")
    parser.add_argument("--json", action="store_true", help=help_)


def speak_to_programs() -> None:
    """Speak English from now on: what programs read must not depend on who starts them."""
    speak(["en"])


def add_formula(parser: ArgumentParser) -> None:
    """Let a verb judge by another formula."""
    keys = grades()
    help_ = _("the formula of the Level: {keys}; {default} if none is named")
    parser.add_argument(
        "--formula",
        choices=keys,
        default=DEFAULT,
        metavar="KEY",
        help=help_.format(keys=", ".join(keys), default=DEFAULT),
    )


def add_fragments(parser: ArgumentParser) -> None:
    """Let a verb count fragments in."""
    parser.add_argument("--count-fragments", action="store_true", help=_("count headings and items as sentences"))


def add_goal(parser: ArgumentParser, *, required: bool) -> None:
    """Let a verb take a goal."""
    help_ = _("a grade, an age, a CEFR level or a figure")
    parser.add_argument("--goal", type=_goal, required=required, metavar="GOAL", help=help_)


def scores(text: str) -> tuple[str, ...]:
    """Read the keys of formulas, parted by commas, or `all`."""
    if text.strip() == "all":
        return tuple(FORMULAS)
    keys = tuple(dict.fromkeys(key.strip() for key in text.split(",") if key.strip()))
    unknown = next((key for key in keys if key not in FORMULAS), None)
    if unknown is not None:
        sentence = _("there is no formula “{key}”. There are: {keys}, or all.")
        raise argparse.ArgumentTypeError(sentence.format(key=unknown, keys=", ".join(FORMULAS)))
    return keys


def _goal(text: str) -> Goal:
    try:
        return read_goal(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
