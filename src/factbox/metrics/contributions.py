"""What each sentence and each word adds to the Level: exact figures, from the sums alone.

A sentence's share is what the Level would lose without it (leave one out), for every formula. A formula that is a
sum over words and sentences can also be taken apart: the shares of the words, the lengths of the sentences and the
constant add up to the Level.
"""

from factbox.metrics.formulas import Formula
from factbox.metrics.tally import Tally


def without(formula: Formula, total: Tally, part: Tally) -> float | None:
    """Give the Level of a text without a part of it; None where no sentence would be left."""
    rest = total - part
    return formula.value(rest) if rest.words and rest.sentences else None


def share(formula: Formula, total: Tally, part: Tally) -> float | None:
    """Give what a part adds to the Level: the Level less that without it; None where nothing would be left."""
    rest = without(formula, total, part)
    return None if rest is None else formula.value(total) - rest


def alone(formula: Formula, part: Tally) -> float | None:
    """Give the Level of a part by itself, however short; None where it has no word or no sentence."""
    return formula.value(part) if part.words and part.sentences else None


def is_sum(formula: Formula, total: Tally) -> bool:
    """Tell whether the formula can be taken apart word by word, for a text with a sentence."""
    return all(term.is_constant or term.counts for term in formula.terms(total))


def word_share(formula: Formula, total: Tally, counts: Tally) -> float:
    """Give what words add to the Level by what they are like, with all their occurrences.

    Args:
        formula: A formula that can be taken apart.
        total: The tally of the text.
        counts: The counts of the words, added up over their occurrences.
    """
    return sum(term.of(counts) for term in formula.terms(total) if term.is_of_words)


def length_share(formula: Formula, total: Tally, part: Tally) -> float:
    """Give what sentences add to the Level by their number and their lengths alone."""
    return sum(term.of(part) for term in formula.terms(total) if term.counts and not term.is_of_words)


def constant(formula: Formula, total: Tally) -> float:
    """Give what no word and no sentence adds."""
    return sum(term.value for term in formula.terms(total) if term.is_constant)
