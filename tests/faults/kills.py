"""Kills the program with a signal that nobody can catch, while it types, saves, exports and brings drafts back.

Each try starts the program in a folder of its own and kills it at a random moment. What must then be there:
every file, whole, as it was written last or the time before, and in the file or in a draft every word that was
typed more than two seconds before the end.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factbox import formats
from factbox.document import Block, Document
from factbox.dossier.composing import compose
from factbox.dossier.webpage import html
from factbox.formats import FormatError
from factbox.metrics.report import COUNTING
from factbox.session import recovery
from factbox.session.settings import SettingsStore
from factbox.ui.house import House
from factbox.ui.window import MainWindow
from factbox.verbs import paper
from faults.registry import FAULTS

# Seconds that may be lost, and what a machine that does several things at once may take longer.
ALLOWED, SLACK = 2.0, 0.5
_AT_ONCE = 2
_PATIENCE = 60.0
_SENTENCE = "The boats came in, and nobody in the harbour knew why. "


def _start(role: str, folder: Path, number: int) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "FACTBOX_HOME": str(folder / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(map(str, sys.path)),
    }
    command = [sys.executable, "-m", "faults.kills", role, str(folder), str(number)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def _kill_after(role: str, folder: Path, number: int, seconds: float) -> float:
    """Start the program, wait until it has written a line into its journal, and kill it later; give when."""
    journal = folder / "journal"
    with _start(role, folder, number) as program:
        until = time.monotonic() + _PATIENCE
        while not journal.exists() or not journal.stat().st_size:
            if program.poll() is not None or time.monotonic() > until:
                program.kill()
                raise AssertionError("the program did not even begin")
            time.sleep(0.01)
        time.sleep(seconds)
        end = time.time()
        assert program.poll() is None, "the program ended by itself"
        program.send_signal(signal.SIGKILL)
    return end


def _noted(folder: Path) -> Callable[[], None]:
    """Give what writes the time into the journal."""
    journal = os.open(folder / "journal", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    return lambda: void(os.write(journal, f"{time.time():.4f}\n".encode()))


def void(_given: object) -> None:
    """Give nothing."""


# ---------------------------------------------------------------------- typing and saving


def type_and_save(folder: Path, number: int) -> int:
    """Be the program that is killed: type, rest and save until the end."""
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    application = QApplication([])
    window = MainWindow(SettingsStore())
    window.show()
    note = _noted(folder)
    often = 0.02 if number % 2 else 0.0005
    state = {"word": 0, "rests": 0.0}

    def type_on() -> None:
        now = time.monotonic()
        if now < state["rests"] or window.manuscript.is_coming:
            return
        state["word"] += 1
        window.editor.insertPlainText(f"w{state['word']:.0f} ")
        note()
        luck = dice.random()
        if luck < 0.01:
            state["rests"] = now + dice.uniform(0.2, 1.6)
        elif luck < 0.01 + often:
            window.manuscript.save()

    def begin(_document: object) -> None:
        timer.start()

    timer = QTimer(window, interval=4)
    timer.timeout.connect(type_on)
    window.manuscript.opened.connect(begin)
    window.filing.open(folder / "text.txt")
    return application.exec()


@FAULTS.declare("kill -9 while typing and saving", tries=340, at_once=_AT_ONCE)
def typing(number: int, folder: Path) -> str:
    """Kill it while it types and saves."""
    (folder / "text.txt").write_text("w0 ", "utf-8")
    end = _kill_after("type", folder, number, random.Random(-number).uniform(0.05, 4.0))  # noqa: S311
    moments = [float(line) for line in (folder / "journal").read_text("ascii").splitlines()]
    due = sum(1 for moment in moments if moment < end - ALLOWED - SLACK)
    drafts = list(drafts_in(folder / "home" / "drafts"))
    kept = max(words_in(path) for path in (folder / "text.txt", *drafts))
    assert kept >= due, f"{due} words were due, and {kept} are there"
    return "whole, with a draft" if drafts else "whole, without a draft"


def drafts_in(folder: Path) -> Iterator[Path]:
    """Give the drafts that the program would offer: those with a record."""
    for record in folder.glob("*.json"):
        yield from (path for path in folder.glob(f"{record.stem}.*") if path.suffix in {".txt", ".factbox"})


def words_in(path: Path) -> int:
    """Count the words of a text; AssertionError says that they are not those that were typed, in their order."""
    words = "".join(block.text for block in formats.read(path).blocks).split()
    # The caret stood before the first word.
    typed = [word for word in words if word != "w0"]
    assert typed == [f"w{number}" for number in range(1, len(typed) + 1)], f"{path.name}: not what was typed"
    assert "w0" in words, f"{path.name}: not what was there"
    return len(typed)


# ---------------------------------------------------------------------- exporting


def _text(number: int) -> tuple[Block, ...]:
    # None like another: what is the same on every page would be read as a header.
    return tuple(
        Block(f"Text{number} {paragraph * 7919} {_SENTENCE * (paragraph % 5)}") for paragraph in range(60)
    )


def _report(number: int) -> bytes:
    return html(compose(f"text {number}", _text(number)[:6], "en", COUNTING, None))


_EXPORTS: Mapping[str, Callable[[int], bytes]] = {
    "text.pdf": lambda number: paper.pdf(_text(number), "text"),
    "report.html": _report,
    **{
        f"text{suffix}": lambda number, suffix=suffix: formats.format_of(Path(f"text{suffix}")).write(
            Document(_text(number))
        )  # type: ignore[misc]
        for suffix in (".docx", ".odt", ".html", ".md", ".factbox", ".txt")
    },
}


def export(folder: Path, number: int) -> int:
    """Be the program that is killed: write texts in every form over those that are there, until the end."""
    application = QApplication([])
    made = {name: [write(turn) for turn in (0, 1)] for name, write in _EXPORTS.items()}
    for name, (first, _second) in made.items():
        formats.write_bytes(first, folder / name)
    note = _noted(folder)
    turn = 0
    while application is not None:
        turn += 1
        for name, forms in made.items():
            formats.write_bytes(forms[turn % 2], folder / name)
            note()
    return number


@FAULTS.declare("kill -9 while exporting", tries=340, at_once=_AT_ONCE)
def exporting(number: int, folder: Path) -> str:
    """Kill it while it writes PDF, Word, reports and all other forms over what is there."""
    _kill_after("export", folder, number, random.Random(-number).uniform(0.0, 0.3))  # noqa: S311
    for name in _EXPORTS:
        path = folder / name
        if name == "report.html":
            assert path.read_bytes().rstrip().endswith(b"</html>"), f"{name} is cut"
            continue
        words = " ".join(block.text for block in formats.read(path).blocks)
        here = [turn for turn in (0, 1) if f"Text{turn}" in words]
        assert len(here) == 1, f"{name} is none of the texts"
        numbers = [block.text.split()[1] for block in _text(0)]
        assert all(f"Text{here[0]} {number}" in words for number in numbers), f"{name} is no whole text"
    parts = list(folder.glob(".*.part"))
    return "all files whole, a part beside them" if parts else "all files whole"


# ---------------------------------------------------------------------- recovering


def recover(folder: Path, number: int) -> int:
    """Be the program that is killed: bring back the draft that is there, and type on."""
    dice = random.Random(number)  # noqa: S311
    application = QApplication([])
    store = SettingsStore()
    store.memory.remember_welcome()
    house = House(store)
    house.begin([folder / "text.txt"] if number % 2 else [])
    note = _noted(folder)
    state = {"word": 0}

    def found(drafts: tuple[recovery.Draft, ...]) -> None:
        note()
        window = house.windows[0]
        QTimer.singleShot(dice.randrange(60), window, lambda: window.recovering._bring_back(drafts[0]))

    def type_on() -> None:
        window = house.windows[-1]
        if not window.manuscript.is_saved and not window.manuscript.is_coming:
            state["word"] += 1
            window.editor.moveCursor(window.editor.textCursor().MoveOperation.End)
            window.editor.insertPlainText(f"x{state['word']} ")
            if number % 3 == 0 and state["word"] == 20 and window.manuscript.path:
                window.manuscript.save()

    for window in house.windows:
        window.recovery.found.connect(found)
    timer = QTimer(application, interval=20)
    timer.timeout.connect(type_on)
    timer.start()
    return application.exec()


@FAULTS.declare("kill -9 while recovering", tries=320, at_once=_AT_ONCE)
def recovering(number: int, folder: Path) -> str:
    """Kill it while it offers a draft, brings it back, keeps it anew and saves it."""
    text, drafts = folder / "text.txt", folder / "home" / "drafts"
    text.write_text("The file. ", "utf-8")
    document = Document((Block("The draft. "),))
    draft = recovery.Draft(
        "0" * 32, str(text), "", time.time(), "The draft.", ".txt", stamp=formats.stamp(text) or ()
    )
    recovery.write_draft(drafts, draft, replace(document))
    _kill_after("recover", folder, number, random.Random(-number).uniform(0.0, 1.8))  # noqa: S311
    there = []
    for path in (text, *drafts_in(drafts)):
        try:
            there.append(formats.read(path).blocks[0].text)
        except FormatError as error:
            raise AssertionError(f"{path.name}: {error}") from error
    assert any(each.startswith("The draft.") for each in there), f"the draft is gone; there are {there}"
    assert there[0].startswith(("The file.", "The draft.")), "the file is damaged"
    if there[0].startswith("The draft."):
        return "in its file"
    return "in its draft" if len(there) == 2 else f"in {len(there) - 1} drafts"


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _roles = {"type": type_and_save, "export": export, "recover": recover}
    sys.exit(_roles[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3])))
