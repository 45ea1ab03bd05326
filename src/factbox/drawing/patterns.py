"""How bars are told apart where colours cannot be: full, full with stripes, hollow."""

from collections.abc import Iterator

from factbox.drawing.shapes import Box, Ink, Shape, Stroke
from factbox.metrics.picture import Tone

# At scale 1: from stripe to stripe, their width, and the outline of a hollow bar.
_APART, _STRIPE, _OUTLINE = 8.0, 1.3, 1.75


def bar_of(tone: Tone, box: Box, scale: float) -> Iterator[Shape]:
    """Draw a bar in its tone."""
    if tone is Tone.ORIGINAL:
        half = min(_OUTLINE * scale, box.wide, box.tall) / 2
        inside = (box.left + half, box.top + half, box.wide - 2 * half, box.tall - 2 * half)
        yield Box(*inside, Ink.GROUND, Ink.BAR, 2 * half, box.words)
        return
    fill = Ink.ABOVE if tone is Tone.ABOVE else Ink.BAR
    yield Box(box.left, box.top, box.wide, box.tall, fill, words=box.words)
    if tone is Tone.ABOVE:
        yield from hatch(box, Ink.GROUND, scale)


def hatch(box: Box, ink: Ink, scale: float) -> Iterator[Stroke]:
    """Draw stripes that rise to the right, within a rectangle."""
    apart = _APART * scale
    right, bottom = box.left + box.wide, box.top + box.tall
    # A stripe is where x + y is the same; the stripes of all bars are parts of the same lines.
    first = (box.left + box.top) // apart + 1
    total = first * apart
    while total < right + bottom:
        x1, x2 = max(box.left, total - bottom), min(right, total - box.top)
        if x2 - x1 > 0.5:
            yield Stroke(x1, total - x1, x2, total - x2, ink, _STRIPE * scale)
        total += apart
