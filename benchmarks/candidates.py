"""What was tried to make Calibrated agree better with teachers, by itself and in sets of equal weight.

    python benchmarks/candidates.py [--corpus FOLDER] [--words 120] [--half development|check|both]

Every measure is monotone and can be explained; each is taken in standard deviations from its mean over the whole
texts, whose labels are not looked at, and the mean of a set is judged as in `agreement.py`. The sets were chosen
by the development half and looked at in the other one afterwards.
"""

import argparse
import math
import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from agreement import PEER, Article, Scores, compare, measures, options_of, sets_of, show
from factbox.document import Block
from factbox.metrics import content, words
from factbox.metrics.grammar import PREPOSITIONS, RELATIVES, SUBORDINATORS
from factbox.metrics.language import language
from factbox.metrics.lexicon import Lexicon, is_familiar
from factbox.metrics.measure import measured_sentences
from factbox.metrics.rarity import rarity
from factbox.metrics.stock import Stock
from factbox.metrics.syllables import count_syllables
from factbox.metrics.tally import Tally

LEXICON = Lexicon(language("en"), with_content=True)
PERSONS = frozenset("i me my you your he him his she her we us our they them their".split())
MARKS = ",;–—"
WINDOW = 50
# Words of usual language beside a text, as in metrics/formulas.py.
BESIDE, USUAL = 180, 0.071


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the measures look at it.

    Attributes:
        tally: What it counts.
        words: Its words in small letters, in order, without what follows an apostrophe.
        lengths: The words of each sentence.
        marks: Its commas, semicolons and dashes.
        stock: Its content words.
    """

    tally: Tally
    words: tuple[str, ...]
    lengths: tuple[int, ...]
    marks: int
    stock: Stock

    @property
    def different(self) -> Sequence[str]:
        """The different content words."""
        return tuple(self.stock.times)


def texts_of(article: Article) -> list[Text]:
    """Read the versions of an article."""
    return [_text(blocks, tally) for blocks, tally in zip(article.blocks, article.tallies, strict=True)]


def _text(blocks: Sequence[Block], tally: Tally) -> Text:
    found: list[str] = []
    lengths: list[int] = []
    stock: Counter[str] = Counter()
    for block in blocks:
        sentences = measured_sentences(block, LEXICON) if LEXICON.tally(words.forms(block.text)).words else ()
        found += (word.lower().partition("'")[0] for form in block.text.split() if (word := words.word(form)))
        lengths += (each.tally.words for each in sentences)
        stock.update(word for each in sentences for word in each.content)
    marks = sum(block.text.count(mark) for block in blocks for mark in MARKS)
    return Text(tally, tuple(found), tuple(lengths), marks, Stock(stock.elements()))


Measure = Callable[[Text], float]
MEASURES: dict[str, Measure] = {}


def measure(found: Measure) -> Measure:
    """Enter a measure under its name; a higher figure is harder."""
    MEASURES[found.__name__.replace("_", " ")] = found
    return found


def _mean(found: Sequence[float]) -> float:
    return statistics.fmean(found) if found else 0.0


def _share(found: Sequence[object], of: Sequence[object]) -> float:
    return len(found) / len(of) if of else 0.0


@measure
def level(text: Text) -> float:
    """Mean CEFR level of the stems."""
    return text.tally.levels / max(1, text.tally.levelled)


@measure
def rarity_of_stems(text: Text) -> float:
    """Mean Zipf frequency of the stems, turned round."""
    return -text.tally.commonness / max(1, text.tally.listed)


@measure
def latinate(text: Text) -> float:
    """Share of Latinate words, as it is."""
    return text.tally.latinate / max(1, text.tally.content_words)


@measure
def latinate_steadied(text: Text) -> float:
    """The same with words of usual language beside it."""
    return (text.tally.latinate + BESIDE * USUAL) / (text.tally.content_words + BESIDE)


@measure
def length(text: Text) -> float:
    """Logarithm of the sentence length, weighted by words."""
    return math.log(max(1, text.tally.length) / max(1, text.tally.words))


@measure
def mean_length(text: Text) -> float:
    """Logarithm of the mean sentence length."""
    return math.log(_mean(text.lengths) or 1)


@measure
def longest(text: Text) -> float:
    """Logarithm of the longest sentence."""
    return math.log(max(text.lengths, default=1))


@measure
def above_b1(text: Text) -> float:
    """Share of content words that learners know from B2 on."""
    found = [found for word in text.different if (found := rarity().cefr(word))]
    return _share([each for each in found if each > 3], found)


@measure
def band(text: Text) -> float:
    """Mean logarithm of the thousand of word families."""
    return _mean([math.log(found) for word in text.different if (found := rarity().band(word))])


@measure
def letters(text: Text) -> float:
    """Letters of the different content words."""
    return _mean([len(word) for word in text.different])


@measure
def syllables(text: Text) -> float:
    """Syllables of the different content words."""
    return _mean([_syllables(word) for word in text.different])


@cache
def _syllables(word: str) -> int:
    return count_syllables(word)


@measure
def unfamiliar(text: Text) -> float:
    """Share of different content words that are not on the list of Chall and Dale."""
    familiar = language("en").familiar
    return _share([word for word in text.different if not is_familiar(word, familiar)], text.different)


@measure
def few_persons(text: Text) -> float:
    """Share of personal pronouns, turned round."""
    return -_share([word for word in text.words if word in PERSONS], text.words)


@measure
def prepositions(text: Text) -> float:
    """Share of prepositions."""
    return _share([word for word in text.words if word in PREPOSITIONS - {"to"}], text.words)


@measure
def subordination(text: Text) -> float:
    """Share of words that begin a subordinate clause."""
    return _share([word for word in text.words if word in SUBORDINATORS | RELATIVES], text.words)


@measure
def marks(text: Text) -> float:
    """Commas, semicolons and dashes in a sentence."""
    return text.marks / max(1, len(text.lengths))


@measure
def density(text: Text) -> float:
    """Share of words that are no function words."""
    return _share([word for word in text.words if content.bare(word)], text.words)


@measure
def mattr(text: Text) -> float:
    """Mean type-token ratio of every fifty words in a row (Covington and McFall 2010)."""
    windows = range(max(1, len(text.words) - WINDOW + 1))
    return _mean([len(set(text.words[start : start + WINDOW])) / WINDOW for start in windows])


@measure
def variety(text: Text) -> float:
    """How seldom two content words drawn by chance are the same (Yule 1944), as a logarithm."""
    times = text.stock.times.values()
    every = sum(times)
    return -math.log(sum(each * (each - 1) for each in times) / max(1, every * (every - 1)) + 0.001)


@measure
def new_words(text: Text) -> float:
    """Share of neighbouring words that do not stand beside each other again."""
    pairs = list(pairwise(text.words))
    return _share(list(set(pairs)), pairs)


_VOCABULARY = ("level", "rarity of stems")
FOUR = (*_VOCABULARY, "latinate", "length")
STEADIED = (*_VOCABULARY, "latinate steadied", "length")
SETS: Mapping[str, tuple[str, ...]] = {
    "four, as in the study": FOUR,
    "Calibrated: four, one of them steadied": STEADIED,
    "three: without Latinate words": (*_VOCABULARY, "length"),
    **{f"Calibrated and {name}": (*STEADIED, name) for name in (
        "mean length", "length", "above b1", "letters", "syllables", "unfamiliar", "few persons", "prepositions",
        "subordination", "marks", "density", "mattr", "variety", "new words",
    )},
    "Calibrated, variety and length": (*STEADIED, "variety", "length"),
    "Calibrated, mattr and length": (*STEADIED, "mattr", "length"),
    "eight": (*STEADIED, "mean length", "mattr", "unfamiliar", "prepositions"),
    "ten": (*STEADIED, "mean length", "mattr", "unfamiliar", "prepositions", "letters", "few persons"),
}  # fmt: skip


def main() -> None:
    """Judge all measures and sets, and print."""
    options = options_of(argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]))
    sets = sets_of(options)
    read = {id(article): texts_of(article) for found in sets.values() for article in found}
    usual = {
        name: (statistics.fmean(found), statistics.pstdev(found))
        for name, each in MEASURES.items()
        if (found := [each(text) for article in sets["whole"] for text in read[id(article)]])
    }

    def of(names: Sequence[str]) -> Callable[[Article], Scores]:
        def scores(article: Article) -> Scores:
            easy, middle, hard = (
                _mean([(MEASURES[name](text) - usual[name][0]) / usual[name][1] for name in names])
                for text in read[id(article)]
            )
            return easy, middle, hard

        return scores

    tried = {PEER: measures()[PEER], **{name: of([name]) for name in MEASURES}}
    tried |= {name: of(names) for name, names in SETS.items()}
    print(f"{len(sets['whole'])} articles in three versions; half: {options.half}")
    show(compare(tried, sets), PEER)


if __name__ == "__main__":
    main()
