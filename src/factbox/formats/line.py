"""What formats with shapes share: a line with its faces as it is read, and lists in each other."""

import re
from collections.abc import Iterable, Iterator, Mapping

from factbox.document import DEEPEST, LISTED, Block, Face, Role, Span, settled
from factbox.formats.limits import MOST_SPANS

# Addresses that lead nowhere outside their file, or do something.
NOWHERE = re.compile(r"\s*(?:#|javascript:|data:|vbscript:|$)", re.IGNORECASE)
Faces = Mapping[Face, str]


class Line:
    """A line that is being read, piece by piece.

    Attributes:
        pieces: Its text so far; what stands in their places may be exchanged for text of the same length.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def add(self, text: str, faces: Faces | None = None) -> None:
        """Add text.

        Args:
            text: The text.
            faces: Its faces, with the address of a link.
        """
        start = self._length
        self._length += len(text)
        self.pieces.append(text)
        if faces:
            self._spans += [Span(start, self._length, face, target) for face, target in faces.items()]

    def without(self, face: Face) -> "Line":
        """Give it without one of the faces."""
        other = Line()
        other.pieces, other._length = list(self.pieces), self._length  # its own kind
        other._spans = [span for span in self._spans if span.face is not face]
        return other

    def block(self, role: Role = Role.BODY, level: int = 1, text: str | None = None) -> Block:
        """Make a block of it.

        Args:
            role: What it is.
            level: How deep, brought within what there is.
            text: Its text where that is not what was added: other signs of the same length, or less at the end.
        """
        text = "".join(self.pieces) if text is None else text
        # No paper shows more in one paragraph without stalling; nobody has set so many by hand.
        spans = settled(text, self._spans)[:MOST_SPANS]
        return Block(text, role, min(max(1, level), DEEPEST.get(role, 1)), spans)


def runs(blocks: Iterable[Block]) -> Iterator[tuple[Role, list[Block]]]:
    """Give blocks in runs of one role that follow each other; items of either kind are one run."""
    run: list[Block] = []
    for block in blocks:
        if run and block.role is not run[-1].role and not {block.role, run[-1].role} <= LISTED:
            yield run[0].role, run
            run = []
        run.append(block)
    if run:
        yield run[0].role, run


def nested(items: Iterable[Block]) -> Iterator[tuple[int, tuple[bool, ...], Block | None]]:
    """Give the items of a run with what stands between them where lists are written in each other.

    Each comes with how many lists end before it, and which begin, the outermost first: True for one with numbers.
    At the end None comes with the number of those that are still open.
    """
    lists: list[bool] = []
    for item in items:
        has_numbers = item.role is Role.NUMBERED
        depth = len(lists)
        keep = min(depth, item.level)
        if keep == item.level and lists[keep - 1] != has_numbers:
            keep -= 1
        begun = (has_numbers,) * (item.level - keep)
        lists[keep:] = begun
        yield depth - keep, begun, item
    yield len(lists), (), None
