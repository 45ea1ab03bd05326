"""How often the simpler words fit: 200 hard words of running text, judged by hand, and how many words have any.

    python benchmarks/simpler.py [--corpus FOLDER] [--seed N --show]

The texts lie outside the repository (`../shared/corpora`); only single words and their places are kept of them.
A hard word is of level B2 or above, or outside the first three thousand families, or of three syllables or more;
names (a capital inside a sentence) are left out. The sample of the default seed is judged in `simpler-judged.tsv`
and was drawn once, when the tables were done; `--show` prints another draw in its sentences, to improve them by.

"fits": may be put there as it is, or with another article; "near": the meaning is close, the sentence must change
more; "wrong": another meaning.
"""

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.rarity import Cefr, rarity
from factbox.metrics.sentences import sentences
from factbox.metrics.simpler import Candidate, simpler
from factbox.metrics.syllables import syllables

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpora" / "onestopenglish" / "advanced"
JUDGED = HERE / "simpler-judged.tsv"
SEED = 20261125
DRAWN = 200
COLUMNS = ("file", "offset", "word", "candidate", "verdict", "among_three")


class Place(NamedTuple):
    """A hard word in a text: its file, where it begins there, in characters, and the sentence it stands in."""

    file: str
    offset: int
    word: str
    sentence: str


def is_hard(word: str) -> bool:
    """Tell whether a word of the table is hard, as described above."""
    table = rarity()
    band = table.band(word)
    if band is None:
        return False
    hard_to_learn = (table.cefr(word) or Cefr.A1) >= Cefr.B2
    return hard_to_learn or band > 3 or syllables(word, language().syllables) >= 3


def hard_words(folder: Path) -> Iterator[Place]:
    """Give every hard word of the texts in a folder, in order."""
    for file in sorted(folder.glob("*.txt")):
        start = 0
        for paragraph in file.read_text("utf-8").splitlines(keepends=True):
            for sentence in sentences(paragraph, language()):
                text = paragraph[sentence.start : sentence.end]
                after = 0
                for form in chain.from_iterable(map(words.parts, text.split())):
                    place = text.find(form, after)
                    is_first = not after
                    after = place + len(form)
                    word = words.word(form)
                    if word and (word.islower() or is_first) and is_hard(word):
                        yield Place(file.name, start + sentence.start + place, word, text)
            start += len(paragraph)


def draw(places: list[Place], seed: int) -> list[tuple[Place, tuple[Candidate, ...]]]:
    """Draw hard words that have a candidate, the same for the same seed and tables."""
    offered = [(place, found) for place in places if (found := simpler(place.word))]
    return random.Random(seed).sample(offered, min(DRAWN, len(offered)))  # noqa: S311  # a sample, no secret


def show(drawn: list[tuple[Place, tuple[Candidate, ...]]]) -> None:
    """Print each drawn word with its candidates, in its sentence, for a judge."""
    for number, (place, found) in enumerate(drawn, 1):
        shown = ", ".join(each.word for each in found[:3])
        print(f"{number} {place.file}:{place.offset} {place.word} -> {shown}\n    {place.sentence}")


def judged() -> dict[tuple[str, str], dict[str, str]]:
    """Read the judgements by file and offset."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row["file"], row["offset"]): row for row in csv.DictReader(file, delimiter="\t")}


def compare(drawn: list[tuple[Place, tuple[Candidate, ...]]]) -> None:
    """Print the precision of the judged candidates, and say which are offered no more."""
    rows = judged()
    for row in rows.values():
        found = {each.word for each in simpler(row["word"])[:1]}
        if row["candidate"] not in found:
            print(f"changed since it was judged: {row['word']} -> {row['candidate']}, now {found or 'nothing'}")
    strangers = [place for place, _ in drawn if (place.file, str(place.offset)) not in rows]
    if strangers:
        print(f"the tables now draw {len(strangers)} words that were not judged")
    verdicts = Counter(row["verdict"] for row in rows.values())
    total = verdicts.total()
    for verdict in ("fits", "near", "wrong"):
        print(f"first candidate {verdict}: {verdicts[verdict] / total:.1%} ({verdicts[verdict]} of {total})")
    among = sum(row["among_three"] == "yes" for row in rows.values())
    print(f"one of the first three fits: {among / total:.1%} ({among} of {total})")


def main() -> None:
    """Print precision and coverage, or a draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    places = list(hard_words(given.corpus))
    drawn = draw(places, given.seed)
    if given.show:
        show(drawn)
        return
    compare(drawn)
    covered = sum(bool(simpler(place.word)) for place in places)
    print(f"hard words with a candidate: {covered / len(places):.1%} ({covered:,} of {len(places):,})")
    by_hand = sum(bool(found) and found[0].by_hand for place in places for found in [simpler(place.word)])
    print(f"of these with one written by hand first: {by_hand / covered:.1%}")


if __name__ == "__main__":
    main()
