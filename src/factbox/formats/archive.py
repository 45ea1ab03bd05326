"""Zip files: those of others unpacked with care, as far as they are whole, and our own packed.

Nothing that a zip file says of itself is believed: sizes are counted while the bytes come out, names are only
looked up, and nothing is ever written to a disk by them. Source: PKWARE's APPNOTE.TXT 6.3.
"""

import importlib
import io
import struct
import zlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factbox.formats.base import FormatError
from factbox.formats.limits import FREE, FREE_TOGETHER, LARGEST_UNPACKED, MOST_ENTRIES, RATIO
from factbox.translation import _

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK, _AFTER_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x07\x08"
_ENCRYPTED, _SIZES_FOLLOW = 0x0001, 0x0008
_STORED, _DEFLATED = 0, 8
_PIECE = 65_536


class DamageError(FormatError):
    """An entry ends too early or is not what it was when it was packed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where an entry is: its way of packing, its first byte, and its length and sum where they are known."""

    flags: int
    method: int
    start: int
    length: int | None
    crc: int | None


class Archive:
    """The entries of a zip file by their names; none is unpacked before somebody asks for it.

    Attributes:
        is_whole: Whether its table of contents is there; without it the entries are found one by one.
    """

    def __init__(self, data: bytes) -> None:
        """Find the entries.

        Args:
            data: The bytes of the file.

        Raises:
            FormatError: There are too many of them.
        """
        self._data = memoryview(data)
        self._unpacked = 0
        self._most = min(LARGEST_UNPACKED, max(FREE_TOGETHER, RATIO * len(data)))
        entries = _listed(data)
        self.is_whole = entries is not None
        self._entries = _found(data) if entries is None else entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its entries, as the file has them: for looking up, never for a path."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack an entry that is there, piece by piece.

        Raises:
            DamageError: It is not whole; what came before can be used.
            FormatError: It has a password, or it is too large.
        """
        entry = self._entries[name]
        if entry.flags & _ENCRYPTED:
            raise FormatError(_("This file has a password. Save it without one in the program that made it."))
        crc = 0
        for piece in self._inflated(entry) if entry.method == _DEFLATED else self._stored(entry):
            self._unpacked += len(piece)
            if self._unpacked > self._most:
                raise too_large()
            crc = zlib.crc32(piece, crc)
            yield piece
        if entry.crc is not None and crc != entry.crc:
            raise DamageError(damaged())

    def read(self, name: str) -> tuple[bytes, bool]:
        """Unpack an entry; give its bytes as far as they came out, and whether they are all and right.

        Raises:
            FormatError: It has a password, or it is too large.
        """
        if name not in self:
            return b"", False
        data = bytearray()
        try:
            for piece in self.pieces(name):
                data += piece
        except DamageError:
            return bytes(data), False
        return bytes(data), True

    def _stored(self, entry: _Entry) -> Iterator[bytes]:
        end = len(self._data) if entry.length is None else entry.start + entry.length
        for start in range(entry.start, min(end, len(self._data)), _PIECE):
            yield bytes(self._data[start : min(start + _PIECE, end)])
        if entry.method != _STORED or entry.length is None or end > len(self._data):
            raise DamageError(damaged())

    def _inflated(self, entry: _Entry) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        end = len(self._data) if entry.length is None else entry.start + entry.length
        place, came = entry.start, 0
        try:
            while not inflater.eof and place < min(end, len(self._data)):
                packed = bytes(self._data[place : min(place + _PIECE, end)])
                place += len(packed)
                while packed and not inflater.eof:
                    piece = inflater.decompress(packed, 4 * _PIECE)
                    packed = inflater.unconsumed_tail
                    came += len(piece)
                    if came > max(FREE, RATIO * (place - len(packed) - entry.start)):
                        raise too_large()
                    yield piece
        except zlib.error as error:
            raise DamageError(damaged()) from error
        if not inflater.eof:
            raise DamageError(damaged())


def pack(entries: Mapping[str, bytes], unpacked: Container[str] = ()) -> bytes:
    """Pack entries into a zip file that `Archive` unpacks; equal entries give equal bytes.

    Args:
        entries: What is to be in it, by name, in order.
        unpacked: The names of those that are to be in it as they are.

    Raises:
        FormatError: It is more than one file may hold.
    """
    if len(entries) > MOST_ENTRIES or sum(map(len, entries.values())) > LARGEST_UNPACKED:
        raise too_large()
    # Only who saves needs it, and it costs every start some milliseconds.
    zipfile: Any = importlib.import_module("zipfile")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in entries.items():
            is_packed = data and name not in unpacked and not _looks_like_a_bomb(data)
            method = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def _looks_like_a_bomb(data: bytes) -> bool:
    """Tell whether data would pack too well to be unpacked again; documents are unpacked twice."""
    quickly = len(zlib.compress(data, 1))
    return quickly * RATIO <= 10 * len(data) and len(zlib.compress(data)) * RATIO <= 2 * len(data)


def damaged() -> str:
    """Say that a file is damaged."""
    return _("This file is damaged.")


def too_large() -> FormatError:
    """Make the error of a file that unpacks to more than it may."""
    return FormatError(_("This file is too large, or made to fill the memory. It was not opened."))


def _listed(data: bytes) -> dict[str, _Entry] | None:
    """Give the entries of the table of contents at the end; None where it is not there or leads nowhere."""
    end = data.rfind(_END_MARK)
    if end < 0 or end + _END.size > len(data):
        return None
    *__before, count, __size, place, __comment = _END.unpack_from(data, end)
    entries: dict[str, _Entry] = {}
    for __number in range(_bounded(count)):
        if place + _CENTRAL.size > len(data) or data[place : place + 4] != _CENTRAL_MARK:
            return None
        (
            __mark, __by, __needs, flags, method, __time, __date, crc, length, __full,
            named, extra, comment, __disk, __inner, __outer, local,
        ) = _CENTRAL.unpack_from(data, place)  # fmt: skip
        start = _start(data, local)
        if start is None:
            return None
        place += _CENTRAL.size
        entries[_name(data[place : place + named])] = _Entry(flags, method, start, length, crc)
        place += named + extra + comment
    return entries if data[place : place + 4] == _END_MARK else None


def _found(data: bytes) -> dict[str, _Entry]:
    """Find the entries one by one by the marks before them."""
    entries: dict[str, _Entry] = {}
    place = data.find(_LOCAL_MARK)
    while place >= 0 and (start := _start(data, place)) is not None:
        __mark, __needs, flags, method, __time, __date, crc, length, __full, named, __extra = _LOCAL.unpack_from(
            data, place
        )
        name = _name(data[place + _LOCAL.size : place + _LOCAL.size + named])
        if flags & _SIZES_FOLLOW:
            entry = _Entry(flags, method, start, _stored_length(data, start, method), None)
        else:
            entry = _Entry(flags, method, start, length, crc)
            # A length that leads to no other entry is wrong.
            start += length if data[start + length : start + length + 2] == b"PK" else 0
        entries.setdefault(name, entry)
        _bounded(len(entries))
        place = data.find(_LOCAL_MARK, start)
    return entries


def _start(data: bytes, local: int) -> int | None:
    """Give where the bytes of an entry start behind its local header; None where there is none."""
    if local + _LOCAL.size > len(data) or data[local : local + 4] != _LOCAL_MARK:
        return None
    *__before, named, extra = _LOCAL.unpack_from(data, local)
    start = local + _LOCAL.size + int(named) + int(extra)
    return start if start <= len(data) else None


def _stored_length(data: bytes, start: int, method: int) -> int | None:
    """Give the length of an entry that is not packed and whose size follows; None where only unpacking tells."""
    if method != _STORED:
        return None
    end = data.find(_AFTER_MARK, start)
    return end - start if end >= 0 else None


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _bounded(count: int) -> int:
    if count > MOST_ENTRIES:
        raise too_large()
    return count
