"""Tests of the file of a Work, whole, damaged and made up."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbox.document import Block, Document, Moment, Role, Version, Work
from factbox.formats import FormatError, archive, factbox
from strategies import shaped_texts

TEXTS = shaped_texts
NAMES = st.text(max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
KNOWN = {
    "schema",
    "title",
    "language",
    "current",
    "original",
    "versions",
    "name",
    "text",
    "roles",
    "choices",
    "history",
}
MORE = st.dictionaries(NAMES.filter(lambda name: name not in KNOWN), JSON, max_size=2)
MOMENTS = st.builds(Moment, st.floats(0, 1e11), st.none() | st.floats(-5, 30), TEXTS)
VERSIONS = st.builds(
    Version,
    NAMES.filter(bool),
    TEXTS,
    st.dictionaries(NAMES, JSON, max_size=2),
    st.lists(MOMENTS, max_size=3).map(tuple),
    MORE,
)
WORKS = st.builds(Work, NAMES, TEXTS, st.lists(VERSIONS, min_size=1, max_size=3).map(tuple), st.just(0), MORE)

HARBOUR = Work(
    "The harbour",
    (Block("The Harbour", Role.HEADING), Block("Monks constructed the harbour in stone."), Block("")),
    (
        Version(
            "For Year 5",
            (Block("The harbour", Role.HEADING), Block("Monks built it."), Block("Stone", Role.ITEM)),
            {"goal": 5},
            (
                Moment(1000.0, 7.5, (Block("Monks built the harbour of stone."),)),
                Moment(2000.5, None, (Block("Monks."),)),
            ),
        ),
        Version("For Year 3", (Block("Men built it."),)),
    ),
    1,
)
DOCUMENT = Document(HARBOUR.versions[1].blocks, work=HARBOUR)
WHOLE = factbox.write(DOCUMENT)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Unpack a file with the library."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Change the entries of a file."""
    entries = unpacked(data)
    change(entries)
    return archive.pack(entries)


def reindexed(change: Callable[[dict[str, Any]], object]) -> Document:
    """Read the file with a changed index."""

    def put(entries: dict[str, bytes]) -> None:
        index = json.loads(entries["document.json"])
        change(index)
        entries["document.json"] = json.dumps(index).encode()

    return factbox.read(repacked(WHOLE, put))


@given(WORKS, st.data())
def test_what_is_written_reads_back_equal(work: Work, data: st.DataObject) -> None:
    """Texts, roles, names, choices, history and what a later release added survive writing and reading."""
    current = data.draw(st.integers(0, len(work.versions) - 1))
    work = Work(work.title, work.original, work.versions, current, work.more)
    document = Document(work.versions[current].blocks, work=work)
    assert factbox.read(factbox.write(document)) == document


def test_the_texts_are_plain_files() -> None:
    """Who unpacks the file finds the texts as they are, one paragraph a line."""
    entries = unpacked(WHOLE)
    assert entries["original.txt"].decode() == "The Harbour\nMonks constructed the harbour in stone.\n\n"
    assert entries["versions/1.txt"].decode() == "The harbour\nMonks built it.\nStone\n"
    assert entries["history/1/002.txt"].decode() == "Monks.\n"


def test_the_index_says_what_each_text_is() -> None:
    """The index has names, choices and the lines that are no plain paragraphs."""
    index = json.loads(unpacked(WHOLE)["document.json"])
    assert (index["schema"], index["title"], index["current"]) == (1, "The harbour", 1)
    assert index["original"] == {"text": "original.txt", "roles": {"heading": "1"}}
    assert index["versions"][0]["roles"] == {"heading": "1", "item": "3"}


def test_equal_works_give_equal_bytes() -> None:
    """Nothing of the moment of saving is in the file."""
    assert factbox.write(factbox.read(WHOLE)) == WHOLE


def test_the_text_of_the_document_is_that_of_the_current_version() -> None:
    """What is being written is saved as the current version, the others as they were."""
    read = factbox.read(factbox.write(Document((Block("New."),), work=HARBOUR)))
    assert read.blocks == (Block("New."),)
    assert read.work is not None
    assert [version.blocks for version in read.work.versions] == [HARBOUR.versions[0].blocks, (Block("New."),)]


def test_a_text_alone_becomes_a_work() -> None:
    """A document without a work is its own original and has one version."""
    blocks = (Block("One."), Block("Two."))
    read = factbox.read(factbox.write(Document(blocks)))
    assert read.work is not None
    assert (read.blocks, read.work.original, len(read.work.versions)) == (blocks, blocks, 1)


def test_fields_of_a_later_release_are_written_again() -> None:
    """What is not known stays where it stood: in the work, the original, a version and a moment."""

    def add(index: dict[str, Any]) -> None:
        version = index["versions"][0]
        for fields in (index, index["original"], version, version["history"][1]):
            fields["colour"] = {"is": ["blue", 1]}

    index = json.loads(unpacked(factbox.write(reindexed(add)))["document.json"])
    version = index["versions"][0]
    for fields in (index, index["original"], version, version["history"][1]):
        assert fields["colour"] == {"is": ["blue", 1]}


@pytest.mark.parametrize("language", ["xx", "../..", "e" * 500, "EN"])
def test_an_unknown_language_is_told(language: str) -> None:
    """A text in a language that cannot be counted opens, and says so."""
    document = reindexed(lambda index: index.update(language=language))
    assert document.language == "en"
    assert document.losses == ("Its language is not known here. It is counted as English.",)


@pytest.mark.parametrize("current", [-1, 2, 99])
def test_the_text_is_saved_whichever_version_is_said_to_be_current(current: int) -> None:
    """What is being written is never lost, even where no version has the number of the current one."""
    work = Work(HARBOUR.title, HARBOUR.original, HARBOUR.versions, current)
    assert factbox.read(factbox.write(Document((Block("New."),), work=work))).blocks == (Block("New."),)


def test_a_later_schema_opens_with_a_warning() -> None:
    """A file of the future opens, and says what saving may cost."""
    document = reindexed(lambda index: index.update(schema=2))
    assert document.work is not None
    assert document.losses == (
        "A later Fact Box made this file. Saving it here may drop what the later one keeps.",
    )


def test_a_missing_text_is_named() -> None:
    """Without its text a version is what it was before, and the reader says so."""
    document = factbox.read(repacked(WHOLE, lambda entries: entries.pop("versions/1.txt")))
    assert document.losses == (
        "Part of this file could not be read. The rest is here.",
        "The text of “For Year 5” is missing: what stands there is how it was before.",
    )
    assert document.work is not None
    assert document.work.versions[0].blocks == (Block("Monks."),)


def test_a_version_that_has_no_text_is_not_the_current_one() -> None:
    """Where the current version is lost, one with a text is written."""
    document = factbox.read(repacked(WHOLE, lambda entries: entries.pop("versions/2.txt")))
    assert document.blocks == HARBOUR.versions[0].blocks
    assert "The text of “For Year 3” is missing." in document.losses


def test_a_missing_original_is_named() -> None:
    """Without its original a work opens with its versions."""
    document = factbox.read(repacked(WHOLE, lambda entries: entries.pop("original.txt")))
    assert document.losses[1:] == ("The original is missing.",)
    assert document.blocks == DOCUMENT.blocks


def test_missing_history_is_counted() -> None:
    """Earlier states that are gone are counted for each version."""
    document = factbox.read(repacked(WHOLE, lambda entries: entries.pop("history/1/001.txt")))
    assert document.losses[1:] == ("1 earlier state of “For Year 5” cannot be read, or not all of it.",)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"a":' * 100_000])
def test_without_its_index_the_texts_are_versions(broken: bytes) -> None:
    """When nothing says what the texts are, they are offered as versions."""
    document = factbox.read(repacked(WHOLE, lambda entries: entries.update({"document.json": broken})))
    assert document.losses[1:] == ("The names of its versions and what was chosen for them are missing.",)
    assert document.work is not None
    assert [version.name for version in document.work.versions] == ["Version 1", "Version 2"]
    assert [block.text for block in document.work.original] == [block.text for block in HARBOUR.original]
    assert len(document.work.versions[0].history) == 2


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [None], [[]], {"a": 1}, -1, 1e400, True])
@pytest.mark.parametrize("field", ["schema", "title", "language", "current", "original", "versions"])
def test_an_index_with_odd_values_opens(field: str, value: object) -> None:
    """A field of another kind than it should be costs only itself."""
    document = reindexed(lambda index: index.update({field: value}))
    assert document.blocks
    assert document.work is not None


@pytest.mark.parametrize(
    "value", [None, 7, "x", [], {}, [None], {"heading": 3}, {"quote": "1"}, {"item": "0-99999999"}]
)
@pytest.mark.parametrize("field", ["name", "text", "roles", "choices", "history"])
def test_a_version_with_odd_values_opens(field: str, value: object) -> None:
    """The same for the fields of a version."""
    document = reindexed(lambda index: index["versions"][0].update({field: value}))
    assert document.blocks == DOCUMENT.blocks


def test_ranges_that_say_the_same_again_take_no_time() -> None:
    """An index that names all lines of a long text a hundred thousand times is read in time."""
    entries = {
        "document.json": json.dumps(
            {"original": {"text": "original.txt", "roles": {"item": "1-99999, " * 99_999}}}
        ),
        "original.txt": "One.\n" * 99_999,
    }
    document = factbox.read(archive.pack({name: text.encode() for name, text in entries.items()}))
    assert document.work is not None
    assert {block.role for block in document.work.original} == {Role.ITEM}


def test_a_text_that_nothing_names_is_a_version() -> None:
    """A text in the file that the index has lost is offered, not dropped."""
    document = reindexed(lambda index: index["versions"].pop())
    assert document.work is not None
    assert document.work.versions[-1] == Version("Found: versions/2.txt", (Block("Men built it."),))


def test_other_files_are_named() -> None:
    """What somebody else put into the file is not kept, and the reader says so."""
    document = factbox.read(repacked(WHOLE, lambda entries: entries.update({"../../picture.png": b"x"})))
    assert document.losses == ("1 file in it is not known here and will not be kept when you save.",)


def test_a_text_outside_the_file_is_never_read() -> None:
    """The name of a text leads nowhere but into the file."""
    document = reindexed(lambda index: index["versions"][0].update(text="/etc/hostname", history=[]))
    assert "The text of “For Year 5” is missing." in document.losses


def test_a_file_cut_off_opens_as_far_as_it_goes() -> None:
    """Without its table of contents the texts before the cut are there, with their names."""
    document = factbox.read(WHOLE[: WHOLE.index(b"history/1/001.txt")])
    assert document.work is not None
    assert document.work.title == "The harbour"
    assert [version.blocks for version in document.work.versions] == [each.blocks for each in HARBOUR.versions]
    assert document.losses[1:] == ("2 earlier states of “For Year 5” cannot be read, or not all of it.",)


def test_a_text_cut_off_gives_its_beginning() -> None:
    """The part of a text before the cut is read, and the reader says that words are missing."""
    words = " ".join(f"word{number}" for number in range(5000))
    whole = factbox.write(Document((Block(words),)))
    document = factbox.read(whole[: len(whole) // 3])
    assert document.losses[1:] == (
        "The original is damaged: words may be missing or wrong.",
        "The text of “Version 1” is missing.",
    )
    assert len(document.blocks[0].text) > 1000
    assert words.startswith(document.blocks[0].text)


@pytest.mark.parametrize("data", [b"", b"PK", b"A plain text.", bytes(1000), WHOLE[:40]])
def test_what_holds_no_text_is_refused(data: bytes) -> None:
    """Where nothing can be read, the error says so."""
    with pytest.raises(FormatError, match="no Fact Box document"):
        factbox.read(data)


def test_another_document_is_told_what_it_is() -> None:
    """A document of Word with the wrong ending is named, with what to do."""
    with pytest.raises(FormatError, match=r"Name it with \.docx"):
        factbox.read(archive.pack({"word/document.xml": b"<a/>"}))


@settings(max_examples=300)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_wrong_byte_is_never_silent(place: int, change: int) -> None:
    """Whichever byte is wrong, the file opens as it was, opens with a loss or is refused, quickly."""
    broken = bytearray(WHOLE)
    broken[place] ^= change
    document = assert_opens_or_refuses(bytes(broken))
    assert document is None or document.losses or document == DOCUMENT


@pytest.mark.parametrize("end", range(0, len(WHOLE), 7))
def test_wherever_it_is_cut_it_is_a_document_or_an_error(end: int) -> None:
    """Wherever the file ends, it opens whole, opens with a loss or is refused, quickly."""
    document = assert_opens_or_refuses(WHOLE[:end])
    assert document is None or document.losses or document == DOCUMENT


def assert_opens_or_refuses(data: bytes) -> Document | None:
    """Read a file that may be anything; give the document if it opens."""
    try:
        document = factbox.read(data)
    except FormatError:
        return None
    assert document.work is not None
    assert document.work.versions[document.work.current].blocks == document.blocks
    factbox.write(document)
    return document


def test_half_a_character_is_told() -> None:
    """A text that no file can hold is refused before anything is written."""
    with pytest.raises(FormatError, match="half a character"):
        factbox.write(Document((Block("\ud800"),)))


def test_half_a_character_in_a_name_survives() -> None:
    """A name may hold what a text may not."""
    document = Document(
        (Block("One."),), work=Work("\udcff", (Block("One."),), (Version("\ud800", (Block("One."),)),))
    )
    assert factbox.read(factbox.write(document)) == document
