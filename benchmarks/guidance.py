"""How well the guidance finds what teachers change, and how far its plan comes.

    python benchmarks/guidance.py [--corpus FOLDER] [--texts N] [--json]

Over news articles that teachers have adapted (advanced to elementary; the texts lie outside the repository): does
ranking the sentences by what they add to the Level find those that were changed? That is the area under the curve,
beside ranking by length alone and by chance. And how many steps of the plan, which only splits and replaces, bring
the advanced text to the Level of the elementary one?
"""

import argparse
import json
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factbox.document import Block, Splice
from factbox.formats.text import read
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Guidance, Panel, Question
from factbox.metrics.guide import Guide
from factbox.metrics.language import language
from factbox.metrics.ledger import Ledger
from factbox.metrics.sentences import sentences

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpora" / "onestopenglish"
# Two sentences with so much in common count as the same: twice the shared words through all of theirs.
SAME = 0.9
TOLERANCE = 0.3


class Found(NamedTuple):
    """What was found of one article."""

    by_share: float | None
    by_length: float | None
    changed: float
    advanced: float
    elementary: float
    steps: int
    reached: float


def blocks_of(path: Path) -> tuple[Block, ...]:
    """Read a text."""
    return read(path.read_bytes()).blocks


def ledger_of(blocks: Sequence[Block]) -> Ledger:
    """Measure a text."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(blocks)))
    while ledger.pending:
        ledger.measure_next()
    return ledger


def ask(ledger: Ledger, question: Question, goal: Goal | None = None) -> Guidance:
    """Give the whole answer to a question."""
    guide = Guide(ledger)
    guide.aim(goal)
    return [answer for answer in guide.think(question) if answer is not None][-1]


def bags(blocks: Sequence[Block]) -> Iterator[frozenset[str]]:
    """Give the words of every sentence."""
    for block in blocks:
        for sentence in sentences(block.text, language("en")):
            yield words_of(block.text[sentence.start : sentence.end])


def words_of(text: str) -> frozenset[str]:
    """Give the words of a sentence in small letters."""
    return frozenset(word.strip(".,;:!?“”‘’\"'()–—").lower() for word in text.split()) - {""}


def is_kept(words: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    """Tell whether a sentence stands again, nearly as it is."""
    return any(2 * len(words & other) >= SAME * (len(words) + len(other)) for other in others)


def area(scores: Sequence[float], changed: Sequence[bool]) -> float | None:
    """Give the chance that a changed sentence has a higher score than a kept one; None without both kinds."""
    hits = [score for score, is_changed in zip(scores, changed, strict=True) if is_changed]
    misses = [score for score, is_changed in zip(scores, changed, strict=True) if not is_changed]
    if not hits or not misses:
        return None
    won = sum((hit > miss) + (hit == miss) / 2 for hit in hits for miss in misses)
    return won / len(hits) / len(misses)


def judge(advanced: Path, elementary: Path) -> Found:
    """Compare an article with its adaptation."""
    blocks, easy = blocks_of(advanced), blocks_of(elementary)
    ledger = ledger_of(blocks)
    target = ledger_of(easy).report().level or 0.0
    others = list(bags(easy))
    rows = ask(ledger, Question(panels=frozenset({Panel.SENTENCES}), most=10_000)).sentences or ()
    changed = [
        not is_kept(words_of(blocks[row.spot.block].text[row.spot.start : row.spot.end]), others) for row in rows
    ]
    plan = ask(ledger, Question(panels=frozenset({Panel.PLAN})), Goal(Aim.FIGURE, target, TOLERANCE)).plan
    level = ledger.report().level or 0.0
    return Found(
        by_share=area([row.share or 0.0 for row in rows], changed),
        by_length=area([float(row.words) for row in rows], changed),
        changed=sum(changed) / len(changed),
        advanced=level,
        elementary=target,
        steps=len(plan.steps) if plan else 0,
        reached=plan.level if plan and plan.level is not None else level,
    )


def main() -> None:
    """Judge all articles and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--texts", type=int, default=1_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = sorted((options.corpus / "advanced").glob("*.txt"))[: options.texts]
    pairs = [(file, options.corpus / "elementary" / file.name) for file in files]
    found = [judge(*pair) for pair in pairs if pair[1].exists()]
    gaps = [(each.advanced - each.reached) / (each.advanced - each.elementary) for each in found if _falls(each)]
    there = [each for each in found if each.reached <= each.elementary + TOLERANCE]
    figures = {
        "articles": len(found),
        "sentences changed": statistics.mean(each.changed for each in found),
        "area, ranked by share": statistics.mean(each.by_share for each in found if each.by_share is not None),
        "area, ranked by length": statistics.mean(each.by_length for each in found if each.by_length is not None),
        "area, by chance": 0.5,
        "articles with both kinds of sentences": sum(each.by_share is not None for each in found),
        "Level of the advanced texts": statistics.mean(each.advanced for each in found),
        "Level of the elementary texts": statistics.mean(each.elementary for each in found),
        "Level after the plan": statistics.mean(each.reached for each in found),
        "share of the way, median": statistics.median(gaps),
        "steps, median": statistics.median(each.steps for each in found),
        "articles whose plan ends at the goal": len(there),
        "steps of these, median": statistics.median(each.steps for each in there) if there else 0,
    }
    if options.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:40}{figure:10.3f}" if isinstance(figure, float) else f"{name:40}{figure:10}")


def _falls(found: Found) -> bool:
    return found.advanced > found.elementary + TOLERANCE


if __name__ == "__main__":
    main()
