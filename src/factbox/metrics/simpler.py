"""Simpler words for a word: easier ones that mean the same, in the form and with the capitals of the word."""

from collections.abc import Iterator
from dataclasses import dataclass

from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.rarity import Cefr, Rarity, rarity
from factbox.metrics.syllables import syllables
from factbox.metrics.thesaurus import Headword, Offer, Reading, Thesaurus, thesaurus

MOST = 6
# The slots of a verb whose forms often are alike: the past ("used"), and the participle ("has used").
_PAST, _PARTICIPLE = 2, 3
# The band of words that have none.
_BEYOND = 999
# A rarer word may still be easier, for it is shorter or learnt earlier, but not one that is much rarer (Zipf).
_RARER = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word, or a few, that may stand in the place of another.

    Attributes:
        word: As it is to be written: inflected to fit, with the capitals of the other.
        meaning: What both mean, in plain words.
        band: The thousand of word families it belongs to (of its rarest word); 1 is the commonest.
        cefr: The level at which learners know it (of its hardest word), None where it is not known.
        syllables: How many it has.
        by_hand: Whether people wrote it for Fact Box; else it is from WordNet.
    """

    word: str
    meaning: str
    band: int
    cefr: Cefr | None
    syllables: int
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Ease:
    """How easy a word is: its band, Zipf frequency, level (None: not known) and number of syllables."""

    band: int
    zipf: float
    cefr: Cefr | None
    syllables: int

    def is_easy(self) -> bool:
        """Tell whether nothing need be simpler: one of the thousand commonest families, learnt at A1 or A2."""
        return self.band == 1 and (self.cefr or Cefr.A1) <= Cefr.A2

    def is_easier_than(self, other: "Ease") -> bool:
        """Tell whether this is commoner, of a lower level or shorter, and not much rarer than the other.

        Commoner is in an earlier band, or more frequent in the same band.
        """
        lower = bool(self.cefr and other.cefr and self.cefr < other.cefr)
        higher = bool(self.cefr and other.cefr and self.cefr > other.cefr)
        commoner = (self.band, -self.zipf) < (other.band, -other.zipf)
        shorter = self.syllables < other.syllables
        much_rarer = self.zipf < other.zipf - _RARER and self.band > 1
        return (commoner or lower or shorter) and not much_rarer and not (higher and not commoner)


def simpler(word: str, code: str = "en") -> tuple[Candidate, ...]:
    """Give simpler words for a word, at most six, the best first.

    What people wrote for Fact Box comes before what is from WordNet. Where a form may be several words, or several
    parts of speech, the more frequent reading comes first. None is the word itself, another form of it, or harder
    than it; and words that are easy already have none: the thousand commonest families, if learnt at A1 or A2.

    Args:
        word: A word as it is written: with capitals, a possessive ending, punctuation around it.
        code: An ISO 639-1 code.

    Raises:
        FileNotFoundError: The program has no simpler words for this language.
    """
    known = thesaurus(code)
    bare = words.word(word)
    form = bare.lower()
    possessive = bare[-2:] if form.endswith("'s") and form not in known.readings else ""
    form = form.removesuffix(possessive.lower())
    readings = known.readings.get(form, ())
    if not readings:
        return ()
    # What is not among the commonest 80,000 forms is harder than all that are.
    own = ease(form, code) or Ease(_BEYOND, 0, None, max(1, syllables(form, language(code).syllables)))
    if own.is_easy():
        return ()
    found: dict[str, Candidate] = {}
    for written, offer in _written(known, readings, possessive):
        easier = ease(written, code)
        if easier and written not in found and easier.is_easier_than(own):
            found[written] = Candidate(
                word=_like(bare, written) + possessive,
                meaning=offer.meaning,
                band=easier.band,
                cefr=easier.cefr,
                syllables=easier.syllables,
                by_hand=offer.by_hand,
            )
    return tuple(found.values())[:MOST]


def ease(phrase: str, code: str = "en") -> Ease | None:
    """Tell how easy a word is, or a few together: the rarest and the hardest count, and the syllables of all.

    None where a word is not in the table.
    """
    table: Rarity = rarity(code)
    parts = phrase.split()
    if not parts or not all(part in table for part in parts):
        return None
    levels = [level for part in parts if (level := table.cefr(part))]
    return Ease(
        band=max(table.band(part) or 0 for part in parts),
        zipf=min(table.zipf(part) or 0 for part in parts),
        cefr=max(levels, default=None),
        syllables=sum(max(1, syllables(part, language(code).syllables)) for part in parts),
    )


def _written(known: Thesaurus, readings: tuple[Reading, ...], possessive: str) -> Iterator[tuple[str, Offer]]:
    """Give what may be offered for the readings of a form, inflected to fit."""
    for word, slot in readings:
        if possessive and word.part != "n":
            continue
        own = known.forms(word)
        for offer in known.offers[word]:
            for fitting in _fitting(readings, word, slot):
                for form in known.inflected(offer.base, word.part, fitting):
                    if own.isdisjoint(form.split()):
                        yield form, offer


def _fitting(readings: tuple[Reading, ...], word: Headword, slot: int) -> tuple[int, ...]:
    # "Commenced" is "began", and after "has" it is "begun": the past comes first, the participle behind it.
    if slot == _PARTICIPLE and Reading(word, _PAST) in readings:
        return ()
    if slot == _PAST and Reading(word, _PARTICIPLE) in readings:
        return (_PAST, _PARTICIPLE)
    return (slot,)


def _like(model: str, word: str) -> str:
    """Write a word with the capitals of another."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word
