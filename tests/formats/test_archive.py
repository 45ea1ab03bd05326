"""Tests of zip files: unpacked with care."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from costs import little_memory, soon
from factbox.formats import FormatError
from factbox.formats.archive import Archive, DamageError, pack
from factbox.formats.limits import FREE, MOST_ENTRIES

ENTRIES = {"a.txt": b"One. " * 1000, "b/c.txt": b"", "d.txt": "Zwölf".encode()}


class Stream(io.BytesIO):
    """A file that cannot go back, so that the library writes lengths behind the entries."""

    def seekable(self) -> bool:
        """Refuse to go back."""
        return False

    def tell(self) -> int:
        """Refuse to say where it is."""
        raise OSError

    def seek(self, *_place: int) -> int:
        """Refuse to go anywhere."""
        raise OSError


def zipped(
    entries: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, file: io.BytesIO | None = None
) -> bytes:
    """Pack entries with the library."""
    file = file or io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return file.getvalue()


def contents(archive: Archive) -> dict[str, bytes]:
    """Unpack all that is whole."""
    return {name: archive.read(name)[0] for name in archive.names if archive.read(name)[1]}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("is_cut", [False, True])
def test_entries_of_the_library_are_unpacked(method: int, *, stream: bool, is_cut: bool) -> None:
    """However it is packed, with its table of contents or without, what is in it comes out."""
    data = zipped(ENTRIES, method, Stream() if stream else None)
    archive = Archive(data[: data.index(b"PK\x01\x02")] if is_cut else data)
    assert archive.is_whole is not is_cut
    if is_cut and stream and method == zipfile.ZIP_STORED:
        assert archive.read("a.txt")[0] == ENTRIES["a.txt"]
    else:
        assert contents(archive) == ENTRIES


def test_what_we_pack_is_unpacked_by_the_library() -> None:
    """Our files are ordinary zip files."""
    with zipfile.ZipFile(io.BytesIO(pack(ENTRIES))) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == ENTRIES


def test_what_packs_too_well_is_not_packed() -> None:
    """A long text of the same words can be read again although a bomb looks like it."""
    entries = {"a.txt": b"The cat sat on the mat. " * (FREE // 16)}
    assert contents(Archive(pack(entries))) == entries


def test_a_bomb_is_refused() -> None:
    """What unpacks to a thousand times its size is refused before it fills the memory."""
    data = zipped({"a.txt": bytes(300 * 1024**2)})
    with little_memory(), pytest.raises(FormatError, match="fill the memory"):
        Archive(data).read("a.txt")


def test_many_entries_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What all entries unpack to together is limited."""
    monkeypatch.setattr("factbox.formats.archive.LARGEST_UNPACKED", 6000)
    archive = Archive(zipped({"a": bytes(4000), "b": bytes(4000)}))
    archive.read("a")
    with pytest.raises(FormatError, match="too large"):
        archive.read("b")


def test_many_small_bombs_are_refused() -> None:
    """Entries that are small enough one by one may not fill the memory together."""
    archive = Archive(zipped({str(number): bytes(FREE) for number in range(20)}))
    with pytest.raises(FormatError, match="fill the memory"):
        [archive.read(name) for name in archive.names]


def test_many_small_texts_of_the_same_words_are_none() -> None:
    """What we pack can be unpacked again, however often the same stands in it."""
    entries = {str(number): b"One. " * (FREE // 16) for number in range(30)}
    assert contents(Archive(pack(entries))) == entries


@pytest.mark.parametrize("is_cut", [False, True])
def test_too_many_entries_are_refused(*, is_cut: bool) -> None:
    """A file with more entries than any document has is refused."""
    data = zipped(dict.fromkeys(map(str, range(MOST_ENTRIES + 1)), b""))
    with pytest.raises(FormatError, match="too large"):
        Archive(data[: data.index(b"PK\x01\x02")] if is_cut else data)


def test_a_wrong_byte_in_an_entry_is_noticed() -> None:
    """An entry whose sum is another is not whole."""
    data = bytearray(zipped({"a.txt": b"One. Two."}, zipfile.ZIP_STORED))
    data[data.index(b"Two")] ^= 1
    assert Archive(bytes(data)).read("a.txt") == (b"One. Uwo.", False)


def test_a_length_that_lies_is_not_believed() -> None:
    """Where the table of contents promises more than there is, what is there comes out, and is not whole."""
    data = bytearray(zipped({"a.txt": b"One."}, zipfile.ZIP_STORED))
    place = data.index(b"PK\x01\x02")
    data[place + 20 : place + 24] = b"\xff\xff\xff\x7f"
    assert Archive(bytes(data)).read("a.txt")[1] is False


def test_an_entry_with_a_password_is_told() -> None:
    """An entry that is encrypted is an error that says what to do."""
    data = bytearray(zipped({"a.txt": b"One."}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FormatError, match="has a password"):
        Archive(bytes(data)).read("a.txt")


def test_an_entry_packed_in_another_way_is_damage() -> None:
    """What is packed as nobody packs documents cannot be read."""
    archive = Archive(zipped({"a.txt": b"One."}, zipfile.ZIP_LZMA))
    with pytest.raises(DamageError):
        list(archive.pieces("a.txt"))


def test_noise_is_searched_quickly() -> None:
    """A large file full of the marks of entries costs no time."""
    data = b"PK\x03\x04" * 1_000_000
    with soon():
        assert not Archive(data).is_whole


def test_a_missing_entry_is_empty() -> None:
    """What is not there is nothing, and not whole."""
    assert Archive(pack(ENTRIES)).read("none") == (b"", False)
