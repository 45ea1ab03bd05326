"""The window with somebody at it who does anything: types, pastes, undoes, opens, closes, clicks everywhere.

Each try is a program of its own that does the same for the same number, with all that `app.main` gives it except
its door. It must not crash, print an error or a warning of Qt, hold its window for two seconds (`Hold.counts` says
which of them count), or keep more and more memory; and when it rests, the Fact Box must say what a cold count of
the same text says.

Memory is what the system has given to the process, as it is at that moment: nobody collects garbage first or asks
for anything back but the program itself. The number of windows is kept small, for each costs some memory rightly.
In the first quarter of a series everything is loaded for the first time, and a long text costs more than a short
one; so what is held against `GROWTH` is the least of the last quarter, less the least of the second. And whatever
was opened, hardly a window may be left of those that were closed.
"""

import faulthandler
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QEvent, QMetaObject, QMimeData, QObject, QPoint, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from factbox import app
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from factbox.session.declared import Choice, Number, Switch
from factbox.session.settings import SETTINGS, SettingsStore
from factbox.ui import dialogs
from factbox.ui.dressing import Dressing
from factbox.ui.house import House
from factbox.ui.sweeping import Sweep
from factbox.ui.theme import dress
from factbox.ui.window import MainWindow
from fuzz.readers import samples
from fuzz.registry import FUZZES
from fuzz.watching import GIVE_UP, HANG, HUNG, Watchdog

# Seconds that everything may take to rest at the end.
REST = 400.0
# Seconds in which windows that were closed must be given back once another one closes, and how many may still be
# under way then: after each closing all is looked through once; what is held at that moment waits for the next.
GIVEN_BACK, UNDER_WAY = 15.0, 1
# Actions of one try, and seconds for them; how often the memory is weighed meanwhile.
_ACTIONS, _LONGEST, _WEIGHINGS = 3_000, 3_600.0, 24
# Bytes by which a thousand actions may let the memory grow: twice the 16 to 35 MB of series of 3,000 in which all
# garbage was looked through every 250 actions; a series that lost a window in 300 actions grew by 103 MB.
GROWTH = 70_000_000
# What the suite has time for.
_SHORT = "FACTBOX_MONKEY_ACTIONS"
_CHARACTERS, _WINDOWS = 150_000, 3
# What opens a printer, or ends the program.
_APART = frozenset({"quit", "print", "close"})
_SAYS = "Qt says: "
# What Qt says without a screen or a printer, or of signs that no typeface here can join.
_IGNORED = (
    "propagateSizeHints",
    "plugin does not support raise",
    "support grabbing the",
    "OpenType support missing",
    "Cannot be used on non-native printers",
)
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


class Follower(QObject):
    """Keeps the last report of a window, and goes with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.report: Report | None = None
        window.analyst.reported.connect(self.note)

    @Slot(object)
    def note(self, report: Report) -> None:
        """Keep a report."""
        self.report = report


def _last(window: MainWindow) -> Report | None:
    follower = window.findChild(Follower)
    return follower.report if isinstance(follower, Follower) else None


class Monkey(QObject):
    """Does one thing after the other, as its dice fall, and rests at the end."""

    def __init__(self, house: House, store: SettingsStore, folder: Path, seed: int, actions: int) -> None:
        super().__init__()
        self._house, self._store, self._folder = house, store, folder
        self._dice = random.Random(seed)  # noqa: S311  # repeatable by its number
        self._left = self._all = actions
        self._files = list(_files(folder))
        self.watchdog = Watchdog()
        self.weights: list[int] = []
        self._seen = WeakSet[MainWindow]()
        self.failures: list[str] = []
        self._heart = QTimer(self, interval=20)
        self._heart.timeout.connect(self._beat)
        self._replace_dialogs()

    def begin(self) -> None:
        """Begin."""
        self._heart.start()
        self.watchdog.start()
        QTimer.singleShot(100, self, self._go_on)

    def _beat(self) -> None:
        hold = self.watchdog.beat()
        if hold.counts > HANG:
            self.failures.append(f"held by {self.watchdog.doing}: {hold}")

    # ------------------------------------------------------------------ what is done

    def _go_on(self) -> None:
        if self._left == 0:
            self._come_to_rest()
            return
        self._left -= 1
        # Before the deed: one that opens a dialog comes back only when that is closed, by the deeds that follow.
        QTimer.singleShot(self._dice.choice((0, 0, 0, 5, 30)), self, self._go_on)
        window = self._window()
        name, deed = self._chosen(window)
        self.watchdog.doing = name
        print(self._all - self._left, name, file=sys.stderr)
        if (self._all - self._left) % max(1, self._all // _WEIGHINGS) == 0:
            self.weights.append(_weight())
        deed()
        # Only now is it known how long that held the window.
        self._beat()

    def _window(self) -> MainWindow:
        if not self._house.windows:
            self._house.open_window()
        for window in self._house.windows:
            self._seen.add(window)
            if window.findChild(Follower) is None:
                Follower(window)
        return self._dice.choice(self._house.windows)

    def _chosen(self, window: MainWindow) -> tuple[str, Callable[[], object]]:
        dice = self._dice
        over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if over is not None and dice.random() < 0.7:
            return self._at_what_lies_over(over)
        if len(self._house.windows) > _WINDOWS:
            return "close window, for there are many", lambda: self._close(window, at_once=True)
        if window.editor.document().characterCount() > _CHARACTERS:
            return "new, for it is long", window.manuscript.begin
        deeds: list[tuple[int, str, Callable[[], object]]] = [
            (30, "type", lambda: self._type(window)),
            (14, "keys", lambda: self._press(window.editor)),
            (6, "keys where the focus is", lambda: self._press(QApplication.focusWidget() or window)),
            (6, "paste", lambda: self._paste(window)),
            (5, "undo", window.editor.undo),
            (3, "redo", window.editor.redo),
            (18, "action", lambda: None),
            (12, "click", lambda: self._click(window)),
            (3, "open", lambda: window.filing.open(dice.choice(self._files))),
            (1, "drop", lambda: window.filing.open_dropped([str(dice.choice(self._files)) for _ in range(2)])),
            (3, "save", window.filing.save),
            (1, "another program writes", self._write_beside),
            (3, "resize", lambda: self._resize(window)),
            (4, "setting", self._change_setting),
            (3, "goal", lambda: window.reporting.aim(self._goal())),
            (2, "select", lambda: self._select(window)),
            (1, "new window", self._open_window),
            (1, "close window", lambda: self._close(window)),
            (1, "look", window.manuscript.look),
        ]  # fmt: skip
        _weight_of, name, deed = dice.choices(deeds, [weight for weight, *_rest in deeds])[0]
        if name == "action":
            actions = [
                each for each in window.commands.all if each.isEnabled() and each.objectName() not in _APART
            ]
            action = dice.choice(actions)
            return f"action {action.objectName()}", action.trigger
        return name, deed

    def _at_what_lies_over(self, over: QWidget) -> tuple[str, Callable[[], object]]:
        buttons = [each for each in over.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
        luck = self._dice.random()
        if luck < 0.4 or not buttons:
            return f"Escape at {over.metaObject().className()}", lambda: QTest.keyClick(over, Qt.Key.Key_Escape)
        if luck < 0.8:
            button = self._dice.choice(buttons)
            return f"button {button.text()}", lambda: self._push(button)
        return "keys at what lies over", lambda: self._press(QApplication.focusWidget() or over)

    def _push(self, button: QAbstractButton) -> None:
        # Dialogs of Qt make and remove buttons as they like.
        if isValid(button):
            # Through Qt: Python would look at the button once more, which may be gone by then.
            QMetaObject.invokeMethod(button, "click", Qt.ConnectionType.QueuedConnection)

    def _type(self, window: MainWindow) -> None:
        words = " ".join(self._dice.choices(_WORDS, k=self._dice.choice((1, 3, 9))))
        if self._dice.random() < 0.3:
            window.editor.insertPlainText(words)
        else:
            # QTest knows the keys of Latin letters alone.
            for letter in words + self._dice.choice((" ", ". ", "\t", "")):
                key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(window.editor, key)
                # No window answers between keys that come at one stroke.
                self._beat()

    def _press(self, widget: QWidget) -> None:
        for _turn in range(self._dice.choice((1, 1, 4))):
            key, held = self._dice.choice(_KEYS), self._dice.choice(_HELD)
            print("   ", widget.metaObject().className(), key.name, held.name, file=sys.stderr)
            QTest.keyClick(widget, key, held)
            self._beat()

    def _paste(self, window: MainWindow) -> None:
        data = QMimeData()
        match self._dice.randrange(5):
            case 0:
                data.setText("\n".join(" ".join(self._dice.choices(_WORDS, k=30)) for _line in range(40)))
            case 1:
                data.setHtml(self._dice.choice(samples("webpage")).decode("utf-8", "replace"))
            case 2:
                data.setUrls([QUrl.fromLocalFile(str(self._dice.choice(self._files)))])
            case 3:
                odd = (0x1F600, 10, 13, 0x2028)
                signs = (self._dice.choice((self._dice.randrange(1, 0xD800), *odd)) for _sign in range(60))
                data.setText("".join(map(chr, signs)))
            case _:
                data.setText("One long line without an end " * self._dice.choice((1, 100, 2_000)))
        QGuiApplication.clipboard().setMimeData(data)
        window.editor.paste()

    def _click(self, window: MainWindow) -> None:
        seen = [each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        widget = self._dice.choice([each for each in seen if each.width() > 1 and each.height() > 1] or [window])
        place = QPoint(self._dice.randrange(max(1, widget.width())), self._dice.randrange(max(1, widget.height())))
        button = Qt.MouseButton.LeftButton
        self.watchdog.doing = f"click at {widget.metaObject().className()} {widget.objectName()}"
        QTest.mouseClick(widget, button, Qt.KeyboardModifier.NoModifier, place)

    def _select(self, window: MainWindow) -> None:
        cursor = window.editor.textCursor()
        most = window.editor.document().characterCount()
        cursor.setPosition(self._dice.randrange(most))
        cursor.setPosition(self._dice.randrange(most), cursor.MoveMode.KeepAnchor)
        window.editor.setTextCursor(cursor)

    def _goal(self) -> Goal | None:
        aim = self._dice.choice([None, *Aim])
        if aim is None:
            return None
        return Goal(aim, self._dice.randrange(1, 7), self._dice.choice((0.0, 0.5, 2.0)))

    def _change_setting(self) -> None:
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

    def _resize(self, window: MainWindow) -> None:
        size = QSize(self._dice.randrange(200, 1900), self._dice.randrange(150, 1200))
        print("   ", size.toTuple(), file=sys.stderr)
        window.resize(size)

    def _write_beside(self) -> None:
        path = self._dice.choice(self._files)
        match self._dice.randrange(3):
            case 0:
                path.write_bytes(self._dice.choice(samples("text")))
            case 1:
                path.unlink(missing_ok=True)
            case _:
                path.write_text("Somebody else wrote this. " * self._dice.randrange(60), "utf-8")

    def _open_window(self) -> None:
        if len(self._house.windows) < _WINDOWS:
            self._house.open_window()

    def _close(self, window: MainWindow, *, at_once: bool = False) -> None:
        if len(self._house.windows) == 1:
            # With its last window the program ends, and gives nothing back any more.
            self._house.open_window()
        if at_once or self._dice.random() < 0.5:
            window.manuscript.abandon()
        window.close()

    # ------------------------------------------------------------------ what asks

    def _replace_dialogs(self) -> None:
        """Answer for the dialogs of Qt that hold the program until they are closed; all others open."""
        answers: dict[str, Callable[..., object]] = {
            "ask_for_file": lambda *_asked: self._some(self._dice.choice(self._files)),
            "ask_for_files": lambda *_asked: self._dice.sample(self._files, 3),
            "ask_for_folder": lambda *_asked: self._some(self._folder),
            "ask_for_list": lambda *_asked: self._some(self._dice.choice(self._files)),
            "ask_for_settings": lambda *_asked: self._some(self._dice.choice(self._files)),
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
        if path not in self._files and self._dice.random() < 0.5:
            self._files.append(path)
        return self._some(path)

    # ------------------------------------------------------------------ the end

    def _come_to_rest(self) -> None:
        self.watchdog.doing = "rest"
        over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if over is not None:
            over.close()
            QTimer.singleShot(20, self, self._come_to_rest)
            return
        if any(each.manuscript.is_coming or each.manuscript.is_reading for each in self._house.windows):
            QTimer.singleShot(20, self, self._come_to_rest)
            return
        self._window()
        for window in self._house.windows:
            # So that each has something to answer.
            window.editor.insertPlainText("The end. ")
        self._until = time.monotonic() + REST
        self._given_back: float | None = None
        self._wait_for_rest()

    def _wait_for_rest(self) -> None:
        restless = [each for each in self._house.windows if not self._is_exact(each)]
        if restless and time.monotonic() < self._until:
            QTimer.singleShot(50, self, self._wait_for_rest)
            return
        if not self._is_given_back():
            QTimer.singleShot(50, self, self._wait_for_rest)
            return
        if restless:
            self.failures.append("the counting never came to rest")
        # What follows is the monkey's own work.
        self._beat()
        self.watchdog.sleep()
        for window in set(self._house.windows) - set(restless):
            self._compare(window)
        for window in self._house.windows:
            window.manuscript.abandon()
        QApplication.exit(0)

    def _is_given_back(self) -> bool:
        """Tell whether the windows that were closed are gone, or will never be, which is a failure."""
        if self._given_back is None:
            self._given_back = time.monotonic() + GIVEN_BACK
            self._house.open_window().close()
        left = len(self._seen) - len(self._house.windows)
        if left <= UNDER_WAY:
            return True
        if time.monotonic() < self._given_back:
            return False
        self.failures.append(f"{left} windows were closed and are never given back")
        return True

    def _is_exact(self, window: MainWindow) -> bool:
        report = _last(window)
        is_idle = not window.manuscript.is_coming and not window.companion.is_coming
        if not is_idle or report is None or report.pending:
            return False
        return report.revision == window.watcher.revision and report.blocks == len(window.watcher.blocks)

    def _compare(self, window: MainWindow) -> None:
        counting = replace(window.store.settings.counting, exempt=window.companion.choices.exempt)
        live = _last(window)
        assert live is not None
        # Content words stay once they were asked for, whatever is asked for later.
        cold = settle(window.watcher.blocks, counting=counting, every=live.judged.content_words > 0)
        for name in (
            "tokens",
            "types",
            "words",
            "sentences",
            "syllables",
            "level",
            "level_unspared",
            "facts",
            "judged",
        ):
            if getattr(live, name) != getattr(cold, name):
                self.failures.append(f"live is not cold: {name} {getattr(live, name)} {getattr(cold, name)}")


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


def _weight() -> int:
    """Give how many bytes of memory the process has; nought where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 0


def _growth(weights: Sequence[int], actions: int) -> float:
    """Give by how many bytes a thousand actions let the memory grow; nought where a series is too short to say."""
    quarter = len(weights) // 4
    if actions < 1_000 or not quarter:
        return 0.0
    return (min(weights[-quarter:]) - min(weights[quarter : 2 * quarter])) / (actions / 2) * 1_000


def play(folder: Path, seed: int, actions: int) -> dict[str, Any]:
    """Be the program with the monkey at it; give what it found."""
    faulthandler.enable()
    failures: list[str] = []
    before = sys.excepthook

    def caught(kind: Any, error: BaseException, trace: Any) -> None:
        failures.append(f"{kind.__name__}: {error}")
        before(kind, error, trace)

    sys.excepthook = caught
    application = app.begin()
    application.setQuitOnLastWindowClosed(False)
    store = SettingsStore()
    dressing = Dressing(store, application)
    dress(application, *dressing.worn)
    dressing.changed.connect(partial(dress, application))
    house = House(store)
    application.installEventFilter(house)
    house.begin([])
    Sweep(application)
    monkey = Monkey(house, store, folder, seed, actions)
    monkey.begin()
    application.exec()
    found = {
        "failures": failures + monkey.failures,
        "weights": monkey.weights,
        "longest": str(monkey.watchdog.longest),
        "during": monkey.watchdog.during,
    }
    for window in house.windows:
        window.close()
    return found


@FUZZES.declare("window with a monkey", tries=20, few=1)
def attempt(number: int, folder: Path) -> str:
    """Let a monkey at a program of its own, and look at what it found."""
    actions = int(os.environ.get(_SHORT, _ACTIONS))
    (folder / "files").mkdir()
    environment = os.environ | {
        "FACTBOX_HOME": str(folder / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        # Not by a handler of ours: one in Python waits for the interpreter while Qt holds its fonts.
        "QT_MESSAGE_PATTERN": f"{_SAYS}%{{type}} %{{message}}",
        "PYTHONPATH": os.pathsep.join(map(str, sys.path)),
    }
    command = [sys.executable, "-m", "fuzz.monkey", str(folder / "files"), str(number), str(actions)]
    log = folder / "log"
    with log.open("wb") as errors:
        done = subprocess.run(  # noqa: S603  # our own code
            command, env=environment, stdout=subprocess.PIPE, stderr=errors, timeout=_LONGEST, check=False
        )
    try:
        assert done.returncode != HUNG, f"the window was held for {GIVE_UP:.0f} seconds"
        assert done.returncode == 0, f"it ended with {done.returncode}"
        found = json.loads(done.stdout.splitlines()[-1])
        assert not found["failures"], "; ".join(found["failures"][:3])
        said = [line for line in log.read_text("utf-8", "replace").splitlines() if line.startswith(_SAYS)]
        odd = [line for line in said if "debug" not in line and not any(each in line for each in _IGNORED)]
        assert not odd, "; ".join(odd[:3])
        weights = found["weights"]
        grown = _growth(weights, actions)
        assert grown < GROWTH, f"{grown / 1e6:.0f} MB more in a thousand actions: {weights}"
    except AssertionError:
        kept = Path("fuzz-failures")
        kept.mkdir(exist_ok=True)
        (kept / f"monkey-{number}.log").write_bytes(log.read_bytes())
        raise
    pause = f"longest pause {found['longest']} during {found['during']}"
    memory = ", ".join(f"{each / 1e6:.0f}" for each in weights[::3])
    print(f"    monkey {number}: {pause}; memory {memory} MB, {grown / 1e6:.0f} MB in a thousand", flush=True)
    return f"{actions} actions"


if __name__ == "__main__":
    print(json.dumps(play(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
    sys.stdout.flush()
    # As a program ends; what Python would still take apart is no part of this.
    os._exit(0)
