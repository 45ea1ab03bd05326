"""The command line: it finds the verb that is wanted, and lets it run."""

import argparse
import importlib
import os
import sys
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from factbox import __version__, resources
from factbox.translation import _
from factbox.verbs.phrases import Wrapped, phrase, translate_argparse

# Each is a module of `factbox.verbs`, with _ for -.
VERBS = ("measure", "check", "batch", "report", "convert", "schema", "completion", "self-check")


# How much of a word must be like that of a verb, from 0 to 1: one letter too many, too few or another one.
_LIKENESS = 0.75
# What stands behind it is no option.
_DASHES = "--"


def wants(arguments: Sequence[str]) -> bool:
    """Tell whether arguments are for the command line; the window takes the names of files, and nothing else."""
    if not arguments:
        return False
    return arguments[0] in VERBS or bool(_options(arguments)) or _meant(arguments[0]) is not None


def files(arguments: Sequence[str]) -> list[str]:
    """Give the files that arguments for the window name."""
    dashes = arguments.index(_DASHES) if _DASHES in arguments else len(arguments)
    return [*arguments[:dashes], *arguments[dashes + 1 :]]


def main(arguments: Sequence[str]) -> int:
    """Run a verb of the command line; give the exit status, 1 when an input failed or nobody takes the output."""
    # What a file holds may be more than the terminal's encoding has.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # A verb is imported when it is wanted, and all of them only for whoever asks what there is.
    translate_argparse()
    if not arguments or arguments[0] not in VERBS:
        return _stray(arguments)
    options = parser(arguments[:1]).parse_args(arguments)
    try:
        status: int = options.run(options)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        # The reader has gone, or the disk is full. Python would say so once more at the end.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # open until the end
        if not isinstance(error, BrokenPipeError):
            print(error.strerror, file=sys.stderr)
        return 1
    return status


def _stray(arguments: Sequence[str]) -> int:
    """Answer what names no verb: help and version end here, and all else is told of as a mistake."""
    made = parser()
    verb = _meant(arguments[0]) if arguments else None
    if verb is not None:
        sentence = _("there is no verb and no file “{word}”. Did you mean {verb}?")
        made.error(sentence.format(word=arguments[0], verb=verb))
    made.parse_args(_options(arguments))
    made.error(phrase("the following arguments are required: %s") % "VERB")


def _options(arguments: Sequence[str]) -> list[str]:
    return [each for each in takewhile(lambda each: each != _DASHES, arguments) if each.startswith("-")]


def _meant(word: str) -> str | None:
    """Give the verb that somebody meant who has mistyped it; None for the name of a file."""
    if word in VERBS or not word.replace("-", "").isalpha() or os.path.lexists(word):
        return None
    return next(
        iter(importlib.import_module("difflib").get_close_matches(word.lower(), VERBS, 1, _LIKENESS)), None
    )


def show(names: Sequence[str]) -> int:
    """Print the Fact Box of files, or of the example, for want of a screen to show them on."""
    if names:
        print(_("There is no display, so no window can open. This is the Fact Box of the text:\n"), flush=True)
        return main(["measure", _DASHES, *names])
    print(_("There is no display, so no window can open. This is the Fact Box of the example text:\n"), flush=True)
    return main(["measure", *map(str, sorted(resources.path("examples").glob("*.md")))])


def parser(names: Iterable[str] = VERBS) -> argparse.ArgumentParser:
    """Make the parser of the command line, with these verbs."""
    made = argparse.ArgumentParser(
        prog="factbox",
        usage=f"factbox [FILE...]\n{' ' * len(phrase('usage: '))}factbox VERB [--help] ...",
        description=_("A reading-level editor. Without a verb it opens its window, with FILE if one is named."),
        formatter_class=Wrapped,
        epilog=_("factbox VERB --help tells all about a verb, with examples."),
    )
    made.add_argument(
        "--version", action="version", version=f"factbox {__version__}", help=_("print the version and exit")
    )
    # One verb tells of all the others.
    made.set_defaults(every=parser)
    verbs = made.add_subparsers(dest="verb", metavar="VERB", prog="factbox", title=_("verbs"))
    for name in names:
        module: Any = importlib.import_module(f"factbox.verbs.{name.replace('-', '_')}")
        module.VERB.join(verbs, name)
    return made
