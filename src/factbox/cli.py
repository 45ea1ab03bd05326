"""The command line: it finds the verb that is wanted, and lets it run."""

import argparse
import importlib
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from factbox import __version__, resources
from factbox.translation import _

# Each is a module of `factbox.verbs`, with _ for -.
VERBS = ("measure", "check", "batch", "report", "convert", "schema", "completion", "self-check")


def wants(arguments: Sequence[str]) -> bool:
    """Tell whether arguments are for the command line, not for the window."""
    return bool(arguments) and (arguments[0] in VERBS or arguments[0].startswith("-"))


def main(arguments: Sequence[str]) -> int:
    """Run a verb of the command line; give the exit status, 1 when an input failed or nobody takes the output."""
    # What a file holds may be more than the terminal's encoding has.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # A verb is imported when it is wanted, and all of them only for whoever asks what there is.
    is_known = bool(arguments) and arguments[0] in VERBS
    options = parser(arguments[:1] if is_known else VERBS).parse_args(arguments)
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


def show(names: Sequence[str]) -> int:
    """Print the Fact Box of files, or of the example, for want of a screen to show them on."""
    if names:
        print(_("There is no display, so no window can open. This is the Fact Box of the text:\n"), flush=True)
        return main(["measure", *names])
    print(_("There is no display, so no window can open. This is the Fact Box of the example text:\n"), flush=True)
    return main(["measure", *map(str, sorted(resources.path("examples").glob("*.md")))])


def parser(names: Iterable[str] = VERBS) -> argparse.ArgumentParser:
    """Make the parser of the command line, with these verbs."""
    made = argparse.ArgumentParser(
        prog="factbox",
        usage="factbox [FILE...]\n       factbox VERB [--help] ...",
        description=_("A reading-level editor. Without a verb it opens its window, with FILE if one is named."),
        epilog=_("factbox VERB --help tells all about a verb, with examples."),
    )
    made.add_argument("--version", action="version", version=f"factbox {__version__}")
    # One verb tells of all the others.
    made.set_defaults(every=parser)
    verbs = made.add_subparsers(dest="verb", required=True, metavar="VERB", prog="factbox", title=_("verbs"))
    for name in names:
        module: Any = importlib.import_module(f"factbox.verbs.{name.replace('-', '_')}")
        module.VERB.join(verbs, name)
    return made
