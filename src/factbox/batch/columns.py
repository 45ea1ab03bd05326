"""The columns of a table of many texts: what each is called, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factbox.batch.row import Order, Row
from factbox.metrics.formulas import FORMULAS
from factbox.translation import N_, _, decimal

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
        # A name may have bytes that are no letters.
        return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell

    def text(self, row: Row) -> str:
        """Give the same as it is shown."""
        cell = self.cell(row)
        if self.key == "formula":
            return _(FORMULAS[row.formula].label)
        if cell is None or isinstance(cell, str):
            return cell or ""
        return decimal(cell, self.decimals or 0)


_FIXED: Mapping[str, Column] = MappingProxyType(
    {
        each.key: each
        for each in (
            Column("path", N_("File")),
            Column("level", N_("Level"), 3),
            Column("level_low", N_("Likely from"), 1),
            Column("level_high", N_("Likely to"), 1),
            Column("formula", N_("Formula")),
            Column("tokens", N_("Tokens"), 0),
            Column("types", N_("Types"), 0),
            Column("ttr", N_("TTR"), 3),
            Column("words", N_("Words"), 0),
            Column("sentences", N_("Sentences"), 0),
            Column("words_left_out", N_("Words left out"), 0),
            Column("remark", N_("Remark")),
            Column("error", N_("Error")),
        )
    }
)


def columns(order: Order) -> tuple[Column, ...]:
    """Give all columns of what was ordered: the file first, the scores behind the counts, what is missing last."""
    *fixed, remark, error = _FIXED.values()
    scores = (Column(key, FORMULAS[key].label, 3) for key in order.scores)
    return (*fixed, *scores, remark, error)
