"""The simpler words of a language as data: what may stand for a word, what it means, and the forms of both."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from factbox import resources

# The base form is the slot before those in the file.
_BASE = 0
_LINE = re.compile(r"(?P<heads>\S+) (?P<part>[nvarx]):(?P<offers>.*)")


class Headword(NamedTuple):
    """A word in its base form, with its part of speech: n, v, a, r (adverb), or x for any other."""

    base: str
    part: str


class Reading(NamedTuple):
    """What a form may be: a word, and which of its forms (0 is the base)."""

    word: Headword
    slot: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What may stand in the place of a word.

    Attributes:
        base: One or several words, the one that is inflected in its base form.
        meaning: What it and the word mean, in plain words.
        by_hand: Whether people wrote it for Fact Box; else it is from WordNet.
    """

    base: str
    meaning: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """What is known of words that may be made simpler.

    Attributes:
        offers: What may stand for each headword, the best first.
        readings: The headwords that each form may belong to, the most frequent first.
        slots: The forms of each word that is inflected; in each slot the usual spelling comes first.
    """

    offers: Mapping[Headword, tuple[Offer, ...]]
    readings: Mapping[str, tuple[Reading, ...]]
    slots: Mapping[Headword, tuple[tuple[str, ...], ...]]

    def inflected(self, base: str, part: str, slot: int) -> Iterator[str]:
        """Put one or several words into a form; give nothing where the form is not in use.

        The first word of a verb and the last of a noun are inflected.
        """
        if slot == _BASE:
            yield base
            return
        before, word, after = taken_apart(base, part)
        slots = self.slots.get(Headword(word, part), ())
        if slot < len(slots) and slots[slot]:
            yield f"{before}{slots[slot][0]}{after}"

    def forms(self, word: Headword) -> frozenset[str]:
        """Give every form of a word in every spelling."""
        return frozenset({word.base, *(form for slot in self.slots.get(word, ()) for form in slot)})


@cache
def thesaurus(code: str) -> Thesaurus:
    """Read the simpler words of a language; the second time they are at hand.

    Args:
        code: An ISO 639-1 code.

    Raises:
        FileNotFoundError: The program has no simpler words for this language.
    """
    folder = resources.path(f"languages/{code}")
    by_hand = (folder / "simpler.txt").read_text("utf-8").splitlines()
    offers = dict(entries(_unpacked(code, "synonyms"), by_hand=False)) | dict(entries(by_hand, by_hand=True))
    slots: dict[Headword, tuple[tuple[str, ...], ...]] = {}
    readings: dict[str, list[tuple[tuple[bool, bool, int], Reading]]] = defaultdict(list)
    for line in _unpacked(code, "inflections"):
        part, times, *written = line.split()
        spelt = [() if slot == "-" else tuple(slot.split("/")) for slot in written]
        word = Headword(spelt[_BASE][0].removeprefix("~"), part)
        slots[word] = tuple(tuple(form.removeprefix("~") for form in slot) for slot in spelt)
        if found := offers.get(word):
            for place, slot in enumerate(spelt):
                # What people wrote comes before WordNet, a word as it stands ("isolated") before what it is a form
                # of, and the more frequent word before others.
                rank = (not found[0].by_hand, place != _BASE, -int(times))
                for form in slot:
                    if not form.startswith("~"):
                        readings[form].append((rank, Reading(word, place)))
    ordered = {form: tuple(reading for _, reading in sorted(ranked)) for form, ranked in readings.items()}
    return Thesaurus(offers, ordered, slots)


def entries(lines: Iterable[str], *, by_hand: bool) -> Iterator[tuple[Headword, tuple[Offer, ...]]]:
    """Read lines of simpler words, as the head of `simpler.txt` describes them.

    Raises:
        ValueError: A line is no such line.
    """
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        parts = _LINE.fullmatch(line)
        if not parts:
            raise ValueError(f"No line of simpler words: {line}")
        offers = []
        for sense in filter(str.strip, parts["offers"].split(";")):
            candidates, meaning = sense.split(" = ")
            offers += [Offer(each.strip(), meaning.strip(), by_hand) for each in candidates.split(",")]
        for head in parts["heads"].split("/"):
            yield Headword(head, parts["part"]), tuple(offers)


def taken_apart(base: str, part: str) -> tuple[str, str, str]:
    """Give what stands before the word of a phrase that is inflected, that word, and what stands behind it."""
    if part == "v":
        word, space, rest = base.partition(" ")
        return "", word, space + rest
    rest, space, word = base.rpartition(" ")
    return rest + space, word, ""


def _unpacked(code: str, name: str) -> list[str]:
    packed = resources.path(f"languages/{code}/{name}.txt.gz").read_bytes()
    return gzip.decompress(packed).decode().splitlines()[1:]
