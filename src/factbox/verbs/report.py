"""The verb `report`: writes all that is known of one text."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from factbox import formats
from factbox.dossier.composing import compose
from factbox.dossier.parts import Dossier
from factbox.dossier.webpage import html
from factbox.dossier.word import docx
from factbox.formats import FormatError
from factbox.formats.besides import COST
from factbox.metrics.report import Counting
from factbox.translation import N_, _, named
from factbox.verbs import paper
from factbox.verbs.base import Verb, add_formula, add_fragments, add_goal
from factbox.verbs.inputs import STANDARD_INPUT, read


def _docx(told: Dossier) -> bytes:
    try:
        return docx(told, paper.png)
    except FormatError as error:
        # Everything but the pictures is there without Qt.
        return docx(told.in_words(str(error)), paper.png)


_WRITERS: Mapping[str, Callable[[Dossier], bytes]] = MappingProxyType(
    {".html": html, ".docx": _docx, ".pdf": paper.dossier}
)


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("a text; - reads standard input"))
    help_ = _("where to; its ending says what it becomes: {forms}").format(forms=", ".join(_WRITERS))
    parser.add_argument("-o", "--output", type=_output, required=True, metavar="FILE", help=help_)
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))
    add_goal(parser, required=False)
    add_formula(parser)
    add_fragments(parser)


def _run(options: Namespace) -> int:
    output: Path = options.output
    is_piped = options.file == STANDARD_INPUT
    if not is_piped and formats.is_same(output, Path(options.file)):
        print(_("That is the text itself. Write the report to another file."), file=sys.stderr, flush=True)
        return 2
    if not options.force and output.exists() and output.stat().st_size:
        sentence = _("{name} is there already. With --force it is written over.")
        print(sentence.format(name=output), file=sys.stderr, flush=True)
        return 2
    try:
        document = read(options.file)
        dossier = compose(
            _("Standard input") if is_piped else Path(options.file).name,
            document.blocks,
            document.language,
            Counting(options.formula, fragments=options.count_fragments),
            options.goal,
            losses=tuple(each for each in document.losses if each != _(COST)),
        )
    except FormatError as error:
        print(named(options.file, str(error)), file=sys.stderr, flush=True)
        return 1
    try:
        formats.write_bytes(_WRITERS[output.suffix.lower()](dossier), output)
    except FormatError as error:
        print(named(str(output), str(error)), file=sys.stderr, flush=True)
        return 1
    return 0


def _output(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _WRITERS:
        raise ArgumentTypeError(_("its ending must be one of {forms}").format(forms=", ".join(_WRITERS)))
    return path


VERB = Verb(
    N_("write a report of one text"),
    N_("Writes the facts, all formulas, the hard sentences and words and the vocabulary of a text into one file."),
    N_(
        "For example:\n"
        "  factbox report story.txt -o story.html\n"
        "      a page for a browser, in one file\n"
        "  factbox report lesson.docx --goal “grade 5” -o lesson.pdf\n"
        "      the same on paper, with the distance from a goal\n"
        "  factbox report story.odt --formula calibrated -o story.docx\n"
        "      by another formula, for a word processor"
    ),
    _declare,
    _run,
)
