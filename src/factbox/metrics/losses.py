"""What an adaptation lost or changed of what its original says: one rule for each kind, all in one table.

Every rule looks at one scene, and would rather say nothing than something false: what the adaptation says nearby,
in other words or by halves, counts as kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TypeVar

from factbox.metrics.flaws import found_by
from factbox.metrics.gist import stems, weight
from factbox.metrics.links import Relation, is_negative, links, may_tell, negations
from factbox.metrics.mending import Mend, mends
from factbox.metrics.names import Name, is_named, names, words_in
from factbox.metrics.numerals import Number, is_converted, is_rounded, numbers, said
from factbox.metrics.scene import Scene, Stretch, stems_of
from factbox.translation import N_


class Kind(StrEnum):
    """What a notice is about."""

    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    QUOTATION = "quotation"
    TERM = "key term"
    LINK = "link word"
    PRONOUN = "lone pronoun"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that was lost or changed in a scene.

    Attributes:
        kind: What it is.
        title: What to tell, still to be translated.
        ours: The words of the original; none where something came that was not there.
        theirs: The words of the adaptation; none where they are missing.
        unless: Words, any of which in the adaptation at all means that nothing was lost.
        mends: How to put it back, where that is safe.
    """

    kind: Kind
    title: str
    ours: Stretch | None
    theirs: Stretch | None = None
    unless: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()


_Part = TypeVar("_Part")
_Rule = Callable[[Scene, frozenset[str]], Iterator[Loss]]

_LINK_TITLES = {
    Relation.CAUSE: N_("Link word lost: cause"),
    Relation.RESULT: N_("Link word lost: result"),
    Relation.CONTRAST: N_("Link word lost: contrast"),
    Relation.CONDITION: N_("Link word lost: condition"),
}
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|(?:^|(?<=\s))\"[^\"]*(?:\"|$)|^[^“”]*”")
_CLAUSE_END = re.compile(r"[,;:–—.?!]")
_JOINT = re.compile(r"[,;:–—.?!]|\b(?:but|and|because|although)\b")
_OPENING = re.compile(r"\W*(?P<word>he|she|they)\b", re.IGNORECASE)
_FORMS = {
    word: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
    for word, forms in {"he": "he|him|his", "she": "she|her|hers", "they": "they|them|their|we|our|us"}.items()
}
# Words that may be of a person: by name of what they are, or by an ending; these end so and are of none.
_THINGS = (
    "after|an?other|answer|better|bigger|cent(?:er|or)|colo(?:r|u?r)|computer|corner|dinner|door|either|ever|every"
    "|farther|fewer|fl(?:oor|ower)|for|former|further|greater|harbou?r|harder|higher|however|larger|later|latter|layer"
    "|letter|longer|lower|matter|more|neither|never|nor|number|odou?r|or|order|other|over|paper|per|power|rather|river"
    "|shorter|shower|silver|smaller|sooner|stronger|summer|together|tower|under|vapou?r|water|weather|whether|winter"
)
_SINGULAR = re.compile(
    r"\b(?:he|him|his|she|her|man|woman|boy|girl|mother|father|son|daughter|brother|sister|wife|husband|person|someone"
    r"|king|queen|president|student|patient|parent|client|agent|resident|assistant|servant|child|baby|friend|chief|head"
    rf"|boss|expert|guide|hero|thief|victim|pupil|nurse|cook|(?!(?:{_THINGS})\b)\w+(?:er|or|ist|ian|man|woman|ess))\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:they|them|their|people|children|men|women|police|team|family|couple|and|company|government|group|everyone"
    r"|public|staff|many|some|most|few|others|(?!(?:was|is|has|his|its|this|us|as|does|always)\b)\w+[^siu'’]s)\b",
    re.IGNORECASE,
)
# By themselves at the start of a sentence these link it to the one before.
_ADVERBS = frozenset("but however so therefore thus consequently hence yet nevertheless nonetheless".split())
# The share of a clause, by weight, that must be left for its link word to be missed, and the weight at the least.
_KEPT, _LEAST_KEPT = 0.25, 0.15
# The share of the words of both sides, by weight, that must be the same for a lost or an added negation to count.
_NEARLY, _VERY_NEARLY = 0.5, 0.85
_LATELY = re.compile(r"\b(?:last|this|next) (?:month|week)|\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE)
_UNIT = re.compile(r"[%£$€]|(?<=per )cent", re.IGNORECASE)
# Words: a shorter quotation is a word in quotation marks.
_QUOTATION = 4
# A word behind a negation, that many words further at the most, is what it negates.
_REACH = 4
# A text in which more stand beside each other is no prose.
_MOST_NEGATIONS = 50


def losses(scene: Scene, known: frozenset[str]) -> Iterator[Loss]:
    """Give what a scene lost or changed.

    Args:
        scene: A group that stands in both texts.
        known: Words that are names in the original, in small letters.
    """
    for rule in RULES if scene.original != scene.adaptation else (_pronouns,):
        yield from found_by(rule.__name__.strip("_"), partial(rule, scene, known))


def _numbers(scene: Scene, _known: frozenset[str]) -> Iterator[Loss]:
    here, there = list(numbers(scene.ours.text)), list(numbers(scene.theirs.text))
    kept = _all(map(said, scene.nearby)) if here else frozenset()
    known = _all(map(said, scene.known)) if there else frozenset()
    lost = [each for each in here if kept.isdisjoint(each.values) and not _is_told(scene, each, there)]
    new = [each for each in there if known.isdisjoint(each.values)]
    for is_date in (False, True):
        gone = [each for each in lost if each.is_date is is_date]
        come = [each for each in new if each.is_date is is_date]
        for number, each in enumerate(gone):
            ours = Stretch(each.start, each.end)
            if len(gone) == len(come) and _counts_the_same(scene, each, come[number]):
                theirs = Stretch(come[number].start, come[number].end)
                title = N_("Date changed") if is_date else N_("Number changed")
                yield Loss(Kind.NUMBER, title, ours, theirs, mends=(Mend(*theirs, _cut(scene, ours)),))
            else:
                yield Loss(Kind.NUMBER, N_("Date lost") if is_date else N_("Number lost"), ours)


def _is_told(scene: Scene, number: Number, others: list[Number]) -> bool:
    """Tell whether a number is told in another way: rounded, in other units, or as "last month"."""
    if number.is_date:
        return _LATELY.search(scene.theirs.text) is not None
    return is_rounded(number, others) or is_converted(number, scene.ours.text, others)


def _counts_the_same(scene: Scene, one: Number, other: Number) -> bool:
    """Tell whether two numbers are of the same thing: dates, shares, money, years, or what stands behind them."""
    if one.is_date:
        return True
    ours, theirs = scene.ours.text, scene.theirs.text
    units = [_UNIT.findall(text[each.start : each.end]) for text, each in ((ours, one), (theirs, other))]
    if units[0] or units[1] or one.is_year or other.is_year:
        return units[0][:1] == units[1][:1] and one.is_year is other.is_year
    return _behind(ours, one.end) == _behind(theirs, other.end)


def _behind(text: str, place: int) -> tuple[str, ...]:
    """Give the stems of the next word that tells something."""
    return next((found for form in text[place:].replace("-", " ").split()[:_REACH] if (found := stems(form))), ())


def _names(scene: Scene, known: frozenset[str]) -> Iterator[Loss]:
    here, there = list(names(scene.ours.text, known)), list(names(scene.theirs.text, known))
    kept = _all(map(words_in, scene.nearby)) if here else frozenset()
    lost = [each for each in here if not is_named(each, kept)]
    if not lost:
        return
    before = _all(map(words_in, scene.known))
    new = [each for each in there if not is_named(each, before)]
    if len(lost) == len(new) == 1 and _stand_alike(scene, lost[0], new[0]):
        theirs = Stretch(new[0].start, new[0].end)
        ours, word = Stretch(lost[0].start, lost[0].end), scene.theirs.text[theirs.start : theirs.end]
        whole = not any(each.endswith(("'s", "’s")) for each in (_cut(scene, ours), word))
        put_back = (Mend(*theirs, _cut(scene, ours)),) if whole else ()
        yield Loss(Kind.NAME, N_("Name changed"), ours, theirs, mends=put_back)
        return
    for each in lost:
        yield Loss(Kind.NAME, N_("Name lost"), Stretch(each.start, each.end), unless=each.words)


def _stand_alike(scene: Scene, one: Name, other: Name) -> bool:
    """Tell whether two names have the same word before or behind them."""
    sides = [(scene.ours.text, one), (scene.theirs.text, other)]
    before = [text[: each.start].lower().split()[-1:] for text, each in sides]
    behind = [text[each.end :].lower().split()[:1] for text, each in sides]
    return before[0] == before[1] or behind[0] == behind[1]


def _negations(scene: Scene, _known: frozenset[str]) -> Iterator[Loss]:
    ours, theirs = scene.ours.text, scene.theirs.text
    if not _are_alike(scene, _NEARLY):
        return
    here, there = list(negations(ours)), list(negations(theirs))
    for start, end in here[:_MOST_NEGATIONS] if len(here) > len(there) else ():
        first, last = _clause(ours, start)
        # Two of them may be one thing said in a roundabout way, "not unhappy"; a word that both have is no such.
        is_double = is_negative(f"{ours[first:start]} {ours[end:last]}", theirs)
        if not is_double and _is_affirmed(theirs, _negated(ours, end), f"{ours[:start]} {ours[end:]}"):
            yield Loss(Kind.NEGATION, N_("Negation lost"), Stretch(start, end))
    if not is_negative(ours) and _are_alike(scene, _VERY_NEARLY):
        for start, end in there:
            negated = _negated(theirs, end)
            if negated and negated <= scene.ours.stems:
                yield Loss(Kind.NEGATION, N_("Negation added"), None, Stretch(start, end))
                return


def _are_alike(scene: Scene, share: float) -> bool:
    """Tell whether both sides have a share of their words in common, by weight."""
    ours, theirs = scene.ours.stems, scene.theirs.stems
    common = 2 * sum(map(weight, ours & theirs))
    return common >= share * (sum(map(weight, ours)) + sum(map(weight, theirs)))


def _clause(text: str, place: int) -> tuple[int, int]:
    """Give where the clause around a place begins and ends."""
    before = [match.end() for match in _CLAUSE_END.finditer(text, 0, place)]
    behind = _CLAUSE_END.search(text, place)
    return (before[-1] if before else 0), (behind.start() if behind else len(text))


def _is_affirmed(text: str, negated: frozenset[str], besides: str) -> bool:
    """Tell whether a text says what was negated, in no clause with a negation other than those besides."""
    clauses = [clause for clause in _CLAUSE_END.split(text) if negated and negated <= stems_of(clause)]
    return bool(clauses) and not any(is_negative(clause, besides) for clause in clauses)


def _negated(text: str, end: int) -> frozenset[str]:
    """Give the stems of the first words behind a negation that tell something: two, if the clause has them."""
    found: list[str] = []
    for form in text[end:].split()[:_REACH]:
        found += stems(form)
        if len(found) > 1 or _CLAUSE_END.search(form):
            break
    return frozenset(found[:2])


def _quotations(scene: Scene, _known: frozenset[str]) -> Iterator[Loss]:
    ours, theirs = scene.ours.text, scene.theirs.text
    quoted = [each for each in _QUOTED.finditer(ours) if len(each[0].split()) >= _QUOTATION]
    there = list(_QUOTED.finditer(theirs))
    if not quoted:
        return
    if not there:
        for each in quoted:
            if stems_of(each[0]) & scene.theirs.stems and not any(map(_QUOTED.search, scene.nearby)):
                yield Loss(Kind.QUOTATION, N_("Quotation lost"), Stretch(*each.span()))
        return
    known = _all(map(stems_of, scene.known))
    for each in there:
        words = stems_of(each[0])
        shared = [len(words & stems_of(other[0])) for other in quoted]
        if not words <= known and max(shared):
            other = quoted[shared.index(max(shared))]
            here, place = Stretch(*other.span()), Stretch(*each.span())
            whole = all(text.startswith("“") and text.endswith("”") for text in (each[0], other[0]))
            put_back = (Mend(*place, other[0]),) if whole else ()
            yield Loss(Kind.QUOTATION, N_("Quotation changed"), here, place, mends=put_back)
            return


def _links(scene: Scene, _known: frozenset[str]) -> Iterator[Loss]:
    text, found = scene.ours.text, set()
    for link in links(text):
        besides = f"{text[: link.start]} {text[link.end :]}"
        again = f" {text[link.start : link.end]} ".lower() in f" {scene.theirs.text.lower()} "
        if again or link.relation in found or may_tell(scene.theirs.text, link.relation, besides):
            continue
        first, second = _clauses(scene, link.start, link.end)
        if (_is_kept(scene, first) if first else scene.follows) and _is_kept(scene, second):
            found.add(link.relation)
            comma = text[: link.start].rstrip().endswith(",")
            how = mends(scene, link.relation, first, second, comma=comma)
            yield Loss(Kind.LINK, _LINK_TITLES[link.relation], Stretch(link.start, link.end), mends=how)


def _clauses(scene: Scene, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """Give the stems of what a link word links: before and behind it, or two behind it; the first may be none."""
    text = scene.ours.text
    line = scene.ours.line_at(start)
    begins, ends = scene.ours.starts[line], scene.ours.starts[line] + len(scene.ours.lines[line])
    before, behind = text[begins:start], text[end:ends]
    if any(map(str.isalpha, before)):
        return _telling(_JOINT.split(before)[::-1]), _telling(_JOINT.split(behind))
    # At the start it opens the first of two clauses, or links the whole sentence to the one before.
    comma = _CLAUSE_END.search(behind.rstrip("”\"' .!?"))
    if text[start:end].lower() in _ADVERBS or comma is None:
        return frozenset(), _telling(_JOINT.split(behind))
    return stems_of(behind[: comma.start()]), _telling(_JOINT.split(behind[comma.end() :]))


def _telling(parts: list[str]) -> frozenset[str]:
    """Give the stems of the first parts of a sentence, as many as it takes to tell anything."""
    found: frozenset[str] = frozenset()
    for part in parts:
        found |= stems_of(part)
        if len(found) > 1:
            break
    return found


def _is_kept(scene: Scene, clause: frozenset[str]) -> bool:
    """Tell whether the adaptation has some of a clause."""
    kept = sum(map(weight, clause & scene.theirs.stems))
    return kept >= max(_LEAST_KEPT, _KEPT * sum(map(weight, clause)))


def _pronouns(scene: Scene, known: frozenset[str]) -> Iterator[Loss]:
    for number, line in enumerate(scene.adaptation):
        match = _OPENING.match(line)
        if match is None or (number == 0 and scene.opens) or line.startswith(("“", '"', "‘")):
            continue
        word = match["word"].lower()
        if _FORMS[word].search(scene.ours.text):
            # The original leaves it to the reader as well.
            continue
        others = " ".join(each for each in scene.nearby if each != line)
        if not (_PLURAL if word == "they" else _SINGULAR).search(others) and not any(names(others, known)):
            start = scene.theirs.starts[number] + match.start("word")
            yield Loss(Kind.PRONOUN, N_("Pronoun without its noun"), None, Stretch(start, start + len(word)))


def _all(parts: Iterable[frozenset[_Part]]) -> frozenset[_Part]:
    return frozenset().union(*parts)


def _cut(scene: Scene, stretch: Stretch) -> str:
    return scene.ours.text[stretch.start : stretch.end]


# Every kind of loss has its rule here; key terms, which belong to the whole text, are looked for in `meaning`.
RULES: tuple[_Rule, ...] = (_numbers, _names, _negations, _quotations, _links, _pronouns)
