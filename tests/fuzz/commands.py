"""The command line with any arguments: an exit status, what is wrong in words, and never a traceback.

Each try is a command of its own kind: verbs, options and values put together by chance, files that are whole,
damaged or nowhere, and things that nobody would type.
"""

import contextlib
import io
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from factbox import cli
from factbox.formats import FORMATS
from factbox.metrics.formulas import FORMULAS
from fuzz.counting import any_text
from fuzz.mutating import mutated
from fuzz.readers import samples
from fuzz.registry import FUZZES
from fuzz.watching import kept_if_failed, within

_PATIENCE = 120.0
# What looks at the installation, not at what somebody types, has its own tests.
_VERBS = [verb for verb in cli.VERBS if verb != "self-check"]
_OPTIONS = (
    "--json --formula --ignore-capitals --count-fragments --goal --format -o --output --scores --jobs --force "
    "--to --help --version -h -- --j --nothing"
).split()
_WORDS = (
    "all|grade 5|age 10 ± 1|B1|grade -1|grade ٣|A1 ± 99|csv|xlsx|html|json|docx|odt|md|txt|factbox|pdf|rtf|1|0|-1"
    "|99999999999|nan|| |-|.|..|bash|zsh|measure|batch|\udcff|😀|a,b,,c|flesch_kincaid,smog|a\x00b|{n}|%s|out.html"
    "|out.docx|out.pdf|out.csv|out.xlsx|out.json|new/out.txt|nowhere.txt|con|*"
).split("|")
_VALUES = (*FORMULAS, *_WORDS, "x" * 300)


def _files(folder: Path, dice: random.Random) -> list[str]:
    names = []
    for its in dice.sample(FORMATS, 4):
        data = dice.choice(samples(its.key))
        for name, held in (("whole", data), ("damaged", mutated(data, data, dice))):
            path = folder / f"{name}{its.suffixes[0]}"
            path.write_bytes(held)
            names.append(path.name)
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text("The boats came in late. " * 9, "utf-8")
    return [*names, "texts", "nowhere.txt"]


# What each verb takes, and values for it.
_FORMULA, _GOAL = ("--formula", *FORMULAS), ("--goal", "grade 5", "age 10 ± 1", "B1", "CEFR C2", "grade 99")
_OUTS = tuple(f"out.{ending}" for ending in ("csv", "xlsx", "html", "json", "docx", "pdf", "txt", "x"))
_TAKEN: dict[str, tuple[tuple[str, ...], ...]] = {
    "measure": (_FORMULA, ("--json",), ("--ignore-capitals",), ("--count-fragments",)),
    "check": (_GOAL, _GOAL, _GOAL, _FORMULA, ("--json",)),
    "batch": (
        _FORMULA,
        ("--format", "csv", "html", "json"),
        ("-o", *_OUTS),
        ("--scores", "all", "smog"),
        ("--force",),
    ),
    "report": (_GOAL, _FORMULA, ("-o", *_OUTS), ("-o", *_OUTS)),
    "convert": (
        ("--to", "docx", "odt", "html", "md", "txt", "factbox", "pdf", "rtf"),
        ("-o", "new"),
        ("--force",),
    ),
    "schema": (("measure",), ("check",), ("batch",)),
    "completion": (("bash",), ("zsh",), ("fish",)),
}


def _sensible(files: list[str], dice: random.Random) -> list[str]:
    verb = dice.choice(list(_TAKEN))
    arguments = [verb]
    if verb not in {"schema", "completion"}:
        arguments += dice.sample(files, 1 if verb == "report" else dice.randrange(1, 4))
    for option, *values in dice.sample(_TAKEN[verb], dice.randrange(1, len(_TAKEN[verb]) + 1)):
        arguments += [option, dice.choice(values)] if values else [option]
    return arguments


def _arguments(files: list[str], dice: random.Random) -> list[str]:
    arguments = [dice.choice(_VERBS)] if dice.random() < 0.9 else []
    for _turn in range(dice.choice((0, 1, 2, 4, 9))):
        match dice.randrange(4):
            case 0 | 1:
                arguments.append(dice.choice(files))
            case 2:
                arguments.append(dice.choice(_OPTIONS))
                if dice.random() < 0.7:
                    arguments.append(dice.choice(_VALUES))
            case _:
                arguments.append(dice.choice(_VALUES))
    return arguments


@contextlib.contextmanager
def _terminal(folder: Path, held: bytes) -> Iterator[io.StringIO]:
    """Be in a folder, with something on standard input; give what the command writes as its errors."""
    before, stdin = Path.cwd(), sys.stdin
    os.chdir(folder)
    sys.stdin = io.TextIOWrapper(io.BytesIO(held), "utf-8")
    errors = io.StringIO()
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    try:
        with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(out):
            yield errors
    finally:
        sys.stdin = stdin
        os.chdir(before)


@FUZZES.declare("command line", tries=600, few=6)
def command(number: int, folder: Path) -> str:
    """Run one command."""
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    place = folder / "place"
    place.mkdir()
    arguments = dice.choice((_sensible, _arguments))(_files(place, dice), dice)
    if arguments[:1] == ["batch"]:
        # Processes cost a second each: one is as good as many here.
        arguments += ["--jobs", "1"]
    held = any_text(dice).encode("utf-8", "surrogatepass")
    shown = "\n".join(arguments).encode("utf-8", "surrogatepass")
    with kept_if_failed("command", number, shown, ".txt"), within(_PATIENCE), _terminal(place, held) as errors:
        try:
            status = cli.main(arguments)
        except SystemExit as end:
            # As argparse ends.
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
    told = errors.getvalue()
    assert status in {0, 1, 2}, f"{arguments} ended with {status}"
    assert "Traceback" not in told, f"{arguments}: {told.splitlines()[-1]}"
    assert status != 2 or told.strip(), f"{arguments} is refused without a word"
    outside = sorted(each.name for each in folder.iterdir() if each.name not in {"place", "home"})
    assert not outside, f"{arguments} has written outside: {outside}"
    return f"status {status}"
