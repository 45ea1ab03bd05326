"""Tests of the window as a whole."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDoubleSpinBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from factbox import measure
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.ledger import settle
from factbox.metrics.report import Counting
from factbox.session.settings import SettingsStore
from factbox.ui import dialogs
from factbox.ui.dialogs import Answer
from factbox.ui.window import MainWindow
from looking import child

TEXT = "The ferry leaves at noon. It takes an hour to reach the island, where nobody has lived since the war. " * 3


WRAPPED = """The ferry leaves the pier at noon, unless there is a
storm, and nobody who has missed it once will ever come
late to the pier again."""


def shown(window: MainWindow, key: str) -> str:
    """Read a value in the Fact Box."""
    label = window.findChild(QLabel, key)
    assert label is not None
    return label.text()


def counted(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Wait until the Fact Box says what a text measures."""
    wanted = {fact.key: fact.text for fact in measure(text).facts}
    qtbot.waitUntil(lambda: {key: shown(window, key) for key in wanted} == wanted)


def ancestors(widget: QWidget | None) -> set[QWidget]:
    """Give the widgets that a widget is in."""
    found = set()
    while widget is not None:
        found.add(widget)
        widget = widget.parentWidget()
    return found


def test_the_facts_follow_the_typing(window: MainWindow, qtbot: QtBot) -> None:
    """Every key stroke reaches the Fact Box."""
    window.show()
    for end in range(1, 30):
        QTest.keyClicks(window.editor, TEXT[end - 1])
        counted(window, qtbot, TEXT[:end])


def test_a_pasted_text_is_counted(window: MainWindow, qtbot: QtBot) -> None:
    """Pasting fills the box; undoing empties it again."""
    QGuiApplication.clipboard().setText(TEXT)
    window.commands["paste"].trigger()
    counted(window, qtbot, TEXT)
    window.commands["undo"].trigger()
    counted(window, qtbot, "")
    window.commands["redo"].trigger()
    counted(window, qtbot, TEXT)


def test_pasted_lines_that_were_broken_by_hand_are_joined(window: MainWindow, qtbot: QtBot) -> None:
    """A paragraph from elsewhere is one paragraph here too, as it is when a file is read."""
    QGuiApplication.clipboard().setText(WRAPPED)
    window.commands["paste"].trigger()
    joined = WRAPPED.replace("\n", " ")
    assert window.editor.toPlainText() == joined
    counted(window, qtbot, joined)


def test_own_lines_are_pasted_as_they_were(window: MainWindow) -> None:
    """Cutting lines and pasting them back changes nothing, however they are broken."""
    lines = "The ferry leaves\nat noon\nfrom the pier."
    window.editor.insertPlainText(lines)
    window.editor.selectAll()
    window.commands["cut"].trigger()
    assert window.editor.toPlainText() == ""
    window.commands["paste"].trigger()
    assert window.editor.toPlainText() == lines


def test_the_fact_box_is_copied_as_four_lines(window: MainWindow, qtbot: QtBot) -> None:
    """Copy Fact Box puts the four lines of the original on the clipboard."""
    window.editor.insertPlainText(TEXT)
    counted(window, qtbot, TEXT)
    window.commands["copy_facts"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert re.fullmatch(r"Level: \d+\.\d{3}\nTokens: \d+\nTypes: \d+\nTTR: 0\.\d{3}", copied)


def test_closing_asks_about_a_text_that_is_not_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window with unsaved words closes only when told to."""
    window.show()
    window.editor.insertPlainText("Kept.")
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent, _title, answered: answered(Answer.CANCEL))
    assert not window.close()
    assert window.isVisible()
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent, _title, answered: answered(Answer.DISCARD))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_is_typed_while_it_is_saved_is_asked_about(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Saying Save on closing, and typing on, does not lose what was typed."""
    window.show()
    window.editor.insertPlainText("First.")
    answers = iter([Answer.SAVE, Answer.CANCEL])
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent, _title, answered: answered(next(answers)))
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda _parent, _proposed: tmp_path / "a.txt")
    window.manuscript.saved.connect(lambda _path: window.editor.insertPlainText(" Late."))
    with qtbot.waitSignal(window.manuscript.saved):
        window.close()
    assert window.isVisible()
    assert window.editor.toPlainText() == "First. Late."


def test_closing_waits_for_a_save(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A window that is closed while its text is being written closes when the text is safe."""
    window.show()
    window.editor.insertPlainText("Safe.")
    window.manuscript.save(tmp_path / "a.txt")
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (tmp_path / "a.txt").read_text("utf-8") == "Safe."


def test_a_close_that_waited_in_vain_is_forgotten(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """When the save that closing waited for fails, a later save does not close the window."""
    window.show()
    window.editor.insertPlainText("Kept.")
    with qtbot.waitSignal(window.manuscript.unsaved):
        window.manuscript.save(tmp_path / "none" / "a.txt")
        window.close()
    with qtbot.waitSignal(window.manuscript.saved):
        window.manuscript.save(tmp_path / "a.txt")
    assert window.isVisible()


def test_the_theme_changes_at_once(window: MainWindow) -> None:
    """Choosing a theme in the menu repaints the paper and is remembered."""
    window.commands["light"].trigger()
    light = window.editor.palette().base().color().lightness()
    window.commands["dark"].trigger()
    assert window.editor.palette().base().color().lightness() < light
    assert window.store.settings.theme == "dark"


def test_the_text_grows_and_shrinks(window: MainWindow) -> None:
    """Larger, smaller and normal size act on the letters."""
    size = window.editor.font().pixelSize()
    window.commands["larger"].trigger()
    assert window.editor.font().pixelSize() > size
    window.commands["smaller"].trigger()
    window.commands["smaller"].trigger()
    assert window.editor.font().pixelSize() < size
    window.commands["normal_size"].trigger()
    assert window.editor.font().pixelSize() == size


def test_the_fact_box_can_be_hidden(window: MainWindow) -> None:
    """The switch hides the box and is remembered for the next window."""
    window.show()
    window.commands["side"].trigger()
    assert not window.factbox.isVisible()
    assert not window.store.settings.side


def test_the_parts_are_a_key_away(window: MainWindow, qtbot: QtBot) -> None:
    """F6 leads from the text to the Fact Box, to an open panel and round again; Shift turns it about."""
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(window.editor.hasFocus)
    window.commands["next_part"].trigger()
    assert window.factbox in ancestors(window.focusWidget())
    window.commands["next_part"].trigger()
    assert window.editor.hasFocus()
    window.commands["sentences"].trigger()
    window.commands["next_part"].trigger()
    assert window.editor.hasFocus()
    window.commands["previous_part"].trigger()
    assert window.panels in ancestors(window.focusWidget())
    window.commands["previous_part"].trigger()
    assert window.factbox in ancestors(window.focusWidget())


def test_a_notice_is_a_part_too(window: MainWindow, qtbot: QtBot) -> None:
    """Whoever has no mouse comes to what it asks, and back to the text when it has gone."""
    window.show()
    qtbot.waitUntil(window.editor.hasFocus)
    answered: list[str] = []
    window.notice.show_notice("It has changed.", ("Load it", lambda: answered.append("load")), lasting=True)
    window.commands["previous_part"].trigger()
    assert window.notice in ancestors(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert answered == ["load"]
    qtbot.waitUntil(window.editor.hasFocus)
    window.notice.show_notice("It was saved elsewhere.")
    window.commands["previous_part"].trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.notice.isVisible()
    qtbot.waitUntil(window.editor.hasFocus)


def test_full_screen_goes_on_and_off(window: MainWindow) -> None:
    """Full screen is a switch."""
    window.show()
    window.commands["full_screen"].trigger()
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    window.commands["full_screen"].trigger()
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


def test_every_action_has_its_work(window: MainWindow) -> None:
    """No action of the table does nothing: each is heard, or opens a menu."""
    idle = [
        action.objectName()
        for action in window.commands.all
        if action.menu() is None and not action.receivers(SIGNAL("triggered(bool)"))
    ]
    assert idle == []


def test_a_second_window_finds_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    """What one window was told the next one knows."""
    window.commands["dark"].trigger()
    window.store.flush()
    other = MainWindow(SettingsStore())
    qtbot.addWidget(other)
    assert other.commands["dark"].isChecked()
    other.close()


def test_undo_and_copy_are_offered_when_there_is_something(window: MainWindow) -> None:
    """Actions that could do nothing are disabled."""
    assert not window.commands["undo"].isEnabled()
    assert not window.commands["copy"].isEnabled()
    window.editor.insertPlainText("Words.")
    window.editor.selectAll()
    assert window.commands["undo"].isEnabled()
    assert window.commands["copy"].isEnabled()


def opened_fact(window: MainWindow, qtbot: QtBot, key: str) -> str:
    """Open a fact and give what the panel says of it."""
    window.factbox.opened.emit(key)
    qtbot.waitUntil(lambda: window.spread.is_counted_open() and window.counted.key == key)
    return window.counted.accessibleName()


def test_a_fact_opens_and_closes(window: MainWindow, qtbot: QtBot) -> None:
    """Opening a fact shows how it is counted, Escape goes back to the facts."""
    window.show()
    window.editor.insertPlainText(TEXT)
    assert opened_fact(window, qtbot, "level") == "How the Level is counted"
    window.counted.leave()
    assert not window.spread.is_counted_open()


def test_an_opened_fact_follows_the_typing(window: MainWindow, qtbot: QtBot) -> None:
    """While a fact is open, its explanation is always that of the text."""
    window.show()
    window.editor.insertPlainText("One two three.")
    opened_fact(window, qtbot, "tokens")
    window.editor.insertPlainText(" Four five.")
    qtbot.waitUntil(lambda: "5" in {label.text() for label in window.counted.findChildren(QLabel)})


def test_a_second_opinion_comes_when_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    """Others are asked away from the window, and what they say is shown."""
    window.show()
    window.editor.insertPlainText(TEXT)
    opened_fact(window, qtbot, "level")
    with qtbot.waitSignal(window.consultant.opined, timeout=20_000) as came:
        window.counted.opinion_asked.emit()
    assert came.args
    assert [opinion.source.split()[0] for opinion in came.args[0]] == ["textstat", "A"]


def test_counting_choices_act_at_once(window: MainWindow, qtbot: QtBot) -> None:
    """Capitals, fragments and the formula change the facts without a key being pressed."""
    window.editor.insertPlainText(f"The ferry\n{TEXT}")
    counted(window, qtbot, f"The ferry\n{TEXT}")
    types, level = int(shown(window, "types")), shown(window, "level")
    window.commands["ignore_capitals"].trigger()
    qtbot.waitUntil(lambda: int(shown(window, "types")) < types)
    window.commands["fragments"].trigger()
    qtbot.waitUntil(lambda: shown(window, "level") != level)
    window.factbox.formula_chosen.emit("smog")
    smog = settle(window.watcher.blocks, counting=Counting("smog", ignore_capitals=True, fragments=True))
    qtbot.waitUntil(lambda: shown(window, "level") == smog.facts[0].text)
    assert window.store.settings.formula == "smog"


def test_the_formula_can_be_chosen_in_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    """The menu bar offers the same formulas as the Fact Box."""
    menu = window.factbox.formulas
    action = next(each for each in menu.actions() if each.data() == "coleman_liau")
    with qtbot.waitSignal(window.store.changed):
        action.trigger()
    assert window.store.settings.formula == "coleman_liau"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_menu_keys_work_when_the_bar_is_away(window: MainWindow, qtbot: QtBot) -> None:
    """In a narrow window the keys of the menus open the one menu, and type nothing."""
    window.resize(700, 600)
    window.show()
    qtbot.waitUntil(window.editor.hasFocus)
    QTest.keyClick(window.editor, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(window.masthead._menu.isVisible)
    window.masthead._menu.close()
    assert window.editor.toPlainText() == ""


@pytest.mark.parametrize("width", [700, 1280])
def test_f10_opens_the_menus(window: MainWindow, qtbot: QtBot, width: int) -> None:
    """Whether they are in a bar or behind a button."""
    window.resize(width, 800)
    window.show()
    qtbot.waitUntil(window.editor.hasFocus)
    QTest.keyClick(window.editor, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    assert opened.actions()
    opened.close()


def test_an_undo_leaves_no_facts_of_a_selection(window: MainWindow, qtbot: QtBot) -> None:
    """What is selected no more is not told of."""
    window.show()
    window.editor.setPlainText(TEXT)
    told: list[tuple[object, ...]] = []
    window.guiding.selected.connect(told.append)
    window.editor.selectAll()
    qtbot.waitUntil(lambda: bool(told) and bool(told[-1]))
    window.commands["heading_2"].trigger()
    window.editor.undo()
    assert not window.editor.textCursor().hasSelection()
    qtbot.waitUntil(lambda: told[-1] == ())


def test_escape_leads_back_to_the_text(window: MainWindow, qtbot: QtBot) -> None:
    """From the Fact Box Escape leads to the text, and F6 shows a Fact Box that was hidden."""
    window.show()
    qtbot.waitUntil(window.editor.hasFocus)
    window.commands["side"].trigger()
    window.commands["next_part"].trigger()
    assert window.factbox.isVisible()
    assert not window.editor.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.editor.hasFocus)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_chosen_goal_is_shown_kept_and_aimed_at(window: MainWindow, qtbot: QtBot) -> None:
    """Choosing a goal reaches the Fact Box, the settings and the adviser."""
    goal = Goal(Aim.GRADE, 7.0)
    window.show()
    window.commands["goal"].trigger()
    with qtbot.waitSignal(window.reporting.aimed) as told:
        child(window.goals, QDoubleSpinBox, "value").setValue(7)
    assert told.args == [goal] == [window.store.memory.last_goal]
    assert child(window.factbox, QAbstractButton, "goal").text() == goal.label
    window.goals.close()


def test_the_last_goal_is_there_at_the_start(window: MainWindow, qtbot: QtBot) -> None:
    """A new window shows the goal of the last one."""
    window.store.memory.remember_goal(Goal(name="Year 6"))
    again = MainWindow(window.store)
    qtbot.addWidget(again)
    assert child(again.factbox, QAbstractButton, "goal").text() == "Year 6"
