"""Tests of adapting a text in the window: the original beside it, notices, changes, versions, history, export."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Panel
from factbox.ui import dialogs
from factbox.ui.desk import Column
from factbox.ui.page import Page
from factbox.ui.paper import Layer, Paper
from factbox.ui.versions import VersionsDialog
from factbox.ui.window import MainWindow
from looking import child, words

ORIGINAL = """
The mill by the river

The mill stands by the river, and it grinds the corn of 40 villages in the valley. The miller, who is old, cannot
lift the sacks any more because they are heavy. His daughter Anna carries them.

Every autumn the farmers bring their corn to the mill. They wait in the yard and talk about the weather.
""".strip().replace("cannot\nlift", "cannot lift")
ADAPTED = (
    ORIGINAL.replace("river, and it grinds", "river. It grinds")
    .replace("40 villages", "14 villages")
    .replace("They wait in the yard and talk about the weather.", "They wait in the yard.")
)


@pytest.fixture
def adapted(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Give a wide window with a text that is being adapted, and compared."""
    window.resize(1280, 800)
    window.show()
    window.editor.setPlainText(ORIGINAL)
    window.commands["adapt"].trigger()
    window.editor.setPlainText(ADAPTED)
    tokens = child(window.factbox, QLabel, "change_tokens")
    qtbot.waitUntil(lambda: tokens.text() not in {"", "+0", "0"})
    return window


def original(window: MainWindow) -> Paper:
    """Give the paper of the original."""
    return child(window, Paper, "original")


def page(window: MainWindow, qtbot: QtBot, panel: Panel) -> Page:
    """Open a panel of the comparison, and wait for its rows."""
    window.commands[panel.value].trigger()
    found = window.panels._added[panel]
    assert isinstance(found, Page)
    qtbot.waitUntil(lambda: bool(found.list.rows))
    return found


def test_a_text_on_its_way_in_is_adapted_when_it_is_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nobody is told that it cannot be done yet, and nothing of it is left out."""
    (tmp_path / "mill.txt").write_text(ORIGINAL, "utf-8")
    window.manuscript.busied.connect(lambda busy: window.commands["adapt"].trigger() if busy else None)
    window.manuscript.open(tmp_path / "mill.txt")
    qtbot.waitUntil(lambda: window.portfolio.work is not None)
    work = window.portfolio.work
    assert work is not None
    assert "\n".join(block.text for block in work.original) == ORIGINAL


def test_one_step_keeps_the_original(window: MainWindow, qtbot: QtBot) -> None:
    """The text lies at the left, read only, and goes on at the right; the title is its first line."""
    window.resize(1280, 800)
    window.show()
    window.editor.setPlainText(ORIGINAL)
    assert not window.commands["meaning"].isEnabled()
    window.commands["adapt"].trigger()
    qtbot.waitUntil(lambda: original(window).toPlainText() == ORIGINAL)
    assert original(window).isVisible()
    assert original(window).isReadOnly()
    assert window.editor.toPlainText() == ORIGINAL
    assert window.commands["compare"].isChecked()
    assert window.commands["meaning"].isEnabled()
    assert window.filing.title == "The mill by the river"


def test_the_box_shows_both_and_the_difference(adapted: MainWindow) -> None:
    """Before, after and difference stand side by side, and the ring is where the original was."""
    box = adapted.factbox
    before, change = child(box, QLabel, "beside_tokens").text(), child(box, QLabel, "change_tokens").text()
    now = child(box, QLabel, "tokens").text()
    assert int(before) + int(change.replace("−", "-")) == int(now)
    assert child(box, QLabel, "beside_level").text().startswith("was ")
    assert "The original is at" in box._parts.scale.accessibleDescription()


def test_words_that_went_and_came_are_marked(adapted: MainWindow, qtbot: QtBot) -> None:
    """The marks lie in both papers and in no undo stack."""
    qtbot.waitUntil(lambda: bool(adapted.editor._layers[Layer.WORDING]))
    came = {placed.cursor.selectedText() for placed in adapted.editor._layers[Layer.WORDING]}
    went = {placed.cursor.selectedText() for placed in original(adapted)._layers[Layer.WORDING]}
    assert "14" in came
    assert "40" in went
    assert adapted.editor.toPlainText() == ADAPTED


def test_a_notice_leads_to_both_places_and_puts_back(adapted: MainWindow, qtbot: QtBot) -> None:
    """A changed number is shown in both texts; Enter puts it back as one step."""
    meaning = page(adapted, qtbot, Panel.MEANING)
    place = [row.head for row in meaning.list.rows].index("Number changed")
    meaning.list.setCurrentIndex(meaning.list.model().index(place, 0))
    assert "40" in original(adapted).textCursor().selectedText()
    assert "14" in adapted.editor.textCursor().selectedText()
    QTest.keyClick(meaning.list, Qt.Key.Key_Return)
    assert "40 villages" in adapted.editor.toPlainText()
    adapted.commands["undo"].trigger()
    assert adapted.editor.toPlainText() == ADAPTED


def test_a_dismissed_notice_comes_back_when_the_text_changes(adapted: MainWindow, qtbot: QtBot) -> None:
    """Delete dismisses it with a reason, until the words it speaks of are others."""
    meaning = page(adapted, qtbot, Panel.MEANING)
    place = [row.head for row in meaning.list.rows].index("Number changed")
    meaning.list.setCurrentIndex(meaning.list.model().index(place, 0))
    QTest.keyClick(meaning.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Number changed" not in {row.head for row in meaning.list.rows})
    assert list(adapted.companion.choices.dismissed.values()) == ["It is meant"]
    adapted.editor.setPlainText(ADAPTED.replace("14", "15"))
    qtbot.waitUntil(lambda: "Number changed" in {row.head for row in meaning.list.rows})


def test_changes_are_listed_with_their_shares(adapted: MainWindow, qtbot: QtBot) -> None:
    """Split and changed sentences are named, and lead to both places."""
    changes = page(adapted, qtbot, Panel.CHANGES)
    assert [row.head.split(":")[0] for row in changes.list.rows] == ["Split", "Changed"]
    assert "% kept" in changes.remark.text()
    changes.list.setCurrentIndex(changes.list.model().index(0, 0))
    assert original(adapted).textCursor().selectedText().startswith("The mill stands by the river, and")
    assert adapted.editor.textCursor().selectedText() == "The mill stands by the river."


def test_the_pair_at_the_caret_is_lit(adapted: MainWindow, qtbot: QtBot) -> None:
    """Sentence and counterpart have a ground in both papers."""
    adapted.editor.setFocus()
    cursor = adapted.editor.textCursor()
    cursor.setPosition(ADAPTED.index("They wait"))
    adapted.editor.setTextCursor(cursor)
    pair = original(adapted)._layers[Layer.PAIR]
    qtbot.waitUntil(lambda: [each.cursor.selectedText()[:9] for each in pair] == ["They wait"])


def test_comparing_is_a_switch(adapted: MainWindow, qtbot: QtBot) -> None:
    """Off, the text is alone and the figures are its own; on, the original is back."""
    page(adapted, qtbot, Panel.MEANING)
    adapted.commands["compare"].trigger()
    assert not adapted.spread.desk.is_comparing
    assert adapted.panels.panel is None
    assert child(adapted.factbox, QLabel, "change_tokens").isHidden()
    adapted.commands["compare"].trigger()
    qtbot.waitUntil(lambda: original(adapted).isVisible())
    assert original(adapted).toPlainText() == ORIGINAL


def test_a_key_changes_sides(adapted: MainWindow, qtbot: QtBot) -> None:
    """F6 leads from the original to the text; where there is room for one only, it shows that one."""
    adapted.editor.setFocus()
    adapted.commands["previous_part"].trigger()
    assert original(adapted).hasFocus()
    adapted.resize(600, 700)
    qtbot.waitUntil(lambda: not adapted.editor.isVisible())
    adapted.commands["next_part"].trigger()
    assert adapted.editor.isVisible()
    assert not original(adapted).isVisible()


def test_a_theme_reaches_both_papers(adapted: MainWindow) -> None:
    """The original has the colours of the text."""
    adapted.commands["dark"].trigger()
    assert original(adapted).palette().base().color() == adapted.editor.palette().base().color()


def test_an_empty_paper_asks_for_the_text_to_adapt(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The file that is chosen is opened and adapted at once, and stays untouched."""
    path = tmp_path / "mill.txt"
    path.write_text(ORIGINAL, "utf-8")
    monkeypatch.setattr(dialogs, "ask_for_file", lambda _parent, _folder: path)
    window.show()
    window.commands["adapt"].trigger()
    qtbot.waitUntil(lambda: window.portfolio.work is not None)
    assert window.manuscript.path is None
    assert window.filing.title == "mill"
    assert path.read_text("utf-8") == ORIGINAL


def test_another_original_is_read_from_a_file(
    adapted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The versions stay; one that cannot be read is told and changes nothing."""
    path = tmp_path / "other.txt"
    path.write_text("A text from elsewhere.", "utf-8")
    monkeypatch.setattr(dialogs, "ask_for_file", lambda _parent, _folder: path)
    adapted.commands["original"].trigger()
    qtbot.waitUntil(lambda: original(adapted).toPlainText() == "A text from elsewhere.")
    path.write_text(" \n", "utf-8")
    adapted.commands["original"].trigger()
    qtbot.waitUntil(lambda: "It has no text" in adapted.notice.sentence())
    path.unlink()
    adapted.commands["original"].trigger()
    qtbot.waitUntil(lambda: "It has no text" not in adapted.notice.sentence())
    assert "Could not open other.txt" in adapted.notice.sentence()
    assert original(adapted).toPlainText() == "A text from elsewhere."


def named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Answer the next question for a name."""
    monkeypatch.setattr(dialogs, "ask_for_name", lambda _parent, _title, _proposed, answer: answer(name))


def cell(dialog: VersionsDialog, row: int, column: int = 0) -> str:
    """Give what stands in a cell of the table."""
    item = dialog.table.item(row, column)
    return item.text() if item is not None else ""


def opened(window: MainWindow, qtbot: QtBot) -> VersionsDialog:
    """Open the table of versions, and wait for its rows."""
    window.commands["versions"].trigger()
    dialog = child(window, VersionsDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 1)
    return dialog


def test_versions_stand_in_a_table(adapted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The original and each version with its goal and its facts; one goes on with any of them."""
    named(monkeypatch, "For Year 3")
    with qtbot.waitSignal(adapted.portfolio.changed):
        adapted.commands["new_version"].trigger()
    adapted.companion.change(goal=Goal(Aim.GRADE, 3))
    dialog = opened(adapted, qtbot)
    qtbot.waitUntil(lambda: all(cell(dialog, row, 2) for row in range(3)))
    cells = [[cell(dialog, row, place) for place in range(6)] for row in range(3)]
    assert cells[0][0] == "Original: The mill by the river"
    assert cells[1][0] == "Version 1"
    assert cells[2][:2] == ["For Year 3 (being written)", "Grade 3 ± 0.5"]
    dialog.opened.emit(0)
    qtbot.waitUntil(lambda: "Version 1 (being written)" in cell(dialog, 1))
    dialog.close()


def test_a_version_comes_from_any_other(
    adapted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the original too."""
    named(monkeypatch, "Fresh")
    dialog = opened(adapted, qtbot)
    dialog.wanted.emit(-1)
    qtbot.waitUntil(lambda: adapted.editor.toPlainText() == ORIGINAL)
    named(monkeypatch, "Better name")
    dialog.renamed.emit(1)
    qtbot.waitUntil(lambda: cell(dialog, 2).startswith("Better name"))
    monkeypatch.setattr(dialogs, "ask_to_remove_version", lambda _parent, _name, remove: remove())
    dialog.removed.emit(0)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    dialog.close()


def test_a_moment_comes_back_as_a_version(adapted: MainWindow, qtbot: QtBot) -> None:
    """The arrows go along the history, Enter brings back the text of a moment."""
    adapted.adapting.keep_moment()
    adapted.editor.setPlainText("All is gone.")
    adapted.adapting.keep_moment()
    dialog = opened(adapted, qtbot)
    qtbot.waitUntil(lambda: ": Level " in words(dialog))
    QTest.keyClick(dialog.history, Qt.Key.Key_Left)
    QTest.keyClick(dialog.history, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: adapted.editor.toPlainText() == ADAPTED)
    assert adapted.portfolio.work is not None
    assert len(adapted.portfolio.work.versions) == 2
    dialog.close()


def test_a_click_chooses_a_moment_and_a_button_brings_it_back(adapted: MainWindow, qtbot: QtBot) -> None:
    """The line shows the moments from left to right; the way to the button changes none."""
    adapted.adapting.keep_moment()
    adapted.editor.setPlainText("All is gone.")
    adapted.adapting.keep_moment()
    dialog = opened(adapted, qtbot)
    # The text has changed, and its Level is not known yet.
    qtbot.waitUntil(lambda: ": Level —" in words(dialog))
    QTest.mouseClick(dialog.history, Qt.MouseButton.LeftButton, pos=QPoint(12, 20))
    assert ": Level —" not in words(dialog)
    QTest.mouseMove(dialog.history, QPoint(dialog.history.width() - 12, 20))
    back = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Bring this text back")
    back.click()
    qtbot.waitUntil(lambda: adapted.editor.toPlainText() == ADAPTED)
    dialog.close()


def test_all_versions_are_exported(
    adapted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each becomes a file where one says; a folder that cannot be written in is told."""

    def answer(folder: Path) -> None:
        ask: Callable[..., None] = lambda _parent, _folder, answered: answered(folder, ".txt", labelled=True)  # noqa: E731
        monkeypatch.setattr(dialogs, "ask_for_export", ask)

    answer(tmp_path)
    adapted.commands["export"].trigger()
    qtbot.waitUntil((tmp_path / "The mill by the river – Version 1.txt").exists)
    answer(tmp_path / "none")
    adapted.commands["export"].trigger()
    qtbot.waitUntil(lambda: "could not be exported" in adapted.notice.sentence())


def test_the_whole_comes_back_from_its_file(
    adapted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Save proposes the one form that holds it all; opened again, the original lies beside the text."""
    proposals: list[Path] = []

    def ask(_parent: object, proposed: Path) -> Path:
        proposals.append(proposed)
        return tmp_path / "mill.factbox"

    monkeypatch.setattr(dialogs, "ask_where_to_save", ask)
    with qtbot.waitSignal(adapted.manuscript.saved):
        adapted.commands["save"].trigger()
    assert proposals[0].name == "The mill by the river.factbox"
    with qtbot.waitSignal(adapted.manuscript.opened):
        adapted.filing.new()
    assert not adapted.spread.desk.is_comparing
    assert adapted.manuscript.is_saved
    with qtbot.waitSignal(adapted.manuscript.opened):
        adapted.filing.open(tmp_path / "mill.factbox")
    qtbot.waitUntil(lambda: original(adapted).toPlainText() == ORIGINAL)
    assert adapted.editor.toPlainText() == ADAPTED
    assert adapted.manuscript.is_saved


def test_columns_have_heads(adapted: MainWindow) -> None:
    """They say which text is which, and for whom the version is."""
    adapted.companion.change(goal=Goal(Aim.GRADE, 4, 0.5, "Year 5 readers"))
    heads = [words(column) for column in adapted.spread.desk.findChildren(Column)]
    assert any("Original" in head and "read only" in head for head in heads)
    assert any("Adaptation" in head and "Version 1 · Year 5 readers" in head for head in heads)


def test_a_rest_in_writing_is_a_moment(adapted: MainWindow, qtbot: QtBot) -> None:
    """Each key lets the clock of the history begin anew; when it ends, the text is kept with its Level."""
    clock = adapted.adapting._rest
    adapted.adapting.keep_moment()
    assert not clock.isActive()
    adapted.editor.setPlainText("All is gone.")
    qtbot.waitUntil(clock.isActive)
    clock.timeout.emit()
    work = adapted.portfolio.work
    assert work is not None
    assert [moment.blocks[-1].text for moment in work.versions[0].history][-1] == "All is gone."
    assert work.versions[0].history[0].level is not None


def test_what_no_rule_can_put_back_is_said(adapted: MainWindow, qtbot: QtBot) -> None:
    """Enter on such a notice changes nothing, and says so."""
    adapted.editor.setPlainText(ADAPTED.replace(" of 14 villages", ""))
    meaning = page(adapted, qtbot, Panel.MEANING)
    qtbot.waitUntil(lambda: "Number lost" in {row.head for row in meaning.list.rows})
    place = [row.head for row in meaning.list.rows].index("Number lost")
    meaning.list.setCurrentIndex(meaning.list.model().index(place, 0))
    before = adapted.editor.toPlainText()
    QTest.keyClick(meaning.list, Qt.Key.Key_Return)
    assert "No rule can put it back safely" in meaning.remark.text()
    assert adapted.editor.toPlainText() == before
