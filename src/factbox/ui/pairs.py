"""Which sentences of two texts belong together, looked up by their places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from factbox.metrics.collation import Collation, Group
from factbox.metrics.guidance import Spot

Key = tuple[int, int]


class Index:
    """The groups of a collation by where their sentences stand in either text."""

    def __init__(self, collation: Collation) -> None:
        self._sides: dict[bool, tuple[list[Key], list[tuple[Spot, Group]]]] = {}
        for is_original in (True, False):
            found = sorted(
                (
                    ((line.spot.block, line.spot.start), line.spot, group)
                    for group in collation.groups
                    for line in (group.original if is_original else group.adaptation)
                ),
                key=lambda each: each[0],
            )
            self._sides[is_original] = ([key for key, _spot, _group in found], [pair for _key, *pair in found])  # type: ignore[misc]

    def at(self, spot: Spot, *, is_original: bool) -> Group | None:
        """Give the group of the sentence at a place of a text."""
        keys, groups = self._sides[is_original]
        place = bisect_right(keys, (spot.block, spot.start)) - 1
        if place < 0:
            return None
        found, group = groups[place]
        return group if found.block == spot.block and spot.start <= found.end else None

    def pairs_from(self, block: int, *, is_original: bool) -> Iterator[tuple[Spot, Spot]]:
        """Give the sentences of a text from a block on that stand in the other too, each with its counterpart."""
        keys, groups = self._sides[is_original]
        for found, group in groups[bisect_left(keys, (block, 0)) :]:
            lines = group.original if is_original else group.adaptation
            others = group.adaptation if is_original else group.original
            if others and lines[0].spot == found:
                yield found, others[0].spot
