"""Tests of Markdown: ours read back, and what others write."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factbox.document import Block, Document, Face, Role, Span
from factbox.formats import EncodingError, FormatError, markdown
from strategies import lines, shaped_blocks

SIGNS = st.text(alphabet="#*_-+`~<>[]()!&;\\|=:^.1 ab\t", max_size=12)
SHAPED = st.lists(shaped_blocks((lines | SIGNS).filter(str.strip)), min_size=1, max_size=6).map(tuple)
COST = "Saving over the file loses what is not here."


def read(source: str) -> Document:
    """Read a text in UTF-8."""
    return markdown.read(source.encode())


def texts(source: str) -> list[str]:
    """Give the texts of the blocks of a source."""
    return [block.text for block in read(source).blocks]


@given(SHAPED)
@example((Block("#", Role.HEADING), Block("a #", Role.HEADING), Block("&#32;"), Block("[^1]: b"), Block("---")))
def test_what_is_written_reads_back_equal(blocks: tuple[Block, ...]) -> None:
    """Whatever signs of Markdown are in a text, it survives writing and reading, and nothing is lost."""
    assert markdown.read(markdown.write(Document(blocks))) == Document(blocks)


def test_what_is_written_looks_as_one_writes_it() -> None:
    """Headings, items and paragraphs have their signs, and ordinary words have none."""
    blocks = (
        Block("Boats", Role.HEADING), Block(""), Block("They don’t sink (often) - at 5.30 & later."),
        Block("oars", Role.ITEM), Block("sails", Role.ITEM), Block("snake_case ends."),
    )  # fmt: skip
    assert markdown.write(Document(blocks)).decode() == (
        "# Boats\n\nThey don’t sink (often) - at 5.30 & later.\n\n- oars\n- sails\n\nsnake_case ends.\n"
    )


def test_encoding_and_line_ends_are_kept() -> None:
    """A file of Windows stays one."""
    data = "# Café\r\n\r\n“Tea”\r\n".encode("cp1252")
    assert markdown.write(markdown.read(data)) == data


def test_a_character_without_a_code_is_told() -> None:
    """Saving an arrow in Windows-1252 is refused as it is for plain text."""
    with pytest.raises(EncodingError, match="→"):
        markdown.write(Document((Block("a → b"),), encoding="cp1252"))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("One\ntwo\n\nthree", ["One two", "three"]),
        ("One  \ntwo\\\nthree<br>four", ["One", "two", "three", "four"]),
        ("*One* **two** `three` [four](https://example.org)", ["One two three four"]),
        ("> One\n> two", ["One two"]),
        ("```\nOne\n\ntwo\n```", ["One", "", "two"]),
        ("|a|b|\n|-|-|\n|c||", ["a", "b", "c"]),
        ("One[^1]\n\n[^1]: Two.\n    Three.\n\nFour", ["One", "Four"]),
        ("---\ntitle: One\n---\nTwo", ["Two"]),
        ("---\n\nTwo", ["Two"]),
        ("One\n\n***\n\ntwo", ["One", "two"]),
        ("a &amp; b \\* c", ["a & b * c"]),
        ("<div>\nOne\n</div>\n\ntwo", ["two"]),
        ("", [""]),
    ],
)
def test_signs_are_no_text(source: str, found: list[str]) -> None:
    """What sets a text is not in it."""
    assert texts(source) == found


def test_headings_and_items_have_their_roles() -> None:
    """Headings of both kinds are headings; of an item, its first paragraph is one."""
    source = "# A\n\nB\n===\n\n- c\n\n  d\n\n  1. e\n\nf"
    assert [block.role for block in read(source).blocks] == [
        Role.HEADING, Role.HEADING, Role.ITEM, Role.BODY, Role.NUMBERED, Role.BODY
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a **b *c*** d", [Span(2, 5, Face.BOLD), Span(4, 5, Face.ITALIC)]),
        ("a [b](https://c.example/é)", [Span(2, 3, Face.LINK, "https://c.example/é")]),
        ("<https://c.example>", [Span(0, 17, Face.LINK, "https://c.example")]),
        ('<b>a</b> <a href="b&amp;c">d</a>', [Span(0, 1, Face.BOLD), Span(2, 3, Face.LINK, "b&c")]),
        ("a</b> <i>b", [Span(2, 3, Face.ITALIC)]),
    ],
)
def test_letters_have_their_faces(source: str, found: list[Span]) -> None:
    """Stars, brackets and the tags of HTML set letters apart."""
    assert list(read(source).blocks[0].spans) == found


def test_lists_and_quotations_are_written_as_people_write_them() -> None:
    """Items lie in each other, numbers go on, and a quotation is one."""
    blocks = (
        Block("a", Role.NUMBERED), Block("b", Role.ITEM, 2), Block("c", Role.NUMBERED), Block("d", Role.QUOTATION),
        Block("e bold f", Role.QUOTATION, spans=(Span(2, 6, Face.BOLD),)), Block("g", Role.HEADING, 3),
    )  # fmt: skip
    written = markdown.write(Document(blocks)).decode()
    assert written == "1. a\n   - b\n2. c\n\n> d\n>\n> e **bold** f\n\n### g\n"


def test_what_is_not_shown_is_counted_and_named() -> None:
    """Pictures, notes, HTML, properties, tables, links and type are told."""
    source = (
        "---\ntitle: A\n---\n# A\n## B\n![c](d.png) [e](#f)[^1] ~~g~~ <kbd>h</kbd>\n\n[^1]: Note.\n\n1. i\n\n"
        "> j\n\n    k\n\n|l|\n|-|\n"
    )
    assert read(source).losses == (
        "1 picture, 1 footnote, 2 pieces of HTML and 1 list of properties are not shown here.",
        "The text of 1 table and 1 piece of code is here as plain paragraphs.",
        "1 link within the file is plain text here.",
        "Underlined and struck out type is not kept.",
        COST,
    )


def test_what_is_no_text_is_refused() -> None:
    """A picture with the ending of Markdown is told so."""
    with pytest.raises(FormatError, match="no text"):
        markdown.read(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


@pytest.mark.parametrize(
    "piece", ["[", "[^", "![](", "*a ", "_*", "`a", ">", "- ", "<a ", "&#", "|a|\n|-|\n", "[^a]: b\n", "#"]
)
def test_a_text_made_to_hold_us_up_does_not(piece: str) -> None:
    """A hundred thousand of any signs are read in time."""
    assert read(piece * (100_000 // len(piece))).blocks


@given(st.text(alphabet="#*_-`~<>[]()!&;\\|=:^1. ab\n\t", max_size=60))
def test_any_signs_are_a_document(source: str) -> None:
    """However odd a text is, it opens."""
    assert read(source).blocks


def test_nothing_is_left_out_however_deep_it_lies() -> None:
    """Lists and quotations in each other lose no words, and neither does what follows."""
    lists = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(30))
    assert texts(f"{lists}\nThe end.") == [*(f"item {depth}" for depth in range(30)), "The end."]
    assert texts("> " * 60 + "deep words") == ["deep words"]


def test_boxes_to_tick_are_written_as_they_were() -> None:
    """A list of tasks is one again when it is saved."""
    source = "- [ ] buy corn\n- [x] wait\n"
    assert markdown.write(read(source)).decode() == source


def test_small_losses_are_named_too() -> None:
    """Rules, the first number of a list, breaks and code within a line are told."""
    told = read("3. three\n\n***\n\nOne  \ntwo `code`.\n").losses
    assert told[:-1] == (
        "1 rule is not shown here.",
        "The text of 1 piece of code is here as plain paragraphs.",
        "1 list that begins with another number begins with 1 here.",
        "1 line break begins a paragraph here.",
    )
