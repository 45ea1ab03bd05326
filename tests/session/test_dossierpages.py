"""Tests of a dossier on paper."""

import pytest
from PySide6.QtGui import QImage

from factbox.dossier.parts import Dossier, Picture, Section, Table, Words
from factbox.drawing.chart import draw
from factbox.drawing.svg import svg
from factbox.metrics import picture as values
from factbox.session.dossierpages import document, png

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
