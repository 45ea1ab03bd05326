"""Labels: what they shorten, and what they tell screen readers."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox.ui.labels import Level, Line, Value, inset, say
from factbox.ui.theme import Role, Theme


@pytest.fixture
def level(qtbot: QtBot, theme: Theme) -> Level:
    """Give a label for the Level."""
    made = Level(theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.usefixtures("theme")
def test_line_keeps_its_whole_text(qtbot: QtBot) -> None:
    """A line that is drawn short still says all of its text, and asks for little room."""
    line = Line()
    qtbot.addWidget(line)
    line.setText("A remark that is far too long for the place it has")
    line.resize(60, 20)
    assert not line.grab().isNull()
    assert line.text().endswith("has")
    assert line.minimumSizeHint().width() < line.sizeHint().width()


@pytest.mark.usefixtures("theme")
def test_wrapping_line_is_not_shortened(qtbot: QtBot) -> None:
    """A line that may wrap asks for the room of its words."""
    line = Line()
    qtbot.addWidget(line)
    line.setText("two words")
    line.setWordWrap(True)
    assert line.heightForWidth(20) > line.heightForWidth(500)


@pytest.mark.usefixtures("theme")
def test_value_has_a_name_and_says_its_value(qtbot: QtBot) -> None:
    """A value tells screen readers its name and what it shows."""
    value = Value("tokens")
    qtbot.addWidget(value)
    value.show_fact("Tokens", "299")
    assert (value.objectName(), value.text()) == ("tokens", "299")
    assert (value.accessibleName(), value.accessibleDescription()) == ("Tokens", "299")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("7.470", ("7", ".470")),
        ("7,470", ("7", ",470")),
        ("21.334", ("21", ".334")),
        ("-1.250", ("−1", ".250")),
        ("—", ("—", "")),
    ],
)
def test_level_is_drawn_in_two_sizes(level: Level, text: str, parts: tuple[str, str]) -> None:
    """The text of the Level stays exact; what is drawn is its whole part and its decimals."""
    level.show_fact("Level", text)
    assert level.text() == text
    assert level.parts() == parts
    assert not level.grab().isNull()


def test_another_value_is_drawn_in_one_size(level: Level) -> None:
    """A ratio has no part that counts more than the rest."""
    level.set_divided(divided=False)
    level.show_fact("TTR", "0.607")
    assert level.parts() == ("0.607", "")
    assert not level.grab().isNull()


def test_level_is_never_cut(level: Level) -> None:
    """The label asks for the width of the figures it shows."""
    level.show_fact("Level", "7.470")
    narrow = level.minimumSizeHint().width()
    level.show_fact("Level", "21.334")
    assert level.minimumSizeHint().width() > narrow


def test_level_takes_smaller_sizes(level: Level) -> None:
    """In the strip the Level is smaller."""
    level.show_fact("Level", "7.470")
    large = level.sizeHint()
    level.set_roles(Role.STRIP_LEVEL, Role.STRIP_DECIMALS)
    assert level.sizeHint().height() < large.height()


def test_rough_level_is_quieter(level: Level, theme: Theme) -> None:
    """A rough Level is drawn in the second colour."""
    level.show_fact("Level", "8.000")
    level.resize(level.sizeHint())
    colours = set()
    for rough in (False, True):
        level.set_rough(rough=rough)
        image = level.grab().toImage()
        places = [(x, y) for x in range(40) for y in range(image.height())]
        colours.add(min(image.pixelColor(*place).lightness() for place in places))
    assert colours == {theme.text.lightness(), theme.second.lightness()}


@pytest.mark.usefixtures("theme")
def test_label_says_something_else(qtbot: QtBot) -> None:
    """A label takes new words."""
    line = Line()
    qtbot.addWidget(line)
    say(line, "two words")
    say(line, "two words")
    assert line.text() == "two words"


def test_words_keep_away_from_the_edges_however_wide_that_is(qtbot: QtBot) -> None:
    """Margins wider than a label is at first are there when it is shown."""
    label = QLabel("Words")
    qtbot.addWidget(label)
    inset(label, 90, right=90)
    label.show()
    assert label.contentsMargins().left() == 90
