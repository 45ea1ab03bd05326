"""Plain text: its encodings, its line ends, and lines that were broken by hand inside a paragraph."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factbox.document import Block, Document
from factbox.formats.base import EncodingError, FormatError
from factbox.translation import _

# The encodings a text may have: name for people, codec, and the mark at the start of the file.
ENCODINGS = {
    "utf-8": ("UTF-8", "utf-8", b""),
    "utf-8-sig": ("UTF-8 with BOM", "utf-8", codecs.BOM_UTF8),
    "utf-16-le": ("UTF-16", "utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be": ("UTF-16, big end first", "utf-16-be", codecs.BOM_UTF16_BE),
    "cp1252": ("Windows-1252", "cp1252", b""),
}

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKER = re.compile(r"(?:[-–—*+•‣◦▪·]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))\s")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_PIECE = 65_536
_LONGEST_LINE = 120
_SHORTEST_WIDTH = 45


def read(data: bytes) -> Document:
    """Read a text file.

    Raises:
        FormatError: The bytes are no text in an encoding of `ENCODINGS`.
    """
    text, encoding, losses = decode(data)
    if len(_line_ends(text)) > 1:
        losses.append(_("Its line ends are of several kinds. Saving makes them alike."))
    blocks, joined = parse(text)
    if joined:
        losses.append(_("Its lines were broken inside paragraphs. Here they are joined, and stay so when saved."))
    return Document(blocks, encoding=encoding, newline=newline(text), losses=tuple(losses))


def newline(text: str) -> str:
    """Give the line end that most lines of a text have; LF where there is none."""
    ends = _line_ends(text)
    commonest = max(ends, key=ends.__getitem__, default="\n")
    return "\n" if commonest == "\u2029" else commonest


def decode(data: bytes) -> tuple[str, str, list[str]]:
    """Give the text of bytes, the name of their encoding, and what was lost on the way.

    Raises:
        FormatError: The bytes are no text in an encoding of `ENCODINGS`.
    """
    losses: list[str] = []
    encoding = _encoding(data)
    __, codec, mark = ENCODINGS[encoding]
    body = data.removeprefix(mark)
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        raise FormatError(
            _("This is no text in UTF-8, UTF-16 or Windows-1252. Save it as UTF-8 in the program that made it.")
        ) from error
    if "\x00" in text or _controls(text) > len(text) / 100:
        raise FormatError(_("This is no text file: it holds signs that only programs read."))
    if encoding == "cp1252" and not body.decode("utf-8", "ignore").isascii():
        losses.append(_("It is not quite UTF-8 and was read as Windows-1252: some letters may look wrong."))
    return text, encoding, losses


def write(document: Document) -> bytes:
    """Write a document as a text file, in its encoding and with its line ends.

    Raises:
        EncodingError: A character has no code in the document's encoding.
    """
    label, codec, mark = ENCODINGS[document.encoding]
    text = document.newline.join(block.text for block in document.blocks)
    try:
        return mark + text.encode(codec)
    except UnicodeEncodeError as error:
        character = text[error.start].encode("utf-8", "backslashreplace").decode()
        raise EncodingError(
            _("“{character}” cannot be written in {encoding}.").format(character=character, encoding=label)
        ) from error


def parse(text: str, *, short_lines: bool = False) -> tuple[tuple[Block, ...], bool]:
    """Make blocks of a text, one a line; give also whether lines broken by hand were joined.

    Args:
        text: The text.
        short_lines: Whether to join also short lines that are one sentence together. They may be verses: only
            where nobody will see the result.
    """
    lines = _lines(text)
    paragraphs = _paragraphs(lines, short_lines=short_lines)
    return tuple(map(Block, paragraphs)), len(paragraphs) < len(lines)


def as_typed(text: str) -> str:
    """Make of a text from elsewhere what somebody could have typed: no control signs, no lines broken by hand."""
    return "\n".join(_paragraphs(_lines(_CONTROL.sub("", text))))


def _lines(text: str) -> list[str]:
    for end in ("\r\n", "\r", "\u2029"):
        text = text.replace(end, "\n")
    return text.split("\n")


def _line_ends(text: str) -> Counter[str]:
    pairs = text.count("\r\n")
    ends = {"\r\n": pairs, "\n": text.count("\n") - pairs, "\r": text.count("\r") - pairs}
    return +Counter(ends | {"\u2029": text.count("\u2029")})


def _controls(text: str) -> int:
    """Count the signs that only programs read, in pieces that do not hold the window up."""
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    return sum(len(_CONTROL.findall(piece)) for piece in pieces)


def _encoding(data: bytes) -> str:
    """Tell the encoding by the mark at the start, by what decodes, and by where a UTF-16 text has its zeros."""
    for name, (__, __, mark) in ENCODINGS.items():
        if mark and data.startswith(mark) and not data.startswith(codecs.BOM_UTF32_LE):
            return name
    if len(data) % 2 == 0:
        even, odd = data[::2].count(0), data[1::2].count(0)
        if odd > len(data) / 4 and not even:
            return "utf-16-le"
        if even > len(data) / 4 and not odd:
            return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _paragraphs(lines: Sequence[str], *, short_lines: bool = False) -> list[str]:
    """Give the paragraphs of lines: runs of lines that were broken by hand become one line each."""
    runs = list(_runs(lines))
    # Two lines prove nothing by themselves; three that break where they must tell how the whole text was broken.
    is_broken = any(len(run) > 2 and _is_wrapped(run) for run in runs)
    paragraphs: list[str] = []
    for run in runs:
        joins = (is_broken and _is_wrapped(run)) or (short_lines and _is_one_sentence(run))
        paragraphs += [_joined(run)] if joins else run
    return paragraphs


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines in runs that may belong together; a blank line, an indent and a list marker part them."""
    run: list[str] = []
    for line in lines:
        if not run or not run[-1].strip() or not line.strip() or line[0].isspace() or _MARKER.match(line):
            if run:
                yield run
            run = []
        run.append(line)
    if run:
        yield run


def _joined(run: Sequence[str]) -> str:
    text = run[0].rstrip()
    for line in run[1:]:
        # A word that was broken at its hyphen keeps the hyphen.
        hyphenated = len(text) > 1 and text[-1] == "-" and text[-2].isalpha()
        text += ("" if hyphenated else " ") + line.strip()
    return text


def _is_wrapped(run: Sequence[str]) -> bool:
    """Tell whether every line of a run ends where its next word had no room, often in mid-sentence."""
    width = max(map(len, run))
    if len(run) < 2 or not _SHORTEST_WIDTH <= width <= _LONGEST_LINE:
        return False
    for line, after in pairwise(run):
        first = len(after.split(maxsplit=1)[0])
        # An address of the web has no room anywhere.
        if len(line.rstrip()) + 1 + first <= width or 2 * first > width:
            return False
    going_on = sum(after[0].islower() and not _SENTENCE_END.search(line.rstrip()) for line, after in pairwise(run))
    return 3 * going_on >= len(run) - 1


def _is_one_sentence(run: Sequence[str]) -> bool:
    """Tell whether lines are one sentence from its capital to its end, broken between its words."""
    first, last = run[0].strip(), run[-1].strip()
    return (
        len(run) > 1
        and first[0].isupper()
        and all(line.strip()[0].islower() for line in run[1:])
        and _SENTENCE_END.search(last) is not None
        and not any(line.strip()[-1] in ",.;:!?" for line in run[:-1])
        and all(" " in line for line in run)
    )
