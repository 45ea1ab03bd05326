"""The verb `batch`: measures many files and makes a table of them."""

import contextlib
import os
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from factbox.batch.columns import columns
from factbox.batch.finding import Found, find
from factbox.batch.pace import Pace
from factbox.batch.row import Order, Row
from factbox.batch.running import run, usual_jobs
from factbox.batch.sheets import SHEETS
from factbox.formats import in_words
from factbox.formats.base import FormatError
from factbox.metrics.report import Counting
from factbox.translation import N_, _, ngettext
from factbox.verbs.base import Verb, add_formula, add_fragments, scores

# Seconds between two changes of the progress, which nobody reads faster.
_BEAT = 0.2
_INTERRUPTED = 130


def _declare(parser: ArgumentParser) -> None:
    help_ = _("a text, or a folder with texts in it and below it")
    parser.add_argument("paths", nargs="+", metavar="PATH", help=help_)
    add_formula(parser)
    help_ = _("figures of other formulas too, parted by commas; all for every one")
    parser.add_argument("--scores", type=scores, default=(), metavar="KEY,KEY", help=help_)
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
    # Who says so writes over an earlier table, which is no text then; a text that is named never gives way.
    found = find(options.paths, [output] if output and options.force else [])
    refusal = _refusal(output, found, force=options.force)
    if refusal is not None:
        sentence, status = refusal
        _tell(sentence)
        return status
    counting = Counting(options.formula, options.ignore_capitals, options.count_fragments)
    order = Order(counting, options.scores)
    progress = _Progress(len(found.files))
    failed, status = 0, 0
    try:
        with _opened(output) as file:
            sheet = SHEETS[form](file, columns(order))
            rows = run(found.files, order, options.jobs)
            try:
                for path, error in found.unread:
                    failed += 1
                    sheet.add(Row(path, error=error, formula=counting.formula))
                for row in rows:
                    failed += row.error is not None
                    sheet.add(row)
                    progress.step()
            except KeyboardInterrupt:
                status = _INTERRUPTED
            finally:
                progress.end()
                rows.close()
            sheet.close()
    except FormatError as error:
        _tell(f"{output}: {error}")
        return 1
    if failed:
        told = ngettext("{n} file could not be read", "{n} files could not be read", failed)
        _tell(_("{files}; the table says why.").format(files=told))
    if status:
        _tell(_("Stopped: the table has what was measured until then."))
    return status or int(bool(failed))


def _refusal(output: Path | None, found: Found, *, force: bool) -> tuple[str, int] | None:
    """Give why there will be no table, and the exit status; None where there will be one."""
    if output and _is_among(output, found.files):
        return _("{name} is one of the texts. Write the table to another file.").format(name=output), 2
    if output and not force and output.exists() and output.stat().st_size:
        return _("{name} is there already. With --force it is written over.").format(name=output), 2
    if not found.unread and not any(Path(each).exists() for each in found.files):
        return _("There is no text in there."), 1
    return None


def _is_among(output: Path, files: Iterable[str]) -> bool:
    """Tell whether a file is one of some others, by whatever name."""
    if not output.exists():
        return False
    own = output.stat()
    with contextlib.suppress(OSError):
        return any(os.path.samestat(own, Path(each).stat()) for each in files if Path(each).exists())
    return False


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    with in_words(), output.open("wb") as file:
        yield file


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
        "Ctrl+C ends it, and the table keeps what is there. The exit status is 1 when a file could not be read:\n"
        "its row says why."
    ),
    _declare,
    _run,
)
