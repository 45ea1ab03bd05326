"""The zip files that word processors make: opened, or told from what else a file may be."""

from factbox.formats.archive import Archive
from factbox.formats.base import FormatError
from factbox.translation import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")


def opened(data: bytes) -> Archive:
    """Open a document.

    Raises:
        FormatError: It is no whole zip file; the message says what it is, and what to do.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise FormatError(_("This file is empty."))
    check(data)
    archive = Archive(data)
    if not archive.names:
        raise FormatError(_("This is no document of a word processor. If it is plain text, name it with .txt."))
    if not archive.is_whole:
        raise FormatError(_("This document is damaged or not complete. Copy it once more, or take an older one."))
    return archive


def check_text(data: bytes) -> None:
    """Look whether a file that should be a text is a document.

    Raises:
        FormatError: It is one; the message says which, and what to do.
    """
    check(data)
    if data.startswith(_ZIP):
        raise other(Archive(data))


def check(data: bytes) -> None:
    """Look whether a file is a document of a kind that its name does not tell.

    Raises:
        FormatError: It is one; the message says which, and what to do.
    """
    if data.startswith(_OLE):
        raise (
            password()
            if _PASSWORD in data
            else FormatError(
                _("This is an old document of Office. Open it in your word processor and save it as .docx.")
            )
        )
    if data.startswith(b"%PDF"):
        raise FormatError(_("This is a PDF. Name it with .pdf."))
    if data.startswith(b"{\\rtf"):
        raise FormatError(_("This is Rich Text. Name it with .rtf."))


def password() -> FormatError:
    """Make the error of a document with a password."""
    return FormatError(_("This document has a password. Open it in your word processor and save it without one."))


def other(archive: Archive) -> FormatError:
    """Make the error of a zip file that holds something else; it says what, and what to do."""
    if "xl/workbook.xml" in archive or "ppt/presentation.xml" in archive:
        return FormatError(_("This is a spreadsheet or a presentation. Copy its text into a document."))
    if "word/document.xml" in archive:
        return FormatError(_("This is a document of Word. Name it with .docx."))
    if "content.xml" in archive:
        if archive.read("mimetype")[0].startswith(b"application/vnd.oasis.opendocument.text"):
            return FormatError(_("This is an OpenDocument text. Name it with .odt."))
        return FormatError(_("This is an OpenDocument file, but no text. Copy its text into a document."))
    if "document.json" in archive:
        return FormatError(_("This is a Fact Box document. Name it with .factbox."))
    if "META-INF/container.xml" in archive:
        return FormatError(_("This is an e-book. Copy its text into a document."))
    return FormatError(_("This is a zip file without a document. Unpack it, and open what is in it."))
