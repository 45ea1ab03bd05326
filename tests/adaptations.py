"""Texts beside their originals, and what is noticed of them."""

from factbox.document import Block
from factbox.metrics.collation import Collation, Collator
from factbox.metrics.meaning import Meaning, Notice


def collate(original: list[str], adaptation: list[str]) -> Collation:
    """Put two texts side by side."""
    return Collator().collate([Block(each) for each in original], [Block(each) for each in adaptation])


def notices(original: list[str] | str, adaptation: list[str] | str) -> tuple[Notice, ...]:
    """Give the notices of two texts."""
    one = [original] if isinstance(original, str) else original
    other = [adaptation] if isinstance(adaptation, str) else adaptation
    return Meaning().notices(collate(one, other))


def told(original: list[str] | str, adaptation: list[str] | str) -> list[tuple[str, str, str]]:
    """Give the notices of two texts by title and words."""
    return [(notice.title, notice.before, notice.after) for notice in notices(original, adaptation)]
