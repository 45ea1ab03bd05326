"""What somebody or something is besides, at the end of a sentence or between a subject and its verb."""

from collections.abc import Iterator

from factbox.metrics.clauses import Phrase, Sentence
from factbox.metrics.cuts import Change, Cut, Rules, again, stop
from factbox.metrics.grammar import DETERMINERS, MODALS, PREPOSITIONS, grammar
from factbox.metrics.halves import LEAST
from factbox.metrics.nouns import GOES_ON, ends_well, name_before, relative_verb, stays, what_is
from factbox.translation import _

RULES = Rules()


@RULES.declare("apposition", 0.9)
def apposition(sentence: Sentence) -> Iterator[Cut]:
    """We asked Tom Hill, the head of the school."""
    last = len(sentence.pieces)
    for before in range(LEAST - 1, last - LEAST):
        if sentence.closes(before) != "," or not sentence.is_open(before) or not sentence.is_name(before):
            continue
        after = before + 1
        phrase = what_is(sentence, after)
        if phrase is None or not stays(sentence, after, GOES_ON) or sentence.clause(after):
            continue
        name = name_before(sentence, before)
        if name is None or not _is_alike(sentence, name, phrase) or not ends_well(sentence, phrase):
            continue
        written = sentence.written(name, before + 1)
        yield Cut(before, (stop(sentence, before, after, f"{written} is ", keep=True),), _("Check “is” or “was”"))


@RULES.declare("apposition to all", 0.7)
def to_all(sentence: Sentence) -> Iterator[Cut]:
    """They walked home through the night, a journey of ten miles."""
    known = grammar()
    last = len(sentence.pieces)
    for before in range(LEAST - 1, last - LEAST):
        after = sentence.past_comma(before)
        if after is None or sentence.word(after) not in ("a", "an") or sentence.is_name(before):
            continue
        phrase = what_is(sentence, after)
        main = sentence.main(0, before + 1)
        rest = range(after, last - 1)
        if phrase is None or main is None or not known.is_thing(sentence.word(phrase.head)):
            continue
        if any(sentence.closes(each) or not sentence.is_open(each) or not sentence.word(each) for each in rest):
            continue
        told = sentence.is_told(0, before + 1) or not all(map(sentence.is_open, range(before + 1)))
        listed = "and" in {sentence.word(each) for each in rest} or sentence.clause(after)
        if (
            told
            or listed
            or sentence.word(main.verb) in MODALS - {"had", "did"}
            or not ends_well(sentence, phrase)
        ):
            continue
        verb = sentence.word(main.verb)
        past = known.is_past(verb) or known.is_ended(verb)
        opening = "This was " if past else "This is "
        yield Cut(before, (stop(sentence, before, after, opening, keep=True),), _("Check what “This” speaks of"))


@RULES.declare("who or which inside")
def inside(sentence: Sentence) -> Iterator[Cut]:
    """Tom Hill, who runs the shop, sold it in May."""
    for subject, relative, close, after in _asides(sentence):
        # "The value of the data, which": of two nouns either may be meant.
        if subject.head != subject.end - 1 or sentence.word(relative) not in ("who", "which"):
            continue
        verb = relative_verb(sentence, relative + 1)
        if verb is None or not grammar().is_finite(sentence.word(verb), plural=subject.plural):
            continue
        opening = again(sentence, subject)
        if opening:
            pieces = sentence.pieces
            lead = Change(pieces[subject.end - 1].end, pieces[relative].end, "")
            yield Cut(close, (lead, stop(sentence, close, after, f"{opening} ", keep=True)))


@RULES.declare("apposition inside", 0.9)
def apposition_inside(sentence: Sentence) -> Iterator[Cut]:
    """Tom Hill, the head of the school, was late."""
    for subject, begin, close, after in _asides(sentence):
        phrase = what_is(sentence, begin)
        name = subject.end
        while name > subject.start and sentence.is_name(name - 1):
            name -= 1
        # "Former film star Ada Hill" is a name with what she is before it.
        described = name > subject.start and not sentence.is_number(subject.start)
        if phrase is None or (described and subject.end - name < 2) or sentence.word(subject.start) in DETERMINERS:
            continue
        if not ends_well(sentence, phrase, close + 1):
            continue
        written = sentence.written(name, subject.end)
        lead = Change(sentence.pieces[subject.end - 1].end, sentence.pieces[begin].start, " is ")
        cut = stop(sentence, close, after, f"{written} ", keep=True)
        yield Cut(close, (lead, cut), _("Check “is” or “was”"))


@RULES.declare("participle inside", 0.7)
def participle_inside(sentence: Sentence) -> Iterator[Cut]:
    """The old school, built in the last century, is shut."""
    known = grammar()
    for subject, begin, close, after in _asides(sentence):
        fits = known.is_participle(sentence.word(begin)) and sentence.word(begin + 1) in PREPOSITIONS
        opening = again(sentence, subject) if fits and subject.head == subject.end - 1 else ""
        if not opening or subject.plural is None:
            continue
        lasting = sentence.word(begin) in ("based", "located", "known", "called", "owned", "situated", "used")
        first = sentence.word(after)
        now = not known.is_past(first) and not known.is_ended(first)
        # "The air, heated by a stove, rises": is it heated, or was it?
        if now and not lasting:
            continue
        be = ("are" if now else "were") if subject.plural else ("is" if now else "was")
        lead = Change(sentence.pieces[subject.end - 1].end, sentence.pieces[begin].start, f" {be} ")
        cut = stop(sentence, close, after, f"{opening} ", keep=True)
        yield Cut(close, (lead, cut), _("Check “is” or “was”"))


def _asides(sentence: Sentence) -> Iterator[tuple[Phrase, int, int, int]]:
    """Give what stands between the subject with which a sentence begins and its verb.

    That is: the subject, the first and the last piece of what is put in, and the verb or an adverb before it.
    """
    last = len(sentence.pieces)
    for subject in sentence.phrases(0, last):
        begin = sentence.past_comma(subject.end - 1)
        if begin is None:
            continue
        dash = begin > subject.end
        close = begin
        while close < last - 1 and not sentence.closes(close) and sentence.word(close + 1):
            close += 1
        after = sentence.past_comma(close)
        if after is None or close > last - LEAST or close - begin < 2 or (after > close + 1) != dash:
            return
        clear = all(map(sentence.is_open, (*range(begin + 1), close, after)))
        if clear and sentence.verb(subject, last, after) is not None:
            yield subject, begin, close, after
        return


def _is_alike(sentence: Sentence, name: int, phrase: Phrase) -> bool:
    """Tell whether a name may be what a phrase says: no person stands behind "in"."""
    person = grammar().is_person(sentence.word(phrase.head))
    place = sentence.word(name - 1) in ("in", "at", "near", "from", "to", "into", "across")
    return person != place and (person or place)
