"""What was open when the program ended: which files, in which windows, and where in them one was."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factbox import formats
from factbox.formats import FormatError
from factbox.session.settings import state_folder

_VERSION = 1
# More windows than that are nobody's work.
_MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A window with a file, as it was left.

    Attributes:
        path: The file.
        caret: Where the caret was, as Qt counts positions.
        line: The first line on screen.
        panel: The panel that was open; empty without one.
        marks: Whether the marks were shown.
        geometry: Where the window was, in Base64; empty if nobody knows.
        is_current: Whether it was the one that was written in.
    """

    path: str
    caret: int = 0
    line: int = 0
    panel: str = ""
    marks: bool = False
    geometry: str = ""
    is_current: bool = False


def keep_places(places: Sequence[Place]) -> None:
    """Write down what is open.

    Raises:
        FormatError: It cannot be written.
    """
    file = _file()
    with formats.in_words():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    record = {"version": _VERSION, "windows": [asdict(place) for place in places]}
    formats.write_bytes(json.dumps(record, indent=1).encode(), file)


def kept_places() -> tuple[tuple[Place, ...], tuple[Path, ...]]:
    """Give what was open and is there still, and the files that are not; nothing of what is damaged."""
    try:
        record = json.loads(formats.read_bytes(_file()))
    except (FormatError, ValueError, RecursionError):
        return (), ()
    windows = record.get("windows") if isinstance(record, dict) and record.get("version") == _VERSION else None
    places = [_place(each) for each in windows[:_MOST]] if isinstance(windows, list) else []
    there: list[Place] = []
    gone: list[Path] = []
    for place in places:
        if place is not None:
            path = Path(place.path)
            there.append(place) if _is_file(path) else gone.append(path)
    return tuple(there), tuple(gone)


def _place(entry: Any) -> Place | None:
    """Give the place that was kept, unless something of it is broken."""
    try:
        place = Place(**entry)
    except TypeError:
        return None
    kinds = {name: type(value) for name, value in asdict(Place("")).items()}
    is_whole = all(type(value) is kinds[name] for name, value in asdict(place).items())
    return place if is_whole and place.path and place.caret >= 0 and place.line >= 0 else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _file() -> Path:
    return state_folder() / "session.json"
