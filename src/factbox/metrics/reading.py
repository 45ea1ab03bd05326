"""A paragraph read for guidance: its sentences and its words one by one, which the sums alone do not keep."""

from collections.abc import Iterator
from dataclasses import dataclass

from factbox.document import Block
from factbox.metrics import words
from factbox.metrics.lexicon import Lexicon, known_as
from factbox.metrics.measure import Measured, measured_sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a paragraph.

    Attributes:
        sentences: Its sentences, measured with exempt words as easy ones.
        words: Its words as they are known, in order: in small letters but for abbreviations.
        names: What looks like a name in it: words with a capital inside a sentence.
    """

    sentences: tuple[Measured, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]


def read(block: Block, lexicon: Lexicon) -> Reading:
    """Read a block."""
    sentences = measured_sentences(block, lexicon)
    found = tuple(known_as(word) for form in words.forms(block.text) for word in _words(form))
    return Reading(sentences, found, tuple(_names(block.text, sentences)))


def _words(form: str) -> Iterator[str]:
    return filter(None, map(words.word, words.parts(form)))


def _names(text: str, sentences: tuple[Measured, ...]) -> Iterator[str]:
    for sentence in sentences:
        found = [word for form in text[sentence.start : sentence.end].split() for word in _words(form)]
        if sum(map(str.isupper, found)) * 2 > len(found):
            # All in capitals: none tells a name.
            continue
        for word in found[1:]:
            bare = word.removesuffix("'s")
            if len(bare) > 2 and bare[0].isupper() and bare[1:].islower() and bare.isalpha():
                yield bare
