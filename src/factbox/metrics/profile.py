"""The vocabulary profile: how much of a text is of which CEFR level and frequency, and on the user's lists."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from heapq import nsmallest

from factbox.metrics import words
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Coverage, Profile, ProfileRow, WordList
from factbox.metrics.hardness import USUAL
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.rarity import Cefr, rarity
from factbox.translation import _, whole

# The shares of known tokens from which readers follow a text with help, and by themselves: Laufer and
# Ravenhorst-Kalovski (2010), Reading in a Foreign Language 22 (1), 15-30.
HELPED, ALONE = 0.95, 0.98

_MOST_WORDS = 200
# The words that a row names.
_EXAMPLES = 5
# Types looked at before others get their turn.
_SLICE = 400
# What regular plurals, possessives and verb forms end with, and what their base has there; the shortest stem.
_ENDINGS = tuple(tuple(pair.split(":")) for pair in "'s: s': s: es: ies:y ed: ed:e ied:y ing: ing:e".split())
_SHORTEST_STEM = 3
_BANDS = ((1, 1), (2, 2), (3, 3), (4, 5), (6, 10), (11, 999))


def profile(
    counts: Mapping[str, int], lexicon: Lexicon, goal: Goal | None, lists: Iterable[WordList] = ()
) -> Profile:
    """Describe the vocabulary of a text; see `profiling`."""
    return next(filter(None, profiling(counts, lexicon, goal, lists)))


def profiling(
    counts: Mapping[str, int],
    lexicon: Lexicon,
    goal: Goal | None,
    lists: Iterable[WordList] = (),
    names: frozenset[str] = frozenset(),
) -> Iterator[Profile | None]:
    """Describe the vocabulary of a text in slices of some milliseconds: None after each, the profile at last.

    Args:
        counts: How often each token occurs, as written.
        lexicon: What is known of forms, and which words are exempt.
        goal: The goal one writes for.
        lists: The user's own lists of known words.
        names: What looks like a name in the text.
    """
    table = rarity(lexicon.language.code)
    level = goal.cefr if goal is not None else USUAL
    tokens, types = sum(counts.values()), len(counts)
    by_level: dict[Cefr | None, list[int]] = {each: [0, 0] for each in (*Cefr, None)}
    by_band: dict[int | None, list[int]] = {first: [0, 0] for first, _last in _BANDS} | {None: [0, 0]}
    above: Counter[str] = Counter()
    of_level: dict[Cefr | None, Counter[str]] = {each: Counter() for each in by_level}
    of_band: dict[int | None, Counter[str]] = {each: Counter() for each in by_band}
    known = 0
    for number, (token, times) in enumerate(counts.items(), start=1):
        found, easy = table.cefr(token), lexicon.is_exempt(token)
        first = _first_of(table.band(token))
        for row in (by_level[found], by_band[first]):
            row[0] += times
            row[1] += 1
        of_level[found][token.lower()] += times
        of_band[first][token.lower()] += times
        if easy or (found is None and _is_figure(token)) or (found is not None and found <= level):
            known += times
        elif found is not None:
            above[token.lower()] += times
        if not number % _SLICE:
            yield None
    coverage: tuple[Coverage, ...] = ()
    for each in lists:
        coverage += ((yield from _covered(each, counts, lexicon, names)),)
    yield Profile(
        by_cefr=tuple(
            _row(
                each.name if each else _("not in the list"),
                row,
                (tokens, types),
                of_level[each],
                above=bool(each and each > level),
            )
            for each, row in by_level.items()
        ),
        by_band=tuple(
            _row(_band_label(first), row, (tokens, types), of_band[first]) for first, row in by_band.items()
        ),
        goal=goal.cefr if goal is not None else None,
        known=known / tokens if tokens else 0.0,
        above=tuple(
            word for word, _times in sorted(above.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_WORDS]
        ),
        coverage=coverage,
    )


def read_list(name: str, text: str) -> WordList:
    """Read a list of words: one a line, or the first column of a table; a single line is a list by itself.

    Columns are parted by commas, semicolons or tabs. A head that says `word` or `words` is none.
    """
    rows = [line.replace(";", ",").replace("\t", ",").split(",") for line in text.splitlines() if line.strip()]
    cells = rows[0] if len(rows) == 1 else [row[0] for row in rows]
    listed = [words.plain(cell).strip(' "').lower() for cell in cells]
    if len(listed) > 1 and listed[0] in {"word", "words"}:
        del listed[0]
    return WordList(name, frozenset(word for word in listed if any(map(str.isalpha, word))))


def _first_of(band: int | None) -> int | None:
    return next((first for first, last in _BANDS if band is not None and first <= band <= last), None)


def _band_label(first: int | None) -> str:
    if first is None:
        return _("not in the list")
    last = next(last for start, last in _BANDS if start == first)
    if last > 10:
        return _("rarer")
    return f"{whole((first - 1) * 1000 + 1)}–{whole(last * 1000)}"


def _row(
    label: str, row: list[int], whole: tuple[int, int], words: Counter[str], *, above: bool = False
) -> ProfileRow:
    token_share, type_share = (
        part / all_of_it if all_of_it else 0.0 for part, all_of_it in zip(row, whole, strict=True)
    )
    most = tuple(nsmallest(_EXAMPLES, words, key=lambda word: (-words[word], word)))
    return ProfileRow(label, row[0], row[1], token_share, type_share, above, most)


def _covered(
    known: WordList, counts: Mapping[str, int], lexicon: Lexicon, names: frozenset[str]
) -> Generator[None, None, Coverage]:
    # The text is known by its tokens, of which "ice-cream" has two: so is the list.
    listed = known.words | {token.lower() for word in known.words for token in words.tokens(word)}
    exempt = {token.lower() for word in lexicon.exempt for token in words.tokens(word)}
    easy = frozenset(listed | exempt)
    covered = 0
    unknown: Counter[str] = Counter()
    for number, (token, times) in enumerate(counts.items(), start=1):
        lower = token.lower()
        if _is_figure(token) or token.removesuffix("'s") in names or _is_listed(lower, easy):
            covered += times
        else:
            unknown[lower] += times
        if not number % _SLICE:
            yield None
    tokens = sum(counts.values())
    ordered = sorted(unknown.items(), key=lambda pair: (-pair[1], pair[0]))
    return Coverage(known.name, covered / tokens if tokens else 0.0, tuple(ordered[:_MOST_WORDS]), len(unknown))


def _is_listed(word: str, listed: frozenset[str]) -> bool:
    """Tell whether a word is listed, or is the plural, the possessive or a verb form of a listed word."""
    if word in listed:
        return True
    for ending, put in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
            doubled = not put and len(stem) > 3 and stem[-1] == stem[-2]
            if stem + put in listed or (doubled and stem[:-1] in listed):
                return True
    return False


def _is_figure(token: str) -> bool:
    return not any(map(str.isalpha, token))
