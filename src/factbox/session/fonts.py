"""The bundled fonts, which the window and the pages share."""

import struct
from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from factbox import resources

# How much room the letters ask for between lines, in their sizes.
_LINE_GAP = 0.09
# Those that borrow signs which they lack.
_LATIN = ("Literata", "Inter", "Inter Display")


def load_fonts() -> list[str]:
    """Register the bundled fonts of Latin letters and give the names of their families."""
    return sorted({*_registered("Literata*.ttf"), *_registered("Inter*.ttf")})


@cache
def load_chinese() -> None:
    """Register the signs of Chinese, which are large, and let our families borrow them."""
    _registered("Noto*.ttf")
    for borrower in _LATIN:
        QFont.insertSubstitution(borrower, "Noto Sans SC")


def _registered(pattern: str) -> set[str]:
    families: set[str] = set()
    for file in sorted(resources.path("fonts").glob(pattern)):
        data = file.read_bytes()
        if file.name.startswith("Literata"):
            data = _with_line_gap(data)
        number = QFontDatabase.addApplicationFontFromData(QByteArray(data))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return families


def _with_line_gap(data: bytes) -> bytes:
    # QPlainTextEdit ignores the line height of blocks, so the font itself must ask for room between lines.
    patched = bytearray(data)
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for place in range(12, 12 + 16 * count, 16):
        tag, _checksum, offset, _length = struct.unpack_from(">4sLLL", data, place)
        tables[tag] = offset
    (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    for offset in (tables[b"hhea"] + 8, tables[b"OS/2"] + 72):
        struct.pack_into(">h", patched, offset, round(_LINE_GAP * units))
    return bytes(patched)
