"""The marks of the paragraphs on screen: hard sentences and hard words, each with its reason."""

from collections.abc import Iterator

from factbox.document import Block
from factbox.metrics.guidance import Kind, Mark, Spot, Strength
from factbox.metrics.ledger import Entry, Ledger
from factbox.metrics.lists import Lists
from factbox.metrics.measure import Measured, measured_sentences
from factbox.metrics.reading import Reading
from factbox.metrics.splits import splits
from factbox.metrics.study import Study
from factbox.metrics.substitution import occurrences
from factbox.translation import _, decimal, ngettext

_KINDS = {Strength.HARD: Kind.HARD_SENTENCE, Strength.VERY_HARD: Kind.VERY_HARD_SENTENCE}
_MOST_CHOICES = 3


class Marks:
    """Marks paragraphs; the cost is that of the paragraphs, whatever the length of the text."""

    def __init__(self, ledger: Ledger, study: Study, lists: Lists) -> None:
        self._ledger, self._study, self._lists = ledger, study, lists
        self._parts = lists.parts

    def between(self, first: int, last: int) -> Iterator[Mark]:
        """Give the marks from one block to another: in a block its sentences first, then its words, in order."""
        for number, entry, reading in self._study.between(first, last):
            for sentence in reading.sentences:
                kind = _KINDS.get(self._lists.strength_of(sentence))
                if kind is not None:
                    yield self._sentence(number, entry, sentence, kind)
            yield from self._words(number, entry, reading)

    def _sentence(self, number: int, entry: Entry, sentence: Measured, kind: Kind) -> Mark:
        part = self._parts.part(sentence.kind)
        share, rest = self._parts.share(part) or 0.0, self._parts.without(part) or 0.0
        alone = self._parts.alone(part) or 0.0
        parts = [
            ngettext("{n} word.", "{n} words.", sentence.tally.words),
            _("It adds {share}: without it, {rest}.").format(share=decimal(share, 2), rest=decimal(rest, 2)),
            self._best_split(entry.block.text, sentence),
        ]
        return Mark(
            Spot(number, sentence.start, sentence.end),
            kind,
            " ".join(filter(None, parts)),
            _("Level {n} by itself").format(n=decimal(alone, 1)),
        )

    def _best_split(self, text: str, sentence: Measured) -> str:
        level = self._parts.formula.value(self._parts.total)
        savings = []
        behind = len(text) - sentence.end
        for split in splits(text, sentence.start, sentence.end):
            # A block is the sum of its sentences: only this one need be measured again.
            done = split.done(text)
            parts = measured_sentences(Block(done[sentence.start : len(done) - behind]), self._ledger.lexicon)
            savings.append((level - self._parts.after(sentence, parts), split.after))
        if not savings or max(savings)[0] < 0.005:
            return ""
        saved, word = max(savings)
        return _("Splitting it after “{word}” saves {n}.").format(word=word, n=decimal(saved, 2))

    def _words(self, number: int, entry: Entry, reading: Reading) -> Iterator[Mark]:
        text = entry.block.text
        spans = [
            (start, end, word)
            for word in dict.fromkeys(reading.words)
            if self._lists.is_hard(word)
            for start, end in occurrences(text, word)
        ]
        for start, end, word in sorted(spans):
            yield Mark(Spot(number, start, end), Kind.HARD_WORD, self._reason(word), self._share(word))

    def _reason(self, word: str) -> str:
        syllables = self._ledger.lexicon.tally([word]).syllables
        parts = [ngettext("{n} syllable.", "{n} syllables.", syllables)]
        level = self._lists.level_of(word)
        if level is not None:
            parts.append(_("Learnt at {level}.").format(level=level.name))
        choices = [each.word for each in self._lists.offers(word)[:_MOST_CHOICES]]
        if choices:
            parts.append(_("Simpler words that may fit: {words}.").format(words=", ".join(choices)))
        return " ".join(parts)

    def _share(self, word: str) -> str:
        if not self._lists.apart:
            return ""
        share = self._parts.word_share(word, self._study.words[word])
        return _("adds {n}").format(n=decimal(share, 2))
