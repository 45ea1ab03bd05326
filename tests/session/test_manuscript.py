"""Tests of the manuscript."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.document import Block, Document
from factbox.formats import ChangedError, EncodingError, FormatError
from factbox.session import conversion
from factbox.session.manuscript import Manuscript
from factbox.session.watcher import TextWatcher


@pytest.fixture
def manuscript(editor: QPlainTextEdit) -> Manuscript:
    """Give the manuscript of the editor's text."""
    watcher = TextWatcher(editor.document())
    watcher.tell_all()
    return Manuscript(editor.document(), lambda: watcher.blocks)


def saved(qtbot: QtBot, manuscript: Manuscript, path: Path | None = None, encoding: str | None = None) -> None:
    """Save and wait."""
    with qtbot.waitSignal(manuscript.saved):
        manuscript.save(path, encoding=encoding)


def opened(qtbot: QtBot, manuscript: Manuscript, path: Path) -> Document:
    """Open and wait; give the document that came."""
    with qtbot.waitSignal(manuscript.opened) as came:
        manuscript.open(path)
    assert came.args
    document = came.args[0]
    assert isinstance(document, Document)
    return document


def test_a_file_opens(qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path) -> None:
    """An opened file shows its text, unmodified, under its name."""
    (tmp_path / "tale.txt").write_text("Once.\n\nTwice.", "utf-8")
    opened(qtbot, manuscript, tmp_path / "tale.txt")
    assert editor.toPlainText() == "Once.\n\nTwice."
    assert manuscript.title == "tale.txt"
    assert manuscript.is_saved


def test_saving_keeps_encoding_and_line_ends(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """Typing into an old Windows file and saving it changes the words only."""
    path = tmp_path / "old.txt"
    path.write_bytes("Café.\r\nEnd.".encode("cp1252"))
    opened(qtbot, manuscript, path)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText(" Encore.")
    assert not manuscript.is_saved
    saved(qtbot, manuscript)
    assert path.read_bytes() == "Café.\r\nEnd. Encore.".encode("cp1252")
    assert manuscript.is_saved


def test_a_new_file_belongs_to_the_text(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """After saving somewhere, the text belongs there."""
    editor.setPlainText("Words.")
    saved(qtbot, manuscript, tmp_path / "new.txt")
    assert manuscript.path == tmp_path / "new.txt"
    assert (tmp_path / "new.txt").read_text("utf-8") == "Words."


def test_typing_while_saving_is_not_taken_for_saved(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """What is typed after the save began is still unsaved when it ends."""
    editor.insertPlainText("First.")
    with qtbot.waitSignal(manuscript.saved):
        manuscript.save(tmp_path / "a.txt")
        editor.insertPlainText(" Second.")
    assert (tmp_path / "a.txt").read_text("utf-8") == "First."
    assert not manuscript.is_saved


def test_two_saves_end_with_the_later_text(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """Saves of one file are written in their order."""
    editor.insertPlainText("First.")
    manuscript.save(tmp_path / "a.txt")
    editor.insertPlainText(" Second.")
    manuscript.save(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: manuscript.is_saved)
    assert (tmp_path / "a.txt").read_text("utf-8") == "First. Second."


def test_a_text_without_a_file_needs_a_path(manuscript: Manuscript) -> None:
    """Nobody is asked here: saving a text that has no file is an error."""
    with pytest.raises(ValueError, match="path"):
        manuscript.save()


def test_what_cannot_be_opened_leaves_the_text(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A file that is none is told of, and the text stays with its name."""
    editor.insertPlainText("Kept.")
    with qtbot.waitSignal(manuscript.unopened) as told:
        manuscript.open(tmp_path)
    assert told.args
    assert isinstance(told.args[1], FormatError)
    assert editor.toPlainText() == "Kept."
    assert manuscript.path is None


def test_what_cannot_be_saved_stays_unsaved(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A failed save leaves the text modified and where it belonged, and nothing is done after it."""
    editor.insertPlainText("Kept.")
    with qtbot.waitSignal(manuscript.unsaved):
        manuscript.save(tmp_path / "none" / "a.txt", then=lambda: editor.setPlainText("lost"))
    assert editor.toPlainText() == "Kept."
    assert not manuscript.is_saved
    assert manuscript.path is None


def test_a_character_without_a_code_may_be_saved_as_utf_8(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A save that its encoding refuses works in another, which the file then has."""
    path = tmp_path / "old.txt"
    path.write_bytes("Café.".encode("cp1252"))
    opened(qtbot, manuscript, path)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.insertPlainText("→ ")
    with qtbot.waitSignal(manuscript.unsaved) as told:
        manuscript.save()
    assert told.args
    assert isinstance(told.args[1], EncodingError)
    assert path.read_bytes() == "Café.".encode("cp1252")
    saved(qtbot, manuscript, encoding="utf-8")
    assert path.read_text("utf-8") == "→ Café."


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even a short text come in many pieces."""
    monkeypatch.setattr(conversion, "PIECE", 10)


LINES = "\n".join(f"This is line {number}." for number in range(60))


@pytest.mark.usefixtures("pieces")
def test_a_text_on_its_way_in_is_never_saved_over_its_file(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """Saving while a file is coming in does nothing: its file keeps every line."""
    path = tmp_path / "long.txt"
    path.write_text(LINES, "utf-8")
    seen: list[tuple[int, bool, Path | None, bool]] = []

    def save_at_once(count: int) -> None:
        manuscript.save(path)
        seen.append((count, manuscript.is_saved, manuscript.path, manuscript.is_writing))

    editor.document().blockCountChanged.connect(save_at_once, Qt.ConnectionType.SingleShotConnection)
    opened(qtbot, manuscript, path)
    assert seen[0][0] < 60
    assert seen[0][1:] == (True, None, False)
    assert editor.toPlainText() == path.read_text("utf-8") == LINES


@pytest.mark.usefixtures("pieces")
def test_a_second_text_stops_the_first(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A text that comes while another is coming in replaces it, and nothing of the other stays."""
    (tmp_path / "a.txt").write_text(LINES, "utf-8")
    came: list[Document] = []
    manuscript.opened.connect(came.append)
    seen: list[int] = []

    def open_other(count: int) -> None:
        seen.append(count)
        manuscript.begin(Document(tuple(map(Block, ["other", *LINES.split("\n")]))), "b.txt")

    editor.document().blockCountChanged.connect(open_other, Qt.ConnectionType.SingleShotConnection)
    manuscript.open(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: bool(came))
    assert seen[0] < 60
    assert editor.toPlainText() == f"other\n{LINES}"
    assert manuscript.title == "b.txt"
    assert len(came) == 1


def test_what_is_typed_while_a_file_is_read_is_kept(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A file that comes after somebody went on writing does not replace the words."""
    (tmp_path / "slow.txt").write_text("Slow.", "utf-8")
    with qtbot.waitSignal(manuscript.unopened):
        manuscript.open(tmp_path / "slow.txt")
        editor.insertPlainText("Typed meanwhile.")
    assert editor.toPlainText() == "Typed meanwhile."
    assert not manuscript.is_saved


@pytest.mark.usefixtures("pieces")
def test_the_text_is_busy_while_it_comes_in(qtbot: QtBot, manuscript: Manuscript, tmp_path: Path) -> None:
    """Who shows the text hears when it begins to come and when it is whole."""
    (tmp_path / "a.txt").write_text(LINES, "utf-8")
    told: list[bool] = []
    manuscript.busied.connect(told.append)
    opened(qtbot, manuscript, tmp_path / "a.txt")
    assert told == [True, False]


def test_what_another_program_writes_while_a_file_is_read_stays(
    qtbot: QtBot, manuscript: Manuscript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is what was read, and its file is another by now: a save tells that."""
    path = tmp_path / "a.txt"
    path.write_text("As it was.", "utf-8")
    its_format = formats.format_of(path)

    def read_and_write(data: bytes) -> Document:
        path.write_text("By another program.", "utf-8")
        return its_format.read(data)

    with monkeypatch.context() as patched:
        patched.setattr(formats, "format_of", lambda _path: replace(its_format, read=read_and_write))
        opened(qtbot, manuscript, path)
    with qtbot.waitSignal(manuscript.unsaved) as told:
        manuscript.save()
    assert told.args
    assert isinstance(told.args[1], ChangedError)
    assert path.read_text("utf-8") == "By another program."


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names")
def test_a_pipe_is_no_file(qtbot: QtBot, manuscript: Manuscript, tmp_path: Path) -> None:
    """What may never end is refused, not waited for."""
    os.mkfifo(tmp_path / "pipe")
    with qtbot.waitSignal(manuscript.unopened) as told:
        manuscript.open(tmp_path / "pipe")
    assert told.args
    assert "no ordinary file" in str(told.args[1])


def test_an_endless_word_is_refused(qtbot: QtBot, manuscript: Manuscript, tmp_path: Path) -> None:
    """A line without a space that Qt could never lay out is told, and nothing stands still."""
    (tmp_path / "x.txt").write_text("x" * 5_000_000, "utf-8")
    with qtbot.waitSignal(manuscript.unopened) as told:
        manuscript.open(tmp_path / "x.txt")
    assert told.args
    assert "without a space" in str(told.args[1])


def test_a_save_that_fails_late_offers_no_other_text(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """When another text has come meanwhile, a failed save is told as that of the text before."""
    editor.insertPlainText("First.")
    with qtbot.assertNotEmitted(manuscript.unsaved), qtbot.waitSignal(manuscript.unkept):
        manuscript.save(tmp_path / "none" / "a.txt")
        manuscript.begin(Document((Block("Second."),)))


def test_a_save_while_saving_elsewhere_goes_there_too(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """Save right after Save As writes the new file, not the old one."""
    (tmp_path / "old.txt").write_text("Old.", "utf-8")
    opened(qtbot, manuscript, tmp_path / "old.txt")
    manuscript.save(tmp_path / "new.txt")
    editor.insertPlainText("More. ")
    manuscript.save()
    qtbot.waitUntil(lambda: manuscript.is_saved and not manuscript.is_writing)
    assert (tmp_path / "old.txt").read_text("utf-8") == "Old."
    assert "More." in (tmp_path / "new.txt").read_text("utf-8")


def test_a_new_text_asked_for_meanwhile_wins(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A file that is still being read when a new text is begun does not come any more."""
    (tmp_path / "a.txt").write_text("a", "utf-8")
    (tmp_path / "b.txt").write_text("b", "utf-8")
    manuscript.open(tmp_path / "a.txt")
    manuscript.begin(Document((Block("new"),)))
    # The reads are in order: when the second file is refused or here, the first has been answered too.
    with qtbot.waitSignal(manuscript.unopened):
        manuscript.open(tmp_path / "none.txt")
    assert editor.toPlainText() == "new"
    assert manuscript.path is None


def test_the_last_file_that_was_asked_for_wins(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """A file that comes late does not replace the one that was asked for after it."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    manuscript.open(tmp_path / "a.txt")
    opened(qtbot, manuscript, tmp_path / "b.txt")
    assert editor.toPlainText() == "b.txt"
    assert manuscript.title == "b.txt"


def test_a_new_text_has_no_file(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """Beginning anew empties the paper and forgets the file, its encoding and its line ends."""
    path = tmp_path / "old.txt"
    path.write_bytes("Café.\r\n".encode("cp1252"))
    opened(qtbot, manuscript, path)
    with qtbot.waitSignal(manuscript.opened):
        manuscript.begin()
    assert editor.toPlainText() == ""
    assert manuscript.title == ""
    editor.insertPlainText("→\n")
    saved(qtbot, manuscript, tmp_path / "new.txt")
    assert (tmp_path / "new.txt").read_bytes() == "→\n".encode()


def test_a_text_may_begin_with_words_and_a_title(qtbot: QtBot, manuscript: Manuscript) -> None:
    """An example has a title and no file, and nothing in it could be lost."""
    with qtbot.waitSignal(manuscript.opened):
        manuscript.begin(Document((Block("Salt."),)), "Example")
    assert (manuscript.title, manuscript.path, manuscript.is_saved) == ("Example", None, True)


def test_a_file_that_another_program_changed_is_not_written_over(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """The save is refused with the reason; by force, or in another file, it is done."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    opened(qtbot, manuscript, path)
    path.write_text("Theirs.", "utf-8")
    editor.insertPlainText("Mine. ")
    with qtbot.waitSignal(manuscript.unsaved) as told:
        manuscript.save()
    assert told.args
    assert isinstance(told.args[1], ChangedError)
    assert (path.read_text("utf-8"), manuscript.is_saved) == ("Theirs.", False)
    with qtbot.waitSignal(manuscript.saved):
        manuscript.save(force=True)
    assert path.read_text("utf-8") == "Once.Mine. "
    path.unlink()
    editor.insertPlainText("More. ")
    with qtbot.waitSignal(manuscript.unsaved) as told:
        manuscript.save()
    assert told.args
    assert "removed" in str(told.args[1])


def test_our_own_saves_are_no_changes_of_others(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """However quickly one follows another."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    opened(qtbot, manuscript, path)
    for number in range(5):
        editor.insertPlainText(f"{number} ")
        manuscript.save()
    qtbot.waitUntil(lambda: not manuscript.is_writing)
    assert manuscript.is_saved
    assert path.read_text("utf-8") == "Once.0 1 2 3 4 "


def test_a_choice_made_during_a_save_is_saved_later(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """What is not in the text counts as well: the document stays unsaved."""
    editor.insertPlainText("Once.")
    with qtbot.waitSignal(manuscript.saved):
        manuscript.save(tmp_path / "tale.txt")
        manuscript.touch()
    assert not manuscript.is_saved


def test_undo_takes_back_no_change_outside_the_text(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """Qt counts a text as saved when all typing is undone; what else was changed is still not in the file."""
    editor.insertPlainText("Once.")
    saved(qtbot, manuscript, tmp_path / "tale.txt")
    manuscript.touch()
    editor.insertPlainText(" Twice.")
    editor.undo()
    assert not manuscript.is_saved
    saved(qtbot, manuscript)
    assert manuscript.is_saved


def test_a_save_that_ends_after_the_text_left_its_file_claims_nothing(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """What is a document of its own by then belongs to no file, and is not saved."""
    editor.insertPlainText("Once.")
    with qtbot.waitSignal(manuscript.saved):
        manuscript.save(tmp_path / "tale.txt")
        manuscript.detach("A tale")
    assert (manuscript.path, manuscript.title, manuscript.is_saved) == (None, "A tale", False)


def test_giving_up_counts_as_saved(manuscript: Manuscript, editor: QPlainTextEdit) -> None:
    """Neither the text nor what was changed beside it asks to be saved any more."""
    editor.insertPlainText("Once.")
    manuscript.touch()
    manuscript.abandon()
    assert manuscript.is_saved
    editor.insertPlainText(" Twice.")
    assert not manuscript.is_saved


def test_a_text_that_is_taken_from_its_file_on_its_way_in_can_be_saved(
    qtbot: QtBot, manuscript: Manuscript, tmp_path: Path
) -> None:
    """It is whole then, belongs to no file, and is not taken for one that is still coming."""
    (tmp_path / "tale.txt").write_text("Once.\n\nTwice.\n\nThrice.", "utf-8")
    manuscript.busied.connect(lambda busy: manuscript.detach("A tale") if busy else None)
    with qtbot.waitSignal(manuscript.busied, check_params_cb=lambda busy: not busy):
        manuscript.open(tmp_path / "tale.txt")
    saved(qtbot, manuscript, tmp_path / "other.txt")
    assert (tmp_path / "other.txt").read_text("utf-8") == "Once.\n\nTwice.\n\nThrice."


def test_a_text_whose_file_was_removed_is_not_saved(
    qtbot: QtBot, manuscript: Manuscript, editor: QPlainTextEdit, tmp_path: Path
) -> None:
    """It is nowhere but here: closing asks, a draft is kept, and no undo makes it saved again."""
    path = tmp_path / "tale.txt"
    path.write_text("Once.", "utf-8")
    opened(qtbot, manuscript, path)
    path.unlink()
    with qtbot.waitSignals([manuscript.touched, manuscript.altered]):
        manuscript.look()
    assert not manuscript.is_saved
    editor.insertPlainText("More. ")
    editor.undo()
    assert not manuscript.is_saved
    with qtbot.waitSignal(manuscript.saved):
        manuscript.save(force=True)
    assert manuscript.is_saved
    assert path.read_text("utf-8") == "Once."
