"""What the reader chose for a text, and how JSON holds it."""

import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
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
    return Choices(
        _goal(record.get("goal")),
        _strings(record.get("exempt", [])),
        _strings(record.get("rejected", [])),
        _reasons(record.get("dismissed", {})),
    )


def written_choices(choices: Choices, record: Mapping[str, Any] = _NEW) -> dict[str, Any]:
    """Give choices as JSON has them.

    Args:
        choices: What is chosen.
        record: What was there before; fields that another version of the program wrote stay.
    """
    # A goal that is still the same keeps the fields that another version gave it.
    kept = record.get("goal")
    is_same = False
    with suppress(ValueError, TypeError):
        is_same = kept is not None and choices.goal == _goal(kept)
    return {
        **record,
        "goal": kept if is_same else choices.goal and asdict(choices.goal),
        "exempt": sorted(choices.exempt),
        "rejected": sorted(choices.rejected),
        "dismissed": dict(choices.dismissed),
    }


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
