"""Spelling: where misspelt words stand, what may have been meant, and the reader's own dictionary."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factbox import formats
from factbox.document import Block
from factbox.formats import text
from factbox.metrics.guidance import Spot
from factbox.metrics.words import is_web
from factbox.session.settings import config_folder
from factbox.session.speller import speller, without_accents
from factbox.session.tasks import Errands

# Characters: a longer paragraph is none that anybody reads on a screen, and would be read on every key.
_LONGEST = 100_000
# Paragraphs between which whoever draws gets the interpreter.
_TURN = 20
# Mistakes up to which a text may be careless rather than foreign.
_MANY = 25
# Paragraphs whose mistakes are remembered; a screen shows some dozens.
_KEPT = 500
_FORM = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_AROUND = "()[]{}<>\"'“”‘’.,;:!?…*_"
# FAQ, NATO's, GPs
_CAPITALS = re.compile(r"[A-Z]{2,}(?:['’]?s)?")

Found = tuple[Spot, ...]


class Spelling(QObject):
    """Checks words away from the window.

    Signals:
        changed: Other words are right than before: another dictionary, or one more word.
        failed: The own dictionary or that of the language cannot be used; tells the error.
        idled: Nothing is on its way to the disk any more.
    """

    changed = Signal()
    failed = Signal(object)
    idled = Signal()

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._errands = Errands(self)
        self._asides, self._disk = Errands(self), Errands(self)
        self._disk.idled.connect(self.idled)
        self._language = ""
        self._right: dict[str, bool] = {}
        self._checked = _Checked()
        self._own: frozenset[str] = frozenset()
        self._ignored: frozenset[str] = frozenset()
        self._sought = 0

    @property
    def language(self) -> str:
        """The dictionary that is used, one of `LANGUAGES`; empty where nothing is checked."""
        return self._language

    @property
    def is_writing(self) -> bool:
        """Whether the own dictionary is on its way from or to the disk."""
        return self._disk.is_busy

    @property
    def own(self) -> frozenset[str]:
        """The words of the own dictionary."""
        return self._own

    @property
    def file(self) -> Path:
        """Where the own dictionary lies, one word a line; it may not be there yet."""
        return config_folder() / "dictionary.txt"

    def speak(self, language: str) -> None:
        """Check by the dictionary of a language from now on, or by none; `changed` follows."""
        if language == self._language:
            return
        # A new one: an errand may still be filling the old one.
        self._language, self._right = language, {}
        self._checked = _Checked()
        self.changed.emit()

    def load(self) -> None:
        """Read the own dictionary; `changed` follows."""
        self._disk.run(lambda: _read(self.file), self._take, self.failed.emit)

    def add(self, word: str) -> None:
        """Add a word to the own dictionary; `changed` follows."""
        self._own |= {word}
        self._change(lambda own: own | {word})

    def remove(self, words: Iterable[str]) -> None:
        """Take words out of the own dictionary; `changed` follows."""
        leaving = frozenset(words)
        self._own -= leaving
        self._change(lambda own: own - leaving)

    def ignore(self, word: str) -> None:
        """Let a word pass until the window is closed."""
        self._ignored |= {word}
        self.changed.emit()

    def check(self, blocks: Sequence[Block], first: int, done: Callable[[Found], None]) -> None:
        """Find the misspelt words of some paragraphs; `done` gets their spots in order.

        Where there are more mistakes than other words, the text is in another language, and has none.

        Args:
            blocks: The paragraphs.
            first: The number of the first of them.
            done: Gets the spots.
        """
        check = self._checker()

        def work() -> Found:
            found = tuple(chain.from_iterable(check(number, each) for number, each in enumerate(blocks, first)))
            if len(found) > _MANY and 2 * len(found) > sum(len(each.text.split()) for each in blocks):
                return ()
            return found

        self._errands.run(work, done, self.failed.emit)

    def seek(
        self, blocks: Sequence[Block], start: Spot, done: Callable[[Spot | None], object], *, forward: bool
    ) -> None:
        """Find the next misspelt word behind a place or before it, round the end of the text.

        `done` gets its spot, or None where every word is right; nothing, if something else is sought by then.
        """
        self._sought += 1
        sought, check = self._sought, self._checker()

        def work() -> Spot | None:
            for turn, number in enumerate(_round(len(blocks), start.block, forward=forward)):
                if sought != self._sought:
                    return None
                if turn % _TURN == 0:
                    time.sleep(0)
                spots = list(check(number, blocks[number]))
                if number == start.block:
                    # The first time what is behind the place, the last time what is before it.
                    spots = [each for each in spots if ((each.start >= start.end) is forward) is (turn == 0)]
                if spots:
                    return spots[0 if forward else -1]
            return None

        def answer(found: Spot | None) -> None:
            if sought == self._sought:
                done(found)

        self._asides.run(work, answer, self.failed.emit)

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Find words that may have been meant; `done` gets up to five of them, the best first."""
        language = self._language

        def fail(error: Exception) -> None:
            self.failed.emit(error)
            done(())

        self._asides.run(lambda: speller(language).suggest(word) if language else (), done, fail)

    def _change(self, change: Callable[[frozenset[str]], frozenset[str]]) -> None:
        """Change what stands on the disk, for another window may have added words."""
        self.changed.emit()
        self._disk.run(lambda: _written(change(_read(self.file)), self.file), self._take, self.failed.emit)

    def _take(self, words: frozenset[str]) -> None:
        if not self._disk.is_busy:
            # Else a later change is on its way, and its answer has all of them.
            self._own = words
            self.changed.emit()

    def _checker(self) -> Callable[[int, Block], Iterator[Spot]]:
        """Give what finds the misspelt words of a block; it knows the words that pass now."""
        language, right, passing = self._language, self._right, self._own | self._ignored

        def is_right(word: str) -> bool:
            known = right.get(word)
            if known is None:
                known = right.setdefault(word, speller(language).knows(word))
            return known or _plain(word) in passing or word.lower() in passing

        def mistakes(text: str) -> Iterator[tuple[int, int]]:
            return (span for span in words(text) if not is_right(text[slice(*span)]))

        # What was found in a paragraph holds as long as the same words pass.
        checked = self._checked = self._checked.at(passing)

        def check(number: int, block: Block) -> Iterator[Spot]:
            if not language:
                return
            known = checked.spans.get(block.text)
            if known is None:
                known = checked.keep(block.text, tuple(mistakes(block.text)))
            for span in known:
                yield Spot(number, *span)

        return check


class _Checked:
    """The mistakes of paragraphs that were checked, by their text, as long as the same words pass."""

    def __init__(self, passing: frozenset[str] = frozenset()) -> None:
        self._passing = passing
        self.spans: dict[str, tuple[tuple[int, int], ...]] = {}

    def at(self, passing: frozenset[str]) -> "_Checked":
        """Give this, or a new one where other words pass."""
        return self if passing == self._passing else _Checked(passing)

    def keep(self, text: str, found: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """Keep what was found in a paragraph, and give it."""
        if len(self.spans) >= _KEPT:
            self.spans.clear()
        self.spans[text] = found
        return found


def words(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of words that have a spelling: no numbers, addresses, abbreviations, other alphabets."""
    if len(text) > _LONGEST:
        return
    for form in _FORM.finditer(text):
        if is_web(form[0].strip(_AROUND)):
            continue
        for match in _WORD.finditer(text, *form.span()):
            if _has_spelling(match[0]):
                yield match.span()


def _has_spelling(word: str) -> bool:
    if len(word) == 1 or word.isupper() or _CAPITALS.fullmatch(word):
        return False
    if any(map(str.isdigit, word)):
        return False
    return without_accents(word).isascii()


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


def _round(count: int, start: int, *, forward: bool) -> Iterator[int]:
    """Give the numbers of all blocks from one on, and that one once more at the end."""
    step = 1 if forward else -1
    return ((start + step * turn) % count for turn in range(count + 1)) if count else iter(())


def _read(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    decoded, _encoding, _losses = text.decode(formats.read_bytes(path))
    return frozenset(filter(None, map(str.strip, decoded.splitlines())))


def _written(own: frozenset[str], path: Path) -> frozenset[str]:
    """Write the own dictionary, and give it.

    Raises:
        FormatError: It cannot be written.
    """
    listing = "".join(f"{word}\n" for word in sorted(own, key=lambda each: (each.casefold(), each)))
    formats.private_folder(path.parent)
    formats.write_bytes(listing.encode("utf-8", "replace"), path, private=True)
    return own
