"""The parts of an OpenDocument text as it is written here: as few as word processors need.

Source: OASIS OpenDocument 1.3, parts 2 and 3.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType

from factbox.document import Block, Role
from factbox.formats.markup import fit

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
    }
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMED = " ".join(f'xmlns:{prefix}="{SPACES[prefix]}"' for prefix in ("office", "text", "style", "fo"))
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
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"'
    ' style:parent-style-name="Heading" style:next-style-name="Standard" style:default-outline-level="1">'
    '<style:paragraph-properties fo:margin-top="0.42cm" fo:keep-with-next="always"/>'
    '<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="List_20_1" style:display-name="List 1">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties'
    ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
    ' text:label-followed-by="space" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>'
    "</style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles>"
    '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties'
    ' fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.54cm"/></style:page-layout>'
    "</office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>'
    "</office:document-styles>"
)
_WHITE = re.compile(r"^ +| +$| {2,}|\t")


def entries(blocks: Iterable[Block]) -> dict[str, bytes]:
    """Give the parts of a text with these blocks, by their names; the first has to be the first, and unpacked."""
    body = "".join(_run(role, list(run)) for role, run in groupby(blocks, key=lambda block: block.role))
    content = (
        f"{_HEAD}<office:document-content {_NAMED} {_VERSION}><office:body><office:text>{body}"
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
    texts = [_WHITE.sub(_spaces, fit(block.text)) for block in blocks]
    if role is Role.HEADING:
        start = '<text:h text:style-name="Heading_20_1" text:outline-level="1">'
        return "".join(f"{start}{text}</text:h>" for text in texts)
    paragraphs = [f'<text:p text:style-name="Standard">{text}</text:p>' for text in texts]
    if role is Role.BODY:
        return "".join(paragraphs)
    items = "".join(f"<text:list-item>{paragraph}</text:list-item>" for paragraph in paragraphs)
    return f'<text:list text:style-name="List_20_1">{items}</text:list>'


def _spaces(match: re.Match[str]) -> str:
    """Write what would be lost among the white space of a file."""
    return "<text:tab/>" if match[0] == "\t" else f'<text:s text:c="{len(match[0])}"/>'
