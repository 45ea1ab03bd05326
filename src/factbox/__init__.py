"""Fact Box, a reading-level editor: Level, Tokens, Types and TTR while you write."""

from factbox.formats.text import parse
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report

__all__ = ["Report", "measure"]
__version__ = "0.1.0"


def measure(text: str) -> Report:
    """Measure a plain text, one paragraph a line; lines broken by hand inside a paragraph are joined.

    Args:
        text: An English text.
    """
    blocks, _ = parse(text, short_lines=True)
    return settle(blocks, every=True)
