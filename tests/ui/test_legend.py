"""Tests of the legend."""

from pytestqt.qtbot import QtBot

from factbox.ui.legend import Legend
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme


def test_the_legend_is_drawn_as_the_marks_are(qtbot: QtBot, theme: Theme) -> None:
    """Tints, lines and dots have the colours that they have in the text."""
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.resize(legend.sizeHint())
    legend.show()
    image = legend.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme.hard_tint.name(), theme.very_hard_tint.name(), theme.hard_word.name()} <= colours


def test_a_message_stands_before_the_legend(qtbot: QtBot, theme: Theme) -> None:
    """While something is said the legend waits, and it comes back."""
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show()
    legend = line.findChild(Legend)
    assert legend is not None
    line.show_legend(True)
    assert legend.isVisible()
    line.show_message("Saved.")
    assert not legend.isVisible()
    line.show_message("")
    assert legend.isVisible()
