"""The verb `batch`: measures many files and makes a table of them."""

import contextlib
import os
import signal
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import IO, Self

from factbox import formats
from factbox.batch.columns import Column, columns
from factbox.batch.finding import Found, find
from factbox.batch.pace import Pace
from factbox.batch.row import Order, Row
from factbox.batch.running import run, usual_jobs
from factbox.batch.sheets import SHEETS, CsvSheet, Sheet
from factbox.batch.table import is_table
from factbox.formats import in_words
from factbox.formats.base import FormatError
from factbox.metrics.report import Counting
from factbox.translation import N_, _, named, ngettext
from factbox.verbs.base import Verb, add_formula, add_fragments, scores, speak_to_programs
from factbox.verbs.inputs import STANDARD_INPUT, measured
from factbox.verbs.shells import KEYS

# Seconds between two changes of the progress, which nobody reads faster.
_BEAT = 0.2
# What asks to stop; the exit status is that of a program which it has ended.
_STOPS = (signal.SIGINT, signal.SIGTERM)
_ENDED_BY = 128


def _declare(parser: ArgumentParser) -> None:
    help_ = _("a text, or a folder with texts in it and below it; - reads standard input")
    parser.add_argument("paths", nargs="+", metavar="PATH", help=help_)
    add_formula(parser)
    help_ = _("figures of other formulas too, parted by commas; all for every one")
    parser.add_argument("--scores", type=scores, default=(), metavar=KEYS, help=help_)
    help_ = _("what the table is; by the ending of -o if it is not said, and csv without either")
    parser.add_argument("--format", choices=tuple(SHEETS), help=help_)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=_("where to; else standard output"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))
    help_ = _("how many processes work at once; {n} if it is not said").format(n=usual_jobs())
    parser.add_argument("--jobs", type=_jobs, metavar="N", help=help_)
    parser.add_argument("--ignore-capitals", action="store_true", help=_("take The and the for one type"))
    add_fragments(parser)


def _run(options: Namespace) -> int:
    output: Path | None = options.output
    form = options.format or (output.suffix[1:].lower() if output else "csv")
    if form not in SHEETS:
        _tell(_("Say what the table is to be: --format {forms}.").format(forms=", ".join(SHEETS)))
        return 2
    if form == "json":
        speak_to_programs()
    # Who says so writes over an earlier table, which is no text then; a text never gives way.
    earlier = [output] if output and options.force and (form != "html" or is_table(output)) else []
    found = find(options.paths, earlier)
    refusal = _refusal(output, found, force=options.force)
    if refusal is not None:
        sentence, status = refusal
        _tell(sentence)
        return status
    if form == "xlsx" and output is None and sys.stdout.isatty():
        _tell(_("A terminal shows no workbook. Say where to: -o FILE, or > FILE."))
        return 2
    counting = Counting(options.formula, options.ignore_capitals, options.count_fragments)
    order = Order(counting, options.scores)
    # Before anything is opened: it may take until somebody has typed it.
    piped = _piped(order) if STANDARD_INPUT in found.files else None
    progress, failed = _Progress(len(found.unread) + len(found.files)), 0
    try:
        with _opened(output) as file, _Interrupt() as interrupt:
            sheet = _sheet(form, file, columns(order), is_piped=output is None)
            try:
                with contextlib.closing(_rows(found, order, options.jobs, piped, interrupt)) as rows:
                    for row in rows:
                        failed += row.error is not None
                        sheet.add(row)
                        progress.step()
            finally:
                progress.end()
            sheet.close()
    except FormatError as error:
        _tell(named(str(output), str(error)))
        return 1
    if failed:
        told = ngettext("{n} file could not be read", "{n} files could not be read", failed)
        _tell(_("{files}; the table says why.").format(files=told))
    if progress.is_whole:
        return int(bool(failed))
    _tell(_("Stopped: the table has what was measured until then."))
    return _ENDED_BY + interrupt.heard


def _sheet(form: str, file: IO[bytes], heads: Sequence[Column], *, is_piped: bool) -> Sheet:
    if is_piped and form == "csv":
        # Programs take the mark for letters, which spreadsheets need.
        return CsvSheet(file, heads, is_marked=False)
    return SHEETS[form](file, heads)


def _rows(
    found: Found, order: Order, jobs: int | None, piped: Row | None, stopped: Callable[[], bool]
) -> Generator[Row, None, None]:
    """Give a row for each folder that could not be looked into and for each text, until it is stopped."""
    for path, error in found.unread:
        yield Row(path, error=error, formula=order.counting.formula)
    files = [name for name in found.files if name != STANDARD_INPUT]
    with contextlib.closing(run(files, order, jobs, stopped=stopped)) as coming:
        for name in found.files:
            row = piped if name == STANDARD_INPUT else next(coming, None)
            if row is None:
                return
            yield row


def _piped(order: Order) -> Row:
    """Measure standard input, which no other process can read."""
    report, error = measured(STANDARD_INPUT, order.counting, every=order.every)
    if report is None:
        return Row(STANDARD_INPUT, error=error, formula=order.counting.formula)
    return Row.told(STANDARD_INPUT, report, order.scores)


def _refusal(output: Path | None, found: Found, *, force: bool) -> tuple[str, int] | None:
    """Give why there will be no table, and the exit status; None where there will be one."""
    if output and any(formats.is_same(output, Path(each)) for each in found.files):
        sentence = _("{name} is one of the texts. Write to another file, or say --force if it is a table.")
        return sentence.format(name=output), 2
    if output and not force and output.exists() and output.stat().st_size:
        return _("{name} is there already. With --force it is written over.").format(name=output), 2
    if found.unread or any(each == STANDARD_INPUT or os.path.lexists(each) for each in found.files):
        return None
    for each in found.files:
        try:
            with in_words():
                os.lstat(each)
        except FormatError as error:
            return named(each, str(error)), 1
    return _("There is no text in there."), 1


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    with in_words(), output.open("wb") as file:
        yield file


class _Interrupt:
    """Ctrl+C, or a system that ends the program: it is heard between two rows, so that none is half written.

    A second one ends the work at once.
    """

    def __enter__(self) -> Self:
        self.heard = 0
        self._before = {number: signal.signal(number, self._hear) for number in _STOPS}
        return self

    def __exit__(self, *_error: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def __call__(self) -> bool:
        """Tell whether it was heard."""
        return self.heard > 0

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self.heard = number
        self.__exit__()


class _Progress:
    """Tells on the terminal how far it is, in one line that changes; says nothing where nobody looks."""

    def __init__(self, total: int) -> None:
        self._pace = Pace(total)
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._told = 0.0

    def step(self) -> None:
        """Tell that one more is done."""
        self._pace.step()
        now = time.monotonic()
        if self._shown and now - self._told > _BEAT:
            self._told = now
            print(f"\r{self._pace.text}\x1b[K", end="", file=sys.stderr, flush=True)

    @property
    def is_whole(self) -> bool:
        """Whether everything is done."""
        return self._pace.done == self._pace.total

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError(_("say how many, from 1 to 256"))
    return int(text)


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


VERB = Verb(
    N_("measure many files and make a table"),
    N_("Measures files and all texts in folders, in several processes, and writes a row for each as it comes."),
    N_(
        "For example:\n"
        "  factbox batch lessons -o lessons.xlsx\n"
        "      all texts in the folder lessons and below, as a workbook\n"
        "  factbox batch lessons readers --scores calibrated,smog -o table.html\n"
        "      two folders with two more formulas, as a page that sorts itself by a click\n"
        "  factbox batch . --format json | jq -r “select(.level > 8) | .path”\n"
        "      the names of the hard ones\n"
        "  fetch-news | factbox batch - lessons\n"
        "      what comes through a pipe as the first row, before the texts of a folder\n"
        "Ctrl+C ends it, and the table keeps what is there. The exit status is 1 when a file could not be read:\n"
        "its row says why."
    ),
    _declare,
    _run,
)
