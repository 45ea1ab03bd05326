"""The Fact Box: it says exactly what the report says, in every form."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.metrics.report import Report, report
from factbox.metrics.tally import Tally
from factbox.ui.choice import FormulaChoice
from factbox.ui.factbox import FactBox
from factbox.ui.forms import Form
from factbox.ui.rows import FactRow
from factbox.ui.theme import Theme
from looking import child, words

KEYS = ("level", "tokens", "types", "ttr")


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> FactBox:
    """Give a shown Fact Box of the size it has beside the text."""
    made = FactBox(theme)
    qtbot.addWidget(made)
    made.resize(336, 700)
    made.show()
    return made


def shown(box: FactBox, key: str) -> str:
    """Give the text of the one label of a fact."""
    labels = box.findChildren(QLabel, key)
    assert len(labels) == 1
    return labels[0].text()


def settle(box: FactBox) -> None:
    """Lay out now."""
    layout = box.layout()
    assert layout is not None
    layout.activate()


def place(box: FactBox, widget: QWidget) -> QRect:
    """Give the place of a widget in the Fact Box."""
    return QRect(widget.mapTo(box, QPoint()), widget.size())


def row(box: FactBox, key: str) -> FactRow:
    """Give the row of a fact."""
    return child(box, FactRow, f"open_{key}")


def test_has_its_name(box: FactBox) -> None:
    """The panel bears the name that people know it by."""
    assert box.objectName() == "factbox"
    assert box.accessibleName() == "Fact Box"
    assert "Fact Box" in words(box)


def test_starts_empty(box: FactBox) -> None:
    """Before the first report the Fact Box says that there is no text."""
    assert [shown(box, key) for key in KEYS] == ["—", "0", "0", "—"]
    assert "No text yet" in words(box)


def test_shows_the_facts_of_the_report(box: FactBox, steady: Report) -> None:
    """Each label has exactly the text of its fact."""
    box.show_report(steady)
    assert [shown(box, key) for key in KEYS] == [fact.text for fact in steady.facts]


def test_shows_what_the_facts_mean(box: FactBox, steady: Report) -> None:
    """Formula, headline, remark and summary are in sight."""
    box.show_report(steady)
    assert child(box, FormulaChoice).text() == "Flesch–Kincaid"
    for part in (steady.headline, steady.remark, steady.summary):
        assert part in words(box)


def test_gives_the_facts_as_lines(box: FactBox, steady: Report) -> None:
    """As text, the Fact Box is four lines of name and value."""
    box.show_report(steady)
    assert box.as_text() == "Level: 7.470\nTokens: 299\nTypes: 179\nTTR: 0.599"


def test_rough_says_so(box: FactBox, rough: Report) -> None:
    """A short text has a rough Level, and the words say so."""
    box.show_report(rough)
    assert "Rough" in words(box)


def test_tells_how_far_the_count_is(box: FactBox, steady: Report) -> None:
    """While blocks are pending, the share of those done stands in place of the summary."""
    box.show_report(dataclasses.replace(steady, pending=57, blocks=100))
    assert "Counting… 43 %" in words(box)
    assert steady.summary not in words(box)
    box.show_report(steady)
    assert "Counting" not in words(box)


def test_strip_tells_how_far_the_count_is(box: FactBox, steady: Report) -> None:
    """The strip has no summary and tells the share in place of the remark."""
    box.set_form(Form.STRIP, 800)
    box.show_report(dataclasses.replace(steady, pending=57, blocks=100))
    assert "Counting… 43 %" in words(box)
    box.show_report(steady)
    assert steady.remark in words(box)


@pytest.mark.parametrize(
    ("form", "width"), [(Form.SIDE, 336), (Form.STRIP, 800), (Form.STRIP, 600), (Form.SHEET, 800)]
)
def test_every_form_shows_every_fact(box: FactBox, steady: Report, form: Form, width: int) -> None:
    """Level, Tokens, Types and TTR are in sight in every form, with the headline, once each."""
    box.show_report(steady)
    box.set_form(form, width)
    assert box.form is form
    for key in KEYS:
        assert shown(box, key)
        assert child(box, QLabel, key).isVisibleTo(box)
    assert steady.headline in words(box)


@pytest.mark.parametrize("form", Form)
def test_facts_do_not_overlap(box: FactBox, steady: Report, form: Form) -> None:
    """No label lies on another."""
    box.show_report(steady)
    box.resize(336 if form is Form.SIDE else 800, box.strip_height(800) if form is Form.STRIP else 600)
    box.set_form(form, 800)
    settle(box)
    labels = [label for label in box.findChildren(QLabel) if label.isVisibleTo(box)]
    for label in labels:
        assert not [
            other for other in labels if other is not label and place(box, other).intersects(place(box, label))
        ]


def test_figures_grow_to_the_left(box: FactBox, steady: Report) -> None:
    """The right edge of a value stays where it is when the value grows."""
    box.show_report(steady)
    settle(box)
    edge = place(box, child(box, QLabel, "tokens")).right()
    box.show_report(report(Tally(tokens=1_234_567, words=290, sentences=16, ended=16, syllables=393), 179))
    settle(box)
    assert place(box, child(box, QLabel, "tokens")).right() == edge


def test_rows_take_the_focus_in_order(box: FactBox, steady: Report) -> None:
    """The Tab key goes from the Level to Tokens, Types and TTR."""
    box.show_report(steady)
    child(box, QLabel, "level").setFocus()
    order = []
    for _ in KEYS:
        order.append(box.focusWidget().objectName())
        QTest.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
    assert order == [f"open_{key}" for key in KEYS]


def test_values_are_named_for_screen_readers(box: FactBox, steady: Report) -> None:
    """Each value tells its name and its text."""
    box.show_report(steady)
    told = {child(box, QLabel, key).accessibleName() for key in KEYS}
    assert told == {"Level", "Tokens", "Types", "TTR"}
    assert child(box, QLabel, "ttr").accessibleDescription() == "0.599"


def test_chevron_asks_for_the_sheet(box: FactBox, qtbot: QtBot) -> None:
    """In the strip the chevron asks to unfold, in the sheet to fold."""
    chevron = child(box, QToolButton, "fold")
    box.set_form(Form.STRIP, 800)
    with qtbot.waitSignal(box.unfolded) as asked:
        chevron.click()
    assert asked.args == [True]
    box.set_form(Form.SHEET, 800)
    with qtbot.waitSignal(box.unfolded) as asked:
        chevron.click()
    assert asked.args == [False]


def test_enter_goes_to_the_level(box: FactBox) -> None:
    """Whoever enters the Fact Box by key begins at the Level."""
    box.enter()
    assert child(box, QLabel, "level").hasFocus()


def test_rows_say_what_they_open(box: FactBox, steady: Report) -> None:
    """A screen reader hears the name, the value, and that there is more behind it."""
    box.show_report(steady)
    assert row(box, "tokens").accessibleName() == "Tokens, 299. Opens how it is counted"
    assert row(box, "level").accessibleName() == "Level, 7.470. Opens how it is counted"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("form", Form)
def test_a_click_opens_a_fact(box: FactBox, qtbot: QtBot, form: Form, key: str) -> None:
    """In every form a click on a value asks how it is counted."""
    box.set_form(form, 800)
    settle(box)
    value = child(box, QLabel, key)
    with qtbot.waitSignal(box.opened) as asked:
        QTest.mouseClick(row(box, key), Qt.MouseButton.LeftButton, pos=value.geometry().center())
    assert asked.args == [key]
    assert box.reason is Qt.FocusReason.MouseFocusReason


@pytest.mark.parametrize("press", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_a_fact(box: FactBox, qtbot: QtBot, press: Qt.Key) -> None:
    """Enter and the space bar ask how the fact is counted where the focus is."""
    box.enter_at("types")
    with qtbot.waitSignal(box.opened) as asked:
        QTest.keyClick(box.focusWidget(), press)
    assert asked.args == ["types"]
    assert box.reason is Qt.FocusReason.ShortcutFocusReason


def test_arrows_go_from_row_to_row(box: FactBox) -> None:
    """Down leads from Tokens to Types, Up back again."""
    box.enter_at("tokens")
    QTest.keyClick(box.focusWidget(), Qt.Key.Key_Down)
    assert row(box, "types").hasFocus()
    QTest.keyClick(box.focusWidget(), Qt.Key.Key_Up)
    assert row(box, "tokens").hasFocus()


def test_rows_go_from_edge_to_edge(box: FactBox) -> None:
    """Beside the text one need not aim at a value: its whole row is a button."""
    settle(box)
    for key in KEYS:
        assert row(box, key).width() == box.width()


def test_row_with_the_focus_is_lit(box: FactBox, theme: Theme) -> None:
    """The focus shows itself by the chosen ground and a ring around it."""
    settle(box)
    at_rest = row(box, "tokens").grab().toImage()
    box.enter_at("tokens")
    lit = row(box, "tokens").grab().toImage()
    middle = QPoint(lit.width() // 2, lit.height() // 2)
    assert at_rest.pixelColor(middle) == theme.panel
    assert lit.pixelColor(middle) == theme.chosen
    assert lit.pixelColor(middle.x(), 0) == theme.accent


def test_mouse_shows_no_ring(box: FactBox, theme: Theme) -> None:
    """A row that has the focus because of the mouse has no ring."""
    settle(box)
    box.enter_at("tokens", Qt.FocusReason.MouseFocusReason)
    assert row(box, "tokens").hasFocus()
    assert row(box, "tokens").grab().toImage().pixelColor(box.width() // 2, 0) == theme.panel


def test_choosing_a_formula_is_passed_on(box: FactBox, qtbot: QtBot) -> None:
    """What is chosen in the menu of formulas is asked for by its key."""
    other = next(action for action in child(box, FormulaChoice).offers() if action.text() == "SMOG")
    with qtbot.waitSignal(box.formula_chosen) as asked:
        other.trigger()
    assert asked.args == ["smog"]


@pytest.mark.parametrize("form", Form)
def test_all_buttons_have_names(box: FactBox, steady: Report, form: Form) -> None:
    """Whatever can be pressed says what it is."""
    box.show_report(steady)
    box.set_form(form, 800)
    assert all(button.accessibleName() for button in box.findChildren(QAbstractButton))


def test_narrow_strip_takes_two_lines(box: FactBox) -> None:
    """A strip that is too narrow for one line is a little higher."""
    assert box.strip_height(800) == 68
    assert box.strip_height(600) == 76


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_theme_reaches_everything(box: FactBox, name: str) -> None:
    """After a change of theme the ground and the letters have its colours."""
    theme = Theme.load(name)
    box.set_theme(theme, 1.0)
    assert box.palette().window().color() == theme.panel
    assert child(box, QLabel, "tokens").palette().windowText().color() == theme.text


def test_text_scale_reaches_everything(box: FactBox, theme: Theme) -> None:
    """At text scale 2 the Fact Box asks for twice the room."""
    once = box.sizeHint().height()
    box.set_theme(theme, 2.0)
    assert box.sizeHint().height() == pytest.approx(2 * once, rel=0.05)


@pytest.mark.parametrize("form", list(Form))
def test_says_how_far_the_goal_is(box: FactBox, steady: Report, form: Form) -> None:
    """Every form says the distance, of each report anew."""
    box.set_form(form, 800)
    box.show_goal(Goal(Aim.GRADE, 1.0))
    box.show_report(steady)
    assert "above the goal" in words(box)
    box.show_goal(None)
    assert "above the goal" not in words(box)


def test_a_narrow_strip_has_no_button_for_the_goal(box: FactBox) -> None:
    """Only where there is room the goal can be chosen in the strip."""
    box.set_form(Form.STRIP, 800)
    assert box.goal_button.isVisibleTo(box)
    box.set_form(Form.STRIP, 500)
    assert not box.goal_button.isVisibleTo(box)


def test_asks_for_another_goal(box: FactBox, qtbot: QtBot) -> None:
    """The button with the goal asks."""
    with qtbot.waitSignal(box.goal_asked):
        QTest.keyClick(box.goal_button, Qt.Key.Key_Return)


def test_what_is_still_to_be_taken_away_counts_as_to_be_done(box: FactBox, steady: Report) -> None:
    """After a long text has gone there may be more of it in the account than there is of the new one."""
    box.show_report(dataclasses.replace(steady, pending=480_000, blocks=90))
    assert "Counting… 0 %" in words(box)
