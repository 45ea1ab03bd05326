"""The difference of two texts in figures: the facts of an original and of its adaptation, and what was kept."""

from dataclasses import dataclass

from factbox.metrics.collation import Collation, Fate
from factbox.metrics.report import Report
from factbox.translation import _

# A longer text has a lower TTR: beyond this share of the longer one, lengths are too unlike to compare it.
ALIKE = 0.2


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact of two texts.

    Attributes:
        key: What it is known by: `level`, `tokens`, `types`, `ttr` or `mattr`, `words`.
        label: Its name.
        before: The figure of the original, unrounded; None where no figure is honest.
        after: The figure of the adaptation.
        places: How many decimals it is shown with.
        remark: Why it is told in another way than usual; empty as a rule.
    """

    key: str
    label: str
    before: float | None
    after: float | None
    places: int
    remark: str = ""

    @property
    def change(self) -> float | None:
        """What the adaptation has more; below zero it has less. None where either figure is missing."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """An adaptation compared with its original.

    Attributes:
        rows: Level, Tokens, Types, TTR or MATTR, words.
        kept: The share of the sentences of the original that stand word for word in the adaptation, 0 to 1.
        changed: The share of those for which others stand.
        dropped: The share of those for which none stands.
    """

    rows: tuple[Difference, ...]
    kept: float
    changed: float
    dropped: float


def compare(
    original: Report,
    adaptation: Report,
    collation: Collation,
    mattr: tuple[float | None, float | None] = (None, None),
) -> Comparison:
    """Compare two texts that were counted by the same rules.

    Args:
        original: The report of the original.
        adaptation: The report of the adaptation.
        collation: Both side by side.
        mattr: The moving-average TTR of either (Covington and McFall 2010), which takes the place of TTR where one
            text has over a fifth fewer tokens than the other.
    """
    rows = (
        Difference("level", _("Level"), original.level, adaptation.level, 3),
        Difference("tokens", _("Tokens"), original.tokens, adaptation.tokens, 0),
        Difference("types", _("Types"), original.types, adaptation.types, 0),
        _ratio(original, adaptation, mattr),
        Difference("words", _("Words"), original.words, adaptation.words, 0),
    )
    changed = collation.share(Fate.CHANGED, Fate.SPLIT, Fate.MERGED)
    return Comparison(rows, collation.share(Fate.KEPT), changed, collation.share(Fate.DROPPED))


def are_alike(original: Report, adaptation: Report) -> bool:
    """Tell whether two texts are of like length, so that their TTR may be compared and no MATTR is asked for."""
    shorter, longer = sorted((original.tokens, adaptation.tokens))
    return shorter >= (1 - ALIKE) * longer


def _ratio(original: Report, adaptation: Report, mattr: tuple[float | None, float | None]) -> Difference:
    if are_alike(original, adaptation):
        return Difference("ttr", _("TTR"), original.ttr, adaptation.ttr, 3)
    remark = _("The lengths differ by more than a fifth. TTR falls as a text grows, so MATTR is compared.")
    return Difference("mattr", _("MATTR"), *mattr, 3, remark)
