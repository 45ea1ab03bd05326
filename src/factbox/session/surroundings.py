"""The sentence around a place, found at once: for the eye, not for a count."""

from factbox.metrics.language import language
from factbox.metrics.sentences import sentences

# Characters on either side in which its ends are sought; a longer one is cut there.
_NEAR = 1_500


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Give where the sentence around a place of a paragraph begins and ends; all of the paragraph if it has none.

    A place behind a sentence is still of it, until the next one begins.
    """
    first = max(0, place - _NEAR)
    near = text[first : place + _NEAR]
    start, end = 0, len(near)
    for each in sentences(near, language()):
        begin = each.start + len(near[each.start : each.end]) - len(near[each.start : each.end].lstrip())
        if begin > place - first:
            break
        start, end = begin, each.end
    return first + start, first + end
