"""Tests of starting the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factbox import __version__, app
from factbox.ui.sweeping import Sweep
from factbox.ui.theme import Theme
from factbox.ui.window import MainWindow


def started(arguments: list[str], monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> MainWindow:
    """Start the program until its text is there, and give its window, closed."""
    found: list[MainWindow] = []

    def look() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, MainWindow) and each.isVisible() and each.manuscript.title:
                found.append(each)
                each.close()

    monkeypatch.setattr("signal.signal", lambda *_: None)
    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    assert app.main(arguments) == 0
    timer.stop()
    # The next test has a program of its own.
    for made in (found[0], *qapp.findChildren(Sweep)):
        made.deleteLater()
    return found[0]


def test_the_first_start_shows_the_example(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """The box is not empty at first sight, and the example comes only once."""
    window = started([], monkeypatch, qapp)
    assert window.filing.title == "Example text"
    assert window.editor.document().blockCount() > 5
    assert not window.store.memory.is_first_start


def test_a_named_file_is_opened(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path) -> None:
    """`factbox FILE` shows the file."""
    (tmp_path / "tale.txt").write_text("Once.", "utf-8")
    window = started([str(tmp_path / "tale.txt")], monkeypatch, qapp)
    assert window.filing.title == "tale.txt"


def test_the_program_wears_what_is_chosen(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """A change of the theme reaches what Qt draws itself."""
    window = started([], monkeypatch, qapp)
    for name in ("dark", "light"):
        window.store.change(theme=name)
        assert QApplication.palette().window().color() == Theme.load(name).popover


def test_damaged_settings_are_told_of(
    home: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the window, where it stays until somebody closes it, and in the terminal."""
    (home / "factbox.ini").write_bytes(b"\x00\xff\xfe not an ini file")
    window = started([], monkeypatch, qapp)
    (copy,) = home.glob("factbox.ini.damaged-*")
    assert window.filing.title == "Example text"
    assert str(copy) in window.notice.sentence()
    assert str(copy) in capsys.readouterr().err


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without a display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "factbox", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_so_and_does_its_job() -> None:
    """Where no window can open, the example's Fact Box is printed."""
    done = run()
    assert done.returncode == 0
    assert done.stdout.startswith("There is no display")
    assert "TTR: " in done.stdout


def test_it_tells_its_version() -> None:
    """--version is answered without a window."""
    assert run("--version").stdout == f"factbox {__version__}\n"


def test_what_was_copied_does_no_harm_at_the_end() -> None:
    """A program that ends with a text of its own on the clipboard ends well."""
    code = """
import sys
from PySide6.QtWidgets import QApplication
from factbox.ui.editor import Editor
from factbox.ui.theme import choose
application = QApplication([])
editor = Editor(choose("light"))
editor.insertPlainText("Words.")
editor.selectAll()
editor.copy()
sys.exit(0)
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)  # noqa: S603
        assert done.returncode == 0
