"""A life without the program, weighed: `python bare_life.py WHAT FILE KEYS REST LIKE` prints its stages as JSON.

WHAT is `qt` (an idle pane), `pane` (with the text and the keys, each of a file) or `textstat` (the peer, on the
whole text). LIKE is what the program's life told, whose pane had some size.
"""

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from floor import Pauses, idle
from weights import Weights, press, strokes, weight


def qt(rest: float) -> Weights:
    """Weigh Qt alone."""
    QApplication(["bare"])
    pane = QPlainTextEdit()
    pane.show()
    idle(Pauses(), rest)
    return weight("empty")


def pane(path: Path, keys: str, rest: float, like: Weights) -> Weights:
    """Weigh a pane of Qt's with the text, before and after the keys."""
    QApplication(["bare"])
    paper, pauses = QPlainTextEdit(path.read_text("utf-8")), Pauses()
    # Qt keeps what it has laid out: the pages must be as large as the program's.
    font = paper.font()
    font.setPixelSize(int(like["letters"]))
    paper.setFont(font)
    paper.resize(int(like["wide"]), int(like["tall"]))
    paper.show()
    idle(pauses, rest)
    found = weight("opened")
    for pressed, (number, column, key) in enumerate(strokes(keys, paper.blockCount)):
        if pressed == len(keys) // 2:
            found |= weight("half")
        if number >= 0:
            block = paper.document().findBlockByNumber(number)
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(column, block.length() - 1))
            paper.setTextCursor(cursor)
        press(paper, key)
        QApplication.processEvents()
    idle(pauses, rest)
    found |= weight("typed")
    paper.clear()
    idle(pauses, rest)
    return found | weight("closed")


def textstat(path: Path) -> Weights:
    """Weigh textstat, all of English, on the whole text."""
    peers = importlib.import_module("peers")
    peers.whole(path.read_text("utf-8"))
    return weight("textstat")


if __name__ == "__main__":
    text, keys_typed = Path(sys.argv[2]), Path(sys.argv[3]).read_text("utf-8")
    still, told = float(sys.argv[4]), json.loads(sys.argv[5])
    lives: dict[str, Callable[[], Weights]] = {
        "qt": lambda: qt(still),
        "pane": lambda: pane(text, keys_typed, still, told),
        "textstat": lambda: textstat(text),
    }
    print(json.dumps(lives[sys.argv[1]]()))
