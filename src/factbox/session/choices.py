"""What the reader chose for a text, and how JSON holds it."""

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from typing import Any

from factbox.metrics.goals import Aim, Goal
from factbox.metrics.rarity import Cefr

_NEW: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for one text.

    Attributes:
        goal: The goal one writes for, None for none.
        exempt: The words that count as easy.
        rejected: The keys of the steps that the plan is not to propose again.
        dismissed: The keys of the notices on meaning that count no more, each with the reason.
    """

    goal: Goal | None = None
    exempt: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    dismissed: Mapping[str, str] = field(default_factory=dict)


def read_choices(record: Mapping[str, Any]) -> Choices:
    """Make choices of what a file holds.

    Raises:
        ValueError, TypeError: The file is damaged.
    """
    return Choices(**{name: read(record[name]) for name, read in _READERS.items() if name in record})


def readable_choices(record: Mapping[str, Any], default: Choices) -> Choices:
    """Make choices of what can be read of a record; what is not there is as in the default."""
    return replace(default, **dict(_readable(record)))


def _readable(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, read in _READERS.items():
        with suppress(ValueError, TypeError):
            if name in record:
                yield name, read(record[name])


def written_choices(choices: Choices, record: Mapping[str, Any] = _NEW) -> dict[str, Any]:
    """Give choices as JSON has them.

    Args:
        choices: What is chosen.
        record: What was there before. Fields that another version of the program wrote stay, and so does what
            cannot be read as long as nothing else is chosen.
    """
    known = dict(_readable(record))
    written = {
        "goal": choices.goal and asdict(choices.goal),
        "exempt": sorted(choices.exempt),
        "rejected": sorted(choices.rejected),
        "dismissed": dict(choices.dismissed),
    }
    nothing = Choices()
    for name in _READERS:
        is_same = name in known and known[name] == getattr(choices, name)
        is_unread = name in record and name not in known and getattr(choices, name) == getattr(nothing, name)
        if is_same or is_unread:
            written[name] = record[name]
    return {**record, **written}


def _goal(kept: Any) -> Goal | None:
    if kept is None:
        return None
    if not isinstance(kept, dict):
        raise TypeError(kept)
    aim, name = Aim(str(kept.get("aim"))), kept.get("name", "")
    value, tolerance = _number(kept.get("value")), _number(kept.get("tolerance"))
    if aim is Aim.CEFR:
        Cefr(int(value))
    if not isinstance(name, str) or tolerance < 0:
        raise ValueError(kept)
    return Goal(aim, value, tolerance, name)


def _number(kept: Any) -> float:
    if isinstance(kept, bool) or not isinstance(kept, int | float) or not math.isfinite(kept):
        raise ValueError(kept)
    return float(kept)


def _strings(kept: Any) -> frozenset[str]:
    if not isinstance(kept, list) or not all(isinstance(each, str) for each in kept):
        raise ValueError(kept)
    return frozenset(kept)


def _reasons(kept: Any) -> Mapping[str, str]:
    if not isinstance(kept, dict) or not all(isinstance(each, str) for pair in kept.items() for each in pair):
        raise ValueError(kept)
    return kept


_READERS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {"goal": _goal, "exempt": _strings, "rejected": _strings, "dismissed": _reasons}
)
