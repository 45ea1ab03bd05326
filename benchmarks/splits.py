"""How often a long sentence has a place to split, and how often the halves are right: 100 splits, judged by hand.

    python benchmarks/splits.py [--corpus FOLDER] [--seed N --show]

The texts lie outside the repository (`../shared/corpora`). The rules were written with one half of the articles at
hand, chosen by a hash of their names; the splits that were judged are drawn from the other half, which nobody had
looked at. There were two draws of a hundred; each was judged before the rules were mended by what was wrong in it.
`splits-judged.tsv` keeps no text: a draw, a file, a rule, a hash of what the split makes, and the verdict.

"right": both halves are grammatical and mean what the sentence meant; "wrong": one is not, or the meaning has
changed. `--show` prints a draw in full, to judge it or, with another seed and `--known`, to improve the rules by.
"""

import argparse
import csv
import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factbox.formats.text import read
from factbox.metrics.language import language
from factbox.metrics.sentences import sentences
from factbox.metrics.splits import Split, splits

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpora" / "onestopenglish" / "advanced"
JUDGED = HERE / "splits-judged.tsv"
SEED = 20261125
DRAWN = 100
# Words: a shorter sentence needs no splitting.
LONG = 20


class Found(NamedTuple):
    """A long sentence of a text, and the ways to split it, each with what it becomes."""

    file: str
    ways: tuple[tuple[Split, str], ...]


def is_unseen(file: Path) -> bool:
    """Tell whether an article was not looked at while the rules were written."""
    return hashlib.sha256(file.name.encode()).digest()[0] % 2 == 1


def long_sentences(files: list[Path]) -> Iterator[Found]:
    """Give every long sentence of texts, in order."""
    for file in files:
        for block in read(file.read_bytes()).blocks:
            for sentence in sentences(block.text, language()):
                before, text = block.text[: sentence.start], block.text[: sentence.end]
                if len(text.split()) - len(before.split()) >= LONG:
                    ways = splits(block.text, sentence.start, sentence.end)
                    yield Found(file.name, tuple((way, way.done(text)[len(before) :].strip()) for way in ways))


def draw(found: list[Found], seed: int) -> list[tuple[str, Split, str]]:
    """Draw splits, the same for the same seed and rules."""
    every = [(each.file, way, made) for each in found for way, made in each.ways]
    return random.Random(seed).sample(every, min(DRAWN, len(every)))  # noqa: S311  # a sample, no secret


def mark_of(made: str) -> str:
    """Give a short hash of what a split makes."""
    return hashlib.sha256(made.encode()).hexdigest()[:12]


def compare(found: list[Found]) -> None:
    """Print how many of the judged splits are right, by their rules, and which are offered no more."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    offered = {mark_of(made) for each in found for _way, made in each.ways}
    still = [row for row in rows if row["hash"] in offered]
    parts = [(f"judged, draw {draw}", [row for row in rows if row["draw"] == draw]) for draw in "12"]
    for name, its in (*parts, ("both, as far as still offered", still)):
        right = sum(row["verdict"] == "right" for row in its)
        print(f"{name}: {right / len(its):.0%} right ({right} of {len(its)})")
    total = Counter(row["rule"] for row in still)
    right_of = Counter(row["rule"] for row in still if row["verdict"] == "right")
    for rule, times in total.most_common():
        print(f"    {rule:25} {right_of[rule]:3} of {times}")


def main() -> None:
    """Print coverage and precision, or a draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--known", action="store_true", help="show from the half that was looked at")
    given = parser.parse_args()
    files = sorted(given.corpus.glob("*.txt"))
    unseen = list(long_sentences([file for file in files if is_unseen(file)]))
    known = list(long_sentences([file for file in files if not is_unseen(file)]))
    if given.show:
        for file, way, made in draw(known if given.known else unseen, given.seed):
            print(f"{file}\t{way.rule}\t{mark_of(made)}\n    {made}")
        return
    for name, half in (("looked at", known), ("not looked at", unseen), ("all", [*known, *unseen])):
        covered = sum(bool(each.ways) for each in half)
        print(f"long sentences with a split, {name}: {covered / len(half):.1%} ({covered:,} of {len(half):,})")
    compare([*known, *unseen])


if __name__ == "__main__":
    main()
