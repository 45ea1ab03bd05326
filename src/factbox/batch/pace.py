"""How long it will still take, from how fast it went so far."""

import time
from collections import deque
from collections.abc import Callable

from factbox.translation import _, ngettext, whole

# Steps that the pace is judged by, and seconds after which there is something to judge.
_STEPS, _SOON = 200, 1.0


class Pace:
    """Knows how many of so many things are done, and when each of the last was.

    Args:
        total: How many there are.
        clock: Tells the time in seconds.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total, self.done = total, 0
        self._clock, self._begun = clock, clock()
        self._times: deque[float] = deque([self._begun], _STEPS)

    def step(self) -> None:
        """Note that one more is done."""
        self.done += 1
        self._times.append(self._clock())

    @property
    def left(self) -> float | None:
        """The seconds that are left; None as long as nobody can know."""
        now = self._clock()
        if self.done >= self.total:
            return 0.0
        if not self.done or now - self._begun < _SOON:
            return None
        # The processes start slowly and files differ: the last steps tell more than all.
        return (now - self._times[0]) / (len(self._times) - 1 or 1) * (self.total - self.done)

    @property
    def text(self) -> str:
        """How far it is, in words: "120 of 5,000 files, about 3 minutes left"."""
        done = ngettext("{{done}} of {n} file", "{{done}} of {n} files", self.total).format(done=whole(self.done))
        left = self.left
        if left is None or self.done >= self.total:
            return done
        return _("{done}, about {time} left").format(done=done, time=_in_words(left))


def _in_words(seconds: float) -> str:
    if seconds < 50:
        # Not to the second: nobody knows it so well, and it would flicker.
        known = round(seconds) if seconds < 10 else 10 * round(seconds / 10)
        return ngettext("{n} second", "{n} seconds", max(1, known))
    if seconds < 50 * 60:
        return ngettext("{n} minute", "{n} minutes", max(1, round(seconds / 60)))
    return ngettext("{n} hour", "{n} hours", max(1, round(seconds / 3600)))
