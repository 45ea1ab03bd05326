"""Where a long sentence may be split so that both halves stand by themselves, and what joins them then.

The rules are in the modules of `_RULES`; a place is offered only where one of them is sure. People decide.
"""

from dataclasses import dataclass
from functools import lru_cache

from factbox.metrics import asides, joints, participles, relatives, sharing, subordinates
from factbox.metrics.clauses import Sentence
from factbox.metrics.cuts import Change
from factbox.metrics.halves import LEAST

# Words: a half that is shorter makes choppy prose.
SHORT = 7
_RULES = (
    *joints.RULES,
    *sharing.RULES,
    *subordinates.RULES,
    *relatives.RULES,
    *asides.RULES,
    *participles.RULES,
)
# Words: what is longer is a list, and would take long to go through.
_LONGEST = 150
# More sentences than a plan looks at.
_REMEMBERED = 2_000


@dataclass(frozen=True, slots=True)
class Split:
    """A way to split a sentence.

    Attributes:
        start: Where what gives way to the full stop begins, in characters of the paragraph.
        end: Where it ends: behind the first letter of the second half.
        text: What stands there instead.
        changes: All that changes, in order of the text: this, and sometimes a word before it.
        after: The word before the place.
        note: What to check; may be empty.
        choppy: Whether a half is short.
        worth: How much it counts beside one that is always right.
        rule: The name of the rule that found it.
    """

    start: int
    end: int
    text: str
    changes: tuple[Change, ...]
    after: str
    note: str
    choppy: bool
    worth: float
    rule: str

    def done(self, text: str) -> str:
        """Give a paragraph as it is when the sentence is split."""
        for change in reversed(self.changes):
            text = text[: change.start] + change.text + text[change.end :]
        return text


@lru_cache(_REMEMBERED)
def splits(text: str, start: int, end: int) -> tuple[Split, ...]:
    """Give the ways to split the sentence between two places of a paragraph, in order, one for each place."""
    sentence = Sentence(text, start, end)
    if not _is_plain(sentence):
        return ()
    found: dict[int, Split] = {}
    for rule in _RULES:
        for cut in rule.found(sentence):
            main = next(each for each in cut.changes if each.text.startswith(". "))
            if not sentence.word(cut.before):
                continue
            halves = cut.before + 1, len(sentence.pieces) - cut.before - 1
            split = Split(
                start=main.start,
                end=main.end,
                text=main.text,
                changes=cut.changes,
                after=sentence.pieces[cut.before].written,
                note=cut.note,
                choppy=min(halves) < SHORT,
                worth=rule.worth,
                rule=rule.name,
            )
            found.setdefault(main.start, split)
    return tuple(found[place] for place in sorted(found))


def _is_plain(sentence: Sentence) -> bool:
    """Tell whether a sentence states something, ends, and is no list without end."""
    if not 2 * LEAST <= len(sentence.pieces) <= _LONGEST:
        return False
    return sentence.pieces[-1].closes.strip("”\"’')") in (".", "")
