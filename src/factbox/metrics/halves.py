"""Whether what stands before and behind a place may be a sentence of its own.

Nothing is torn that is quoted, in brackets, or told by somebody.
"""

from factbox.metrics.clauses import Clause, Phrase, Sentence
from factbox.metrics.grammar import PREPOSITIONS, PRONOUNS, REPORTING, SUBORDINATORS, grammar

# Words: halves that are shorter do not stand by themselves.
LEAST = 4
_BEGINNING = frozenset("if when because although while that which who but where unless whether".split())
BOUND = frozenset("between both either neither whether".split())


def main_before(sentence: Sentence, before: int) -> Clause | None:
    """Give the main clause up to a piece."""
    return sentence.main(0, before + 1)


def whole_before(sentence: Sentence, before: int, told: frozenset[str] = REPORTING) -> Clause | None:
    """Give the main clause of what stands before a place, if nothing is quoted, told or open there."""
    if not is_clear(sentence, before):
        return None
    main = main_before(sentence, before)
    if main is not None:
        return None if sentence.is_told(main.verb, before + 1, told) else main
    fronted = sentence.word(0) in SUBORDINATORS or grammar().is_participle(sentence.word(0))
    hanging = sentence.word(0).endswith("ing") and sentence.word(0) not in PREPOSITIONS
    if fronted or hanging or sentence.is_told(0, before + 1, told):
        return None
    # A verb that is one for sure is enough before a mark.
    known = grammar()
    sure = (
        place
        for place in range(1, before)
        if known.is_sure(sentence.word(place)) or known.is_ended(sentence.word(place))
    )
    verb = next(sure, None) if sentence.closes(before) or not sentence.word(before + 1) else None
    return Clause(Phrase(0, 1, 0, None), verb) if verb is not None else None


def is_whole(sentence: Sentence, before: int, after: int, told: frozenset[str] = REPORTING) -> Clause | None:
    """Give the main clause before a place if both halves stand by themselves."""
    if after >= len(sentence.pieces) or not is_long(sentence, before, after) or not sentence.is_open(after):
        return None
    if sentence.main(after, len(sentence.pieces)) is None:
        return None
    return whole_before(sentence, before, told)


def is_clear(sentence: Sentence, before: int) -> bool:
    """Tell whether a sentence may end behind a piece: nothing is open there, and no word wants another."""
    last = sentence.word(before)
    if last in ("and", "but", "or", "so", "yet", "that", "as") or (last in REPORTING and sentence.closes(before)):
        return False
    return sentence.is_open_behind(before) and sentence.closes(before) in ("", ",", ";", ":")


def is_long(sentence: Sentence, before: int, after: int) -> bool:
    """Tell whether both halves have words enough."""
    return before + 1 >= LEAST and len(sentence.pieces) - after >= LEAST


def is_plain(sentence: Sentence, main: Clause, before: int, following: Clause) -> bool:
    """Tell whether a clause behind a bare "and" is one: no two names or nouns are joined, and nothing is told."""
    first, verb = following.subject.start, sentence.word(following.verb)
    if sentence.word(main.verb) in REPORTING or any(sentence.closes(place) == ":" for place in range(before)):
        return False
    # "When Shakespeare and his friends": no verb has come yet; "A was, B was and C was" is a list of clauses.
    known = grammar()
    start = max((place + 1 for place in range(before) if sentence.word(place) in _BEGINNING), default=0)
    if not any(known.is_verb(sentence.word(place)) for place in range(start, before + 1)):
        return False
    if any(
        sentence.closes(place) == "," and sentence.clause(place + 1, before + 1)
        for place in range(main.verb, before)
    ):
        return False
    if sentence.word(first) in PRONOUNS or "'" in sentence.word(first):
        return True
    # "Leeds and York had" joins names; "he left Leeds and York was" does not.
    if sentence.is_name(first) and sentence.is_name(before) and known.is_finite(verb, plural=True):
        return False
    if known.is_verb(sentence.word(first)) and not sentence.is_name(first):
        return False
    # "A page organised against": a participle.
    ended = known.is_ended(verb) and sentence.word(following.verb + 1) not in PREPOSITIONS
    return known.is_sure(verb) or ended or (known.is_sure_base(verb) and following.subject.plural is not False)


def is_resumed(sentence: Sentence, start: int) -> bool:
    """Tell whether a verb behind a comma may belong to what stands before a piece."""
    last = len(sentence.pieces) - 1
    return any(
        sentence.closes(place) and grammar().is_verb(sentence.word(place + 1)) for place in range(start, last)
    )


def has_comma(sentence: Sentence, start: int) -> bool:
    """Tell whether a mark stands behind any piece from one on, but for the last."""
    return any(sentence.closes(place) for place in range(start, len(sentence.pieces) - 1))
