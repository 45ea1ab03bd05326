"""A long list cut into pages: an edit costs a page, and what is known of the other pages stays known."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

_Entry = TypeVar("_Entry")

# Entries: a page that grows beyond the most is cut into pages of the usual length, one below the least is joined.
_LEAST, _USUAL, _MOST = 16, 64, 128


class Page(Generic[_Entry]):
    """Some entries in a row; a page never changes, an edit puts others in its place.

    Attributes:
        entries: The entries, in order.
    """

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self.entries = entries


class Book(Generic[_Entry]):
    """The entries of a document, in order and by their place."""

    def __init__(self) -> None:
        self._pages: list[Page[_Entry]] = [Page(())]
        self._starts: list[int] = [0]
        self._length = 0

    @property
    def pages(self) -> Sequence[Page[_Entry]]:
        """The pages, in order."""
        return self._pages

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[_Entry]:
        return (entry for page in self._pages for entry in page.entries)

    def between(self, first: int, end: int) -> Iterator[_Entry]:
        """Give the entries from one place up to another, as far as there are any."""
        number = bisect_right(self._starts, max(0, first)) - 1
        for start, page in zip(self._starts[number:], self._pages[number:], strict=True):
            if start >= end:
                return
            yield from page.entries[max(0, first - start) : end - start]

    def splice(self, first: int, removed: int, arriving: Sequence[_Entry]) -> Sequence[_Entry]:
        """Put entries in the place of others; give those that leave.

        Raises:
            IndexError: There are no such entries.
        """
        if not 0 <= first <= first + removed <= self._length:
            raise IndexError(f"{removed} blocks from {first} of {self._length}")
        number = bisect_right(self._starts, first) - 1
        last = bisect_right(self._starts, max(first, first + removed - 1))
        touched = [entry for page in self._pages[number:last] for entry in page.entries]
        offset = first - self._starts[number]
        leaving = touched[offset : offset + removed]
        touched[offset : offset + removed] = arriving
        if number and len(touched) < _LEAST:
            number -= 1
            touched[:0] = self._pages[number].entries
        self._pages[number:last] = _cut(touched)
        if len(self._pages) > 1 and not touched:
            del self._pages[number]
        self._length += len(arriving) - removed
        self._starts = [0, *accumulate(len(page.entries) for page in self._pages)][:-1]
        return leaving


def _cut(entries: list[_Entry]) -> list[Page[_Entry]]:
    if len(entries) <= _MOST:
        return [Page(entries)]
    return [Page(entries[start : start + _USUAL]) for start in range(0, len(entries), _USUAL)]
