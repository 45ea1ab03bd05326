"""The hands of the monkey: what it does to a window, and what it answers where it is asked for a file."""

import random
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMetaObject, QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from factbox.metrics.goals import Aim, Goal
from factbox.session.declared import Choice, Number, Switch
from factbox.session.settings import SETTINGS, SettingsStore
from factbox.ui import dialogs
from factbox.ui.house import House
from factbox.ui.window import MainWindow
from fuzz.readers import samples
from fuzz.watching import Watchdog

# How many windows may be open.
WINDOWS = 3
_WORDS = (
    "the boats Dr. came U.S. in. harbour, committee “Who?” naïve COVID-19 utilise was 3.14 — 😀 日本 "
    "e\u0301 \u202eabc"
).split()
_KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backtab,
)  # fmt: skip
_HELD = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class Hands:
    """Does single things, each as the dice fall.

    Args:
        house: Has the windows.
        store: Has the settings.
        folder: Where files may be made.
        dice: Decides.
        watchdog: Hears where a window answers between two keys.
    """

    def __init__(
        self, house: House, store: SettingsStore, folder: Path, dice: random.Random, watchdog: Watchdog
    ) -> None:
        self._house, self._store, self._folder = house, store, folder
        self._dice, self._watchdog = dice, watchdog
        self.files = list(_files(folder))
        self._answer_for_dialogs()

    def push(self, button: QAbstractButton) -> None:
        """Push a button, if it is still there."""
        # Dialogs of Qt make and remove buttons as they like.
        if isValid(button):
            # Through Qt: Python would look at the button once more, which may be gone by then.
            QMetaObject.invokeMethod(button, "click", Qt.ConnectionType.QueuedConnection)

    def type(self, window: MainWindow) -> None:
        """Write words, by key or at once."""
        words = " ".join(self._dice.choices(_WORDS, k=self._dice.choice((1, 3, 9))))
        if self._dice.random() < 0.3:
            window.editor.insertPlainText(words)
        else:
            # QTest knows the keys of Latin letters alone.
            for letter in words + self._dice.choice((" ", ". ", "\t", "")):
                key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(window.editor, key)
                # No window answers between keys that come at one stroke.
                self._watchdog.beat()

    def press(self, widget: QWidget) -> None:
        """Press one key or four."""
        for _turn in range(self._dice.choice((1, 1, 4))):
            key, held = self._dice.choice(_KEYS), self._dice.choice(_HELD)
            print("   ", widget.metaObject().className(), key.name, held.name, file=sys.stderr)
            QTest.keyClick(widget, key, held)
            self._watchdog.beat()

    def paste(self, window: MainWindow) -> None:
        """Paste something that another program has copied."""
        data = QMimeData()
        match self._dice.randrange(5):
            case 0:
                data.setText("\n".join(" ".join(self._dice.choices(_WORDS, k=30)) for _line in range(40)))
            case 1:
                data.setHtml(self._dice.choice(samples("webpage")).decode("utf-8", "replace"))
            case 2:
                data.setUrls([QUrl.fromLocalFile(str(self._dice.choice(self.files)))])
            case 3:
                odd = (0x1F600, 10, 13, 0x2028)
                signs = (self._dice.choice((self._dice.randrange(1, 0xD800), *odd)) for _sign in range(60))
                data.setText("".join(map(chr, signs)))
            case _:
                data.setText("One long line without an end " * self._dice.choice((1, 100, 2_000)))
        QGuiApplication.clipboard().setMimeData(data)
        window.editor.paste()

    def click(self, window: MainWindow) -> None:
        """Click at a part of the window."""
        seen = [each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        widget = self._dice.choice([each for each in seen if each.width() > 1 and each.height() > 1] or [window])
        place = QPoint(self._dice.randrange(max(1, widget.width())), self._dice.randrange(max(1, widget.height())))
        button = Qt.MouseButton.LeftButton
        self._watchdog.doing = f"click at {widget.metaObject().className()} {widget.objectName()}"
        QTest.mouseClick(widget, button, Qt.KeyboardModifier.NoModifier, place)

    def select(self, window: MainWindow) -> None:
        """Select from one place to another."""
        cursor = window.editor.textCursor()
        most = window.editor.document().characterCount()
        cursor.setPosition(self._dice.randrange(most))
        cursor.setPosition(self._dice.randrange(most), cursor.MoveMode.KeepAnchor)
        window.editor.setTextCursor(cursor)

    def goal(self) -> Goal | None:
        """Give a goal, or none."""
        aim = self._dice.choice([None, *Aim])
        if aim is None:
            return None
        return Goal(aim, self._dice.randrange(1, 7), self._dice.choice((0.0, 0.5, 2.0)))

    def change_setting(self) -> None:
        """Change a setting."""
        each = self._dice.choice(list(SETTINGS.values()))
        kind, value = each.kind, each.default
        if isinstance(kind, Choice):
            value = self._dice.choice(sorted(kind.options))
        elif isinstance(kind, Switch):
            value = self._dice.random() < 0.5
        elif isinstance(kind, Number):
            value = kind.take(self._dice.uniform(kind.least, kind.most))
        print("   ", each.name, value, file=sys.stderr)
        self._store.change(**{each.name: value})

    def resize(self, window: MainWindow) -> None:
        """Give the window another size."""
        size = QSize(self._dice.randrange(200, 1900), self._dice.randrange(150, 1200))
        print("   ", size.toTuple(), file=sys.stderr)
        window.resize(size)

    def write_beside(self) -> None:
        """Be another program that writes or removes a file."""
        path = self._dice.choice(self.files)
        match self._dice.randrange(3):
            case 0:
                path.write_bytes(self._dice.choice(samples("text")))
            case 1:
                path.unlink(missing_ok=True)
            case _:
                path.write_text("Somebody else wrote this. " * self._dice.randrange(60), "utf-8")

    def open_window(self) -> None:
        """Open one more window, unless there are many."""
        if len(self._house.windows) < WINDOWS:
            self._house.open_window()

    def close(self, window: MainWindow, *, at_once: bool = False) -> None:
        """Close a window, with its question or without."""
        if len(self._house.windows) == 1:
            # With its last window the program ends, and gives nothing back any more.
            self._house.open_window()
        if at_once or self._dice.random() < 0.5:
            window.manuscript.abandon()
        window.close()

    # ------------------------------------------------------------------ what asks

    def _answer_for_dialogs(self) -> None:
        """Answer for the dialogs of Qt that hold the program until they are closed; all others open."""
        answers: dict[str, Callable[..., object]] = {
            "ask_for_file": lambda *_asked: self._some(self._dice.choice(self.files)),
            "ask_for_files": lambda *_asked: self._dice.sample(self.files, 3),
            "ask_for_folder": lambda *_asked: self._some(self._folder),
            "ask_for_list": lambda *_asked: self._some(self._dice.choice(self.files)),
            "ask_for_settings": lambda *_asked: self._some(self._dice.choice(self.files)),
        }
        for name, endings in {
            "ask_where_to_save": (".txt", ".docx", ".odt", ".html", ".md", ".factbox"),
            "ask_where_to_save_table": (".csv", ".xlsx", ".html", ".json"),
            "ask_where_to_save_report": (".html", ".docx", ".pdf"),
            "ask_where_to_export_settings": (".json",),
            "ask_where_to_save_pdf": (".pdf",),
            "ask_where_to_save_picture": (".png", ".svg"),
            "ask_where_to_save_handout": (".docx", ".odt", ".pdf"),
        }.items():
            answers[name] = partial(self._where, endings)
        for name, answer in answers.items():
            setattr(dialogs, name, answer)

    def _some(self, path: Path) -> Path | None:
        return path if self._dice.random() < 0.8 else None

    def _where(self, endings: Sequence[str], *_asked: object) -> Path | None:
        path = self._folder / f"saved {self._dice.randrange(6)}{self._dice.choice(endings)}"
        if path not in self.files and self._dice.random() < 0.5:
            self.files.append(path)
        return self._some(path)


def _files(folder: Path) -> Sequence[Path]:
    made = []
    for key, suffix in (("text", "txt"), ("word", "docx"), ("opendocument", "odt"), ("webpage", "html"),
                        ("markdown", "md"), ("rtf", "rtf"), ("pdf", "pdf"), ("factbox", "factbox")):  # fmt: skip
        for number, data in enumerate(samples(key)):
            path = folder / f"{key} {number}.{suffix}"
            path.write_bytes(data)
            made.append(path)
    long = folder / "long.txt"
    sentence = (
        "The boats that the committee had utilised came in, and nobody in the harbour knew why they were late. "
    )
    long.write_text("\n".join(sentence * (number % 9) for number in range(400)), "utf-8")
    broken = folder / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 is no document")
    return [*made, long, broken, folder / "nowhere.txt"]
