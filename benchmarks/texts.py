"""Texts of any length, made from a fixed seed: the same words on every machine, nothing downloaded."""

import random

from factbox.metrics.language import language

_SHORT = "the of and to a in that it was he for on with as his they at be this from I have or by one had".split()


def text(words: int, seed: int = 7) -> str:
    """Make a text of about so many words: paragraphs of some seventy words, sentences of five to thirty."""
    dice = random.Random(seed)  # noqa: S311  # repeatable
    known = sorted(word for word in language("en").syllables if word.isalpha() and len(word) > 3)
    common = dice.sample(known, 8_000)
    paragraphs: list[str] = []
    made = 0
    while made < words:
        sentences = [_sentence(dice, common) for _ in range(dice.randrange(2, 8))]
        made += sum(sentence.count(" ") + 1 for sentence in sentences)
        paragraphs.append(" ".join(sentences))
    return "\n".join(paragraphs)


def _sentence(dice: random.Random, common: list[str]) -> str:
    # Word frequencies fall as in real texts: half of all words are short ones, the rest follow a steep curve.
    words = [
        dice.choice(_SHORT) if dice.random() < 0.5 else common[int(len(common) * dice.random() ** 3)]
        for _ in range(dice.randrange(5, 31))
    ]
    if len(words) > 12:
        words[len(words) // 2] += ","
    return " ".join(words).capitalize() + dice.choice(".....?!")
