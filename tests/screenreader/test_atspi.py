"""The program as a screen reader hears it: through AT-SPI, on a screen of its own, where these are installed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factbox import formats, resources
from factbox.metrics.ledger import settle

HERE = Path(__file__).parent
SYSTEM = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SESSION = f"""
{LAUNCHER} --launch-immediately &
# So that a window is at the front, as for whoever sits before it.
if command -v openbox >/dev/null; then openbox & fi
"{sys.executable}" -P -m factbox &
program=$!
env -u PYTHONPATH {SYSTEM} "{HERE / "listener.py"}"
status=$?
kill $program
exit $status
"""


def is_possible() -> bool:
    """Tell whether this machine has what it takes."""
    tools = all(map(shutil.which, ("xvfb-run", "dbus-run-session", SYSTEM)))
    if not tools or not LAUNCHER.exists():
        return False
    command = [SYSTEM, "-c", "import pyatspi"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give what was heard."""
    if not is_possible():
        pytest.skip("needs xvfb-run, dbus-run-session, at-spi2-core and python3-pyatspi")
    home = tmp_path_factory.mktemp("heard")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "FACTBOX_HOME": str(home),
        "LANG": "C.UTF-8",
    }
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    command = [*screen, "dbus-run-session", "--", "sh", "-c", SESSION]
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=240)  # noqa: S603
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout[done.stdout.index("{") :])


def test_the_window_has_its_name(told: Any) -> None:
    """The text and the program."""
    assert told["frame"] == "Example text — Fact Box"


def test_the_text_can_be_read(told: Any) -> None:
    """Letter by letter, as it stands on the paper."""
    assert told["text"] == "Why the sea is salt\n"


def test_the_facts_have_their_values(told: Any) -> None:
    """The name of each and its value, as the command line has them; they follow what is written."""
    example = formats.read(next(resources.path("examples").glob("*.md")))
    report = settle(example.blocks)
    assert told["facts"] == {fact.label: fact.text for fact in report.facts}
    assert int(told["later"]["Tokens"]) == int(told["facts"]["Tokens"]) + 2


def test_nothing_that_can_be_used_is_without_a_name(told: Any) -> None:
    """In the window, and in panels of lists and of pictures."""
    assert told["nameless"] == []
    assert told["Words"]["nameless"] == []
    assert told["Pictures"]["nameless"] == []


def test_lists_are_read_row_by_row(told: Any) -> None:
    """Each row says its words and its figures."""
    assert len(told["Words"]["rows"]) > 5
    assert all(told["Words"]["rows"])


def test_pictures_are_told_in_words(told: Any) -> None:
    """What there is to see, in sentences."""
    assert "Level of the whole text" in told["Pictures"]["picture"]


def test_the_facts_are_announced_on_a_pause(told: Any) -> None:
    """Unasked, when somebody has typed in the window at the front and stops."""
    if "typed" not in told:
        pytest.skip("needs openbox and xdotool, for a window at the front and a keyboard")
    assert int(told["typed"]) == int(told["later"]["Tokens"]) + 3
    last = [each for each in told["unasked"] if "Tokens" in each][-1]
    assert f"Tokens {told['typed']}" in last
    assert last.startswith("Level ")


def test_the_facts_are_announced_by_the_key(told: Any) -> None:
    """With what is counted now."""
    now = told.get("typed", told["later"]["Tokens"])
    assert any(f"Tokens {now}" in each for each in told["announced"])
