"""What words may be in a sentence, by the classes that rules for splitting ask about: a part of `tables.py`."""

from collections import defaultdict
from collections.abc import Mapping

import lemminflect

from wordnet import Wordnet

# A reading is sure where texts that were tagged have it so many times as often as all others.
_SURE = 3
# A noun is a person where this share of its occurrences is one, and a thing where less than the other is.
_PERSON, _THING = 0.6, 0.05
_RARE = 10
# Zipf: rarer forms tell little for their room.
_COMMON = 2.7


def classes(wordnet: Wordnet, zipf: Mapping[str, float]) -> dict[str, list[str]]:
    """Give the forms of each class, in the order of the alphabet; a form may be in several.

    Verbs: `past` (finite for sure: went), `ended` (finite or participle: walked), `third` and `base` (nouns or
    adjectives too: plans, plan), `third-sure` and `base-sure` (hardly ever: says, say), `participle` (only: gone),
    `ing`. Nouns: `singular`, `plural`, and of the singular `person` and `thing`. Others: `adjective`.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for form in (form for form, frequency in zipf.items() if frequency >= _COMMON and len(form) > 1):
        lemmas: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(form)
        verb, noun = _times(wordnet, lemmas, "VERB", "v"), _times(wordnet, lemmas, "NOUN", "n")
        adjective = _times(wordnet, lemmas, "ADJ", "a")
        sure = "-sure" if verb > _SURE * (noun + adjective) else ""
        for lemma in lemmas.get("VERB", ()):
            found_as = _verb(form, lemma)
            if found_as in ("third", "base"):
                found_as += sure
            elif found_as and not verb and (noun or adjective):
                continue
            found[found_as].add(form)
        for lemma in lemmas.get("NOUN", ()):
            # Of what is rare in the texts their silence tells nothing.
            if noun or verb + adjective < _RARE:
                found["singular" if lemma == form else "plural"].add(form)
            if lemma == form:
                found[_kind(wordnet, lemma)].add(form)
        if "ADJ" in lemmas and (adjective or not verb + noun):
            found["adjective"].add(form)
    found.pop("", None)
    return {name: sorted(forms) for name, forms in sorted(found.items())}


def verbs(zipf: Mapping[str, float]) -> list[str]:
    """Give the verbs that are common, in order of the alphabet: base, third person, past and -ing form of each."""
    found = []
    for form, frequency in zipf.items():
        if frequency >= _COMMON and form in lemminflect.getAllLemmas(form).get("VERB", ()):
            slots = [lemminflect.getInflection(form, tag, inflect_oov=False) for tag in ("VBZ", "VBD", "VBG")]
            if all(slots):
                usual = (max(slot, key=lambda each: zipf.get(each, 0.0)) for slot in slots)
                found.append(" ".join((form, *usual)))
    return sorted(found)


def _verb(form: str, lemma: str) -> str:
    def is_form(tag: str) -> bool:
        return form in lemminflect.getInflection(lemma, tag, inflect_oov=False)

    if form == lemma:
        return "base"
    if is_form("VBZ"):
        return "third"
    if is_form("VBD"):
        return "ended" if is_form("VBN") else "past"
    if is_form("VBN"):
        return "participle"
    return "ing" if is_form("VBG") else ""


def _times(wordnet: Wordnet, lemmas: Mapping[str, tuple[str, ...]], name: str, part: str) -> int:
    return sum(wordnet.times(lemma, part) for lemma in lemmas.get(name, ()))


def _kind(wordnet: Wordnet, noun: str) -> str:
    senses = wordnet.senses.get((noun, "n"), ())
    weights = [(each.times + 1 / each.number, each.kind) for each in senses]
    total = sum(weight for weight, _kind in weights)
    people = sum(weight for weight, kind in weights if kind in ("person", "animal"))
    if not weights or people < _THING * total:
        return "thing" if weights else ""
    return "person" if people > _PERSON * total else ""
