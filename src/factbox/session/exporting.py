"""All versions at once, each as a file that other programs open."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from factbox import formats
from factbox.document import Block, Document, Role, Work
from factbox.metrics.report import Counting
from factbox.session.weighing import Weight, weights_of
from factbox.session.wordlists import safe_name
from factbox.translation import _

# Letters of either part of a name.
_NAME = 60
_POINTS, _HEADING, _RESOLUTION = 12, 18, 300


def export(work: Work, folder: Path, suffix: str, counting: Counting, *, labelled: bool) -> tuple[Path, ...]:
    """Write every version to a file of its own; give the files.

    Args:
        work: The original and its versions.
        folder: Where to; it must be there.
        suffix: The ending, which says the form: `.pdf`, or that of a format that is written.
        counting: How the Levels on the labels are counted.
        labelled: Whether each begins with a line that tells its Level.

    Raises:
        FormatError: A file cannot be written; those before it are there.
    """
    files: list[Path] = []
    _original, *weights = weights_of(work, counting)
    for version, weight in zip(work.versions, weights, strict=True):
        name = f"{safe_name(work.title)[:_NAME]} – {safe_name(version.name)[:_NAME]}"
        path = _free(folder / f"{name}{suffix}", files)
        label = (Block(_label(weight)),) if labelled else ()
        blocks = (*label, *version.blocks)
        if suffix == ".pdf":
            formats.write_bytes(pdf(blocks), path)
        else:
            formats.write(Document(blocks), path)
        files.append(path)
    return tuple(files)


def pdf(blocks: tuple[Block, ...]) -> bytes:
    """Set a text on pages of A4, in the serif letters of the system."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    margins = QMarginsF(25, 25, 25, 25)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.setDefaultFont(QFont("Literata", _POINTS))
    cursor = QTextCursor(document)
    for number, block in enumerate(blocks):
        if number:
            cursor.insertBlock()
        shape, letters = QTextBlockFormat(), QTextCharFormat()
        shape.setBottomMargin(6)
        letters.setFontPointSize(_HEADING if block.role is Role.HEADING else _POINTS)
        letters.setFontWeight(QFont.Weight.DemiBold if block.role is Role.HEADING else QFont.Weight.Normal)
        cursor.setBlockFormat(shape)
        cursor.insertText(block.text, letters)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def _label(weight: Weight) -> str:
    report = weight.report
    if report.level is None:
        return weight.name
    return _("{name} · Level {level}").format(name=weight.name, level=f"{report.level:.1f}")


def _free(path: Path, taken: list[Path]) -> Path:
    number = 2
    free = path
    while free in taken or free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free
