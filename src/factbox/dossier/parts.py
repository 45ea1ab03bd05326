"""What a dossier is made of, whatever it is written as."""

from dataclasses import dataclass
from itertools import chain

# Letters: the narrowest and the widest that a column counts for.
_NARROW, _WIDE = 6, 42


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph.

    Attributes:
        text: Its words.
        is_lead: Whether it says the main thing.
    """

    text: str
    is_lead: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: What it shows.
        head: The names of its columns.
        rows: Its cells, row by row.
        figures: The numbers of the columns that hold figures.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()

    @property
    def widths(self) -> tuple[float, ...]:
        """The share of the width that each column needs, by its longest cell."""
        longest = [
            min(max(len(row[column]) for row in chain([self.head], self.rows)), _WIDE) + _NARROW
            for column in range(len(self.head))
        ]
        return tuple(each / sum(longest) for each in longest)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, which only a page shows; a document and a PDF tell it in words.

    Attributes:
        caption: What it shows.
        description: The same in words, for who cannot see it.
        svg: The drawing.
    """

    caption: str
    description: str
    svg: str


Part = Words | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report on one text.

    Attributes:
        title: What the text is called.
        sections: What is told of it.
    """

    title: str
    sections: tuple[Section, ...]
