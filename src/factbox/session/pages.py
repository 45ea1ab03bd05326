"""A text set on pages of paper: as a PDF, and for the printer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from factbox.document import LISTED, Block, Face, Role, marks
from factbox.session.shapes import AS_SPACES

_POINTS, _RESOLUTION = 12, 300
# By the level of a heading, in points; those below are as large as the text.
_HEADINGS = {1: 18, 2: 15, 3: 13}
_AFTER, _BEFORE_HEADING, _INDENT, _HANG = 6.0, 12.0, 26.0, 20.0
_MARGIN = 5.0
_LINK = "#1a5fb4"


def layout() -> QPageLayout:
    """Give the paper that a text is set on unless somebody chooses another: A4 with margins of 25 mm.

    Qt sets a text 20 mm inside of those that a paper has by itself.
    """
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def pdf(blocks: Sequence[Block], title: str = "") -> bytes:
    """Set a text on pages of A4; give the bytes of a PDF whose letters can be searched and copied."""
    return written(title, lambda writer: put_on(writer, blocks))


def written(title: str, put: Callable[[QPdfWriter], None]) -> bytes:
    """Give the bytes of a PDF on A4, after something was put on its pages."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(layout())
    writer.setTitle(title)
    writer.setCreator("Fact Box")
    put(writer)
    buffer.close()
    return bytes(buffer.data().data())


def put_on(paper: QPagedPaintDevice, blocks: Sequence[Block]) -> None:
    """Set a text on the pages of a PDF or a printer."""
    document(blocks).print_(paper)


def document(blocks: Sequence[Block]) -> QTextDocument:
    """Set a text as it is to stand on paper, in the serif letters of the program."""
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setIndentWidth(_INDENT)
    made.setDefaultFont(_plain())
    cursor = QTextCursor(made)
    for number, (block, mark) in enumerate(zip(blocks, marks(blocks), strict=True)):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(_shape(block))
        cursor.setBlockCharFormat(_letters(block, frozenset(), ""))
        if mark:
            cursor.insertText(f"{mark}\t", _letters(block, frozenset(), ""))
        for text, faces, target in block.pieces():
            cursor.insertText(text.translate(AS_SPACES), _letters(block, faces, target))
    return made


def _plain() -> QFont:
    """Give the letters, each by itself: no reader of a PDF could tell again what was joined."""
    made = QFont("Literata", _POINTS)
    for feature in ("liga", "clig", "dlig"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


def _shape(block: Block) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setBottomMargin(_AFTER)
    if block.role is Role.HEADING:
        shape.setTopMargin(_BEFORE_HEADING)
        shape.setHeadingLevel(block.level)
    elif block.role is Role.QUOTATION:
        shape.setIndent(1)
    elif block.role in LISTED:
        shape.setBottomMargin(_AFTER / 2)
        # The mark hangs in front of the letters.
        shape.setIndent(block.level)
        shape.setTextIndent(-_HANG)
        shape.setTabPositions([QTextOption.Tab(_HANG, QTextOption.TabType.LeftTab)])
    return shape


def _letters(block: Block, faces: frozenset[Face], target: str) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(_plain())
    # On paper the ink is black, whatever the theme of the window.
    letters.setForeground(QColor(Qt.GlobalColor.black))
    is_heading = block.role is Role.HEADING
    letters.setFontPointSize(_HEADINGS.get(block.level, _POINTS) if is_heading else _POINTS)
    weight = QFont.Weight.DemiBold if is_heading else QFont.Weight.Normal
    letters.setFontWeight(QFont.Weight.Bold if Face.BOLD in faces else weight)
    letters.setFontItalic(Face.ITALIC in faces)
    if target:
        letters.setAnchor(True)
        letters.setAnchorHref(target)
        letters.setForeground(QColor(_LINK))
        letters.setFontUnderline(True)
    return letters
