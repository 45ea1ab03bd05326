"""Searching a text: what is sought, where it stands, and what would stand there instead."""

import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from factbox.document import Block
from factbox.metrics.guidance import Edit, Spot
from factbox.session.tasks import Errands
from factbox.translation import _

# Seconds that a pattern may take in one paragraph, and matches that are looked for.
_TIMEOUT, MOST = 1.0, 200_000


class PatternError(ValueError):
    """A regular expression is none, or takes too long; the message says so for people."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is sought.

    Attributes:
        words: Letters, or a regular expression.
        case: Whether capitals count.
        whole: Whether only whole words are meant.
        regular: Whether `words` is a regular expression.
        within: The first and the last place that count, as spots without letters; the whole text if None.
    """

    words: str
    case: bool = False
    whole: bool = False
    regular: bool = False
    within: tuple[Spot, Spot] | None = None

    def matches(self, blocks: Sequence[Block]) -> Iterator["Match"]:
        """Give the matches in order; none is empty.

        Raises:
            PatternError: It cannot be sought.
        """
        pattern = self._compiled()
        first, last = self.within or (Spot(0, 0, 0), Spot(len(blocks), 0, 0))
        for number in range(first.block, min(last.block + 1, len(blocks))):
            text = blocks[number].text
            start = first.start if number == first.block else 0
            end = last.end if number == last.block and self.within is not None else len(text)
            try:
                for found in pattern.finditer(text, start, end, timeout=_TIMEOUT):
                    if found.end() > found.start():
                        yield Match(Spot(number, *found.span()), found)
            except TimeoutError as error:
                raise PatternError(_("This expression takes too long.")) from error

    def _compiled(self) -> Any:
        engine = importlib.import_module("regex")
        words = self.words if self.regular else engine.escape(self.words, literal_spaces=True)
        if self.whole:
            words = rf"(?<!\w)(?:{words})(?!\w)"
        try:
            return engine.compile(words, 0 if self.case else engine.IGNORECASE)
        except engine.error as error:
            raise PatternError(_("This is no regular expression: {reason}.").format(reason=error)) from error


@dataclass(frozen=True, slots=True)
class Match:
    """A place where something was found."""

    spot: Spot
    found: Any

    def replaced(self, other: str, *, regular: bool) -> Edit:
        r"""Give the edit that puts something else there.

        Args:
            other: What; `\1` is what the first group found, if it is a regular expression.
            regular: Whether that is so.

        Raises:
            PatternError: There is no such group.
        """
        try:
            written = self.found.expand(other) if regular else other
        except Exception as error:  # the engine has several kinds for a bad template
            raise PatternError(_("This cannot be put there: {reason}.").format(reason=error)) from error
        # A line end would part the paragraph behind the edits that follow it.
        return Edit(self.spot, written.replace("\n", " ").replace("\r", " "), self.found[0])


class Seeker(QObject):
    """Searches away from the window; a later search makes an earlier one pointless."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._errands = Errands(self)
        self._asked = 0

    def seek(
        self,
        search: Search,
        blocks: Sequence[Block],
        done: Callable[[tuple[Match, ...]], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Find all matches; `done` gets them, or `failed` the error, unless something else is sought by then."""
        self._asked += 1
        asked = self._asked

        def work() -> tuple[Match, ...]:
            found: list[Match] = []
            for match in search.matches(blocks):
                found.append(match)
                if asked != self._asked or len(found) == MOST:
                    break
            return tuple(found)

        def answer(found: tuple[Match, ...]) -> None:
            if asked == self._asked:
                done(found)

        def refuse(error: Exception) -> None:
            if asked == self._asked:
                failed(error)

        self._errands.run(work, answer, refuse)

    def forget(self) -> None:
        """Search no more."""
        self._asked += 1
