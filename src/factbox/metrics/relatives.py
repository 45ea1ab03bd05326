"""Clauses with *who*, *which*, *whose* and *that* at the end of a sentence: they say the noun again."""

from collections.abc import Iterator

from factbox.metrics.clauses import Sentence
from factbox.metrics.cuts import EMPTY, Cut, Rules, stop
from factbox.metrics.grammar import MODALS, PREPOSITIONS, grammar
from factbox.metrics.halves import LEAST
from factbox.metrics.nouns import name_before, relative_verb
from factbox.translation import _

RULES = Rules()
# With these *which* speaks of all that was said.
_WHOLE = frozenset("means meant makes made allows allowed led leads caused causes".split())
# Behind these a noun is compared, belongs to another, or begins a clause; "" is a dash.
_BEFORE_OTHERS = frozenset(["as", "of", "like", "than", "and", "but", "so", ""])
# With these nobody is meant that one could speak of again.
_GENERAL = frozenset("any every each no".split())
# With these a thing may not be there at all: what is wanted, denied or doubted.
_UNSURE = frozenset(
    "not no never any if whether need needs needed want wants wanted like likes prefer seek seeks seeking looking"
    " wish without every each only".split()
)


@RULES.declare("which", 0.8)
def which(sentence: Sentence) -> Iterator[Cut]:
    """They live in old houses, which are cold."""
    for before in _commas_at_end(sentence, "which"):
        verb = relative_verb(sentence, before + 2)
        if verb is None:
            continue
        if sentence.word(verb) in _WHOLE:
            if sentence.is_told(0, before + 1):
                continue
            note = _("Check what “This” speaks of")
            yield Cut(before, (stop(sentence, before, before + 2, "This ", keep=True),), note)
            continue
        opening = _named(sentence, before, verb)
        if opening:
            note = _("Check which noun is meant")
            yield Cut(before, (stop(sentence, before, before + 2, f"{opening} ", keep=True),), note)


@RULES.declare("who")
def who(sentence: Sentence) -> Iterator[Cut]:
    """We asked Tom Hill, who runs the shop."""
    for before in _commas_at_end(sentence, "who"):
        verb = relative_verb(sentence, before + 2)
        # "Ambassador to London, who": the ambassador.
        local = _is_local(sentence, before)
        opening = _named(sentence, before, verb, person=True) if verb is not None and not local else ""
        if opening:
            yield Cut(before, (stop(sentence, before, before + 2, f"{opening} ", keep=True),))


@RULES.declare("whose")
def whose(sentence: Sentence) -> Iterator[Cut]:
    """We asked Tom Hill, whose shop is in our street."""
    for before in _commas_at_end(sentence, "whose"):
        clause = sentence.owned(before + 2)
        name = name_before(sentence, before)
        if clause is None or name is None or _is_local(sentence, before):
            continue
        ending = "’" if sentence.word(before).endswith("s") else "’s"
        written = sentence.written(name, before + 1) + ending
        yield Cut(before, (stop(sentence, before, before + 2, f"{written} ", keep=True),))


@RULES.declare("that", 0.8)
def that(sentence: Sentence) -> Iterator[Cut]:
    """She bought an old boat that had lain in the harbour for years."""
    known = grammar()
    last = len(sentence.pieces)
    main = sentence.main(0, last)
    if main is None or sentence.word(main.verb) in MODALS - {"had", "did"} or main.verb > last - 2 * LEAST:
        return
    words = {sentence.word(place) for place in range(main.verb, last)}
    if not words.isdisjoint(_UNSURE) or any(word.endswith("n't") for word in words):
        return
    for before in range(main.verb + 2, last - LEAST):
        if sentence.word(before + 1) not in ("that", "which", "who") or sentence.closes(before):
            continue
        verb = relative_verb(sentence, before + 2)
        if (
            verb is None
            or not all(map(sentence.is_open, range(before, last)))
            or sentence.is_told(main.verb, before)
        ):
            continue
        # What else hangs on with a comma could hang on anything.
        if any(sentence.closes(place) for place in range(before + 1, last - 1)):
            continue
        for start in range(max(main.verb + 1, before - 5), before):
            joined = sentence.word(start - 1) in _BEFORE_OTHERS or sentence.closes(start - 1)
            if sentence.word(start) not in ("a", "an") or joined:
                continue
            fits = any(
                phrase.end == before + 1 and phrase.head == before for phrase in sentence.phrases(start, last)
            )
            head = sentence.word(before)
            if fits and head not in EMPTY and known.is_finite(sentence.word(verb), plural=False):
                opening = f"This {sentence.written(before, before + 1)} "
                yield Cut(before, (stop(sentence, before, before + 2, opening, keep=True),))


def _commas_at_end(sentence: Sentence, word: str) -> Iterator[int]:
    """Give the pieces with a comma before a relative word whose clause is the last of the sentence."""
    last = len(sentence.pieces)
    for before in range(LEAST - 1, last - LEAST):
        if sentence.closes(before) == "," and sentence.word(before + 1) == word and sentence.is_open(before + 1):
            rest = range(before + 1, last - 1)
            again = {"who", "which", "whose", "whom"}.isdisjoint(sentence.word(place) for place in rest[1:])
            if again and not any(sentence.closes(place) or not sentence.is_open(place) for place in rest):
                yield before


def _named(sentence: Sentence, before: int, verb: int, *, person: bool = False) -> str:
    """Name the noun that ends at a piece: a name as it is, else with "this"; empty where that is not clear."""
    name = name_before(sentence, before)
    finite = grammar().is_finite
    # "Almost any person, who": nobody that one could speak of again.
    if not _GENERAL.isdisjoint(map(sentence.word, range(max(0, before - 5), before))):
        return ""
    if name is not None:
        # "The hospital in Berlin, which": the hospital.
        if sentence.word(name - 1) in PREPOSITIONS and not grammar().is_ended(sentence.word(name - 2)):
            return ""
        singular = finite(sentence.word(verb), plural=False)
        return sentence.written(name, before + 1) if singular and sentence.word(name - 1) != "of" else ""
    for start in range(max(0, before - 5), before + 1):
        for phrase in sentence.phrases(start, before + 1):
            whole = phrase.end == before + 1 and phrase.head == before and start == phrase.start
            if (
                not whole
                or phrase.plural is None
                or (sentence.is_name(before) and sentence.word(start) not in ("a", "an"))
            ):
                continue
            # "The books on the shelf, which": of two nouns either may be meant, unless their numbers tell.
            joining, other = sentence.word(start - 1), sentence.word(start - 2)
            noun = not grammar().is_verb(other) or grammar().is_noun(other) or (joining == "of" and other != "out")
            noun = noun and not (person and grammar().is_thing(other))
            alike = grammar().number("", other) in (None, phrase.plural)
            joined = joining in ("and", "or") or (joining in PREPOSITIONS and noun and alike)
            chained = sentence.word(start - 3) in PREPOSITIONS
            if joined or chained or not finite(sentence.word(verb), plural=phrase.plural):
                return ""
            return ("These " if phrase.plural else "This ") + sentence.written(before, before + 1)
    return ""


def _is_local(sentence: Sentence, before: int) -> bool:
    """Tell whether a name is where something is, or belongs to something: "ambassador to London"."""
    name = name_before(sentence, before)
    near = range(name - 2, name) if name is not None else range(0)
    words = {sentence.word(place) for place in near if not sentence.closes(place)}
    return not words.isdisjoint(PREPOSITIONS - {"with", "by"})
