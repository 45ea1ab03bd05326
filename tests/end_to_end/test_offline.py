"""The whole program without a network, without a home and without data of NLTK."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import socket
import sys

def refuse(*_arguments, **_names):
    raise AssertionError("the program opened a socket")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
watched = {"socket.connect", "socket.getaddrinfo", "urllib.Request"}
sys.addaudithook(lambda event, args: refuse() if event in watched else None)
import nltk
nltk.data.path.clear()
nltk.download = refuse

from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from factbox import app, cli

assert cli.main(["measure", "--json", sys.argv[1]]) == 0
application = QApplication([])

def look():
    window, = (each for each in application.topLevelWidgets() if each.objectName() == "window")
    level, tokens = (window.findChild(QLabel, key) for key in ("level", "tokens"))
    if level.text() == "—":
        return
    timer.stop()
    window.editor.insertPlainText("A naïve reader’s COVID-19 test cost £3.50. ")
    window.manuscript.abandon()
    assert not [name for name in sys.modules if name.endswith("QtNetwork")]
    print("shown", level.text(), tokens.text())
    window.close()

timer = QTimer(interval=10)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(30000, lambda: application.exit(3))
sys.exit(app.main([]))
"""


def test_nothing_ever_asks_the_network(tmp_path: Path) -> None:
    """Command line and window do their work with sockets blocked, an empty HOME and no data of NLTK."""
    text = tmp_path / "tale.txt"
    text.write_text("The U.S. reader paid $5 for well-known books. " * 9, "utf-8")
    home = tmp_path / "empty"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NLTK", "FACTBOX", "XDG"))}
    environment = {**kept, "HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", CODE, str(text)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "shown" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_network_is_closed_to_tests(asked_network: list[str]) -> None:
    """Whatever asks for it is refused, and told of even where somebody hushes it up."""
    with pytest.raises(PermissionError), socket.socket() as one:
        one.connect(("127.0.0.1", 9))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 80)
    assert len(asked_network) == 2
    asked_network.clear()
