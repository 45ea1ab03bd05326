"""The JSON file that says what is in an archive: a value of another kind than it should be is none."""

import importlib
import math
from collections.abc import Iterable, Mapping
from typing import Any

Fields = Mapping[str, Any]


def read(packed: bytes) -> Fields | None:
    """Give the fields of a file; None where it is broken, or no object."""
    try:
        fields = _json().loads(packed)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def write(fields: Fields) -> bytes:
    """Write fields so that people can read them; half a character is escaped as in JSON."""
    written: str = _json().dumps(fields, ensure_ascii=False, indent=2)
    return f"{written}\n".encode("utf-8", "backslashreplace")


def fields_of(fields: Fields, name: str) -> dict[str, Any]:
    """Give the fields within a field."""
    value = fields.get(name)
    return dict(value) if isinstance(value, Mapping) else {}


def list_of(fields: Fields, name: str) -> list[Any]:
    """Give the list that is a field."""
    value = fields.get(name)
    return value if isinstance(value, list) else []


def text_of(fields: Fields, name: str) -> str:
    """Give the text that is a field."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def whole_of(fields: Fields, name: str) -> int:
    """Give the whole number that is a field; 0 where it is none."""
    value = fields.get(name)
    return value if isinstance(value, int) else 0


def finite(value: Any) -> float | None:
    """Give a number that is one and finite."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def others(fields: Fields, known: Iterable[str]) -> dict[str, Any]:
    """Give the fields that are not known."""
    return {name: value for name, value in fields.items() if name not in known}


def unless_empty(name: str, value: Fields) -> dict[str, Any]:
    """Give fields as a field, nothing where there are none."""
    return {name: value} if value else {}


def _json() -> Any:
    # Only who opens or saves such a file needs it, and it costs every start a millisecond.
    return importlib.import_module("json")
