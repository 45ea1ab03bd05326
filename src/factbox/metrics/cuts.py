"""What a rule for splitting gives, and the table of all such rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factbox.metrics.clauses import Phrase, Sentence
from factbox.metrics.flaws import found_by
from factbox.metrics.grammar import ARTICLES, DEFINITE, PREPOSITIONS, PRONOUNS, grammar

# Nouns that only count or choose among others, or say nothing.
EMPTY = frozenset(
    "number majority minority lot group series rest bulk half part kind sort pair couple handful range type"
    " variety one person man woman people thing things way place time fact other others share percentage"
    " proportion total".split()
)


class Change(NamedTuple):
    """What stands at a place of a paragraph instead, by its characters."""

    start: int
    end: int
    text: str


class Cut(NamedTuple):
    """A place for a full stop: the last piece before it, what changes, and what to check (may be empty)."""

    before: int
    changes: tuple[Change, ...]
    note: str = ""


_Finder = Callable[[Sentence], Iterator[Cut]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is called, how much it counts beside one that is always right, and what it finds."""

    name: str
    worth: float
    cuts: _Finder

    def found(self, sentence: Sentence) -> list[Cut]:
        """Give its cuts of a sentence; none where it fails."""
        return found_by(self.name, lambda: self.cuts(sentence))


class Rules(list[Rule]):
    """The rules of a module, in the order in which they are declared: the first that finds a place has it."""

    def declare(self, name: str, worth: float = 1.0) -> Callable[[_Finder], _Finder]:
        """Declare a rule by the function that finds its cuts."""

        def declared(cuts: _Finder) -> _Finder:
            self.append(Rule(name, worth, cuts))
            return cuts

        return declared


def stop(sentence: Sentence, before: int, after: int, opening: str = "", *, keep: bool = False) -> Change:
    """End a sentence behind one piece and begin the next at another, with an opening if there is one.

    Args:
        sentence: The sentence.
        before: The last piece of the first half.
        after: The first piece of the second half.
        opening: What stands before it.
        keep: Whether the opening is whole: the piece keeps its small letter, as a verb behind a subject does.
    """
    first = sentence.pieces[after]
    start = first.start - len(first.opens)
    letter = sentence.text[start]
    written = letter if opening or keep or any(map(str.isupper, first.written[1:])) else letter.upper()
    last = sentence.pieces[before]
    # A quotation or a bracket that closes there stays.
    end = last.end + len(last.closes) - len(last.closes.lstrip("”)]’\"'"))
    return Change(end, start + 1, f". {opening}{written}")


def again(sentence: Sentence, subject: Phrase) -> str:
    """Say a subject a second time, with its capital; empty where nothing certain can stand for it."""
    start, end = subject.start, subject.end
    first, written = sentence.word(start), sentence.written(start, end)
    if not all(map(sentence.is_open, range(start, end))) or re.search(r"[\"“”‘(),]|(?<!\w)['’]", written):
        return ""
    if end == start + 1 and first in PRONOUNS:
        if first in ("i", "he", "she", "it", "we", "you", "they"):
            return first.capitalize()
        return {"this": "This", "these": "They", "those": "They"}.get(first, "")
    if end - start <= 4 and not any(sentence.closes(place) for place in range(start, end - 1)):
        if first in DEFINITE and PREPOSITIONS.isdisjoint(map(sentence.word, range(start, end))):
            return written[0].upper() + written[1:]
        if all(map(sentence.is_name, range(start, end))):
            return written
    return _shorter(sentence, subject, first)


def _shorter(sentence: Sentence, subject: Phrase, first: str) -> str:
    """Say a long subject a second time: by its name, its noun or a pronoun."""
    start, end = subject.start, subject.end
    # "The German physicist Ada Hill" is "Ada Hill" from then on.
    name = end
    while name > start and sentence.is_name(name - 1) and not (name < end and sentence.closes(name - 1)):
        name -= 1
    if end - name >= 2 and name > start and sentence.is_name(end - 1) and first not in PREPOSITIONS:
        return sentence.written(name, end) if subject.head == end - 1 and subject.plural is not True else ""
    if subject.plural:
        return "They"
    # "A sub-set of the managers" is "the sub-set" from then on; "a number of" nothing is no thing.
    head = sentence.word(subject.head)
    known = grammar()
    plain = known.is_noun(head) and not known.is_plural(head) and head not in EMPTY and "'" not in head
    if first not in ARTICLES | DEFINITE or not plain or sentence.is_name(subject.head):
        return ""
    return (
        f"{'The' if first in ARTICLES else first.capitalize()} {sentence.written(subject.head, subject.head + 1)}"
    )
