"""The whole program without a network, without a home and without data of NLTK."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# An address for examples: nobody has it.
AWAY = ("192.0.2.1", 9)

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


def _udp() -> socket.socket:
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


def _connect() -> None:
    with _udp() as one:
        one.connect(AWAY)


def _send() -> None:
    with _udp() as one:
        one.sendto(b"?", AWAY)


def _send_message() -> None:
    with _udp() as one:
        one.sendmsg([b"?"], [], 0, AWAY)


def _listen() -> None:
    with _udp() as one:
        one.bind(("127.0.0.1", 0))


# Each way out, by the event that it causes.
WAYS: dict[str, Callable[[], object]] = {
    "socket.connect": _connect,
    "socket.sendto": _send,
    "socket.bind": _listen,
    "socket.getaddrinfo": lambda: socket.getaddrinfo("example.org", 80),
    "socket.gethostbyname": lambda: socket.gethostbyname("example.org"),
    "socket.gethostbyaddr": lambda: socket.gethostbyaddr(AWAY[0]),
    "socket.getnameinfo": lambda: socket.getnameinfo(AWAY, 0),
}
if hasattr(socket.socket, "sendmsg"):
    WAYS["socket.sendmsg"] = _send_message


def _asked(file: Path) -> list[str]:
    """Give what asked for the network, and forget it."""
    lines = file.read_text("utf-8").splitlines()
    file.unlink()
    return [line.split()[0] for line in lines]


@pytest.mark.parametrize("event", WAYS)
def test_the_network_is_closed_to_tests(event: str, asked_network: Path) -> None:
    """Each way out is refused, and told of even where somebody hushes it up."""
    with pytest.raises(PermissionError):
        WAYS[event]()
    assert _asked(asked_network) == [event]


def test_it_is_closed_to_programs_that_a_test_starts(asked_network: Path) -> None:
    """A Python of its own is refused too, and told of although it ends well."""
    code = "import socket\ntry: socket.gethostbyname('example.org')\nexcept PermissionError: print('refused')"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "refused", done.stderr
    assert _asked(asked_network) == ["socket.gethostbyname"]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets here")
def test_programs_of_this_machine_may_talk(tmp_path: Path) -> None:
    """A socket that is a file is no network."""
    place = str(tmp_path / "door")
    with (
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as two,
    ):
        one.bind(place)
        two.sendto(b"!", place)
        assert one.recv(1) == b"!"
