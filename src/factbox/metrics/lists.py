"""The lists of sentences and of words: what makes the text hard, the hardest first."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Choice, Edit, Question, SentenceRow, Spot, Strength, WordRow
from factbox.metrics.hardness import USUAL, is_hard_word, strength
from factbox.metrics.ledger import Ledger
from factbox.metrics.measure import Kind, Measured
from factbox.metrics.outcomes import Outcomes, replacing
from factbox.metrics.parts import Part, Parts
from factbox.metrics.rarity import Cefr, rarity
from factbox.metrics.simpler import Candidate, simpler
from factbox.metrics.study import Place, Study, excerpt
from factbox.metrics.substitution import occurrences
from factbox.metrics.tally import Tally
from factbox.metrics.words import plain

# Words and rows looked at before others get their turn.
_SLICE, _SLICE_OF_ROWS = 500, 20


@dataclass(slots=True)
class Memory:
    """What was found of words and stays so until the goal or the exempt words change.

    Attributes:
        hard: Whether a word is hard for the readers that are meant.
        offers: Simpler words for a word.
    """

    hard: dict[str, bool] = field(default_factory=dict)
    offers: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)


class Lists:
    """Makes the rows of the lists from a study."""

    def __init__(self, ledger: Ledger, study: Study, goal: Goal | None, memory: Memory | None = None) -> None:
        self._ledger, self._study, self._goal = ledger, study, goal
        self._memory = memory or Memory()
        self.parts = Parts(ledger)
        self._level = goal.cefr if goal is not None else USUAL
        self._rarity = rarity(ledger.lexicon.language.code)
        self._strength = cache(self._strength_of)

    @property
    def apart(self) -> bool:
        """Whether words have shares of their own."""
        return self.parts.apart

    def weigh(self) -> Iterator[None]:
        """Weigh all sentences, giving way to others in between; what looks at all of them is then soon done."""
        for number, kind in enumerate(self._study.kinds, start=1):
            self._is_hard(kind)
            if not number % _SLICE:
                yield None

    def hard_sentences(self) -> int:
        """Count the sentences that are hard or very hard."""
        return sum(times for kind, times in self._study.kinds.items() if self._is_hard(kind))

    def hard_words(self) -> dict[str, int]:
        """Give the hard words, each with how often it occurs."""
        return {word: times for word, times in self._study.words.items() if self.is_hard(word)}

    def is_hard(self, word: str) -> bool:
        """Tell whether a word is hard for the readers that are meant; exempt words never are."""
        known = self._memory.hard
        if word not in known:
            exempt = self._ledger.lexicon.is_exempt(word)
            known[word] = not exempt and is_hard_word(word, self._counts(word), self._rarity, self._level)
        return known[word]

    def offers(self, word: str) -> tuple[Candidate, ...]:
        """Give simpler words for a word."""
        known = self._memory.offers
        if word not in known:
            # All in capitals it may be an abbreviation, of which no table knows anything.
            is_short = len(word) > 1 and word.isupper()
            known[word] = () if is_short else simpler(word, self._ledger.lexicon.language.code)
        return known[word]

    def level_of(self, word: str) -> Cefr | None:
        """Give the level at which learners know a word."""
        return self._rarity.cefr(word)

    def strength_of(self, sentence: Measured) -> Strength:
        """Tell how hard a sentence is."""
        return self._strength(self.parts.part(sentence.kind))

    def sentences(self, question: Question) -> tuple[SentenceRow, ...]:
        """Give the rows of the list of sentences, as many as are wanted."""
        letters = question.find.casefold()
        found = (
            place
            for place in self._study.places(self._wanted(question))
            if not letters or letters in _text(place).casefold()
        )
        if question.order == "place":
            return tuple(map(self._row, islice(found, question.most)))
        key = self._order(question.order)
        ordered = sorted(found, key=lambda place: key(self.parts.part(place.sentence.kind)), reverse=True)
        return tuple(map(self._row, ordered[: question.most]))

    def _wanted(self, question: Question) -> Callable[[Kind], bool]:
        """Tell which kinds are those of sentences that may be shown."""
        if question.order != "place" and not question.find:
            foremost = self._foremost(question)
            return lambda kind: self.parts.part(kind) in foremost
        return self._is_hard if question.hard_only else lambda _kind: True

    def _foremost(self, question: Question) -> set[Part]:
        """Give what the formula sees of the sentences that come first in an order."""
        times: Counter[Part] = Counter()
        for kind, count in self._study.kinds.items():
            times[self.parts.part(kind)] += count
        kept = [part for part in times if not question.hard_only or self._strength(part) is not Strength.EASY]
        foremost: set[Part] = set()
        room = question.most
        for part in sorted(kept, key=self._order(question.order), reverse=True):
            if room <= 0:
                break
            foremost.add(part)
            room -= times[part]
        return foremost

    def _order(self, name: str) -> Callable[[Part], float]:
        """Give what sentences are sorted by, from what the formula sees of them."""
        parts, sign = self.parts, 1 if self.parts.formula.harder else -1
        orders: Mapping[str, Callable[[Part], float | None]] = {
            "share": parts.share,
            "alone": parts.alone,
            "length": lambda part: sign * parts.words_of(part),
        }
        return cache(lambda part: self._or_least(orders[name](part)))

    def _or_least(self, value: float | None) -> float:
        harder = value if value is None or self.parts.formula.harder else -value
        return float("-inf") if harder is None else harder

    def _row(self, place: Place) -> SentenceRow:
        sentence = place.sentence
        part = self.parts.part(sentence.kind)
        return SentenceRow(
            spot=Spot(place.block, sentence.start, sentence.end),
            text=excerpt(_text(place)),
            words=sentence.tally.words,
            alone=self.parts.alone(part),
            share=self.parts.share(part),
            without=self.parts.without(part),
            strength=self._strength(part),
        )

    def _is_hard(self, kind: Kind) -> bool:
        return self._strength(self.parts.part(kind)) is not Strength.EASY

    def _strength_of(self, part: Part) -> Strength:
        return strength(self.parts.share(part), self.parts.alone(part), self.parts.total.sentences, self._goal)

    def words(self, question: Question) -> Generator[None, None, tuple[WordRow, ...]]:
        """Give the rows of the list of words, the greatest share first; gives way to others in between."""
        letters = plain(question.find).lower()
        shown: list[tuple[float, str, int]] = []
        for number, (word, times) in enumerate(self._study.words.items(), start=1):
            if not number % _SLICE:
                yield None
            if letters not in word.lower():
                continue
            if not question.hard_only or self.is_hard(word) or self._ledger.lexicon.is_exempt(word):
                shown.append((-self.weight(word, times), word, times))
        yield None
        shown.sort()
        rows: dict[str, WordRow] = {}
        for number, (_weight, word, times) in enumerate(shown[: question.most], start=1):
            rows[word] = self._word_row(word, times)
            if not number % _SLICE_OF_ROWS:
                yield None
        spots = yield from self._first_places(rows)
        return tuple(replace(row, spot=spots[word]) if word in spots else row for word, row in rows.items())

    def _first_places(self, words: Iterable[str]) -> Generator[None, None, dict[str, Spot]]:
        spots: dict[str, Spot] = {}
        for word, number, entry in self._study.blocks_with(words):
            if word in spots:
                continue
            for start, end in islice(occurrences(entry.block.text, word), 1):
                spots[word] = Spot(number, start, end)
                if not len(spots) % _SLICE_OF_ROWS:
                    yield None
        return spots

    def weight(self, word: str, times: int) -> float:
        """Give how much a word weighs among those that make the text hard."""
        share = self.parts.word_share(word, times) if self.apart else float(times * self._counts(word).syllables)
        return share if self.parts.formula.harder else -share

    def _word_row(self, word: str, times: int) -> WordRow:
        counts = self._counts(word)
        return WordRow(
            word=word,
            times=times,
            syllables=counts.syllables,
            cefr=self._rarity.cefr(word),
            band=self._rarity.band(word),
            share=self.parts.word_share(word, times) if self.apart else None,
            hard=self.is_hard(word),
            exempt=self._ledger.lexicon.is_exempt(word),
            spot=Spot(0, 0, 0),
            hint=next((each.word for each in self.offers(word)), ""),
        )

    def choices(self, word: str) -> tuple[Choice, ...]:
        """Give simpler words for a word, each with what it does to the Level in the place of every occurrence."""
        candidates = self.offers(word)
        places = (
            [(number, entry) for _word, number, entry in self._study.blocks_with([word])] if candidates else []
        )
        outcomes = Outcomes(self._ledger)
        return tuple(
            self._choice(each, tuple(replacing(word, each.word, places)), outcomes) for each in candidates
        )

    def _choice(self, candidate: Candidate, edits: tuple[Edit, ...], outcomes: Outcomes) -> Choice:
        return Choice(
            candidate.word,
            candidate.meaning,
            candidate.band,
            candidate.cefr,
            outcomes.after(edits) - outcomes.level,
            candidate.by_hand,
            edits,
        )

    def _counts(self, word: str) -> Tally:
        return self._ledger.lexicon.eased([word])


def _text(place: Place) -> str:
    return place.entry.block.text[place.sentence.start : place.sentence.end]
