"""Fonts that do not say which of their signs is the space: Qt leaves it out of what it writes beside a font.

Without it no reader knows where words end. Source: ISO 32000, 9.7.4.3 (widths) and 9.10.3 (ToUnicode).
"""

import re
from collections.abc import Iterator
from typing import Any

_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*(?:\[|<)")
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_CHARACTER = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<")
# Signs have sixteen bits, and no font has more ranges of them than this.
_LAST, _MOST = 0xFFFF, 1_000
# Thousandths of the size of a font: a sign without a letter that is so wide is a space.
_SPACE = range(120, 380)


def name_spaces(library: Any, page: Any) -> None:
    """Let the fonts of a page that was made by Qt say which sign is their space.

    Args:
        library: pypdf.
        page: A page of it.
    """
    fonts = page.get("/Resources", {}).get("/Font", {})
    for font in fonts.get_object().values() if fonts else ():
        _name(library, font.get_object())


def _name(library: Any, font: Any) -> None:
    stream = font.get("/ToUnicode")
    descendants = font.get("/DescendantFonts")
    if stream is None or not descendants:
        return
    said = stream.get_object().get_data()
    named = set(_named(said))
    widths = descendants.get_object()[0].get_object().get("/W")
    spaces = [
        code
        for code, width in _widths(widths.get_object() if widths else ())
        if code and code not in named and width in _SPACE
    ]
    if not spaces or b"<0020>" in said:
        return
    lines = "\n".join(f"<{code:04X}> <0020>" for code in spaces)
    added = f"{len(spaces)} beginbfchar\n{lines}\nendbfchar\nendcmap".encode()
    complete = library.generic.DecodedStreamObject()
    complete.set_data(said.replace(b"endcmap", added, 1))
    font[library.generic.NameObject("/ToUnicode")] = complete


def _named(said: bytes) -> Iterator[int]:
    """Give the signs of a font that are said to be letters."""
    named: set[int] = set()
    for ranges in _RANGES.findall(said):
        for first, last in _RANGE.findall(ranges)[:_MOST]:
            named.update(range(int(first, 16), int(last, 16) + 1))
            if len(named) > _LAST:
                break
    yield from named
    for characters in _CHARACTERS.findall(said):
        for code in _CHARACTER.findall(characters):
            yield int(code, 16)


def _widths(listed: Any) -> Iterator[tuple[int, int]]:
    """Give the signs of a font with their widths: a first one and a list, or a first, a last and one for all."""
    entries = list(listed.get_object() if listed else ())[:_LAST]
    place = 0
    while place + 1 < len(entries):
        first, second = min(int(entries[place]), _LAST), entries[place + 1].get_object()
        if isinstance(second, list):
            yield from ((first + number, int(width)) for number, width in enumerate(second))
            place += 2
        elif place + 2 < len(entries):
            yield from ((code, int(entries[place + 2])) for code in range(first, min(int(second), _LAST) + 1))
            place += 3
        else:
            return
