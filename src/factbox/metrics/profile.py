"""The vocabulary profile: how much of a text is of which CEFR level and frequency, and on the user's lists."""

from collections import Counter
from collections.abc import Iterable, Mapping

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Coverage, Profile, ProfileRow, WordList
from factbox.metrics.hardness import USUAL
from factbox.metrics.lexicon import Lexicon, is_familiar
from factbox.metrics.rarity import Cefr, Rarity, rarity
from factbox.translation import _

# The shares of known tokens from which readers follow a text with help, and by themselves: Laufer and
# Ravenhorst-Kalovski (2010), Reading in a Foreign Language 22 (1), 15-30.
HELPED, ALONE = 0.95, 0.98

_MOST_WORDS = 200
_BANDS = ((1, 1), (2, 2), (3, 3), (4, 5), (6, 10), (11, 999))


def profile(
    counts: Mapping[str, int], lexicon: Lexicon, goal: Goal | None, lists: Iterable[WordList] = ()
) -> Profile:
    """Describe the vocabulary of a text.

    Args:
        counts: How often each token occurs, as written.
        lexicon: What is known of forms, and which words are exempt.
        goal: The goal one writes for.
        lists: The user's own lists of known words.
    """
    table = rarity(lexicon.language.code)
    level = goal.cefr if goal is not None else USUAL
    tokens, types = sum(counts.values()), len(counts)
    by_level: dict[Cefr | None, list[int]] = {each: [0, 0] for each in (*Cefr, None)}
    by_band: dict[int | None, list[int]] = {first: [0, 0] for first, _last in _BANDS} | {None: [0, 0]}
    above: Counter[str] = Counter()
    known = 0
    for token, times in counts.items():
        found, easy = table.cefr(token), lexicon.is_exempt(token)
        for row in (by_level[found], by_band[_first_of(table.band(token))]):
            row[0] += times
            row[1] += 1
        if easy or (found is None and _is_figure(token)) or (found is not None and found <= level):
            known += times
        elif found is not None:
            above[token.lower()] += times
    return Profile(
        by_cefr=tuple(
            _row(
                each.name if each else _("not in the list"), row, tokens, types, above=bool(each and each > level)
            )
            for each, row in by_level.items()
        ),
        by_band=tuple(_row(_band_label(first), row, tokens, types) for first, row in by_band.items()),
        goal=goal.cefr if goal is not None else None,
        known=known / tokens if tokens else 0.0,
        above=tuple(
            word for word, _times in sorted(above.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_WORDS]
        ),
        coverage=tuple(_coverage(each, counts, lexicon, table) for each in lists),
    )


def read_list(name: str, text: str) -> WordList:
    """Read a list of words: one a line, or the first column of a table with commas, semicolons or tabs."""
    words = (
        line.replace(";", ",").replace("\t", ",").split(",")[0].strip(' "').lower() for line in text.splitlines()
    )
    return WordList(name, frozenset(word for word in words if word and any(map(str.isalpha, word))))


def _first_of(band: int | None) -> int | None:
    return next((first for first, last in _BANDS if band is not None and first <= band <= last), None)


def _band_label(first: int | None) -> str:
    if first is None:
        return _("not in the list")
    last = next(last for start, last in _BANDS if start == first)
    if last > 10:
        return _("rarer")
    return f"{(first - 1) * 1000 + 1:,}–{last * 1000:,}"


def _row(label: str, row: list[int], tokens: int, types: int, *, above: bool = False) -> ProfileRow:
    share = row[0] / tokens if tokens else 0.0
    return ProfileRow(label, row[0], row[1], share, row[1] / types if types else 0.0, above)


def _coverage(known: WordList, counts: Mapping[str, int], lexicon: Lexicon, table: Rarity) -> Coverage:
    covered = 0
    unknown: Counter[str] = Counter()
    for token, times in counts.items():
        if is_familiar(token, known.words) or lexicon.is_exempt(token) or _is_name(token, table):
            covered += times
        else:
            unknown[token.lower()] += times
    tokens = sum(counts.values())
    ordered = sorted(unknown.items(), key=lambda pair: (-pair[1], pair[0]))
    return Coverage(known.name, covered / tokens if tokens else 0.0, tuple(ordered[:_MOST_WORDS]), len(unknown))


def _is_figure(token: str) -> bool:
    return not any(map(str.isalpha, token))


def _is_name(token: str, table: Rarity) -> bool:
    return token[:1].isupper() and table.cefr(token) is None
