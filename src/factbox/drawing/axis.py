"""Axes: round numbers from zero to the longest bar."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from factbox.translation import decimal


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on an axis."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from 0 to `top`, with its numbers in order."""

    top: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """Give how far along a value stands, 0 to 1; what lies beyond an end stands at that end."""
        return min(max(value / self.top, 0.0), 1.0)


def axis(values: Sequence[float], most: int = 5) -> Axis:
    """Make an axis that reaches beyond all values in at most so many round steps."""
    highest = max((value for value in values if math.isfinite(value)), default=0.0)
    rough = max(highest, 1.0) / most
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * each for each in (1, 2, 5, 10) if size * each >= rough * (1 - 1e-9))
    count = max(1, math.ceil(highest / step - 1e-9))
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    return Axis(count * step, tuple(Tick(n * step, decimal(n * step, places)) for n in range(count + 1)))
