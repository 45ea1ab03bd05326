"""Capitals and small letters: how a text is written with others, letter by letter."""

import re
from enum import StrEnum

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:^|[.!?…][\"'”’)\]]*\s)[^\w]*(\w)")
# Small within titles, by the Chicago Manual of Style.
_SMALL = frozenset("a an and as at but by for from if in into nor of on or per so the to up via with yet".split())
_SELF = re.compile(r"\bi(?=\b|['’](?:m|ve|ll|d)\b)")


class Case(StrEnum):
    """Ways to write."""

    UPPER = "upper_case"
    LOWER = "lower_case"
    TITLE = "title_case"
    SENTENCE = "sentence_case"


def recased(text: str, case: Case) -> list[str]:
    """Write a text in another way; give what stands for each of its characters, which may be several."""
    if case is Case.UPPER:
        return [each.upper() for each in text]
    small = [each.lower() for each in text]
    for place in _raised(text, case):
        # A word that begins with ŉ or ǆ has its own capital for that.
        small[place] = text[place].title()
    return small


def _raised(text: str, case: Case) -> set[int]:
    """Give the places of the letters that become capitals."""
    if case is Case.TITLE:
        words = list(_WORD.finditer(text))
        return {
            word.start()
            for number, word in enumerate(words)
            if word[0].lower() not in _SMALL or number in {0, len(words) - 1}
        }
    if case is Case.SENTENCE:
        first = {match.start(1) for match in _SENTENCE.finditer(text)}
        return first | {match.start() for match in _SELF.finditer("".join(_one(each) for each in text))}
    return set()


def _one(letter: str) -> str:
    # So that places stay: some capitals are two characters when they are small.
    small = letter.lower()
    return small if len(small) == 1 else letter
