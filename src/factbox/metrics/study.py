"""The study of a text: its sentences and words, counted page by page, so that an edit costs a page.

What the lists show depends on the whole text, for every share changes with every key. But sentences with the same
counts have the same share, however many they are: they are ranked by their counts, and looked up only where they
are shown.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from factbox.metrics.book import Page
from factbox.metrics.ledger import Entry, Ledger
from factbox.metrics.measure import Kind, Measured
from factbox.metrics.reading import Reading, read

NAMES_AT_LEAST = 2

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is on one page: how often each kind of sentence, each word and each name occurs."""

    kinds: Counter[Kind]
    words: Counter[str]
    names: Counter[str]


class Place(NamedTuple):
    """A sentence and where it stands."""

    block: int
    entry: Entry
    sentence: Measured


class Study:
    """Knows the sentences and the words of a ledger's document, as far as it has read it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._chosen: tuple[bool, frozenset[str], bool] | None = None
        self._clear()

    def _clear(self) -> None:
        self._leaves: dict[Page[Entry], Leaf] = {}
        self.kinds: Counter[Kind] = Counter()
        self.words: Counter[str] = Counter()
        self.names: Counter[str] = Counter()

    def read_next(self) -> bool:
        """Read the next page that it does not know; give whether there was one."""
        counting = self._ledger.counting
        with_content = self._ledger.lexicon.with_content
        chosen = (counting.fragments, counting.exempt, with_content)
        if chosen != self._chosen:
            self._clear()
            self._chosen = chosen
        pages = self._ledger.book.pages
        if len(self._leaves) != len(pages) or any(page not in self._leaves for page in pages):
            self._forget(set(self._leaves).difference(pages))
        page = next((page for page in pages if page not in self._leaves), None)
        if page is None:
            return False
        leaf = self._leaves[page] = self._read(page)
        self.kinds.update(leaf.kinds)
        self.words.update(leaf.words)
        self.names.update(leaf.names)
        return True

    def _forget(self, pages: Iterable[Page[Entry]]) -> None:
        for page in pages:
            leaf = self._leaves.pop(page)
            _take_out(self.kinds, leaf.kinds)
            _take_out(self.words, leaf.words)
            _take_out(self.names, leaf.names)

    def _read(self, page: Page[Entry]) -> Leaf:
        leaf = Leaf(Counter(), Counter(), Counter())
        for entry in page.entries:
            reading = self.reading(entry)
            if reading is not None:
                leaf.kinds.update(each.kind for each in reading.sentences)
                leaf.words.update(reading.words)
                leaf.names.update(reading.names)
        return leaf

    def reading(self, entry: Entry) -> Reading | None:
        """Read a paragraph, or remember it; None if it is no prose or cannot be measured."""
        if entry.paragraph is None or not entry.paragraph.counts.words:
            return None
        if entry.paragraph.is_fragment and not self._ledger.counting.fragments:
            return None
        if entry.reading is None:
            entry.reading = read(entry.block, self._ledger.lexicon)
        return entry.reading

    def between(self, first: int, last: int) -> Iterator[tuple[int, Entry, Reading]]:
        """Give the paragraphs of prose from one block to another, each with its number."""
        for number, entry in enumerate(self._ledger.book.between(first, last + 1), start=max(0, first)):
            reading = self.reading(entry)
            if reading is not None:
                yield number, entry, reading

    def places(self, wanted: Callable[[Kind], bool]) -> Iterator[Place]:
        """Give the sentences whose kind is wanted, in the order of the text."""
        for start, page in self._numbered():
            leaf = self._leaves.get(page)
            if leaf is None or not any(map(wanted, leaf.kinds)):
                continue
            for number, entry in enumerate(page.entries, start=start):
                reading = self.reading(entry)
                for sentence in reading.sentences if reading is not None else ():
                    if wanted(sentence.kind):
                        yield Place(number, entry, sentence)

    def blocks_with(self, words: Iterable[str]) -> Iterator[tuple[str, int, Entry]]:
        """Give each of some words with every block of prose it stands in, in the order of the text."""
        asked = set(words)
        for start, page in self._numbered():
            leaf = self._leaves.get(page)
            there = asked & leaf.words.keys() if leaf is not None else set()
            if not there:
                continue
            for number, entry in enumerate(page.entries, start=start):
                reading = self.reading(entry)
                if reading is not None:
                    for word in there.intersection(reading.words):
                        yield word, number, entry

    def likely_names(self) -> tuple[str, ...]:
        """Give what looks like a name, the most frequent first: twice or more with a capital inside a sentence.

        A word that is also written small is none, nor one that counts as easy already.
        """
        exempt, written = self._ledger.lexicon.is_exempt, self._ledger.vocabulary.times
        found = [
            (-times, name)
            for name, times in self.names.items()
            if times >= NAMES_AT_LEAST and not exempt(name) and not written(name.lower())
        ]
        return tuple(name for _times, name in sorted(found))

    def _numbered(self) -> Iterator[tuple[int, Page[Entry]]]:
        start = 0
        for page in self._ledger.book.pages:
            yield start, page
            start += len(page.entries)


def _take_out(known: Counter[_Key], gone: Counter[_Key]) -> None:
    for key, times in gone.items():
        left = known[key] - times
        if left:
            known[key] = left
        else:
            del known[key]


_SPACES = re.compile(r"\s+")


def excerpt(text: str, most: int = 120) -> str:
    """Give the beginning of a sentence on one line, in whole words if it has any; an ellipsis says it goes on."""
    line = _SPACES.sub(" ", text[: 2 * most]).strip()
    if len(line) <= most:
        return line
    words = line[:most].rpartition(" ")[0].rstrip(" ,;:")
    return (words or line[: most - 1]) + "…"
