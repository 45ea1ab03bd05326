"""Tests of OpenDocument texts: ours read back, and those that others make."""

import contextlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Document, Face, Role, Span
from factbox.formats import FormatError, opendocument
from factbox.formats.archive import pack
from factbox.formats.odtparts import MIMETYPE, SPACES
from strategies import shaped_texts, trees

FILES = Path(__file__).parent / "files"
COST = "Saving over the file loses what is not here."
NAMED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())


def package(body: str, styles: str = "", entries: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Make the smallest text that is one, as LibreOffice would write it."""
    content = (
        f"<office:document-content {NAMED}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text><text:sequence-decls/>{body}</office:text></office:body></office:document-content>"
    )
    return pack({"mimetype": MIMETYPE.encode(), "content.xml": content.encode()} | dict(entries))


def read(body: str, styles: str = "") -> Document:
    """Read a text with this body."""
    return opendocument.read(package(body, styles))


def texts(body: str, styles: str = "") -> list[str]:
    """Give the texts of its blocks."""
    return [block.text for block in read(body, styles).blocks]


WHOLE = package("<text:p>Boats sail.</text:p>" * 3)


@given(shaped_texts)
def test_what_is_written_reads_back_equal(blocks: tuple[Block, ...]) -> None:
    """Every text and every role, level and face survives writing and reading, and nothing is lost."""
    assert opendocument.read(opendocument.write(Document(blocks))) == Document(blocks)


def test_what_is_written_has_its_type_in_front() -> None:
    """Programs that look at the first bytes of a file know it."""
    written = opendocument.write(Document((Block("Boats sail."),)))
    assert written[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.textPK")


def test_what_no_file_may_hold_is_left_out() -> None:
    """Control signs and halves of characters do not make a file that nobody can open."""
    written = opendocument.write(Document((Block("mag\x00ma\ud800 \x0bis"),)))
    assert opendocument.read(written).blocks == (Block("magma is"),)


def test_a_text_of_another_library_is_read() -> None:
    """Headings, breaks, spaces, lists and tables of odfdo are read."""
    document = opendocument.read((FILES / "boats.odt").read_bytes())
    assert document.blocks == (
        Block("Stones", Role.HEADING),
        Block("Monks carried every  stone.\tHere."),
        Block("There."),
        Block("a wall", Role.ITEM),
        Block("a gate", Role.ITEM),
        Block("wood"),
    )
    assert document.losses == ("The text of 1 table is here as plain paragraphs.", COST)


def test_white_space_is_one_space() -> None:
    """What was broken for tidiness in the file is one space, and none at the ends of a paragraph."""
    assert texts("<text:p>\n  Boats \t\n <text:span> sail</text:span>.\n</text:p>") == ["Boats sail."]


def test_spaces_that_are_meant_stay() -> None:
    """Spaces, tabs and line breaks that are elements are characters and blocks."""
    body = (
        '<text:p>a<text:s/><text:s text:c="2"/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e</text:p>'
    )
    assert texts(body) == ["a   b\tc", "de"]


@pytest.mark.parametrize("number", ["99999999999", "-4", "x", "", "²"])
def test_a_number_of_spaces_that_lies_does_no_harm(number: str) -> None:
    """Nobody fills the memory with a number, and one that is none is one space."""
    assert len(texts(f'<text:p>a<text:s text:c="{number}"/>b</text:p>')[0]) <= 1002


@pytest.mark.parametrize("parent", ["Heading_20_2", "Title", "Heading"])
def test_a_style_made_from_a_heading_is_one(parent: str) -> None:
    """A paragraph is a heading when its style comes from one."""
    styles = f'<style:style style:name="P1" style:family="paragraph" style:parent-style-name="{parent}"/>'
    document = read('<text:p text:style-name="P1">Boats</text:p><text:p>sail.</text:p>', styles)
    assert [block.role for block in document.blocks] == [Role.HEADING, Role.BODY]


def test_styles_in_a_circle_end() -> None:
    """Styles that are made from each other are no headings."""
    styles = (
        '<style:style style:name="P1" style:parent-style-name="P2"/>'
        '<style:style style:name="P2" style:parent-style-name="P1"/>'
    )
    assert read('<text:p text:style-name="P1">Boats</text:p>', styles).blocks == (Block("Boats"),)


def test_items_are_the_first_paragraphs_of_list_items() -> None:
    """A second paragraph of an item goes on as body, a list in a list has items, and a list header has none."""
    body = (
        "<text:list><text:list-header><text:p>Take:</text:p></text:list-header>"
        "<text:list-item><text:p>oars</text:p><text:p>Two of them.</text:p><text:list><text:list-item>"
        "<text:p>long ones</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    assert [block.role for block in read(body).blocks] == [Role.BODY, Role.ITEM, Role.BODY, Role.ITEM]


def test_items_have_numbers_by_their_level() -> None:
    """A list may number its first level and not its second."""
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:list><text:list-item>'
        "<text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    assert read(body, styles).blocks == (Block("a", Role.NUMBERED), Block("b", Role.ITEM, 2))


def test_a_text_box_hangs_on_its_paragraph() -> None:
    """The text of a box comes behind the paragraph that it hangs on."""
    body = (
        "<text:p>Before.<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box>"
        "<svg:title>A box</svg:title></draw:frame> After.</text:p>"
    )
    assert texts(body) == ["Before. After.", "In the box."]
    assert read(body).losses == ("The text of 1 text box is here as plain paragraphs.", COST)


def test_changes_count_as_accepted() -> None:
    """What was deleted lies beside the text and is not read; changes are counted."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>sink</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Boats <text:change/>sail.</text:p>"
    )
    assert texts(body) == ["Boats sail."]
    assert read(body).losses == ("1 tracked change is here as if it had been accepted.", COST)


def test_what_is_not_shown_is_counted_and_named() -> None:
    """Pictures, objects with their pictures, notes and comments are one sentence."""
    body = (
        "<text:p>Boats<text:note><text:note-body><text:p>Big ones.</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>Why?</text:p></office:annotation>"
        "<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame> sail.</text:p>"
    )
    assert texts(body) == ["Boats sail."]
    assert read(body).losses == (
        "1 picture, 1 embedded object, 1 footnote and 1 comment are not shown here.",
        COST,
    )


def test_letters_have_the_faces_of_their_styles() -> None:
    """Faces come from the style of letters, the one it is made from, and that of a whole paragraph."""
    styles = (
        '<style:style style:name="Strong"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T1" style:parent-style-name="Strong"/>'
        '<style:style style:name="P1"><style:text-properties fo:font-style="italic"/></style:style>'
    )
    body = (
        '<text:p>a <text:span text:style-name="T1">b</text:span> <text:a xlink:href="https://c.example">d</text:a>'
        '</text:p><text:p text:style-name="P1">e</text:p><text:p text:style-name="Quotations">f</text:p>'
        '<text:h text:style-name="P1" text:outline-level="2">g</text:h>'
    )
    assert read(body, styles).blocks == (
        Block("a b d", spans=(Span(2, 3, Face.BOLD), Span(4, 5, Face.LINK, "https://c.example"))),
        Block("e", spans=(Span(0, 1, Face.ITALIC),)), Block("f", Role.QUOTATION), Block("g", Role.HEADING, 2),
    )  # fmt: skip


def test_type_and_links_within_the_text_are_named() -> None:
    """Underlined type and links to a place in the text are told."""
    styles = (
        '<style:style style:name="T1"><style:text-properties style:text-underline-style="solid"/></style:style>'
    )
    body = (
        '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h>'
        '<text:p><text:span text:style-name="T1">Boats</text:span> <text:a xlink:href="#b">sail</text:a>.</text:p>'
    )
    assert read(body, styles).losses == (
        "1 link within the file is plain text here.",
        "Underlined and struck out type is not kept.",
        COST,
    )


def test_a_table_of_contents_is_left_out() -> None:
    """Headings that stand in the table of contents are not counted twice."""
    contents = "<text:index-body><text:p>Boats 7</text:p></text:index-body>"
    body = f"<text:table-of-content>{contents}</text:table-of-content><text:p>Boats</text:p>"
    assert read(body).blocks == (Block("Boats"),)


def test_headers_are_named() -> None:
    """What stands in the margin of every page is told."""
    styles = f"<office:document-styles {NAMED}><style:header/></office:document-styles>"
    data = package("<text:p>Boats</text:p>", entries={"styles.xml": styles.encode()})
    assert opendocument.read(data).losses[0] == "1 header or footer is not shown here."


def test_a_text_with_a_password_is_told() -> None:
    """An encrypted text says what to do."""
    data = package("", entries={"META-INF/manifest.xml": b"<manifest:encryption-data/>"})
    with pytest.raises(FormatError, match="has a password"):
        opendocument.read(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"Just words.", "no document of a word processor"),
        (WHOLE[:200], "damaged or not complete"),
        (package("<text:p>"), "damaged"),
        (pack({"word/document.xml": b"<a/>"}), "Name it with .docx"),
        (pack({"content.xml": b"", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "no text"),
        (pack({"content.xml": b"<a/>"}), "no text in this document"),
        (pack({"content.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares entities"),
    ],
)
def test_what_is_no_text_is_told_what_it_is(data: bytes, told: str) -> None:
    """A file of another kind, a broken and a dangerous one are refused in plain words."""
    with pytest.raises(FormatError, match=told):
        opendocument.read(data)


def test_a_bomb_is_refused_quickly() -> None:
    """A small file that unpacks to a hundred megabytes is refused before it takes time or memory."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("content.xml", b"<a>" + b"<b/>" * (25 * 1024**2))
    with pytest.raises(FormatError, match="fill the memory"):
        opendocument.read(file.getvalue())


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_wrong_byte_is_a_document_or_an_error(place: int, change: int) -> None:
    """Whichever byte is wrong, the file opens or is refused in plain words."""
    broken = bytearray(WHOLE)
    broken[place] ^= change
    with contextlib.suppress(FormatError):
        assert opendocument.read(bytes(broken)).blocks


NAMES = (
    "text:p text:h text:list text:list-item text:span text:s text:tab table:table draw:frame draw:text-box "
    "draw:image text:note text:table-of-content text:line-break office:text style:style"
)


@given(trees(NAMES))
def test_elements_in_any_order_are_a_document(tree: str) -> None:
    """However the elements of a text stand in each other, it opens."""
    assert read(tree).blocks
