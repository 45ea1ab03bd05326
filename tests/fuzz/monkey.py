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
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from factbox import app
from factbox.session.settings import SettingsStore
from factbox.ui.dressing import Dressing
from factbox.ui.house import House
from factbox.ui.sweeping import Sweep
from factbox.ui.theme import dress
from factbox.ui.window import MainWindow
from fuzz.hands import WINDOWS, Hands
from fuzz.registry import FUZZES
from fuzz.rest import Rest
from fuzz.watching import GIVE_UP, HUNG, Watchdog

# Actions of one try, and seconds for them; how often the memory is weighed meanwhile.
_ACTIONS, _LONGEST, _WEIGHINGS = 3_000, 3_600.0, 24
# Bytes by which a thousand actions may let the memory grow: twice the 16 to 35 MB of series of 3,000 in which all
# garbage was looked through every 250 actions; a series that lost a window in 300 actions grew by 103 MB.
GROWTH = 70_000_000
# What the suite has time for.
_SHORT = "FACTBOX_MONKEY_ACTIONS"
_CHARACTERS = 150_000
# What opens a printer, or ends the program.
_APART = frozenset({"quit", "print", "close"})
_SAYS = "Qt says: "
# What Qt says without a screen or a printer, of signs that no typeface here can join, and of a button that is
# pushed once more behind the dialog that it has opened, where nobody's mouse comes.
_IGNORED = (
    "propagateSizeHints",
    "plugin does not support raise",
    "support grabbing the",
    "OpenType support missing",
    "Cannot be used on non-native printers",
    "QDialog::exec: Recursive call detected",
)


class Monkey(QObject):
    """Does one thing after the other, as its dice fall, and rests at the end."""

    def __init__(self, house: House, store: SettingsStore, folder: Path, seed: int, actions: int) -> None:
        super().__init__()
        self._house = house
        self._dice = random.Random(seed)  # noqa: S311  # repeatable by its number
        self._left = self._all = actions
        self.watchdog = Watchdog()
        self._hands = Hands(house, store, folder, self._dice, self.watchdog)
        self.weights: list[int] = []
        self._rest = Rest(house)
        self._rest.resting.connect(self._leave)
        self._rest.come.connect(QApplication.quit)
        self._heart = QTimer(self, interval=20)
        self._heart.timeout.connect(self.watchdog.beat)

    @property
    def failures(self) -> list[str]:
        """What was found."""
        return self.watchdog.hangs + self._rest.failures

    def begin(self) -> None:
        """Begin."""
        self._heart.start()
        self.watchdog.start()
        QTimer.singleShot(100, self, self._go_on)

    @Slot()
    def _leave(self) -> None:
        self.watchdog.beat()
        self.watchdog.sleep()

    def _go_on(self) -> None:
        if self._left == 0:
            self.watchdog.doing = "rest"
            self._rest.begin()
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
        self.watchdog.beat()

    def _window(self) -> MainWindow:
        if not self._house.windows:
            self._house.open_window()
        self._rest.follow()
        return self._dice.choice(self._house.windows)

    def _chosen(self, window: MainWindow) -> tuple[str, Callable[[], object]]:
        dice, hands = self._dice, self._hands
        over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if over is not None and dice.random() < 0.7:
            return self._at_what_lies_over(over)
        if len(self._house.windows) > WINDOWS:
            return "close window, for there are many", lambda: hands.close(window, at_once=True)
        if window.editor.document().characterCount() > _CHARACTERS:
            return "new, for it is long", window.manuscript.begin
        deeds: list[tuple[int, str, Callable[[], object]]] = [
            (30, "type", lambda: hands.type(window)),
            (14, "keys", lambda: hands.press(window.editor)),
            (6, "keys where the focus is", lambda: hands.press(QApplication.focusWidget() or window)),
            (6, "paste", lambda: hands.paste(window)),
            (5, "undo", window.editor.undo),
            (3, "redo", window.editor.redo),
            (18, "action", lambda: None),
            (12, "click", lambda: hands.click(window)),
            (3, "open", lambda: window.filing.open(dice.choice(hands.files))),
            (1, "drop", lambda: window.filing.open_dropped([str(dice.choice(hands.files)) for _ in range(2)])),
            (3, "save", window.filing.save),
            (1, "another program writes", hands.write_beside),
            (3, "resize", lambda: hands.resize(window)),
            (4, "setting", hands.change_setting),
            (3, "goal", lambda: window.reporting.aim(hands.goal())),
            (2, "select", lambda: hands.select(window)),
            (1, "new window", hands.open_window),
            (1, "close window", lambda: hands.close(window)),
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
        hands = self._hands
        buttons = [each for each in over.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
        luck = self._dice.random()
        if luck < 0.4 or not buttons:
            return f"Escape at {over.metaObject().className()}", lambda: QTest.keyClick(over, Qt.Key.Key_Escape)
        if luck < 0.8:
            button = self._dice.choice(buttons)
            return f"button {button.text()}", lambda: hands.push(button)
        return "keys at what lies over", lambda: hands.press(QApplication.focusWidget() or over)


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
