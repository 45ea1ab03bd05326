"""The lists of sentences and of words: what makes the text hard, the hardest first."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from factbox.metrics import contributions
from factbox.metrics.formulas import FORMULAS, Formula
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Choice, Question, SentenceRow, Spot, Strength, WordRow
from factbox.metrics.hardness import USUAL, is_hard_word, strength
from factbox.metrics.ledger import Ledger
from factbox.metrics.rarity import Cefr, rarity
from factbox.metrics.simpler import Candidate, simpler
from factbox.metrics.study import Place, Study, excerpt
from factbox.metrics.substitution import occurrences
from factbox.metrics.tally import Tally


class Lists:
    """Makes the rows of the lists from a study."""

    def __init__(self, ledger: Ledger, study: Study, goal: Goal | None) -> None:
        self._ledger, self._study, self._goal = ledger, study, goal
        self._total = ledger.judged
        self._formula: Formula = FORMULAS[ledger.counting.formula]
        self._level = goal.cefr if goal is not None else USUAL
        self._rarity = rarity(ledger.lexicon.language.code)
        # Two sentences with the same counts have the same share and the same strength.
        self._strength = cache(self._strength_of)

    @property
    def apart(self) -> bool:
        """Whether the formula can be taken apart by words."""
        return contributions.is_sum(self._formula, self._total)

    def hard_sentences(self) -> int:
        """Count the sentences that are hard or very hard."""
        return sum(
            times
            for packed, times in self._study.tallies.items()
            if self._strength(self._seen(packed)) is not Strength.EASY
        )

    def hard_words(self) -> dict[str, int]:
        """Give the hard words, each with how often it occurs."""
        return {word: times for word, times in self._study.words.items() if self.is_hard(word)}

    def is_hard(self, word: str) -> bool:
        """Tell whether a word is hard for the readers that are meant; exempt words never are."""
        exempt = self._ledger.lexicon.is_exempt(word)
        return not exempt and is_hard_word(word, self._counts(word), self._rarity, self._level)

    def level_of(self, word: str) -> Cefr | None:
        """Give the level at which learners know a word."""
        return self._rarity.cefr(word)

    def strength_of(self, tally: Tally) -> Strength:
        """Tell how hard a sentence is."""
        return self._strength(self._seen(tally.packed))

    def sentences(self, question: Question) -> tuple[SentenceRow, ...]:
        """Give the rows of the list of sentences, as many as are wanted."""
        if question.order == "place":
            wanted: Callable[[int], bool] = lambda packed: not question.hard_only or self._is_hard(packed)  # noqa: E731
        else:
            wanted = self._foremost(question).__contains__
        letters = question.find.casefold()
        found = (
            place
            for place in self._study.places(wanted)
            if not letters
            or letters in place.entry.block.text[place.sentence.start : place.sentence.end].casefold()
        )
        if question.order == "place":
            return tuple(self._row(place) for place, _number in zip(found, range(question.most), strict=False))
        key = self._order(question.order)
        ordered = sorted(found, key=lambda place: key(place.sentence.tally), reverse=True)
        return tuple(map(self._row, ordered[: question.most]))

    def _foremost(self, question: Question) -> set[int]:
        """Give the packed tallies of the sentences that come first in an order."""
        key = self._order(question.order)
        kept = {packed for packed in self._study.tallies if not question.hard_only or self._is_hard(packed)}
        if question.find:
            return kept
        foremost: set[int] = set()
        count = 0
        for packed in sorted(kept, key=lambda each: key(Tally.unpack(each)), reverse=True):
            foremost.add(packed)
            count += self._study.tallies[packed]
            if count >= question.most:
                break
        return foremost

    def _order(self, name: str) -> Callable[[Tally], float]:
        by_share = lambda part: self._or_least(contributions.share(self._formula, self._total, part))  # noqa: E731
        orders: Mapping[str, Callable[[Tally], float]] = {
            "share": by_share,
            "alone": lambda part: self._or_least(contributions.alone(self._formula, part)),
            "length": lambda part: part.words,
        }
        return orders[name]

    def _or_least(self, value: float | None) -> float:
        harder = value if value is None or self._formula.harder else -value
        return float("-inf") if harder is None else harder

    def _row(self, place: Place) -> SentenceRow:
        sentence = place.sentence
        return SentenceRow(
            spot=Spot(place.block, sentence.start, sentence.end),
            text=excerpt(place.entry.block.text[sentence.start : sentence.end]),
            words=sentence.tally.words,
            alone=contributions.alone(self._formula, sentence.tally),
            share=contributions.share(self._formula, self._total, sentence.tally),
            without=contributions.without(self._formula, self._total, sentence.tally),
            strength=self.strength_of(sentence.tally),
        )

    def _is_hard(self, packed: int) -> bool:
        return self._strength(self._seen(packed)) is not Strength.EASY

    def _seen(self, packed: int) -> Tally:
        """Keep of a sentence's counts what the formula looks at."""
        whole = Tally.unpack(packed)
        names = {*self._formula.counts, "words", "sentences", "unfinished"}
        return Tally(**{name: getattr(whole, name) for name in names})

    def _strength_of(self, part: Tally) -> Strength:
        return strength(self._formula, self._total, part, self._goal)

    def words(self, question: Question) -> tuple[WordRow, ...]:
        """Give the rows of the list of words, the greatest share first."""
        letters = question.find.lower()
        shown = [
            (word, times)
            for word, times in self._study.words.items()
            if letters in word.lower()
            and (not question.hard_only or self.is_hard(word) or self._ledger.lexicon.is_exempt(word))
        ]
        shown.sort(key=lambda pair: (-self._weight(*pair), pair[0]))
        rows = {word: self._word_row(word, times) for word, times in shown[: question.most]}
        return self._with_spots(rows)

    def _weight(self, word: str, times: int) -> float:
        counts = self._counts(word)
        share = self._share(counts) if self.apart else float(counts.syllables)
        return share * times if self._formula.harder else -share * times

    def _share(self, counts: Tally) -> float:
        return contributions.word_share(self._formula, self._total, counts)

    def _word_row(self, word: str, times: int) -> WordRow:
        counts = self._counts(word)
        return WordRow(
            word=word,
            times=times,
            syllables=counts.syllables,
            cefr=self._rarity.cefr(word),
            band=self._rarity.band(word),
            share=times * self._share(counts) if self.apart else None,
            hard=self.is_hard(word),
            exempt=self._ledger.lexicon.is_exempt(word),
            spot=Spot(0, 0, 0),
            choices=self.choices(word, times),
        )

    def choices(self, word: str, times: int) -> tuple[Choice, ...]:
        """Give simpler words for a word, each with what it would do to the Level everywhere."""
        return tuple(self._choice(each, word, times) for each in simpler(word, self._ledger.lexicon.language.code))

    def _choice(self, candidate: Candidate, word: str, times: int) -> Choice:
        lexicon = self._ledger.lexicon
        difference = lexicon.eased(candidate.word.split()).packed - lexicon.eased([word]).packed
        after = self._total.packed + times * difference
        change = self._formula.value(Tally.unpack(after)) - self._formula.value(self._total)
        return Choice(candidate.word, candidate.meaning, candidate.band, candidate.cefr, change, candidate.by_hand)

    def _with_spots(self, rows: Mapping[str, WordRow]) -> tuple[WordRow, ...]:
        """Tell each word's first place in the text."""
        spots: dict[str, Spot] = {}
        for word, number, entry in self._study.blocks_with(rows):
            if word not in spots:
                for start, end in occurrences(entry.block.text, word):
                    spots[word] = Spot(number, start, end)
                    break
        return tuple(replace(row, spot=spots[word]) if word in spots else row for word, row in rows.items())

    def _counts(self, word: str) -> Tally:
        return self._ledger.lexicon.eased([word])
