"""The parts of an OpenDocument text as it is written here: as few as word processors need.

Source: OASIS OpenDocument 1.3, parts 2 and 3.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from factbox.document import DEEPEST, LISTED, Block, Face, Role, mark
from factbox.formats.line import nested, runs
from factbox.formats.markup import attribute, fit

MIMETYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES: Mapping[str, str] = MappingProxyType(
    {
        "office": f"{_OASIS}:office:1.0",
        "text": f"{_OASIS}:text:1.0",
        "table": f"{_OASIS}:table:1.0",
        "draw": f"{_OASIS}:drawing:1.0",
        "style": f"{_OASIS}:style:1.0",
        "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
        "svg": f"{_OASIS}:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }
)


def _levels(*, has_numbers: bool) -> str:
    """Write what the items of a list look like on each level."""
    return "".join(_level(level, has_numbers=has_numbers) for level in range(1, DEEPEST[Role.ITEM] + 1))


def _level(level: int, *, has_numbers: bool) -> str:
    name, form = (
        ("number", 'style:num-format="1" style:num-suffix="."')
        if has_numbers
        else ("bullet", f'text:bullet-char="{mark(Role.ITEM, level)}"')
    )
    return (
        f'<text:list-level-style-{name} text:level="{level}" {form}><style:list-level-properties'
        ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
        f' text:label-followed-by="space" fo:text-indent="-0.6cm" fo:margin-left="{0.6 * level:.1f}cm"/>'
        f"</style:list-level-properties></text:list-level-style-{name}>"
    )


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMED = " ".join(f'xmlns:{prefix}="{SPACES[prefix]}"' for prefix in ("office", "text", "style", "fo", "xlink"))
_VERSION = 'office:version="1.3"'
_FILE = '<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
_MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
    + _FILE.format(name="/", kind=MIMETYPE)
    + _FILE.format(name="content.xml", kind="text/xml")
    + _FILE.format(name="styles.xml", kind="text/xml")
    + "</manifest:manifest>"
)
_STYLES = (
    f"{_HEAD}<office:document-styles {_NAMED} {_VERSION}><office:styles>"
    '<style:default-style style:family="paragraph">'
    '<style:paragraph-properties fo:margin-bottom="0.21cm" fo:line-height="120%"/>'
    '<style:text-properties fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>'
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>'
    + "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}"'
        ' style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Standard"'
        f' style:default-outline-level="{level}">'
        '<style:paragraph-properties fo:margin-top="0.42cm" fo:keep-with-next="always"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        for level, size in enumerate((16, 14, 13, 12, 12, 12), 1)
    )
    + '<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>'
    f'<text:list-style style:name="List_20_1" style:display-name="List 1">{_levels(has_numbers=False)}'
    f'</text:list-style><text:list-style style:name="Numbering_20_1" style:display-name="Numbering 1">'
    f"{_levels(has_numbers=True)}</text:list-style></office:styles>"
    '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties'
    ' fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.54cm"/></style:page-layout>'
    "</office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>'
    "</office:document-styles>"
)
# The styles of letters, named by their faces.
_FACES = {Face.BOLD: "B", Face.ITALIC: "I"}
_BOLD, _SLANTED = 'fo:font-weight="bold"', 'fo:font-style="italic"'
_LETTERS = (
    "<office:automatic-styles>"
    + "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>'
        for name, said in (("B", _BOLD), ("I", _SLANTED), ("BI", f"{_BOLD} {_SLANTED}"))
    )
    + "</office:automatic-styles>"
)
_WHITE = re.compile(r"^ +| +$| {2,}|\t")


def entries(blocks: Iterable[Block]) -> dict[str, bytes]:
    """Give the parts of a text with these blocks, by their names; the first has to be the first, and unpacked."""
    body = "".join(_run(role, run) for role, run in runs(blocks))
    content = (
        f"{_HEAD}<office:document-content {_NAMED} {_VERSION}>{_LETTERS}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    parts = {
        "mimetype": MIMETYPE,
        "content.xml": content,
        "styles.xml": _STYLES,
        "META-INF/manifest.xml": _MANIFEST,
    }
    return {name: part.encode() for name, part in parts.items()}


def _run(role: Role, blocks: Iterable[Block]) -> str:
    """Write blocks of one role that follow each other."""
    if role in LISTED:
        return _lists(blocks)
    if role is Role.HEADING:
        return "".join(
            f'<text:h text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}">'
            f"{_letters(block)}</text:h>"
            for block in blocks
        )
    style = "Quotations" if role is Role.QUOTATION else "Standard"
    return "".join(_paragraph(style, block) for block in blocks)


def _lists(blocks: Iterable[Block]) -> str:
    """Write items as lists in each other."""
    pieces: list[str] = []
    depth = 0
    for ended, begun, item in nested(blocks):
        pieces.append("</text:list-item></text:list>" * ended)
        depth -= ended
        if depth and not begun and item is not None:
            pieces.append("</text:list-item>")
        for has_numbers in begun:
            name = "Numbering_20_1" if has_numbers else "List_20_1"
            pieces.append(f'<text:list text:style-name="{name}"><text:list-item>')
        depth += len(begun)
        if item is not None:
            start = "" if begun else "<text:list-item>"
            pieces.append(start + _paragraph("Standard", item))
    return "".join(pieces)


def _paragraph(style: str, block: Block) -> str:
    return f'<text:p text:style-name="{style}">{_letters(block)}</text:p>'


def _letters(block: Block) -> str:
    """Write the text of a block with its faces."""
    # What would be lost among the white space of a file is found in the whole text: pieces have ends of their own.
    lost = {place for match in _WHITE.finditer(block.text) for place in range(match.start(), match.end())}
    pieces: list[str] = []
    place = 0
    for text, faces, target in block.pieces():
        letters = "".join(
            _spaces("".join(run)) if is_lost else fit("".join(run)) for is_lost, run in _parted(text, place, lost)
        )
        place += len(text)
        name = "".join(letter for face, letter in _FACES.items() if face in faces)
        letters = f'<text:span text:style-name="{name}">{letters}</text:span>' if name else letters
        pieces.append(
            f'<text:a xlink:type="simple" xlink:href="{attribute(target)}">{letters}</text:a>'
            if target
            else letters
        )
    return "".join(pieces)


def _parted(text: str, start: int, lost: set[int]) -> Iterator[tuple[bool, list[str]]]:
    for is_lost, run in groupby(enumerate(text, start), key=lambda each: each[0] in lost):
        yield is_lost, [letter for _place, letter in run]


def _spaces(white: str) -> str:
    """Write white space so that none of it is lost."""
    runs = (("".join(run), letter) for letter, run in groupby(white))
    return "".join(
        "<text:tab/>" * len(run) if letter == "\t" else f'<text:s text:c="{len(run)}"/>' for run, letter in runs
    )
