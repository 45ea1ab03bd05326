"""What stands beside a clause without a verb of its own that is finite: *causing*, *born in*, *with many waiting*.

It becomes a sentence with the subject and in the tense of that clause, where both are certain.
"""

from collections.abc import Iterator

from factbox.metrics.clauses import Clause, Sentence
from factbox.metrics.cuts import Change, Cut, Rules, again, stop
from factbox.metrics.grammar import (
    ARTICLES,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SPEECH,
    SUBORDINATORS,
    grammar,
)
from factbox.metrics.halves import LEAST
from factbox.metrics.nouns import GOES_ON, stays
from factbox.translation import _

RULES = Rules()
# What follows from all that was said, not from its subject alone.
_EFFECTS = frozenset(
    "causing making leaving allowing forcing giving meaning raising bringing helping leading prompting creating"
    " suggesting showing hinting enabling turning sparking".split()
)
# Forms in -ing that are more like prepositions, or begin what has no subject here.
_LOOSE = frozenset(
    "being having including excluding according depending following regarding concerning considering assuming"
    " supposing judging starting beginning ranging during barring owing given".split()
)
# Participles that no longer say what happened to somebody.
_LINKING = frozenset("based compared given provided asked faced concerned regarded followed used set".split())
# What may follow a comma in what a participle says.
_GOES_ON = GOES_ON | PREPOSITIONS


@RULES.declare("effect", 0.7)
def effect(sentence: Sentence) -> Iterator[Cut]:
    """The river rose, causing a flood."""
    for before, main in _participles(sentence):
        word, tense = sentence.word(before + 1), _tense(sentence, main)
        joined = any(sentence.word(place) in SUBORDINATORS for place in range(main.verb, before))
        if word in _EFFECTS and tense and not joined and not sentence.is_told(main.verb, before + 1):
            form = _form(word, tense, plural=False)
            yield Cut(before, (_behind(sentence, before, f"This {form}"),), _("Check what “This” speaks of"))


@RULES.declare("saying")
def saying(sentence: Sentence) -> Iterator[Cut]:
    """The players left the pitch, saying that it rained."""
    for before, main in _participles(sentence, told=True):
        if grammar().verbs.get(sentence.word(before + 1), ("",))[0] in SPEECH:
            yield from _with_its_subject(sentence, before, main)


@RULES.declare("doing", 0.8)
def doing(sentence: Sentence) -> Iterator[Cut]:
    """She took a job in Leeds, using her savings for the rent."""
    for before, main in _participles(sentence):
        word = sentence.word(before + 1)
        base = grammar().verbs.get(word, ("",))[0]
        if word in _EFFECTS | _LOOSE or not base or base in REPORTING:
            continue
        region = {sentence.word(place) for place in range(main.verb + 1, before + 1)}
        # What it belongs to must be plain: one verb, with nothing joined to it or hanging on it.
        plain = region.isdisjoint(RELATIVES | SUBORDINATORS | {"and", "but", "or", "to"})
        if plain and not sentence.word(main.verb + 1).endswith("ing"):
            yield from _with_its_subject(sentence, before, main)


@RULES.declare("with", 0.7)
def with_(sentence: Sentence) -> Iterator[Cut]:
    """The shop is full, with many people waiting at the door."""
    known = grammar()
    last = len(sentence.pieces)
    for before in range(LEAST - 1, last - LEAST):
        if (
            sentence.word(before + 1) != "with"
            or sentence.closes(before) != ","
            or not sentence.is_open(before + 1)
        ):
            continue
        if sentence.word(before) in ("and", "but", "so", "or"):
            continue
        main = sentence.main(0, before + 1)
        tense = _tense(sentence, main) if main is not None and sentence.is_open(before) else ""
        if (
            main is None
            or not tense
            or not stays(sentence, before + 2, _GOES_ON)
            or sentence.is_told(main.verb, before + 1)
        ):
            continue
        for phrase in sentence.phrases(before + 2, last):
            word = sentence.word(phrase.end)
            doing_it = word in known.verbs and word not in _LOOSE
            done = known.is_participle(word) and sentence.word(phrase.end + 1) in PREPOSITIONS
            if phrase.plural is None or sentence.closes(phrase.end - 1) or not (doing_it or done):
                continue
            be = ("were" if phrase.plural else "was") if tense == "past" else ("are" if phrase.plural else "is")
            verb = sentence.pieces[phrase.end]
            first = sentence.text[verb.start]
            changes = (stop(sentence, before, before + 2), Change(verb.start, verb.start + 1, f"{be} {first}"))
            yield Cut(before, changes, _("Check the tense"))
            break


@RULES.declare("put in front", 0.9)
def in_front(sentence: Sentence) -> Iterator[Cut]:
    """A retired teacher, Ann Hill lives in Wales. Born in Leeds, she moved to Wales. Using nets, they fish."""
    first = sentence.word(0)
    close = next((place for place in range(len(sentence.pieces)) if sentence.closes(place)), len(sentence.pieces))
    second = sentence.clause(close + 1) if 3 <= close + 1 <= len(sentence.pieces) - LEAST else None
    if second is None or sentence.closes(close) != "," or not all(map(sentence.is_open, range(close + 2))):
        return
    subject = again(sentence, second.subject)
    opening = _opening(sentence, second, close) if subject not in ("", "They") else ""
    if opening and sentence.word(second.subject.start) not in ("a", "an"):
        lead = Change(sentence.pieces[0].start, sentence.pieces[0].end, f"{subject} {opening}")
        note = "" if first == "born" else _("Check the tense")
        yield Cut(close, (lead, stop(sentence, close, close + 1)), note)


def _opening(sentence: Sentence, second: Clause, close: int) -> str:
    """Give what the first word of a sentence becomes behind a subject; empty where it is no such word."""
    known = grammar()
    first, tense = sentence.word(0), _tense(sentence, second)
    plural = second.subject.plural
    if not tense or (plural is None and tense == "present"):
        return ""
    be = ("were" if plural else "was") if tense == "past" or first == "born" else ("are" if plural else "is")
    if first in ARTICLES:
        phrase = next(sentence.phrases(0, close + 1), None)
        person = phrase is not None and known.is_person(sentence.word(phrase.head)) and phrase.plural is False
        named = all(map(sentence.is_name, range(second.subject.start, second.subject.end)))
        return f"is {first}" if person and named else ""
    if first in known.verbs and first not in _LOOSE:
        return _form(first, tense, plural=bool(plural))
    done = known.is_participle(first) and sentence.word(1) in PREPOSITIONS and first not in _LINKING
    return f"{be} {first}" if done else ""


def _with_its_subject(sentence: Sentence, before: int, main: Clause) -> Iterator[Cut]:
    subject, tense, plural = again(sentence, main.subject), _tense(sentence, main), main.subject.plural
    if subject and tense and (plural is not None or tense == "past"):
        form = _form(sentence.word(before + 1), tense, plural=bool(plural))
        note = _("Check who “They” are") if subject == "They" else ""
        yield Cut(before, (_behind(sentence, before, f"{subject} {form}"),), note)


def _participles(sentence: Sentence, *, told: bool = False) -> Iterator[tuple[int, Clause]]:
    """Give the pieces with a comma before a form in -ing that goes on to the end, with the clause before it."""
    last = len(sentence.pieces)
    for before in range(LEAST - 1, last - LEAST):
        word = sentence.word(before + 1)
        if word not in grammar().verbs or sentence.closes(before) != ",":
            continue
        marks = ("", ":") if told else ("",)
        if (
            sentence.closes(before + 1) not in marks
            or not sentence.is_open(before)
            or not sentence.is_open(before + 1)
        ):
            continue
        # "Forcing it up and polluting it" would need two verbs.
        pairs = zip(range(before + 2, last - 1), range(before + 3, last), strict=True)
        doubled = any(
            sentence.word(one) in ("and", "or") and sentence.word(two).endswith("ing") for one, two in pairs
        )
        main = sentence.main(0, before + 1)
        if main is None or not sentence.is_open(main.subject.start) or doubled:
            continue
        # "It was late, she told them, warning": the subject is another one.
        if any(sentence.word(place) in SPEECH for place in range(main.verb + 1, before + 1)):
            continue
        if told or stays(sentence, before + 2, _GOES_ON):
            yield before, main


def _behind(sentence: Sentence, before: int, opening: str) -> Change:
    return Change(sentence.pieces[before].end, sentence.pieces[before + 1].end, f". {opening}")


def _tense(sentence: Sentence, clause: Clause) -> str:
    """Give the tense of a clause, `past` or `present`; empty where it is neither for sure."""
    word, known = sentence.word(clause.verb), grammar()
    if word in MODALS - {"had", "did"} or "'" in word:
        return ""
    return "past" if known.is_past(word) or known.is_ended(word) else "present"


def _form(word: str, tense: str, *, plural: bool) -> str:
    base, third, past = grammar().verbs[word]
    return past if tense == "past" else base if plural else third
