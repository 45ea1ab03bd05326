"""Files of the program's own with a byte flipped or cut off: they open with a message, or with something else.

Every variant is tried in its turn: each byte flipped in one bit, each byte gone, and the file cut at each length.
What was damaged must still be there afterwards, as it was or as a copy beside it, whatever is written over it.
"""

import json
import os
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray

from factbox import formats
from factbox.document import Block, Document, Face, Moment, Role, Span, Version, Work
from factbox.formats import FormatError
from factbox.metrics.goals import Aim, Goal
from factbox.session import recovery, reopening
from factbox.session.choices import Choices
from factbox.session.companion import _place as place_of_choices
from factbox.session.companion import _read as read_choices
from factbox.session.companion import _write as write_choices
from factbox.session.settings import SettingsStore
from faults.registry import FAULTS
from trials import assert_told

_WAYS = 3


def damaged(data: bytes, number: int) -> bytes:
    """Give a variant of a file: the first are cuts, then flips, then gaps, at every place in a mixed order."""
    way, turn = number % _WAYS, number // _WAYS
    # A step that meets every place, near and far, before it comes round.
    place = turn * 7919 % len(data)
    match way:
        case 0:
            return data[:place]
        case 1:
            bit = 1 << (turn // len(data) + place) % 8
            return data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
        case _:
            return data[:place] + data[place + 1 :]


def _is_kept(path: Path, data: bytes) -> bool:
    """Tell whether a file is as it was, or a copy of that is beside it."""
    return any(each.read_bytes() == data for each in path.parent.glob(f"{path.name}*"))


@cache
def _work() -> bytes:
    text = (Block("Boats", Role.HEADING), Block("The boats came in. " * 6, spans=(Span(4, 9, Face.BOLD),)))
    plain = (Block("They came in. " * 4),)
    versions = (
        Version("For Year 5", plain, {"goal": "grade 5"}, (Moment(1.7e9, 4.5, plain),)),
        Version("B1", text),
    )
    write = formats.FORMATS[1].write
    assert write is not None
    return write(Document(plain, work=Work("Boats", text, versions)))


@FAULTS.declare("a damaged .factbox file", tries=3 * 2_000, few=60)
def work(number: int, folder: Path) -> str:
    """Open it; what is missing is told, or it is refused in words."""
    path = folder / "boats.factbox"
    data = damaged(_work(), number)
    path.write_bytes(data)
    whole = formats.FORMATS[1].read(_work())
    try:
        document = formats.read(path)
    except FormatError as error:
        assert_told(error)
        return "refused in words"
    assert path.read_bytes() == data, "opening has changed the file"
    if document.losses:
        return "opened, with what is missing"
    # What nobody is told of must not matter.
    assert document == whole, "something is missing, and nobody is told"
    return "opened whole"


def _kept_settings(home: Path) -> bytes:
    os.environ["FACTBOX_HOME"] = str(home)
    store = SettingsStore()
    store.change(theme="dark", scale=1.5, measure=80, typeface="Inter", reopen=False)
    store.memory.remember_file(Path("/home/somebody/a text.txt"))
    store.memory.remember_goal(Goal(Aim.GRADE, 5, 0.5))
    store.memory.keep_goals((Goal(Aim.CEFR, 3, 0, "B1 class"),))
    store.memory.remember_geometry(QByteArray(bytes(range(66))))
    store.memory.remember_action("save")
    store.flush()
    return (home / "factbox.ini").read_bytes()


@cache
def _settings_file() -> bytes:
    with tempfile.TemporaryDirectory() as home:
        return _kept_settings(Path(home))


def _look_at_memory(store: SettingsStore) -> None:
    memory = store.memory
    _all = (memory.recent_files, memory.recent_actions, memory.is_first_start, memory.geometry, memory.saved_goals)
    assert memory.last_goal is None or isinstance(memory.last_goal, Goal)


@FAULTS.declare("damaged settings", tries=3_000, few=60)
def settings(number: int, folder: Path) -> str:
    """Read them, and change one: the rest stands in for what is broken, and the broken file is kept."""
    whole = _settings_file()
    home = folder / "home"
    home.mkdir(mode=0o700)
    path = home / "factbox.ini"
    data = damaged(whole, number)
    path.write_bytes(data)
    os.environ["FACTBOX_HOME"] = str(home)
    store = SettingsStore()
    found = store.settings
    _look_at_memory(store)
    store.change(wrap=not found.wrap)
    store.memory.remember_file(Path("/b.txt"))
    store.flush()
    again = SettingsStore()
    assert again.settings.wrap is not found.wrap, "no choice is kept any more"
    _look_at_memory(again)
    copies = list(home.glob("factbox.ini.damaged-*"))
    assert all(each.read_bytes() == data for each in copies), "the copy is another"
    if copies:
        return "what is broken is as never chosen, a copy is kept"
    return "read as they were" if found.theme == "dark" and found.scale == 1.5 else "some are as never chosen"


@FAULTS.declare("a damaged draft or its record", tries=3_000, few=60)
def draft(number: int, folder: Path) -> str:
    """Look for drafts and read them: the text is offered whatever is wrong with its record."""
    drafts = folder / "home" / "drafts"
    text = "The boats came in. Nobody knew why they were late."
    is_rich = number % 2 == 1
    blocks = (Block(text, Role.HEADING if is_rich else Role.BODY),)
    made = recovery.Draft("a" * 32, "/home/somebody/text.txt", "", 1.7e9, "The boats", ".txt", stamp=(1, 2))
    recovery.write_draft(drafts, made, Document(blocks))
    form = ".factbox" if is_rich else ".txt"
    hurt = drafts / f"{made.key}{'.json' if number // 2 % 2 else form}"
    data = damaged(hurt.read_bytes(), number // 4)
    hurt.write_bytes(data)
    found = recovery.orphans(drafts)
    assert len(found) == 1, "the draft is not offered"
    file = drafts / f"{found[0].key}{found[0].form}"
    try:
        document = recovery.read_draft(drafts, found[0])
    except FormatError as error:
        assert_told(error)
        assert file.exists(), "what could not be read is gone"
        return "refused in words, and kept"
    if hurt.suffix == ".json":
        assert document.blocks[0].text == text, "the text is another"
        return "offered" if found[0].path else "offered without the name of its file"
    if document.losses:
        recovery.remove_draft(drafts, found[0].key)
        assert _is_kept(hurt, data), "the damaged draft is gone"
        return "offered, with what is missing, and a copy is kept"
    return "offered"


@cache
def _places_file() -> bytes:
    places = [{"path": "/a.txt", "caret": 5, "line": 2, "panel": "plan", "marks": True, "geometry": "AdnQywADAAA=",
               "is_current": True}, {"path": "/b.docx", "caret": 0, "line": 0, "panel": "", "marks": False,
               "geometry": "", "is_current": False}]  # fmt: skip
    return json.dumps({"version": 1, "windows": places}, indent=1).encode()


@FAULTS.declare("a damaged list of what was open", tries=1_200, few=30)
def places(number: int, folder: Path) -> str:
    """Read it, and write it anew: a file that is broken is kept as a copy."""
    home = folder / "home"
    home.mkdir()
    os.environ["FACTBOX_HOME"] = str(home)
    path = home / "session.json"
    data = damaged(_places_file(), number)
    path.write_bytes(data)
    there, gone = reopening.kept_places()
    reopening.keep_places([])
    if not there and not gone and b"/" in data:
        assert _is_kept(path, data), "the damaged file is gone"
        return "as if nothing had been open, a copy is kept"
    return f"{len(there) + len(gone)} of 2 files"


@FAULTS.declare("damaged choices of a text", tries=1_200, few=30)
def choices(number: int, folder: Path) -> str:
    """Read what was chosen for a text, and choose anew: a file that is broken is kept as a copy."""
    os.environ["FACTBOX_HOME"] = str(folder / "home")
    text = folder / "text.txt"
    write_choices(
        text, {}, Choices(Goal(Aim.GRADE, 5, 0.5), frozenset({"boats", "harbour"}), frozenset({"a step"}))
    )
    path, _full = place_of_choices(text)
    # Its folder has another name each time: only as many variants as the shortest has places.
    data = damaged(path.read_bytes(), number)
    path.write_bytes(data)
    try:
        record = read_choices(text)
    except Exception:  # noqa: BLE001  # the companion takes whatever it is for nothing chosen
        write_choices(text, {}, Choices())
        assert _is_kept(path, data), "the damaged file is gone"
        return "as if nothing had been chosen, a copy is kept"
    return "read" if record else "as if nothing had been chosen"
