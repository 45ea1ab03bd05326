"""Tests of typefaces with room between their lines."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from factbox.ui.theme import LEADING, WRITING, Role
from factbox.ui.typefaces import Typesetting, spaced

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.mark.parametrize("family", ["Literata", "Inter", "DejaVu Serif"])
@pytest.mark.parametrize("leading", [1.6, 1.9, 2.4])
def test_lines_are_as_far_apart_as_was_asked_for(family: str, leading: float) -> None:
    """That goes for our own typefaces and for those of the computer."""
    if QFontInfo(QFont(family)).family() != family:
        pytest.skip(f"there is no {family} here")
    letters = Typesetting(family, leading=leading).font(Role.WRITING, 1.0)
    assert QFontMetricsF(letters).lineSpacing() / letters.pixelSize() == pytest.approx(leading, abs=0.03)


def test_letters_never_touch() -> None:
    """Less than the letters need is what they need."""
    plain = QFontMetricsF(Typesetting("Literata", leading=1.2).font(Role.WRITING, 1.0))
    assert plain.lineSpacing() == pytest.approx(plain.ascent() + plain.descent(), abs=0.1)


def test_words_are_as_wide_as_before() -> None:
    """Only the gap between the lines is another: letters, bold and italic stay what they are."""
    before, after = (Typesetting("Literata", leading=each).font(Role.WRITING, 1.0) for each in (LEADING, 2.0))
    assert before.family() != after.family()
    for weight, italic in ((400, False), (700, False), (400, True)):
        for letters in (before, after):
            letters.setWeight(QFont.Weight(weight))
            letters.setItalic(italic)
        assert QFontMetricsF(before).horizontalAdvance("Find fjords") == pytest.approx(
            QFontMetricsF(after).horizontalAdvance("Find fjords"), abs=0.1
        )
        assert QRawFont.fromFont(after).weight() == QRawFont.fromFont(before).weight()


def test_the_usual_setting_makes_no_copy() -> None:
    """The program starts without that work."""
    assert spaced(WRITING, LEADING) == WRITING


def test_a_typeface_that_is_not_there_is_left_to_qt() -> None:
    """Nothing fails; Qt shows another one."""
    assert spaced("No Such Typeface", 1.8) == "No Such Typeface"


def test_a_column_is_measured_in_characters() -> None:
    """Twice as many need twice the room, and a wide typeface more than a narrow one."""
    narrow = Typesetting().font(Role.WRITING, 1.0)
    assert Typesetting(measure=140).column(narrow) == pytest.approx(
        2 * Typesetting(measure=70).column(narrow), abs=1
    )
    assert Typesetting().column(Typesetting().font(Role.WRITING, 2.0)) > 1.9 * Typesetting().column(narrow)
