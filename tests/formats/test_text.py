"""Tests of plain text files."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Document
from factbox.formats import EncodingError, FormatError, text
from strategies import blocks

WRAPPED = """The harbour was built by monks, who carried the stones down
from the hill one winter after another. Nobody knows how
long it took them. When they had finished, they planted an
orchard behind the wall."""


def texts(*lines: str) -> tuple[Block, ...]:
    """Make blocks of lines."""
    return tuple(map(Block, lines))


@pytest.mark.parametrize("encoding", text.ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(encoding: str, newline: str) -> None:
    """What is written is read back equal, in every encoding and with every line end."""
    document = Document(texts("Déjà vu.", "", "“Yes,” she said.", ""), encoding=encoding, newline=newline)
    assert text.read(text.write(document)) == document


@given(
    st.lists(blocks, min_size=1, max_size=6).map(tuple), st.sampled_from(["utf-8-sig", "utf-16-le", "utf-16-be"])
)
def test_what_is_written_reads_back_equal(drawn: tuple[Block, ...], encoding: str) -> None:
    """Any text that is not broken by hand inside paragraphs survives writing and reading."""
    # An empty line between the blocks keeps them apart whatever they look like.
    apart = tuple(each for block in drawn for each in (block, Block("")))
    document = Document(apart, encoding=encoding)
    assert text.read(text.write(document)).blocks == apart


def test_the_bytes_of_a_file_stay_the_same() -> None:
    """Reading and writing an ordinary file changes not a byte."""
    data = codecs.BOM_UTF8 + "One.\r\n\r\nTwo £.\r\n".encode()
    assert text.write(text.read(data)) == data


def test_an_empty_file_is_one_empty_block() -> None:
    """No bytes are an empty text."""
    assert text.read(b"").blocks == texts("")


def test_utf_16_is_known_without_its_mark() -> None:
    """Zeros in every other byte tell UTF-16 and its order."""
    assert text.read("Plain words.".encode("utf-16-le")).encoding == "utf-16-le"
    assert text.read("Plain words.".encode("utf-16-be")).encoding == "utf-16-be"


def test_what_is_no_utf_8_is_windows_1252() -> None:
    """Old files of Windows are read, curly quotes and all."""
    document = text.read("“Café”".encode("cp1252"))
    assert (document.blocks, document.encoding) == (texts("“Café”"), "cp1252")


def test_nearly_utf_8_is_read_with_a_warning() -> None:
    """A file with one bad byte among good ones opens, and says that letters may look wrong."""
    assert any("Windows-1252" in loss for loss in text.read("Café ".encode() + b"\xff").losses)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"MZ\x90\x00\x03\x00\x00", b"abc\x00def", b"\x01\x02\x03\x04" * 9],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    """What is no text is told so, not shown as noise."""
    with pytest.raises(FormatError, match="no text"):
        text.read(data)


def test_bytes_without_a_meaning_are_refused() -> None:
    """Bytes that no known encoding has are told so."""
    with pytest.raises(FormatError, match="UTF-8"):
        text.read(b"caf\x81 \xff\x8d")


def test_a_character_without_a_code_is_told() -> None:
    """Saving an arrow in Windows-1252 names the arrow and loses nothing."""
    with pytest.raises(EncodingError, match="“→” cannot be written in Windows-1252"):
        text.write(Document(texts("a → b"), encoding="cp1252"))


def test_half_a_character_is_told() -> None:
    """A lone surrogate cannot be written, and is named in a way that can be printed."""
    with pytest.raises(EncodingError, match="ud800"):
        text.write(Document(texts("a \ud800 b")))


def test_lines_broken_by_hand_are_joined() -> None:
    """A paragraph wrapped at a width is one block, and the reader says so."""
    document = text.read(WRAPPED.encode())
    assert document.blocks == texts(WRAPPED.replace("\n", " "))
    assert any("joined" in loss for loss in document.losses)


@pytest.mark.parametrize(
    "lines",
    [
        ["My dog", "He runs fast."],
        ["Roses are red", "Violets are blue"],
        ["City Opens New Bridge", "", "The mayor cut the ribbon."],
        ["Shopping list:", "- milk", "- brown bread", "- six eggs"],
        ["1. wash the pan", "2. dry it"],
        ["A sentence stands on this line.", "Another one stands on this.", "And a third one ends it."],
        ["def f():", "    return 1"],
        ["milk", "bread", "eggs"],
        ["because", "beautiful", "believe", "beneath"],
        ["roses are red", "violets are blue", "sugar is sweet", "and so are you"],
        ["Tiger, tiger, burning bright,", "in the forests of the night."],
        ["I wandered slowly home", "across the quiet fields", "to see you once again."],
        [
            "https://example.org/a/very/long/address/of/a/page",
            "https://example.org/another/very/long/address/here",
        ],
        ["it was a long and lovely evening by the sea, and", "nobody wanted to go home before the stars were out"],
    ],
)
def test_lines_that_mean_something_stay(lines: list[str]) -> None:
    """Titles, verses, lists and one-line paragraphs are not run together."""
    blocks, joined = text.parse("\n".join(lines))
    assert blocks == texts(*lines)
    assert not joined


def test_control_signs_do_not_come_in() -> None:
    """What is pasted may be written and read again: signs that only programs read are dropped."""
    assert text.as_typed("Words\x00 \x01here.\tNow") == "Words here.\tNow"


def test_a_blank_line_ends_a_paragraph() -> None:
    """Two wrapped paragraphs stay two."""
    assert text.as_typed(f"{WRAPPED}\n\n{WRAPPED}").count("\n") == 2


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    """A compound broken at its hyphen is one word again."""
    assert text.parse("The sea was calm and well-\nknown to us.", short_lines=True)[0] == texts(
        "The sea was calm and well-known to us."
    )


def test_mixed_line_ends_are_told() -> None:
    """A file with two kinds of line ends gets the commoner one, and the reader says so."""
    document = text.read(b"One.\r\nTwo.\r\nThree.\n")
    assert document.newline == "\r\n"
    assert len(document.losses) == 1


def test_bytes_are_decoded_without_making_blocks() -> None:
    """What is no prose gets its text as it is, with the name of its encoding."""
    assert text.decode(b"\xef\xbb\xbfa;b\r\nc;d") == ("a;b\r\nc;d", "utf-8-sig", [])
