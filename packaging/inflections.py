"""Which forms words have, and which of these are read as theirs: a pure part of `tables.py`."""

import gzip
from collections.abc import Callable, Iterable, Mapping, Sequence

# The tags of the Penn Treebank for the forms of each part of speech, as lemminflect wants them.
TAGS = {"n": ("NNS",), "v": ("VBZ", "VBD", "VBN", "VBG"), "a": ("JJR", "JJS"), "r": (), "x": ()}
# A form this much rarer (Zipf) than its base is hardly ever used: "informations".
_HARDLY_USED = {"n": 1.7, "v": 2.5, "a": 2.0}
# A reading is not meant where another one is this much more frequent: "minute" is hardly ever "tiny".
# Less is enough where nothing is offered for the other.
_NOT_MEANT, _NOT_MEANT_BESIDE_SILENCE = 0.15, 0.6

Slot = tuple[str, ...]


def usual(base: str, part: str, forms: Sequence[str], zipf: Callable[[str], float]) -> Slot:
    """Give the spellings of an inflected form that are in use, the most usual first.

    Args:
        base: The word in its base form.
        part: Its part of speech.
        forms: How the inflected form may be spelt.
        zipf: Gives the Zipf frequency of a form, 0 where it is not in the table of words.
    """
    # What has no plural of its own ("teamwork") cannot stand for one, but "clothes" can.
    apart = [form for form in forms if form != base or base.endswith("s")]
    least = max(zipf(base) - _HARDLY_USED[part], 0.01)
    return tuple(
        sorted((form for form in dict.fromkeys(apart) if zipf(form) >= least), key=lambda form: -zipf(form))
    )


def is_meant(own: int, offered: Iterable[int], silent: Iterable[int]) -> bool:
    """Tell whether a reading of a form is to be reckoned with.

    Args:
        own: How often texts that were tagged have the word of this reading.
        offered: The same for other readings for which something is offered.
        silent: The same for readings for which nothing is.
    """
    beside = max(silent, default=0) * _NOT_MEANT_BESIDE_SILENCE
    return own + 1 > max(beside, _NOT_MEANT * max(offered, default=0))


def line(part: str, times: int, slots: Sequence[Slot], meant: Mapping[str, bool]) -> str:
    """Write a word with its forms: part of speech, how often it was tagged, then a slot for each form.

    The first slot is the base. Spellings in a slot are parted by a slash; "-" is an empty slot. "~" before a form
    says that this form, where it is read, means another word.
    """
    written = ("/".join(("" if meant.get(form, True) else "~") + form for form in slot) or "-" for slot in slots)
    return " ".join((part, str(times), *written))


def pack(title: str, lines: Iterable[str]) -> bytes:
    """Make a file of lines in their order by the alphabet, without a time stamp."""
    return gzip.compress("\n".join([f"# {title}", *sorted(lines)]).encode(), mtime=0)
