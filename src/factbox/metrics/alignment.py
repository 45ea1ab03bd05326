"""Which sentences of an adaptation stand for which sentences of its original.

Sentences belong together by what they say: by the weight of the stems they share. Ties of one sentence to one, or
of a few to one, make a chain that runs through both texts in order, the heaviest there is; what it leaves over is
matched out of order. Firm ties cut both texts into stretches, which are aligned one by one and remembered, so that
an edit costs the stretch it stands in. What is found depends on the two texts alone, never on earlier edits.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factbox.metrics.chains import Bond, Tie, heaviest
from factbox.metrics.gist import Gist, Weights

# The share of the weight of both sides that must be common to count as the same: less where the neighbours of both
# are tied already, more where the order differs.
ALIKE, BETWEEN, FIRM, MOVED = 0.26, 0.15, 0.6, 0.5
# What another sentence in a tie must bring besides, and what speaks for a sentence with the very same words.
_JOINING, _SAME = 0.12, 0.01
# A stem that tells all weighs 1: two sentences that share less than this may do so by chance.
_TELLING = 0.8
# Sentences: what is left over between two ties counts as between them up to so many on either side.
_NARROW = 3
# Words: a shorter sentence may stand in a text twice by chance, and cuts nothing.
_LEAST = 4
# Sentences: a stretch with more than this on both sides is cut at its firm ties.
_LONG = 24
# A stem in more sentences than this tells of no pair by itself.
_OFTEN = 24
# The same for sentences that are looked for out of order, all over the text.
_ANYWHERE = 8
# Sentences looked for before others get their turn; stretches remembered.
_SLICE, _REMEMBERED = 200, 20_000

_Gists = tuple[Gist, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """What belongs together in two texts; a sentence is in no more than one tie.

    Attributes:
        chain: The ties that run through both texts in order.
        moved: Those that do not, by the order of the original.
    """

    chain: tuple[Tie, ...]
    moved: tuple[Tie, ...]


class Aligner:
    """Ties the sentences of adaptations to those of one original.

    Args:
        original: The gists of the sentences of the original; they decide how much each stem tells.
    """

    def __init__(self, original: Sequence[Gist]) -> None:
        self._original = tuple(original)
        self._weights = Weights(self._original)
        self._weighed: dict[Gist, float] = {}
        self._chains: dict[tuple[_Gists, _Gists], tuple[Tie, ...]] = {}
        self._cuts: dict[tuple[_Gists, _Gists], tuple[Tie, ...]] = {}
        self._once = _once(self._original)

    def align(self, adaptation: Sequence[Gist]) -> Ties:
        """Tie an adaptation to the original."""
        return next(filter(None, self.think(adaptation)))

    def think(self, adaptation: Sequence[Gist]) -> Iterator[Ties | None]:
        """Tie an adaptation to the original in slices of some milliseconds: None after each, the ties at last."""
        others = tuple(adaptation)
        if len(self._chains) > _REMEMBERED:
            self._chains.clear()
            self._cuts.clear()
        chain: list[Tie] = []
        start = (0, 0)
        for tie in (*self._same(others), Tie(len(self._original), len(others), 0, 0)):
            ours, theirs = self._original[start[0] : tie.original], others[start[1] : tie.adaptation]
            for part in self._stretches(ours, theirs):
                chain += (each.shifted(*start) for each in part)
                yield None
            if tie.originals:
                chain.append(tie)
            start = (tie.original + 1, tie.adaptation + 1)
        bonds: list[Bond] = []
        for number, found in enumerate(self._anywhere(others, chain)):
            bonds += found
            if not number % _SLICE:
                yield None
        yield Ties(tuple(chain), tuple(_best(bonds)))

    def _same(self, others: _Gists) -> Iterator[Tie]:
        """Give sentences that stand once in either text, word for word and in the same order."""
        once = _once(others)
        pairs = [(place, once[gist]) for gist, place in self._once.items() if gist in once]
        return (Tie(*pair) for pair in _rising(pairs))

    def _stretches(self, ours: _Gists, theirs: _Gists) -> Iterator[tuple[Tie, ...]]:
        """Align a stretch, in parts if it is long."""
        if not ours or not theirs:
            return
        if min(len(ours), len(theirs)) <= _LONG:
            yield self._chain(ours, theirs)
            return
        cuts = self._cuts.get((ours, theirs))
        if cuts is None:
            cuts = self._cuts[ours, theirs] = tuple(self._firm(ours, theirs))
        start = (0, 0)
        for tie in (*cuts, Tie(len(ours), len(theirs), 0, 0)):
            between = self._chain(ours[start[0] : tie.original], theirs[start[1] : tie.adaptation])
            yield (*(each.shifted(*start) for each in between), *([tie] if tie.originals else []))
            start = (tie.original + 1, tie.adaptation + 1)

    def _chain(self, ours: _Gists, theirs: _Gists) -> tuple[Tie, ...]:
        """Give the heaviest chain of ties in a stretch."""
        if not ours or not theirs:
            return ()
        found = self._chains.get((ours, theirs))
        if found is None:
            found = self._chains[ours, theirs] = tuple(self._filled(ours, theirs))
        return found

    def _filled(self, ours: _Gists, theirs: _Gists) -> Iterator[Tie]:
        """Give the heaviest chain, and ties between its ties where few sentences are left over there."""
        start = (0, 0)
        for tie in (*heaviest(self._bonds(ours, theirs, ALIKE)), Tie(len(ours), len(theirs), 0, 0)):
            gap = (ours[start[0] : tie.original], theirs[start[1] : tie.adaptation])
            if 0 < len(gap[0]) <= _NARROW and 0 < len(gap[1]) <= _NARROW:
                yield from (each.shifted(*start) for each in heaviest(self._bonds(*gap, BETWEEN)))
            if tie.originals:
                yield tie
            start = (tie.original + tie.originals, tie.adaptation + tie.adaptations)

    def _firm(self, ours: _Gists, theirs: _Gists) -> Iterable[Tie]:
        """Give ties of one to one that are sure to be in the chain: rare stems tell, and no neighbour fits."""
        here, there = _only_places(ours), _only_places(theirs)
        bonds: set[Bond] = set()
        for one, other in {(here[stem], there[stem]) for stem in here.keys() & there.keys()}:
            tie = Tie(one, other)
            gain = self._gain(ours, theirs, tie)
            both = self._weight(ours[one]) + self._weight(theirs[other])
            if gain < (FIRM - ALIKE) * both or gain < _TELLING:
                continue
            neighbours = (
                Tie(one, other, 1, 2),
                Tie(one, other - 1, 1, 2),
                Tie(one, other, 2),
                Tie(one - 1, other, 2),
            )
            if all(self._gain(ours, theirs, each) <= gain for each in neighbours):
                bonds.add((gain, tie))
        return heaviest(bonds)

    def _bonds(self, ours: _Gists, theirs: _Gists, share: float) -> Iterator[Bond]:
        """Give every possible tie in a stretch that weighs anything."""
        places = _places(enumerate(theirs))
        for one, gist in enumerate(ours):
            near = _near(gist, places, _OFTEN)
            for other in near:
                yield from self._bonds_of(ours, theirs, share, Tie(one, other))
                # A tie of several begins one sentence before the one that has something in common.
                if other - 1 not in near:
                    yield from self._bonds_of(ours, theirs, share, Tie(one, other - 1), several_only=True)

    def _bonds_of(
        self, ours: _Gists, theirs: _Gists, share: float, tie: Tie, *, several_only: bool = False
    ) -> Iterator[Bond]:
        """Give the ties that begin at two sentences: of one to one, and of some to one where each brings more."""
        alone = self._gain(ours, theirs, tie, share)
        if alone > 0 and not several_only:
            yield alone, tie
        for field in ("originals", "adaptations"):
            best = max(alone, 0.0)
            for many in (2, 3, 4):
                wider = tie._replace(**{field: many})
                gain = self._gain(ours, theirs, wider, share)
                if gain <= best:
                    break
                yield gain, wider
                best = gain

    def _gain(self, ours: _Gists, theirs: _Gists, tie: Tie, share: float = ALIKE) -> float:
        """Give how much more than a share two sides have in common; below zero if there are no such sentences."""
        one, other, many, others = tie
        if one < 0 or other < 0 or one + many > len(ours) or other + others > len(theirs):
            return -1.0
        if many == others == 1:
            left, right = ours[one], theirs[other]
            common = self._weights.of(left.stems & right.stems)
            least = share * (self._weight(left) + self._weight(right))
            return 2 * common - least + _SAME * (left is right or left.words == right.words)
        lefts, rights = ours[one : one + many], theirs[other : other + others]
        left_stems = frozenset().union(*(each.stems for each in lefts))
        right_stems = frozenset().union(*(each.stems for each in rights))
        common = sum(self._weights.of(each.stems & right_stems) for each in lefts)
        common += sum(self._weights.of(each.stems & left_stems) for each in rights)
        least = share * (sum(map(self._weight, lefts)) + sum(map(self._weight, rights)))
        return common - least - _JOINING * (many + others - 2)

    def _weight(self, gist: Gist) -> float:
        found = self._weighed.get(gist)
        if found is None:
            found = self._weighed[gist] = self._weights.of(gist.stems)
        return found

    def _anywhere(self, others: _Gists, chain: Sequence[Tie]) -> Iterator[list[Bond]]:
        """Give, for each sentence that the chain left over, those that are like it, wherever they stand."""
        ours = _left(len(self._original), [(tie.original, tie.originals) for tie in chain])
        theirs = _left(len(others), [(tie.adaptation, tie.adaptations) for tie in chain])
        places = _places((number, others[number]) for number in theirs)
        for number in ours:
            gist = self._original[number]
            near = ((self._likeness(gist, others[other]), other) for other in _near(gist, places, _ANYWHERE))
            yield [(likeness, Tie(number, other)) for likeness, other in near if likeness]

    def _likeness(self, one: Gist, other: Gist) -> float:
        """Give the share of the weight of both that is common; 0 where it is too small to tell."""
        if one.words == other.words:
            return 1.0
        common = self._weights.of(one.stems & other.stems)
        both = self._weight(one) + self._weight(other)
        return 2 * common / both if common >= _TELLING and 2 * common >= MOVED * both else 0.0


def _once(gists: _Gists) -> dict[str, int]:
    """Give the sentences that stand only once, if they are of some length, with their numbers."""
    found: dict[str, int] = {}
    for number, gist in enumerate(gists):
        found[gist.words] = -1 if gist.words in found else number
    return {each: number for each, number in found.items() if number >= 0 and each.count(" ") >= _LEAST - 1}


def _only_places(gists: _Gists) -> dict[str, int]:
    """Give the stems that stand in one sentence only, with its number."""
    found: dict[str, int] = {}
    for number, gist in enumerate(gists):
        for stem in gist.stems:
            found[stem] = -1 if stem in found else number
    return {stem: number for stem, number in found.items() if number >= 0}


def _places(gists: Iterable[tuple[int, Gist]]) -> Mapping[str, Sequence[int]]:
    """Give the numbers of the sentences with each stem, and with each sequence of words."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, gist in gists:
        for stem in (*gist.stems, gist.words):
            found[stem].append(number)
    return found


def _near(gist: Gist, places: Mapping[str, Sequence[int]], most: int) -> set[int]:
    """Give the sentences that share with one what is in no more sentences than some."""
    found = (places.get(stem, ()) for stem in (*gist.stems, gist.words))
    return {number for numbers in found if len(numbers) <= most for number in numbers}


def _best(bonds: list[Bond]) -> list[Tie]:
    """Give the ties that weigh most, no sentence in two of them, by the order of the original."""
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[Tie] = []
    for _weight, tie in sorted(bonds, key=lambda bond: (-bond[0], bond[1])):
        if tie.original not in taken[0] and tie.adaptation not in taken[1]:
            taken[0].add(tie.original)
            taken[1].add(tie.adaptation)
            found.append(tie)
    return sorted(found)


def _left(many: int, taken: Iterable[tuple[int, int]]) -> list[int]:
    gone = {number for first, count in taken for number in range(first, first + count)}
    return [number for number in range(many) if number not in gone]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest chain of pairs in which both numbers rise; the first numbers rise already."""
    return [(tie.original, tie.adaptation) for tie in heaviest([(1.0, Tie(*pair)) for pair in pairs])]
