"""The laws that hold from the key to the figure, whatever is done to the text."""

import json
import random
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factbox import cli
from factbox.document import Splice
from factbox.metrics.ledger import Ledger, settle
from factbox.session.watcher import TextWatcher
from factbox.ui.window import MainWindow

PHRASES = [
    "The miller counted his sacks", "and", "Dr. Abel's", "never,", "in 1871", "came home. ", "“Why?” she asked. ",
    "\n", "\n\n- a loaf\n", "well-known", "😀", "fast—too fast", "e.g. the U.S. ", "naïve…", "\u00a0",
    "It's £3.50. ", "x", " ", ". ", "? ",
]  # fmt: skip

KEYS = {"level", "tokens", "types", "ttr"}


def edit(window: MainWindow, dice: random.Random) -> None:
    """Do one thing that people do to a text in a window."""
    cursor = window.editor.textCursor()
    length = window.editor.document().characterCount()
    cursor.setPosition(dice.randrange(length))
    match dice.randrange(16):
        case 0:
            window.commands["undo"].trigger()
        case 1:
            window.commands["redo"].trigger()
        case 2 | 3:
            cursor.deletePreviousChar()
        case 4:
            # Cut a stretch and put it somewhere else, as a drag does.
            cursor.setPosition(min(length - 1, cursor.position() + 40), QTextCursor.MoveMode.KeepAnchor)
            text = cursor.selection().toPlainText()
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            cursor.setPosition(dice.randrange(window.editor.document().characterCount()))
            cursor.insertText(text)
            cursor.endEditBlock()
        case 5:
            cursor.setPosition(min(length - 1, cursor.position() + 400), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(dice.choice(PHRASES))
        case 6:
            window.editor.setTextCursor(cursor)
            QGuiApplication.clipboard().setText("\n".join(dice.choices(PHRASES, k=6)))
            window.editor.paste()
        case _:
            cursor.insertText(" ".join(dice.choices(PHRASES, k=dice.randrange(1, 4))))


def settled(window: MainWindow, qtbot: QtBot) -> dict[str, str]:
    """Wait until the box shows the text as it now is, and give what it shows."""
    wanted = {fact.key: fact.text for fact in settle(window.watcher.blocks).facts}

    def shows_it() -> bool:
        return shown(window) == wanted

    qtbot.waitUntil(shows_it, timeout=20_000)
    return wanted


def shown(window: MainWindow) -> dict[str, str]:
    """Read the Fact Box."""
    labels = window.factbox.findChildren(QLabel)
    return {each.objectName(): each.text() for each in labels if each.objectName() in KEYS}


@pytest.mark.parametrize("edits", [10_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_live_equals_cold_after_thousands_of_edits(window: MainWindow, qtbot: QtBot, edits: int) -> None:
    """After 10,000 edits of every kind the live ledger has, to the last digit, what a fresh count has.

    The variety of the words too, which is read again only where an edit touched the text.
    """
    dice = random.Random(20261124)  # noqa: S311  # repeatable
    ledger = Ledger()
    watcher = TextWatcher(window.editor.document())
    watcher.edited.connect(ledger.apply)
    watcher.tell_all()
    for number in range(edits):
        edit(window, dice)
        ledger.measure_next()
        if window.editor.document().characterCount() > 6_000:
            window.editor.selectAll()
            window.editor.textCursor().insertText("Begin anew. ")
        if number % 500 == 499:
            while ledger.pending:
                ledger.measure_next()
            fresh = Ledger()
            fresh.apply(Splice(0, 0, watcher.blocks))
            while fresh.pending:
                fresh.measure_next()
            live, cold = ledger.report(), fresh.report()
            assert ledger.blocks == list(watcher.blocks)
            assert live.facts == cold.facts
            assert live.scores == cold.scores
            assert ledger.diversity() == fresh.diversity()
            assert {ledger.explain(key).others for key in KEYS} == {fresh.explain(key).others for key in KEYS}
    settled(window, qtbot)


@pytest.mark.parametrize("seed", range(5))
def test_the_box_is_never_stale(window: MainWindow, qtbot: QtBot, seed: int) -> None:
    """However fast one edits, the box ends with the figures of the text that stands there."""
    dice = random.Random(seed)  # noqa: S311  # repeatable
    for _ in range(40):
        for _ in range(5):
            edit(window, dice)
        settled(window, qtbot)


def test_the_window_and_the_command_line_agree(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same file has the same facts in the box and in the JSON, also after it was saved from the window."""
    path = tmp_path / "tale.txt"
    path.write_text(
        "The heron\n\nA heron stood in the river for an hour, as still as a post. Then it saw a fish! "
        "It was gone before Dr. Lee’s camera clicked…\r\n- grey\n- patient\n" * 3,
        "utf-8",
    )
    with qtbot.waitSignal(window.manuscript.opened):
        window.filing.open(path)
    for _ in range(2):
        assert cli.main(["measure", "--json", str(path)]) == 0
        found = json.loads(capsys.readouterr().out)
        facts = settled(window, qtbot)
        assert facts["tokens"] == str(found["tokens"])
        assert facts["types"] == str(found["types"])
        assert facts["level"] == f"{found['level']:.3f}"
        assert facts["ttr"] == f"{found['ttr']:.3f}"
        window.editor.insertPlainText("It came back the next day. ")
        with qtbot.waitSignal(window.manuscript.saved):
            window.manuscript.save()
