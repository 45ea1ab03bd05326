"""What edits do to the Level: exactly what the text has when they are done."""

from collections.abc import Iterable, Iterator

from factbox.metrics.account import Difference
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.guidance import Edit, Spot
from factbox.metrics.ledger import Entry, Ledger
from factbox.metrics.substitution import occurrences, substitute


class Outcomes:
    """Tries edits out on a ledger; each block tells its part once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._formula = FORMULAS[ledger.counting.formula]
        self._differences: dict[tuple[Edit, ...], Difference] = {}
        self.level = self._formula.value(ledger.judged)

    def after(self, edits: Iterable[Edit]) -> float:
        """Give the Level after edits, which must not overlap."""
        by_block: dict[int, list[Edit]] = {}
        for edit in edits:
            by_block.setdefault(edit.spot.block, []).append(edit)
        parts = (self._difference(tuple(sorted(its, key=_start))) for its in by_block.values())
        return self._formula.value(self._ledger.judged_after(parts))

    def _difference(self, edits: tuple[Edit, ...]) -> Difference:
        """Give what edits in one block do to the counts."""
        if edits not in self._differences:
            number = edits[0].spot.block
            text = edited(next(self._ledger.book.between(number, number + 1)).block.text, edits)
            self._differences[edits] = self._ledger.difference(number, text)
        return self._differences[edits]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give the text of a block after edits in it, which must not overlap."""
    for edit in sorted(edits, key=_start, reverse=True):
        text = text[: edit.spot.start] + edit.text + text[edit.spot.end :]
    return text


def replacing(word: str, other: str, places: Iterable[tuple[int, Entry]]) -> Iterator[Edit]:
    """Give the edits that put a word in the place of another in some blocks, with its capitals and article."""
    for number, entry in places:
        text = entry.block.text
        for start, end in occurrences(text, word):
            first, last, written = substitute(text, start, end, other)
            yield Edit(Spot(number, first, last), written, text[first:last])


def _start(edit: Edit) -> int:
    return edit.spot.start
