"""What every test stands on: Qt without a screen, and a home of its own."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from seal import ASKED, seal

from factbox.ui.sweeping import sweep
from factbox.ui.tongue import speak_as
from factbox.ui.window import MainWindow

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# How fast the machine is decides no law.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


# Whatever is started by a test is sealed as this process is.
_SEALED = str(Path(__file__).parent / "sealed")
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_SEALED, os.environ.get("PYTHONPATH"))))
seal()


@pytest.fixture(autouse=True)
def asked_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Fail a test in which anything asked for the network, also where that was hushed up; give what tells."""
    file = tmp_path / "asked-network"
    monkeypatch.setenv(ASKED, str(file))
    yield file
    assert not file.exists(), f"the network was asked for: {file.read_text('utf-8')}"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home without settings, drafts or data of the person who runs it."""
    place = tmp_path / "home"
    place.mkdir()
    for name in ("HOME", "USERPROFILE", "FACTBOX_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(place))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
    return place


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program speak English, whatever whoever runs the tests reads, and whatever a test lets it speak."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    speak_as("en")
    yield
    # What Qt says too, for whoever comes next.
    speak_as("en")


def pytest_collection_finish() -> None:
    """Leave what was imported out of every look for garbage."""
    gc.disable()
    gc.freeze()


@pytest.fixture(autouse=True)
def swept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let garbage be found between the tests, never by a worker: a widget must not be destroyed there."""
    gc.disable()
    before = set(QApplication.topLevelWidgets())
    yield
    if "qapp" in request.fixturenames:
        # Qt takes them apart in a loop of events, which not every test has.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        # What is left open hears of all that happens, and makes every test after it slow.
        assert not set(QApplication.topLevelWidgets()) - before
    else:
        sweep()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Give a window, which is closed at the end whatever is in it."""
    made = MainWindow()
    qtbot.addWidget(made, before_close_func=lambda _widget: made.manuscript.abandon())
    return made
