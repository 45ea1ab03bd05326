"""Files as nobody writes them: real ones, with bytes changed, and what is packed in them changed."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Mapping

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
# What readers stumble over: ends, signs of markup, half letters, numbers that are too large.
_SCRAPS = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t", b"<", b">", b"&",
    b"&#0;",
    b"&#x110000;", b"]]>", b"<!--", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"{", b"}", b"\\", b"\\bin99999 ",
    b"\\u-1 ",
    b"\\uc9999 ", b"\\'zz", b"(", b")", b"[", b"]", b"[](", b"```", b"#" * 99, b"> " * 99, b"* " * 99, b"-1", b"0",
    b"2147483648", b"99999999999999999999", b"1e999", b"NaN", b"null", b'"', b"'", b"%PDF-1.7", b"PK\x03\x04",
    b"obj", b"endobj", b"/Length 9", b"\xf0\x9f\x98\x80", "\u202e\u0301\u2028".encode(), b"</w:p>", b"</text:p>",
    b"<div>" * 60, b"<ul><li>" * 60, b"{\\rtf1" * 60, b"\\trowd\\cell\\row",
)  # fmt: skip


def mutated(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """Change a file in one or several places, sometimes within what is packed in it.

    Args:
        data: The file.
        other: Another of its kind, of which pieces may come in.
        dice: What decides.
    """
    if data.startswith(b"PK") and dice.random() < 0.8:
        return _repacked(data, dice)
    if data.startswith(b"%PDF") and dice.random() < 0.6:
        data = _unfolded(data, dice)
    return _changed(data, other, dice)


def _changed(data: bytes, other: bytes, dice: random.Random) -> bytes:
    made = bytearray(data)
    for _turn in range(dice.choice((1, 1, 1, 2, 4, 16, 64))):
        place = dice.randrange(len(made) + 1)
        end = min(len(made), place + dice.choice((1, 2, 8, 64, 1024)))
        match dice.randrange(8):
            case 0 if place < len(made):
                made[place] ^= 1 << dice.randrange(8)
            case 1:
                made[place:end] = b""
            case 2:
                made[place:place] = made[place:end] * dice.choice((1, 2, 50))
            case 3:
                made[place:place] = dice.choice(_SCRAPS)
            case 4:
                made[place:end] = dice.randbytes(end - place)
            case 5:
                start = dice.randrange(len(other) + 1)
                made[place:end] = other[start : start + dice.choice((1, 16, 256, 4096))]
            case 6 if dice.random() < 0.3:
                del made[place:]
            case _:
                made[place:end] = dice.choice(_SCRAPS)
    return bytes(made)


def _repacked(data: bytes, dice: random.Random) -> bytes:
    """Change what is in an archive, so that its sums are right again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    for _turn in range(dice.choice((1, 1, 2, 3))):
        name = dice.choice(sorted(entries))
        other = dice.choice(sorted(entries))
        match dice.randrange(10):
            case 0:
                del entries[name]
            case 1:
                entries[name] = entries[other]
            case 2:
                entries[dice.choice(("../../etc/passwd", "/etc/passwd", "C:\\a", "x/" * 99, "\x01", ""))] = b"root"
            case _:
                entries[name] = _changed(entries[name], entries[other], dice)
        if not entries:
            break
    return _packed(entries)


def _packed(entries: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _unfolded(data: bytes, dice: random.Random) -> bytes:
    """Change what a PDF has packed in its streams, so that it can be unpacked again."""

    def change(match: re.Match[bytes]) -> bytes:
        if dice.random() < 0.5:
            return match[0]
        try:
            inner = zlib.decompress(match[1])
        except zlib.error:
            return match[0]
        packed = zlib.compress(_changed(inner, inner, dice))
        # A stream that is longer than it says is cut; filled up, most come out whole.
        return b"stream\n" + packed.ljust(len(match[1]), b"\x00") + b"\nendstream"

    return _STREAM.sub(change, data)
