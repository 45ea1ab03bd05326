"""How many syllables a word has, as spoken in General American.

The table of the language comes first (the CMU Pronouncing Dictionary); a word outside it is taken apart, into the
parts of a compound, a stem and its ending, a prefix and its stem; what is left is counted by its vowels.
"""

import re
import unicodedata
from collections.abc import Mapping

from factbox.metrics.language import language

_DIGIT = re.compile(r"\d")
_LETTERS_READ_ALOUD = re.compile(r"[A-Z]{2,5}s?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_SIBILANT = re.compile(r"(?:[sxz]|sh|ch|[cgsz]e)$")
_VOWELLESS = re.compile(r"[^aeiouy]+")

# Endings by the syllables they add to the word before them.
_ADDED = {
    1: "al ally dom er ers est ful hood ing ings ion ions ise ised ish ist ists ize ized less like ly "
    "ment ments ness or ors ous ship some ward wards wise y",
    2: "able ably ary ation fully ible ically iser ises ising ism isms ity izer izes izing lessly nesses ously",
    3: "ational ations",
    4: "ability ibility isation ization",
}
# The shortest ending first: it leaves the longest stem, and that is the surest.
_ENDINGS = sorted(
    ((ending, added) for added, line in _ADDED.items() for ending in line.split()), key=lambda pair: len(pair[0])
)
_PREFIXES = (
    "anti astro auto bio centi circum co contra counter crypto cyber de dis down electro em en eco equi "
    "ex extra fore geo hydro hyper in infra inter intra ir kilo macro mega meta micro mid milli mini mis "
    "mono multi nano neo neuro non omni out over para photo poly post pre pro proto pseudo psycho quasi "
    "radio re retro semi socio sub super techno tele thermo trans tri ultra un under uni up"
).split()

# No word is longer; what is would be taken apart for ever.
_LONGEST_WORD = 60
_VOWELS = frozenset("aeiouy")

# Counting by vowels: a group is a syllable, then these are taken off or added.
_GROUP = re.compile(r"[aeiouy]+")
_SILENT = (
    re.compile(r"[^aeiouyl]e$|[aeiouyrw]le$|[^aeiouy]es$|[aeiouy]les$"),
    re.compile(r"[^aeiouytd]ed$|[aeiouy][a-z]?led$"),
    re.compile(r"[^aeiouy]e(?=(?:ly|ment|ments|ness|less|ful|some|like|ty)$)"),
)
_SOUNDED = (
    re.compile(r"[^aeiouy]led$|[sxz]es$|[cg]es$|[sc]hes$"),
    re.compile(r"i[aou](?!u)|(?<![aqg])u[aeo](?=[a-z])|eo(?=[lngm])|[aeiou]i(?=ng$|sm|st$|sts$)"),
    re.compile(r"y[aeiou]|[^aeiouy]ier$|iet|ying$|oa(?=p|s[aei])|oe[lt]|ei(?=ty|ng)"),
    re.compile(r"[^aeiouylrm]m$"),
)
_RUN_TOGETHER = re.compile(
    r"[ct]i[aou]|si(?:on|a)|gi(?:o|a)n?|x(?:ious|ion)|[aeiou]y[aeiou]|^y[aeiou]|qu[aeo]|gu[aeo]"
)


def count_syllables(word: str) -> int:
    """Count the syllables of one English word: at least 1 where it holds a letter or a digit, else 0.

    A figure counts as one, whatever its length; a hyphenated word counts by its parts.
    """
    return syllables(word, language("en").syllables)


def syllables(word: str, table: Mapping[str, int]) -> int:
    """Count the syllables of a word by a table of known words in lower case, and by rule outside it."""
    if _DIGIT.search(word):
        return 1
    if len(word) > _LONGEST_WORD:
        return by_vowels(word.lower()) if any(map(str.isalpha, word)) else 0
    spelled = _spelled_out(word, table)
    if spelled:
        return spelled
    lower = unicodedata.normalize("NFC", word).replace("’", "'").lower().strip("'")
    if "-" in lower:
        return sum(syllables(part, table) for part in lower.split("-"))
    if lower in table:
        return table[lower]
    if not any(map(str.isalpha, lower)):
        return 0
    return _known(_unaccented(lower), table) or _taken_apart(_unaccented(lower), table) or by_vowels(lower)


def by_vowels(word: str) -> int:
    """Count the syllables of a lower-case word by its groups of vowels, at least 1."""
    sounded_end = word.endswith(("é", "ée", "és"))
    bare = "".join(filter(str.isalpha, _unaccented(word)))
    count = len(_GROUP.findall(bare))
    if not sounded_end:
        count -= sum(len(rule.findall(bare)) for rule in _SILENT)
    count += sum(len(rule.findall(bare)) for rule in _SOUNDED)
    count -= len(_RUN_TOGETHER.findall(bare))
    return max(1, count)


def _spelled_out(word: str, table: Mapping[str, int]) -> int:
    """Count an abbreviation that is read letter by letter ("U.S", "BBC"), else give 0."""
    letters = word.replace(".", "").removesuffix("s")
    if _DOTTED.fullmatch(word.removesuffix(".")):
        letters = letters.upper()
    elif not (_LETTERS_READ_ALOUD.fullmatch(word) and word.lower() not in table and _unspeakable(word.lower())):
        return 0
    return sum(3 if letter == "W" else 1 for letter in letters)


def _unspeakable(word: str) -> bool:
    return _VOWELLESS.fullmatch(word) is not None


def _unaccented(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _known(word: str, table: Mapping[str, int]) -> int:
    """Count a word that is in the table, or whose plain stem is: a plural, a possessive, a past; else give 0."""
    if word in table:
        return table[word]
    if word.endswith(("'s", "s'")):
        stem = word[:-2] if word.endswith("'s") else word[:-1]
        count = _known(stem, table)
        return count and count + (word.endswith("'s") and _SIBILANT.search(stem) is not None)
    for stem, added in _inflected(word):
        if stem in table:
            return table[stem] + added
    return _known(american, table) if (american := _american(word)) != word else 0


def _inflected(word: str) -> list[tuple[str, int]]:
    """List the stems a word may be an inflected form of, each with the syllables its ending adds."""
    if word.endswith(("ies", "ied")):
        return [(word[:-3] + "y", 0)]
    if word.endswith("es") and _SIBILANT.search(word[:-1]):
        return [(word[:-1], 1), (word[:-2], 1)]
    if word.endswith("es"):
        return [(word[:-1], 0), (word[:-2], int(_SIBILANT.search(word[:-2]) is not None))]
    if word.endswith("s") and not word.endswith("ss"):
        return [(word[:-1], 0)]
    if word.endswith("ed"):
        added = int(word[-3:-2] in {"t", "d"})
        return [(stem, added) for stem in _stems(word[:-2])]
    if word.endswith("in") and len(word) > 5:
        return [(stem, 1) for stem in _stems(word[:-2])]
    return []


def _stems(cut: str) -> list[str]:
    """List the words that may stand behind what is left of a word without its ending."""
    if len(cut) < 2:
        return []
    stems = [cut + "e", cut]
    if cut[-1] == cut[-2]:
        stems.append(cut[:-1])
    if cut[-1] == "i":
        stems.append(cut[:-1] + "y")
    return stems


def _american(word: str) -> str:
    """Write a British spelling as the table has it."""
    return re.sub(
        r"our(?=$|ed|s$|ing|less|ful)",
        "or",
        re.sub(
            r"is(?=e$|es$|ed$|ing$|ation)",
            "iz",
            word.replace("ae", "e").replace("oeo", "eo").replace("lled", "led"),
        ),
    )


def _taken_apart(word: str, table: Mapping[str, int]) -> int:
    """Count a word by an ending or a prefix and a known stem, or as two known words; else give 0."""
    if count := _by_ending(word, table):
        return count
    for prefix in _PREFIXES:
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) > 3 and (count := _known(stem, table) or _by_ending(stem, table)):
            return by_vowels(prefix) + prefix.endswith("eo") + count
    for cut in range(len(word) - 3, 2, -1):
        first, second = word[:cut], word[cut:]
        if _speakable(first, table) and _speakable(second, table):
            return _known(first, table) + _known(second, table)
    return 0


def _speakable(word: str, table: Mapping[str, int]) -> bool:
    # The table also has names of letters run together, such as MIT.
    return 0 < _known(word, table) <= len(_GROUP.findall(word))


def _by_ending(word: str, table: Mapping[str, int]) -> int:
    for ending, added in _ENDINGS:
        cut = word.removesuffix(ending)
        if cut != word and (count := _with_ending(cut, ending, added, table)):
            return count
    return 0


def _with_ending(cut: str, ending: str, added: int, table: Mapping[str, int]) -> int:
    if ending == "y" and cut[-1:] in _VOWELS:
        return 0
    for stem in _stems(cut):
        if len(stem) > 2 and (count := _known(stem, table)):
            # “amble” gives "ambling": its last vowel is not spoken any more.
            syllabic = (
                stem.endswith("le") and stem[-3] not in "aeiouyrwl" and stem == cut + "e" and ending[0] in "aeiy"
            )
            return count + added - syllabic
    return 0
