"""The spread: where everything stands at every width and text scale."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.explain import Explanation
from factbox.metrics.guidance import Panel
from factbox.metrics.report import Report
from factbox.ui.counted import Counted
from factbox.ui.editor import Editor
from factbox.ui.factbox import FactBox
from factbox.ui.findbar import FindBar
from factbox.ui.forms import Form
from factbox.ui.masthead import Masthead
from factbox.ui.notice import NoticeBar
from factbox.ui.panels import Panels
from factbox.ui.spread import Spread
from factbox.ui.starts import Starts
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme
from factbox.ui.tools import Tools
from looking import child

EXPLANATION = Explanation("types", "How Types are counted", "179", "Different tokens.", (), (), (), "")

Part = TypeVar("Part", bound=QWidget)


@pytest.fixture
def spread(qtbot: QtBot, theme: Theme, steady: Report) -> Spread:
    """Give a shown spread with a report."""
    menus = QMenuBar()
    menus.setNativeMenuBar(False)
    menus.addMenu("File").addAction("Save")
    made = Spread(
        masthead=Masthead(menus, theme),
        notice=NoticeBar(theme),
        findbar=FindBar(theme),
        editor=Editor(theme),
        status=StatusLine(theme),
        factbox=FactBox(theme),
        counted=Counted(theme),
        panels=Panels(theme),
        tools=Tools([], theme),
        starts=Starts([], theme),
        theme=theme,
    )
    qtbot.addWidget(made)
    part(made, FactBox).show_report(steady)
    made.resize(1280, 800)
    made.show()
    return made


def part(spread: Spread, kind: type[Part]) -> Part:
    """Give the part of a kind."""
    return child(spread, kind)


def place(spread: Spread, kind: type[QWidget]) -> QRect:
    """Give the place of a part in the spread."""
    widget = part(spread, kind)
    return QRect(widget.mapTo(spread, QPoint()), widget.size())


@pytest.mark.parametrize(("width", "side"), [(1280, 336), (1040, 336), (1039, 304), (900, 304)])
def test_side_has_its_width(spread: Spread, width: int, side: int) -> None:
    """Beside the text the Fact Box is 336 wide, 304 in a narrower window."""
    spread.resize(width, 700)
    assert spread.form is Form.SIDE
    assert place(spread, FactBox).width() == side
    assert place(spread, FactBox).right() == width - 1
    assert place(spread, Editor).width() == width - side


def test_strip_lies_at_the_foot(spread: Spread) -> None:
    """Below 900 the Fact Box is a strip at the foot, below the status; in a low window in its place."""
    spread.resize(800, 600)
    assert spread.form is Form.STRIP
    assert place(spread, FactBox) == QRect(0, 532, 800, 68)
    assert place(spread, Editor).bottom() < place(spread, StatusLine).top()
    assert place(spread, StatusLine).bottom() < 532
    spread.resize(800, 540)
    assert not part(spread, StatusLine).isVisible()


def test_large_letters_make_a_strip(spread: Spread, theme: Theme) -> None:
    """At text scale 2 a window of 1280 has no room for a side."""
    spread.set_theme(theme, 2.0)
    assert spread.form is Form.STRIP
    assert place(spread, FactBox).height() == 152


def test_sheet_covers_the_lower_half(spread: Spread) -> None:
    """Unfolded, the Fact Box covers at least the lower half, and the text does not move."""
    spread.resize(800, 600)
    before = place(spread, Editor)
    part(spread, FactBox).unfolded.emit(True)
    assert spread.form is Form.SHEET
    assert place(spread, FactBox).top() <= 300
    assert place(spread, Editor) == before


def test_folding_gives_the_focus_to_the_text(spread: Spread) -> None:
    """Escape folds the sheet and goes back to the text."""
    spread.resize(800, 600)
    part(spread, Editor).setFocus()
    part(spread, FactBox).unfolded.emit(True)
    QTest.keyClick(spread, Qt.Key.Key_Escape)
    assert spread.form is Form.STRIP
    assert spread.focusWidget() is part(spread, Editor)


def test_wide_window_forgets_the_sheet(spread: Spread) -> None:
    """A sheet that became a side comes back as a strip."""
    spread.resize(800, 600)
    part(spread, FactBox).unfolded.emit(True)
    for width, form in ((1280, Form.SIDE), (800, Form.STRIP)):
        spread.resize(width, 600)
        assert spread.form is form


@pytest.mark.parametrize("width", [1280, 800])
def test_hidden_side_leaves_all_room(spread: Spread, width: int) -> None:
    """Without the Fact Box the paper has the whole window, and the tools stay in reach."""
    spread.resize(width, 600)
    spread.set_side_visible(False)
    assert not spread.is_side_visible()
    assert not part(spread, FactBox).isVisible()
    assert place(spread, Editor).width() == width
    assert part(spread, StatusLine).isVisible()
    assert part(spread, Masthead).isAncestorOf(part(spread, Tools))
    assert part(spread, Tools).isVisible()


def test_side_comes_back(spread: Spread) -> None:
    """Shown again, the Fact Box stands where it stood, under the tools."""
    before = place(spread, FactBox)
    spread.set_side_visible(False)
    spread.set_side_visible(True)
    assert place(spread, FactBox) == before
    assert part(spread, FactBox).isVisible()
    assert not part(spread, Masthead).isAncestorOf(part(spread, Tools))
    assert part(spread, Tools).isVisible()


def test_counted_takes_the_place_of_the_facts(spread: Spread, qtbot: QtBot) -> None:
    """Beside the text, how a fact is counted stands where the facts stood, below the tools."""
    before = place(spread, FactBox)
    spread.open_counted(True)
    assert spread.is_counted_open()
    assert not part(spread, FactBox).isVisible()
    assert place(spread, Counted).topLeft() == before.topLeft()
    assert place(spread, Counted).bottomRight() == QPoint(1279, 799)
    assert part(spread, Tools).isVisible()
    spread.open_counted(False)
    assert not part(spread, Counted).isVisible()
    qtbot.waitUntil(lambda: place(spread, FactBox) == before)


@pytest.mark.parametrize(("width", "before"), [(1280, Form.SIDE), (800, Form.STRIP)])
def test_counted_takes_the_focus_and_gives_it_back(spread: Spread, width: int, before: Form) -> None:
    """The focus goes to the way back, and on closing to the row that opened it."""
    spread.resize(width, 600)
    spread.open_counted(True)
    assert spread.focusWidget().objectName() == "back"
    part(spread, Counted).show_explanation(EXPLANATION)
    QTest.keyClick(spread.focusWidget(), Qt.Key.Key_Return)
    assert not spread.is_counted_open()
    assert spread.form is before
    assert spread.focusWidget().objectName() == "open_types"


def test_counted_leaves_the_focus_in_the_text(spread: Spread) -> None:
    """Whoever writes on while a fact is open stays in the text when Escape closes it."""
    spread.open_counted(True)
    part(spread, Editor).setFocus()
    QTest.keyClick(spread, Qt.Key.Key_Escape)
    assert not spread.is_counted_open()
    assert spread.focusWidget() is part(spread, Editor)


def test_counted_opens_as_the_sheet(spread: Spread) -> None:
    """In a narrow window, how a fact is counted takes the lower half, and the text ends above it."""
    spread.resize(800, 600)
    spread.open_counted(True)
    assert place(spread, Counted) == QRect(0, 300, 800, 300)
    assert place(spread, Editor).bottom() < 300


def test_counted_goes_back_to_the_sheet_it_came_from(spread: Spread) -> None:
    """Escape leads from a fact to the sheet, and from there to the text."""
    spread.resize(800, 600)
    part(spread, FactBox).unfolded.emit(True)
    spread.open_counted(True)
    QTest.keyClick(spread, Qt.Key.Key_Escape)
    forms = [spread.form]
    QTest.keyClick(spread, Qt.Key.Key_Escape)
    assert [*forms, spread.form] == [Form.SHEET, Form.STRIP]


def test_counted_survives_a_change_of_width(spread: Spread) -> None:
    """A fact stays open when the window becomes narrow and wide again."""
    spread.open_counted(True)
    for width in (800, 1280):
        spread.resize(width, 600)
        assert part(spread, Counted).isVisible()
        assert place(spread, Counted).right() == width - 1


@pytest.mark.parametrize("width", [1280, 800])
def test_hidden_side_hides_the_open_fact(spread: Spread, width: int) -> None:
    """Without the side there is no open fact either, and Escape does nothing."""
    spread.resize(width, 600)
    spread.open_counted(True)
    spread.set_side_visible(False)
    assert not part(spread, Counted).isVisible()
    QTest.keyClick(spread, Qt.Key.Key_Escape)
    spread.set_side_visible(True)
    assert part(spread, Counted).isVisible()


def test_entering_the_side_leads_to_what_is_there(spread: Spread) -> None:
    """By key one comes to the Level, or to the open fact."""
    spread.go_to_part(1)
    assert spread.focusWidget().objectName() == "open_level"
    part(spread, Editor).setFocus()
    spread.open_counted(True)
    part(spread, Editor).setFocus()
    spread.go_to_part(1)
    assert spread.focusWidget().objectName() == "back"


def test_messages_are_seen_above_the_strip(spread: Spread) -> None:
    """A low and narrow window has no foot of its own, but what happens is told there too."""
    spread.resize(800, 500)
    status = part(spread, StatusLine)
    assert not status.isVisible()
    status.show_message("Saved.")
    assert place(spread, StatusLine).bottom() < place(spread, FactBox).top()
    assert status.isVisible()
    status.show_message("")
    assert not status.isVisible()


def test_menus_fold_when_narrow(spread: Spread) -> None:
    """In a narrow window the menus are behind one button."""
    assert part(spread, QMenuBar).isVisible()
    spread.resize(800, 600)
    assert not part(spread, QMenuBar).isVisible()


def test_low_window_scrolls_the_facts(spread: Spread) -> None:
    """Where the window is too low, the facts keep their height and scroll."""
    spread.resize(1280, 300)
    assert place(spread, FactBox).height() > 300 - 48


def test_fonts_survive_a_new_parent(spread: Spread) -> None:
    """Letters keep their sizes when the spread moves into a window."""
    spread.resize(600, 600)
    value = child(spread, QLabel, "tokens")
    size = value.font().pixelSize()
    window = QMainWindow()
    window.setCentralWidget(spread)
    window.show()
    window.takeCentralWidget()
    assert value.font().pixelSize() == size
    assert size == 12


def test_theme_reaches_every_part(spread: Spread) -> None:
    """One call dresses everything."""
    dark = Theme.load("dark")
    spread.set_theme(dark, 1.0)
    assert part(spread, FactBox).palette().window().color() == dark.panel
    assert part(spread, Editor).palette().window().color() == dark.paper
    assert spread.grab().toImage().pixelColor(10, 60) == dark.paper


@pytest.mark.parametrize("place", ["left", "below", "right"])
def test_the_fact_box_stands_where_one_wants_it(spread: Spread, place: str) -> None:
    """At the left or the right it is beside the text, below it is a strip; nothing overlaps."""
    spread.set_place(place)
    box, paper = part(spread, FactBox), part(spread, Editor)
    side = QRect(box.mapTo(spread, QPoint(0, 0)), box.size())
    text = QRect(paper.mapTo(spread, QPoint(0, 0)), paper.size())
    assert not side.intersects(text)
    if place == "below":
        assert side.top() >= text.bottom()
        assert spread.form is Form.STRIP
    else:
        assert (side.center().x() < text.center().x()) is (place == "left")
        assert spread.form is Form.SIDE


def test_below_the_menus_keep_their_room(spread: Spread) -> None:
    """In a wide window the menus stay in sight although the Fact Box is below; a panel opens above its foot."""
    spread.set_place("below")
    assert child(spread, QMenuBar).isVisible()
    spread.open_panel(Panel.PLAN)
    assert spread.form is Form.SHEET
    assert part(spread, Panels).isVisible()


def test_a_bar_in_a_low_window_takes_the_place_of_the_strip(spread: Spread) -> None:
    """With a notice there is still a line of the text to be seen; the strip comes back behind it."""
    spread.resize(800, 380)
    strip = spread._paper.height()
    spread._notice.show_notice("Something has happened.")
    assert spread._paper.height() == 380 > strip
    spread._notice.dismiss()
    assert spread._paper.height() == strip


@pytest.mark.parametrize(("width", "across"), [(1200, 4), (420, 2), (200, 1)])
def test_the_boxes_of_the_find_bar_stand_where_there_is_room(spread: Spread, width: int, across: int) -> None:
    """In a narrow window they stand below each other, never over each other."""
    spread._findbar.open("", several=False)
    spread._findbar.resize(width, 300)
    assert spread._findbar._across == across


def test_what_stays_as_it_is_moves_no_text(spread: Spread) -> None:
    """Where somebody reads far from the caret, another setting leads nowhere else, in a narrow window either."""
    spread.resize(700, 700)
    editor = part(spread, Editor)
    editor.setPlainText("The mill stood by the river.\n" * 200)
    editor.scroll_to_line(90)
    assert editor.first_line == 90
    spread.set_side_visible(True)
    assert editor.first_line == 90
