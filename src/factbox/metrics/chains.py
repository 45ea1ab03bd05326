"""The heaviest chain of ties between the sentences of two texts, in the order of both."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Tie(NamedTuple):
    """Sentences that belong together: the number of the first of either text, and how many there are."""

    original: int
    adaptation: int
    originals: int = 1
    adaptations: int = 1

    def shifted(self, original: int, adaptation: int) -> "Tie":
        """Give the tie with its numbers counted from elsewhere."""
        return self._replace(original=self.original + original, adaptation=self.adaptation + adaptation)


Bond = tuple[float, Tie]


def heaviest(bonds: Iterable[Bond]) -> list[Tie]:
    """Give the heaviest chain of ties in which both texts go forward."""
    ordered = sorted(bonds, key=lambda bond: bond[1])
    width = max((bond[1].adaptation + bond[1].adaptations for bond in ordered), default=0) + 1
    # For each tie the weight of the best chain that ends with it, and the tie before it.
    best: list[tuple[float, int]] = []
    # A Fenwick tree of the best chains so far, by where they end in the adaptation.
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    waiting: list[int] = []
    for number, (gain, tie) in enumerate(ordered):
        # A chain can go on behind its last sentences only.
        ended = [
            each for each in waiting if ordered[each][1].original + ordered[each][1].originals <= tie.original
        ]
        if ended:
            waiting = [each for each in waiting if each not in set(ended)]
            for each in ended:
                place = ordered[each][1].adaptation + ordered[each][1].adaptations + 1
                while place <= width:
                    if best[each][0] > tree[place][0]:
                        tree[place] = (best[each][0], each)
                    place += place & -place
        before = (0.0, -1)
        place = tie.adaptation + 1
        while place:
            if tree[place][0] > before[0]:
                before = tree[place]
            place -= place & -place
        best.append((before[0] + gain, before[1]))
        waiting.append(number)
    return _backwards(ordered, best)


def _backwards(ordered: Sequence[Bond], best: Sequence[tuple[float, int]]) -> list[Tie]:
    if not best:
        return []
    number = max(range(len(best)), key=lambda each: (best[each][0], -each))
    found: list[Tie] = []
    while number >= 0:
        found.append(ordered[number][1])
        number = best[number][1]
    return found[::-1]
