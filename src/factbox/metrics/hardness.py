"""Which words and which sentences are hard for the readers that are meant."""

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Strength
from factbox.metrics.rarity import Cefr, Rarity
from factbox.metrics.tally import Tally

# What a sentence must add to the Level of a text of so many sentences to be hard, and very hard. In a longer text
# every sentence adds less, and in the same measure less is enough.
HARD, VERY_HARD, SENTENCES = 0.2, 0.5, 16
# Grades: so far above the goal a sentence is hard whatever the others are.
FAR = 6.0
# The words that readers are expected to know where no goal is set.
USUAL = Cefr.B1
_LONG = 3
# Bands: a long word without a level is not hard when it is among the commonest thousands.
_COMMON, _RARE = 3, 99


def is_hard_word(word: str, counts: Tally, rarity: Rarity, level: Cefr) -> bool:
    """Tell whether a word is hard: above a CEFR level, or long and not far below it.

    Args:
        word: The word.
        counts: What it counts.
        rarity: What is known of words.
        level: The level whose words the readers know.
    """
    if any(map(str.isdigit, word)) or not counts.words:
        return False
    found = rarity.cefr(word)
    if found is None:
        # Neither a figure nor in the table: a name or a rare word, and its length must tell.
        return counts.syllables >= _LONG and (rarity.band(word) or _RARE) > _COMMON
    return found > level or (found == level >= Cefr.B1 and counts.syllables >= _LONG)


def strength(share: float | None, alone: float | None, sentences: int, goal: Goal | None) -> Strength:
    """Tell how hard a sentence is, by what it adds to the Level; nothing that meets the goal by itself is hard.

    Args:
        share: What it adds, None if there is no other.
        alone: The Level of the sentence by itself.
        sentences: How many sentences the text has.
        goal: The goal, if there is one.
    """
    if share is None or alone is None or (goal is not None and alone <= goal.high):
        return Strength.EASY
    weight = share * max(1.0, sentences / SENTENCES)
    if goal is not None and alone >= goal.high + FAR:
        # In a text of nothing but such sentences none adds anything to the others.
        weight = max(weight, HARD)
    if weight >= VERY_HARD:
        return Strength.VERY_HARD
    return Strength.HARD if weight >= HARD else Strength.EASY
