"""There is room for all that is said, in every language, in large letters, and from right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLayout, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Panel
from factbox.session.settings import Settings
from factbox.translation import LANGUAGES
from factbox.ui.labels import Value
from factbox.ui.page import VerbRow, verb
from factbox.ui.preferences import PreferencesDialog
from factbox.ui.theme import Theme, dress
from factbox.ui.tongue import speak_as
from factbox.ui.window import MainWindow

TALE = "The mill stood by the river. It ground the corn of nine farms, and nobody knew a year without it. " * 5
REPORT = "The administration needed approximately nine facilities, and it asked the owner of the mill. " * 5


def cramped(root: QWidget) -> list[str]:
    """Give the labels and buttons that are smaller than they can bear, or stick out of what they are in."""
    found = []
    speaking: list[QLabel | QAbstractButton] = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    for each in speaking:
        parent = each.parentWidget()
        if not each.isVisible() or not each.text() or parent is None:
            continue
        least = each.minimumSizeHint()
        is_small = each.width() < least.width() or each.height() < least.height()
        if is_small or not parent.rect().contains(each.geometry()):
            found.append(f"{type(each).__name__} {each.text()!r}: {each.size().toTuple()} of {least.toTuple()}")
    for area in root.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.width() > area.viewport().width():
            found.append(f"{content.objectName()} {content.width()} of {area.viewport().width()}")
    return found


def layouts(root: QWidget) -> Iterator[QLayout]:
    """Give every layout of what is on the screen."""
    for each in (root, *root.findChildren(QWidget)):
        layout = each.layout()
        if layout is not None and each.isVisible():
            yield layout


def overlapping(root: QWidget) -> list[str]:
    """Give neighbours in a layout that lie on each other."""
    found = []
    for layout in layouts(root):
        items = (layout.itemAt(place) for place in range(layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        shown = [each for each in widgets if each is not None and each.isVisible() and not each.size().isEmpty()]
        for place, one in enumerate(shown):
            found += [
                f"{type(one).__name__} {one.objectName()} and {type(other).__name__} {other.objectName()}"
                for other in shown[place + 1 :]
                if one.geometry().intersects(other.geometry())
            ]
    return found


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    """Let the interface run in a direction."""
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """Give the program back its usual font."""
    yield
    dress(qapp, theme)


def full(qtbot: QtBot, scale: float, panel: Panel) -> MainWindow:
    """Give a window with a text, a goal, and an open panel, in a program of that text scale."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, Theme.load("light"), scale)
    made = MainWindow()
    qtbot.addWidget(made, before_close_func=lambda _widget: made.manuscript.abandon())
    made.store.change(scale=scale)
    made.resize(1280, 800)
    made.show()
    made.editor.setPlainText(TALE)
    made.reporting.aim(Goal(value=2.0))
    made.commands[panel.value].trigger()
    qtbot.waitUntil(lambda: "100" in {value.text() for value in made.findChildren(Value)})
    return made


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut(language: str, scale: float, qtbot: QtBot) -> None:
    """At the usual size and at twice that."""
    speak_as(language)
    window = full(qtbot, scale, Panel.SENTENCES)
    qtbot.waitUntil(lambda: not cramped(window) + overlapping(window))


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1280, 800)), (1.0, (800, 600)), (2.0, (800, 600)), (3.0, (800, 600))]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_panel_is_whole_or_scrolls(language: str, scale: float, size: tuple[int, int], qtbot: QtBot) -> None:
    """With its buttons for a chosen row, however small the window is for its letters."""
    speak_as(language)
    window = full(qtbot, scale, Panel.PLAN)
    window.resize(*size)
    window.editor.setPlainText(REPORT)
    plan = window.panels.plan
    qtbot.waitUntil(lambda: any("approximately" in row.head for row in plan.list.rows))
    plan.enter()
    qtbot.waitUntil(lambda: not cramped(window) + overlapping(window))
    window.commands[Panel.WORDS.value].trigger()
    words = window.panels.words
    qtbot.waitUntil(lambda: "approximately" in {row.key for row in words.list.rows})
    words.list.choose("approximately")
    qtbot.waitUntil(lambda: any("about" in each.text() for each in words.findChildren(QAbstractButton)))
    qtbot.waitUntil(lambda: not cramped(window) + overlapping(window))


def test_long_verbs_stand_below_each_other(theme: Theme, qtbot: QtBot) -> None:
    """And beside each other where there is room for their words."""
    row = VerbRow()
    qtbot.addWidget(row)
    buttons = [verb(words, row) for words in ("Use “neighbourhood council”", "Count as hard again")]
    for button in buttons:
        row.add(button)
    row.set_theme(theme, 1.0)
    row.resize(336, 80)
    row.show()
    qtbot.waitUntil(lambda: buttons[0].x() == buttons[1].x())
    assert not cramped(row) + overlapping(row)
    row.resize(600, 80)
    qtbot.waitUntil(lambda: buttons[0].y() == buttons[1].y())
    buttons[0].setText("Use “neighbourhood council” where it stands, and everywhere else in the text")
    qtbot.waitUntil(lambda: buttons[0].x() == buttons[1].x())


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preferences_are_whole(
    language: str, scale: float, qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    """On a screen of 800 pixels, where every setting has another value than its default."""
    speak_as(language)
    dress(qapp, theme, scale)
    dialog = PreferencesDialog(theme, scale)
    qtbot.addWidget(dialog)
    dialog.show_settings(Settings(theme="dark", language="de", scale=scale, side=False))
    dialog.show()
    assert dialog.width() < 800
    qtbot.waitUntil(lambda: not cramped(dialog) + overlapping(dialog))


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("panel", [Panel.PLAN, Panel.WORDS, Panel.PROFILE, Panel.PICTURES])
def test_nothing_lies_on_anything_else(panel: Panel, qtbot: QtBot) -> None:
    """Whichever way the interface runs."""
    window = full(qtbot, 1.0, panel)
    qtbot.waitUntil(lambda: not cramped(window) + overlapping(window))
