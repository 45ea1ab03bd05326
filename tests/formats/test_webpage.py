"""Tests of web pages: ours read back, and those that others make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Document, Face, Role, Span
from factbox.formats import FormatError, webpage
from strategies import shaped_texts

COST = "Saving over the file loses what is not here."


def read(page: str) -> Document:
    """Read a page in UTF-8."""
    return webpage.read(page.encode())


def texts(page: str) -> list[str]:
    """Give the texts of the blocks of a page."""
    return [block.text for block in read(page).blocks]


def roles(page: str) -> list[Role]:
    """Give the roles of the blocks of a page."""
    return [block.role for block in read(page).blocks]


@given(shaped_texts)
def test_what_is_written_reads_back_equal(blocks: tuple[Block, ...]) -> None:
    """Every text with all its spaces, roles, levels and faces survives writing and reading; nothing is lost."""
    assert webpage.read(webpage.write(Document(blocks))) == Document(blocks)


def test_a_page_is_complete() -> None:
    """A page says its language, its encoding and its title, and names nothing outside itself."""
    page = webpage.write(Document((Block(""), Block("Boats & <oars>", Role.HEADING)))).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>Boats &amp; &lt;oars&gt;</title>" in page
    assert not any(word in page for word in ("src=", "href=", "<script", "@import"))


def test_items_stand_in_a_list() -> None:
    """Items that follow each other are one list."""
    page = webpage.write(Document((Block("a", Role.ITEM), Block("b", Role.ITEM), Block("c")))).decode()
    assert "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>" in page


def test_what_no_file_may_hold_is_left_out() -> None:
    """Control signs and halves of characters do not come into a page."""
    assert webpage.read(webpage.write(Document((Block("mag\x00ma\ud800"),)))).blocks == (Block("magma"),)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>One\n two</p><p>three", ["One two", "three"]),
        ("One <b>tw</b>o<div>three</div>four", ["One two", "three", "four"]),
        ("<p>One</p>\n\n<p>  </p><p>two</p>", ["One", "two"]),
        ("<p>One<br>two<br></p>", ["One", "two"]),
        ("<p>One<br><br>two</p>", ["One", "", "two"]),
        ("<pre>\none\n  two</pre>", ["", "one", "  two"]),
        ("<p>caf&eacute; &amp; &#8220;tea&#8221; &lt;3", ["café & “tea” <3"]),
        ("<p>He said <q>yes</q>.", ["He said “yes”."]),
        ("<table><tr><td>a<td> <td>b<tr><th>c</table>", ["a", "b", "c"]),
        ("Just words.", ["Just words."]),
        ("", [""]),
        ("<!-- nothing -->", [""]),
        ("<p>in<wbr>visible so&shy;ft", ["invisible so\u00adft"]),
    ],
)
def test_blocks_are_what_a_browser_sets_apart(page: str, found: list[str]) -> None:
    """Block elements part the text, others do not; white space is one space outside of what keeps it."""
    assert texts(page) == found


def test_headings_and_items_have_their_roles() -> None:
    """Headings of any level are headings; of an item, its first paragraph is one."""
    page = "<h1>A</h1><h6>B <i>c</i></h6><ul><li>d<ul><li>e</ul><li><p>f<p>g</ul><p>h"
    assert roles(page) == [Role.HEADING] * 2 + [Role.ITEM] * 3 + [Role.BODY] * 2


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>a <b>b <i>c</i></b> d", [Span(2, 5, Face.BOLD), Span(4, 5, Face.ITALIC)]),
        ('<p>a <a href="https://b.example">b</a>', [Span(2, 3, Face.LINK, "https://b.example")]),
        ('<b style="font-weight:normal">a <span style="font-weight:700">b</span></b>', [Span(2, 3, Face.BOLD)]),
        ('<p><a href="javascript:c()">a</a> <a href="#b">b</a>', []),
    ],
)
def test_letters_have_the_faces_that_a_browser_shows(page: str, found: list[Span]) -> None:
    """Tags and styles make letters bold or italic, and only addresses outside the page are links."""
    assert list(read(page).blocks[0].spans) == found


def test_lists_and_quotations_keep_their_kind() -> None:
    """Numbers, the depth of items and quotations are what they were."""
    page = "<ol><li>a<ul><li>b</ul><li>c</ol><blockquote><p>d</p><p>e</blockquote><p>f"
    assert read(page).blocks == (
        Block("a", Role.NUMBERED), Block("b", Role.ITEM, 2), Block("c", Role.NUMBERED),
        Block("d", Role.QUOTATION), Block("e", Role.QUOTATION), Block("f"),
    )  # fmt: skip


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "textarea", "svg"])
def test_what_nobody_reads_is_left_out(tag: str) -> None:
    """Scripts, styles and the like are no text."""
    assert texts(f"<p>One<{tag}>alert(1)</{tag}> two</p>") == ["One two"]


def test_what_is_hidden_is_left_out() -> None:
    """What a browser does not show is not read."""
    assert texts("<p>One<span hidden> secret</span></p><title>No</title>") == ["One"]


def test_what_is_not_shown_is_counted_and_named() -> None:
    """Pictures, objects, notes, tables, links and type are told."""
    page = (
        '<h1>A</h1><h2>B</h2><p><img src="a.png"><svg><path/></svg><video src="b"></video><math><mi>x</mi></math>'
        '<a role="doc-noteref" href="#n">1</a><a href="#d">c</a> <u>d</u></p>'
        "<ol><li>e</ol><blockquote>f</blockquote><table><tr><td>g</table>"
        '<section role="doc-endnotes"><p>The note.</section>'
    )
    assert texts(page) == ["A", "B", "c d", "e", "f", "g"]
    assert read(page).losses == (
        "2 pictures, 1 embedded object, 1 equation and 1 footnote are not shown here.",
        "The text of 1 table is here as plain paragraphs.",
        "1 link within the file is plain text here.",
        "Underlined and struck out type is not kept.",
        COST,
    )


@pytest.mark.parametrize(
    "data",
    [
        "<p>Café “tea”".encode("cp1252"),
        '<meta charset="iso-8859-1"><p>Café “tea”'.encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Café “tea”'.encode("cp1252"),
        '<?xml version="1.0" encoding="macroman"?><p>Café “tea”'.encode("mac_roman"),
        "<p>Café “tea”".encode(),
        "<p>Café “tea”".encode("utf-8-sig"),
        "<p>Café “tea”".encode("utf-16"),
        '<meta charset="latin-1"><p>Café “tea”'.encode("utf-16"),
        '<meta charset="utf-16"><p>Café “tea”'.encode(),
        '<meta charset="nonsense"><p>Café “tea”'.encode(),
        '<meta charset="zip"><p>Café “tea”'.encode(),
        '<meta charset="\x81"><p>Café “tea”'.encode(),
    ],
)
def test_the_encoding_is_that_of_the_mark_the_page_or_the_bytes(data: bytes) -> None:
    """A mark at the start tells the encoding, else the page itself, else the bytes; odd names do no harm."""
    assert webpage.read(data).blocks == (Block("Café “tea”"),)


def test_a_wrong_encoding_is_told() -> None:
    """A page with bytes that its encoding does not have opens, and says so."""
    assert webpage.read(b'<meta charset="utf-8"><p>Caf\xe9').losses[0].startswith("It is not quite")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b'<meta charset="ascii">\x00\x00', b"PK\x03\x04" * 9]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """A picture or a zip file with the ending of a page is told so."""
    with pytest.raises(FormatError, match="signs that only programs read"):
        webpage.read(data)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!",
        "<!--",
        "<![CDATA[",
        "<a ",
        "<a b='",
        "</",
        "<?",
        "&",
        "&#",
        "<p>",
        "<div>",
        "<b>",
        "<ul><li>",
        "<q>",
    ],
)
def test_a_page_made_to_hold_us_up_does_not(piece: str) -> None:
    """Half a megabyte of any beginning is read in linear time, however deep it is nested."""
    assert read(piece * (500_000 // len(piece))).blocks


@given(st.text(alphabet="<>/ab pliqhr1&;=\"'!-?\n", max_size=60))
def test_any_markup_is_a_document(page: str) -> None:
    """However broken the markup is, a page opens."""
    assert read(page).blocks


def test_a_sign_for_a_letter_that_was_lost_elsewhere_is_a_letter() -> None:
    """A page that holds U+FFFD itself is in its encoding; one whose bytes are none is not."""
    page = '<meta charset="utf-8"><p>Bo{}ts</p>'
    assert webpage.read(page.format("\ufffd").encode()).losses == ()
    assert webpage.read(page.format("?").encode().replace(b"?", b"\xff")).losses != ()
