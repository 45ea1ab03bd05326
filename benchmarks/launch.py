"""Starts a window and tells when it was drawn: `python -P launch.py STARTED WHAT`, one JSON line, then the end.

STARTED is the clock of whoever started the process (`time.monotonic`), so that making the process counts. WHAT is
`factbox`, `textstat` (the same after importing textstat) or `empty`, a bare pane of Qt's. The program knows
nothing of this: only the QApplication that it makes is another one, which looks at what is painted.
"""

import importlib
import json
import os
import runpy
import sys
import time

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer

HEAVY = ("nltk", "textstat", "docx", "numpy", "regex")
STARTED, WHAT = (float(sys.argv[1]), sys.argv[2]) if len(sys.argv) > 2 else (0.0, "empty")


class Onlooker(QObject):
    """Sees the first paint of a text and of a Level."""

    def __init__(self, parent: QObject, *, empty: bool) -> None:
        super().__init__(parent)
        self._empty = empty
        self._told: dict[str, object] = {}
        # A platform that never paints must not stop the benchmark.
        QTimer.singleShot(20_000, self, self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paints only; all else passes."""
        if event.type() == QEvent.Type.Paint:
            pane = watched.parent()
            if isinstance(pane, QtWidgets.QPlainTextEdit) and watched is pane.viewport():
                if self._empty or not pane.document().isEmpty():
                    self._note("painted")
            elif (
                isinstance(watched, QtWidgets.QLabel)
                and watched.objectName() == "level"
                and any(map(str.isdigit, watched.text()))
            ):
                self._note("level")
        return False

    def _note(self, name: str) -> None:
        if name not in self._told:
            self._told[name] = None
            # It is drawn after this event; the next turn comes behind it.
            QTimer.singleShot(0, self, lambda: self._tell(name))

    def _tell(self, name: str) -> None:
        self._told[name] = time.monotonic() - STARTED
        self._told[f"{name}_modules"] = [module for module in HEAVY if module in sys.modules]
        if self._told.get("painted") and (self._empty or self._told.get("level")):
            self._end()

    def _end(self) -> None:
        print(json.dumps(self._told), flush=True)
        # At once: how it ends is not measured.
        os._exit(0)


class Application(QtWidgets.QApplication):
    """The application that the program makes."""

    @staticmethod
    def exec() -> int:
        """Look on from the first turn of the event loop; nothing is painted before it."""
        application = QtWidgets.QApplication.instance()
        assert application is not None
        onlooker = Onlooker(application, empty=WHAT == "empty")
        # Whoever looks at all events holds them up, so only two widgets are looked at, if they are there by now.
        widgets = QtWidgets.QApplication.allWidgets()
        panes = [each.viewport() for each in widgets if isinstance(each, QtWidgets.QPlainTextEdit)]
        levels = [each for each in widgets if isinstance(each, QtWidgets.QLabel) and each.objectName() == "level"]
        watched = [*panes, *levels] if panes and (levels or WHAT == "empty") else [application]
        for each in watched:
            each.installEventFilter(onlooker)
        return _exec()


_exec = QtWidgets.QApplication.exec


def main() -> None:
    """Start what is asked for."""
    if WHAT == "empty":
        application = Application(sys.argv[:1])
        pane = QtWidgets.QPlainTextEdit()
        pane.resize(1280, 800)
        pane.show()
        application.exec()
        return
    if WHAT == "textstat":
        importlib.import_module("textstat")
    QtWidgets.QApplication = Application  # type: ignore[misc]
    sys.argv[1:] = []
    runpy.run_module("factbox", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
