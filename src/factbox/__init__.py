"""Fact Box, a reading-level editor: Level, Tokens, Types and TTR while you write."""

from factbox.formats.text import parse
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.ledger import settle
from factbox.metrics.levels import DEFAULT
from factbox.metrics.report import Counting, Report

__all__ = ["Report", "measure"]
__version__ = "0.1.0"


def measure(text: str, *, formula: str = DEFAULT) -> Report:
    """Measure a plain text, one paragraph a line; lines broken by hand inside a paragraph are joined.

    Args:
        text: An English text.
        formula: The key of the formula that gives the Level, one whose scale is school grades.

    Raises:
        ValueError: There is no such formula, or it gives no school grade.
    """
    if formula not in FORMULAS:
        raise ValueError(f"there is no formula {formula!r}; there are {', '.join(FORMULAS)}")
    blocks, _ = parse(text, short_lines=True)
    return settle(blocks, counting=Counting(formula), every=True)
