"""Tests of a dossier on paper."""

import pytest
from PySide6.QtGui import QImage, QTextFormat

from factbox.dossier.parts import Dossier, Picture, Section, Table, Words
from factbox.drawing.chart import draw
from factbox.drawing.svg import svg
from factbox.metrics import picture as values
from factbox.session import pages
from factbox.session.dossierpages import document, keep_together, png

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


def _broken_before(dossier: Dossier) -> list[str]:
    """Give the blocks at which a page is made to begin."""
    made = document(dossier)
    pages.written("A title", lambda writer: keep_together(made, writer))
    blocks = [made.findBlockByNumber(number) for number in range(made.blockCount())]
    always = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    return [each.text() for each in blocks if each.blockFormat().pageBreakPolicy() & always]


def test_no_heading_stands_at_the_foot_of_a_page() -> None:
    """A page begins before it only where the first row of its table, three lines on, would be on the next."""
    table = Table("A table", ("Word", "Times"), (("boat", "3"),), frozenset({1}))
    found = []
    for many in range(20, 60):
        above = tuple(Words(f"Line {number}.") for number in range(many))
        last = Section("A heading", (table,))
        found.append(_broken_before(Dossier("A title", (Section("Lines", above), last))))
    broken = [number for number, each in enumerate(found) if each]
    assert 3 <= len(broken) <= 6
    # One page is full once: from few lines to many, it happens in one stretch.
    assert broken == list(range(broken[0], broken[0] + len(broken)))
    assert all(each == ["A heading"] for each in found if each)
