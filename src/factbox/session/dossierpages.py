"""A dossier set on pages of paper, as a PDF, and its pictures as images."""

from PySide6.QtCore import QByteArray, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtSvg import QSvgRenderer

from factbox.dossier.parts import Dossier, Part, Picture, Table
from factbox.session import images, pages

# In points: the title, a heading, a paragraph that leads, others, cells.
_TITLE, _HEADING, _LEAD, _PLAIN, _CELL = 18.0, 13.0, 11.5, 10.0, 8.5
# How wide a picture is, which is the width of the text, in parts of 1/96 inch as Qt has it, and dots for each.
_ACROSS, _SHARP = 600, 3
# Qt lets a text that has no pages of its own begin so far inside of the paper's margins, in parts of 1/96 inch.
_MARGIN = int(2 / 2.54 * 96)
# What a block says of itself that leads to the next one.
_LEADS = QTextFormat.Property.UserProperty.value
_BORDER, _HEAD = QColor("#b9b4aa"), QColor("#f0ede7")


def pdf(dossier: Dossier) -> bytes:
    """Set a dossier on pages of A4; give the bytes of a PDF."""
    made = document(dossier)

    def put(writer: QPdfWriter) -> None:
        keep_together(made, writer)
        made.print_(writer)

    return pages.written(dossier.title, put)


def png(picture: Picture) -> bytes:
    """Draw a picture for a word processor; give the bytes of a PNG."""
    return images.png(_drawn(picture))


def document(dossier: Dossier) -> QTextDocument:
    """Set a dossier as it is to stand on paper."""
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setDefaultFont(_font(_PLAIN))
    cursor = QTextCursor(made)
    _say(cursor, dossier.title, _TITLE, QFont.Weight.DemiBold, level=1)
    for section in dossier.sections:
        cursor.insertBlock()
        _say(cursor, section.title, _HEADING, QFont.Weight.DemiBold, level=2)
        for part in section.parts:
            _add(cursor, part)
    return made


def keep_together(made: QTextDocument, writer: QPdfWriter) -> None:
    """Let a page begin before what would stand at the foot of one, away from what it leads to."""
    laid = made.clone()
    laid.documentLayout().setPaintDevice(writer)
    room = laid.rootFrame().frameFormat()
    room.setMargin(_MARGIN)
    laid.rootFrame().setFrameFormat(room)
    laid.setPageSize(QSizeF(writer.width(), writer.height()))
    before = QTextBlockFormat()
    before.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    block = laid.begin()
    while block.isValid():
        first = block
        while block.isValid() and block.blockFormat().boolProperty(_LEADS):
            block = block.next()
        if block.isValid() and _page(first) != _page(block):
            for each in (laid, made):
                QTextCursor(each.findBlockByNumber(first.blockNumber())).mergeBlockFormat(before)
        block = block.next()


def _page(block: QTextBlock) -> int:
    """Give the page on which the first line of a block stands."""
    document, layout = block.document(), block.layout()
    # Lines are there when all is laid out; one that has no room goes to the next page without its block.
    document.pageCount()
    down = document.documentLayout().blockBoundingRect(block).top()
    if layout.lineCount():
        down += layout.lineAt(0).y()
    return int(down // document.pageSize().height())


def _add(cursor: QTextCursor, part: Part) -> None:
    if isinstance(part, Table):
        cursor.insertBlock()
        _say(cursor, part.caption, _PLAIN, before=8, leads=True)
        _set(cursor, part)
    elif isinstance(part, Picture):
        cursor.insertBlock()
        _say(cursor, "", _PLAIN, leads=True)
        cursor.insertImage(_drawn(part), part.caption)
        cursor.insertBlock()
        _say(cursor, part.told, _PLAIN)
    else:
        cursor.insertBlock()
        size, before = (_LEAD, 8) if part.is_lead else (_PLAIN, 4)
        _say(cursor, part.text, size, before=before, leads=part.is_lead)


def _drawn(picture: Picture) -> QImage:
    """Draw a picture for the width of the text."""
    renderer = QSvgRenderer(QByteArray(picture.svg.encode()))
    size = renderer.defaultSize().scaled(QSize(_ACROSS, _ACROSS), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(_SHARP)
    return image


def _set(cursor: QTextCursor, part: Table) -> None:
    form = QTextTableFormat()
    form.setBorder(0.5)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(_BORDER))
    form.setBorderCollapse(True)
    form.setCellPadding(3)
    form.setHeaderRowCount(1)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * share) for share in part.widths]
    )
    table = cursor.insertTable(len(part.rows) + 1, len(part.head), form)
    for number, words in enumerate((part.head, *part.rows)):
        for column, word in enumerate(words):
            cell = table.cellAt(number, column)
            if number == 0:
                look = cell.format()
                look.setBackground(_HEAD)
                cell.setFormat(look)
            inner = cell.firstCursorPosition()
            weight = QFont.Weight.DemiBold if number == 0 else QFont.Weight.Normal
            _say(inner, word, _CELL, weight, is_figure=column in part.figures, after=0)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _say(
    cursor: QTextCursor,
    words: str,
    points: float,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    level: int = 0,
    is_figure: bool = False,
    before: float = 0,
    after: float = 4,
    leads: bool = False,
) -> None:
    shape = QTextBlockFormat()
    shape.setProperty(_LEADS, leads or level > 0)
    shape.setHeadingLevel(level)
    shape.setTopMargin(14 if level == 2 else before)
    shape.setBottomMargin(after)
    if is_figure:
        shape.setAlignment(Qt.AlignmentFlag.AlignRight)
    letters = QTextCharFormat()
    letters.setFont(_font(points))
    letters.setFontWeight(weight)
    letters.setForeground(QColor(Qt.GlobalColor.black))
    cursor.setBlockFormat(shape)
    cursor.setBlockCharFormat(letters)
    cursor.insertText(words, letters)


def _font(points: float) -> QFont:
    """Give the letters, each by itself: no reader of a PDF could tell again what was joined."""
    made = QFont("Inter")
    made.setPointSizeF(points)
    for feature in ("liga", "clig", "dlig", "calt"):
        made.setFeature(QFont.Tag(feature), 0)
    return made
