"""Documents in and out: which formats there are, and how a file becomes a document and back."""

from pathlib import Path

from factbox.document import Document
from factbox.formats import documents, factbox, markdown, opendocument, pdf, rtf, text, webpage, word
from factbox.formats.base import ChangedError, EncodingError, Format, FormatError
from factbox.formats.disk import Stamp, in_words, read_bytes, stamp, write_bytes
from factbox.translation import _

__all__ = [
    "FORMATS",
    "ChangedError",
    "EncodingError",
    "Format",
    "FormatError",
    "Stamp",
    "format_of",
    "in_words",
    "read",
    "read_bytes",
    "stamp",
    "write",
    "write_bytes",
]

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    factbox.FORMAT,
    word.FORMAT,
    opendocument.FORMAT,
    webpage.FORMAT,
    markdown.FORMAT,
    rtf.FORMAT,
    pdf.FORMAT,
)


def format_of(path: Path) -> Format:
    """Give the format of a file by its ending; text where no format claims it."""
    suffix = path.suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), text.FORMAT)


def read(path: Path) -> Document:
    """Read a document from a file.

    Raises:
        FormatError: The file cannot be read, or not as its format; the message says why.
    """
    data = read_bytes(path)
    its_format = format_of(path)
    if its_format in {text.FORMAT, markdown.FORMAT, webpage.FORMAT}:
        # Many a document is no text, and what it is says more than that.
        documents.check_text(data)
    return its_format.read(data)


def write(document: Document, path: Path) -> bytes:
    """Write a document to a file, whole or not at all; give the bytes that were written.

    Raises:
        EncodingError: A character has no code in the document's encoding.
        FormatError: The file cannot be written; what was there is untouched.
    """
    its_format = format_of(path)
    if its_format.write is None:
        sentence = _("{form} is only read here. Save the text in another form, such as .docx.")
        raise FormatError(sentence.format(form=its_format.label))
    data = its_format.write(document)
    write_bytes(data, path)
    return data
