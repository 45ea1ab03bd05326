"""Tests of Rich Text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Document, Face, Role, Span
from factbox.formats import FormatError, rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Times;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2\sbasedon0 heading 2;}"
    r"{\s17 Quote;}{\*\cs10 Strong;}}"
    r"{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'02\'00.;}}{\listlevel\levelnfc23}\listid7}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}{\info{\title Hidden}}"
)


def read(body: str) -> Document:
    """Read a text behind the usual head."""
    return rtf.read(f"{HEAD}{body}}}".encode("latin-1"))


def texts(body: str) -> list[str]:
    """Give the texts of the blocks of a text."""
    return [block.text for block in read(body).blocks]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (r"One.\par Two.", ["One.", "Two."]),
        (r"One.\par\par Two.\par", ["One.", "", "Two."]),
        (r"One\line two\par", ["One", "two"]),
        ("One\ntwo\r\n three", ["Onetwo three"]),
        (r"na\'efve", ["naïve"]),
        (r"{\f1 \'cf\'f0\'e8}vet", ["Приvet"]),
        (r"\u8220?so\u8221?", ["“so”"]),
        (r"\uc2\u8220\'84\'84so", ["“so"]),
        (r"\u-10179?\u-8704?!", ["😀!"]),
        (r"\u-10179? alone", [" alone"]),
        (r"a\tab b\emdash c\~d\_e\{f\}\\", ["a\tb—c\u00a0d\u2011e{f}\\"]),
        (r"{\*\unknown gone}here", ["here"]),
        (r"{\v hidden}seen", ["seen"]),
        (r"{\deleted gone}{\revised come}", ["come"]),
        (r"{\listtext 1.\tab}item", ["item"]),
        (r"\pard\intbl a\cell b\cell\row\pard after\par", ["a", "b", "after"]),
        (r"{\pict\bin4 }}}}}words", ["words"]),
    ],
)
def test_words_are_what_a_reader_shows(body: str, found: list[str]) -> None:
    """Signs, encodings and ends of lines become text, and what nobody reads does not."""
    assert texts(body) == found


def test_paragraphs_have_their_roles() -> None:
    """Styles make headings and quotations, lists make items with or without numbers, on their levels."""
    body = (
        r"\pard\s1\b A\b0\par\pard\s2 B\par\pard\s17 C\par\pard\ls1\ilvl0 D\par\ilvl1 E\par"
        r"\pard{\*\pn\pnlvlblt}F\par\pard{\*\pn\pnlvlbody\pndec}G\par\pard H\par"
    )
    assert read(body).blocks == (
        Block("A", Role.HEADING), Block("B", Role.HEADING, 2), Block("C", Role.QUOTATION),
        Block("D", Role.NUMBERED), Block("E", Role.ITEM, 2), Block("F", Role.ITEM),
        Block("G", Role.NUMBERED), Block("H"),
    )  # fmt: skip


def test_letters_have_their_faces() -> None:
    """Bold and italic hold within their group or until they are turned off; a field is a link."""
    body = (
        r"{\b a}b{\i c\i0 d\plain e}\par"
        r'{\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt{\ul here}}} and '
        r'{\field{\*\fldinst{HYPERLINK \\l "mark"}}{\fldrslt there}}'
    )
    assert [block.spans for block in read(body).blocks] == [
        (Span(0, 1, Face.BOLD), Span(2, 3, Face.ITALIC)),
        (Span(0, 4, Face.LINK, "https://a.example"),),
    ]


def test_what_is_not_shown_is_counted_and_named() -> None:
    """Pictures, notes, headers, changes, tables and type are told; saving over the file is never spoken of."""
    body = (
        r"{\header h}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}a{\footnote b}{\*\annotation c}{\revised d}"
        r"{\ul e}\par\pard\intbl f\cell\row"
    )
    assert read(body).losses == (
        "1 picture, 1 footnote, 1 comment and 1 header or footer are not shown here.",
        "The text of 1 table is here as plain paragraphs.",
        "1 tracked change is here as if it had been accepted.",
        "Underlined and struck out type is not kept.",
    )


def test_a_cut_file_gives_what_is_left() -> None:
    """What is there is read, and it is told that the end may be missing."""
    document = rtf.read(rb"{\rtf1 One.\par Tw")
    assert [block.text for block in document.blocks] == ["One.", "Tw"]
    assert document.losses == ("This file ends too early: its last part may be missing.",)


def test_a_file_made_to_hold_us_up_is_refused() -> None:
    """Groups without end in each other are no document."""
    with pytest.raises(FormatError, match="nested too deeply"):
        rtf.read(b"{\\rtf1" + b"{" * 2_000)


@given(st.text(alphabet="{}\\\\*bfiu018'- ;parcellsoutln\n", max_size=80))
def test_any_markup_is_a_document(body: str) -> None:
    """Whatever stands in a file, it is read without a crash."""
    assert read(body).blocks
