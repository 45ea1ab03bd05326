"""How well each formula agrees with teachers: does it put the three versions of an article in order?

    python benchmarks/agreement.py [--corpus FOLDER] [--words 120] [--half development|check|both] [--json]

Over the news articles of OneStopEnglish, each rewritten by teachers in three levels (the texts lie outside the
repository), whole and cut behind their first words, since the harder versions are also the longer ones. `triples`
is the share of articles whose versions a formula puts in order, `classes` how often it names the level, by two
thresholds from all other articles. The ratio is that of the triples to those of textstat's own Flesch-Kincaid.

The halves: the articles by their names, in order; the even places (0, 2, …) are for trying measures out, the odd
ones for checking what was chosen.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
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
        texts: Each as text.
        tallies: What each counts.
    """

    texts: tuple[str, ...]
    tallies: tuple[Tally, ...]


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
    cut = found if words is None else [first(blocks, words) for blocks in found]
    return Article(
        tuple("\n\n".join(block.text for block in blocks) for blocks in cut),
        tuple(settle(blocks, every=True).judged for blocks in cut),
    )


def agreement(scores: Sequence[Scores]) -> Agreement:
    """Judge a measure by its figures for articles; higher is harder."""
    ordered = sum(easy < middle < hard for easy, middle, hard in scores)
    pairs = sum((easy < middle) + (middle < hard) + (easy < hard) for easy, middle, hard in scores)
    return Agreement(ordered / len(scores), pairs / len(scores) / 3, classes(scores))


def classes(scores: Sequence[Scores]) -> float:
    """Give how often two thresholds name the level of a text that they have not seen.

    They are those that name most levels of all other articles right (leave one article out).
    """
    right = 0
    for place, held in enumerate(scores):
        low, high = thresholds([*scores[:place], *scores[place + 1 :]])
        right += sum((score >= low) + (score >= high) == level for level, score in enumerate(held))
    return right / len(scores) / 3


def thresholds(scores: Sequence[Scores]) -> tuple[float, float]:
    """Give the two figures between three levels that name most of them right; the lowest, if several do."""
    ranked = sorted((score, level) for triple in scores for level, score in enumerate(triple))
    # How many of each level come before a place: below the first threshold all are taken for the easiest.
    before = [[0, 0, 0]]
    for _score, level in ranked:
        before.append([count + (level == number) for number, count in enumerate(before[-1])])
    lead = low = 0
    best, places = -1, (0, 0)
    for high, (easy, middle, hard) in enumerate(before):
        if high == 0 or easy - middle > lead:
            lead, low = easy - middle, high
        right = lead + middle + before[-1][2] - hard
        if right > best:
            best, places = right, (low, high)
    return _between(ranked, places[0]), _between(ranked, places[1])


def _between(ranked: Sequence[tuple[float, int]], place: int) -> float:
    if place == 0:
        return float("-inf")
    return float("inf") if place == len(ranked) else (ranked[place - 1][0] + ranked[place][0]) / 2


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
