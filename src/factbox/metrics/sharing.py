"""Where verbs share a subject, and where two clauses are told by the same person: the second says it again."""

from collections.abc import Iterator

from factbox.metrics.clauses import Clause, Sentence
from factbox.metrics.cuts import Cut, Rules, again, stop
from factbox.metrics.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SPEECH,
    SUBORDINATORS,
    grammar,
)
from factbox.metrics.halves import BOUND, LEAST, is_clear, is_plain, main_before
from factbox.translation import _

RULES = Rules()


@RULES.declare("shared subject")
def shared(sentence: Sentence) -> Iterator[Cut]:
    """She sold the house and moved to Wales."""
    for place, piece in enumerate(sentence.pieces):
        if piece.word not in ("and", "but") or not 0 < place < len(sentence.pieces) - 1 or piece.closes:
            continue
        main = main_before(sentence, place - 1) if is_clear(sentence, place - 1) else None
        if main is None or not sentence.is_open(place + 1):
            continue
        opening = _second(sentence, main, place)
        if opening:
            but = f"But {_inside(opening)}" if piece.word == "but" else opening
            note = _("Check who “They” are") if opening.startswith("They") else ""
            yield Cut(place - 1, (stop(sentence, place - 1, place + 1, f"{but} ", keep=True),), note)


def _second(sentence: Sentence, main: Clause, place: int) -> str:
    """Give the subject of the second verb, empty where it is not clear that there is one."""
    known = grammar()
    verb = place + 1
    while known.is_adverb(sentence.word(verb)) and not sentence.closes(verb) and verb < place + 3:
        verb += 1
    second, first, behind = sentence.word(verb), sentence.word(main.verb), sentence.word(verb + 1)
    region = range(main.verb + 1, place)
    words = [sentence.word(each) for each in region]
    # "He said that it was late and argued that": both verbs are ones of saying.
    both = (
        first in SPEECH
        and second in SPEECH
        and (behind in ("that", "of") or sentence.clause(verb + 1) is not None)
    )
    open_ = any(word in RELATIVES | SUBORDINATORS or word in REPORTING for word in words)
    if not words or (not both and (open_ or first in REPORTING or sentence.is_told(main.verb, place))):
        return ""
    listed = any(
        sentence.closes(each) == ","
        and (known.is_verb(sentence.word(each + 1)) or known.is_adverb(sentence.word(each + 1)))
        for each in region
    )
    nested = any(sentence.word(each) in ("and", "but") and sentence.clause(each + 1, place) for each in region)
    if nested or listed or BOUND & set(words) or "'" in sentence.word(main.subject.start):
        return ""
    if sentence.closes(verb):
        return ""
    subject = again(sentence, main.subject)
    shared_too = _auxiliary(sentence, main, verb) if subject and "to" not in words else ""
    if shared_too:
        return f"{subject} {shared_too}"
    if not known.is_finite(second, plural=main.subject.plural):
        return ""
    past = known.is_past(first) or known.is_ended(first)
    if known.is_sure(second):
        # "Highlights" may be nothing else: its tense may differ.
        fits = past == known.is_past(second) or not known.is_past(second) or second in AUXILIARIES
    elif known.is_ended(second):
        # After "was" and "has" it may be a participle, and it is one beside others: "caught and frozen at sea".
        follows = DETERMINERS | PREPOSITIONS | PRONOUNS | {"to", "that", "him", "them", "us", "me"}
        last = sentence.word(place - 1)
        fits = (
            past
            and (first not in AUXILIARIES or not _has_participle(sentence, main.verb))
            and behind != "by"
            and (behind in follows or sentence.is_name(min(verb + 1, len(sentence.pieces) - 1)))
            and not (known.is_ended(last) or (known.is_modifier(last) and not known.is_noun(last)))
        )
    else:
        fits = not past and first not in AUXILIARIES and behind in DETERMINERS | {"to"}
    return subject if fits else ""


def _has_participle(sentence: Sentence, verb: int) -> bool:
    """Tell whether an auxiliary has a participle behind it: "was built", not "was late"."""
    known = grammar()
    place = verb + 1
    while known.is_adverb(sentence.word(place)):
        place += 1
    return known.is_participle(sentence.word(place)) or sentence.word(verb) in ("had", "has", "have", "did")


def _auxiliary(sentence: Sentence, main: Clause, verb: int) -> str:
    """Give the auxiliary that two verbs share: "was built in May and opened in June"; empty where none is."""
    known = grammar()
    first, second = sentence.word(main.verb), sentence.word(verb)
    one = main.verb + 1
    while known.is_adverb(sentence.word(one)):
        one += 1
    alike = sentence.word(one)
    follows = DETERMINERS | PREPOSITIONS | {"to"}
    if one >= verb - 2 or sentence.word(verb + 1) not in follows or known.is_ended(sentence.word(verb - 2)):
        return ""
    both = {alike, second}
    if first in BE and all(word.endswith("ing") and known.is_modifier(word) for word in both):
        return first
    if first in BE | {"has", "have"} and alike != "born" and all(known.is_participle(word) for word in both):
        return first
    # "Had" and "did" are no modals; "can" may be meant for both only where both are bare.
    if first in MODALS - {"had", "did"} and all(known.is_sure_base(word) for word in both):
        return first
    return ""


def _inside(subject: str) -> str:
    """Write a subject as it stands inside a sentence."""
    first = subject.split(maxsplit=1)[0].lower()
    small = first in PRONOUNS - {"i"} | DETERMINERS
    return subject[0].lower() + subject[1:] if small else subject


@RULES.declare("told", 0.8)
def told(sentence: Sentence) -> Iterator[Cut]:
    """He said that the road was closed and that nobody could pass."""
    for place, piece in enumerate(sentence.pieces[:-LEAST]):
        if piece.word != "and" or piece.closes or place < LEAST or sentence.closes(place - 1):
            continue
        main = main_before(sentence, place - 1)
        if main is None or sentence.word(main.verb) not in SPEECH or not sentence.is_open(place + 2):
            continue
        that = sentence.word(main.verb + 1) == "that"
        first = sentence.clause(main.verb + 1 + that, place)
        again_that = sentence.word(place + 1) == "that"
        second = sentence.clause(place + 1 + again_that)
        subject = again(sentence, main.subject)
        if first is None or second is None or not subject or (again_that and not that):
            continue
        region = [sentence.word(each) for each in range(first.verb, place)]
        if any(sentence.closes(each) for each in range(first.verb, place)):
            continue
        if any(word in RELATIVES | SUBORDINATORS | REPORTING for word in region) or BOUND & set(region):
            continue
        if again_that or is_plain(sentence, first, place - 1, second):
            opening = f"{subject} {sentence.written(main.verb, main.verb + 1 + that)} "
            after = place + 1 + again_that
            yield Cut(place - 1, (stop(sentence, place - 1, after, opening, keep=True),), _("Check who says it"))
