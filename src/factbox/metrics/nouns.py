"""What is said of a noun beside it, and the name that ends at a place."""

from factbox.metrics.clauses import Phrase, Sentence
from factbox.metrics.grammar import ADVERBS, ARTICLES, DETERMINERS, PREPOSITIONS, grammar

# What may follow a comma in what is said of a noun.
GOES_ON = ARTICLES | {"who", "which", "where", "part"}


def name_before(sentence: Sentence, before: int) -> int | None:
    """Give where a name begins that ends at a piece."""
    start = before + 1
    while start > 0 and sentence.is_name(start - 1) and (start > before or not sentence.closes(start - 1)):
        start -= 1
    if start == before + 1 or sentence.word(start - 1) in ("and", "or", "of") or sentence.closes(start - 1):
        return None
    if sentence.word(start - 1) in DETERMINERS or sentence.word(start)[-2:] in ("'s", "s'"):
        return None
    # "A young Sikh Londoner" is no name.
    place = start - 1
    known = grammar()
    while known.is_modifier(sentence.word(place)) and not known.is_ended(sentence.word(place)):
        place -= 1
    return None if sentence.word(place) in DETERMINERS else start


def what_is(sentence: Sentence, start: int) -> Phrase | None:
    """Give what somebody or something is: a phrase with an article, or a person without one."""
    known = grammar()
    for phrase in sentence.phrases(start, len(sentence.pieces)):
        head = sentence.word(phrase.head)
        if known.is_time(head) or phrase.plural:
            return None
        if sentence.word(start).endswith("'s") and known.is_person(head):
            return phrase
        ordinal = sentence.word(start + 1) in ("first", "last", "same", "only")
        return phrase if sentence.word(start) in ARTICLES | {"another"} and not ordinal else None
    # "Director of the school".
    place = start
    while known.is_modifier(sentence.word(place)) or known.is_noun(sentence.word(place)):
        if known.is_person(sentence.word(place)) and sentence.word(place + 1) in ("of", "at", "for"):
            return Phrase(start, place + 1, place, plural=False)
        place += 1
    return None


def stays(sentence: Sentence, start: int, goes_on: frozenset[str]) -> bool:
    """Tell whether what begins at a piece goes on to the end: nothing else is taken up behind a comma."""
    for place in range(start, len(sentence.pieces) - 1):
        if not sentence.is_open(place) or not sentence.word(place):
            return False
        if sentence.closes(place) and not (sentence.closes(place) == "," and sentence.word(place + 1) in goes_on):
            return False
    return True


def ends_well(sentence: Sentence, phrase: Phrase, end: int | None = None) -> bool:
    """Tell whether nothing but what belongs to a phrase stands behind it: no second verb, no joined noun."""
    limit = len(sentence.pieces) if end is None else end
    following = [sentence.word(place) for place in range(phrase.end, limit)]
    if not following:
        return True
    known = grammar()
    for place in range(phrase.end, limit - 1):
        joins = sentence.word(place) in ("and", "but", "or")
        if not joins or known.is_modifier(sentence.word(place + 1)):
            continue
        if known.is_verb(sentence.word(place + 1)) or sentence.clause(place + 1, limit):
            return False
    return following[0] in PREPOSITIONS | {"who", "that", "which", "where"} or known.is_ended(following[0])


def relative_verb(sentence: Sentence, place: int) -> int | None:
    """Give the finite verb behind *who* or *which*, past adverbs; None where another subject stands there."""
    known = grammar()
    while known.is_adverb(sentence.word(place)) and not sentence.closes(place):
        place += 1
    word = sentence.word(place)
    if not known.is_verb(word) or (sentence.is_name(min(place, len(sentence.pieces) - 1))):
        return None
    sure = known.is_sure(word) or known.is_ended(word) or known.is_sure_base(word)
    return place if sure or sentence.word(place + 1) in DETERMINERS | PREPOSITIONS | ADVERBS | {"to"} else None
