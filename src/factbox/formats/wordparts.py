"""The parts of a document of Word as it is written here: as few as Word and its kin need.

Source: ECMA-376, Office Open XML, parts 1 and 2.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from factbox.document import DEEPEST, LISTED, Block, Face, Role, mark
from factbox.formats.markup import attribute, fit

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = f'xmlns:r="{_OFFICE}"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/></Types>'
)
_TOP = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PARTS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/settings" Target="settings.xml"/>'
)
# Sizes are in half points, distances in twentieths of a point.
_STYLES = (
    f"{_HEAD}<w:styles {_MAIN}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
        f'<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        for level, size in enumerate((32, 28, 26, 24, 24, 24), 1)
    )
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:contextualSpacing/></w:pPr></w:style>'
        for name in ("List Bullet", "List Number")
    )
    + '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/>'
    '<w:qFormat/><w:pPr><w:ind w:left="567" w:right="567"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    "</w:styles>"
)
_LEVELS = range(DEEPEST[Role.ITEM])
# All lists with bullets are one; each with numbers is one of its own, so that it begins with 1.
_BULLETS, _NUMBERS = 0, 1
# Without it Word takes the document for one of 2007.
_SETTINGS = (
    f'{_HEAD}<w:settings {_MAIN}><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_STYLE = {Role.ITEM: "ListBullet", Role.NUMBERED: "ListNumber", Role.QUOTATION: "Quote"}
_FACES = {Face.BOLD: "<w:b/><w:bCs/>", Face.ITALIC: "<w:i/><w:iCs/>"}
# The first name that is free for the address of a link.
_FIRST_LINK = 4
# A4, with margins of 2.54 cm.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)


def entries(blocks: Iterable[Block]) -> dict[str, bytes]:
    """Give the parts of a document with these blocks, by their names."""
    writing = _Writing()
    body = "".join(writing.paragraphs(blocks))
    document = f"{_HEAD}<w:document {_MAIN} {_RELATIONS}><w:body>{body}{_PAGE}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _TOP,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": writing.relations(),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": writing.numbering(),
        "word/settings.xml": _SETTINGS,
    }
    return {name: part.encode() for name, part in parts.items()}


class _Writing:
    """The paragraphs of a document, and what they need in its other parts."""

    def __init__(self) -> None:
        self._links: dict[str, str] = {}
        # How many lists with numbers there are so far.
        self._lists = 0

    def paragraphs(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Give the paragraphs."""
        # For each level of the list one is in: whether an item with a number stands there, and of which list.
        running: dict[int, int] = {}
        for block in blocks:
            if block.role not in LISTED:
                running.clear()
            elif block.role is Role.ITEM:
                running = {level: each for level, each in running.items() if level < block.level}
            else:
                if block.level not in running:
                    self._lists += 1
                running = {
                    level: each
                    for level, each in ({block.level: self._lists} | running).items()
                    if level <= block.level
                }
            yield self._paragraph(block, running.get(block.level, 0))

    def relations(self) -> str:
        """Give the relations of the document: its other parts, and the addresses of its links."""
        links = "".join(
            f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{attribute(target)}"'
            ' TargetMode="External"/>'
            for target, name in self._links.items()
        )
        return f"{_PARTS}{links}</Relationships>"

    def numbering(self) -> str:
        """Give the lists: one with bullets, and those with numbers."""
        forms = "".join(
            f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="hybridMultilevel"/>'
            + "".join(_level(level, has_numbers=kind == _NUMBERS) for level in _LEVELS)
            + "</w:abstractNum>"
            for kind in (_BULLETS, _NUMBERS)
        )
        begins = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in _LEVELS
        )
        lists = "".join(
            f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{_NUMBERS}"/>{begins}</w:num>'
            for number in range(1, self._lists + 1)
        )
        bullets = f'<w:num w:numId="1"><w:abstractNumId w:val="{_BULLETS}"/></w:num>'
        return f"{_HEAD}<w:numbering {_MAIN}>{forms}{bullets}{lists}</w:numbering>"

    def _paragraph(self, block: Block, number: int) -> str:
        style = f"Heading{block.level}" if block.role is Role.HEADING else _STYLE.get(block.role, "")
        said = f'<w:pStyle w:val="{style}"/>' if style else ""
        if block.role in LISTED:
            said += f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{number + 1}"/></w:numPr>'
        properties = f"<w:pPr>{said}</w:pPr>" if said else ""
        return f"<w:p>{properties}{''.join(self._runs(block))}</w:p>"

    def _runs(self, block: Block) -> Iterator[str]:
        for link, pieces in groupby(block.pieces(), key=lambda piece: piece[2]):
            runs = "".join(_run(text, faces) for text, faces, _target in pieces)
            if link:
                name = self._links.setdefault(link, f"rId{_FIRST_LINK + len(self._links)}")
                runs = f'<w:hyperlink r:id="{name}">{runs}</w:hyperlink>'
            yield runs


def _run(text: str, faces: frozenset[Face]) -> str:
    said = '<w:rStyle w:val="Hyperlink"/>' if Face.LINK in faces else ""
    said += "".join(markup for face, markup in _FACES.items() if face in faces)
    pieces = [f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in fit(text).split("\t")]
    return f"<w:r>{f'<w:rPr>{said}</w:rPr>' if said else ''}{'<w:tab/>'.join(pieces)}</w:r>"


def _level(level: int, *, has_numbers: bool) -> str:
    form, sign = ("decimal", f"%{level + 1}.") if has_numbers else ("bullet", mark(Role.ITEM, level + 1))
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )
