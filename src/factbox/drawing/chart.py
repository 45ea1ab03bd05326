"""A picture as shapes, for a size: columns that follow the text, or rows below each other."""

from dataclasses import dataclass, field, replace

from factbox.drawing.axis import axis
from factbox.drawing.letters import Measure, fitting, lines, width
from factbox.drawing.patterns import bar_of
from factbox.drawing.shapes import Anchor, Box, Drawing, Ink, Room, Shape, Stroke, Words
from factbox.metrics.picture import Bar, Line, Picture, Tone

# At scale 1: letters, the title, room around, a row with its gap, and the least height of columns.
SMALL, TITLE, _EDGE, _ROW, _COLUMNS = 12.0, 15.0, 4.0, 26.0, 100.0
_LEAD = 1.45
# The widest column, and the share of it that is bar.
_WIDEST, _FULL = 48.0, 0.78


def draw(
    picture: Picture,
    wide: float,
    tall: float = 0.0,
    scale: float = 1.0,
    measure: Measure = width,
    *,
    headed: bool = True,
) -> Drawing:
    """Draw a picture.

    Args:
        picture: What to draw.
        wide: The width of the drawing.
        tall: The height it should fill; it takes more if its bars need that.
        scale: The text scale.
        measure: What tells how wide letters are.
        headed: Whether its title stands above it.
    """
    return _Chart(picture, wide, tall, scale, measure).drawn(headed=headed)


@dataclass(slots=True)
class _Chart:
    picture: Picture
    wide: float
    tall: float
    scale: float
    measure: Measure
    shapes: list[Shape] = field(default_factory=list)
    rooms: list[Room] = field(default_factory=list)

    def drawn(self, *, headed: bool) -> Drawing:
        picture = self.picture
        top = self._head() if headed else 0.0
        legend, below = self._legend()
        if not picture.bars:
            bottom = self._nothing(top)
        elif picture.in_order:
            bottom = self._columns(top, max(self.tall - below, top + self._px(_COLUMNS)))
        else:
            bottom = self._rows(top, self.tall - below)
        for shape in legend if picture.bars else ():
            self.shapes.append(_lower(shape, bottom))
        whole = max(self.tall, bottom + (below if picture.bars else 0.0))
        name, words = picture.shown.name.lower(), picture.words
        return Drawing(name, picture.title, words, self.wide, whole, tuple(self.shapes), tuple(self.rooms))

    def _px(self, size: float) -> float:
        return size * self.scale

    @property
    def _letters(self) -> float:
        return self._px(SMALL)

    def _width(self, text: str, *, strong: bool = False) -> float:
        return self.measure(text, self._letters, strong)

    def _head(self) -> float:
        size = self._px(TITLE)
        title = fitting(self.picture.title, self.wide - 2 * self._px(_EDGE), size, self.measure, strong=True)
        self.shapes.append(Words(self._px(_EDGE), size * 1.2, title, size, Ink.TEXT, strong=True))
        return size * 1.9

    def _nothing(self, top: float) -> float:
        for text in lines(self.picture.words, self.wide - 2 * self._px(_EDGE), self._letters, self.measure):
            top += self._letters * _LEAD
            self.shapes.append(Words(self._px(_EDGE), top, text, self._letters, Ink.SECOND))
        return top + self._letters * _LEAD

    # ------------------------------------------------------------------ columns

    def _columns(self, top: float, bottom: float) -> float:
        picture, letters = self.picture, self._letters
        high, low = top + 2.2 * letters, bottom - 1.6 * letters
        # As many numbers as have room above each other.
        most = max(1, min(5, int((low - high) / (1.5 * letters))))
        scaled = axis([bar.value for bar in picture.bars] + [rule.value for rule in picture.rules], most=most)
        left = self._px(_EDGE) + max(self._width(tick.text) for tick in scaled.ticks) + self._px(8)
        self.shapes.append(Words(self._px(_EDGE), top + letters, picture.unit, letters, Ink.SECOND))
        right = self.wide - self._px(_EDGE)
        for tick in scaled.ticks:
            y = low - scaled.share(tick.value) * (low - high)
            self.shapes.append(Stroke(left, y, right, y, Ink.GRID, self._px(1)))
            place = y + 0.36 * letters
            self.shapes.append(Words(left - self._px(6), place, tick.text, letters, Ink.SECOND, Anchor.END))
        step = min((right - left) / len(picture.bars), self._px(_WIDEST))
        for number, bar in enumerate(picture.bars):
            x = left + number * step
            up = max(scaled.share(bar.value) * (low - high), self._px(1))
            box = Box(x + step * (1 - _FULL) / 2, low - up, step * _FULL, up, words=bar.words)
            self._bar(bar, box, Box(x, high, step, bottom - high))
        self._feet(left, step, bottom - 0.35 * letters)
        for rule in picture.rules:
            y = low - scaled.share(rule.value) * (low - high)
            self._rule(rule.line, left, y, right, y)
        return bottom

    def _feet(self, left: float, step: float, y: float) -> None:
        """Write what the columns are below them, as many as have room."""
        bars = self.picture.bars
        widest = max(self._width(bar.label) for bar in bars) + self._px(8)
        every = _round_up(widest / step)
        for number, bar in enumerate(bars):
            # The first, then each fifth or tenth and not those beside it: 1, 5, 10.
            if (number + 1) % every == 0 or (number == 0 and every > 2):
                x = left + (number + 0.5) * step
                half = self._width(bar.label) / 2
                x = max(left + half - self._px(_EDGE), min(x, self.wide - half))
                self.shapes.append(Words(x, y, bar.label, self._letters, Ink.SECOND, Anchor.MIDDLE))

    # ------------------------------------------------------------------ rows

    def _rows(self, top: float, bottom: float) -> float:
        picture, letters, edge = self.picture, self._letters, self._px(_EDGE)
        together = max(1, len(picture.texts))
        groups = len(picture.bars) // together
        least = self._px(_ROW) + (together - 1) * letters * 1.3
        tall = min(max((bottom - top - 1.8 * letters) / groups, least), 1.5 * least)
        self.shapes.append(Words(edge, top + letters, picture.unit, letters, Ink.SECOND))
        top += 1.8 * letters
        names = max(self._width(bar.label) for bar in picture.bars)
        names = min(names, 0.4 * self.wide)
        figures = max(self._width(bar.figure, strong=True) for bar in picture.bars)
        left, right = edge + names + self._px(10), self.wide - edge - figures - self._px(8)
        scaled = axis([bar.value for bar in picture.bars] + [rule.value for rule in picture.rules], most=4)
        figured: list[Words] = []
        for number, bar in enumerate(picture.bars):
            group, place = divmod(number, together)
            y = top + group * tall
            thick = tall * _FULL / together
            upper = y + tall * (1 - _FULL) / 2 + place * thick
            middle = upper + thick / 2
            if not place:
                label = fitting(bar.label, names, letters, self.measure)
                centre = y + tall / 2 + 0.36 * letters
                self.shapes.append(Words(left - self._px(10), centre, label, letters, Ink.TEXT, Anchor.END))
            long = max(scaled.share(bar.value) * (right - left), self._px(1) if bar.value > 0 else 0.0)
            inner = thick * (0.86 if together > 1 else 1.0)
            around = Box(0, y if not place else upper, self.wide, tall - (upper - y) if place else tall / together)
            self._bar(bar, Box(left, middle - inner / 2, long, inner, words=bar.words), around)
            figured.append(
                Words(left + long + self._px(6), middle + 0.36 * letters, bar.figure, letters, Ink.TEXT)
            )
        low = top + groups * tall
        self.shapes.append(Stroke(left, top, left, low, Ink.SECOND, self._px(1)))
        for rule in picture.rules:
            x = left + scaled.share(rule.value) * (right - left)
            self._rule(rule.line, x, top, x, low)
        for written in figured:
            # A line may run where the figure stands.
            high = written.y - 0.85 * letters
            ground = Box(written.x, high, self._width(written.text), 1.1 * letters, Ink.GROUND)
            self.shapes.extend((ground, written) if picture.rules else (written,))
        return low + self._px(2)

    # ------------------------------------------------------------------ parts

    def _bar(self, bar: Bar, box: Box, around: Box) -> None:
        self.shapes.extend(bar_of(bar.tone, box, self.scale))
        self.rooms.append(Room(box, around))

    def _rule(self, line: Line, x1: float, y1: float, x2: float, y2: float) -> None:
        if line is Line.GOAL:
            # On the ground of its own, so that it is seen on bars as well as beside them.
            self.shapes.append(Stroke(x1, y1, x2, y2, Ink.GROUND, self._px(4)))
            self.shapes.append(Stroke(x1, y1, x2, y2, Ink.TEXT, self._px(2), dashed=True))
        else:
            self.shapes.append(Stroke(x1, y1, x2, y2, Ink.GROUND, self._px(4)))
            self.shapes.append(Stroke(x1, y1, x2, y2, Ink.NOW, self._px(2)))

    def _legend(self) -> tuple[list[Shape], float]:
        """Give the legend, as if its top were 0, and how tall it is."""
        picture, letters = self.picture, self._letters
        sign, gap, line = self._px(22), self._px(6), letters * 1.7
        entries: list[tuple[str, Tone | Line]] = [
            *((name, tone) for name, tone in zip(picture.texts, (Tone.ORIGINAL, Tone.PLAIN), strict=False)),
            *([(picture.above, Tone.ABOVE)] if any(bar.tone is Tone.ABOVE for bar in picture.bars) else []),
            *((rule.label, rule.line) for rule in picture.rules),
        ]
        shapes: list[Shape] = []
        x, y = self._px(_EDGE), letters * 0.9
        for text, kind in entries:
            wide = sign + gap + self._width(text)
            if x > self._px(_EDGE) and x + wide > self.wide - self._px(_EDGE):
                x, y = self._px(_EDGE), y + line
            middle = y + letters * 0.5
            if isinstance(kind, Line):
                dashed = kind is Line.GOAL
                ink = Ink.TEXT if dashed else Ink.NOW
                shapes.append(Stroke(x, middle, x + sign, middle, ink, self._px(2), dashed=dashed))
            else:
                shapes.extend(bar_of(kind, Box(x, y, sign, letters), self.scale))
            shapes.append(Words(x + sign + gap, y + letters * 0.86, text, letters, Ink.TEXT))
            x += wide + self._px(16)
        return shapes, (y + line if entries else letters * 0.5)


def _lower(shape: Shape, by: float) -> Shape:
    """Give a shape further down."""
    if isinstance(shape, Box):
        return replace(shape, top=shape.top + by)
    if isinstance(shape, Stroke):
        return replace(shape, y1=shape.y1 + by, y2=shape.y2 + by)
    return replace(shape, y=shape.y + by)


def _round_up(number: float) -> int:
    """Give a step that people count in: 1, 2, 5, 10, 20."""
    return next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000, 100_000) if step >= number)
