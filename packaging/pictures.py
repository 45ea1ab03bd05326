"""Take the pictures of the manual from the running program, so that they never grow old.

    python packaging/pictures.py [--into FOLDER] [--language de ...] [--theme light] [--scale 1] [--only NAME ...]

Each scene sets the window up as a reader would, waits until all that it shows is there, and is saved as PNG. Each
language has a folder of its own. With other themes and scenes it shows what there is to look at before a
release.
"""

import argparse
import math
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from factbox.app import begin
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Panel
from factbox.session.settings import SettingsStore
from factbox.translation import LANGUAGES
from factbox.ui.page import Page
from factbox.ui.theme import dress
from factbox.ui.tongue import speak_as
from factbox.ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
_SIZE = (1280, 800)
# Milliseconds: for what is counted and thought, and for what fades in.
_PATIENCE, _STILL = 60_000, 700
# Of a picture, how many of them as they are, and the side of a part of the space of colours.
_COLOURS, _EXACT, _SIDE = 256, 128, 32
_GOAL = Goal(value=3.0)
# What somebody may have made of the example: the sentence before, and after.
_CHANGES = (
    (
        "It drifts over the land, cools, and falls as rain. But salt cannot rise",
        "It falls as rain. Salt cannot rise",
    ),
    ("about four billion tonnes of dissolved minerals", "four million tonnes of minerals"),
    ("Taste a drop of rain and it tastes of nothing. ", ""),
)


def main() -> int:
    """Take the pictures; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "resources/manual")
    parser.add_argument("--language", nargs="*", choices=list(LANGUAGES), default=list(LANGUAGES))
    parser.add_argument("--theme", default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--size", type=int, nargs=2, default=_SIZE, metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--only", nargs="*", choices=[*OF_THE_MANUAL, *OTHERS], default=list(OF_THE_MANUAL))
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for language in asked.language:
        folder = asked.into / language / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as home:
            os.environ["FACTBOX_HOME"] = home
            studio = Studio(language, asked.theme, asked.scale, asked.size)
            for name in asked.only:
                studio.take((OF_THE_MANUAL | OTHERS)[name], folder / f"{name}.png")
                print(language, name, flush=True)
    return 0


class Studio:
    """Where pictures are taken: the program in a language and a theme."""

    def __init__(self, language: str, theme: str, scale: float, size: tuple[int, int]) -> None:
        self.application, self.size = begin(), size
        self.store = SettingsStore()
        self.store.change(theme=theme, language=language, scale=scale)
        speak_as(language)

    def take(self, scene: "Callable[[Studio, MainWindow], QWidget]", file: Path) -> None:
        """Set a new window up with the example, and save what the scene gives of it.

        Raises:
            OSError: It could not be saved.
            TimeoutError: What is waited for never came.
        """
        window = MainWindow(self.store)
        dress(self.application, *window.dressing.worn)
        window.resize(*self.size)
        window.show()
        window.filing.begin_example()
        level = window.findChild(QLabel, "level")
        self.wait(lambda: level is not None and level.text()[:1].isdigit())
        shown = scene(self, window)
        QTest.qWait(_STILL)
        # Nought is the smallest file.
        if not in_few_colours(shown.grab().toImage()).save(str(file), quality=0):
            raise OSError(f"{file} could not be saved")
        window.manuscript.abandon()
        window.close()
        QTest.qWait(_STILL)

    @staticmethod
    def wait(condition: Callable[[], bool]) -> None:
        """Let the program go on until something is so.

        Raises:
            TimeoutError: It never was.
        """
        until = QDeadlineTimer(_PATIENCE)
        while not condition():
            if until.hasExpired():
                raise TimeoutError("nothing came")
            QTest.qWait(20)

    def open(self, panel: Panel, window: MainWindow) -> QWidget:
        """Open a panel and wait for its rows; give the window."""
        window.commands[panel.value].trigger()
        self.wait(lambda: any(page.isVisible() and page.list.rows for page in window.findChildren(Page)))
        return window


def in_few_colours(image: QImage) -> QImage:
    """Give a picture in the 256 colours that serve it best, for a third of its size.

    They are the most frequent ones, and for what is left, the edges of letters, one of each part of the space of
    colours, the more frequent parts first.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    points = memoryview(image.constBits()).cast("I")
    frequent = [_parts(point) for point, _times in Counter(points).most_common()]
    rest: dict[tuple[int, ...], tuple[int, int, int]] = {}
    for colour in frequent[_EXACT:]:
        rest.setdefault(tuple(value // _SIDE for value in colour), colour)
    kept = [*frequent[:_EXACT], *rest.values()][:_COLOURS]

    @cache
    def nearest(point: int) -> int:
        return min(range(len(kept)), key=lambda place: math.dist(kept[place], _parts(point)))

    wide, tall = image.width(), image.height()
    few = QImage(bytes(map(nearest, points)), wide, tall, wide, QImage.Format.Format_Indexed8)
    few.setColorTable([QColor(*colour).rgb() for colour in kept])
    # The picture would not own the bytes.
    return few.copy()


def _parts(point: int) -> tuple[int, int, int]:
    """Give red, green and blue of a point."""
    return point >> 16 & 255, point >> 8 & 255, point & 255


def _window(_studio: Studio, window: MainWindow) -> QWidget:
    window.reporting.aim(_GOAL)
    return window


def _marks(studio: Studio, window: MainWindow) -> QWidget:
    window.reporting.aim(_GOAL)
    window.commands["marks"].trigger()
    return studio.open(Panel.SENTENCES, window)


def _plan(studio: Studio, window: MainWindow) -> QWidget:
    window.reporting.aim(_GOAL)
    return studio.open(Panel.PLAN, window)


def _words(studio: Studio, window: MainWindow) -> QWidget:
    window.reporting.aim(_GOAL)
    return studio.open(Panel.WORDS, window)


def _profile(studio: Studio, window: MainWindow) -> QWidget:
    return studio.open(Panel.PROFILE, window)


def _pictures(_studio: Studio, window: MainWindow) -> QWidget:
    window.reporting.aim(_GOAL)
    window.commands[Panel.PICTURES.value].trigger()
    return window


def _adapting(studio: Studio, window: MainWindow) -> QWidget:
    window.reporting.aim(_GOAL)
    window.commands["adapt"].trigger()
    studio.wait(window.commands[Panel.MEANING.value].isEnabled)
    text = window.editor.toPlainText()
    for before, after in _CHANGES:
        place = text.index(before)
        cursor = window.editor.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + len(before), cursor.MoveMode.KeepAnchor)
        cursor.insertText(after)
        text = window.editor.toPlainText()
    return studio.open(Panel.MEANING, window)


def _counted(studio: Studio, window: MainWindow) -> QWidget:
    window.factbox.opened.emit("level")
    studio.wait(window.spread.is_counted_open)
    return window


def _preferences(_studio: Studio, window: MainWindow) -> QWidget:
    dialog: QWidget = window.annexe.preferring.open()
    return dialog


def _manual(_studio: Studio, window: MainWindow) -> QWidget:
    dialog: QWidget = window.annexe.explaining.open()
    return dialog


def _keys(_studio: Studio, window: MainWindow) -> QWidget:
    window.annexe.explaining.open_keys()
    dialog: QWidget = window.annexe.explaining.open()
    return dialog


OF_THE_MANUAL: dict[str, Callable[[Studio, MainWindow], QWidget]] = {
    "window": _window,
    "marks": _marks,
    "plan": _plan,
    "adapting": _adapting,
    "pictures": _pictures,
}
# To be looked at before a release.
OTHERS: dict[str, Callable[[Studio, MainWindow], QWidget]] = {
    "words": _words,
    "profile": _profile,
    "counted": _counted,
    "preferences": _preferences,
    "manual": _manual,
    "keys": _keys,
}

if __name__ == "__main__":
    sys.exit(main())
