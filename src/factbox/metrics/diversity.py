"""Lexical diversity that survives length: measures of a text's words that do not fall just because it grows.

MATTR and MTLD depend on the order of the tokens, so a document keeps a passage for each of its paragraphs. A
passage remembers what came of it and what it was given; after an edit only the passages that are new, or are
given something new by their neighbours, are read again.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

WINDOW = 50
SAMPLE = 42
FACTOR = 0.72
SHORTEST_FACTOR = 10

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diversity:
    """The measures of a text; None where it has too few tokens for one.

    Attributes:
        mattr: Moving-average TTR over windows of 50 tokens (Covington and McFall 2010); the TTR of a shorter text.
        mtld: Mean length of stretches that keep a TTR of 0.72, both ways (McCarthy and Jarvis 2010).
        hdd: Expected TTR of 42 tokens drawn at random (McCarthy and Jarvis 2007); wants 42 tokens.
        root_ttr: Types / √tokens (Guiraud 1954).
        log_ttr: log types / log tokens (Herdan 1960); wants two tokens.
        hapax_share: Share of the tokens that occur only once.
    """

    mattr: float | None
    mtld: float | None
    hdd: float | None
    root_ttr: float | None
    log_ttr: float | None
    hapax_share: float | None


NO_DIVERSITY = Diversity(None, None, None, None, None, None)


@dataclass(slots=True)
class _Course:
    """What a walk through a passage came to: what it was given, the factors it closed, what it left open."""

    given: Tokens
    factors: int
    left: Tokens


@dataclass(slots=True, eq=False)
class Passage:
    """The tokens of one paragraph, in order, and what was last found of them."""

    tokens: Tokens
    _after: Tokens | None = None
    _windows: tuple[int, int] = (0, 0)
    _courses: dict[bool, _Course] = field(default_factory=dict)
    _head: Tokens = ()

    def windows(self, after: Tokens) -> tuple[int, int]:
        """Give the types of all windows that start here, added up, and how many windows those are."""
        if self._after is None or (after is not self._after and after != self._after):
            self._windows = _windows(self.tokens + after, len(self.tokens))
            self._after = after
        return self._windows

    def head(self, after: Tokens) -> Tokens:
        """Give what the passage before may look into: the first tokens from here on, one fewer than a window."""
        if len(self.tokens) < WINDOW - 1:
            return (self.tokens + after)[: WINDOW - 1]
        if not self._head:
            self._head = self.tokens[: WINDOW - 1]
        return self._head

    def course(self, given: Tokens, *, forward: bool) -> _Course:
        """Walk the passage with the open factor that comes in."""
        kept = self._courses.get(forward)
        if kept is None or (given is not kept.given and given != kept.given):
            kept = self._courses[forward] = _course(given, self.tokens if forward else self.tokens[::-1])
        return kept


def diversity(passages: Sequence[Passage], times: Mapping[str, int], frequencies: Mapping[int, int]) -> Diversity:
    """Measure a document.

    Args:
        passages: Its paragraphs, in order.
        times: How often each of its tokens occurs.
        frequencies: How many of its tokens occur how often.
    """
    tokens, types = sum(each * many for each, many in frequencies.items()), len(times)
    if not tokens:
        return NO_DIVERSITY
    return Diversity(
        mattr=_mattr(passages) if tokens > WINDOW else types / tokens,
        mtld=_mtld(passages, tokens),
        hdd=hdd(frequencies) if tokens >= SAMPLE else None,
        root_ttr=types / math.sqrt(tokens),
        log_ttr=math.log(types) / math.log(tokens) if tokens > 1 else None,
        hapax_share=frequencies.get(1, 0) / tokens,
    )


def hdd(frequencies: Mapping[int, int]) -> float:
    """Give HD-D by how many tokens occur how often: each type adds a 42nd of its chance to be in a sample."""
    tokens = sum(each * many for each, many in frequencies.items())
    return math.fsum(many * (1 - _absence(each, tokens)) for each, many in frequencies.items()) / SAMPLE


def _absence(times: int, tokens: int) -> float:
    """Give the chance that a token which occurs so many times is in no sample (hypergeometric)."""
    chance = 1.0
    for drawn in range(SAMPLE):
        chance *= max(0, tokens - times - drawn) / (tokens - drawn)
    return chance


def _mattr(passages: Sequence[Passage]) -> float:
    types = windows = 0
    after: Tokens = ()
    for passage in reversed(passages):
        if passage.tokens:
            found = passage.windows(after)
            types += found[0]
            windows += found[1]
            after = passage.head(after)
    return types / WINDOW / windows


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


def _mtld(passages: Sequence[Passage], tokens: int) -> float | None:
    filled = [passage for passage in passages if passage.tokens]
    factors = [_factors(filled, forward=True), _factors(list(reversed(filled)), forward=False)]
    # A text without a repetition never falls to the threshold: its stretch has no end.
    return sum(tokens / found for found in factors) / 2 if all(factors) else None


def _factors(passages: Sequence[Passage], *, forward: bool) -> float:
    factors = 0
    given: Tokens = ()
    for passage in passages[:-1]:
        course = passage.course(given, forward=forward)
        factors += course.factors
        given = course.left
    # The last token closes no factor: what is open with it counts by how far it has fallen.
    last = passages[-1].tokens if forward else passages[-1].tokens[::-1]
    course = _course(given, last[:-1])
    rest = (*course.left, last[-1])
    return factors + course.factors + (1 - len(set(rest)) / len(rest)) / (1 - FACTOR)


def _course(given: Tokens, tokens: Iterable[str]) -> _Course:
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
    return _Course(given, factors, tuple(open_tokens))
