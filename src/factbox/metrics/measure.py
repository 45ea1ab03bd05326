"""One paragraph, measured: its forms, and the tally of what they count."""

from dataclasses import dataclass, replace

from factbox.document import Block, Role
from factbox.metrics import words
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.sentences import End, sentences
from factbox.metrics.tally import Tally

LONGEST_FRAGMENT = 15


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A measured block: its forms in order, and its tally."""

    forms: list[str]
    tally: Tally


def measure(block: Block, lexicon: Lexicon) -> Paragraph:
    """Measure a block.

    A block without a sentence end is a fragment when it is a heading, a list item or of at most 15 words; a
    fragment counts for tokens and types, not for the Level (Flesch 1948: skip titles, headings, captions).
    """
    forms = words.forms(block.text)
    if not forms:
        return Paragraph(forms, Tally())
    counts = lexicon.tally(forms)
    if not counts.words:
        return Paragraph(forms, Tally(tokens=counts.tokens))
    ends = [sentence.reason for sentence in sentences(block.text, lexicon.language, words.after_marker(block.text))]
    ended = sum(reason is not End.BLOCK for reason in ends)
    if not ended and _is_fragment(block, counts.words):
        return Paragraph(forms, Tally(tokens=counts.tokens, fragments=1, words_left_out=counts.words))
    return Paragraph(forms, replace(counts, sentences=len(ends), ended=ended))


def _is_fragment(block: Block, count: int) -> bool:
    return block.role is not Role.BODY or count <= LONGEST_FRAGMENT or words.after_marker(block.text) > 0
