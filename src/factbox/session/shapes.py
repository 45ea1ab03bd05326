"""How blocks are shaped in Qt's document: their roles in its formats of paragraphs, faces in those of letters."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from factbox.document import DEEPEST, Block, Face, Role, Span, settled
from factbox.session.units import characters, positions

# What parts paragraphs for Qt alone becomes a space: the numbers of all others stay.
PARTING = "\n\r\u2029\ufdd0\ufdd1"
AS_SPACES = dict.fromkeys(map(ord, PARTING), " ")
# What the formats hold besides what Qt knows, by number: the role, its level, and whether letters are bold by
# themselves, not as those of a heading.
_ROLE, _LEVEL, _BOLD = (int(QTextFormat.Property.UserProperty) + number for number in (1, 2, 3))
_ROLES = tuple(Role)
# Says of a document that it has shapes at all; where it has none, none are looked for.
_HAS_SHAPES = "shapes"
# By the level of a heading: how much larger its letters are, in the steps that Qt knows.
_LARGER = {1: 2, 2: 1}
_HEADING_WEIGHT, _BOLD_WEIGHT, _BOLDER = QFont.Weight.DemiBold, QFont.Weight.Bold, QFont.Weight.ExtraBold
# Seen on light and on dark paper.
_LINE_OF_LINK = QColor("#4a86d8")
_KEEP = QTextCursor.MoveMode.KeepAnchor


def has_shapes(document: QTextDocument) -> bool:
    """Tell whether a document may hold more than plain body text."""
    return bool(document.property(_HAS_SHAPES))


def forget_shapes(document: QTextDocument) -> None:
    """Note that an empty document holds no shapes, and let what is typed there have none."""
    document.setProperty(_HAS_SHAPES, False)  # Qt's
    plain = QTextCursor(document)
    plain.setBlockFormat(QTextBlockFormat())
    plain.setBlockCharFormat(QTextCharFormat())
    plain.setCharFormat(QTextCharFormat())


def role_of(block: QTextBlock) -> Role:
    """Give the role of a block of Qt's document."""
    number = block.blockFormat().intProperty(_ROLE)
    return _ROLES[number] if 0 <= number < len(_ROLES) else Role.BODY


def level_of(block: QTextBlock) -> int:
    """Give the level of a block, 1 where it has none."""
    return min(max(1, block.blockFormat().intProperty(_LEVEL)), DEEPEST.get(role_of(block), 1))


def spans_of(block: QTextBlock, text: str) -> tuple[Span, ...]:
    """Give which letters of a block are set apart, in characters of its text."""
    set_apart = [(each, faces) for each in block.textFormats() if (faces := faces_of(each.format))]
    edges = [place for each, _faces in set_apart for place in (each.start, each.start + each.length)]
    places = iter(characters(text, edges))
    found: list[Span] = []
    for (_range, faces), start, end in zip(set_apart, places, places, strict=True):
        found += [Span(start, end, face, target) for face, target in faces.items()]
    return settled(text, found) if found else ()


def faces_of(letters: QTextCharFormat) -> dict[Face, str]:
    """Give the faces of a format of letters, each with the address of a link."""
    faces: dict[Face, str] = {}
    if letters.boolProperty(_BOLD):
        faces[Face.BOLD] = ""
    if letters.fontItalic():
        faces[Face.ITALIC] = ""
    if letters.isAnchor() and letters.anchorHref():
        faces[Face.LINK] = letters.anchorHref()
    return faces


def give_role(cursor: QTextCursor, role: Role, level: int = 1) -> None:
    """Give the paragraphs of a selection a role, and their letters its look, as one step."""
    cursor.document().setProperty(_HAS_SHAPES, True)  # Qt's
    cursor.beginEditBlock()
    cursor.mergeBlockFormat(_shape(role, level))
    for block in _selected(cursor):
        _dress(block, spans_of(block, block.text()))
    cursor.endEditBlock()


def give_face(cursor: QTextCursor, face: Face, target: str = "", *, on: bool) -> None:
    """Set the selected letters apart, or no longer, as one step."""
    cursor.document().setProperty(_HAS_SHAPES, True)  # Qt's
    cursor.beginEditBlock()
    for block in _selected(cursor):
        part = QTextCursor(cursor)
        part.setPosition(max(cursor.selectionStart(), block.position()))
        part.setPosition(min(cursor.selectionEnd(), block.position() + block.length() - 1), _KEEP)
        part.mergeCharFormat(_faced(face, target, role_of(block), on=on))
    cursor.endEditBlock()


def letters_for(document: QTextDocument, face: Face, role: Role, *, on: bool) -> QTextCharFormat:
    """Give the format for what is typed next in a document, with a face or without."""
    if on:
        document.setProperty(_HAS_SHAPES, True)  # Qt's
    return _faced(face, "", role, on=on)


def shape(document: QTextDocument, blocks: Iterable[tuple[int, Block]]) -> None:
    """Give blocks of a document, by their numbers, the shapes of these, whose texts they have; as one step."""
    document.setProperty(_HAS_SHAPES, True)  # Qt's
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in blocks:
        there = document.findBlockByNumber(number)
        QTextCursor(there).mergeBlockFormat(_shape(block.role, block.level))
        _dress(there, block.spans)
    cursor.endEditBlock()


def insert(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Put blocks in the place of a selection, as one step.

    The first goes on in the paragraph that is there, and gives it its role only where that is empty; what stood
    behind the place goes on behind the last.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    there = cursor.block()
    first, at, is_empty = there.blockNumber(), cursor.positionInBlock(), there.length() == 1
    role = role_of(there)
    cursor.insertText(
        "\n".join(block.text.translate(AS_SPACES) for block in blocks), _letters(role, level_of(there))
    )
    for number, block in enumerate(blocks, first):
        if block.is_plain and role is Role.BODY:
            continue
        cursor.document().setProperty(_HAS_SHAPES, True)  # Qt's
        there = cursor.document().findBlockByNumber(number)
        if number > first or is_empty:
            QTextCursor(there).mergeBlockFormat(_shape(block.role, block.level))
            _dress(there, spans_of(there, there.text()))
        _set(there, at if number == first else 0, block)
    cursor.endEditBlock()


def straighten(block: QTextBlock) -> bool:
    """Give the letters of a block the look of its role, which they have not where two blocks became one.

    It joins the step before, of which it is a part; tells whether there was anything to do.
    """
    role, level = role_of(block), level_of(block)
    wrong = [each for each in block.textFormats() if _look(each.format) != _look(_letters(role, level))]
    if not wrong:
        return False
    cursor = QTextCursor(block)
    cursor.joinPreviousEditBlock()
    _dress(block, spans_of(block, block.text()))
    cursor.endEditBlock()
    return True


def _look(letters: QTextCharFormat) -> tuple[bool, int]:
    size = letters.intProperty(QTextFormat.Property.FontSizeAdjustment)
    return letters.fontWeight() in {_HEADING_WEIGHT, _BOLDER}, size


def _shape(role: Role, level: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setProperty(_ROLE, _ROLES.index(role))
    made.setProperty(_LEVEL, min(max(1, level), DEEPEST.get(role, 1)))
    return made


def _letters(role: Role, level: int) -> QTextCharFormat:
    """Give the look of letters without a face."""
    made = QTextCharFormat()
    is_heading = role is Role.HEADING
    made.setFontWeight(_HEADING_WEIGHT if is_heading else QFont.Weight.Normal)
    made.setProperty(QTextFormat.Property.FontSizeAdjustment, _LARGER.get(level, 0) if is_heading else 0)
    return made


def _faced(face: Face, target: str, role: Role, *, on: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    match face:
        case Face.BOLD:
            made.setProperty(_BOLD, on)
            plain, bold = (
                (_HEADING_WEIGHT, _BOLDER) if role is Role.HEADING else (QFont.Weight.Normal, _BOLD_WEIGHT)
            )
            made.setFontWeight(bold if on else plain)
        case Face.ITALIC:
            made.setFontItalic(on)
        case Face.LINK:
            made.setAnchor(on)
            made.setAnchorHref(target if on else "")
            made.setFontUnderline(on)
            made.setUnderlineColor(_LINE_OF_LINK)
    return made


def _dress(block: QTextBlock, spans: Sequence[Span]) -> None:
    """Give all letters of a block the look of its role, and those of the spans their faces."""
    role = role_of(block)
    whole = QTextCursor(block)
    letters = _letters(role, level_of(block))
    whole.mergeBlockCharFormat(letters)
    # Not by a move: where a paragraph ends Qt would lay it out to know, and a long text for seconds.
    whole.setPosition(block.position() + block.length() - 1, _KEEP)
    whole.mergeCharFormat(letters)
    _set(block, 0, Block(block.text(), spans=tuple(spans)))


def _set(block: QTextBlock, at: int, given: Block) -> None:
    """Set letters apart in a block whose text holds the given one from a place on."""
    if not given.spans:
        return
    edges = sorted({place for span in given.spans for place in (span.start, span.end)})
    place_of = dict(zip(edges, positions(given.text, edges), strict=True))
    role, start = role_of(block), block.position() + at
    part = QTextCursor(block)
    for span in given.spans:
        part.setPosition(start + place_of[span.start])
        part.setPosition(start + place_of[span.end], _KEEP)
        part.mergeCharFormat(_faced(span.face, span.target, role, on=True))


def _selected(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Give the blocks of a selection."""
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        yield block
        block = block.next()
