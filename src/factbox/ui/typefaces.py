"""Typefaces with room between lines: QPlainTextEdit knows no spacing, so the letters must ask for it."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from factbox.ui.theme import LEADING, WRITING, Role, font

# What a file of letters may hold that matters here; what varies is left at its usual value.
_TABLES = (
    *("cmap", "cvt ", "fpgm", "glyf", "loca", "CFF ", "VORG", "head", "hhea", "hmtx", "maxp", "OS/2", "post"),
    *("prep", "gasp", "kern", "GDEF", "GPOS", "GSUB", "vhea", "vmtx"),
)
_STYLES = ((400, False), (600, False), (700, False), (400, True), (700, True))
# Bytes: larger ones, of Chinese for example, would be copied for too long.
_LARGEST = 6_000_000
# The byte of OS/2 with the bit USE_TYPO_METRICS, and that bit.
_SELECTION, _TYPOGRAPHIC = 63, 0x80
# English as it is written, by which a column is measured in characters.
_SAMPLE = (
    "It was not the first time that the brother had been forced to help him, and you may fancy he was not very "
    "glad to see his face. Then he walked on the whole day, and at dusk he came to a place with a bright light."
)


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How a text is set.

    Attributes:
        family: The name of its typeface.
        measure: How many characters of usual English a line has room for.
        leading: From line to line, in sizes of the letters; less than the letters need is what they need.
        wrapped: Whether lines end at the edge of the column, or only with their paragraph.
    """

    family: str = WRITING
    measure: int = 72
    leading: float = LEADING
    wrapped: bool = True

    def font(self, role: Role, scale: float) -> QFont:
        """Give the font of a role at a text scale, in this typeface and with this leading."""
        made = font(role, scale)
        made.setFamily(spaced(self.family, round(self.leading, 2)))
        return made

    def column(self, letters: QFont) -> int:
        """Give the width of the column in pixels."""
        return round(self.measure * QFontMetricsF(letters).horizontalAdvance(_SAMPLE) / len(_SAMPLE))


@lru_cache(64)
def spaced(family: str, leading: float) -> str:
    """Give a family like another whose lines have room between them; the family itself where that cannot be made.

    Its files are copied in memory, with another name and another gap between the lines. They are never removed,
    for somebody may write with them, and nothing of them reaches a disk.
    """
    if family == WRITING and leading == LEADING:
        # Registered like that at the start.
        return family
    wanted = f"{family} {leading:.2f}"
    if not QFontInfo(QFont(family)).family().startswith(family.split(" [", maxsplit=1)[0]):
        return family
    made = {data for weight, italic in _STYLES if (data := _copy(family, weight, wanted, leading, italic=italic))}
    numbers = [QFontDatabase.addApplicationFontFromData(QByteArray(data)) for data in made]
    return wanted if any(number >= 0 for number in numbers) else family


def _copy(family: str, weight: int, name: str, leading: float, *, italic: bool) -> bytes:
    """Give the file of one style of a family under another name; nothing where it is too large or has none."""
    letters = QFont(family)
    letters.setWeight(QFont.Weight(weight))
    letters.setItalic(italic)
    letters.setPixelSize(1000)
    raw = QRawFont.fromFont(letters)
    tables = {tag: data for tag in _TABLES if (data := bytes(raw.fontTable(tag).data()))}
    if not {"head", "hhea", "OS/2", "cmap"} <= tables.keys() or sum(map(len, tables.values())) > _LARGEST:
        return b""
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    above, below = (round(part / 1000 * units) for part in (raw.ascent(), raw.descent()))
    gap = min(max(0, round(leading * units) - above - below), 32_767)
    for tag, place in (("hhea", 4), ("OS/2", 68)):
        table = bytearray(tables[tag])
        struct.pack_into(">3h", table, place, above, -below, gap)
        if tag == "OS/2":
            # These are the figures to go by, not those beside them that know no gap.
            table[_SELECTION] |= _TYPOGRAPHIC
        tables[tag] = bytes(table)
    (heavy,) = struct.unpack_from(">H", tables["OS/2"], 4)
    tables["name"] = _names(name, heavy, italic=raw.style() is not QFont.Style.StyleNormal)
    return _file(tables)


def _names(family: str, weight: int, *, italic: bool) -> bytes:
    """Give the table of names of a style."""
    style = " ".join(filter(None, ("Bold" if weight >= 600 else "", "Italic" if italic else ""))) or "Regular"
    plain = re.sub(r"[^A-Za-z0-9]", "", family)
    full = f"{family} {weight} {style}"
    texts = {1: family, 2: style, 3: full, 4: full, 6: f"{plain}-{weight}{style.replace(' ', '')}"}
    records, heap = b"", b""
    for number, text in texts.items():
        data = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(data), len(heap))
        heap += data
    return struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + heap


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Put tables together to a file."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    kind = b"OTTO" if "CFF " in tables else b"\x00\x01\x00\x00"
    head = kind + struct.pack(">4H", count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    body, place, listing = b"", 12 + 16 * count, b""
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        listing += tag.encode() + struct.pack(">3L", total, place + len(body), len(data))
        body += padded
    return head + listing + body
