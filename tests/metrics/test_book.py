"""Tests of the book."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.book import Book

edits = st.lists(st.tuples(st.integers(0), st.integers(0), st.lists(st.integers(), max_size=200)), max_size=20)


@given(edits, st.integers(0, 300), st.integers(0, 300))
def test_a_book_is_a_list(drawn: list[tuple[int, int, list[int]]], first: int, end: int) -> None:
    """After any edits it holds what a plain list holds, gives what left it, and has no page without entries."""
    book: Book[int] = Book()
    mirror: list[int] = []
    for place, length, arriving in drawn:
        start = place % (len(mirror) + 1)
        removed = length % (len(mirror) - start + 1)
        assert list(book.splice(start, removed, arriving)) == mirror[start : start + removed]
        mirror[start : start + removed] = arriving
        assert list(book) == mirror
        assert len(book) == len(mirror)
        assert all(page.entries for page in book.pages) or not mirror
    assert list(book.between(first, end)) == mirror[first:end]


def test_an_edit_leaves_the_other_pages() -> None:
    """What was derived from the other pages may be kept: they are the same objects as before."""
    book: Book[int] = Book()
    book.splice(0, 0, list(range(10_000)))
    before = set(book.pages)
    book.splice(5_000, 1, [1, 2, 3])
    assert len(before - set(book.pages)) == 1
    assert max(len(page.entries) for page in book.pages) <= 128


def test_pages_that_shrink_are_joined() -> None:
    """Taken out one by one, entries do not leave a book of tiny pages."""
    book: Book[int] = Book()
    book.splice(0, 0, list(range(6_400)))
    for place in range(600, 0, -1):
        book.splice(place * 10, 9, [])
    assert len(book.pages) <= len(book) / 8


def test_entries_that_are_not_there_cannot_leave() -> None:
    """A splice outside the book is an error, and changes nothing."""
    book: Book[int] = Book()
    book.splice(0, 0, [1])
    with pytest.raises(IndexError):
        book.splice(1, 1, [2])
    assert list(book) == [1]
