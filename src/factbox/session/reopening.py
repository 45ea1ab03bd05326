"""What was open when the program ended: which files, in which windows, and where in them one was."""

import json
from base64 import b64decode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from factbox import formats
from factbox.formats import FormatError
from factbox.session.settings import state_folder

_VERSION = 1
# More windows than that are nobody's work.
_MOST = 50
# What Qt counts with.
_FARTHEST = 2**31 - 1


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
    formats.private_folder(file.parent)
    record = {"version": _VERSION, "windows": [asdict(place) for place in places]}
    formats.write_bytes(json.dumps(record, indent=1).encode(), file, private=True)


def kept_places() -> tuple[tuple[Place, ...], tuple[Path, ...]]:
    """Give what was open and is there still, and the files that are not; nothing of what is damaged."""
    try:
        windows = _windows(json.loads(formats.read_bytes(_file())))
    except FormatError:
        return (), ()
    except (ValueError, RecursionError):
        with suppress(FormatError):
            # What is open now is written over it soon.
            formats.keep_damaged(_file())
        return (), ()
    places = [_place(each) for each in windows[:_MOST]]
    there: list[Place] = []
    gone: list[Path] = []
    for place in places:
        if place is not None:
            path = Path(place.path)
            there.append(place) if _is_file(path) else gone.append(path)
    return tuple(there), tuple(gone)


def _windows(record: Any) -> list[Any]:
    windows = record.get("windows") if isinstance(record, dict) and record.get("version") == _VERSION else None
    if not isinstance(windows, list):
        raise ValueError("it is damaged, or of another version")  # noqa: TRY004  # of what JSON holds
    return windows


def _place(entry: Any) -> Place | None:
    """Give the place that was kept, unless something of it is broken."""
    try:
        place = Place(**entry)
    except TypeError:
        return None
    kinds = {name: type(value) for name, value in asdict(Place("")).items()}
    is_whole = all(type(value) is kinds[name] for name, value in asdict(place).items())
    if not is_whole or not place.path or not 0 <= place.caret <= _FARTHEST or not 0 <= place.line <= _FARTHEST:
        return None
    try:
        b64decode(place.geometry, validate=True)
    except ValueError:
        return replace(place, geometry="")
    return place


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _file() -> Path:
    return state_folder() / "session.json"
