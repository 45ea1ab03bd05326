"""What faults and fuzzing share: a trial by number, the table of all of them, and the table that they end in."""

import argparse
import importlib
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeAlias

# Makes one try, in a folder of its own; equal numbers make equal tries. Gives what was seen in a few words, and
# raises whatever shows that the program did not stand it.
Attempt: TypeAlias = Callable[[int, Path], str]
# Letters of a failure.
_MOST_TOLD = 400


@dataclass(frozen=True, slots=True)
class Trial:
    """Something that the program must stand.

    Attributes:
        name: What is done to it.
        attempt: Makes one try.
        tries: How many are made where nobody says how many.
        few: How many the suite makes, so that it cannot rot.
        at_once: How many may run at a time: those that start processes of their own.
        system: Where it can be done, as `sys.platform` calls it; nothing for everywhere.
    """

    name: str
    attempt: Attempt
    tries: int
    few: int
    at_once: int
    system: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether it can be done on this system."""
        return self.system in {"", sys.platform}

    def run(self, first: int, tries: int, until: float = float("inf")) -> "Result":
        """Make tries, from a number on, until there are enough or it is too late by `time.monotonic`."""
        result = Result(self)
        numbers = range(first, first + tries)
        if self.at_once == 1:
            for number in numbers:
                if time.monotonic() >= until:
                    break
                result.add(number, *self._one(number))
            return result
        with ThreadPoolExecutor(self.at_once) as pool:
            coming = iter(numbers)
            while time.monotonic() < until and (turn := list(islice(coming, 2 * self.at_once))):
                for number, outcome in zip(turn, pool.map(self._one, turn), strict=True):
                    result.add(number, *outcome)
        return result

    def stand(self) -> None:
        """Make the few tries that the suite has time for; an AssertionError tells of the first that failed."""
        result = self.run(0, self.few)
        assert result.tries == self.few
        assert not result.failures, "; ".join(f"{number}: {told}" for number, told in result.failures)

    def _one(self, number: int) -> tuple[str, str]:
        with tempfile.TemporaryDirectory(prefix="factbox-trial-", ignore_cleanup_errors=True) as folder:
            if self.at_once == 1:
                os.environ["FACTBOX_HOME"] = str(Path(folder, "home"))
            try:
                return self.attempt(number, Path(folder)), ""
            except Exception as error:  # noqa: BLE001  # whatever it is, the table tells of it
                told = str(error) or type(error).__name__
                if not isinstance(error, AssertionError):
                    place = traceback.extract_tb(error.__traceback__)[-1]
                    told = f"{type(error).__name__}: {told} ({Path(place.filename).name}:{place.lineno})"
                return "", told[:_MOST_TOLD]


@dataclass(slots=True)
class Result:
    """What became of the tries of a trial."""

    trial: Trial
    tries: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, number: int, seen: str, failure: str) -> None:
        """Take what one try has given."""
        self.tries += 1
        if failure:
            self.failures.append((number, failure))
            # At once: the next may take an hour.
            print(f"    {self.trial.name} {number}: {failure}", flush=True)
        else:
            self.seen[seen] += 1


class Trials(dict[str, Trial]):
    """All trials of a kind, by their names; each is declared where it is written."""

    def declare(
        self, name: str, *, tries: int, few: int = 1, at_once: int = 1, system: str = ""
    ) -> Callable[[Attempt], Attempt]:
        """Enter the decorated attempt."""

        def enter(attempt: Attempt) -> Attempt:
            self[name] = Trial(name, attempt, tries, few, at_once, system)
            return attempt

        return enter

    def gather(self, folder: Path) -> None:
        """Import every module of a folder beside this one, which declares what is in it."""
        for file in sorted(folder.glob("*.py")):
            if file.stem != "run" and not file.stem.startswith("test_"):
                importlib.import_module(f"{folder.name}.{file.stem}")

    def main(self, said: str) -> int:
        """Run what the command line asks for, and print a table; give 1 if anything failed."""
        parser = argparse.ArgumentParser(description=said)
        parser.add_argument("--tries", type=int, help="how many of each; as each has it if it is not said")
        parser.add_argument("--seconds", type=float, help="how long each may go on; then --tries may be left out")
        parser.add_argument("--first", type=int, default=0, help="the number of the first try")
        parser.add_argument(
            "--only", action="append", metavar="WORDS", help="those with these words in their names"
        )
        parser.add_argument("--list", action="store_true", help="print the names, and do nothing")
        chosen = parser.parse_args()
        wanted = [
            each for each in self.values() if not chosen.only or any(words in each.name for words in chosen.only)
        ]
        if chosen.list or not wanted:
            print(
                "\n".join(each.name for each in wanted) or f"Nothing has that name. There are: {', '.join(self)}"
            )
            return int(not wanted)
        results = []
        for trial in wanted:
            if not trial.is_possible:
                print(f"{trial.name}: not tried, for it needs {trial.system}", flush=True)
                continue
            tries = chosen.tries or (10**9 if chosen.seconds else trial.tries)
            until = time.monotonic() + (chosen.seconds or float("inf"))
            results.append(trial.run(chosen.first, tries, until))
            print(f"{trial.name}: {results[-1].tries} tries, {len(results[-1].failures)} failures", flush=True)
        print("", *table(results), sep="\n")
        return int(any(each.failures for each in results))


def assert_told(error: Exception) -> None:
    """Hold an error against what people must be told: something, in words."""
    assert any(map(str.isalpha, str(error))), "an error without words"


def table(results: Sequence[Result]) -> Iterator[str]:
    """Give results as a table."""
    rows = [("trial", "tries", "failures", "what was seen")]
    for result in results:
        seen = ", ".join(f"{words} {times}" for words, times in result.seen.most_common())
        rows.append((result.trial.name, str(result.tries), str(len(result.failures)), seen or "nothing"))
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, tries, failures, seen in rows:
        yield f"{name:{wide[0]}}  {tries:>{wide[1]}}  {failures:>{wide[2]}}  {seen}"
