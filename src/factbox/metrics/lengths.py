"""The lengths of sentences: one by one in the order of the text, or where they are many, by classes of length."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from factbox.metrics.guidance import Spot
from factbox.metrics.ledger import Ledger
from factbox.metrics.picture import Bar, Line, Picture, Rule, Shown, Tone
from factbox.metrics.study import Study, excerpt
from factbox.translation import _, decimal, named, ngettext, whole

# More sentences than that are shown by their lengths, as classes of so many words; longer than the last are one.
MOST = 60
CLASS, CLASSES = 5, 10
_SLICE = 100
_BEGINNING = 60


class Sentence(NamedTuple):
    """A sentence by its length: its words, where it stands, and how it begins."""

    words: int
    spot: Spot
    text: str


class Lengths(NamedTuple):
    """The sentences of a text by their lengths.

    Attributes:
        first: The first `MOST` of them.
        number: How many there are.
        words: The words in all of them.
        longest: The first of the longest, None without a sentence.
        classes: How many there are of each length, by the number of the class.
        samples: The first sentence of each class.
    """

    first: tuple[Sentence, ...]
    number: int
    words: int
    longest: Sentence | None
    classes: Counter[int]
    samples: dict[int, Sentence]

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / self.number if self.number else 0.0


def lengths(ledger: Ledger, study: Study) -> Iterator[Lengths | None]:
    """Find the lengths of the sentences of prose, in slices: None again and again, then all of them."""
    first: list[Sentence] = []
    longest: Sentence | None = None
    classes: Counter[int] = Counter()
    samples: dict[int, Sentence] = {}
    words = 0
    for block, entry, reading in study.between(0, len(ledger.book)):
        for each in reading.sentences:
            count = each.tally.words
            if not count:
                continue
            place = min((count - 1) // CLASS, CLASSES)
            is_told = len(first) < MOST or place not in samples or longest is None or count > longest.words
            classes[place] += 1
            words += count
            if is_told:
                text = excerpt(entry.block.text[each.start : each.end], _BEGINNING)
                sentence = Sentence(count, Spot(block, each.start, each.end), text)
                first[len(first) :] = [sentence] if len(first) < MOST else []
                samples.setdefault(place, sentence)
                longest = sentence if longest is None or count > longest.words else longest
        if not block % _SLICE:
            yield None
    yield Lengths(tuple(first), classes.total(), words, longest, classes, samples)


def sentence_lengths(found: Lengths) -> Picture:
    """Show the sentences of one text."""
    title = _(Shown.LENGTHS)
    if not found.number:
        return Picture(Shown.LENGTHS, title, _("No sentence yet."), _("words"))
    mean = Rule(_("mean {n}").format(n=decimal(found.mean, 1)), found.mean, Line.WHOLE)
    if found.number > MOST:
        return Picture(Shown.LENGTHS, title, described(found), _("% of the sentences"), _by_class(found))
    bars = tuple(_bar(number, each) for number, each in enumerate(found.first, start=1))
    return Picture(Shown.LENGTHS, title, described(found), _("words"), bars, (mean,), in_order=True)


def both_lengths(original: Lengths, adaptation: Lengths, texts: tuple[str, str]) -> Picture:
    """Show how often each length is in an original and in its adaptation."""
    most = max((*original.classes, *adaptation.classes), default=-1)
    ours = _by_class(original, most, texts[0], Tone.ORIGINAL)
    theirs = _by_class(adaptation, most, texts[1])
    told = " ".join(named(name, described(each)) for name, each in zip(texts, (original, adaptation), strict=True))
    bars = tuple(bar for pair in zip(ours, theirs, strict=True) for bar in pair)
    return Picture(Shown.BOTH_LENGTHS, _(Shown.BOTH_LENGTHS), told, _("% of the sentences"), bars, texts=texts)


def described(found: Lengths) -> str:
    """Say in words how long sentences are, and name the longest."""
    if found.longest is None:
        return _("No sentence yet.")
    number = _("{sentences}, on average of {mean} words.")
    longest = _("The longest has {words}: “{text}”.")
    return " ".join(
        (
            number.format(
                sentences=ngettext("{n} sentence", "{n} sentences", found.number), mean=decimal(found.mean, 1)
            ),
            longest.format(words=ngettext("{n} word", "{n} words", found.longest.words), text=found.longest.text),
        )
    )


def _bar(number: int, sentence: Sentence) -> Bar:
    words = ngettext("{n} word", "{n} words", sentence.words)
    told = _("Sentence {number}: {words}. “{text}”").format(number=number, words=words, text=sentence.text)
    return Bar(str(number), sentence.words, f"{sentence.words}", told, sentence.spot)


def _by_class(found: Lengths, most: int | None = None, name: str = "", tone: Tone = Tone.PLAIN) -> tuple[Bar, ...]:
    last = max(found.classes, default=-1) if most is None else most
    bars = []
    for place in range(last + 1):
        share = 100 * found.classes[place] / found.number if found.number else 0.0
        label = f"{place * CLASS + 1}–{(place + 1) * CLASS}" if place < CLASSES else f"{CLASSES * CLASS + 1}+"
        told = _("{label} words: {share} % of the sentences, {n}.").format(
            label=label, share=decimal(share, 1), n=whole(found.classes[place])
        )
        sample = found.samples.get(place)
        if sample is not None:
            told += " " + _("The first: “{text}”").format(text=sample.text)
        told = f"{name}. {told}" if name else told
        bars.append(Bar(label, share, f"{decimal(share, 1)} %", told, sample.spot if sample else None, tone))
    return tuple(bars)
