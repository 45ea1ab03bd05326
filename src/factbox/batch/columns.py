"""The columns of a table of many texts: what each is called, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factbox.batch.row import Order, Row
from factbox.metrics.formulas import FORMULAS
from factbox.translation import _

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        key: Its name for machines.
        label: Its name for people.
        decimals: How many are shown; None where it holds words.
    """

    key: str
    label: str
    decimals: int | None = None

    def cell(self, row: Row) -> Cell:
        """Give what it holds of a row."""
        if self.key in FORMULAS:
            return (row.scores or {}).get(self.key)
        cell: Cell = getattr(row, self.key)
        return cell

    def text(self, row: Row) -> str:
        """Give the same as it is shown."""
        cell = self.cell(row)
        if cell is None or isinstance(cell, str):
            return cell or ""
        return f"{cell:,.{self.decimals or 0}f}"


_FIXED: Mapping[str, Column] = MappingProxyType(
    {
        each.key: each
        for each in (
            Column("path", _("File")),
            Column("level", _("Level"), 3),
            Column("level_low", _("Likely from"), 1),
            Column("level_high", _("Likely to"), 1),
            Column("tokens", _("Tokens"), 0),
            Column("types", _("Types"), 0),
            Column("ttr", _("TTR"), 3),
            Column("words", _("Words"), 0),
            Column("sentences", _("Sentences"), 0),
            Column("words_left_out", _("Words left out"), 0),
            Column("error", _("Error")),
        )
    }
)


def columns(order: Order) -> tuple[Column, ...]:
    """Give all columns of what was ordered: the file first, the scores behind the counts, what went wrong last."""
    *fixed, error = _FIXED.values()
    scores = (Column(key, FORMULAS[key].label, 3) for key in order.scores)
    return (*fixed, *scores, error)
