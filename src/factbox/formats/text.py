"""Plain text: its encodings, its line ends, and lines that were broken by hand inside a paragraph."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factbox.document import Block, Document
from factbox.formats.base import EncodingError, Format, FormatError
from factbox.translation import _

# The encodings a text may have: name for people, codec, and the mark at the start of the file.
ENCODINGS = {
    "utf-8": ("UTF-8", "utf-8", b""),
    "utf-8-sig": ("UTF-8 with BOM", "utf-8", codecs.BOM_UTF8),
    "utf-16-le": ("UTF-16", "utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be": ("UTF-16, big end first", "utf-16-be", codecs.BOM_UTF16_BE),
    "cp1252": ("Windows-1252", "cp1252", b""),
}

_LINE_END = re.compile(r"\r\n|\n|\r|\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKER = re.compile(r"(?:[-–—*+•‣◦▪·]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))\s")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_LONGEST_LINE = 120
_SHORTEST_WIDTH = 45


def read(data: bytes) -> Document:
    """Read a text file.

    Raises:
        FormatError: The bytes are no text in an encoding of `ENCODINGS`.
    """
    text, encoding, losses = _decode(data)
    ends = Counter(_LINE_END.findall(text))
    if len(ends) > 1:
        losses.append(_("Its line ends are of several kinds. Saving makes them alike."))
    blocks, joined = parse(text)
    if joined:
        losses.append(_("Its lines are broken inside paragraphs. Here they are joined, and saving keeps them so."))
    newline = max(ends, key=ends.__getitem__, default="\n")
    return Document(
        blocks, encoding=encoding, newline="\n" if newline == "\u2029" else newline, losses=tuple(losses)
    )


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


def parse(text: str) -> tuple[tuple[Block, ...], bool]:
    """Make blocks of a text, one a line; give also whether lines broken by hand were joined to paragraphs."""
    lines = _LINE_END.split(text)
    paragraphs = list(_paragraphs(lines))
    return tuple(map(Block, paragraphs)), len(paragraphs) < len(lines)


def as_typed(text: str) -> str:
    """Make of a text from elsewhere what somebody could have typed: no control signs, no lines broken by hand."""
    return "\n".join(_paragraphs(_LINE_END.split(_CONTROL.sub("", text))))


def _decode(data: bytes) -> tuple[str, str, list[str]]:
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
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise FormatError(_("This is no text file: it holds signs that only programs read."))
    if encoding == "cp1252" and not body.decode("utf-8", "ignore").isascii():
        losses.append(_("It is not quite UTF-8 and was read as Windows-1252: some letters may look wrong."))
    return text, encoding, losses


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


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Give the paragraphs of lines: runs of lines that were broken by hand become one line each."""
    run: list[str] = []
    for line in lines:
        if run and (not line.strip() or line[0].isspace() or _MARKER.match(line)):
            yield from _joined(run)
            run = []
        if line.strip():
            run.append(line)
        else:
            yield line
    yield from _joined(run)


def _joined(run: list[str]) -> list[str]:
    if not _is_wrapped(run):
        return run
    text = run[0].rstrip()
    for line in run[1:]:
        # A word that was broken at its hyphen keeps the hyphen.
        hyphenated = len(text) > 1 and text[-1] == "-" and text[-2].isalpha()
        text += ("" if hyphenated else " ") + line.strip()
    return [text]


def _is_wrapped(run: list[str]) -> bool:
    """Tell whether every line of a run ends where its next word had no room, often in mid-sentence.

    Short lines are words of a list or verses, unless they are one sentence from its capital to its end.
    """
    width = max(map(len, run), default=0)
    if len(run) < 2 or width > _LONGEST_LINE:
        return False
    if width < _SHORTEST_WIDTH and not _is_one_sentence(run):
        return False
    pairs = list(pairwise(run))
    if any(len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) <= width for line, after in pairs):
        return False
    going_on = sum(after[0].islower() and not _SENTENCE_END.search(line.rstrip()) for line, after in pairs)
    return 3 * going_on >= len(pairs)


def _is_one_sentence(run: Sequence[str]) -> bool:
    first, last = run[0].strip(), run[-1].strip()
    inner = [line.strip() for line in run[:-1]]
    return (
        first[0].isupper()
        and all(line.strip()[0].islower() for line in run[1:])
        and _SENTENCE_END.search(last) is not None
        and not any(line[-1] in ",.;:!?" for line in inner)
        and all(" " in line for line in run)
    )


FORMAT = Format("text", _("Text"), (".txt", ".text"), read, write)
