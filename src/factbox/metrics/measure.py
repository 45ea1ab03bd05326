"""One paragraph, measured: what its forms and its sentences add to the document's tally."""

from dataclasses import dataclass
from typing import NamedTuple

from factbox.document import Block, Role
from factbox.metrics import words
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.sentences import End, Sentence, sentences
from factbox.metrics.tally import FULL_LENGTH, Tally

LONGEST_FRAGMENT = 15
NOTHING = Tally()
_ENDED = Tally(sentences=1, ended=1).packed


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A measured block.

    Attributes:
        tally: What it adds to the document's tally.
        aside: What its fragment would add besides if fragments counted as sentences.
        spared: What its exempt words are spared, packed; see `Lexicon.spared`.
    """

    tally: Tally = NOTHING
    aside: Tally = NOTHING
    spared: int = 0

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
    if last.reason is not End.BLOCK:
        return Paragraph(Tally.unpack(counts.packed + found * _ENDED), spared=spared)
    if found > 1:
        lacking = max(0, FULL_LENGTH - _words_at_most(FULL_LENGTH, block.text[last.start :], lexicon))
        return Paragraph(counts + Tally(sentences=found, ended=found - 1, unfinished=lacking), spared=spared)
    if _is_fragment(block, counts.words, marked=start > 0):
        outside = Tally(tokens=counts.tokens, foreign=counts.foreign, fragments=1, words_left_out=counts.words)
        return Paragraph(outside, counts.replace(tokens=0, foreign=0, sentences=1), spared)
    return Paragraph(counts + Tally(sentences=1), spared=spared)


class Measured(NamedTuple):
    """A sentence that was measured: its place in the text of its block, in characters, and what it counts."""

    start: int
    end: int
    tally: Tally


def measured_sentences(block: Block, lexicon: Lexicon) -> tuple[Measured, ...]:
    """Measure the sentences of a block, one by one; their tallies add up to that of the whole block.

    Exempt words count as easy. A fragment is given as the one sentence it would count as.
    """
    found = list(sentences(block.text, lexicon.language, words.after_marker(block.text)))
    several = len(found) > 1
    return tuple(_measured(each, block.text, lexicon, several=several) for each in found)


def _measured(sentence: Sentence, text: str, lexicon: Lexicon, *, several: bool) -> Measured:
    counts = lexicon.eased(text[sentence.start : sentence.end].split())
    if sentence.reason is not End.BLOCK:
        counts += Tally(sentences=1, ended=1)
    elif several:
        counts += Tally(sentences=1, unfinished=max(0, FULL_LENGTH - counts.words))
    else:
        counts += Tally(sentences=1)
    start = sentence.start
    while text[start].isspace():
        start += 1
    return Measured(start, sentence.end, counts)


def _words_at_most(most: int, text: str, lexicon: Lexicon) -> int:
    """Count the words of a text, but stop when there are enough."""
    found, rest = 0, text
    while rest and found < most:
        *forms, rest = [*rest.split(maxsplit=most), ""][: most + 1]
        found += lexicon.tally(forms).words
    return min(found, most)


def _is_fragment(block: Block, count: int, *, marked: bool) -> bool:
    return block.role is not Role.BODY or count <= LONGEST_FRAGMENT or marked
