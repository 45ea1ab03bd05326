"""Where a clause depends on another: *because*, *although*, *while*, *where*.

The small word gives way to one that tells the same between two sentences.
"""

from collections.abc import Iterator

from factbox.metrics.clauses import Sentence
from factbox.metrics.cuts import Change, Cut, Rules, stop
from factbox.metrics.grammar import PREPOSITIONS, PRONOUNS, grammar
from factbox.metrics.halves import has_comma, is_clear, is_long, is_resumed, is_whole
from factbox.translation import _

RULES = Rules()


@RULES.declare("because", 0.9)
def because(sentence: Sentence) -> Iterator[Cut]:
    """The match was stopped because the pitch was flooded."""
    for place, piece in enumerate(sentence.pieces):
        if piece.word != "because" or sentence.word(place + 1) == "of" or place < 2:
            continue
        before = place - 1 if sentence.pieces[place - 1].word else place - 2
        main = is_whole(sentence, before, place + 1)
        if main is None or sentence.clause(place + 1) is None:
            continue
        words = [sentence.word(each) for each in range(before + 1)]
        # "The time he called because": one of two clauses has its reason.
        if any(word in PRONOUNS and sentence.clause(each) for each, word in enumerate(words) if each > main.verb):
            continue
        bound = {"not", "only", "just", "simply", "probably", "partly", "largely", "mainly", "perhaps", "either"}
        if bound.isdisjoint(words) and not any("n't" in word for word in words):
            known = grammar()
            following = sentence.clause(place + 1)
            past = all(
                known.is_past(sentence.word(each.verb)) or known.is_ended(sentence.word(each.verb))
                for each in (main, following)
                if each is not None
            )
            opening = "This was because " if past else "This is because "
            yield Cut(before, (stop(sentence, before, place + 1, opening),), _("Check what “This” speaks of"))


@RULES.declare("although")
def although(sentence: Sentence) -> Iterator[Cut]:
    """We went out, although it rained."""
    for place in range(1, len(sentence.pieces) - 2):
        word = sentence.word(place)
        if word not in ("although", "though", "whereas") or sentence.closes(place - 1) != ",":
            continue
        if is_whole(sentence, place - 1, place + 1) and not has_comma(sentence, place):
            change = stop(sentence, place - 1, place + 1, "But ")
            yield Cut(place - 1, (change,), _("Check the contrast"))


@RULES.declare("while", 0.9)
def meanwhile(sentence: Sentence) -> Iterator[Cut]:
    """One team sang, while the other wept."""
    for place in range(1, len(sentence.pieces) - 2):
        if sentence.word(place) != "while" or sentence.closes(place - 1) != ",":
            continue
        if is_whole(sentence, place - 1, place + 1) and sentence.clause(place + 1):
            change = stop(sentence, place - 1, place + 1, "Meanwhile, ")
            yield Cut(place - 1, (change,), _("Check “Meanwhile”"))


@RULES.declare("fronted")
def fronted(sentence: Sentence) -> Iterator[Cut]:
    """Although it rained, we went out. Because it rained, we stayed in."""
    opening = {"although": "But ", "though": "But ", "because": "So "}.get(sentence.word(0), "")
    first = sentence.clause(1) if opening else None
    if first is None:
        return
    for place in range(first.verb, len(sentence.pieces) - 1):
        if sentence.closes(place) == ",":
            second = sentence.clause(place + 1)
            # "Although he was ill, Tom came": "he" would come before its name.
            early = sentence.word(first.subject.start) in ("he", "she", "it", "they", "his", "her", "its", "their")
            late = second is not None and sentence.word(second.subject.start) not in PRONOUNS
            fits = is_long(sentence, place, place + 1) and is_clear(sentence, place)
            if second and fits and not (early and late):
                one, two = sentence.pieces[0], sentence.pieces[1]
                lead = Change(one.start, two.start + 1, sentence.text[two.start].upper())
                yield Cut(place, (lead, stop(sentence, place, place + 1, opening)))
            return


@RULES.declare("where")
def where(sentence: Sentence) -> Iterator[Cut]:
    """She moved to Wales, where her sister ran a shop."""
    for place in range(1, len(sentence.pieces) - 2):
        if sentence.word(place) != "where" or sentence.closes(place - 1) != ",":
            continue
        again_where = any(piece.word == "where" for piece in sentence.pieces[place + 1 :])
        if (
            again_where
            or not _is_place(sentence, place - 1)
            or is_resumed(sentence, place)
            or not sentence.clause(place + 1)
        ):
            continue
        if is_whole(sentence, place - 1, place + 1):
            change = stop(sentence, place - 1, place + 1, "There, ")
            yield Cut(place - 1, (change,), _("Check what “There” speaks of"))


def _is_place(sentence: Sentence, place: int) -> bool:
    """Tell whether a phrase with "in" or "at" ends at a piece, or one with "to" and a name."""
    for start in range(max(1, place - 5), place + 1):
        before = sentence.word(start - 1)
        if before in PREPOSITIONS and any(each.end == place + 1 for each in sentence.phrases(start, place + 1)):
            named = sentence.is_name(place) or sentence.word(start) == "the"
            return before in ("in", "at", "into", "near") or (before in ("to", "from") and named)
    return False
