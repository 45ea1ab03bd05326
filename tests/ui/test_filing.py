"""Tests of New, Open, Save and Save As, and of what is asked before anything is lost."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.document import Block, Document
from factbox.formats import Stamp
from factbox.session import manuscript
from factbox.ui import dialogs
from factbox.ui.dialogs import Answer
from factbox.ui.window import MainWindow

Answering = Callable[..., None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Give a function that says what the user will answer to each question."""

    def prepare(save: Answer = Answer.CANCEL, file: Path | None = None, place: Path | None = None) -> None:
        monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent, _title, answered: answered(save))
        monkeypatch.setattr(dialogs, "ask_for_file", lambda _parent, _folder: file)
        monkeypatch.setattr(dialogs, "ask_where_to_save", lambda _parent, _proposed: place)

    prepare()
    return prepare


def write(window: MainWindow, text: str) -> None:
    """Type a text."""
    window.editor.insertPlainText(text)


def test_open_shows_the_file_and_remembers_it(
    window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path
) -> None:
    """A file that is opened is shown, named in the title, and first among the recent ones."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    answer(file=path)
    with qtbot.waitSignal(window.manuscript.opened):
        window.commands["open"].trigger()
    assert window.editor.toPlainText() == "Once."
    assert (window.filing.title, window.filing.state) == ("tale.txt", "Saved")
    assert window.store.memory.recent_files == [path]


def test_a_recent_file_opens_from_its_menu(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """The menu of recent files opens the file it names."""
    path = tmp_path / "fish & chips.txt"
    path.write_text("Once.", "utf-8")
    window.store.memory.remember_file(path)
    window.filing.recent.aboutToShow.emit()
    (action,) = window.filing.recent.actions()
    assert action.text() == "fish && chips.txt"
    with qtbot.waitSignal(window.manuscript.opened):
        action.trigger()
    assert window.editor.toPlainText() == "Once."


def test_cancel_keeps_the_text(window: MainWindow, answer: Answering) -> None:
    """Cancelling the question leaves everything as it was."""
    write(window, "Kept.")
    answer(Answer.CANCEL)
    window.commands["new"].trigger()
    assert window.editor.toPlainText() == "Kept."


def test_discard_begins_anew(window: MainWindow, qtbot: QtBot, answer: Answering) -> None:
    """Only when told so is a text thrown away."""
    write(window, "Gone.")
    answer(Answer.DISCARD)
    with qtbot.waitSignal(window.manuscript.opened):
        window.commands["new"].trigger()
    assert window.editor.toPlainText() == ""


def test_save_comes_before_new(window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path) -> None:
    """The text is in its file before the paper is emptied."""
    write(window, "Saved first.")
    answer(Answer.SAVE, place=tmp_path / "a.txt")
    with qtbot.waitSignal(window.manuscript.opened):
        window.commands["new"].trigger()
    assert (tmp_path / "a.txt").read_text("utf-8") == "Saved first."
    assert window.editor.toPlainText() == ""


def test_a_cancelled_place_keeps_the_text(window: MainWindow, answer: Answering) -> None:
    """Saying Save and then naming no file loses nothing."""
    write(window, "Kept.")
    answer(Answer.SAVE, place=None)
    window.commands["new"].trigger()
    assert window.editor.toPlainText() == "Kept."


def test_a_failed_save_keeps_the_text(window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path) -> None:
    """When the save before New fails, the text stays and the notice says what to do."""
    write(window, "Kept.")
    answer(Answer.SAVE, place=tmp_path / "none" / "a.txt")
    with qtbot.waitSignal(window.manuscript.unsaved):
        window.commands["new"].trigger()
    assert window.editor.toPlainText() == "Kept."
    assert "Could not save a.txt." in window.notice.sentence()
    assert "Your text is still here." in window.notice.sentence()


def test_a_file_that_cannot_be_opened_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A binary file leaves the text alone and is told of in a sentence."""
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with qtbot.waitSignal(window.manuscript.unopened):
        window.filing.open(path)
    assert "picture.png" in window.notice.sentence()
    assert "no text" in window.notice.sentence()
    assert window.store.memory.recent_files == []


def test_losses_are_told_before_anything_is_saved_over(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """What the reader could not carry is told when the file opens."""
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"One.\r\nTwo.\n")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    assert "line ends" in window.notice.sentence()


def test_a_very_long_paragraph_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A file in one endless line opens, is counted, and the notice says why typing is slow."""
    path = tmp_path / "endless.txt"
    path.write_text("The cat sat. " * 20_000, "utf-8")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    qtbot.waitUntil(lambda: "very long" in window.notice.sentence())
    qtbot.waitUntil(lambda: "Tokens: 60000" in window.factbox.as_text())


def test_a_pasted_paragraph_that_is_too_long_may_be_broken_up(window: MainWindow, qtbot: QtBot) -> None:
    """The notice comes once, with a verb that makes paragraphs pleasant to write in; undo takes it back."""
    text = ("The cat sat on the mat. " * 5_000).strip()
    QGuiApplication.clipboard().setText(text)
    window.editor.paste()
    qtbot.waitUntil(lambda: "very long" in window.notice.sentence())
    (verb,) = (each for each in window.notice.findChildren(QPushButton) if each.text() == "Break it up")
    with qtbot.waitSignal(window.breaking.found):
        verb.click()
    assert window.notice.sentence() == ""
    assert window.editor.document().blockCount() > 100
    window.commands["undo"].trigger()
    assert window.editor.toPlainText() == text
    assert window.notice.sentence() == ""


def test_a_dropped_file_opens(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Dropping a file on the text opens it, after asking as always."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    with qtbot.waitSignal(window.manuscript.opened):
        window.editor.files_dropped.emit([str(path)])
    assert window.editor.toPlainText() == "Once."


def test_the_state_follows_the_text(window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path) -> None:
    """Untitled and untouched, not saved, saved: the header says which."""
    assert (window.filing.title, window.filing.state) == ("Untitled", "")
    write(window, "Words.")
    assert window.filing.state == "Not saved"
    answer(place=tmp_path / "a.txt")
    with qtbot.waitSignal(window.manuscript.saved):
        window.commands["save"].trigger()
    assert (window.filing.title, window.filing.state) == ("a.txt", "Saved")


def test_the_example_is_worth_a_level(window: MainWindow, qtbot: QtBot) -> None:
    """The example text shows, belongs to no file, and fills the Fact Box."""
    with qtbot.waitSignal(window.manuscript.opened):
        window.commands["example"].trigger()
    assert window.filing.title == "Example text"
    assert window.manuscript.path is None
    assert window.editor.document().blockCount() > 5


def test_a_file_of_another_program_is_kept_or_reloaded(
    window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path
) -> None:
    """The notice offers one's own text, that of the file, and another place."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    answer(file=path)
    window.show()
    with qtbot.waitSignal(window.manuscript.opened):
        window.commands["open"].trigger()
    path.write_text("Theirs.", "utf-8")
    window.editor.insertPlainText("Mine. ")
    window.commands["save"].trigger()
    qtbot.waitUntil(lambda: "Another program has changed this file." in window.notice.sentence())
    verbs = {button.text(): button for button in window.notice.findChildren(QPushButton) if button.isVisible()}
    assert {"Keep mine", "Reload", "Save elsewhere"} <= verbs.keys()
    verbs["Reload"].click()
    qtbot.waitUntil(lambda: window.editor.toPlainText() == "Theirs.")


def test_what_is_only_read_belongs_to_no_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Rich Text opens as a text without a file: saving asks where to."""
    path = tmp_path / "mill.rtf"
    path.write_bytes(rb"{\rtf1 The {\b old} mill.{\footnote x}\par}")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    assert window.editor.toPlainText() == "The old mill."
    assert (window.manuscript.path, window.filing.title) == (None, "mill")
    assert "footnote" in window.notice.sentence()


def test_a_text_file_tells_once_what_it_does_not_hold(
    window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path
) -> None:
    """Who saves a heading as plain text is told that it will be gone, and is not nagged."""
    write(window, "The mill")
    window.commands["heading"].trigger()
    answer(place=tmp_path / "mill.txt")
    for sentence in ("holds no headings", ""):
        with qtbot.waitSignal(window.manuscript.saved):
            window.commands["save"].trigger()
        assert sentence in window.notice.sentence()
        write(window, "!")
    assert not window.notice.isVisible()


def test_a_shaped_text_is_offered_as_a_document(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only a document holds is proposed as one."""
    proposed: list[Path] = []
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda _parent, path: proposed.append(path))
    write(window, "The mill")
    window.commands["save"].trigger()
    window.commands["heading"].trigger()
    window.commands["save"].trigger()
    assert [path.suffix for path in proposed] == [".txt", ".docx"]


def test_a_file_that_takes_long_can_be_given_up(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while it is told, and Cancel keeps the text that is there, whatever comes later."""
    release, done = threading.Event(), threading.Event()

    def slow(_path: Path) -> tuple[Document, Stamp]:
        release.wait()
        done.set()
        return Document((Block("Late."),)), (0, 0)

    monkeypatch.setattr(manuscript, "read_stamped", slow)
    monkeypatch.setattr(window.filing, "_patience", QTimer(window.filing, interval=1, singleShot=True))
    window.filing._patience.timeout.connect(window.filing._on_patience_ended)
    write(window, "Mine")
    window.manuscript.abandon()
    window.filing.open(tmp_path / "slow.txt")
    qtbot.waitUntil(lambda: "still being read" in window.notice.sentence())
    cancel = next(each for each in window.notice.findChildren(QPushButton) if each.text() == "Cancel")
    cancel.click()
    release.set()
    qtbot.waitUntil(done.is_set)
    qtbot.waitUntil(lambda: not window.manuscript.is_reading)
    assert window.editor.toPlainText() == "Mine"


def test_the_first_save_over_losses_asks(
    window: MainWindow, qtbot: QtBot, answer: Answering, tmp_path: Path
) -> None:
    """Nothing is written before what it costs was named; a copy comes first, and is asked for once."""
    path = tmp_path / "mill.html"
    path.write_text("<p>The <u>old</u> mill.", "utf-8")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    write(window, "!")
    window.commands["save"].trigger()
    assert window.notice.sentence().startswith("Not saved yet. Underlined")
    verbs = [each for each in window.notice.findChildren(QPushButton) if each.isVisibleTo(window.notice)]
    assert [each.text() for each in verbs][-2:] == ["Save a copy", "Save over it"]
    assert "<u>" in path.read_text("utf-8")
    with qtbot.waitSignal(window.manuscript.saved):
        verbs[-1].click()
    write(window, "!")
    with qtbot.waitSignal(window.manuscript.saved):
        window.commands["save"].trigger()
    assert "!!The old mill." in path.read_text("utf-8")
    answer()


def test_unusual_encodings_and_line_ends_are_shown(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """They are kept, and the title says so; what is usual is not spoken of."""
    path = tmp_path / "mill.txt"
    path.write_bytes("na\u00efve\r\nmill".encode("cp1252"))
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    assert window.filing.state == "Saved as Windows-1252, CRLF"


def test_what_another_program_does_is_told_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever comes back to the window hears of it, can take the other text, and is not told again."""
    path = tmp_path / "mill.txt"
    path.write_text("The mill.", "utf-8")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    path.write_text("The old mill.", "utf-8")
    with qtbot.waitSignal(window.manuscript.altered):
        window.manuscript.look()
    assert window.notice.sentence() == "Another program has changed mill.txt."
    window.manuscript.look()
    qtbot.waitUntil(lambda: not window.manuscript.is_reading)
    (reload,) = (each for each in window.notice.findChildren(QPushButton) if each.text() == "Reload")
    with qtbot.waitSignal(window.manuscript.opened):
        reload.click()
    assert window.editor.toPlainText() == "The old mill."


def test_a_removed_file_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """The text stays, and goes elsewhere."""
    path = tmp_path / "mill.txt"
    path.write_text("The mill.", "utf-8")
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    path.unlink()
    with qtbot.waitSignal(window.manuscript.altered):
        window.manuscript.look()
    assert "removed mill.txt" in window.notice.sentence()
    assert window.editor.toPlainText() == "The mill."
