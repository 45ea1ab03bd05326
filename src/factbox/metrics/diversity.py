"""Lexical diversity that survives length: measures of a text's words that do not fall just because it grows."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factbox.metrics.passages import FACTOR, WINDOW, Passages, Stretch

SAMPLE = 42


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


def diversity(stretches: Sequence[Stretch], times: Mapping[str, int], frequencies: Mapping[int, int]) -> Diversity:
    """Measure a document.

    Args:
        stretches: Its tokens, in order.
        times: How often each of its tokens occurs.
        frequencies: How many of its tokens occur how often.
    """
    tokens, types = sum(each * many for each, many in frequencies.items()), len(times)
    if not tokens:
        return NO_DIVERSITY
    text = Passages(stretches)
    return Diversity(
        mattr=_mattr(text) if tokens > WINDOW else types / tokens,
        mtld=_mtld(text, tokens),
        hdd=hdd(frequencies) if tokens >= SAMPLE else None,
        root_ttr=types / math.sqrt(tokens),
        log_ttr=math.log(types) / math.log(tokens) if tokens > 1 else None,
        hapax_share=frequencies.get(1, 0) / tokens,
    )


def hdd(frequencies: Mapping[int, int]) -> float:
    """Give HD-D by how many tokens occur how often: each type adds a 42nd of its chance to be in a sample."""
    tokens = sum(each * many for each, many in frequencies.items())
    ordered = sorted(frequencies)
    return (
        math.fsum(
            frequencies[each] * (1 - chance)
            for each, chance in zip(ordered, _absences(ordered, tokens), strict=True)
        )
        / SAMPLE
    )


def _absences(ordered: Sequence[int], tokens: int) -> Iterator[float]:
    """Give the chance that a token which occurs so many times is in no sample (hypergeometric), each in turn."""
    times, chance = 0, 1.0
    for each in ordered:
        if each - times < SAMPLE:
            # From one frequency to the next above it is a single step.
            for step in range(times, each):
                chance *= max(0, tokens - step - SAMPLE) / (tokens - step)
        else:
            chance = math.prod(max(0, tokens - each - drawn) / (tokens - drawn) for drawn in range(SAMPLE))
        times = each
        yield chance


def _mattr(text: Stretch) -> float:
    types, windows = text.windows(())
    return types / WINDOW / windows


def _mtld(text: Stretch, tokens: int) -> float | None:
    factors = [_factors(text, forward=True), _factors(text, forward=False)]
    # A text without a repetition never falls to the threshold: its stretch has no end.
    return sum(tokens / found for found in factors) / 2 if all(factors) else None


def _factors(text: Stretch, *, forward: bool) -> float:
    factors, rest = text.end((), forward=forward)
    # What is open at the end counts by how far it has fallen.
    return factors + (1 - len(set(rest)) / len(rest)) / (1 - FACTOR)
