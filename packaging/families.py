"""Which written forms belong to one word, and how common that word is: the pure part of `tables.py`.

Word families are of the smallest kind (inflections only: Bauer and Nation 1993, level 2), and bands are the
thousands of the list of families, the commonest first, as in Nation's lists.
"""

import gzip
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

# How much rarer (Zipf) a base may be than a form which is also a word of its own: "ground" is no past of "grind".
_RARER_BASE = 0.7
_REGULAR = ("s", "ed", "ing", "er", "est")
_CONTRACTED = re.compile(r"(n't|'(?:ll|re|ve|d|m|s))$")
_CUT_SHORT = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall", "ain't": "be"}
_BRITISH = (("is", "iz"), ("ys", "yz"), ("our", "or"), ("tre", "ter"), ("ogue", "og"), ("ll", "l"), ("ae", "e"))

Frequencies = Mapping[str, float]


def zipf(frequency: float) -> float:
    """Give a frequency (a share of all words) on the Zipf scale: the logarithm of times in a billion words."""
    return round(math.log10(frequency) + 9, 2) if frequency > 0 else 0.0


def head(form: str, lemmas: Iterable[str], frequencies: Frequencies) -> str:
    """Give the word that heads the family of a form.

    Args:
        form: A word as written, in lower case.
        lemmas: What it may be an inflected form of, over all parts of speech; itself where it is a base form.
        frequencies: The share of each form in running text.
    """
    if form in _CUT_SHORT or "'" in form:
        return _CUT_SHORT.get(form) or _CONTRACTED.sub("", form) or form
    found = [lemma for lemma in dict.fromkeys(lemmas) if lemma in frequencies]
    if not found:
        return form
    others = sorted((lemma for lemma in found if lemma != form), key=lambda lemma: -frequencies[lemma])
    if form not in found:
        return others[0]
    # A form that is a base too ("meeting") joins its base, unless that is far rarer or the likeness is chance.
    near = zipf(frequencies[others[0]]) >= zipf(frequencies[form]) - _RARER_BASE if others else False
    return others[0] if near and form.endswith(_REGULAR) and form[:2] == others[0][:2] else form


def american(word: str, known: Callable[[str, str], bool]) -> str:
    """Give the American spelling of a word, itself where there is none.

    Args:
        word: A word in lower case.
        known: Tells whether two spellings mean the same.
    """
    for british, other in _BRITISH:
        for place in re.finditer(british, word):
            spelt = word[: place.start()] + other + word[place.end() :]
            if known(word, spelt):
                return spelt
    return word


def bands(heads: Mapping[str, str], frequencies: Frequencies, ranked: Callable[[str], bool]) -> dict[str, int]:
    """Give the band of each head: 1 for the thousand commonest families, 2 for the next thousand, and so on.

    Args:
        heads: The head of each form.
        frequencies: The share of each form in running text; a family has the sum of its forms.
        ranked: Tells whether a head takes a place in the list. Names take none: they fall between the others.
    """
    sums: dict[str, float] = defaultdict(float)
    for form, word in heads.items():
        sums[word] += frequencies[form]
    place = 0
    found = {}
    for word in sorted(sums, key=lambda word: (-sums[word], word)):
        found[word] = place // 1000 + 1
        place += ranked(word)
    return found


def write(target: str, rows: Mapping[str, tuple[float, int, int]]) -> bytes:
    """Write a table of words: one line for each Zipf frequency, band and level, then the words that have them.

    Args:
        target: What the file is, for its first line.
        rows: Zipf frequency, band and level (1 to 6, 0 where there is none) of each form.

    Returns:
        The file. It has no time stamp: the same rows make the same bytes.
    """
    alike: dict[tuple[float, int, int], list[str]] = defaultdict(list)
    for form, row in rows.items():
        alike[row].append(form)
    lines = [
        f"{frequency:.2f} {band} {level} {' '.join(sorted(alike[frequency, band, level]))}"
        for frequency, band, level in sorted(alike, key=lambda row: (-row[0], row[1:]))
    ]
    return gzip.compress("\n".join([f"# {target}", *lines]).encode(), mtime=0)
