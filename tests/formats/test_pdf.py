"""Tests of the text in a PDF."""

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

from factbox.document import Block, Face, Role, Span
from factbox.formats import FormatError, pdf
from factbox.formats.pdffonts import _widths
from factbox.formats.pdflines import Page, paragraphs

SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LONG = "The boats come home every evening and bring the fish that they"


def page(*rows: tuple[str, float], x: float = 50.0, size: float = 12.0, font: str = "/Serif") -> Page:
    """Give a page with lines, each with where it stands."""
    made = Page()
    for text, y in rows:
        made.take(f"{text}\n", SAME, (1.0, 0.0, 0.0, 1.0, x, y), {"/BaseFont": font}, size)
    return made


def texts(*pages: Page) -> list[str]:
    """Give the texts of the paragraphs of pages."""
    return [block.text for block in paragraphs(pages)[0]]


def test_lines_that_stand_close_are_one_paragraph() -> None:
    """A larger distance begins another one."""
    assert texts(page((LONG, 700), ("caught.", 686), (LONG, 658), ("sold.", 644))) == [
        f"{LONG} caught.", f"{LONG} sold."
    ]  # fmt: skip


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    """Where no distance tells it, the last line of a paragraph is known by its length."""
    assert texts(page((LONG, 700), ("caught.", 686), (LONG, 672), ("sold.", 658))) == [
        f"{LONG} caught.", f"{LONG} sold."
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_the_page() -> None:
    """In mid-sentence the next page goes on."""
    assert texts(page((LONG, 700)), page(("caught at sea.", 700))) == [f"{LONG} caught at sea."]


def test_a_broken_word_is_whole_again() -> None:
    """A hyphen at the end of a line goes, unless the word has one elsewhere too."""
    first, second = f"{LONG} had ca-", "ught near the well-"
    rows = ((first, 700), (second + "x" * 40 + " well-", 686), ("known rock. It is a well-known one.", 672))
    (text,) = texts(page(*rows))
    assert "had caught near" in text
    assert "well-known rock" in text


def test_larger_letters_are_headings_and_marks_are_items() -> None:
    """The largest letters are those of the first level."""
    made = page(("Boats", 750), size=24)
    for size, rows in ((18, (("Sails", 720),)), (12, ((LONG, 700), ("• rope", 680), ("2. sail", 660)))):
        for text, y in rows:
            made.take(f"{text}\n", SAME, (1.0, 0.0, 0.0, 1.0, 50, y), None, size)
    assert paragraphs([made])[0] == [
        Block("Boats", Role.HEADING), Block("Sails", Role.HEADING, 2), Block(LONG), Block("rope", Role.ITEM),
        Block("sail", Role.NUMBERED),
    ]  # fmt: skip


def test_what_stands_on_every_page_is_left_out() -> None:
    """Headers and numbers of pages are counted, not read."""
    rows = [(LONG, 700), ("caught.", 686)]
    pages = [page(("A book", 800), *rows, (f"Page {number}", 20)) for number in range(4)]
    blocks, margins = paragraphs(pages)
    assert [block.text for block in blocks] == [f"{LONG} caught."] * 4
    assert margins == 8


def test_fonts_tell_faces() -> None:
    """Bold and italic letters are known by the name of their font."""
    made = Page()
    for text, font in (("It was ", "/Serif"), ("very", "/ABC+Serif-BoldItalic"), (" old.", "/Serif")):
        made.take(text, SAME, (1.0, 0.0, 0.0, 1.0, 50.0, 700.0), {"/BaseFont": font}, 12.0)
    (block,) = paragraphs([made])[0]
    assert block == Block("It was very old.", spans=(Span(7, 11, Face.BOLD), Span(7, 11, Face.ITALIC)))


def written(*, password: str = "") -> bytes:
    """Give a PDF with an empty page."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (written(), "pictures of pages"),
        (written(password="x" * 8), "password"),
        (written()[:200], "damaged"),
        (b"%PDF-1.7\n" + bytes(300), "damaged"),
        (b"no such thing", "no PDF"),
    ],
    ids=["without text", "locked", "cut", "zeros", "another"],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    """What is wrong is said, with what to do."""
    with pytest.raises(FormatError, match=told):
        pdf.read(data)


def test_tabs_are_spaces() -> None:
    """A page has no tabs; what a font calls one parts two words."""
    assert texts(page(("The\told\tmill.", 700))) == ["The old mill."]


def test_a_matrix_turns_places_and_sizes() -> None:
    """Browsers write their pages upside down and larger, and turn them by a matrix."""
    made = Page()
    for text, y in ((LONG, 100.0), ("caught.", 158.0)):
        matrix: Any = (0.24, 0.0, 0.0, -0.24, 0.0, 792.0)
        made.take(f"{text}\n", matrix, (1.0, 0.0, 0.0, -1.0, 50.0, y), None, 50.0)
    assert [round(row.size, 1) for row in made.lines] == [12.0, 12.0]
    assert texts(made) == [f"{LONG} caught."]


def test_a_font_with_endless_signs_costs_nothing() -> None:
    """A table that claims two thousand million signs is no reason to count them."""
    widths = pypdf.generic.ArrayObject(map(pypdf.generic.NumberObject, (0, 2_000_000_000, 0)))
    assert len(list(_widths(widths))) <= 0x10000


def test_what_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is an end to patience, and a way out."""
    monkeypatch.setattr(pdf, "LONGEST_SEARCH", -1.0)
    quay = Path(__file__).parent / "files" / "quay.pdf"
    with pytest.raises(FormatError, match="takes too long"):
        pdf.read(quay.read_bytes())


def test_what_stands_beyond_the_paper_is_not_read() -> None:
    """Qt writes a line that is cut by the end of a page twice: the half that nobody sees is left out."""
    made = Page(foot=0, head=842)
    for text, y in (("Above.", 850.0), ("The boats came in.", 700.0), ("Below.", -5.0)):
        made.take(f"{text}\n", SAME, (1.0, 0.0, 0.0, 1.0, 50.0, y), {"/BaseFont": "/Serif"}, 12.0)
    assert texts(made) == ["The boats came in."]
