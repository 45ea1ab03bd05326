"""Counting with any text that can be typed: no error, and an account kept edit by edit is that of a cold count."""

import random
import sys
from dataclasses import fields, replace
from pathlib import Path

from factbox.document import DEEPEST, Block, Role, Splice
from factbox.metrics import flaws
from factbox.metrics.collation import Collator
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import GUIDANCE, Question
from factbox.metrics.guide import Guide
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.levels import grades
from factbox.metrics.meaning import Meaning
from factbox.metrics.report import Counting
from fuzz.registry import FUZZES
from fuzz.watching import kept_if_failed, within

_PATIENCE = 60.0
_SENTENCES = (
    "The boats, which had left the harbour at noon, came in late, and nobody knew why.",
    "“Who saw them?” asked Dr. Hill of the U.S. Navy; he waited, because it rained…",
    "In 1974 the committee utilised 3.14 million e-mails (i.e. letters) – and/or sheep.",
    "Naïve readers don’t know COVID-19 from £3.50!",
)
# Signs that join, turn, hide, repeat or end what stands beside them.
_ODD = (
    "\u0301 \u200d \u200b \ufeff \u00ad \u202e \u2066 \u00a0 \u2028 \u2029 \x00 \x1f \x85 \ufe0f \ud800 \udfff "
    "\uffff \U0001f468\u200d\U0001f469 \U0001f1e9 \U000e0001 \U0010ffff ß İ ı ﬁ ǅ Σ ς ٣ ④ ½ Ⅷ 々 한 ไทย नि "
    "' ’ ‘ “ ” \" - – — / . … ? ! , ; : ( ) [ ] { } * # @ & % € https://a.example/?b=c a@b.example 1. 1,000.5 -- "
    "''' ... ?!?"
).split(" ")
# What takes more than its share of time where somebody looks back from each to the start.
_ENDLESS = (
    "a",
    "ab-",
    "not ",
    "if ",
    "1 ",
    "(",
    "Smith ",
    "e.g. ",
    "x@b.c ",
    "he ",
    "10% ",
    "which ",
    "n’t ",
    "was ",
)


def any_text(dice: random.Random) -> str:
    """Make a text of sentences, of odd signs, and of what stands anywhere in Unicode."""
    pieces = []
    for _turn in range(dice.choice((0, 1, 3, 12, 40))):
        match dice.randrange(6):
            case 0 | 1:
                pieces.append(dice.choice(_SENTENCES))
            case 2:
                words = dice.choice(_SENTENCES).split()
                dice.shuffle(words)
                pieces.append(dice.choice((" ", "", "\u00a0", "  ")).join(words))
            case 3:
                most = 20_000 if dice.random() < 0.05 else 300
                pieces.append(dice.choice((*_ODD, *_ENDLESS)) * dice.choice((1, 1, 2, most)))
            case 4:
                pieces.append(
                    "".join(chr(dice.randrange(sys.maxunicode + 1)) for _sign in range(dice.randrange(9)))
                )
            case _:
                pieces.append("".join(dice.choices(_ODD, k=dice.randrange(12))))
    return dice.choice((" ", "")).join(pieces)


def any_block(dice: random.Random) -> Block:
    """Make a paragraph of any role with any text."""
    role = dice.choice(list(Role))
    return Block(any_text(dice), role, dice.randrange(1, DEEPEST.get(role, 1) + 1))


def _as_bytes(blocks: list[Block]) -> bytes:
    return repr(blocks).encode("utf-8", "surrogatepass")


@FUZZES.declare("counting any text", tries=2_000, few=4)
def counting(number: int, _folder: Path) -> str:
    """Edit a text in any way, and count it after each edit by the account and cold."""
    dice = random.Random(number)  # noqa: S311  # repeatable by its number
    how = Counting(dice.choice(grades()), dice.random() < 0.3, dice.random() < 0.3)
    every = dice.random() < 0.3
    ledger = Ledger(every=every, counting=how)
    blocks: list[Block] = []
    with kept_if_failed("counting", number, b"", ".txt"), within(_PATIENCE):
        for turn in range(dice.randrange(1, 9)):
            first = dice.randrange(len(blocks) + 1)
            removed = dice.randrange(len(blocks) - first + 1)
            arriving = tuple(any_block(dice) for _block in range(dice.randrange(4)))
            blocks[first : first + removed] = arriving
            ledger.apply(Splice(first, removed, arriving, turn))
            while ledger.pending and dice.random() < 0.9:
                ledger.measure_next()
        while ledger.pending:
            ledger.measure_next()
        live, cold = replace(ledger.report(), revision=0), settle(blocks, counting=how, every=every)
        others = [each.name for each in fields(live) if getattr(live, each.name) != getattr(cold, each.name)]
        assert not others, f"live is not cold: {others}"
        assert live.scores == cold.scores, "live is not cold: scores"
        for key in ("level", "tokens", "types", "ttr"):
            ledger.explain(key)
    return f"{len(FORMULAS)} formulas, live as cold"


@FUZZES.declare("advice on any text", tries=600, few=2)
def advice(number: int, _folder: Path) -> str:
    """Ask for everything that the panels show, the marks, the plan and the glossary."""
    dice = random.Random(-number)  # noqa: S311  # repeatable by its number
    blocks = [any_block(dice) for _block in range(dice.randrange(1, 6))]
    if dice.random() < 0.7:
        blocks.append(Block(" ".join(dice.choices(_SENTENCES, k=9)) + any_text(dice)))
    with kept_if_failed("advice", number, _as_bytes(blocks), ".txt"), within(_PATIENCE):
        ledger = Ledger(counting=Counting(dice.choice(grades())))
        ledger.apply(Splice(0, 0, tuple(blocks)))
        while ledger.pending:
            ledger.measure_next()
        guide = Guide(ledger)
        guide.aim(dice.choice((None, Goal(Aim.GRADE, 4), Goal(Aim.CEFR, 2, 0), Goal(Aim.AGE, 9, 1))))
        question = Question(frozenset(GUIDANCE), marks=True, last=len(blocks) - 1, word="committee")
        flaws.new_failures()
        answers = [answer for answer in guide.think(question) if answer is not None]
        list(guide.sum_up())
        list(guide.gather())
        assert answers, "there is no answer"
        failed = flaws.new_failures()
        assert not failed, f"rules have failed: {failed}"
    return "answered" if answers[-1].plan is not None else "answered without a plan"


@FUZZES.declare("comparing any two texts", tries=400, few=2)
def comparing(number: int, _folder: Path) -> str:
    """Put any text beside another that is partly the same."""
    dice = random.Random(~number)  # noqa: S311  # repeatable by its number
    original = [any_block(dice) for _block in range(dice.randrange(1, 7))]
    adaptation = [dice.choice((block, any_block(dice))) for block in original if dice.random() < 0.9]
    with kept_if_failed("comparing", number, _as_bytes([*original, *adaptation]), ".txt"), within(_PATIENCE):
        flaws.new_failures()
        notices = Meaning().notices(Collator().collate(original, adaptation))
        failed = flaws.new_failures()
        assert not failed, f"rules have failed: {failed}"
    return "notices" if notices else "no notice"
