"""Words that turn what a sentence says, or link it: negations, and connectives by what they tell.

Two lists each: what surely negates or links, and what may do so in the words of an adaptation. The second is wide,
so that only what is gone in every form counts as lost.
"""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """What a link word tells."""

    CAUSE = "cause"
    RESULT = "result"
    CONTRAST = "contrast"
    CONDITION = "condition"


def _any_of(lines: str) -> str:
    """Make one expression of those that commas part."""
    return "|".join(each.strip() for each in lines.split(",") if each.strip())


# "So" and "yet" link where a clause follows.
_CLAUSE = r"(?= (?:he|she|it|they|we|you|i|the|this|these|that|many|some|there|people)\b)"
# "But" links clauses at the start, behind a comma or a dash, and before what may begin one; else single words.
_BUT = (
    r"(?:(?:^|(?<=[“”.!?] )|(?<=“)|(?<=[\x2c–—] ))but|(?<!nothing )(?<!all )but"
    r"(?= (?:he|she|it|they|we|you|i|the|this|these|that|many|most|some|there|people|one|in|not|no|if|when|an?)\b)"
    r")(?! (?:also|for)\b)"
)
_SURE = {
    # Not "is due to end".
    Relation.CAUSE: _any_of(r"""
        because of, because, (?<!is )(?<!are )(?<!was )(?<!were )due to, owing to, thanks to, as a result of
    """),
    Relation.RESULT: _any_of(rf"""
        therefore, thus, consequently, hence, as a result(?! of), so(?! that){_CLAUSE}, that is why, that[’']s why
    """),
    Relation.CONTRAST: _any_of(rf"""
        {_BUT}, however, even though, although, (?<!as )though, yet{_CLAUSE}, despite, in spite of, nevertheless,
        nonetheless, whereas, on the other hand
    """),
    Relation.CONDITION: _any_of(r"if(?! not\b), unless, provided that, as long as"),
}
# Cause and result are one relation, seen from its two ends.
_REASON = _any_of(r"""
    because, since, as, so, due, owing, thanks, therefore, thus, consequently, hence, result\w*, reason\w*, why,
    caus\w+, means?, meant, meaning, makes?, making, made, led, leads?, leading, after, when, to do with,
    explain\w*, that way, allow\w*, lets?, shows?, showed
""")
_MAYBE = {
    Relation.CAUSE: _REASON,
    Relation.RESULT: _REASON,
    Relation.CONTRAST: _any_of(r"""
        but, however, although, though, yet, despite, spite, nevertheless, nonetheless, whereas, while, whilst,
        still, even, instead, rather, hand, except, unlike, unfortunately, sadly, luckily, importantly, only,
        compar\w+, differ\w+, surpris\w+
    """),
    Relation.CONDITION: _any_of(r"""
        if, unless, when, whenever, provided, long, otherwise, whether, without, until, once, depend\w*, case,
        after, possible, according
    """),
}
# Behind these "if" asks, or compares.
_WHETHER = re.compile(
    r"\b(?:"
    + _any_of(r"""
        ask, asks, asked, asking, wonder\w*, see, sees, know, knows, knew, known, doubt\w*, check\w*, decide\w*,
        unclear, sure, question\w*, tell, find out, as, even, only, what, discover\w*, determine\w*, test\w*, say,
        remember, care, matter
    """)
    + r")\s+$",
    re.IGNORECASE,
)
# Characters before a link word in which those stand, and in which a "not" belongs to a "but".
_NEAR, _FAR = 40, 400
# "Not this but that" corrects.
_CORRECTED = re.compile(r"\bnot\b[^.;:]*$", re.IGNORECASE)
_NEGATIONS = re.compile(
    r"(?<![\w’'-])(?:(?<!or )not(?! (?:only|just|least|merely|simply|even)\b)"
    r"|no(?! (?:doubt|matter|longer|more|wonder|better|other|less)\b)"
    r"|never|nobody|no one|none|nothing|nowhere|neither|nor|cannot|without)(?![\w-])|n[’']t\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:"
    + _any_of(r"""
        not, no, never, nobody, none, nothing, nowhere, neither, nor, cannot, without, n[’']t, fail\w*, lack\w*,
        refus\w*, stop\w*, avoid\w*, deny, denies, denied, few, fewer, little, hardly, rarely, barely, scarcely,
        only, less, instead, prevent\w*, ban, bans, banned, forb\w+, too, against, miss\w*, empty, lost, loses?,
        reject\w*, oppos\w*, wrong\w*, false, difficult, absen\w*, despite, unless, declin\w*, hostile, far from,
        keep\w* from, rather than, myth\w*, mis[a-z]{3}[a-z]+, un-?(?!der|til|it|i[oq]|less)[a-z]{3}[a-z]+,
        dis(?:a|b|c|hon|like|o|reg|sat)\w+, ir(?:r[ae])\w+, im(?:poss|prob|prac|mor|mat|perf|pat)\w+,
        in(?:cap|abil|val|vis|corr|dep|adeq|act|compl|dir)\w+, insuf\w+, intol\w+, illeg\w+
    """)
    + r")\b|\b\w+n[’']t\b|\b\w+less\b",
    re.IGNORECASE,
)


class Link(NamedTuple):
    """A link word, what it tells, and where it stands, in characters."""

    relation: Relation
    start: int
    end: int


def links(text: str) -> Iterator[Link]:
    """Give the words that surely link what a sentence says, by relation."""
    for relation, pattern in _SURE_PATTERNS.items():
        for match in pattern.finditer(text):
            if relation is Relation.CONDITION and _WHETHER.search(
                text, max(0, match.start() - _NEAR), match.start()
            ):
                continue
            if match[0].lower() == "but" and _CORRECTED.search(text, max(0, match.start() - _FAR), match.start()):
                continue
            yield Link(relation, match.start(), match.end())


def may_tell(text: str, relation: Relation, besides: str = "") -> bool:
    """Tell whether some word of a text may tell a relation.

    Args:
        text: The text.
        relation: What it may tell.
        besides: Words that tell other things: what stands here as often does not count.
    """
    pattern = _MAYBE_PATTERNS[relation]
    # A second link word of the original may be the one that was kept.
    other = _SURE_PATTERNS[relation].sub(" ", besides.lower())
    return bool(Counter(pattern.findall(text.lower())) - Counter(pattern.findall(other)))


def negations(text: str) -> Iterator[tuple[int, int]]:
    """Give the words that negate, by their places; "n't" without the verb before it."""
    return (match.span() for match in _NEGATIONS.finditer(text))


def is_negative(text: str, besides: str = "") -> bool:
    """Tell whether any word of a text negates, or may do so by what it means.

    Args:
        text: The text.
        besides: Words that do not count as often as they stand here.
    """
    return bool(Counter(_NEGATIVE.findall(text.lower())) - Counter(_NEGATIVE.findall(besides.lower())))


_SURE_PATTERNS = {
    each: re.compile(rf"(?<![\w’'-])(?:{pattern})(?![\w’'-])", re.IGNORECASE) for each, pattern in _SURE.items()
}
_MAYBE_PATTERNS = {
    each: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) for each, pattern in _MAYBE.items()
}
