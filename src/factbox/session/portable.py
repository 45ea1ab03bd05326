"""Settings as a file that goes to another computer: JSON that says what it is, read as far as it makes sense."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factbox import formats
from factbox.formats import FormatError
from factbox.session.settings import SETTINGS, Settings
from factbox.translation import _

_MARK, _VERSION = "factbox_settings", 1
# Bytes; all settings together are a few hundred.
_MOST = 1_000_000
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a file of settings brings.

    Attributes:
        choices: The settings that it makes, by name.
        complaints: A sentence for each that was left as it is.
    """

    choices: dict[str, Any]
    complaints: tuple[str, ...] = ()


def export_settings(settings: Settings, path: Path) -> None:
    """Write all settings to a file.

    Raises:
        FormatError: The file cannot be written.
    """
    record = {_MARK: _VERSION, "settings": asdict(settings)}
    formats.write_bytes(json.dumps(record, indent=2, ensure_ascii=False).encode() + b"\n", path)


def import_settings(path: Path) -> Parcel:
    """Read settings from a file, as far as they are known and make sense.

    Raises:
        FormatError: The file cannot be read, or holds no settings.
    """
    with formats.in_words():
        if path.stat().st_size > _MOST:
            raise FormatError(_("This file is too large to hold settings."))
    return read_parcel(formats.read_bytes(path))


def read_parcel(data: bytes) -> Parcel:
    """Read what a file of settings holds.

    Raises:
        FormatError: It holds no settings.
    """
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        sentence = _("This file is no JSON or only a part of one: line {line}, column {column}.")
        raise FormatError(sentence.format(line=error.lineno, column=error.colno)) from error
    except (ValueError, RecursionError) as error:
        raise FormatError(_("This file is no JSON.")) from error
    if not isinstance(record, dict) or not isinstance(record.get("settings"), dict) or _MARK not in record:
        raise FormatError(_("This file holds no settings of Fact Box."))
    if record[_MARK] != _VERSION:
        raise FormatError(
            _("Another version of Fact Box has written these settings, and this one cannot read them.")
        )
    choices: dict[str, Any] = {}
    complaints: list[str] = []
    for name, given in record["settings"].items():
        each = SETTINGS.get(name)
        if each is None:
            complaints.append(_("“{name}” is not known here.").format(name=_short(name)))
            continue
        value = each.kind.take(given)
        if value is None:
            sentence = _("“{label}” stays as it is: it cannot be {value}.")
            shown = _short(json.dumps(given, ensure_ascii=False))
            complaints.append(sentence.format(label=_(each.label), value=shown))
        else:
            choices[name] = value
    return Parcel(choices, tuple(complaints))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
