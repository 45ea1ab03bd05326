"""How well each formula agrees with teachers: does it put the three versions of an article in order?

    python benchmarks/agreement.py [--corpus FOLDER] [--words 120] [--half development|check|both] [--json]

Over the news articles of OneStopEnglish, each rewritten by teachers in three levels (the texts lie outside the
repository), whole and cut behind their first words, since the harder versions are also the longer ones. `triples`
is the share of articles whose versions a formula puts in order, `pairs` that of pairs, and `classes` how often it
names the level by two thresholds from all other articles. The ratio is that of the triples to those of textstat's
own Flesch-Kincaid.

The halves: the articles by their names, in order; the even places (0, 2, …) are for trying measures out, the odd
ones for checking what was chosen.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

import peers
from factbox.document import Block
from factbox.formats.text import read
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.ledger import settle
from factbox.metrics.tally import Tally

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpora" / "onestopenglish"
VERSIONS = ("elementary", "intermediate", "advanced")
HALVES = {"development": slice(0, None, 2), "check": slice(1, None, 2), "both": slice(None)}
PEER = "textstat’s Flesch–Kincaid"

Scores = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Article:
    """An article in its three versions, the easiest first.

    Attributes:
        blocks: The paragraphs of each.
        tallies: What each counts.
    """

    blocks: tuple[tuple[Block, ...], ...]
    tallies: tuple[Tally, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Each as text."""
        return tuple("\n\n".join(block.text for block in blocks) for blocks in self.blocks)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well a measure agrees with the teachers.

    Attributes:
        triples: The share of articles whose three versions are in order.
        pairs: The share of pairs of versions of one article that are.
        classes: How often the level of a text is named, by thresholds from the other articles.
    """

    triples: float
    pairs: float
    classes: float


def articles(corpus: Path, words: int | None = None) -> tuple[Article, ...]:
    """Read the articles that are there in all versions, by name in order; whole, or their first words."""
    names = sorted(file.name for file in (corpus / VERSIONS[0]).glob("*.txt"))
    complete = [name for name in names if all((corpus / version / name).exists() for version in VERSIONS)]
    return tuple(_article([corpus / version / name for version in VERSIONS], words) for name in complete)


def first(blocks: Sequence[Block], words: int) -> tuple[Block, ...]:
    """Cut a document behind its first words."""
    kept: list[Block] = []
    for block in blocks:
        forms = block.text.split()[:words]
        words -= len(forms)
        if forms:
            kept.append(Block(" ".join(forms), block.role))
    return tuple(kept)


def _article(files: Sequence[Path], words: int | None) -> Article:
    found = [read(file.read_bytes()).blocks for file in files]
    cut = [blocks if words is None else first(blocks, words) for blocks in found]
    return Article(tuple(cut), tuple(settle(blocks, every=True).judged for blocks in cut))


def agreement(scores: Sequence[Scores]) -> Agreement:
    """Judge a measure by its figures for articles; higher is harder."""
    ordered = sum(easy < middle < hard for easy, middle, hard in scores)
    pairs = sum((easy < middle) + (middle < hard) + (easy < hard) for easy, middle, hard in scores)
    return Agreement(ordered / len(scores), pairs / len(scores) / 3, classes(scores))


def classes(scores: Sequence[Scores]) -> float:
    """Give how often two thresholds name the level of a text that they have not seen.

    They lie halfway between the means of the levels over all other articles (leave one article out). Thresholds
    that name most of those right were tried first: they jump, and the figure with them, by up to .07.
    """
    totals = [sum(level) for level in zip(*scores, strict=True)]
    others = len(scores) - 1
    right = 0
    for held in scores:
        means = [(total - score) / others for total, score in zip(totals, held, strict=True)]
        low, high = ((one + next_) / 2 for one, next_ in pairwise(means))
        right += sum((score >= low) + (score >= high) == level for level, score in enumerate(held))
    return right / len(scores) / 3


def measures() -> Mapping[str, Callable[[Article], Scores]]:
    """Give every formula of ours, and textstat's Flesch-Kincaid, as figures of which a higher one is harder."""

    def of(key: str) -> Callable[[Article], Scores]:
        formula = FORMULAS[key]
        sign = 1 if formula.harder else -1

        def scores(article: Article) -> Scores:
            easy, middle, hard = (sign * formula.value(tally) for tally in article.tallies)
            return easy, middle, hard

        return scores

    def peer(article: Article) -> Scores:
        easy, middle, hard = map(peers.grade, article.texts)
        return easy, middle, hard

    return {PEER: peer, **{formula.label: of(key) for key, formula in FORMULAS.items()}}


def compare(
    measured: Mapping[str, Callable[[Article], Scores]], sets: Mapping[str, Sequence[Article]]
) -> dict[str, dict[str, Agreement]]:
    """Judge measures by sets of articles: by the name of the measure, then of the set."""
    return {
        name: {part: agreement([scores(article) for article in found]) for part, found in sets.items()}
        for name, scores in measured.items()
    }


def show(found: Mapping[str, Mapping[str, Agreement]], peer: str) -> None:
    """Print a table."""
    sets = list(next(iter(found.values())))
    print(f"{'':44}" + "".join(f"{part:>32}" for part in sets))
    print(f"{'':44}" + f"{'triples':>9}{'ratio':>7}{'pairs':>7}{'classes':>9}" * len(sets))
    for name, by_set in found.items():
        cells = ""
        for part, each in by_set.items():
            ratio = each.triples / found[peer][part].triples
            cells += f"{each.triples:9.3f}{ratio:7.2f}{each.pairs:7.3f}{each.classes:9.3f}"
        print(f"{name:44}{cells}")


def options_of(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Read what is asked for."""
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--words", type=int, default=120, help="how many first words (%(default)s)")
    parser.add_argument("--half", choices=HALVES, default="both")
    return parser.parse_args()


def sets_of(options: argparse.Namespace) -> dict[str, tuple[Article, ...]]:
    """Read the articles that are asked for, whole and cut."""
    half = HALVES[options.half]
    return {
        "whole": articles(options.corpus)[half],
        f"first {options.words} words": articles(options.corpus, options.words)[half],
    }


def main() -> None:
    """Judge all formulas and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    options = options_of(parser)
    sets = sets_of(options)
    found = compare(measures(), sets)
    if options.json:
        told = {name: {part: asdict(each) for part, each in by_set.items()} for name, by_set in found.items()}
        print(json.dumps(told))
        return
    print(f"{len(sets['whole'])} articles in three versions; {options.half} halves")
    show(found, PEER)


if __name__ == "__main__":
    main()
