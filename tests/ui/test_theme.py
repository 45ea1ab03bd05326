"""The look: every theme is whole and legible, the fonts are there, icons take their colour."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from factbox.session.fonts import load_fonts
from factbox.ui.theme import Role, Theme, choose, dress, font

NAMES = ("light", "sepia", "dark", "contrast")


def luminance(colour: QColor) -> float:
    """Give the relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast ratio of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_text_is_legible_on_every_ground(name: str) -> None:
    """Letters have a contrast of at least 4.5 wherever they stand."""
    theme = Theme.load(name)
    for ground in (theme.paper, theme.panel, theme.chosen, theme.popover):
        for letters in (theme.text, theme.second, theme.accent):
            assert contrast(letters, ground) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.selection) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_signs_are_visible(name: str) -> None:
    """The band and the warning have a contrast of at least 3 on their ground."""
    theme = Theme.load(name)
    assert contrast(theme.band, theme.panel) >= 3
    assert contrast(theme.above, theme.chosen) >= 3
    assert contrast(theme.hard_line, theme.hard_tint) >= 3
    assert contrast(theme.very_hard_line, theme.very_hard_tint) >= 3
    for ground in (theme.paper, theme.hard_tint, theme.very_hard_tint):
        assert contrast(theme.hard_word, ground) >= 4.5
        assert contrast(theme.text, ground) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_writing_is_easy_on_the_eye(name: str) -> None:
    """Text stands out from its paper by 12 to 1, and a wave under a word by 4.5 wherever it may lie."""
    theme = Theme.load(name)
    assert contrast(theme.text, theme.paper) >= 12
    for ground in (theme.paper, theme.hard_tint, theme.very_hard_tint):
        assert contrast(theme.misspelt, ground) >= 4.5


def test_unknown_theme_is_refused() -> None:
    """A theme without a file is an error that names the file."""
    with pytest.raises(FileNotFoundError, match="mauve"):
        Theme.load("mauve")


@pytest.mark.parametrize("name", NAMES)
def test_choose_gives_a_theme_by_name(name: str) -> None:
    """A theme chosen by name is that theme."""
    assert choose(name).name == name


def test_system_is_light_or_dark(theme: Theme) -> None:
    """The system's choice is one of the two everyday themes."""
    assert choose("system").name in {theme.name, "dark"}


def test_fonts_are_registered(fonts: list[str]) -> None:
    """The three families are there."""
    assert {"Inter", "Inter Display", "Literata"} <= set(fonts)


def test_fonts_may_be_registered_twice(fonts: list[str]) -> None:
    """A second registration finds the same families."""
    assert load_fonts() == fonts


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_own_face(role: Role) -> None:
    """No role falls back to a font of the system."""
    info = QFontInfo(font(role))
    assert info.family() == role.value.family
    assert info.weight() == role.value.weight


def test_scale_multiplies_sizes() -> None:
    """At text scale 2 every letter is twice as large."""
    assert font(Role.WRITING, 2.0).pixelSize() == 2 * font(Role.WRITING).pixelSize()


@pytest.mark.usefixtures("theme")
def test_figures_keep_their_place() -> None:
    """All figures of a value are equally wide."""
    metrics = QFontMetrics(font(Role.VALUE))
    assert metrics.horizontalAdvance("11111") == metrics.horizontalAdvance("00000")


def test_letters_are_not_hinted() -> None:
    """Fonts are drawn as designed."""
    assert font(Role.WRITING).hintingPreference() is QFont.HintingPreference.PreferNoHinting


@pytest.mark.usefixtures("theme")
def test_lines_of_writing_have_room() -> None:
    """Writing at 18 px stands on lines of 29 px."""
    assert QFontMetrics(font(Role.WRITING)).lineSpacing() == 29


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_take_colour_and_ratio(ratio: float, theme: Theme) -> None:
    """An icon is drawn in the colour asked for, at the ratio of the screen."""
    image = theme.pixmap("menu", "accent", 20, ratio).toImage()
    assert image.width() == round(20 * ratio)
    drawn = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(colour.alpha() > 200 for colour in drawn)
    strongest = max(drawn, key=QColor.alpha)
    assert abs(strongest.green() - theme.accent.green()) < 8


@pytest.mark.parametrize("name", NAMES)
def test_dress_reaches_the_application(name: str, theme: Theme, qapp: QApplication) -> None:
    """A dressed application has the colours and the font of the theme, in tooltips too."""
    chosen = Theme.load(name)
    dress(qapp, chosen, 1.5)
    assert qapp.palette().color(QPalette.ColorRole.Base) == chosen.paper
    assert QFontInfo(qapp.font()).pixelSize() == round(13 * 1.5)
    assert QToolTip.palette().toolTipBase().color() == chosen.popover
    dress(qapp, theme)


@pytest.mark.parametrize("name", NAMES)
def test_stylesheet_has_colours_and_scale(name: str) -> None:
    """The shapes of buttons and menus take the colours of the theme, and the text scale."""
    theme = Theme.load(name)
    assert theme.accent.name() in theme.stylesheet()
    assert theme.stylesheet(2.0) != theme.stylesheet()
