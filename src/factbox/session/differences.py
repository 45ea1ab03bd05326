"""What differs between two texts: paragraph beside paragraph, and the words in them that are not the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Paragraphs that are alike and stand around one that is not.
_AROUND = 1
# Words of a paragraph above which only the whole is called another.
_MOST_WORDS = 2_000
_PIECES = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of a paragraph.

    Attributes:
        text: The letters.
        differs: Whether the other text has others in their place.
    """

    text: str
    differs: bool


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs that stand for each other.

    Attributes:
        left: The paragraph of the first text; empty if it has none there.
        right: The paragraph of the second text; empty if it has none there.
        skipped: How many paragraphs that are alike are left out here, instead of a pair.
    """

    left: Pieces = ()
    right: Pieces = ()
    skipped: int = 0

    @property
    def differs(self) -> bool:
        """Whether the two are not the same."""
        return any(piece.differs for piece in (*self.left, *self.right))


def differences(left: Sequence[str], right: Sequence[str]) -> tuple[Pair, ...]:
    """Set two texts beside each other, by their paragraphs; long runs of what is alike are left out."""
    pairs: list[Pair] = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += _alike(left[a:b], first=a == 0, last=b == len(left))
            continue
        both = min(b - a, d - c)
        pairs += [_set_beside(left[a + place], right[c + place]) for place in range(both)]
        pairs += [Pair(left=(Piece(text, differs=True),)) for text in left[a + both : b]]
        pairs += [Pair(right=(Piece(text, differs=True),)) for text in right[c + both : d]]
    return tuple(pairs)


def _alike(texts: Sequence[str], *, first: bool, last: bool) -> list[Pair]:
    head, tail = (0 if first else _AROUND), (0 if last else _AROUND)
    left_out = len(texts) - head - tail
    if left_out <= 1:
        return [_same(text) for text in texts]
    return [
        *map(_same, texts[:head]),
        Pair(skipped=left_out),
        *map(_same, texts[len(texts) - tail :]),
    ]


def _same(text: str) -> Pair:
    pieces = (Piece(text, differs=False),)
    return Pair(pieces, pieces)


def _set_beside(left: str, right: str) -> Pair:
    before, after = _PIECES.findall(left), _PIECES.findall(right)
    if max(len(before), len(after)) > 2 * _MOST_WORDS:
        return Pair((Piece(left, differs=True),), (Piece(right, differs=True),))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return Pair(
        tuple(Piece("".join(before[a:b]), kind != "equal") for kind, a, b, _c, _d in codes if a < b),
        tuple(Piece("".join(after[c:d]), kind != "equal") for kind, _a, _b, c, d in codes if c < d),
    )
