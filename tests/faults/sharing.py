"""Two programs that save one file at the same time, as fast as they can.

Each reads the file, adds a word, and saves; where it is told that somebody else has changed the file, it reads
anew. Every word that was saved must be there at the end, for nobody has thrown one away.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from factbox import formats
from factbox.document import Block, Document
from factbox.formats import ChangedError
from factbox.session.holding import Holding, read, read_stamped, write
from faults.registry import FAULTS

_WORDS = 25
_PATIENCE = 60.0


def add_words(path: Path, name: str) -> None:
    """Be one of the programs."""
    (path.parent / f"ready-{name}").touch()
    while not (path.parent / "begin").exists():
        time.sleep(0.001)
    number = 0
    while number < _WORDS:
        document, known = read_stamped(path)
        text = f"{document.blocks[0].text} {name}{number}"
        try:
            write(Document((Block(text),)), path, Holding(known), checked=True)
        except ChangedError:
            continue
        number += 1


@FAULTS.declare("two programs save one file", tries=40, few=1)
def sharing(number: int, folder: Path) -> str:
    """Let two programs add words to one file."""
    path = folder / f"text{('.txt', '.docx', '.md', '.factbox')[number % 4]}"
    formats.write(Document((Block("Words:"),)), path)
    environment = os.environ | {
        "FACTBOX_HOME": str(folder / "home"),
        "PYTHONPATH": os.pathsep.join(map(str, sys.path)),
    }
    command = [sys.executable, "-m", "faults.sharing", str(path)]
    programs = [subprocess.Popen([*command, name], env=environment, stderr=subprocess.PIPE) for name in "ab"]  # noqa: S603
    while not all((folder / f"ready-{name}").exists() for name in "ab"):
        assert all(each.poll() is None for each in programs), "a program did not even begin"
        time.sleep(0.005)
    (folder / "begin").touch()
    for each in programs:
        _out, error = each.communicate(timeout=_PATIENCE)
        assert each.returncode == 0, error.decode("utf-8", "replace").strip().splitlines()[-1:]
    words = read(path).blocks[0].text.split()
    lost = [word for name in "ab" for word in (f"{name}{turn}" for turn in range(_WORDS)) if word not in words]
    assert not lost, f"lost: {lost}"
    assert not list(folder.glob(".*.part")), "a part is left"
    return "every word of both is there"


if __name__ == "__main__":
    add_words(Path(sys.argv[1]), sys.argv[2])
