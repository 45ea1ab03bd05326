"""Tests of drawings on the screen."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from factbox.metrics.picture import Bar, Line, Picture, Rule, Shown, Tone
from factbox.session.images import png
from factbox.ui import painting
from factbox.ui.theme import Theme

BARS = tuple(Bar(str(n), 3.0 + n, f"{3 + n}", "Words", None, tone) for n, tone in enumerate(Tone))
PICTURE = Picture(
    Shown.LEVEL, "A title", "What one sees.", "Level", BARS, (Rule("goal 5.0", 5.0, Line.GOAL),), in_order=True
)


def colours(image: QImage) -> set[str]:
    """Give all colours of an image."""
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "contrast"])
def test_a_picture_has_the_colours_of_the_theme(name: str, fonts: list[str]) -> None:
    """Its ground, its bars and what is above the goal are in the colours of the theme."""
    assert fonts
    theme = Theme.load(name)
    found = colours(painting.image(PICTURE, theme))
    assert {theme.panel.name(), theme.band.name(), theme.above.name()} <= found


def test_bars_can_be_told_apart_in_grey(theme: Theme) -> None:
    """Without any colour a bar above the goal has stripes and an original is hollow."""
    image = painting.image(PICTURE, theme).convertToFormat(QImage.Format.Format_Grayscale8)
    row = [image.pixelColor(x, int(image.height() * 0.78)).value() for x in range(image.width())]
    changes = [abs(one - other) > 40 for one, other in pairwise(row)]
    assert sum(changes) > 8


def test_an_image_says_what_it_shows(theme: Theme) -> None:
    """Title and words go with the image into its file."""
    image = painting.image(PICTURE, theme, 2.0)
    written = QImage.fromData(png(image))
    assert (written.text("Title"), written.text("Description")) == ("A title", "What one sees.")
    assert written.size() == image.size()
