"""Tests of the open windows."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.session import recovery
from factbox.session.reopening import kept_places
from factbox.session.settings import SettingsStore
from factbox.ui import dialogs
from factbox.ui.dialogs import Answer
from factbox.ui.house import House
from factbox.ui.window import MainWindow
from houses import clear

LONG = "The mill stood by the river. It was old, and nobody had ground corn in it for years.\n" * 200


@pytest.fixture
def store() -> SettingsStore:
    """Give the settings of somebody who has started the program before."""
    made = SettingsStore()
    made.memory.remember_welcome()
    return made


@pytest.fixture
def house(store: SettingsStore, qtbot: QtBot) -> Iterator[House]:
    """Give a house with one empty window, which is cleared at the end whatever is in it."""
    made = House(store)
    with qtbot.waitSignal(made.reopened):
        made.begin(())
    yield made
    clear(made, qtbot)


def begun(store: SettingsStore, qtbot: QtBot, count: int) -> House:
    """Give the house of the next start, when as many windows have their files."""
    house = House(store)
    with qtbot.waitSignal(house.reopened):
        house.begin(())
    qtbot.waitUntil(
        lambda: sum(each.manuscript.path is not None for each in house.windows) == count, timeout=20_000
    )
    return house


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Give two files."""
    paths = tmp_path / "mill.txt", tmp_path / "ferry.txt"
    paths[0].write_text(LONG, "utf-8")
    paths[1].write_text("The ferry leaves at noon.", "utf-8")
    return paths


def opened(house: House, qtbot: QtBot, *paths: Path) -> list[MainWindow]:
    """Open files and give their windows."""
    for path in paths:
        house.open_file(path)
    qtbot.waitUntil(lambda: {each.manuscript.path for each in house.windows} >= set(paths))
    return [next(each for each in house.windows if each.manuscript.path == path) for path in paths]


def test_each_file_has_a_window(house: House, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    """The first goes into the empty window, the second into one of its own, which does not hide the first."""
    first, second = opened(house, qtbot, *files)
    assert house.windows == (first, second)
    assert first.pos() != second.pos()


def test_a_window_with_work_keeps_it(house: House, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    """A file that comes from outside leaves alone what is being written."""
    (busy,) = house.windows
    busy.editor.insertPlainText("Once.")
    opened(house, qtbot, files[1])
    assert busy.editor.toPlainText() == "Once."
    assert len(house.windows) == 2


def test_a_file_is_open_once(house: House, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    """Opened again, from outside or from another window, its window comes to the front."""
    first, second = opened(house, qtbot, *files)
    house.open_file(files[0])
    second.filing.open(files[0])
    assert house.windows == (first, second)
    assert second.manuscript.path == files[1]
    first.filing.open(files[0])
    assert not first.editor.isReadOnly()


def test_new_window_is_empty(house: House) -> None:
    """The menu opens another window."""
    (first,) = house.windows
    first.commands["new_window"].trigger()
    assert len(house.windows) == 2
    assert house.windows[1].editor.toPlainText() == ""


def test_starting_again_opens_here(house: House, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    """What a second start names is opened; a start without a name gives one more window."""
    house.answer(files)
    qtbot.waitUntil(lambda: {each.manuscript.path for each in house.windows} == set(files))
    house.answer(())
    assert len(house.windows) == 3


def test_closing_one_asks_for_its_own_text(
    house: House, qtbot: QtBot, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others stay, with what is not saved in them."""
    first, second = opened(house, qtbot, *files)
    first.editor.insertPlainText("Once.")
    monkeypatch.setattr(dialogs, "ask_to_save", lambda *_: pytest.fail("asked for another text"))
    second.commands["close"].trigger()
    qtbot.waitUntil(lambda: house.windows == (first,))
    assert not first.manuscript.is_saved


def test_quit_asks_for_all(
    house: House, qtbot: QtBot, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other; whoever cancels keeps the windows that are left."""
    first, second = opened(house, qtbot, *files)
    answers = {"mill.txt": Answer.CANCEL, "ferry.txt": Answer.SAVE}
    asked: list[str] = []

    def answer(_parent: object, title: str, answered: object) -> None:
        asked.append(title)
        assert callable(answered)
        answered(answers[title])

    monkeypatch.setattr(dialogs, "ask_to_save", answer)
    for window in (first, second):
        window.editor.insertPlainText("Once. ")
    first.commands["quit"].trigger()
    qtbot.waitUntil(lambda: asked == ["ferry.txt", "mill.txt"])
    assert house.windows == (first,)
    assert files[1].read_text("utf-8").startswith("Once. ")
    answers["mill.txt"] = Answer.DISCARD
    first.commands["quit"].trigger()
    qtbot.waitUntil(lambda: not house.windows)
    assert files[0].read_text("utf-8") == LONG
    first.deleteLater()


def test_what_was_open_comes_back(
    store: SettingsStore, house: House, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    """Files, caret, view, panel, marks, and which window was in front."""
    first, second = opened(house, qtbot, *files)
    first.editor.moveCursor(QTextCursor.MoveOperation.End)
    caret, line = first.editor.textCursor().position(), first.editor.first_line
    assert line > 0
    first.commands["marks"].trigger()
    second.commands["plan"].trigger()
    clear(house, qtbot)
    house.leave()
    again = begun(store, qtbot, 2)
    mill, ferry = again.windows
    qtbot.waitUntil(lambda: mill.editor.first_line == line)
    assert mill.editor.textCursor().position() == caret
    assert mill.commands["marks"].isChecked()
    assert mill.panels.panel is None
    assert ferry.panels.panel is not None
    assert not ferry.commands["marks"].isChecked()
    clear(again, qtbot)


def test_a_file_that_is_gone_is_named(
    store: SettingsStore, house: House, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    """The others come back, and a notice says which does not."""
    opened(house, qtbot, *files)
    clear(house, qtbot)
    house.leave()
    files[0].unlink()
    again = begun(store, qtbot, 1)
    qtbot.waitUntil(lambda: "mill.txt" in again.windows[0].notice.sentence())
    clear(again, qtbot)


def test_who_wants_nothing_back_gets_nothing(
    store: SettingsStore, house: House, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    """With the setting off an empty window opens."""
    opened(house, qtbot, files[0])
    clear(house, qtbot)
    house.leave()
    store.change(reopen=False)
    again = House(store)
    again.begin(())
    assert [each.manuscript.path for each in again.windows] == [None]
    clear(again, qtbot)


def test_a_crash_loses_no_places(house: House, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    """What is open is written down while one works."""
    opened(house, qtbot, *files)
    qtbot.waitUntil(lambda: {Path(each.path) for each in kept_places()[0]} == set(files))


def test_a_draft_comes_back_in_the_window_of_its_file(
    house: House, qtbot: QtBot, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a crash has left is shown where its file has come back; an untitled text gets its own window."""
    monkeypatch.setattr(recovery, "PAUSE", 20)
    first, second = opened(house, qtbot, *files)
    for window, text in ((second, "Late. "), (house.open_window(), "Untitled words.")):
        with qtbot.waitSignal(window.recovery.kept):
            window.editor.insertPlainText(text)
        # It is let go of as a process does that is killed: its files stay.
        lock = window.recovery._lock
        assert lock is not None
        lock.unlock()
        window.recovery._lock, window.recovery._is_begun = None, False
        window.manuscript.abandon()
        with qtbot.waitSignal(window.manuscript.opened):
            window.manuscript.open(files[1]) if window is second else window.manuscript.begin()
    assert not first.manuscript.is_coming
    house.windows[-1].close()
    first.recovery.look()
    for words in ("Untitled words", "Late."):
        qtbot.waitUntil(lambda words=words: f"“{words}" in first.notice.sentence())  # type: ignore[misc]
        [each for each in first.notice.findChildren(QPushButton) if each.text() == "Bring it back"][-1].click()
    qtbot.waitUntil(lambda: second.editor.toPlainText() == "Late. The ferry leaves at noon.")
    qtbot.waitUntil(lambda: len(house.windows) == 3 and house.windows[2].editor.toPlainText() == "Untitled words.")
    assert first.editor.toPlainText() == LONG
    assert not second.manuscript.is_saved


def test_drafts_are_looked_for_once(house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second window offers nothing that the first has offered."""
    monkeypatch.setattr(recovery, "PAUSE", 20)
    (first,) = house.windows
    with qtbot.waitSignal(first.recovery.kept):
        first.editor.insertPlainText("Lost words.")
    lock = first.recovery._lock
    assert lock is not None
    lock.unlock()
    first.recovery._lock, first.recovery._is_begun = None, False
    first.manuscript.abandon()
    next_house = House(first.store)
    next_house.begin(())
    (second,) = next_house.windows
    qtbot.waitUntil(lambda: "Lost words" in second.notice.sentence())
    third = next_house.open_window()
    # Its errands go one by one: what is kept now comes after what it might have found.
    with qtbot.waitSignal(third.recovery.kept):
        third.editor.insertPlainText("New words.")
    assert third.notice.sentence() == ""
    clear(next_house, qtbot)


def test_a_draft_is_offered_before_what_a_file_has_lost(
    house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notice about the file does not keep what a crash has left from being offered; it comes back behind it."""
    monkeypatch.setattr(recovery, "PAUSE", 20)
    page = tmp_path / "mill.html"
    page.write_text("<p>The <u>old</u> mill.", "utf-8")
    (first,) = house.windows
    with qtbot.waitSignal(first.recovery.kept):
        first.editor.insertPlainText("Lost words.")
    lock = first.recovery._lock
    assert lock is not None
    lock.unlock()
    first.recovery._lock, first.recovery._is_begun = None, False
    first.manuscript.abandon()
    again = House(first.store)
    again.begin((page,))
    (second,) = again.windows
    qtbot.waitUntil(lambda: "Lost words" in second.notice.sentence())
    second.notice.close_notice()
    assert "Underlined" in second.notice.sentence()
    clear(again, qtbot)


def test_a_new_window_stays_on_the_screen(house: House) -> None:
    """Beside a window that fills the screen the next one is smaller, not beyond the edge."""
    (first,) = house.windows
    area = first.screen().availableGeometry()
    first.setGeometry(area)
    second = house.open_window()
    assert area.contains(second.geometry())
    assert second.pos() != first.pos()


def test_each_file_that_is_dropped_has_a_window(house: House, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    """The first comes where it was let go, the others beside it."""
    (first,) = house.windows
    first.filing.open_dropped([str(path) for path in files])
    qtbot.waitUntil(lambda: {each.manuscript.path for each in house.windows} == set(files))
    assert first.manuscript.path == files[0]


def toured(window: MainWindow, _qtbot: QtBot) -> None:
    """Be in the middle of the tour."""
    window.touring.begin()


def adapted(window: MainWindow, qtbot: QtBot) -> None:
    """Look at an original, and no longer."""
    window.commands["adapt"].trigger()
    qtbot.waitUntil(lambda: window.spread.desk.is_comparing)
    window.commands["compare"].trigger()
    qtbot.waitUntil(lambda: not window.spread.desk.is_comparing)


@pytest.mark.parametrize("work", [lambda _window, _qtbot: None, toured, adapted])
def test_a_window_that_closed_leaves_nothing(
    house: House, qtbot: QtBot, work: Callable[[MainWindow, QtBot], object]
) -> None:
    """With a long text, of which all was told to stay, it is garbage and is found, whatever was done in it."""
    before = set(house.windows)
    house.open_window()
    (window,) = set(house.windows) - before
    gone = weakref.ref(window)
    window.editor.insertPlainText("The boats came in late.\n" * 400)
    qtbot.waitUntil(lambda: "Tokens: 2000" in house.windows[-1].factbox.as_text())
    work(window, qtbot)
    gc.freeze()
    window.manuscript.abandon()
    window.close()
    del window
    qtbot.waitUntil(lambda: gone() is None, timeout=40_000)
