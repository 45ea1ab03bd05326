"""Where a long sentence may be split so that both halves stand by themselves, and what joins them then.

Rules of thumb, for no grammar is at hand: a place is offered only where a clause clearly begins, and nothing that
tells a cause, a contrast or a result is dropped. People decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factbox.translation import _

# Words: halves that are shorter do not stand by themselves, or make choppy prose.
LEAST, SHORT = 4, 7

_PRONOUNS = "i he she it we they you there"
_OPENERS = (
    f"{_PRONOUNS} the a an this that these those his her its their our my your some many most every each no "
    "several few all both one two three people"
)
_SUBJECT = re.compile(rf"(?:{'|'.join(_PRONOUNS.split())})\b(?!\s+(?:and|or)\b)", re.IGNORECASE)
_OPENER = re.compile(rf"(?:(?:{'|'.join(_OPENERS.split())})\b|[A-Z][a-z])", re.IGNORECASE)
_VERBS = frozenset(
    """
    is are was were am be been has have had do does did will would can could may might must shall should
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't became
    become becomes began begins begin came comes come gave gives give went goes go got gets get grew
    grows grow kept keeps keep knew knows know led leads lead left leaves leave lost loses lose made
    makes make met meets meet paid pays put puts ran runs run said says say saw sees see sent sends send
    showed shows show sold sells set sets spent stood stands stand stayed stays stay took takes take
    taught teaches tells told tell thought thinks think understood won wins wrote writes write found
    finds find fell falls fall felt feels feel held holds hold brought brings bring built builds build
    bought buys buy chose chooses caught ate eats drank drinks drove drives flew flies heard hears hear
    hit hid rose rises sang sat sits slept spoke speaks swam threw woke wore broke breaks break needs
    need want wants means mean helps help lives live works work uses use seems seem looks look turns
    turn moves move remains remain contains contain carries carry reaches reach causes cause includes
    include allows allow happens happen starts start stops stop tries try asks ask believes believe
    hopes hope likes like
    """.split()
)
_SUBORDINATE = re.compile(
    r"(?:if|when|whenever|although|though|because|while|as|after|before|since|unless|until|once|whereas|despite|"
    r"by|to|in order|having|being|not only|whether|just as)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?P<semicolon>;\s+(?:and\s+)?)"
    r"|(?P<joined>(?P<comma>,)?\s+(?P<word>and|but|so|yet)\s+)"
    r"|(?P<which>,\s+which\s+)"
    r"|(?P<where>,\s+where\s+)"
    r"|(?P<because>,?\s+because\s+(?!of\b))",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(are|were|have|do)\b|(is|was|has|had|does|did|can|could|will|would|may|might|must|\w+ed|\w+s)\b"
)
_KEPT = {"but": "But ", "so": "So ", "yet": "Yet "}


@dataclass(frozen=True, slots=True)
class Split:
    """A place at which a sentence may be split.

    Attributes:
        start: Where what gives way begins, in characters of the paragraph.
        end: Where it ends: behind the first letter of the second half.
        text: What stands there instead.
        after: The word before the place.
        note: What to check; may be empty.
        choppy: Whether a half is short.
    """

    start: int
    end: int
    text: str
    after: str
    note: str
    choppy: bool


def splits(text: str, start: int, end: int) -> Iterator[Split]:
    """Give the places at which the sentence between two places of a paragraph may be split, in order."""
    sentence = text[start:end]
    for match in _JOINT.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if not _are_halves(before, after) or not _is_outside(before):
            continue
        joint = _joint(match, before, after)
        if joint is None:
            continue
        opening, note = joint
        # What the second half begins with has its capital now.
        first = after[0] if opening and not opening.endswith(". ") else after[0].upper()
        yield Split(
            start=start + match.start(),
            end=start + match.end() + 1,
            text=f". {opening}{first}",
            after=before.rsplit(maxsplit=1)[-1].strip("“”\"'‘’(),;:"),
            note=note,
            choppy=min(len(before.split()), len(after.split())) < SHORT,
        )


def _are_halves(before: str, after: str) -> bool:
    long_enough = min(len(before.split()), len(after.split())) >= LEAST
    return long_enough and _has_verb(before) and _has_verb(after)


def _is_outside(before: str) -> bool:
    """Tell whether no quotation and no bracket is open."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"), ("‘", "’ "))
    return all(before.count(one) <= before.count(other) for one, other in pairs) and before.count('"') % 2 == 0


def _joint(match: re.Match[str], before: str, after: str) -> tuple[str, str] | None:
    """Tell what opens the second half, and what to check; None where the place is not safe."""
    if _SUBORDINATE.match(before) and "," not in before:
        # The main clause has not come yet.
        return None
    if match["semicolon"]:
        return ("", "") if _OPENER.match(after) else None
    if match["joined"]:
        clause = _SUBJECT.match(after) or (match["comma"] and _OPENER.match(after) and _verb_soon(after))
        if not clause or before.lower().endswith((" between", " both")):
            return None
        return _KEPT.get(match["word"].lower(), ""), ""
    if match["because"]:
        if not _OPENER.match(after) or re.search(r"\b(?:not|only|just|simply|probably)$", before):
            return None
        return "This is because ", _("Check what “This” speaks of")
    return _relative(match, after)


def _relative(match: re.Match[str], after: str) -> tuple[str, str] | None:
    # A clause with a comma behind it may be one in the middle of the sentence.
    if "," in after:
        return None
    if match["where"]:
        return ("There ", _("Check what “There” speaks of")) if _OPENER.match(after) else None
    verb = _WHICH.match(after)
    if verb is None:
        return None
    return ("These " if verb[1] else "This "), _("Check what “This” speaks of")


def _verb_soon(clause: str) -> bool:
    return _has_verb(" ".join(clause.split()[1:9]))


def _has_verb(words: str) -> bool:
    plain = (word.strip(".,;:!?\"'“”‘()").replace("’", "'").lower() for word in words.split())
    return any(word in _VERBS or (len(word) > 4 and word.endswith("ed")) for word in plain)
