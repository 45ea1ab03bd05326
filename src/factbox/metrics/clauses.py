"""Where a clause begins in a sentence: its subject, and the finite verb that agrees with it.

Nothing here understands a sentence. A clause is told only where a phrase with a noun, a name or a pronoun is
followed by a verb of its number; what is not clear is none.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from factbox.metrics.grammar import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    DEFINITE,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SINGULAR_PRONOUNS,
    SPEECH,
    SUBORDINATORS,
    grammar,
)
from factbox.metrics.pieces import Pieces

_CONTRACTION = re.compile(r"(i|he|she|it|we|they|you|there|that)'(?:s|re|ve|d|ll|m)")
_QUANTIFIERS = frozenset("many some most few several all both each".split())
_NEVER_IN_PHRASES = (
    PREPOSITIONS
    | RELATIVES
    | AUXILIARIES
    | SUBORDINATORS
    | PRONOUNS
    | (DETERMINERS - NUMBERS - {"other", "more", "half"})
) | frozenset("and or but yet to".split())
_PARTICLES = frozenset("out up down off back away".split())
_MOST_TAILS, _MOST_WORDS = 2, 8


class Phrase(NamedTuple):
    """A subject: pieces from one to another (exclusive), its head, and whether it is a plural (None: unknown)."""

    start: int
    end: int
    head: int
    plural: bool | None


class Clause(NamedTuple):
    """A clause: its subject, and the place of its finite verb."""

    subject: Phrase
    verb: int


class Sentence(Pieces):
    """A sentence of a paragraph, with its clauses and phrases."""

    # Clauses

    @cached_property
    def _clauses(self) -> dict[tuple[int, int], Clause | None]:
        """What was found already: many rules ask for the same."""
        return {}

    @cached_property
    def _mains(self) -> dict[tuple[int, int], Clause | None]:
        return {}

    def clause(self, start: int, end: int | None = None) -> Clause | None:
        """Give the clause whose subject begins at a piece, if there is one before an end."""
        limit = len(self.pieces) if end is None else end
        if (start, limit) not in self._clauses:
            self._clauses[start, limit] = self._clause(start, limit)
        return self._clauses[start, limit]

    def _clause(self, start: int, limit: int) -> Clause | None:
        if start >= limit:
            return None
        if _CONTRACTION.fullmatch(self.word(start)):
            return Clause(Phrase(start, start + 1, start, None), start)
        for phrase in self.phrases(start, limit):
            verb = self.verb(phrase, limit)
            if verb is not None:
                return Clause(phrase, verb)
        return None

    def owned(self, start: int) -> Clause | None:
        """Give the clause whose subject begins behind a possessive word: "whose shop is"."""
        for end in range(start + 1, min(start + 4, len(self.pieces))):
            word = self.word(end - 1)
            if not grammar().is_noun(word) or self.closes(end - 1):
                break
            phrase = Phrase(start, end, end - 1, grammar().number("", word))
            verb = self.verb(phrase, len(self.pieces))
            if verb is not None:
                return Clause(phrase, verb)
        return None

    def main(self, start: int, end: int) -> Clause | None:
        """Give the main clause between two pieces: at the first, or behind what is put in front."""
        if (start, end) not in self._mains:
            self._mains[start, end] = self._main(start, end)
        return self._mains[start, end]

    def _main(self, start: int, end: int) -> Clause | None:
        first = start + (self.word(start) in ("but", "and", "so", "yet", "however", "meanwhile"))
        subordinate = self.word(first) in SUBORDINATORS and self.clause(first + 1, end)
        if subordinate or self.word(first) in ("if", "when"):
            return self._behind_comma(first, end)
        if grammar().is_adverb(self.word(first)) and not self.closes(first) and self.clause(first + 1, end):
            return self.clause(first + 1, end)
        found = self.clause(first, end) or self._around_aside(first, end) or self._around_relative(first, end)
        return found or (self._behind_comma(first, end) if self._is_fronted(first) else None)

    def _around_aside(self, start: int, end: int) -> Clause | None:
        """Give the clause whose verb stands behind what is put between commas: "The house, built in May, is"."""
        for phrase in self.phrases(start, end):
            if self.closes(phrase.end - 1) == ",":
                for place in range(phrase.end, min(end - 1, phrase.end + 25)):
                    verb = self.verb(phrase, end, place + 1) if self.closes(place) == "," else None
                    if verb is not None:
                        return Clause(phrase, verb)
        return None

    def _around_relative(self, start: int, end: int) -> Clause | None:
        """Give the clause whose verb stands behind a relative one: "The only plane that can land here is"."""
        known = grammar()
        for phrase in self.phrases(start, end):
            if self.word(phrase.end) not in ("who", "that", "which") or self.closes(phrase.end - 1):
                continue
            if not known.is_verb(self.word(phrase.end + 1)):
                return None
            for place in range(phrase.end + 3, end):
                fits = known.is_sure(self.word(place)) and known.is_finite(self.word(place), plural=phrase.plural)
                if fits and not self.is_name(place) and self.word(place - 1) not in PRONOUNS | RELATIVES:
                    return Clause(phrase, place)
                if self.closes(place):
                    return None
        return None

    def _is_fronted(self, place: int) -> bool:
        word = self.word(place)
        small = PREPOSITIONS | ADVERBS | SUBORDINATORS | {"a", "an", "to", "born"}
        return word in small or word.endswith(("ly", "ing", "ed")) or self.is_number(place)

    def _behind_comma(self, start: int, end: int) -> Clause | None:
        commas = (place for place in range(start, min(end, start + 25)) if self.closes(place) == ",")
        found = (self.clause(place + 1, end) or self._around_aside(place + 1, end) for place in commas)
        return next(filter(None, found), None)

    def is_told(self, start: int, end: int, told: frozenset[str] = REPORTING) -> bool:
        """Tell whether pieces hold what somebody says or thinks, or another clause that has not ended.

        Args:
            start: The first piece.
            end: The last, exclusive.
            told: The words behind which a clause belongs to them; with fewer than usual, only these matter.
        """
        for place in range(start, end):
            word = self.word(place)
            if told is not REPORTING:
                if word in told and (self.word(place + 1) == "that" or self.clause(place + 1, end)):
                    return True
                continue
            nests = word in ("whether", "if", "how", "why", "what", "because", "unless")
            following = self.word(place + 1)
            # "That morning" tells nothing, nor does "the man that came".
            here = (
                place + 2 >= end
                or self.closes(place)
                or grammar().is_time(following)
                or grammar().is_verb(following)
            )
            if word == "that" and not here:
                return True
            # What is said goes on as long as there is a verb in it.
            said = word in SPEECH and not self.closes(place)
            if said and any(map(grammar().is_sure, map(self.word, range(place + 2, end)))):
                return True
            if (nests or word in REPORTING) and place + 1 < end and self.clause(place + 1, end):
                return True
            if word in REPORTING and self.word(place + 1) in ("that", "how", "why", "what", "whether"):
                return True
        return False

    # Phrases

    def phrases(self, start: int, limit: int) -> Iterator[Phrase]:
        """Give the phrases that begin at a piece and may be a subject, the longest first."""
        for core in self._joined(start, limit):
            tails = [tail for tail in self._tails(core.end, limit) if self._goes_on(core.end - 1)]
            for end in sorted(tails, reverse=True):
                yield core._replace(end=end)
            yield core

    def _goes_on(self, place: int) -> bool:
        return not self.closes(place)

    def _tails(self, start: int, limit: int, depth: int = 0) -> Iterator[int]:
        """Give the ends of "of the town", "of the town in Wales", "to build a town"."""
        bare = self.word(start) == "to" and grammar().is_bare(self.word(start + 1)) and not self.closes(start + 1)
        if bare and start + 2 < limit:
            start += 1
        elif depth == _MOST_TAILS or start + 1 >= limit or self.word(start) not in PREPOSITIONS:
            return
        for core in self._joined(start + 1, limit, bare=True):
            yield core.end
            if self._goes_on(core.end - 1):
                yield from self._tails(core.end, limit, depth + 1)

    def _joined(self, start: int, limit: int, *, bare: bool = False) -> Iterator[Phrase]:
        """Give phrases without tails, those joined by "and" first."""
        cores = list(self._cores(start, limit, bare=bare or start == 0 or self.closes(start - 1) == ","))
        for core in cores:
            if core.end < limit - 1 and self.word(core.end) == "and" and self._goes_on(core.end - 1):
                for other in self._cores(core.end + 1, limit):
                    yield Phrase(start, other.end, other.head, plural=True)
        yield from cores

    def _cores(self, start: int, limit: int, *, bare: bool = False) -> Iterator[Phrase]:
        """Give nouns with what stands before them; a singular without an article only if it may be `bare`."""
        first = self.word(start)
        place, determiner = start, ""
        if first in DETERMINERS:
            place, determiner = start + 1, first
        if determiner in ("all", "both", "half") and self.word(place) in DEFINITE:
            place += 1
        ends = []
        while place < min(limit, start + _MOST_WORDS) and (fit := self._fits(place)):
            if fit == "noun":
                ends.append(place + 1)
            if self.closes(place):
                break
            place += 1
        for end in reversed(ends):
            head = end - 1
            plural = self._number(determiner, head)
            if self.word(head).endswith("%"):
                plural = None
            if (
                determiner
                or plural
                or bare
                or self.is_number(head)
                or self.is_name(head)
                or self.pieces[start].word[-2:] in ("'s", "s'")
            ):
                yield Phrase(start, end, head, plural)
        if first in PRONOUNS | _QUANTIFIERS:
            unknown = first in ("there", "some", "most", "all")
            yield Phrase(start, start + 1, start, None if unknown else first not in SINGULAR_PRONOUNS | {"each"})

    def _number(self, determiner: str, head: int) -> bool | None:
        word = self.word(head)
        if self.is_name(head) and not grammar().is_plural(word):
            unknown = determiner == "the" or word.endswith("s")
            return None if unknown else bool(grammar().number(determiner, word))
        return grammar().number(determiner, word)

    def _fits(self, place: int) -> str:
        """Tell what a piece may be in a phrase: its noun, or what stands before one; empty for neither."""
        word, known = self.word(place), grammar()
        if not word or word in _NEVER_IN_PHRASES:
            return ""
        if self.is_name(place) or known.is_noun(word.split("-")[-1].removesuffix("'s")):
            return "noun" if not word.endswith("'s") else "before"
        if word.endswith("%"):
            return "noun"
        if (
            known.is_modifier(word)
            or word in NUMBERS
            or self.is_number(place)
            or "-" in word
            or word in ("other", "more", "very")
        ):
            return "before"
        if word.endswith(("'s", "s'")):
            return "before"
        # What is in no class is a noun that the table lacks.
        return "" if known.is_verb(word) or known.is_adverb(word) else "noun"

    # Verbs

    def verb(self, phrase: Phrase, limit: int, start: int | None = None) -> int | None:
        """Give the place of the finite verb of a subject, if it follows it, or stands at another piece."""
        known = grammar()
        if start is None and self.closes(phrase.end - 1):
            return None
        place = first = phrase.end if start is None else start
        while place < min(limit, first + 3) and known.is_adverb(self.word(place)) and not self.closes(place):
            place += 1
        word = self.word(place) if place < limit else ""
        if not word or not known.is_finite(word, plural=phrase.plural):
            return None
        if known.is_sure(word):
            return place
        if phrase.end == phrase.start + 1 and self.word(phrase.start) in _QUANTIFIERS and not known.is_ended(word):
            return None
        if known.is_ended(word):
            return self._ended(phrase, place, limit)
        if (known.is_sure_base(word) and (phrase.plural or self.word(phrase.start) == "the")) or (
            phrase.end == phrase.start + 1 and self.word(phrase.start) in PRONOUNS
        ):
            return place
        # "Plans" and "plan" are nouns too: what follows must not be a verb, and must be what follows verbs.
        after = self.word(place + 1)
        follows = (
            _PARTICLES
            | ARTICLES
            | DETERMINERS
            | PREPOSITIONS
            | PRONOUNS
            | ADVERBS
            | {"to", "him", "them", "us", "me"}
        )
        return place if after in follows and not self.closes(place) else None

    def _ended(self, phrase: Phrase, place: int, limit: int) -> int | None:
        """Find the verb of a subject that a form like "opened" follows: that, or one behind it.

        "The shop opened in May"; but "the shop opened in May is shut".
        """
        known = grammar()
        # "The left side".
        if known.is_adjective(self.word(place)) and known.is_noun(self.word(place + 1)):
            return None
        behind = place
        while behind < limit - 1 and not self.closes(behind):
            behind += 1
            word = self.word(behind)
            if not word or word in RELATIVES | SUBORDINATORS | {"and", "or", "but"} or word in PRONOUNS:
                break
            if known.is_sure(word) and not self.is_name(behind) and known.is_finite(word, plural=phrase.plural):
                return behind
        goes_on = self.word(place + 1) != "by" and not self.closes(place)
        return place if goes_on or place == limit - 1 else None
