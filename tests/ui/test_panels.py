"""Tests of the panels and their pages, in the window and with real guidance."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factbox import measure
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Panel
from factbox.ui.page import Offer, Page
from factbox.ui.theme import Theme
from factbox.ui.window import MainWindow
from looking import child, words

TEXT = """
The municipal museum was established in an abandoned factory near the harbour, and it rapidly became the most
popular attraction of the region. Numerous visitors purchased their tickets in advance because the museum was only
open on two days. Everybody liked Hartley, and nobody understood how Hartley managed the institution.
""".strip().replace("\n", " ")


class Aiming(QObject):
    """Tells the adviser the goal as the window does."""

    aimed = Signal(object)


@pytest.fixture
def aim(window: MainWindow) -> Callable[[float], None]:
    """Give a way to set a goal, over a text that is there."""
    aiming = Aiming(window)
    aiming.aimed.connect(window.analyst.adviser.aim)
    window.editor.setPlainText(TEXT)
    window.show()
    return lambda grade: aiming.aimed.emit(Goal(Aim.GRADE, grade, 0.5))


def opened(window: MainWindow, qtbot: QtBot, panel: Panel) -> Page:
    """Open a panel by its action, and wait for its rows."""
    window.commands[panel.value].trigger()
    page: Page = {
        Panel.PLAN: window.panels.plan,
        Panel.SENTENCES: window.panels.sentences,
        Panel.WORDS: window.panels.words,
        Panel.PROFILE: window.panels.profile,
    }[panel]
    qtbot.waitUntil(lambda: bool(page.list.rows))
    return page


@pytest.mark.usefixtures("aim")
@pytest.mark.parametrize("panel", [Panel.SENTENCES, Panel.WORDS, Panel.PROFILE])
def test_a_panel_opens_fills_and_follows_the_text(window: MainWindow, qtbot: QtBot, panel: Panel) -> None:
    """Its list is there with the focus, changes as one types, and goes away with Escape."""
    page = opened(window, qtbot, panel)
    assert window.panels.panel is panel
    before = page.list.rows
    window.editor.insertPlainText("Extraordinary circumstances required additional deliberations yesterday. ")
    qtbot.waitUntil(lambda: page.list.rows != before)
    window.panels.leave()
    assert window.panels.panel is None


@pytest.mark.usefixtures("aim")
def test_a_row_leads_to_its_place(window: MainWindow, qtbot: QtBot) -> None:
    """Choosing a sentence selects it in the text, and the list keeps the focus."""
    page = opened(window, qtbot, Panel.SENTENCES)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert window.editor.textCursor().selectedText() in TEXT
    assert len(window.editor.textCursor().selectedText()) > 20


@pytest.mark.usefixtures("aim")
def test_sentences_are_found(window: MainWindow, qtbot: QtBot) -> None:
    """Letters in the field leave only the rows that hold them."""
    page = opened(window, qtbot, Panel.SENTENCES)
    window.panels.sentences.sought.setText("tickets")
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)
    assert "Numerous" in page.list.rows[0].head


def test_a_step_does_just_what_it_promised(window: MainWindow, qtbot: QtBot, aim: Callable[[float], None]) -> None:
    """Enter does it as one undo step, and the box then has the Level that the panel told."""
    aim(8)
    page = opened(window, qtbot, Panel.PLAN)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    promised = window.panels.plan.remark.text()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.editor.toPlainText() != TEXT
    qtbot.waitUntil(lambda: f"Level: {promised.split()[-1].rstrip('.')}" in window.factbox.as_text())
    window.commands["undo"].trigger()
    assert window.editor.toPlainText() == TEXT


def test_a_skipped_step_does_not_come_back(window: MainWindow, qtbot: QtBot, aim: Callable[[float], None]) -> None:
    """Delete takes it out of the plan for good."""
    aim(8)
    page = opened(window, qtbot, Panel.PLAN)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    gone = page.list.key
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: gone not in {row.key for row in page.list.rows})


@pytest.mark.usefixtures("aim")
def test_a_simpler_word_takes_its_place(window: MainWindow, qtbot: QtBot) -> None:
    """The chosen candidate replaces the word everywhere, as one step."""
    page = opened(window, qtbot, Panel.WORDS)
    place = [row.key for row in page.list.rows].index("purchased")
    page.list.setCurrentIndex(page.list.model().index(place, 0))
    (choices,) = page.findChildren(QComboBox)
    qtbot.waitUntil(lambda: choices.currentData() == "bought")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert "Numerous visitors bought their tickets" in window.editor.toPlainText()


@pytest.mark.usefixtures("aim")
def test_names_count_as_easy_on_request(window: MainWindow, qtbot: QtBot) -> None:
    """Names that were found are proposed; one press exempts them, and the Level falls."""
    opened(window, qtbot, Panel.WORDS)
    before = window.factbox.as_text()
    (offer,) = (
        each
        for each in window.panels.words.findChildren(Offer)
        if each.toolTip() == "Hartley" and each.isVisible()
    )
    assert offer.link.accessibleName() == "Names: Hartley: Count as easy"
    offer.link.click()
    qtbot.waitUntil(lambda: window.factbox.as_text() != before)
    qtbot.waitUntil(offer.isHidden)
    unspared = measure(TEXT).level
    assert unspared is not None
    assert f"{unspared:.3f} with every word counted" in words(window.factbox)


def test_a_step_made_for_another_text_does_nothing(
    window: MainWindow, qtbot: QtBot, aim: Callable[[float], None]
) -> None:
    """Whoever types and then presses Enter before there is a new plan loses nothing, and is told."""
    aim(8)
    page = opened(window, qtbot, Panel.PLAN)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    window.editor.moveCursor(QTextCursor.MoveOperation.Start)
    window.editor.insertPlainText("Well now, ")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.editor.toPlainText() == "Well now, " + TEXT
    assert "The text has changed since" in window.status._message.text()


def test_the_next_step_is_chosen_when_one_is_done(
    window: MainWindow, qtbot: QtBot, aim: Callable[[float], None]
) -> None:
    """The row in the place of the one that is done is chosen, and its buttons stay."""
    aim(8)
    page = opened(window, qtbot, Panel.PLAN)
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    done = page.list.key
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.key not in {done, None})
    assert page.list.currentIndex().row() == 1


def test_a_double_click_does_one_step(window: MainWindow, qtbot: QtBot, aim: Callable[[float], None]) -> None:
    """The second click is not taken for the next step."""
    aim(8)
    page = opened(window, qtbot, Panel.PLAN)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    (button, *_others) = (each for each in page.findChildren(QPushButton) if each.isVisible())
    button.click()
    once = window.editor.toPlainText()
    rows = page.list.rows
    qtbot.waitUntil(lambda: page.list.rows != rows)
    button.click()
    assert window.editor.toPlainText() == once


@pytest.mark.usefixtures("aim")
@pytest.mark.parametrize("panel", [Panel.SENTENCES, Panel.WORDS, Panel.PROFILE])
def test_another_theme_reaches_an_open_page(window: MainWindow, qtbot: QtBot, panel: Panel) -> None:
    """The ground of the list and the ink of the remark are those of the theme."""
    page = opened(window, qtbot, panel)
    window.commands["dark"].trigger()
    dark = Theme.load("dark")
    assert page.list.viewport().palette().base().color() == dark.panel
    assert page.remark.palette().windowText().color() == dark.second


@pytest.mark.usefixtures("aim")
def test_tab_stays_in_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    """The Tab key goes round in an open panel and never into the text."""
    opened(window, qtbot, Panel.WORDS)
    for key in [Qt.Key.Key_Tab] * 12 + [Qt.Key.Key_Backtab] * 12:
        QTest.keyClick(window.focusWidget(), key)
        assert window.panels.isAncestorOf(window.focusWidget())
    assert window.editor.toPlainText() == TEXT


@pytest.mark.usefixtures("aim")
def test_a_word_that_was_looked_up_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    """When the panel opens again, it shows the hard words as ever."""
    window.guiding.look_up("purchased")
    qtbot.waitUntil(lambda: len(window.panels.words.list.rows) == 1)
    window.panels.leave()
    page = opened(window, qtbot, Panel.WORDS)
    qtbot.waitUntil(lambda: len(page.list.rows) > 1)


@pytest.mark.usefixtures("aim")
def test_a_word_written_with_a_curly_apostrophe_is_found(window: MainWindow, qtbot: QtBot) -> None:
    """As it stands in the text it is looked up."""
    window.editor.setPlainText("The government’s plan failed. It rained.")
    window.guiding.look_up("government’s")
    qtbot.waitUntil(lambda: [row.key for row in window.panels.words.list.rows] == ["government's"])


@pytest.mark.usefixtures("aim")
def test_marks_are_off_at_first_and_follow_a_switch(window: MainWindow, qtbot: QtBot) -> None:
    """Switched on they come, switched off they go; the text counts as untouched."""
    window.editor.document().setModified(False)
    assert not window.editor.marking
    window.commands["marks"].trigger()
    qtbot.waitUntil(lambda: bool(window.editor.marking))
    window.commands["next_mark"].trigger()
    window.commands["reason"].trigger()
    assert not window.editor.document().isModified()
    window.commands["marks"].trigger()
    assert not window.editor.marking


@pytest.mark.usefixtures("aim")
def test_a_small_window_shows_a_panel_over_its_lower_half(window: MainWindow, qtbot: QtBot) -> None:
    """There the panel takes the place of the strip."""
    window.resize(800, 600)
    page = opened(window, qtbot, Panel.SENTENCES)
    assert page.isVisible()
    assert not window.factbox.isVisible()
    window.panels.leave()
    assert window.factbox.isVisible()


@pytest.mark.usefixtures("aim")
def test_simpler_words_are_looked_up_at_the_caret(window: MainWindow, qtbot: QtBot) -> None:
    """The word at the caret is shown among the words with its candidates, whether it is hard or not."""
    cursor = window.editor.textCursor()
    cursor.setPosition(TEXT.index("purchased") + 3)
    window.editor.setTextCursor(cursor)
    window.commands["simpler"].trigger()
    qtbot.waitUntil(lambda: [row.key for row in window.panels.words.list.rows] == ["purchased"])
    assert window.panels.panel is Panel.WORDS


@pytest.mark.usefixtures("aim")
def test_a_selection_has_its_own_facts(window: MainWindow, qtbot: QtBot) -> None:
    """They stand beside those of the whole text, and go with the selection."""
    cursor = window.editor.textCursor()
    cursor.setPosition(TEXT.index("Everybody"))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    window.editor.setTextCursor(cursor)
    facts = {fact.key: fact.text for fact in measure(TEXT[TEXT.index("Everybody") :]).facts}
    tokens = child(window.factbox, QLabel, "beside_tokens")
    qtbot.waitUntil(lambda: tokens.text() == facts["tokens"])
    assert child(window.factbox, QLabel, "beside_level").text() == f"Selection\n{facts['level']}"
    cursor.clearSelection()
    window.editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: not tokens.text())
