"""The tokens of a document in order, kept so that an edit makes only what it touched be read again.

A passage holds the tokens of one paragraph; passages in a row are a stretch again, and so are these in a row. Each
remembers what was last found of it and what it was given by its neighbours; only those that are new, or are given
something new, are read again. So the moving-average TTR and the factors of MTLD cost an edit a page of the ledger,
not the document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

WINDOW = 50
FACTOR = 0.72
SHORTEST_FACTOR = 10

Tokens = tuple[str, ...]


@dataclass(slots=True)
class Course:
    """What a walk through tokens came to: what it was given, the factors it closed, what it left open."""

    given: Tokens
    factors: int
    left: Tokens


class Stretch(Protocol):
    """Tokens in a row."""

    def __bool__(self) -> bool:
        """Tell whether there are any."""

    def windows(self, after: Tokens) -> tuple[int, int]:
        """Give the types of all windows that start here, added up, and how many windows those are."""

    def head(self, after: Tokens) -> Tokens:
        """Give what a window before may look into: the first tokens from here on, one fewer than a window."""

    def course(self, given: Tokens, *, forward: bool) -> Course:
        """Walk from end to end with the open factor that comes in (McCarthy and Jarvis 2010)."""

    def end(self, given: Tokens, *, forward: bool) -> tuple[int, Tokens]:
        """Walk to the end of the document: the factors closed, and all that is open with the last token."""


@dataclass(slots=True, eq=False)
class Passage:
    """The tokens of one paragraph, in order, and what was last found of them."""

    tokens: Tokens
    _after: Tokens | None = None
    _windows: tuple[int, int] = (0, 0)
    _courses: dict[bool, Course] = field(default_factory=dict)
    _head: Tokens = ()

    def __bool__(self) -> bool:
        return bool(self.tokens)

    def windows(self, after: Tokens) -> tuple[int, int]:
        """Give the types of all windows that start here, added up, and how many windows those are."""
        if self._after is None or (after is not self._after and after != self._after):
            self._windows = _windows(self.tokens + after, len(self.tokens))
            self._after = after
        return self._windows

    def head(self, after: Tokens) -> Tokens:
        """Give the first tokens from here on, one fewer than a window."""
        if len(self.tokens) < WINDOW - 1:
            return (self.tokens + after)[: WINDOW - 1]
        if not self._head:
            self._head = self.tokens[: WINDOW - 1]
        return self._head

    def course(self, given: Tokens, *, forward: bool) -> Course:
        """Walk the passage with the open factor that comes in."""
        kept = self._courses.get(forward)
        if kept is None or (given is not kept.given and given != kept.given):
            kept = self._courses[forward] = _course(given, self.tokens if forward else self.tokens[::-1])
        return kept

    def end(self, given: Tokens, *, forward: bool) -> tuple[int, Tokens]:
        """Walk to the end of the document; the last token closes no factor."""
        tokens = self.tokens if forward else self.tokens[::-1]
        course = _course(given, tokens[:-1])
        return course.factors, (*course.left, tokens[-1])


class Passages:
    """Stretches in a row, and what was last found of them all."""

    def __init__(self, parts: Sequence[Stretch]) -> None:
        self._parts = tuple(filter(None, parts))
        self._after: Tokens | None = None
        self._windows = (0, 0)
        self._head: Tokens = ()
        self._courses: dict[bool, Course] = {}

    def __bool__(self) -> bool:
        return bool(self._parts)

    def windows(self, after: Tokens) -> tuple[int, int]:
        """Give the types of all windows that start here, added up, and how many windows those are."""
        self._read(after)
        return self._windows

    def head(self, after: Tokens) -> Tokens:
        """Give the first tokens from here on, one fewer than a window."""
        self._read(after)
        return self._head

    def course(self, given: Tokens, *, forward: bool) -> Course:
        """Walk them all with the open factor that comes in."""
        kept = self._courses.get(forward)
        if kept is None or (given is not kept.given and given != kept.given):
            factors, left = 0, given
            for part in self._parts if forward else reversed(self._parts):
                course = part.course(left, forward=forward)
                factors += course.factors
                left = course.left
            kept = self._courses[forward] = Course(given, factors, left)
        return kept

    def end(self, given: Tokens, *, forward: bool) -> tuple[int, Tokens]:
        """Walk to the end of the document; the last token closes no factor."""
        *parts, last = self._parts if forward else reversed(self._parts)
        factors, left = 0, given
        for part in parts:
            course = part.course(left, forward=forward)
            factors += course.factors
            left = course.left
        closed, rest = last.end(left, forward=forward)
        return factors + closed, rest

    def _read(self, after: Tokens) -> None:
        if self._after is not None and (after is self._after or after == self._after):
            return
        types = windows = 0
        head = after
        for part in reversed(self._parts):
            found = part.windows(head)
            types += found[0]
            windows += found[1]
            head = part.head(head)
        self._after, self._windows, self._head = after, (types, windows), head


def _windows(tokens: Tokens, starts: int) -> tuple[int, int]:
    last = min(starts, len(tokens) - WINDOW + 1)
    if last <= 0:
        return 0, 0
    held: dict[str, int] = {}
    for token in tokens[: WINDOW - 1]:
        held[token] = held.get(token, 0) + 1
    types = 0
    for start in range(last):
        coming, going = tokens[start + WINDOW - 1], tokens[start]
        held[coming] = held.get(coming, 0) + 1
        types += len(held)
        left = held.pop(going) - 1
        if left:
            held[going] = left
    return types, last


def _course(given: Tokens, tokens: Iterable[str]) -> Course:
    open_types = set(given)
    open_tokens = list(given)
    factors = 0
    for token in tokens:
        open_types.add(token)
        open_tokens.append(token)
        if len(open_tokens) >= SHORTEST_FACTOR and len(open_types) < FACTOR * len(open_tokens):
            factors += 1
            open_types.clear()
            open_tokens.clear()
    return Course(given, factors, tuple(open_tokens))
