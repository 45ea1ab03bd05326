"""What a dossier is made of, whatever it is written as."""

from dataclasses import dataclass, replace

from factbox.translation import in_turn

# In letters: a line across the page, what stands around a cell, the longest cell and the longest word that count.
_LINE, _AROUND, _CELL, _WORD = 92, 4, 42, 20


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
        """The share of the width that each column has: its longest word fits, and long cells take the rest."""
        columns = list(zip(self.head, *self.rows, strict=True))
        least = [min(max(map(_longest_word, each)), _WORD) + _AROUND for each in columns]
        wanted: list[float] = [
            max(min(max(map(len, each)), _CELL) + _AROUND, few) for each, few in zip(columns, least, strict=True)
        ]
        if sum(wanted) > _LINE > sum(least):
            more = (_LINE - sum(least)) / (sum(wanted) - sum(least))
            wanted = [few + more * (many - few) for few, many in zip(least, wanted, strict=True)]
        return tuple(each / sum(wanted) for each in wanted)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what it shows in words.

    Attributes:
        caption: What it shows.
        description: The same in words, for who cannot see it.
        svg: The drawing.
    """

    caption: str
    description: str
    svg: str

    @property
    def told(self) -> str:
        """What stands below it, or in its place."""
        return in_turn(self.caption, self.description)


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)


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

    def in_words(self, reason: str) -> "Dossier":
        """Give the same without pictures, their words in their places, and first of all the reason."""
        return replace(self, sections=tuple(_in_words(each, reason) for each in self.sections))


def _in_words(section: Section, reason: str) -> Section:
    if not any(isinstance(part, Picture) for part in section.parts):
        return section
    told = (Words(part.told) if isinstance(part, Picture) else part for part in section.parts)
    return replace(section, parts=(Words(reason), *told))
