"""The account of a document: the sums over its paragraphs, and what the Level is judged by."""

from dataclasses import dataclass, replace

from factbox.metrics.measure import NOTHING, Paragraph
from factbox.metrics.tally import Tally


@dataclass(slots=True)
class Account:
    """Sums over paragraphs, kept by entering and crossing out.

    Attributes:
        total: The sum of their tallies.
        aside: The sum of what their fragments would add if they counted as sentences.
        spared: What the exempt words of the prose are spared, packed; see `Lexicon.spared`.
        spared_aside: What those of the fragments are spared.
    """

    total: Tally = NOTHING
    aside: Tally = NOTHING
    spared: int = 0
    spared_aside: int = 0

    def enter(self, paragraph: Paragraph) -> None:
        """Add a paragraph."""
        self.total += paragraph.tally
        self.aside += paragraph.aside
        if paragraph.is_fragment:
            self.spared_aside += paragraph.spared
        else:
            self.spared += paragraph.spared

    def cross_out(self, paragraph: Paragraph) -> None:
        """Take a paragraph out again."""
        self.total -= paragraph.tally
        self.aside -= paragraph.aside
        if paragraph.is_fragment:
            self.spared_aside -= paragraph.spared
        else:
            self.spared -= paragraph.spared

    def copy(self) -> "Account":
        """Give an account with the same sums, to try something in."""
        return replace(self)

    @property
    def spares(self) -> bool:
        """Whether any word is spared anything."""
        return bool(self.spared or self.spared_aside)

    def judged(self, *, fragments: bool, spared: bool = True) -> Tally:
        """Give the tally that the Level is judged by.

        Args:
            fragments: Whether fragments count as sentences.
            spared: Whether exempt words count as easy.
        """
        whole = (self.total + self.aside).replace(words_left_out=0) if fragments else self.total
        if not spared:
            return whole
        return Tally.unpack(whole.packed + self.spared + (self.spared_aside if fragments else 0))
