"""How wide letters are, about, where no font is there to ask; rather too wide than too narrow."""

from collections.abc import Callable

# Gives the width of a text in letters of a size, in the same unit; the last says whether they are strong.
Measure = Callable[[str, float, bool], float]

_NARROW, _WIDE = frozenset("ijl.,:;|'!()[] ’‘"), frozenset("mwMW%—@…")


def width(text: str, size: float, strong: bool = False) -> float:  # noqa: FBT001, FBT002  # as fonts are asked
    """Give about how wide a text is in letters of a size, as in Inter."""
    return size * (1.06 if strong else 1.0) * sum(map(_share, text))


def fitting(text: str, room: float, size: float, measure: Measure = width, *, strong: bool = False) -> str:
    """Cut a text to a room, with an ellipsis; nothing is left where there is no room for a letter."""
    if measure(text, size, strong) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip() + "…"
        if measure(cut, size, strong) <= room:
            return cut
    return ""


def lines(text: str, room: float, size: float, measure: Measure = width) -> list[str]:
    """Break a text into lines of at most a width, between its words."""
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and measure(longer, size, False) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found


def _share(sign: str) -> float:
    if sign in _NARROW:
        return 0.31
    if sign in _WIDE or ord(sign) > 0x2E7F:
        return 1.0
    return 0.7 if sign.isupper() else 0.6
