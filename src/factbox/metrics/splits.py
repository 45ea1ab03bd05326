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

_PRONOUNS = "i he she it we they you there nobody everybody everyone someone no-one"
_OPENERS = "the a an this these those his her its their our my your some many every each no several few all people"
_SUBJECT = re.compile(rf"(?:{'|'.join(_PRONOUNS.split())}|no one)\b(?!['’]?\s+(?:and|or)\b)", re.IGNORECASE)
_OPENER = re.compile(rf"(?i:{'|'.join((*_PRONOUNS.split(), *_OPENERS.split()))})\b|[A-Z][a-z]")
_ADVERB = re.compile(r"(?:then|now|later|soon|still|also|finally|instead|today),?\s+", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|to|from|near|into|through|across|inside)\s+(?:\S+\s+){0,5}\S+$", re.IGNORECASE)
_PAIR = re.compile(r"\b(?:between|both|either|neither|from|whether)\b[^,;]*(?:,[^,;]*)?$", re.IGNORECASE)
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
    hopes hope likes like lit shone sank shot shut slid spread stole struck swept swung tore wept bent
    bit blew bled burnt burst cast clung crept cost costs cut cuts dealt dug drew draws draw fed fought
    fled forgot forgets froze ground hung hangs hurt knelt laid lay lies leapt lent lets quit rang rings
    rode rides sought seeks shook shakes sprang stuck sticks stung swore throws wears wear whispered
    opens open closes close ends end leaps learnt learns learn loves love hates hate owns own plays play
    reads read rests shares smells smell spelt spends teach travels travel visits visit waits wait walks
    walk watches watch wishes wish wonders worries
    """.split()
)
_SUBORDINATE = re.compile(
    r"(?:if|when|whenever|although|though|because|while|as|after|before|since|unless|until|once|whereas|despite|"
    r"by|to|in order|having|being|not only|whether|just as)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?P<semicolon>;\s+(?:and\s+)?)"
    r"|(?P<dash>\s+[–—]\s+|:\s+)"
    r"|(?P<joined>(?P<comma>,)?\s+(?P<word>and|but|so|yet)\s+)"
    r"|(?P<which>,\s+which\s+)"
    r"|(?P<where>,\s+where\s+)"
    r"|(?P<although>,\s+(?:al)?though\s+)"
    r"|(?P<because>(?:,|\s+[–—])?\s+because\s+(?!of\b))",
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
    clause = _ADVERB.sub("", after, count=1) if _ADVERB.match(after) else after
    if match["semicolon"]:
        # More than one semicolon parts the items of a list.
        return ("", "") if _OPENER.match(clause) and ";" not in before + after else None
    if match["dash"]:
        # A second dash would close what this one opens.
        return ("", "") if _SUBJECT.match(clause) and not re.search(r"\s[–—]\s", before + after) else None
    if match["joined"]:
        return _joined(match, before, clause)
    if match["although"]:
        return ("But ", _("Check the contrast")) if _OPENER.match(clause) and "," not in after else None
    if match["because"]:
        if not _OPENER.match(clause) or re.search(r"\b(?:not|only|just|simply|probably|partly|that),?$", before):
            return None
        return "This is because ", _("Check what “This” speaks of")
    return _relative(match, before, after)


def _joined(match: re.Match[str], before: str, clause: str) -> tuple[str, str] | None:
    word = match["word"].lower()
    named = match["comma"] or (word == "but" and " not " not in before)
    begins = _SUBJECT.match(clause) or (named and _OPENER.match(clause) and _verb_soon(clause))
    if not begins or _PAIR.search(before):
        return None
    return _KEPT.get(word, ""), ""


def _relative(match: re.Match[str], before: str, after: str) -> tuple[str, str] | None:
    # A clause with a comma behind it may be one in the middle of the sentence.
    if "," in after:
        return None
    if match["where"]:
        fits = _OPENER.match(after) and _PLACE.search(before)
        return ("There ", _("Check what “There” speaks of")) if fits else None
    verb = _WHICH.match(after)
    if verb is None:
        return None
    return ("These " if verb[1] else "This "), _("Check what “This” speaks of")


def _verb_soon(clause: str) -> bool:
    return _has_verb(" ".join(clause.split()[1:8]))


def _has_verb(words: str) -> bool:
    plain = (word.strip(".,;:!?\"'“”‘()").replace("’", "'").lower() for word in words.split())
    return any(word in _VERBS or (len(word) > 4 and word.endswith("ed")) for word in plain)
