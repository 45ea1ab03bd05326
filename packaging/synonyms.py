"""Which words of WordNet are simpler than another and mean the same: the pure part of `tables.py`.

Precision comes before coverage: a headword has one clear meaning, and a candidate has that meaning foremost.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from wordnet import Sense, Synset, Wordnet

_COMMONER = 0.6
_RAREST_HEAD = 1.9
# Shorter ones are abbreviations and figures: "hr", "viii".
_SHORTEST_HEAD = 4
_COMMON_BAND = 3
_LONGEST_GLOSS = 70
_TAGGED = 4


class Known(NamedTuple):
    """What the table of words says of a word: Zipf frequency, band, and CEFR level (0: none)."""

    zipf: float
    band: int
    level: int


def clear_sense(senses: list[Sense]) -> Sense | None:
    """Give the meaning that a word nearly always has, if there is one."""
    if not senses:
        return None
    times = sum(sense.times for sense in senses)
    if times >= _TAGGED:
        return senses[0] if senses[0].times >= 0.6 * times else None
    return senses[0] if len(senses) == 1 else None


def is_foremost(sense: Sense, senses: list[Sense]) -> bool:
    """Tell whether a meaning is the first of a word, and the usual one."""
    return sense.number == 1 and (len(senses) == 1 or sense.times >= 0.4 * sum(each.times for each in senses) > 0)


def is_mostly(wordnet: Wordnet, word: str, part: str) -> bool:
    """Tell whether a word mostly is of a part of speech."""
    every = {each: wordnet.times(word, each) for each in "nvar" if (word, each) in wordnet.senses}
    return len(every) == 1 or every[part] >= 0.5 * sum(every.values()) > 0


def is_easy(known: Known) -> bool:
    """Tell whether a word is easy as it is: one of the first thousand and learnt at A1 or A2."""
    return known.band == 1 and known.level <= 2


def is_clearly_simpler(candidate: Known, word: Known) -> bool:
    """Tell whether a word is so much more usual than another, and no harder to learn, that it may be offered."""
    return (
        candidate.zipf >= word.zipf + _COMMONER
        and candidate.band <= min(_COMMON_BAND, word.band)
        and 0 < candidate.level <= (word.level or 6)
    )


def short(gloss: str) -> str:
    """Cut a gloss down to its first statement."""
    first = gloss.split(";", maxsplit=1)[0].split(" (", maxsplit=1)[0].strip()
    if first.startswith("("):
        first = first.partition(")")[2].strip()
    while len(first) > _LONGEST_GLOSS and ("," in first or " or " in first):
        first = first[: max(first.rfind(","), first.rfind(" or "))].strip()
    return first.replace("=", " ") if len(first) <= _LONGEST_GLOSS else ""


def simpler(
    wordnet: Wordnet,
    known: Callable[[str], Known | None],
    is_same: Callable[[str, str], bool],
    is_verb_form: Callable[[str], bool],
) -> Iterator[tuple[str, str, list[str], str]]:
    """Give headword, part of speech, candidates and gloss for each word that has a simpler synonym.

    Args:
        wordnet: The synonyms.
        known: Gives what is known of a word, None where it is not in the table.
        is_same: Tells whether two words are of one family, or spellings of one word.
        is_verb_form: Tells whether a word may be an inflected verb.
    """
    for (word, part), senses in sorted(wordnet.senses.items()):
        found = known(word) if word.isalpha() else None
        sense = clear_sense(senses)
        if not found or not sense or len(word) < _SHORTEST_HEAD or found.zipf < _RAREST_HEAD or is_easy(found):
            continue
        synset: Synset = wordnet.synsets[sense.synset]
        # A participle or a gerund is better read as its verb.
        if part in "na" and is_verb_form(word):
            continue
        if word not in synset.words or not is_mostly(wordnet, word, part) or not (gloss := short(synset.gloss)):
            continue
        offered = []
        for candidate in synset.words:
            other = known(candidate) if candidate.isalpha() else None
            if not other or is_same(word, candidate) or not is_clearly_simpler(other, found):
                continue
            its = wordnet.senses[candidate, part]
            if is_mostly(wordnet, candidate, part) and any(
                is_foremost(each, its) for each in its if each.synset == sense.synset
            ):
                offered.append((-other.zipf, candidate))
        if offered:
            yield word, part, [candidate for _, candidate in sorted(offered)], gloss
