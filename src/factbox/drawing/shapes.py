"""Shapes: what a picture is drawn of, with what its colours are for instead of colours."""

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a colour is for; the values are names of colours in the themes."""

    GROUND = "panel"
    TEXT = "text"
    SECOND = "second"
    BAR = "band"
    ABOVE = "above"
    NOW = "accent"
    GRID = "track"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `words` are what it says when one points at it."""

    left: float
    top: float
    wide: float
    tall: float
    fill: Ink | None = None
    outline: Ink | None = None
    thick: float = 1.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    thick: float = 1.0
    dashed: bool = False


class Anchor(StrEnum):
    """Which part of some words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """Letters on a line; the place is on their baseline."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    strong: bool = False


Shape = Box | Stroke | Words


@dataclass(frozen=True, slots=True)
class Room:
    """Where one points at a bar: its own rectangle, and all that is nearer to it than to others."""

    bar: Box
    around: Box


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture for one size.

    Attributes:
        name: What the picture is known by.
        title: Its title.
        words: What one sees in it.
        wide: Its width.
        tall: Its height.
        shapes: What it is drawn of, in this order.
        rooms: Where its bars are, in their order.
    """

    name: str
    title: str
    words: str
    wide: float
    tall: float
    shapes: tuple[Shape, ...]
    rooms: tuple[Room, ...]

    def bar_at(self, x: float, y: float) -> int | None:
        """Give the number of the bar at a place, None where there is none."""
        for number, room in enumerate(self.rooms):
            around = room.around
            inside = around.left <= x < around.left + around.wide and around.top <= y < around.top + around.tall
            if inside:
                return number
        return None
