"""One paragraph, measured: what its forms and its sentences add to the document's tally."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factbox.document import Block, Role
from factbox.metrics import words
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.sentences import End, Sentence, sentences
from factbox.metrics.tally import FULL_LENGTH, Tally

LONGEST_FRAGMENT = 15
# What is said in sentences.
_PROSE = frozenset({Role.BODY, Role.QUOTATION})
# Words: what is longer without an end is no sentence but a list.
LONGEST_SENTENCE = 200
NOTHING = Tally()
_ENDED = Tally(sentences=1, ended=1).packed


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A measured block.

    Attributes:
        tally: What it adds to the document's tally.
        aside: What its fragment would add besides if fragments counted as sentences.
        spared: What its exempt words are spared, packed; see `Lexicon.spared`.
        content: How often each content word occurs; None where they are not kept.
    """

    tally: Tally = NOTHING
    aside: Tally = NOTHING
    spared: int = 0
    content: Mapping[str, int] | None = None

    @property
    def is_fragment(self) -> bool:
        """Whether it is no sentence."""
        return self.tally.fragments > 0

    @property
    def counts(self) -> Tally:
        """What its forms alone count: both tallies without the sentences and fragments."""
        return (self.tally + self.aside).of_words


UNMEASURED = Paragraph()


def measure(block: Block, counts: Tally, lexicon: Lexicon, spared: int = 0) -> Paragraph:
    """Measure a block: divide the counts of its forms between prose and fragment, and count its sentences.

    A block without a sentence end is a fragment when it is a heading, a list item or of at most 15 words; a
    fragment counts for tokens and types, not for the Level (Flesch 1948: skip titles, headings, captions).

    Args:
        block: The block.
        counts: What the forms of its text count.
        lexicon: What is known of forms.
        spared: What the exempt ones among its forms are spared.
    """
    if not counts.words:
        return Paragraph(counts, spared=spared)
    start = words.after_marker(block.text)
    ends = list(sentences(block.text, lexicon.language, start))
    found, last = len(ends), ends[-1]
    content = None
    if lexicon.with_content:
        length, content = _content(block.text, ends, lexicon)
        counts += Tally(length=length)
    if last.reason is not End.BLOCK:
        return Paragraph(Tally.unpack(counts.packed + found * _ENDED), spared=spared, content=content)
    if found > 1:
        lacking = max(0, FULL_LENGTH - _words_at_most(FULL_LENGTH, block.text[last.start :], lexicon))
        tally = counts + Tally(sentences=found, ended=found - 1, unfinished=lacking)
        return Paragraph(tally, spared=spared, content=content)
    if _is_fragment(block, counts.words, marked=start > 0):
        outside = Tally(tokens=counts.tokens, foreign=counts.foreign, fragments=1, words_left_out=counts.words)
        return Paragraph(outside, counts.replace(tokens=0, foreign=0, sentences=1), spared, content)
    return Paragraph(counts + Tally(sentences=1), spared=spared, content=content)


def _content(text: str, ends: list[Sentence], lexicon: Lexicon) -> tuple[int, Mapping[str, int]]:
    """Give the length of a paragraph, as a tally has it, and how often each content word occurs in it."""
    length, content = 0, Counter[str]()
    for sentence in ends:
        forms = text[sentence.start : sentence.end].split()
        length += _length(lexicon.words(forms))
        content.update(lexicon.content(forms))
    return length, content


def _length(words_of_it: int) -> int:
    return words_of_it * min(words_of_it, LONGEST_SENTENCE)


class Kind(NamedTuple):
    """All that a formula may see of a sentence: sentences of one kind are alike to it.

    Attributes:
        packed: What it counts but for its content words, packed.
        content: Its content words in the order of the alphabet, where they are kept.
    """

    packed: int
    content: tuple[str, ...]


class Measured(NamedTuple):
    """A sentence that was measured.

    Attributes:
        start: Where it begins in the text of its block, in characters.
        end: Where it ends.
        tally: What it counts, but for its content words.
        content: Its content words, in the order of the alphabet, where the lexicon keeps them.
    """

    start: int
    end: int
    tally: Tally
    content: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """All that a formula may see of it."""
        return Kind(self.tally.packed, self.content)


def measured_sentences(block: Block, lexicon: Lexicon) -> tuple[Measured, ...]:
    """Measure the sentences of a block, one by one; their tallies add up to that of the whole block.

    Exempt words count as easy. A fragment is given as the one sentence it would count as.
    """
    found = list(sentences(block.text, lexicon.language, words.after_marker(block.text)))
    several = len(found) > 1
    return tuple(_measured(each, block.text, lexicon, several=several) for each in found)


def _measured(sentence: Sentence, text: str, lexicon: Lexicon, *, several: bool) -> Measured:
    forms = text[sentence.start : sentence.end].split()
    counts, content = lexicon.eased(forms), tuple[str, ...]()
    if lexicon.with_content:
        counts += Tally(length=_length(counts.words))
        content = tuple(sorted(lexicon.content(forms)))
    if sentence.reason is not End.BLOCK:
        counts += Tally(sentences=1, ended=1)
    elif several:
        counts += Tally(sentences=1, unfinished=max(0, FULL_LENGTH - counts.words))
    else:
        counts += Tally(sentences=1)
    start = sentence.start
    while text[start].isspace():
        start += 1
    return Measured(start, sentence.end, counts, content)


def _words_at_most(most: int, text: str, lexicon: Lexicon) -> int:
    """Count the words of a text, but stop when there are enough."""
    found, rest = 0, text
    while rest and found < most:
        *forms, rest = [*rest.split(maxsplit=most), ""][: most + 1]
        found += lexicon.tally(forms).words
    return min(found, most)


def _is_fragment(block: Block, count: int, *, marked: bool) -> bool:
    return block.role not in _PROSE or count <= LONGEST_FRAGMENT or marked
