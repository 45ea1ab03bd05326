"""Which sentences of two texts belong together, looked up by their places."""

from collections.abc import Iterator

from factbox.metrics.collation import Collation, Group
from factbox.metrics.guidance import Spot

_Row = list[tuple[Spot, Group]]


class Pairs:
    """The groups of a collation by the paragraphs in which their sentences stand, in either text."""

    def __init__(self, collation: Collation) -> None:
        self._original: dict[int, _Row] = {}
        self._adaptation: dict[int, _Row] = {}
        for group in collation.groups:
            for line in group.original:
                self._original.setdefault(line.spot.block, []).append((line.spot, group))
            for line in group.adaptation:
                self._adaptation.setdefault(line.spot.block, []).append((line.spot, group))

    def at(self, spot: Spot, *, is_original: bool) -> Group | None:
        """Give the group of the sentence at a place of a text; None between sentences."""
        row = (self._original if is_original else self._adaptation).get(spot.block, ())
        return next((group for found, group in row if found.start <= spot.start <= found.end), None)

    def along(self, blocks: range, *, is_original: bool) -> Iterator[tuple[Spot, Spot]]:
        """Give the sentences in some paragraphs of a text that the other has too, each with its counterpart."""
        rows = self._original if is_original else self._adaptation
        for block in blocks:
            for found, group in sorted(rows.get(block, ()), key=lambda each: each[0].start):
                lines, others = group.original, group.adaptation
                if not is_original:
                    lines, others = others, lines
                if others and lines[0].spot == found:
                    yield found, others[0].spot
