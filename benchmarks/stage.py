"""The program's own window, started as the program starts it, and somebody at the keys who hears the Fact Box.

`play` runs a function within the event loop of `factbox.app.main`, so that everything is as the program has it:
its settings, its garbage collection, its threads.
"""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from factbox import app
from factbox.document import Block
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from factbox.ui.window import MainWindow
from floor import LONGEST, Pauses


class Listener(QObject):
    """Hears every report right after the Fact Box; knows which key each one answers."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.report: Report | None = None
        self.answered: list[float] = []
        self._window = window
        self._asked: list[tuple[int, float]] = []
        self._loop = QEventLoop(self)
        self._limit = QTimer(self, interval=int(LONGEST * 1000), singleShot=True)
        self._limit.timeout.connect(self._loop.quit)
        window.analyst.reported.connect(self._on_reported)

    def press(self, key: str) -> None:
        """Press a key in the editor, and note the milliseconds until it is answered."""
        before = self._window.watcher.revision
        started = time.perf_counter()
        if key == "\n":
            QTest.keyClick(self._window.editor, Qt.Key.Key_Return)
        elif key == "\b":
            QTest.keyClick(self._window.editor, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(self._window.editor, key)
        self._asked.append((max(self._window.watcher.revision, before + 1), started))

    def wait(self) -> None:
        """Turn the event loop until every key is answered."""
        if self._asked:
            self._limit.start()
            self._loop.exec()
            self._limit.stop()
        if self._asked:
            raise TimeoutError("a key was not answered")

    @property
    def is_exact(self) -> bool:
        """Whether the last report knows of every key and of the whole document."""
        told = self.report
        return (
            told is not None
            and told.pending == 0
            and not self._asked
            and told.revision == self._window.watcher.revision
            and told.blocks == self._window.editor.document().blockCount()
        )

    @Slot(object)
    def _on_reported(self, report: Report) -> None:
        self.report = report
        now = time.perf_counter()
        while self._asked and self._asked[0][0] <= report.revision:
            self.answered.append((now - self._asked.pop(0)[1]) * 1000)
        if not self._asked:
            self._loop.quit()


class Stage:
    """The window, and what one does with it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.editor = window.editor
        self.listener = Listener(window)
        self.pauses = Pauses()
        self.folder = folder
        self.opened = False
        window.manuscript.opened.connect(self._on_opened)

    @Slot(object)
    def _on_opened(self, _document: object) -> None:
        self.opened = True

    def keep(self, text: str, name: str) -> Path:
        """Write a text to a file."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def begin_open(self, path: Path) -> None:
        """Ask for a file, as the dialog does; what is on the desk is let go."""
        self.opened = False
        self.window.manuscript.abandon()
        self.window.filing.open(path)

    @property
    def is_counted(self) -> bool:
        """Whether the file that was asked for is open, whole, and its facts are exact."""
        return self.opened and self.listener.is_exact

    def open(self, path: Path) -> list[float]:
        """Open a file and wait until it is counted; give the pauses meanwhile."""
        self.opened = False
        return self.pauses.measure(lambda: self.is_counted, lambda: self.begin_open(path))

    def empty(self) -> None:
        """Put the text away."""
        self.opened = False
        self.window.manuscript.abandon()
        self.pauses.measure(lambda: self.is_counted, self.window.manuscript.begin)

    def go_to(self, number: int, column: int) -> None:
        """Put the caret into a paragraph, and let it be drawn."""
        block = self.editor.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, block.length() - 1))
        self.editor.setTextCursor(cursor)
        for _ in range(3):
            QApplication.processEvents()

    def type(self, keys: str) -> Sequence[float]:
        """Press keys, each when the one before is answered; give the milliseconds of each answer."""
        self.listener.answered = []
        for key in keys:
            self.listener.press(key)
            self.listener.wait()
        return self.listener.answered

    def paragraphs(self) -> list[str]:
        """Give the document, as Qt has it."""
        document = self.editor.document()
        found = []
        block = document.firstBlock()
        while block.isValid():
            found.append(block.text())
            block = block.next()
        return found

    def check(self) -> None:
        """Assert that what was kept live equals a count of the whole document from nothing, in every figure."""
        self.pauses.measure(lambda: self.listener.is_exact)
        told = self.listener.report
        assert told is not None
        cold = settle(map(Block, self.paragraphs()))
        assert replace(told, revision=0) == replace(cold, revision=0), "live does not equal cold"
        assert self.window.factbox.as_text() == "\n".join(f"{fact.label}: {fact.text}" for fact in cold.facts)

    def bare(self, text: str | None = None) -> QPlainTextEdit:
        """Show a bare pane of Qt's with the same text or another: same font, same width, no watcher."""
        pane = QPlainTextEdit()
        pane.setFont(self.editor.font())
        pane.document().setDocumentMargin(self.editor.document().documentMargin())
        pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        pane.setPlainText("\n".join(self.paragraphs()) if text is None else text)
        pane.resize(self.editor.viewport().width() + 20, self.editor.viewport().height())
        pane.show()
        pane.resize(pane.width() + self.editor.viewport().width() - pane.viewport().width(), pane.height())
        pane.setFocus()
        for _ in range(3):
            QApplication.processEvents()
        return pane


def play(script: Callable[[Stage], None]) -> None:
    """Start the program in a home of its own, empty, run a script in its event loop, and end it.

    Raises:
        Exception: What the script raised; Qt would only print it.
    """
    failures: list[Exception] = []
    with tempfile.TemporaryDirectory(prefix="factbox-bench-") as name:
        folder = Path(name)
        os.environ["FACTBOX_HOME"] = name
        # Whoever has seen the example once is shown an empty text.
        (folder / "factbox.ini").write_text("[state]\nwelcomed=yes\n", "utf-8")
        application = QApplication(["factbox"])

        def begin() -> None:
            window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
            stage = Stage(window, folder)
            try:
                # The first report was told before anybody listened.
                stage.type("a\b")
                script(stage)
            except Exception as error:  # noqa: BLE001  # raised again where somebody hears of it
                failures.append(error)
            stage.window.manuscript.abandon()
            window.close()
            application.quit()

        QTimer.singleShot(200, begin)
        app.main([])
    if failures:
        raise failures[0]
