"""One paragraph, measured: its forms, and the tally of what they count."""

from dataclasses import dataclass, replace

from factbox.document import Block, Role
from factbox.metrics import words
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.sentences import End, sentences
from factbox.metrics.tally import FULL_LENGTH, Tally

LONGEST_FRAGMENT = 15
NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A measured block.

    Attributes:
        forms: Its forms, in order.
        tally: What it adds to the document's tally.
        aside: What its fragment would add besides if fragments counted as sentences.
    """

    forms: list[str]
    tally: Tally = NOTHING
    aside: Tally = NOTHING


def measure(block: Block, lexicon: Lexicon) -> Paragraph:
    """Measure a block.

    A block without a sentence end is a fragment when it is a heading, a list item or of at most 15 words; a
    fragment counts for tokens and types, not for the Level (Flesch 1948: skip titles, headings, captions).
    """
    forms = words.forms(block.text)
    counts = lexicon.tally(forms)
    if not counts.words:
        return Paragraph(forms, counts)
    start = words.after_marker(block.text)
    found = list(sentences(block.text, lexicon.language, start))
    if found[-1].reason is not End.BLOCK:
        return Paragraph(forms, replace(counts, sentences=len(found), ended=len(found)))
    if len(found) > 1:
        rest = lexicon.tally(words.forms(block.text[found[-1].start :], marked=False))
        lacking = max(0, FULL_LENGTH - rest.words)
        return Paragraph(forms, replace(counts, sentences=len(found), ended=len(found) - 1, unfinished=lacking))
    if _is_fragment(block, counts.words, marked=start > 0):
        outside = Tally(tokens=counts.tokens, foreign=counts.foreign, fragments=1, words_left_out=counts.words)
        return Paragraph(forms, outside, replace(counts, tokens=0, foreign=0, sentences=1))
    return Paragraph(forms, replace(counts, sentences=1))


def _is_fragment(block: Block, count: int, *, marked: bool) -> bool:
    return block.role is not Role.BODY or count <= LONGEST_FRAGMENT or marked
