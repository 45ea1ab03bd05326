"""The choice of a formula: it says which it is, and offers those that give a school grade."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factbox.metrics.formulas import FORMULAS, Scale
from factbox.ui.choice import FormulaChoice
from factbox.ui.theme import Theme
from looking import child


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> FormulaChoice:
    """Give a shown choice."""
    made = FormulaChoice(theme)
    qtbot.addWidget(made)
    made.show_formula("flesch_kincaid")
    made.show()
    return made


def test_says_which_formula_it_is(choice: FormulaChoice) -> None:
    """The name of the formula is on the button, and a screen reader hears that there are others."""
    choice.show_formula("smog")
    assert choice.text() == "SMOG"
    assert choice.accessibleName() == "Formula: SMOG. Opens a list of others"


def test_offers_formulas_that_give_a_grade(choice: FormulaChoice) -> None:
    """Only what is on the scale of school grades can be the Level."""
    grades = [formula.label for formula in FORMULAS.values() if formula.scale is Scale.GRADE]
    assert [action.text() for action in choice.offers()] == grades


def test_checks_the_present_formula(choice: FormulaChoice) -> None:
    """One formula is checked: that of the report."""
    for key in ("smog", "spache"):
        choice.show_formula(key)
        assert [action.data() for action in choice.offers() if action.isChecked()] == [key]


def test_asks_for_the_formula_chosen(choice: FormulaChoice, qtbot: QtBot) -> None:
    """Choosing tells the key."""
    with qtbot.waitSignal(choice.chosen) as asked:
        choice.offers()[-1].trigger()
    assert asked.args == [choice.offers()[-1].data()]


def test_what_is_not_done_is_not_shown(choice: FormulaChoice) -> None:
    """The check goes back to the formula of the report, if that does not follow the choice."""
    choice.offers()[-1].trigger()
    choice.show_formula("flesch_kincaid")
    assert [action.data() for action in choice.offers() if action.isChecked()] == ["flesch_kincaid"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open_the_menu(choice: FormulaChoice, qtbot: QtBot, key: Qt.Key) -> None:
    """Enter and the space bar show the list."""
    menu = child(choice, QMenu)
    choice.setFocus()
    QTest.keyClick(choice, key)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_asks_for_the_room_of_its_words(choice: FormulaChoice) -> None:
    """A longer name is not cut, unless there is no room at all."""
    short = choice.sizeHint().width()
    choice.show_formula("automated_readability_index")
    assert choice.sizeHint().width() > short
    assert choice.minimumSizeHint().width() < short
