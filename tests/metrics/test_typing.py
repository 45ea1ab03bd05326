"""Tests of how the Level moves while a text is typed."""

import pytest

from factbox.document import Block, Splice
from factbox.metrics.ledger import Ledger

TEXTS = """
My aunt keeps eleven hens in a small yard behind her shop. Each of them has a name, and each of them comes
when it is called. In the winter they sleep in the warm room over the bakery. They have learnt to knock on
the glass when they are hungry.

The committee has examined the proposal for a new library in considerable detail. It recommends that the
building should be finished before the end of next year, provided that the money can be found. Two of its
members disagreed with that. They argued that the present library is large enough for a town of this size.

Wash the rice until the water is clear. Put it into a heavy pot with twice as much water and a little salt.
Bring it to the boil, then turn the heat down and cover it. After fifteen minutes take it off the stove. Let
it stand for another five minutes before you open the lid.

Glaciers are rivers of ice. They form where more snow falls in winter than melts in summer, so that the
layers below are slowly pressed together. A glacier may move only a few centimetres a day. Over thousands of
years it can still carve a valley out of solid rock.

“Have you seen my umbrella?” asked Mr. Okafor. Nobody answered, because nobody had. He looked behind the
door and under the stairs, and he even looked in the oven. Then he saw that he was holding it in his left
hand. He laughed until his glasses fell off.

Electricity reaches our houses through a network of cables that covers the whole country. Somewhere a
turbine turns, driven by steam, by water or by wind. What it produces cannot easily be stored. Engineers
therefore watch the demand from minute to minute and start or stop power stations to match it.

Dear parents, the spring concert will take place on Friday 9 May at 7 p.m. in the gym. The doors open half
an hour earlier. Please bring a cushion, as the benches are hard. Tickets cost £3.50 and can be bought from
the office. We look forward to seeing all of you.

When I was six, I thought that the moon followed our car. It stayed beside us all the way home, behind the
trees and over the roofs. My brother said that it followed him and not me. We argued about it until my
mother stopped the car and asked each of us to walk in a different direction.

Bees do not find flowers by chance. A scout that has discovered a good field returns to the hive and dances
on the comb. The angle of her dance shows the direction, and its length shows the distance. Her sisters
follow her in the dark, learn the route with their feet, and fly off.

The first underground railway was opened in 1863. Its trains were pulled by steam engines, and the tunnels
were full of smoke. Passengers complained, but they came in great numbers. Within a few months the line
carried twenty-six thousand people a day, and other cities began to plan railways of their own.
""".strip().split("\n\n")


@pytest.mark.parametrize("text", TEXTS, ids=[text.split()[1] for text in TEXTS])
def test_no_key_moves_the_level_by_more_than_a_grade(text: str) -> None:
    """From thirty words on, typing letter by letter, the Level never jumps: it moves at most one grade a key."""
    text = text.replace("\n", " ")
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block(""),), 0))
    before: float | None = None
    seen = 0
    for end in range(1, len(text) + 1):
        ledger.apply(Splice(0, 1, (Block(text[:end]),), end))
        ledger.measure_next()
        report = ledger.report()
        if report.level is not None and before is not None and len(text[:end].split()) > 30:
            assert abs(report.level - before) <= 1, text[:end]
            seen += 1
        before = report.level
    assert seen > 50
