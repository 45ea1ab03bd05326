"""The foot: what it says and where."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from factbox.ui.figures import Figure
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme


def test_says_message_size_and_zoom(qtbot: QtBot, theme: Theme) -> None:
    """The message stands at the left, size and zoom follow at the right."""
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show_message("Copied")
    line.show_figures({Figure.WORDS: ("290 words", "All words count.")})
    line.show_zoom("100 %")
    line.resize(600, 32)
    line.show()
    origin = QPoint()
    places = {label.text(): label.mapTo(line, origin).x() for label in line.findChildren(QLabel)}
    assert places["Copied"] < places["290 words"] < places["100 %"]


def test_follows_theme_and_text_scale(qtbot: QtBot, theme: Theme) -> None:
    """The foot takes another theme, and twice the height at text scale 2."""
    line = StatusLine(theme)
    qtbot.addWidget(line)
    dark = Theme.load("dark")
    line.set_theme(dark, 2.0)
    assert line.height() == 64
    assert {label.palette().windowText().color().name() for label in line.findChildren(QLabel)} == {
        dark.second.name()
    }


def are_whole(labels: Iterable[QLabel]) -> bool:
    """Tell whether labels are seen from end to end."""
    rights = [(each, each.mapTo(each.window(), QPoint(each.sizeHint().width(), 0)).x()) for each in labels]
    return all(
        right <= each.window().width() and each.width() >= each.sizeHint().width() for each, right in rights
    )


def test_a_narrow_foot_drops_the_less_important_figures(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is cut off: characters go before reading time, and the words stay to the last."""
    room = QWidget()
    qtbot.addWidget(room)
    line = StatusLine(theme, 1.0, room)
    texts = {
        Figure.WORDS: "290 words",
        Figure.READING: "1 min read",
        Figure.CHARACTERS: "1700 characters",
        Figure.SPEAKING: "2 min aloud",
    }
    line.show_figures({figure: (text, "") for figure, text in texts.items()})
    room.resize(1000, 100)
    room.show()
    seen: list[set[str]] = []
    for width in (900, 400, 300, 150):
        line.resize(width, 32)
        shown = [label for label in line.findChildren(QLabel) if label.isVisible() and label.text()]
        qtbot.waitUntil(partial(are_whole, shown))
        seen.append({label.text() for label in shown})
    assert seen[0] == set(texts.values())
    assert seen[0] > seen[1] > seen[2] > seen[3] == {"290 words"}
    assert "1700 characters" not in seen[2]
    assert "1 min read" in seen[2]


def test_a_message_leaves_the_words_in_place(qtbot: QtBot, theme: Theme) -> None:
    """A long message shortens itself rather than taking all of the foot."""
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show_figures({Figure.WORDS: ("290 words", "")})
    line.resize(400, 32)
    line.show()
    line.show_message("A very long message " * 20)
    assert next(label for label in line.findChildren(QLabel) if label.text() == "290 words").isVisible()
