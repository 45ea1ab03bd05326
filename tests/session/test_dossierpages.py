"""Tests of a dossier on paper."""

import io

import pypdf
import pytest
from PySide6.QtGui import QImage

from factbox.dossier.parts import Dossier, Picture, Section, Table, Words
from factbox.drawing.chart import draw
from factbox.drawing.svg import svg
from factbox.metrics import picture as values
from factbox.session.dossierpages import document, pdf, png

pytestmark = pytest.mark.usefixtures("qapp")


def _picture() -> Picture:
    bars = tuple(values.Bar(str(n), 4.0 * n, f"{4.0 * n}", f"Bar {n}.") for n in (1, 2))
    shown = values.Picture(values.Shown.LEVEL, "Level", "It rises.", "Level", bars, in_order=True)
    return Picture("Level", "It rises.", svg(draw(shown, 680.0, headed=False)))


def test_a_picture_is_an_image_sharp_enough_for_paper() -> None:
    """It has the shape of the drawing, more than twice as many dots, and its bars stand out from its ground."""
    image = QImage.fromData(png(_picture()))
    assert image.width() > 2 * 680
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert len(colours) > 1


def test_every_part_stands_on_the_paper() -> None:
    """Headings, paragraphs, the cells of tables and the words of pictures, in their order."""
    table = Table("A table", ("Word", "Times"), (("boat", "3"),), frozenset({1}))
    made = document(Dossier("A title", (Section("A heading", (Words("Words."), table, _picture())),)))
    told = [line for line in made.toPlainText().split("\n") if line and line != "\ufffc"]
    assert told == ["A title", "A heading", "Words.", "A table", "Word", "Times", "boat", "3", "Level. It rises."]


def _pages(dossier: Dossier) -> list[str]:
    """Give what stands on each page, in one line."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf(dossier))).pages]


@pytest.mark.parametrize(
    "part", [Table("A table", ("Word", "Times"), (("boat", "3"),), frozenset({1})), Words("boat")]
)
def test_no_heading_stands_at_the_foot_of_a_page(part: Table | Words) -> None:
    """It is on the page of what it leads to, and no page begins before it where both have room."""
    found = []
    for many in range(32, 52):
        above = tuple(Words(f"Line {number}.") for number in range(many))
        told = _pages(Dossier("A title", (Section("Lines", above), Section("A heading", (part,)))))
        of = {words: next(n for n, page in enumerate(told) if words in page) for words in ("A heading", "boat")}
        assert of["A heading"] == of["boat"]
        found.append((of["boat"], f"Line {many - 1}. " in told[of["boat"]]))
    # With few lines all is on one page; then the heading goes to the next alone, then lines go with it.
    assert found == sorted(found)
    assert {*found} == {(0, True), (1, False), (1, True)}
    assert found.count((1, False)) <= 6
