"""Where clauses are joined by a mark, or by *and*, *but*, *so* and *yet*.

What tells a contrast or a result stays, and what somebody says stays with who says it.
"""

from collections.abc import Iterator

from factbox.metrics.clauses import Clause, Sentence
from factbox.metrics.cuts import Cut, Rules, stop
from factbox.metrics.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SPEECH,
    SUBORDINATORS,
    grammar,
)
from factbox.metrics.halves import BOUND, is_plain, is_whole, main_before
from factbox.metrics.pieces import Piece

RULES = Rules()
_OPENINGS = {"and": "", "but": "But ", "so": "So ", "yet": "Yet "}
_CERTAIN = PRONOUNS | frozenset("the this these those his her its their our my your".split())


@RULES.declare("semicolon")
def semicolon(sentence: Sentence) -> Iterator[Cut]:
    """It rained; we stayed at home."""
    places = [place for place, piece in enumerate(sentence.pieces) if piece.closes == ";"]
    # More than one parts the items of a list.
    if len(places) == 1:
        place = places[0]
        joining = sentence.word(place + 1)
        after = place + 1 + (joining in _OPENINGS)
        if is_whole(sentence, place, after):
            yield Cut(place, (stop(sentence, place, after, _OPENINGS.get(joining, "")),))


@RULES.declare("dash")
def dash(sentence: Sentence) -> Iterator[Cut]:
    """Nobody went in – it was dark."""
    places = [place for place, piece in enumerate(sentence.pieces) if not piece.word]
    # A second dash would close what this one opens.
    if len(places) == 1:
        place = places[0] - 1
        joining = sentence.word(place + 2)
        after = place + 2 + (joining in _OPENINGS)
        fits = is_whole(sentence, place, after) and main_before(sentence, place) and sentence.closes(place) == ""
        fits = fits and not any(piece.closes == ";" for piece in sentence.pieces[after:])
        if fits and _is_certain(sentence, after):
            yield Cut(place, (stop(sentence, place, after, _OPENINGS.get(joining, "")),))


@RULES.declare("colon")
def colon(sentence: Sentence) -> Iterator[Cut]:
    """The reason is plain: the shop was too far away."""
    for place, piece in enumerate(sentence.pieces):
        if piece.closes != ":" or piece.word in REPORTING or not _is_certain(sentence, place + 1):
            continue
        main = main_before(sentence, place) if is_whole(sentence, place, place + 1) else None
        # "The worst thing about the job:" is no clause.
        verb = sentence.word(main.verb) if main is not None else ""
        if grammar().is_sure(verb) or grammar().is_ended(verb):
            yield Cut(place, (stop(sentence, place, place + 1),))


@RULES.declare("clause")
def clause(sentence: Sentence) -> Iterator[Cut]:
    """The bus was late, and she missed the lesson."""
    for place, piece in enumerate(sentence.pieces):
        if piece.word not in _OPENINGS or not 0 < place < len(sentence.pieces) - 1:
            continue
        before, after = place - 1, place + 1
        marks = {"", ","} >= {sentence.closes(before), piece.closes}
        if not marks or sentence.word(after) in ("that", "not"):
            continue
        # A contrast to what is clear or seen is no longer part of it; one to what is said may be.
        told = SPEECH if piece.word == "but" and sentence.closes(before) else REPORTING
        main = is_whole(sentence, before, after, told)
        if main is None or _is_bound(sentence, before, piece.word):
            continue
        # "Energy, and spurs action for": a verb.
        bare = sentence.clause(after)
        if bare is not None and sentence.word(after) in ("a", "an") and _is_reduced(sentence, bare):
            continue
        named = sentence.is_name(after) or sentence.word(after) in DETERMINERS | PRONOUNS
        if not named and grammar().is_third(sentence.word(after)):
            continue
        if sentence.closes(before) or _stands_without_comma(sentence, main, before, after, piece):
            opening = _OPENINGS[piece.word].replace(" ", f"{piece.closes} ")
            yield Cut(before, (stop(sentence, before, after, opening),))


def _is_reduced(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a verb may be a participle: "a button mounted between the seats"."""
    known, verb = grammar(), sentence.word(clause.verb)
    ended = known.is_ended(verb) and not known.is_sure(verb)
    return ended and sentence.word(clause.verb + 1) in PREPOSITIONS


def _stands_without_comma(sentence: Sentence, main: Clause, before: int, after: int, joining: Piece) -> bool:
    following = sentence.clause(after) or (joining.closes and sentence.main(after, len(sentence.pieces)))
    if not following or (joining.word == "so" and sentence.word(after) not in PRONOUNS):
        return False
    if not joining.closes and not is_plain(sentence, main, before, following):
        return False
    region = range(main.verb + 1, before)
    nested = any(
        sentence.word(place) in RELATIVES
        or (sentence.word(place) in SUBORDINATORS and sentence.clause(place + 1, before + 1))
        for place in region
    )
    return not nested or joining.word == "but"


def _is_bound(sentence: Sentence, before: int, word: str) -> bool:
    """Tell whether another word wants the joining one: both – and, not only – but."""
    earlier = [sentence.word(place) for place in range(before + 1)]
    if word == "but" and ("only" in earlier or ("not" in earlier and not sentence.closes(before))):
        return True
    if word in ("and", "so") and earlier[0] in SUBORDINATORS and (word == "and" or not sentence.closes(before)):
        return True
    return word == "and" and not BOUND.isdisjoint(earlier[-10:])


def _is_certain(sentence: Sentence, place: int) -> bool:
    found = sentence.clause(place)
    if found is None:
        return False
    return sentence.word(place) in _CERTAIN or sentence.is_name(place) or found.subject.plural is True
