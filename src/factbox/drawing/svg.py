"""Drawings as SVG, by hand: text that any browser shows, and that a screen reader reads out."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from html import escape

from factbox import resources
from factbox.drawing.shapes import Box, Drawing, Ink, Shape, Stroke

Colours = Mapping[Ink, str]

_FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
# What XML cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def colours(theme: str = "light") -> Colours:
    """Read the colours of a theme.

    Raises:
        FileNotFoundError: There is no such theme.
    """
    with resources.path(f"themes/{theme}.toml").open("rb") as file:
        table = tomllib.load(file)["colours"]
    return {ink: str(table[ink.value]) for ink in Ink}


def svg(drawing: Drawing, inks: Colours | None = None, *, ground: bool = True) -> str:
    """Write a drawing as one svg element, which may stand in a page or, in UTF-8, be a file.

    Args:
        drawing: What to write.
        inks: The colours; those of the light theme if none are given.
        ground: Whether it has a ground of its own colour; else the page shows.
    """
    inks = inks or colours()
    name = f"picture-{drawing.name}"
    wide, tall = _n(drawing.wide), _n(drawing.tall)
    size = f'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"'
    told = f'role="img" aria-labelledby="{name}-title {name}-words"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {told} font-family="{_FONTS}">',
        f'<title id="{name}-title">{_text(drawing.title)}</title>',
        f'<desc id="{name}-words">{_text(drawing.words)}</desc>',
    ]
    if ground:
        parts.append(f'<rect width="{wide}" height="{tall}" fill="{inks[Ink.GROUND]}"/>')
    parts.extend(_element(shape, inks) for shape in drawing.shapes)
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _element(shape: Shape, inks: Colours) -> str:
    if isinstance(shape, Box):
        fill = inks[shape.fill] if shape.fill else "none"
        line = f' stroke="{inks[shape.outline]}" stroke-width="{_n(shape.thick)}"' if shape.outline else ""
        size = f'x="{_n(shape.left)}" y="{_n(shape.top)}" width="{_n(shape.wide)}" height="{_n(shape.tall)}"'
        told = f"<title>{_text(shape.words)}</title>" if shape.words else ""
        return f'<rect {size} fill="{fill}"{line}>{told}</rect>'
    if isinstance(shape, Stroke):
        ends = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
        dashes = f' stroke-dasharray="{_n(3 * shape.thick)} {_n(2 * shape.thick)}"' if shape.dashed else ""
        return f'<line {ends} stroke="{inks[shape.ink]}" stroke-width="{_n(shape.thick)}"{dashes}/>'
    weight = ' font-weight="600"' if shape.strong else ""
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}" fill="{inks[shape.ink]}"'
    return f'<text {place} text-anchor="{shape.anchor.value}"{weight}>{_text(shape.text)}</text>'


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _text(words: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", words), quote=False)
