"""How well adaptations are compared with their originals: sentences tied, notices raised, and how long it takes.

    python benchmarks/adaptation.py [--corpus FOLDER] [--only pairs,notices,losses,times] [--show LEVEL]

The texts, news articles that teachers adapted from advanced to elementary and intermediate, lie outside the
repository; only places, checksums and verdicts are kept of them. The rules were made with every other article,
from the first on; what is judged comes from the articles between these.

`adaptation-pairs.tsv`: 100 sentences of originals with the numbers of the sentences that stand for them, judged
by reading the whole adaptation before the program was asked; `-` is none, `|` parts answers that are both fair.
`adaptation-notices.tsv`: two draws. "right": the original says this, and the adaptation lost it or says another
thing; "wrong": it is still there in other words, or it never was what the notice calls it. The first 200, of the
elementary versions, were drawn when the rules were first done, and showed what to improve; "gone since" are those
that are raised no more. The second draw, of the intermediate versions, came after that; later only the rules for
negations and link words were changed, and what they raised anew in either level was judged and added.

Losses are made, too: in the elementary versions, one at a time, a number of the original becomes another one, a
name is put in the place of one, a "not" is dropped, and sentences are split at "because" and "but", which go.

`--show` draws notices of a level, elementary or intermediate, and prints them with their texts, for a judge.
"""

import argparse
import csv
import random
import re
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factbox.document import Block
from factbox.formats.text import read
from factbox.metrics.collation import Collation, Collator
from factbox.metrics.losses import Kind
from factbox.metrics.meaning import Meaning, Notice
from factbox.metrics.names import names

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpora" / "onestopenglish"
PAIRS = HERE / "adaptation-pairs.tsv"
NOTICES = HERE / "adaptation-notices.tsv"
SEED = 20261125
# Of frequent kinds so many are judged, of the others all.
OF_EACH = {"elementary": 58, "intermediate": 40}
DRAWN = 200
WORDS = 100_000


class Article(NamedTuple):
    """An article and its adaptation, side by side."""

    name: str
    words: int
    collation: Collation
    notices: tuple[Notice, ...]


def blocks_of(path: Path) -> tuple[Block, ...]:
    """Read a text."""
    return read(path.read_bytes()).blocks


def names_of(corpus: Path) -> list[str]:
    """Give the articles that no rule was made with."""
    return [path.name for path in sorted((corpus / "advanced").glob("*.txt"))][1::2]


def article(corpus: Path, name: str, level: str = "elementary") -> Article:
    """Compare an article with an adaptation."""
    ours, theirs = blocks_of(corpus / "advanced" / name), blocks_of(corpus / level / name)
    collation = Collator().collate(ours, theirs)
    words = sum(len(block.text.split()) for block in theirs)
    return Article(name, words, collation, Meaning().notices(collation))


def checksum(text: str) -> str:
    """Give a short mark of a sentence, to see whether it is still the judged one."""
    return f"{zlib.crc32(text.encode()):08x}"


def rows(path: Path) -> list[dict[str, str]]:
    """Read judgements."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def fair(answer: str) -> list[frozenset[int]]:
    """Read the answers that are right."""
    return [frozenset() if each == "-" else frozenset(map(int, each.split(","))) for each in answer.split("|")]


def tied(collation: Collation) -> dict[int, frozenset[int]]:
    """Give which sentences stand for each sentence of the original, by their numbers."""
    ours = {line.spot: number for number, line in enumerate(collation.original)}
    theirs = {line.spot: number for number, line in enumerate(collation.adaptation)}
    return {
        ours[line.spot]: frozenset(theirs[other.spot] for other in group.adaptation)
        for group in collation.groups
        for line in group.original
    }


def judge_pairs(corpus: Path) -> None:
    """Print how many of the judged sentences are tied to the right ones."""
    found: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for row in rows(PAIRS):
        name, number = row["file"], int(row["sentence"])
        if name not in articles:
            articles[name] = article(corpus, name)
        collation = articles[name].collation
        text = collation.original[number].text
        if checksum(text) != row["checksum"]:
            print(f"not the judged sentence any more: {name} {number}")
            continue
        answers, given = fair(row["right"]), tied(collation)[number]
        exact = given in answers
        found["exact"] += exact
        found["some"] += exact or any(given & answer for answer in answers)
        found["all"] += 1
        found["dropped"] += frozenset() in answers
        if not exact:
            print(f"{name} {number}: right {row['right']}, given {sorted(given) or '-'}")
    print(f"sentences tied to exactly the right ones: {found['exact']} of {found['all']}")
    print(f"to one of them at least: {found['some']}; judged to be dropped: {found['dropped']}")


def draw(articles: Sequence[Article], of_each: int) -> list[tuple[Article, Notice]]:
    """Draw notices, the same for the same rules: all of rare kinds, some of the frequent ones."""
    dice = random.Random(SEED)  # noqa: S311  # a sample, no secret
    by_kind: dict[Kind, list[tuple[Article, Notice]]] = defaultdict(list)
    for each in articles:
        for notice in each.notices:
            by_kind[notice.kind].append((each, notice))
    rare_first = sorted(Kind, key=lambda kind: len(by_kind[kind]))
    drawn = [one for kind in rare_first for one in dice.sample(by_kind[kind], min(of_each, len(by_kind[kind])))]
    return drawn[:DRAWN]


def show_notices(drawn: Sequence[tuple[Article, Notice]]) -> None:
    """Print notices with the sentences they speak of and those around, for a judge."""
    for number, (each, notice) in enumerate(drawn, 1):
        spot = notice.original[0]
        group = next(
            group
            for group in each.collation.groups
            if any(
                line.spot.block == spot.block and line.spot.start <= spot.start < line.spot.end
                for line in group.original
            )
        )
        print(f"{number} {each.name} {notice.key} {notice.title}: {notice.before!r} -> {notice.after!r}")
        print("    O", " | ".join(line.text for line in group.original))
        print("    A", " | ".join(line.text for line in group.adaptation))


def judge_notices(corpus: Path, level: str) -> None:
    """Print how many notices an adaptation raises, and how many of the judged ones are right."""
    articles = [article(corpus, name, level) for name in names_of(corpus)]
    raised = Counter(notice.kind for each in articles for notice in each.notices)
    words = sum(each.words for each in articles)
    present = {(each.name, notice.key) for each in articles for notice in each.notices}
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(NOTICES):
        if row["level"] == level:
            gone = (row["file"], row["key"]) not in present
            verdicts[row["kind"]][row["verdict"]] += 1
            verdicts[row["kind"]][f"{row['verdict']} and gone"] += gone
    print(f"advanced to {level}: {raised.total()} notices, {1000 * raised.total() / words:.1f} in 1,000 words")
    print(
        f"{'kind':14}{'raised':>8}{'in 1,000':>10}{'judged':>8}{'right':>7}{'gone since: right':>19}{'wrong':>7}"
    )
    for kind in Kind:
        found = verdicts[kind.value]
        judged = found["right"] + found["wrong"]
        print(
            f"{kind.value:14}{raised[kind]:8}{1000 * raised[kind] / words:10.2f}{judged:8}{found['right']:7}"
            f"{found['right and gone']:19}{found['wrong and gone']:7}"
        )
    right = sum(each["right"] for each in verdicts.values())
    judged = right + sum(each["wrong"] for each in verdicts.values())
    left = right - sum(each["right and gone"] for each in verdicts.values())
    still = left + sum(each["wrong"] - each["wrong and gone"] for each in verdicts.values())
    print(f"right: {right} of {judged} as drawn; {left} of the {still} that are still raised")


def spoilt(text: str) -> Iterator[tuple[Kind, str]]:
    """Give a sentence with one thing lost or changed, in every way there is, and what a notice should speak of."""
    for number in re.finditer(r"(?<![\w.,-])[3-9]\d+(?![\w.,-])", text):
        yield Kind.NUMBER, f"{text[: number.start()]}{int(number[0]) + 17}{text[number.end() :]}"
    for name in names(text):
        if name.start:
            yield Kind.NAME, f"{text[: name.start]}Zorbek{text[name.end :]}"
    for negation in re.finditer(r" not\b|(?<=[drsw])n’t\b", text):
        yield Kind.NEGATION, f"{text[: negation.start()]}{text[negation.end() :]}"
    for link in re.finditer(r",? (?:because|but) (?=(?:the|they|he|she|it|we|there|this|people|I)\b)", text):
        rest = text[link.end() :]
        yield Kind.LINK, f"{text[: link.start()]}. {rest[:1].upper()}{rest[1:]}"


def spoil(corpus: Path) -> None:
    """Print how many losses that were made on purpose are noticed."""
    made: Counter[Kind] = Counter()
    noticed: Counter[Kind] = Counter()
    for name in names_of(corpus):
        ours, theirs = blocks_of(corpus / "advanced" / name), blocks_of(corpus / "elementary" / name)
        collator, meaning = Collator(), Meaning()
        collation = collator.collate(ours, theirs)
        known = {notice.key for notice in meaning.notices(collation)}
        for line in [line for group in collation.groups if group.original for line in group.adaptation]:
            block = theirs[line.spot.block].text
            for kind, text in spoilt(line.text):
                changed = Block(f"{block[: line.spot.start]}{text}{block[line.spot.end :]}")
                other = (*theirs[: line.spot.block], changed, *theirs[line.spot.block + 1 :])
                found = meaning.notices(collator.collate(ours, other))
                made[kind] += 1
                noticed[kind] += any(notice.kind is kind and notice.key not in known for notice in found)
    print("losses made on purpose, and how many are noticed")
    for kind in made:
        print(f"{kind.value:14}{noticed[kind]:8} of {made[kind]}")


def up_to(corpus: Path, level: str) -> tuple[Block, ...]:
    """Put articles together, and again from the first on, until there are words enough."""
    found: list[Block] = []
    words = 0
    for path in sorted((corpus / level).glob("*.txt")) * 3:
        if words >= WORDS:
            break
        blocks = blocks_of(path)
        found += blocks
        words += sum(len(block.text.split()) for block in blocks)
    return tuple(found)


def timed(steps: Iterator[object]) -> tuple[float, float]:
    """Give how long it all takes, and the longest slice of it, in milliseconds."""
    start = last = time.perf_counter()
    longest = 0.0
    for _step in steps:
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now
    return 1000 * (last - start), 1000 * longest


def measure(corpus: Path) -> None:
    """Print how long it takes with two texts of 100,000 words, from nothing and after an edit."""
    ours, theirs = up_to(corpus, "advanced"), up_to(corpus, "intermediate")
    start = time.perf_counter()
    for block in (*ours, *theirs):
        block.text.split()
    floor = 1000 * (time.perf_counter() - start)
    collator, meaning = Collator(), Meaning()
    side, side_slice = timed(collator.think(ours, theirs))
    notices, notices_slice = timed(meaning.think(collator.collate(ours, theirs)))
    edits = []
    for number in range(100, len(theirs), len(theirs) // 12):
        if not theirs[number].text:
            continue
        theirs = (*theirs[:number], Block(f"{theirs[number].text} It was so."), *theirs[number + 1 :])
        aligned = timed(collator.think(ours, theirs))
        collation = collator.collate(ours, theirs)
        edits.append((aligned, timed(meaning.think(collation))))
    live = meaning.notices(collator.collate(ours, theirs))
    assert live == Meaning().notices(Collator().collate(ours, theirs)), "live is not cold"
    print(f"{'milliseconds':36}{'all':>8}{'longest slice':>15}")
    print(f"{'floor: both texts split at spaces':36}{floor:8.0f}")
    print(f"{'side by side, from nothing':36}{side:8.0f}{side_slice:15.0f}")
    print(f"{'notices, from nothing':36}{notices:8.0f}{notices_slice:15.0f}")
    for label, place in (("side by side, after an edit", 0), ("notices, after an edit", 1)):
        middle = sorted(edit[place][0] for edit in edits)[len(edits) // 2]
        print(f"{label:36}{middle:8.0f}{max(edit[place][1] for edit in edits):15.0f}")


def main() -> None:
    """Print accuracy, precision and times, or what there is to judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--only", default="pairs,notices,losses,times")
    parser.add_argument("--show", choices=tuple(OF_EACH))
    given = parser.parse_args()
    if given.show:
        drawn = draw(
            [article(given.corpus, name, given.show) for name in names_of(given.corpus)], OF_EACH[given.show]
        )
        show_notices(drawn)
        return
    wanted = set(given.only.split(","))
    if "pairs" in wanted:
        judge_pairs(given.corpus)
    if "notices" in wanted:
        for level in OF_EACH:
            judge_notices(given.corpus, level)
    if "losses" in wanted:
        spoil(given.corpus)
    if "times" in wanted:
        measure(given.corpus)


if __name__ == "__main__":
    main()
