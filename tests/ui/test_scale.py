"""The scale: what it draws and what it says."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.ui.scale import Scale
from factbox.ui.theme import Theme


@pytest.fixture
def scale(qtbot: QtBot, theme: Theme) -> Scale:
    """Give a scale 288 pixels wide."""
    made = Scale(theme)
    qtbot.addWidget(made)
    made.resize(288, made.sizeHint().height())
    return made


def colour(scale: Scale, level: float) -> QColor:
    """Give the colour of the line at a Level."""
    return scale.grab().toImage().pixelColor(round(scale.place(level)), 9)


def test_bare_without_a_level(scale: Scale, theme: Theme) -> None:
    """Without a Level there is neither dot nor band."""
    scale.show_level(None, None, None, rough=False)
    assert all(colour(scale, level) == theme.track for level in range(1, 19))


def test_dot_stands_at_the_level(scale: Scale, theme: Theme) -> None:
    """The dot stands where the Level is, on the band, on the line."""
    scale.show_level(7.5, 5, 10, rough=False)
    assert colour(scale, 7.5) == theme.accent
    assert colour(scale, 5.5) == theme.band
    assert colour(scale, 15) == theme.track


def test_rough_band_is_dashed(scale: Scale, theme: Theme) -> None:
    """The band of a rough Level has gaps."""
    scale.show_level(4, 0, 18, rough=True)
    seen = {colour(scale, 6 + step / 20).name() for step in range(100)}
    assert theme.band.name() in seen
    assert theme.track.name() in seen


@pytest.mark.parametrize(("level", "end"), [(-4.0, 0), (27.0, 19)])
def test_values_beyond_the_ends_are_pinned(scale: Scale, level: float, end: int) -> None:
    """What lies beyond an end of the scale is shown at that end."""
    assert scale.place(level) == scale.place(end)


def test_says_in_words_what_it_draws(scale: Scale) -> None:
    """Screen readers hear the Level and the band."""
    scale.show_level(7.47, 4.9, 10.1, rough=False)
    assert "7.5" in scale.accessibleDescription()
    assert "4.9" in scale.accessibleDescription()


def test_says_that_there_is_no_level(scale: Scale) -> None:
    """Screen readers hear that there is no Level."""
    scale.show_level(None, None, None, rough=False)
    assert "No Level" in scale.accessibleDescription()


def test_height_follows_figures_and_text_scale(scale: Scale, theme: Theme) -> None:
    """Without figures the scale is lower, at text scale 2 twice as high."""
    whole = scale.sizeHint().height()
    scale.set_ticks(shown=False)
    assert scale.sizeHint().height() < whole
    scale.set_ticks(shown=True)
    scale.set_theme(theme, 2.0)
    assert scale.sizeHint().height() == 2 * whole


def test_a_goal_is_a_slot(scale: Scale, theme: Theme) -> None:
    """The slot is outlined from the lowest to the highest Level that meets the goal."""
    scale.show_goal(Goal(Aim.GRADE, 10.0, 2.0))
    scale.resize(288, scale.sizeHint().height())
    image = scale.grab().toImage()
    row = scale.sizeHint().height() - 22 - 11
    edges = [x for x in range(288) if image.pixelColor(x, row - 4) == theme.text]
    assert abs(edges[0] - scale.place(8)) <= 1
    assert abs(edges[-1] - scale.place(12)) <= 2


def test_only_a_goal_makes_it_taller(scale: Scale) -> None:
    """Without a goal there is no room for one."""
    without = scale.sizeHint().height()
    scale.show_goal(Goal())
    assert scale.sizeHint().height() > without
    scale.show_goal(None)
    assert scale.sizeHint().height() == without


def test_dot_lies_over_the_slot(scale: Scale, theme: Theme) -> None:
    """A dot in the slot is not cut by it."""
    scale.show_goal(Goal(Aim.GRADE, 7.0, 0.1))
    scale.show_level(7.0, 5, 10, rough=False)
    scale.resize(288, scale.sizeHint().height())
    middle = scale.sizeHint().height() - 22 - 11
    assert scale.grab().toImage().pixelColor(round(scale.place(7)), middle) == theme.accent


def test_the_end_of_a_plan_is_a_hollow_ring(scale: Scale, theme: Theme) -> None:
    """Its middle shows the panel, its rim the accent."""
    scale.show_ring(12)
    assert colour(scale, 12) == theme.panel
    assert scale.grab().toImage().pixelColor(round(scale.place(12)), 3) == theme.accent


def test_says_goal_and_plan(scale: Scale) -> None:
    """Screen readers hear the goal and where the plan ends."""
    scale.show_goal(Goal())
    scale.show_ring(5.37)
    assert "The goal is Grade 5 ± 0.5." in scale.accessibleDescription()
    assert "5.4" in scale.accessibleDescription()
