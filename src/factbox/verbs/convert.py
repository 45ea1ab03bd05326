"""The verb `convert`: writes texts in another form, and says what that form cannot hold."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factbox import formats
from factbox.document import Document
from factbox.formats import FORMATS, FormatError
from factbox.formats.besides import COST
from factbox.translation import N_, _, named, ngettext
from factbox.verbs import paper
from factbox.verbs.base import Verb
from factbox.verbs.inputs import STANDARD_INPUT, read

_FORMS = {each.suffixes[0][1:]: each for each in FORMATS if each.write is not None}
# What a terminal can show.
_LETTERS = frozenset({"txt", "md", "html"})


def _declare(parser: ArgumentParser) -> None:
    help_ = _("a text in any form that is read; - reads standard input")
    parser.add_argument("files", nargs="+", metavar="FILE", help=help_)
    parser.add_argument("--to", choices=(*_FORMS, "pdf"), required=True, help=_("the form to write"))
    help_ = _(
        "where to; it is made if it is not there. If it is not said, beside each file, and what came from "
        "standard input goes to standard output"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", help=help_)
    parser.add_argument("--force", action="store_true", help=_("write over files that are there"))


def _run(options: Namespace) -> int:
    failed = False
    made: set[Path] = set()
    is_piped = options.output is None and STANDARD_INPUT in options.files
    # What is written to standard output stands there alone.
    told = sys.stderr if is_piped else sys.stdout
    for name in options.files:
        source = Path("stdin" if name == STANDARD_INPUT else name)
        target = (options.output or source.parent) / f"{source.stem}.{options.to}"
        try:
            if is_piped and name == STANDARD_INPUT:
                losses = _pipe(options.to)
            else:
                losses = _convert(name, source, target, made, force=options.force)
                print(f"{name} → {target}", file=told, flush=True)
        except FormatError as error:
            failed = True
            print(named(name, str(error)), file=sys.stderr, flush=True)
            continue
        for loss in losses:
            print(f"  {loss}", file=told, flush=True)
    return int(failed)


def _pipe(form: str) -> Iterable[str]:
    """Write standard input to standard output in another form; give what was lost."""
    if form not in _LETTERS and sys.stdout.isatty():
        raise FormatError(_("A terminal shows no {form}. Say where to: -o FOLDER, or > FILE.").format(form=form))
    document = read(STANDARD_INPUT)
    sys.stdout.buffer.write(_written(document, form, _("Standard input")))
    sys.stdout.flush()
    return _losses(document, f".{form}")


def _convert(name: str, source: Path, target: Path, made: set[Path], *, force: bool) -> Iterable[str]:
    """Write a text in another form; give what was lost."""
    if formats.is_same(target, source):
        raise FormatError(_("It has that form already."))
    if target.absolute() in made:
        raise FormatError(_("Another of the files has become {name} already.").format(name=target))
    if target.exists() and not force:
        raise FormatError(_("{name} is there already. With --force it is written over.").format(name=target))
    document = read(name)
    data = _written(document, target.suffix[1:], source.stem)
    try:
        with formats.in_words():
            target.parent.mkdir(parents=True, exist_ok=True)
        formats.write_bytes(data, target)
    except FormatError as error:
        raise FormatError(named(str(target), str(error))) from error
    made.add(target.absolute())
    return _losses(document, target.suffix)


def _written(document: Document, form: str, title: str) -> bytes:
    if form == "pdf":
        return paper.pdf(document.blocks, title)
    write = _FORMS[form].write
    assert write is not None  # noqa: S101  # those that are only read are no forms to write
    # Every letter has a code in UTF-8.
    return write(replace(document, encoding="utf-8", newline="\n"))


def _losses(document: Document, suffix: str) -> Iterator[str]:
    yield from (each for each in document.losses if each != _(COST))
    if suffix == ".txt" and not all(block.is_plain for block in document.blocks):
        yield _("Headings, lists, bold type and links are plain text there.")
    work = document.work
    if work is not None and suffix != ".factbox":
        name = work.versions[work.current].name
        others = ngettext("{n} other version", "{n} other versions", len(work.versions) - 1)
        yield _("Only the version “{name}” is there, without the original and {others}.").format(
            name=name, others=others
        )


VERB = Verb(
    N_("write texts in another form"),
    N_("Writes each text in another form beside it or in a folder, and says what that form cannot hold."),
    N_(
        "For example:\n"
        "  factbox convert lesson.odt --to docx\n"
        "      lesson.docx, beside lesson.odt\n"
        "  factbox convert *.docx --to pdf -o handouts\n"
        "      a PDF of each document in the folder handouts\n"
        "  factbox convert reader.factbox --to txt\n"
        "      the version that was written last, as plain text\n"
        "  fetch-news | factbox convert - --to docx > news.docx\n"
        "      plain text that comes through a pipe, as a document\n"
        "No file is written over without --force. The exit status is 1 when a file could not be converted."
    ),
    _declare,
    _run,
)
