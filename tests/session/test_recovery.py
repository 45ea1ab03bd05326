"""Tests of drafts: what is not saved comes back after a crash."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.document import Block, Document, Role, Version, Work
from factbox.formats import FormatError
from factbox.session import recovery as module
from factbox.session import shapes
from factbox.session.manuscript import Manuscript
from factbox.session.recovery import Draft, Recovery
from factbox.session.settings import state_folder
from factbox.session.watcher import TextWatcher

TEXT = "Once upon a time there was a mill.\n\nIt was old — and grey 😀."


class Shop:
    """A text with its manuscript and its draft."""

    def __init__(self) -> None:
        self.pane = QPlainTextEdit()
        self.work: Work | None = None
        watcher = TextWatcher(self.pane.document())
        self.manuscript = Manuscript(self.pane.document(), lambda: watcher.blocks, lambda: self.work)
        self.recovery = Recovery(self.manuscript)
        watcher.edited.connect(self.recovery.touch)

    def crash(self) -> None:
        """Let go of the draft as a process does that is killed: its files stay."""
        assert self.recovery._lock is not None
        self.recovery._lock.unlock()


@pytest.fixture
def shop(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Give a text that belongs to no file yet, of a writer whose pauses are short."""
    monkeypatch.setattr(module, "PAUSE", 20)
    made = Shop()
    qtbot.addWidget(made.pane)
    return made


def drafts(qtbot: QtBot) -> tuple[Draft, ...]:
    """Give the drafts that a next start would find."""
    fresh = Shop()
    qtbot.addWidget(fresh.pane)
    with qtbot.waitSignal(fresh.recovery.found) as found:
        fresh.recovery.look()
    assert found.args
    told = found.args[0]
    assert isinstance(told, tuple)
    return told


def refuse(error: Exception) -> None:
    """Fail where a draft should have been read."""
    pytest.fail(str(error))


def files() -> list[str]:
    """Give the endings of what lies among the drafts, without locks."""
    folder = state_folder() / "drafts"
    return sorted(file.suffix for file in folder.glob("*") if file.suffix != ".lock") if folder.exists() else []


def written(qtbot: QtBot, shop: Shop, text: str = TEXT) -> None:
    """Write something and wait until its draft is kept."""
    with qtbot.waitSignal(shop.recovery.kept):
        shop.pane.setPlainText(text)
        shop.pane.document().setModified(True)


def test_what_is_not_saved_is_found_after_a_crash(shop: Shop, qtbot: QtBot) -> None:
    """With its first words and its date; read, it is the text as it was."""
    before = time.time()
    written(qtbot, shop)
    shop.crash()
    (draft,) = drafts(qtbot)
    assert draft.first == "Once upon a time there was a mill."
    assert before <= draft.when <= time.time()
    read: list[Document] = []
    shop.recovery.read(draft, read.append, refuse)
    qtbot.waitUntil(lambda: bool(read))
    assert "\n".join(block.text for block in read[0].blocks) == TEXT


def test_a_draft_that_is_being_written_is_nobodys_else(shop: Shop, qtbot: QtBot) -> None:
    """Another window does not offer it."""
    written(qtbot, shop)
    other = Shop()
    qtbot.addWidget(other.pane)
    told: list[object] = []
    other.recovery.found.connect(told.append)
    with qtbot.waitSignal(other.recovery.idled):
        other.recovery.look()
    assert told == []


def test_saving_removes_it(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """When the text is in its file, no draft is left."""
    written(qtbot, shop)
    assert files() == [".json", ".txt"]
    with qtbot.waitSignal(shop.manuscript.saved):
        shop.manuscript.save(tmp_path / "mill.txt")
    qtbot.waitUntil(lambda: files() == [])


def test_a_text_that_is_given_up_leaves_none(shop: Shop, qtbot: QtBot) -> None:
    """Whoever does not want to save does not want to be asked at the next start."""
    written(qtbot, shop)
    shop.recovery.forget()
    qtbot.waitUntil(lambda: files() == [])


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_draft_without_a_lock_goes_too(shop: Shop, qtbot: QtBot, tmp_path: Path, is_saved: bool) -> None:  # noqa: FBT001  # pytest gives it by name
    """Where no lock can be taken, what is saved or given up leaves nothing all the same."""
    in_the_way = state_folder() / "drafts" / f"{shop.recovery._key}.lock"
    in_the_way.mkdir(parents=True)
    written(qtbot, shop)
    assert (shop.recovery._lock, files()) == (None, [".json", ".txt"])
    if is_saved:
        shop.manuscript.save(tmp_path / "mill.txt")
    else:
        shop.recovery.forget()
    qtbot.waitUntil(lambda: files() == [])


def test_a_text_that_gives_way_to_another_leaves_none(shop: Shop, qtbot: QtBot) -> None:
    """The draft of the text before goes, although the next one has a key of its own by then."""
    written(qtbot, shop)
    # A slow disk: whatever is to be removed is removed after the text has come.
    gate = threading.Event()
    shop.recovery._errands.run(lambda: gate.wait(5), lambda _answer: None, refuse)
    with qtbot.waitSignal(shop.manuscript.opened):
        shop.manuscript.begin()
    gate.set()
    qtbot.waitUntil(lambda: files() == [])


def test_a_draft_follows_the_text(shop: Shop, qtbot: QtBot) -> None:
    """After each pause it is the text of then, in the same file."""
    written(qtbot, shop)
    written(qtbot, shop, TEXT + " The end.")
    assert files() == [".json", ".txt"]
    shop.crash()
    (draft,) = drafts(qtbot)
    assert (state_folder() / "drafts" / f"{draft.key}.txt").read_text("utf-8").endswith("The end.")


def test_who_never_rests_has_a_draft_too(shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A timer that is set back with every key would never end."""
    monkeypatch.setattr(module, "LONGEST", 0)
    with qtbot.waitSignal(shop.recovery.kept):
        shop.pane.setPlainText(TEXT)
        shop.pane.document().setModified(True)
        for _ in range(3):
            shop.recovery.touch()


def test_a_work_is_kept_whole(shop: Shop, qtbot: QtBot) -> None:
    """Original and versions are in the draft as well."""
    blocks = tuple(map(Block, TEXT.split("\n")))
    shop.work = Work("Mill", (Block("The original."),), (Version("For Year 3", blocks),))
    written(qtbot, shop)
    assert files() == [".factbox", ".json"]
    shop.crash()
    (draft,) = drafts(qtbot)
    read: list[Document] = []
    shop.recovery.read(draft, read.append, refuse)
    qtbot.waitUntil(lambda: bool(read))
    assert read[0].work == shop.work


def test_headings_and_faces_are_in_the_draft(shop: Shop, qtbot: QtBot) -> None:
    """What plain text cannot hold is kept in another file, and no original comes of it."""
    written(qtbot, shop)
    with qtbot.waitSignal(shop.recovery.kept):
        shapes.give_role(shop.pane.textCursor(), Role.HEADING, 2)
    assert files() == [".factbox", ".json"]
    before = shop.manuscript.document
    shop.crash()
    (draft,) = drafts(qtbot)
    read: list[Document] = []
    shop.recovery.read(draft, read.append, refuse)
    qtbot.waitUntil(lambda: bool(read))
    assert (read[0].blocks, read[0].work) == (before.blocks, None)


def test_a_draft_knows_what_its_file_has_besides(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever brings it back is told what saving over the file would cost."""
    path = tmp_path / "mill.html"
    path.write_text("<p>The <u>old</u> mill.", "utf-8")
    with qtbot.waitSignal(shop.manuscript.opened):
        shop.manuscript.open(path)
    with qtbot.waitSignal(shop.recovery.kept):
        shop.pane.insertPlainText("!")
    shop.crash()
    (draft,) = drafts(qtbot)
    read: list[Document] = []
    shop.recovery.read(draft, read.append, refuse)
    qtbot.waitUntil(lambda: bool(read))
    assert read[0].losses[0] == "Underlined and struck out type is not kept."


def test_a_draft_that_is_brought_back_goes_only_when_another_is_kept(
    shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the old draft stays; it goes when the new one is safe."""
    written(qtbot, shop)
    shop.crash()
    (draft,) = drafts(qtbot)
    again = Shop()
    qtbot.addWidget(again.pane)
    again.pane.setPlainText(TEXT)
    again.pane.document().setModified(True)

    def full(*_given: object, **_named: object) -> None:
        raise FormatError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(formats, "write", full)
        with qtbot.waitSignal(again.recovery.failed):
            again.recovery.succeed(draft)
    assert files() == [".json", ".txt"]
    with qtbot.waitSignal(again.recovery.idled):
        again.recovery.keep()
    qtbot.waitUntil(lambda: not again.recovery.is_writing)
    assert [file.stem == draft.key for file in (state_folder() / "drafts").glob("*.json")] == [False]


def test_the_draft_after_a_save_has_a_lock_of_its_own(shop: Shop, qtbot: QtBot) -> None:
    """Whoever goes on writing after a save has a draft that nobody else is offered."""
    written(qtbot, shop)
    shop.recovery.forget()
    written(qtbot, shop, "More words.")
    qtbot.waitUntil(lambda: not shop.recovery.is_writing)
    assert module.orphans(state_folder() / "drafts") == ()


def test_a_file_that_changed_after_the_crash_is_not_written_over(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """What a draft knows of its file is what it was when the text was read: another text there is told."""
    path = tmp_path / "mill.txt"
    path.write_text("As it was.", "utf-8")
    known = formats.stamp(path)
    path.write_text("By another program.", "utf-8")
    done: list[bool] = []
    document = Document((Block("Restored."),))
    shop.manuscript.restore(document, path, "", lambda: done.append(True), stamp=known or ())
    qtbot.waitUntil(lambda: bool(done))
    with qtbot.waitSignal(shop.manuscript.unsaved) as told:
        shop.manuscript.save()
    assert told.args is not None
    assert isinstance(told.args[1], formats.ChangedError)
    assert path.read_text("utf-8") == "By another program."


def test_drafts_are_for_their_owner_alone(shop: Shop, qtbot: QtBot) -> None:
    """Nobody else on the machine can read what is being written."""
    written(qtbot, shop)
    modes = {file.stat().st_mode & 0o077 for file in (state_folder() / "drafts").glob("*.[jt]*")}
    assert modes == {0}


def test_a_restored_text_is_not_saved_yet(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """It belongs to its file again, and asks to be saved in it."""
    document = Document((Block("Restored."),))
    path = tmp_path / "mill.txt"
    done: list[bool] = []
    shop.manuscript.restore(document, path, "", lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert (shop.pane.toPlainText(), shop.manuscript.path, shop.manuscript.is_saved) == ("Restored.", path, False)


@pytest.mark.parametrize("damage", ["", "[]", '{"key": 1}', "\x00", "when", "path"])
def test_the_text_of_a_damaged_record_is_offered(shop: Shop, qtbot: QtBot, damage: str) -> None:
    """Nobody knows any more where it belongs, but every word of it is there."""
    written(qtbot, shop)
    shop.crash()
    (record,) = (state_folder() / "drafts").glob("*.json")
    odd = {"when": 1e300, "path": "a\0b"}
    told = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps(told | {damage: odd[damage]}) if damage in odd else damage, "utf-8")
    (found,) = drafts(qtbot)
    assert (found.key, found.path) == (record.stem, "")
    assert found.first
    assert TEXT.startswith(found.first.removesuffix("…"))
    assert [block.text for block in module.read_draft(state_folder() / "drafts", found).blocks] == TEXT.split("\n")


@pytest.mark.parametrize(("plain", "rich", "form"), [(2, 1, ".txt"), (1, 2, ".factbox"), (1, 1, ".factbox")])
def test_the_last_of_two_forms_is_offered(tmp_path: Path, plain: int, rich: int, form: str) -> None:
    """A crash between the two leaves both, and the record may be damaged by it; the rich one holds more."""
    key = "c" * 32
    for ending, when in ((".txt", plain), (".factbox", rich)):
        module.write_draft(tmp_path / ending, Draft(key, "", "", 1.0, "", ending), Document((Block("A mill."),)))
        moved = (tmp_path / ending / f"{key}{ending}").rename(tmp_path / f"{key}{ending}")
        os.utime(moved, (when, when))
    (tmp_path / f"{key}.json").write_text("{", "utf-8")
    (found,) = module.orphans(tmp_path)
    assert (found.form, found.when) == (form, max(plain, rich))


def test_a_damaged_draft_is_kept_beside_what_comes_of_it(tmp_path: Path) -> None:
    """What is read of it is told to be less, and the next draft takes nothing away."""
    blocks = (Block("Heading", Role.HEADING), Block("The mill was old."))
    draft = Draft("b" * 32, "", "", 1.0, "Heading", ".txt")
    module.write_draft(tmp_path, draft, Document(blocks))
    (found,) = module.orphans(tmp_path)
    file = tmp_path / f"{found.key}{found.form}"
    hurt = file.read_bytes()[:-250]
    file.write_bytes(hurt)
    assert module.read_draft(tmp_path, found).losses
    module.remove_draft(tmp_path, found.key)
    assert [each.read_bytes() for each in tmp_path.glob(f"{file.name}.damaged-*")] == [hurt]
    assert module.orphans(tmp_path) == ()


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"key": "../../x"}', "\x00"])
def test_a_damaged_record_is_offered_to_nobody(shop: Shop, qtbot: QtBot, damage: str) -> None:
    """It is passed over, and the others are there."""
    written(qtbot, shop)
    shop.crash()
    (state_folder() / "drafts" / "bad.json").write_text(damage, "utf-8")
    assert len(drafts(qtbot)) == 1


def test_a_record_tells_no_place_outside(shop: Shop, qtbot: QtBot) -> None:
    """The key of a draft is the name of its file, whatever its record says."""
    written(qtbot, shop)
    shop.crash()
    (record,) = (state_folder() / "drafts").glob("*.json")
    told = json.loads(record.read_text("utf-8")) | {"key": "../settings"}
    record.write_text(json.dumps(told), "utf-8")
    (found,) = drafts(qtbot)
    assert (found.key, found.path) == (record.stem, "")


def test_a_folder_that_refuses_is_told(shop: Shop, qtbot: QtBot) -> None:
    """Where no draft can be kept, the user hears it."""
    (state_folder() / "drafts").write_text("in the way", "utf-8")
    with qtbot.waitSignal(shop.recovery.failed):
        shop.pane.setPlainText(TEXT)
        shop.pane.document().setModified(True)


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_killed_program_leaves_its_draft(qtbot: QtBot) -> None:
    """The program itself, killed two seconds after the last key, loses nothing."""
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from factbox.ui.window import MainWindow\n"
        "app = QApplication([])\n"
        "window = MainWindow()\n"
        "window.show()\n"
        "window.editor.insertPlainText('Written before the crash.')\n"
        "window.recovery.kept.connect(lambda: print('kept', flush=True))\n"
        "sys.exit(app.exec())\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as program:  # noqa: S603
        assert program.stdout is not None
        assert program.stdout.readline() == "kept\n"
        program.send_signal(signal.SIGKILL)
    (draft,) = drafts(qtbot)
    assert draft.first == "Written before the crash."
